"""How strongly a verb asks, by the editorial scale in `verbs.yml`, and whether a link made it stronger or weaker."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from generator.authority import Entry, fault, read_list
from generator.indexing.asking import Asking, askings
from generator.lineage.lookup import parted
from generator.lineage.model import Link, Strength
from generator.model import Paragraph, Problem, Resolution

NAME = "verbs.yml"
_PATH = f"corpus/{NAME}"
STRONGEST = 5
_WORD = re.compile(r"\w{4,}")  # shorter ones say little
_TASK = re.compile(r"\bto\b")
_ADVERB = re.compile(r"\b[a-z]+ly $")

Force = tuple[int, int]
"""A grade, and how many adverbs make it stronger."""


class Graded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `verbs.yml`: verbs and their grade, or adverbs and their effect."""

    words: tuple[str, ...]
    grade: int | None = None
    effect: Literal["stronger", "none"] | None = None


class Verbs(msgspec.Struct, frozen=True):
    """The scale: the grade of each verb, and how much each adverb adds; all in lower case."""

    grades: Mapping[str, int] = {}
    adverbs: Mapping[str, int] = {}

    def force(self, opening: str | None) -> Force | None:
        """Say how strongly the opening of a paragraph asks; None where it asks nobody or is not on the scale."""
        words = f" {(opening or '').lower()} "
        added = 0
        for adverb, more in self.adverbs.items():
            if f" {adverb} " in words:
                words = words.replace(f" {adverb} ", " ")
                added += more
        grade = self.grades.get(words.strip())
        return None if grade is None else (grade, added)


def strength_of(before: Force | None, after: Force | None) -> Strength | None:
    """Say whether a verb became stronger or weaker; None where one of the two has no strength."""
    if before is None or after is None:
        return None
    return Strength.SAME if before == after else Strength.STRONGER if before < after else Strength.WEAKER


def weighed(links: Iterable[Link], texts: Mapping[str, Resolution], verbs: Verbs) -> Iterator[Link]:
    """Give links with what became of the verb, where the scale says it."""
    of_opening = cache(verbs.force)  # a few openings stand over and over
    force = {
        f"{text.symbol}#{one.anchor}": of_opening(one.opening) for text in texts.values() for one in text.operative
    }
    for link in links:
        forces = force.get(link.origin), force.get(link.to)
        if None not in forces and forces[0] != forces[1]:
            forces = _of_what_goes_on(_paragraph(link.origin, texts), _paragraph(link.to, texts), verbs)
        found = strength_of(*forces)
        yield msgspec.structs.replace(link, strength=found) if found else link


def _paragraph(place: str, texts: Mapping[str, Resolution]) -> Paragraph:
    """The operative paragraph at a place: it is looked up again, for all of them together would fill the memory."""
    symbol, anchor = parted(place)
    return next(one for one in texts[symbol].operative if one.anchor == anchor)


def _of_what_goes_on(before: Paragraph, after: Paragraph, verbs: Verbs) -> tuple[Force | None, Force | None]:
    """Give how strongly two paragraphs ask for what they have in common.

    Where one asks with several verbs and the other with one, that is the verb whose clause is most like the other:
    "Urges … to lift …, and calls upon it to release …" goes on in "Calls upon … to release …" with its second verb.
    """
    old, new = _clauses(before), _clauses(after)
    if (len(old) > 1) == (len(new) > 1):
        return verbs.force(before.opening), verbs.force(after.opening)
    return verbs.force(_nearest(old, new[0]).verb), verbs.force(_nearest(new, old[0]).verb)


class _Clause(NamedTuple):
    """A verb that asks, with its adverbs, the words of what follows it, and whether they say what to do."""

    verb: str
    words: frozenset[str]
    has_task: bool


def _clauses(paragraph: Paragraph) -> Sequence[_Clause]:
    """The clauses in which a paragraph asks, the first with its opening words."""
    found = [asking for asking in askings(paragraph.text) if not asking.opens]
    starts = [0, *(asking.end for asking in found)]
    ends = [*(asking.at for asking in found), len(paragraph.text)]
    names = [paragraph.opening or "", *(_with_adverb(paragraph.text, asking) for asking in found)]
    said = (paragraph.text[start:end].lower() for start, end in zip(starts, ends, strict=True))
    return [
        _Clause(verb, frozenset(_WORD.findall(words)), _TASK.search(words) is not None)
        for verb, words in zip(names, said, strict=True)
    ]


def _with_adverb(text: str, asking: Asking) -> str:
    adverb = _ADVERB.search(text, 0, asking.at)
    return f"{adverb[0] if adverb else ''}{asking.verb}"


def _nearest(clauses: Sequence[_Clause], other: _Clause) -> _Clause:
    """The clause that has most words of another; the opening one, unless a later one has twice as many.

    It is that too where one task is asked with two verbs: "Calls upon Governments, and encourages others, to …".
    """
    opening = clauses[0]
    nearest = max(clauses, key=lambda clause: len(clause.words & other.words))
    is_clear = len(nearest.words & other.words) >= 2 * len(opening.words & other.words)
    return nearest if is_clear and opening.has_task else opening


def read_verbs(folder: Path) -> tuple[Verbs, tuple[Problem, ...]]:
    """Read the scale that a corpus has, and everything that is wrong with it; without the file no verb has strength."""
    file = folder / NAME
    if not file.is_file():
        return Verbs(), ()
    entries, faults = read_list(file.read_text(encoding="utf-8", errors="replace"), _PATH, Graded)
    wrong = tuple(_faults(entries))
    usable = [entry.value for entry in entries if _is_whole(entry.value)]
    grades = {word.lower(): said.grade for said in usable if said.grade for word in said.words}
    adverbs = {word.lower(): int(said.effect == "stronger") for said in usable if said.effect for word in said.words}
    longest_first = dict(sorted(adverbs.items(), key=lambda entry: -len(entry[0])))
    return Verbs(grades, longest_first), faults + wrong


def _is_whole(said: Graded) -> bool:
    """Whether an entry says one of the two, and a grade that there is."""
    return (said.grade is None) != (said.effect is None) and said.grade in {None, *range(1, STRONGEST + 1)}


def _faults(entries: Iterable[Entry[Graded]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries:
        said = entry.value
        if not _is_whole(said):
            message = "give verbs a `grade` from 1 to 5, or adverbs an `effect`, and not both"
            yield fault(_PATH, entry.line("grade"), "grade-or-effect", message)
        for rank, word in enumerate(said.words):
            line = entry.line("words", rank)
            if word.lower() in first:
                yield fault(_PATH, line, "repeated-verb", f"“{word}” stands on line {first[word.lower()]} already")
            first.setdefault(word.lower(), line)
