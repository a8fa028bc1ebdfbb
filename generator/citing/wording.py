"""How a place in a text is worded in the forms that do not word it as the United Nations do, and what is no print."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator import walk
from generator.model import Paragraph, Resolution

# The words of a heading that has no number are quoted, and stay: annex II, “General”, para. 7 (a)
_QUOTED = re.compile(r"(“[^”]*”)")
_ITEM = re.compile(r" \((?=\w+\))")
_ABBREVIATIONS = (
    (re.compile(r"\bpara\."), "para"),
    (re.compile(r"\bart\."), "art"),
    (re.compile(r"\bsect\."), "s"),
    (re.compile(r"\bpart (?=\w)"), "pt "),
    (re.compile(r"\bnote (?=\S)"), "fn "),
)
REMEMBERED = 10_000
"""Words of places: most texts have the same ones."""

_COUNTED = " (numbered by count, not in print)"


@lru_cache(REMEMBERED)
def oscola(words: str) -> str:
    """Give the words of a place as OSCOLA abbreviates them: "sect. II, para. 18 (b) (ii)" is "s II, para 18(b)(ii)".

    It sets no full stops after abbreviations and closes up the letters of items.
    """
    pieces = _QUOTED.split(words)
    return "".join(piece if place % 2 else _oscola(piece) for place, piece in enumerate(pieces))


def with_remarks(places: Mapping[str, str], counted: Iterable[str]) -> Mapping[str, str]:
    """Give the words by anchor; those of a place whose number is a count of ours say so."""
    ours = frozenset(counted)
    return {anchor: words + _COUNTED if anchor in ours else words for anchor, words in places.items()}


def counted(resolution: Resolution) -> tuple[str, ...]:
    """Give the anchors of paragraphs and items whose words name a number that is not in print, in their order."""
    return tuple(_counted(walk.paragraphs(resolution), within=False))


def _oscola(words: str) -> str:
    for abbreviation, short in _ABBREVIATIONS:
        words = abbreviation.sub(short, words)
    return _ITEM.sub("(", words)


def _counted(paragraphs: Iterable[Paragraph], *, within: bool) -> Iterator[str]:
    for paragraph in paragraphs:
        ours = within or not paragraph.label
        if ours:
            yield paragraph.anchor
        yield from _counted(paragraph.children, within=ours)
