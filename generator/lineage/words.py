"""The words of a paragraph as they are compared: without numbering, marks, punctuation and case.

A word keeps its first six letters for comparison, so that "penalize", "penalized" and "penalizing" are one. Words
inside a proper name are told from the others: two paragraphs that name the same treaty have a name in common, not
language.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import UNSET

from generator.model import Paragraph

_STEM = 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
# The small words that a name may hold: "Convention on the Rights of the Child".
_INSIDE_NAMES = frozenset({"of", "the", "and", "on", "in", "to", "for", "against", "by", "from", "with", "de"})


class Words(NamedTuple):
    """The words of a text, a column for each thing: as they are compared, in lower case, and where they begin.

    `named` says which are part of a proper name.
    """

    stems: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    named: tuple[bool, ...]


class _Spelling(NamedTuple):
    """What a word as it is printed says by itself."""

    stem: str
    lower: str
    capitalized: bool


def own_text(paragraph: Paragraph) -> str:
    """Give all words of a paragraph and of its items on one line, without the labels of the items."""
    return " ".join(text for text, _ in _pieces(paragraph))


def titles(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Give where documents are named in these words: "the Optional Protocol on the sale of children"."""
    start = 0
    for text, spans in _pieces(paragraph):
        yield from ((start + at, start + end) for at, end in spans)
        start += len(text) + 1


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The words of a paragraph, of each of its items and of its tail, and where documents are named in them."""
    named = [(one.at, one.at + len(one.text)) for one in paragraph.citations]
    length = len(paragraph.text)
    if paragraph.text:
        yield paragraph.text, [(at, end) for at, end in named if end <= length]
    for child in paragraph.children:
        yield from _pieces(child)
    if paragraph.tail is not UNSET and paragraph.tail.text:
        yield paragraph.tail.text, [(at - length - 1, end - length - 1) for at, end in named if at > length]


def words(text: str, names: Sequence[tuple[int, int]] = ()) -> Words:
    """Take a text apart into the words that are compared; `names` are stretches known to be names."""
    found = tuple(_WORD.finditer(text))
    if not found:
        return Words((), (), (), ())
    printed, starts = [word[0] for word in found], tuple([word.start() for word in found])
    stems, lower, capitalized = zip(*map(_spelling, printed), strict=True)
    named = _named(printed, capitalized)
    if names:
        named = tuple(
            is_named or any(at <= start < end for at, end in names)
            for is_named, start in zip(named, starts, strict=True)
        )
    return Words(stems, lower, starts, named)


@lru_cache(maxsize=100_000)
def _spelling(printed: str) -> _Spelling:
    lower = printed.lower()
    return _Spelling(_POSSESSIVE.sub("", lower)[:_STEM], lower, printed[0].isupper() or printed[0].isdigit())


def _named(printed: Sequence[str], capitalized: Sequence[bool]) -> tuple[bool, ...]:
    """Whether each word stands in a run of two or more capitalized words; the first word of a text opens none."""
    named = [False] * len(printed)
    first = last = 0
    for at in range(1, len(printed)):
        if capitalized[at]:
            if last and _INSIDE_NAMES.issuperset(printed[last + 1 : at]):
                named[first : at + 1] = [True] * (at + 1 - first)
            else:
                first = at
            last = at
    return tuple(named)
