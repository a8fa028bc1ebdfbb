"""The authority file: the instruments that resolutions name, each by one id.

`read_instruments` takes `corpus/instruments.yml` and gives the entries that can be used, with a `Problem` at its line
for each that cannot. `Instruments` answers what a title, a symbol, a Treaty Series volume or a code stands for: one
instrument or none, never a guess between two.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from generator import addresses, symbols
from generator.addresses import SERIES
from generator.authority import Entry, fault, read_list
from generator.model import Problem

NAME = "instruments.yml"
PATH = f"corpus/{NAME}"

_ID = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
_DEPOSITARY = re.compile(r"([IVX]+)-\d+(?:-[a-z])?")
_ILO = re.compile(r"[CPR]\d{3}")
_SALES = re.compile(r"[A-Z]\.\d\d\.[IVX]+(?:\.[A-Z])?\.[A-Z]?\d+(?:, .+)?")
_HTTPS = re.compile(r"https://[\w.-]+(?:/[\w.~%/?=&-]*)?")
# The Σ is here because `lower` makes another letter of it at the end of a word than elsewhere.
_FOLDED = (
    ("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("\u2011", "-"), ("\u00a0", " "), ("\u202f", " "),
    ("Σ", "σ"),
)  # fmt: skip
_TWO_ANNEXES = re.compile(r"(?P<before>(?:.*, )?)annexes (?P<first>[IVX]+) and (?P<last>[IVX]+)")
_WORD = re.compile(r"\w+")
_TWO_WHEN_LOW = "İ"
"""The one capital that has two characters in lower case: it stays as it is."""

Key = TypeVar("Key")


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the authority file, key by key as the head of the file explains them."""

    id: str
    title: str
    type: str
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    protocol_to: str | None = None
    members: tuple[str, ...] = ()
    symbol: str | None = None
    also: tuple[str, ...] = ()
    treaty_series: str | None = None
    depositary: str | None = None
    ilo: str | None = None
    sales: str | None = None
    address: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that always means this instrument."""
        return (self.title, *self.short, *self.former)

    @property
    def is_treaty(self) -> bool:
        """Whether States can be parties to it."""
        return self.type in {"treaty", "ilo-convention", "ilo-protocol"}


class Place(msgspec.Struct, frozen=True):
    """A document, by symbol or sales number, and the place in it that is meant, if one is."""

    document: str
    within: str | None

    @classmethod
    def of(cls, written: str) -> "Place":
        """Part "A/RES/55/25, annex II" after the document."""
        document, _, within = written.partition(", ")
        return cls(document, within or None)


class Instruments:
    """The entries of an authority file, found by what a text may say of them."""

    def __init__(self, entries: Iterable[Instrument] = ()) -> None:
        self.by_id: Mapping[str, Instrument] = {entry.id: entry for entry in entries}

    @cached_property
    def by_title(self) -> Mapping[str, str]:
        """Give ids by title, folded."""
        return {fold(form): entry.id for entry in self.by_id.values() for form in _forms(entry)}

    @cached_property
    def titles_by_first_word(self) -> Mapping[str, tuple[str, ...]]:
        """Give the folded titles that begin with a word, the longest first."""
        grouped: dict[str, list[str]] = {}
        for title in sorted(self.by_title, key=lambda title: (-len(title), title)):
            grouped.setdefault(first_word(title), []).append(title)
        return {word: tuple(titles) for word, titles in grouped.items()}

    def are_titles_in(self, folded: str) -> bool:
        """Whether titles may stand in a folded text: this is soon seen, and most texts have none."""
        words = self.titles_by_first_word.keys() & set(_WORD.findall(folded))
        return any(title in folded for word in words for title in self.titles_by_first_word[word])

    @cached_property
    def by_series(self) -> Mapping[str, str]:
        """Give ids by Treaty Series volume and number, as `treaty_series` writes them; none that two share."""
        return _unshared((entry.treaty_series, entry.id) for entry in self.by_id.values() if entry.treaty_series)

    @cached_property
    def by_ilo_code(self) -> Mapping[str, str]:
        """Give ids by the code of the International Labour Organization."""
        return {entry.ilo: entry.id for entry in self.by_id.values() if entry.ilo}

    @cached_property
    def by_place(self) -> Mapping[Place, str]:
        """Give ids by the documents that hold them; what is held by two annexes stands in each."""
        written = tuple(
            (Place.of(place), entry.id)
            for entry in self.by_id.values()
            for place in (entry.symbol, entry.sales, *entry.also)
            if place
        )
        parts = _unshared((part, identity) for place, identity in written for part in _annexes(place))
        return {**parts, **_unshared(written)}

    @cached_property
    def by_members(self) -> Mapping[frozenset[str], str]:
        """Give the ids of collectives by those of their members."""
        return {frozenset(entry.members): entry.id for entry in self.by_id.values() if entry.members}

    @cached_property
    def protocols(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Give the protocols to a treaty by its id, the collective names among them; what is to all is to each."""
        found: dict[str, tuple[Instrument, ...]] = {}
        for entry in self.by_id.values():
            if entry.protocol_to:
                found[entry.protocol_to] = (*found.get(entry.protocol_to, ()), entry)
        together = (entry for entry in self.by_id.values() if entry.id in found)
        return {**{member: found[entry.id] for entry in together for member in entry.members}, **found}

    def at(self, document: str, within: str | None) -> str | None:
        """Give the id of what stands at a place: "annex II, article 6" is a part of "annex II"."""
        while within:
            if found := self.by_place.get(Place(document, within)):
                return found
            within = within.rpartition(", ")[0]
        return self.by_place.get(Place(document, None))

    def address(self, identity: str) -> str | None:
        """Where an instrument can be read officially."""
        entry = self.by_id[identity]
        if entry.address:
            return entry.address
        if entry.depositary:
            return addresses.treaty_status(entry.depositary)
        if entry.ilo:
            return addresses.ilo_instrument(entry.ilo)
        if entry.symbol:
            return addresses.document(Place.of(entry.symbol).document)
        return addresses.treaty_series(entry.treaty_series) if entry.treaty_series else None


