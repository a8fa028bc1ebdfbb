"""The authority file of addressees: those whom resolutions ask, each by one id, with the noun phrases that mean them.

`read_addressees` takes `corpus/addressees.yml` and gives the entries that can be used, with a `Problem` at its line for
each that cannot. `Addressees` answers whom the words at some place of a text name: one entry or none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.authority import Entry, fault, read_list
from generator.indexing.tokens import Token, tokens_of
from generator.model import Problem

NAME = "addressees.yml"
PATH = f"corpus/{NAME}"

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ANY_NAME = "…"
_MAY_END = re.compile(r"\((\w{1,3})\)")
# Inside a name in capitals: "Republic of the Congo", "Special Envoy for Syria".
_LONGEST_NAME = 20  # tokens
_LINKS = {"of", "the", "for", "on", "in", "against", "de", "du", "la"}


class Addressee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the authority file, key by key as the head of the file explains them."""

    id: str
    label: str
    names: tuple[str, ...]
    broader: str | None = None
    dealing_with: tuple[str, ...] = ()


class Mention(NamedTuple):
    """Some words that name an addressee: the entry's id, and the tokens they are."""

    id: str
    tokens: tuple[Token, ...]


class _Name(NamedTuple):
    """A name as words, folded, and its first one as printed; `open_ended` where any words in capitals follow."""

    words: list[str]
    first: str
    open_ended: bool
    id: str


class Addressees:
    """The entries of an authority file, found by the words that name them."""

    def __init__(self, entries: Iterable[Addressee] = ()) -> None:
        self.by_id: Mapping[str, Addressee] = {entry.id: entry for entry in entries}

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Give the longest name that stands at `place`; of two as long, the one that is written out, and as printed."""
        names = self._by_first_word.get(tokens[place].low)
        if names is None:  # as at most places
            return None
        words = [token.low for token in tokens[place : place + self._longest]]
        found = [
            (last - place, not name.open_ended, name.first == tokens[place].text, name.id)
            for name in names
            if name.words == words[: len(name.words)] and (last := self._last(name, tokens, place))
        ]
        if not found:
            return None
        length, *_, identity = max(found)
        return Mention(identity, tuple(tokens[place : place + length]))

    def _last(self, name: _Name, tokens: Sequence[Token], place: int) -> int | None:
        """Where a name ends that begins at `place`; None where words in capitals have to follow and do not."""
        last = place + len(name.words)
        return self._end_of_capitals(tokens, last) if name.open_ended else last

    def _end_of_capitals(self, tokens: Sequence[Token], place: int) -> int | None:
        """Where words in capitals end that begin at `place`: "Women and Gender Equality"; None if there are none.

        An "and" goes on with the name only before a word that begins no other.
        """
        end = None
        after_and = False
        for last in range(place, min(len(tokens), place + _LONGEST_NAME)):
            token = tokens[last]
            if token.is_capital and not (after_and and token.low in self._by_first_word):
                end = last + 1
            elif after_and or not (token.low in _LINKS or (token.low == "and" and end == last)):
                break
            after_and = token.low == "and"
        return end

    def mentions(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Mention]]:
        """Give every name in a text with its place, none within another."""
        place = 0
        while place < len(tokens):
            if mention := self.at(tokens, place):
                yield place, mention
                place += len(mention.tokens)
            else:
                place += 1

    def dealing_with(self, words: Iterable[str]) -> str | None:
        """Give the entry whose business the folded words of a relative clause tell."""
        told = set(words)
        return next((entry.id for entry in self.by_id.values() if told.intersection(entry.dealing_with)), None)

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[_Name, ...]]:
        grouped: dict[str, list[_Name]] = {}
        for entry in self.by_id.values():
            for form in (form for name in entry.names for form in forms(name)):
                tokens = tokens_of(form.removesuffix(_ANY_NAME))
                words = [token.low for token in tokens]
                name = _Name(words, tokens[0].text, form.endswith(_ANY_NAME), entry.id)
                grouped.setdefault(words[0], []).append(name)
        return {word: tuple(names) for word, names in grouped.items()}

    @cached_property
    def _longest(self) -> int:
        """How many words the longest name has."""
        return max(len(name.words) for names in self._by_first_word.values() for name in names)


def forms(name: str) -> tuple[str, ...]:
    """Give the forms that a name of the file stands for: "Government(s)" is "Government" and "Governments"."""
    if not _MAY_END.search(name):
        return (name,)
    return _MAY_END.sub("", name), _MAY_END.sub(r"\1", name)


def read_addressees(folder: Path) -> tuple[Addressees, tuple[Problem, ...]]:
    """Read the authority file of a corpus, if it has one: what can be used of it, and every entry at fault."""
    file = folder / NAME
    return load(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else (Addressees(), ())


def load(text: str) -> tuple[Addressees, tuple[Problem, ...]]:
    """Take the words of an authority file; give what can be used of them, and every fault."""
    entries, problems = read_list(text, PATH, Addressee)
    faults = tuple(_faults(entries))
    said = (fault(PATH, entry.line(*place), code, message) for entry, place, code, message in faults)
    at_fault = {entry.rank for entry, *_ in faults}
    usable = (entry.value for entry in entries if entry.rank not in at_fault)
    return Addressees(usable), tuple(sorted((*problems, *said)))


_Fault = tuple[Entry[Addressee], tuple[str | int, ...], str, str]


def _faults(entries: Sequence[Entry[Addressee]]) -> Iterator[_Fault]:
    """Give what is wrong with entries of the right shape: where, under which keys, code and message."""
    lines: dict[str, int] = {}
    owners: dict[str, str] = {}
    known = {entry.value.id for entry in entries}
    for entry in entries:
        one = entry.value
        if one.id in lines:
            yield entry, ("id",), "repeated-id", f"{one.id} stands on line {lines[one.id]} already"
            continue
        lines[one.id] = entry.line("id")
        if not _ID.fullmatch(one.id):
            yield entry, ("id",), "bad-value", f"`id`: “{one.id}” is not in small letters and hyphens"
        if one.broader and (one.broader not in known or one.broader == one.id):
            yield entry, ("broader",), "unknown-id", f"{one.id} names {one.broader}, which is no other id of this file"
        if not one.names:
            yield entry, ("names",), "bad-value", f"`names`: give at least one name that means {one.id}"
        for rank, name in enumerate(one.names):
            yield from ((entry, ("names", rank), code, message) for code, message in _wrong(name, one.id, owners))


def _wrong(name: str, identity: str, owners: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give what is wrong with a name, and note its owner: two entries cannot mean the same words."""
    if not any(token.is_word for token in tokens_of(name)):
        yield "bad-value", "`names`: a name says nothing: write it, or take it out"
    elif _ANY_NAME in name[:-1]:
        yield "bad-value", f"`names`: “{name}”: the three dots can stand only at the end"
    for form in forms(name):
        if owners.setdefault(form, identity) != identity:
            yield "repeated-name", f"“{form}” means {owners[form]} already: keep it under one of the two"
