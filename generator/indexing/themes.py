"""The authority file of themes: what each is, what it is linked to, and the words that put a paragraph under it.

`read_themes` takes `corpus/themes.yml` and gives the themes that can be used, in the order of the file, with a
`Problem` at its line for everything that is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import msgspec

from generator import addresses, walk
from generator.authority import Entry, fault, read_list
from generator.indexing.beginnings import Beginnings
from generator.indexing.patterns import Pattern, PatternError, compiled
from generator.indexing.vocabularies import Vocabulary, exists
from generator.model import Index, Problem, Resolution, Severity

NAME = "themes.yml"
PATH = f"corpus/{NAME}"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Pillar(StrEnum):
    """The four parts of the fight against trafficking, as the Global Plan of Action has them, and what is in all."""

    PREVENTION = "prevention"
    PROTECTION = "protection"
    PROSECUTION = "prosecution"
    PARTNERSHIP = "partnership"
    CROSS_CUTTING = "cross-cutting"


class Role(StrEnum):
    """Whether a theme says what is to be done, or with whom and by what means."""

    SUBJECT = "subject"
    MEANS = "means"


class Concept(msgspec.Struct, frozen=True):
    """A close concept of another vocabulary: which one, what it is called there, and its URI."""

    vocabulary: Vocabulary
    label: str
    uri: str


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the authority file, key by key as the head of the file explains them."""

    id: str
    label: str
    scope: str
    pillar: Pillar
    when: tuple[str, ...]
    in_passing: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = msgspec.field(default=(), name="except")
    unless: tuple[str, ...] = ()
    role: Role = Role.SUBJECT
    sdg: tuple[str, ...] = ()
    unbis: dict[str, str] = {}
    eurovoc: dict[str, str] = {}

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts of other vocabularies that the theme is close to; none is exactly the same."""
        named = (
            (Vocabulary.SDG, {target: f"target {target}" for target in self.sdg}),
            (Vocabulary.UNBIS, self.unbis),
            (Vocabulary.EUROVOC, self.eurovoc),
        )
        return tuple(
            Concept(vocabulary, label, addresses.concept(vocabulary, code))
            for vocabulary, labels in named
            for code, label in labels.items()
        )


class Rules(msgspec.Struct, frozen=True):
    """A theme with its patterns compiled, and the line of the file on which it stands."""

    theme: Theme
    line: int
    when: tuple[Pattern, ...]
    in_passing: tuple[Pattern, ...]
    leave_out: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """All of them."""
        return (*self.when, *self.in_passing, *self.leave_out, *self.unless)


class Themes:
    """The themes of an authority file, by id, in the order of the file."""

    def __init__(self, entries: Iterable[Rules] = ()) -> None:
        self.by_id: Mapping[str, Rules] = {entry.theme.id: entry for entry in entries}

    @cached_property
    def beginnings(self) -> Beginnings:
        """Tell where the patterns of all themes can begin in a text."""
        return Beginnings(pattern for rules in self.by_id.values() for pattern in rules.patterns)

    def told_by(self, written: Iterable[str]) -> Iterator[Rules]:
        """Give the themes that some patterns can put a paragraph under, in the order of the file."""
        told = {identity for one in written for identity in self._by_pattern.get(one, ())}
        return (rules for identity, rules in self.by_id.items() if identity in told)

    @cached_property
    def _by_pattern(self) -> Mapping[str, Sequence[str]]:
        grouped: dict[str, list[str]] = {}
        for identity, rules in self.by_id.items():
            for pattern in (*rules.when, *rules.in_passing):
                grouped.setdefault(pattern.written, []).append(identity)
        return grouped


def read_themes(folder: Path) -> tuple[Themes, tuple[Problem, ...]]:
    """Read the authority file of a corpus, if it has one: what can be used of it, and every fault."""
    file = folder / NAME
    return load(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else (Themes(), ())


def load(text: str) -> tuple[Themes, tuple[Problem, ...]]:
    """Take the words of an authority file; give what can be used of them, and every fault."""
    entries, problems = read_list(text, PATH, Theme)
    faults = tuple(_faults(entries))
    said = (fault(PATH, entry.line(*place), code, message) for entry, place, code, message in faults)
    at_fault = {entry.rank for entry, *_ in faults}
    usable = (_rules(entry) for entry in entries if entry.rank not in at_fault)
    return Themes(usable), tuple(sorted((*problems, *said)))


def unused(themes: Themes, resolutions: Iterable[Resolution]) -> tuple[Problem, ...]:
    """Give a warning for each theme that no rule and no editor found in any of the texts."""
    used = {
        ground.id
        for resolution in resolutions
        for paragraph in walk.with_items(walk.paragraphs(resolution))
        for ground in paragraph.grounds
        if ground.index is Index.THEME
    }
    return tuple(
        Problem(
            path=PATH,
            line=entry.line,
            code="unused-theme",
            severity=Severity.WARNING,
            message=f"{identity} is found in no text of this corpus: its patterns may be too narrow",
        )
        for identity, entry in themes.by_id.items()
        if identity not in used
    )


def _rules(entry: Entry[Theme]) -> Rules:
    theme = entry.value
    return Rules(
        theme=theme,
        line=entry.line("id"),
        when=tuple(map(compiled, theme.when)),
        in_passing=tuple(map(compiled, theme.in_passing)),
        leave_out=tuple(map(compiled, theme.leave_out)),
        unless=tuple(map(compiled, theme.unless)),
    )


def _faults(entries: Sequence[Entry[Theme]]) -> Iterator[tuple[Entry[Theme], tuple[str | int, ...], str, str]]:
    """Give what is wrong with entries of the right shape: where, under which key, code and message."""
    ids: dict[str, int] = {}
    for entry in entries:
        identity = entry.value.id
        first = ids.setdefault(identity, entry.line("id"))
        if first != entry.line("id"):
            yield entry, ("id",), "repeated-id", f"{identity} stands on line {first} already"
            continue
        for place, code, message in (*_wrong_values(entry.value), *_wrong_patterns(entry.value)):
            yield entry, place, code, message


def _wrong_values(theme: Theme) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if not _ID.fullmatch(theme.id):
        yield ("id",), "bad-value", f"`id`: “{theme.id}” is not in small letters, digits and hyphens"
    if not theme.when:
        yield ("when",), "bad-value", "`when`: give at least one pattern"
    codes = ((Vocabulary.SDG, theme.sdg), (Vocabulary.UNBIS, theme.unbis), (Vocabulary.EUROVOC, theme.eurovoc))
    for vocabulary, written in codes:
        for place, code in enumerate(written):
            if not exists(vocabulary, code):
                where = place if vocabulary is Vocabulary.SDG else code
                meant = "a target of the Sustainable Development Goals, such as 5.2 or 16.a"
                number = "the number of a concept"
                wanted = meant if vocabulary is Vocabulary.SDG else number
                yield (vocabulary, where), "bad-value", f"`{vocabulary}`: “{code}” is not {wanted}"


def _wrong_patterns(theme: Theme) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    lists = (
        ("when", theme.when), ("in_passing", theme.in_passing), ("except", theme.leave_out), ("unless", theme.unless),
    )  # fmt: skip
    for key, patterns in lists:
        for rank, written in enumerate(patterns):
            try:
                compiled(written)
            except PatternError as error:
                yield (key, rank), "bad-pattern", f"“{written}”: {error}"