def fold(text: str) -> str:
    """Give `text` in one case and with one kind of quotation mark, dash and space, every character in its place.

    Much is folded, so it is done by whole texts: a look at each character takes forty times as long.
    """
    for printed, plain in _FOLDED:
        text = text.replace(printed, plain)
    return _TWO_WHEN_LOW.join(map(str.lower, text.split(_TWO_WHEN_LOW)))


def first_word(folded: str) -> str:
    """Give the first word of a folded title."""
    return re.split(r"\W", folded, maxsplit=1)[0]


def read_instruments(folder: Path) -> tuple[Instruments, tuple[Problem, ...]]:
    """Read the authority file of a corpus, if it has one: what can be used of it, and every entry at fault."""
    file = folder / NAME
    return load(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else (Instruments(), ())


def load(text: str) -> tuple[Instruments, tuple[Problem, ...]]:
    """Take the words of an authority file; give what can be used of them, and every fault."""
    entries, problems = read_list(text, PATH, Instrument)
    faults = tuple(_faults(entries))
    said = (fault(PATH, entry.line(key), code, message) for entry, key, code, message in faults)
    at_fault = {entry.rank for entry, *_ in faults}
    usable = (entry.value for entry in entries if entry.rank not in at_fault)
    return Instruments(usable), tuple(sorted((*problems, *said)))


def _faults(entries: Sequence[Entry[Instrument]]) -> Iterator[tuple[Entry[Instrument], str, str, str]]:
    """Give what is wrong with entries of the right shape: where, under which key, code and message."""
    ids: dict[str, int] = {}
    names: dict[str, str] = {}
    known = {entry.value.id for entry in entries}
    for entry in entries:
        one = entry.value
        first = ids.setdefault(one.id, entry.line("id"))
        if first != entry.line("id"):
            yield entry, "id", "repeated-id", f"{one.id} stands on line {first} already"
            continue
        for name in one.names:
            if names.setdefault(fold(name), one.id) != one.id:
                yield entry, "title", "repeated-title", f"“{name}” means {names[fold(name)]} already"
        for key, message in _wrong_values(one):
            yield entry, key, "bad-value", message
        for key, others in (("members", one.members), ("protocol_to", (one.protocol_to,))):
            for other in others:
                if other and other not in known:
                    yield entry, key, "unknown-id", f"{one.id} names {other}, which is not in this file"


def _wrong_values(entry: Instrument) -> Iterator[tuple[str, str]]:
    """Give the keys whose values are not what they should be, with what to say of them."""
    if not _ID.fullmatch(entry.id):
        yield "id", f"`id`: “{entry.id}” is not in capitals, digits and hyphens"
    for key, names in (("title", (entry.title,)), ("short", entry.short), ("former", entry.former)):
        if not all(name.strip() for name in names):
            yield key, f"`{key}`: a title says nothing"
    for key, places in (("symbol", (entry.symbol,)), ("also", entry.also)):
        for place in places:
            if place and symbols.normalise(document := Place.of(place).document) != document:
                yield key, f"`{key}`: “{document}” is not a symbol of a United Nations document in its one spelling"
    shapes = (("treaty_series", SERIES), ("depositary", _DEPOSITARY), ("ilo", _ILO), ("sales", _SALES))
    for key, shape in (*shapes, ("address", _HTTPS)):
        value = getattr(entry, key)
        if value is not None and not shape.fullmatch(value):
            yield key, f"`{key}`: “{value}” is not written as the head of the file shows"


def _forms(entry: Instrument) -> Iterator[str]:
    """The names of an instrument, and those names without what the United Nations often leaves out."""
    for name in entry.names:
        yield name
        yield re.sub(r", supplementing the .*", "", name)
        yield re.sub(r",? \d{4}(?: \(No\. \d+\))?$", "", name) if entry.ilo else name


def _annexes(place: Place) -> Iterator[Place]:
    """Spell out "annexes I and II"."""
    if both := _TWO_ANNEXES.fullmatch(place.within or ""):
        yield from (Place(place.document, f"{both['before']}annex {label}") for label in both.group("first", "last"))


def _unshared(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, str]:
    """Give a mapping of the pairs whose key stands for one id only."""
    found: dict[Key, set[str]] = {}
    for key, identity in pairs:
        found.setdefault(key, set()).add(identity)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
