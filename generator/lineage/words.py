"""The words of a paragraph as they are compared: without numbering, marks, punctuation and case.

A word keeps its first six letters for comparison, so that "penalize", "penalized" and "penalizing" are one. Words
inside a proper name are told from the others: two paragraphs that name the same treaty have a name in common, not
language.
"""

import re
from typing import NamedTuple

from msgspec import UNSET

from generator.model import Paragraph

_STEM = 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
# The small words that a name may hold: "Convention on the Rights of the Child".
_INSIDE_NAMES = frozenset({"of", "the", "and", "on", "in", "to", "for", "against", "by", "from", "with", "de"})


class Word(NamedTuple):
    """One word: as it is compared, as it is written in lower case, and whether it is part of a proper name."""

    stem: str
    lower: str
    named: bool
    start: int
    end: int


def own_text(paragraph: Paragraph) -> str:
    """Give all words of a paragraph and of its items on one line, without the labels of the items."""
    tail = () if paragraph.tail is UNSET else (paragraph.tail.text,)
    return " ".join((paragraph.text, *map(own_text, paragraph.children), *tail)).strip()


def words(text: str) -> tuple[Word, ...]:
    """Take a text apart into the words that are compared."""
    found = list(_WORD.finditer(text))
    named = _named([match[0] for match in found])
    return tuple(
        Word(_POSSESSIVE.sub("", match[0].lower())[:_STEM], match[0].lower(), is_named, *match.span())
        for match, is_named in zip(found, named, strict=True)
    )


def _named(printed: list[str]) -> list[bool]:
    """Whether each word stands in a run of two or more capitalized words; the first word of a text opens none."""
    named = [False] * len(printed)
    at = 1
    while at < len(printed):
        last = at
        if _capitalized(printed[at]):
            end = at + 1
            while end < len(printed) and (_capitalized(printed[end]) or printed[end] in _INSIDE_NAMES):
                last = end if _capitalized(printed[end]) else last
                end += 1
        if last > at:
            named[at : last + 1] = [True] * (last + 1 - at)
        at = last + 1
    return named


def _capitalized(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
