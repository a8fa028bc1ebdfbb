"""A text made ready for comparison: its paragraphs as words, each with what it is worth, and what holds which words.

What is compared are single words and runs of two and of three: their `features`. Parts of proper names and of formulas
are worth little. `telling` is the same with the words that any resolution holds (`stock`) worth little as well: by it
two texts are judged to be akin or not.

Everything here is one text's own, so that a text is prepared once, however many others it is compared with.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.lineage.formulas import Owed, duty, formula_spans
from generator.lineage.stock import STOCK_WORDS
from generator.lineage.words import Word, own_text, words
from generator.model import Paragraph, Part, Resolution

_LONGEST = 3
_NAME = 0.3
_FORMULA = 0.1
_STOCK = 0.3


class Content(msgspec.Struct, frozen=True):
    """A paragraph as its words. `formulaic` says which of them are part of a formula."""

    place: str
    part: Part
    words: tuple[Word, ...]
    formulaic: tuple[bool, ...]
    duty: Owed | None


class Holding(NamedTuple):
    """Who holds a feature: the indexes of the paragraphs; what it is worth and tells, 0 to 1; is it all names."""

    holders: tuple[int, ...]
    worth: float
    telling: float
    named: bool


class Profile(msgspec.Struct, frozen=True):
    """A text's paragraphs, those of its annexes included and those without words left out, and its features."""

    symbol: str
    contents: tuple[Content, ...]
    features: tuple[frozenset[str], ...]
    holdings: dict[str, Holding]


def profile(text: Resolution) -> Profile:
    """Make a text ready for comparison."""
    parts = (
        (Part.PREAMBLE, text.preamble),
        (Part.OPERATIVE, text.operative),
        *((Part.ANNEX, annex.paragraphs) for annex in text.annexes),
    )
    found = (_content(text.symbol, part, paragraph) for part, paragraphs in parts for paragraph in paragraphs)
    contents = tuple(content for content in found if content.words)
    worths = [_worths(content) for content in contents]
    holders: dict[str, list[int]] = {}
    for at, own in enumerate(worths):
        for feature in own:
            holders.setdefault(feature, []).append(at)
    return Profile(
        symbol=text.symbol,
        contents=contents,
        features=tuple(frozenset(own) for own in worths),
        holdings={
            feature: _holding(tuple(at), [worths[one][feature] for one in at]) for feature, at in holders.items()
        },
    )


def features(found: Sequence[Word]) -> set[str]:
    """Give the features of some words."""
    stems = [word.stem for word in found]
    return {
        " ".join(stems[at : at + length]) for length in range(1, _LONGEST + 1) for at in range(len(stems) - length + 1)
    }


def _content(symbol: str, part: Part, paragraph: Paragraph) -> Content:
    text = own_text(paragraph)
    found = words(text)
    spans = tuple(formula_spans(text))
    formulaic = tuple(any(start <= word.start < end for start, end in spans) for word in found)
    return Content(f"{symbol}#{paragraph.anchor}", part, found, formulaic, duty(text))


def _holding(holders: tuple[int, ...], found: Sequence[tuple[float, float, bool]]) -> Holding:
    worths, tellings, named = zip(*found, strict=True)
    return Holding(holders, max(worths), max(tellings), all(named))


def _worths(content: Content) -> dict[str, tuple[float, float, bool]]:
    """What each feature of a paragraph is worth where it first stands, what it tells, and whether it is all names."""
    stems = [word.stem for word in content.words]
    worths = [
        _FORMULA if formulaic else _NAME if word.named else 1.0
        for word, formulaic in zip(content.words, content.formulaic, strict=True)
    ]
    tellings = [
        min(worth, _STOCK) if word.lower in STOCK_WORDS or word.lower.isdigit() else worth
        for word, worth in zip(content.words, worths, strict=True)
    ]
    named = [word.named for word in content.words]
    found: dict[str, tuple[float, float, bool]] = {}
    for length in range(1, _LONGEST + 1):
        for at in range(len(stems) - length + 1):
            end = at + length
            feature = " ".join(stems[at:end])
            if feature not in found:
                worth, telling = sum(worths[at:end]) / length, sum(tellings[at:end]) / length
                found[feature] = (worth, telling, all(named[at:end]))
    return found
