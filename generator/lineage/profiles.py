"""A text made ready for comparison: its paragraphs as words, each with what it is worth, and what holds which words.

What is compared are single words and runs of two and of three: their `features`. Parts of proper names and of formulas
are worth little. `telling` is the same with the words that any resolution holds (`stock`) worth little as well: by it
two texts are judged to be akin or not.

Worth is counted in whole numbers: sixtieths of a word, so that the mean of two or three words is whole, and their
squares in parts that any number of holders up to a dozen divides. So a sum is the same in any order.

Everything here is one text's own, so that a text is prepared once, however many others it is compared with.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import lcm

import msgspec

from generator.lineage.formulas import Owed, duty, formula_spans
from generator.lineage.stock import STOCK_WORDS
from generator.lineage.words import Words, own_text, titles, words
from generator.model import Paragraph, Part, Resolution

MOST_HOLDERS = 12
"""Paragraphs of a text: what more of them hold is no evidence."""

_LONGEST = 3  # words of a feature
_WORD = 60
_NAME = 18
_FORMULA = 6
_STOCK = 18
_PARTS = lcm(*range(1, MOST_HOLDERS + 1))

UNIT = _WORD**2 * _PARTS
"""What one plain word is worth that one paragraph holds."""

_REMEMBERED = 400  # paragraphs: those of about ten texts

Feature = str
"""A word as it is compared, or two or three with spaces between them."""


class Worth(msgspec.Struct, frozen=True, eq=False):
    """What a feature of a paragraph is worth and tells, in sixtieths of a word; is it all names.

    There are few, and one of each: see `_one_of`. So they are known by what they are, and quickly looked up.
    """

    worth: int
    telling: int
    named: bool


class Content(msgspec.Struct, frozen=True):
    """A paragraph as its words and its features. `formulaic` says which words are part of a formula."""

    place: str
    part: Part
    words: Words
    formulaic: tuple[bool, ...]
    duty: Owed | None
    features: Mapping[Feature, Worth]


_Apart = tuple[Words, tuple[bool, ...], Owed | None, Mapping[Feature, Worth]]
"""The words of a paragraph, which are part of a formula, what it owes, and its features."""


class Holding(msgspec.Struct, frozen=True, eq=False):
    """How a text holds a feature: the indexes of the paragraphs, what it is worth, and the share of each of them.

    Features that are held alike have one and the same, so that they are quickly counted.
    """

    holders: tuple[int, ...]
    worth: Worth
    share: int


class Profile(msgspec.Struct, frozen=True):
    """A text's paragraphs, those of its annexes included and those without words left out, and its features.

    `weights` are the shares of each paragraph, added up; `subject` holds the words of the title that are not stock.
    """

    symbol: str
    subject: frozenset[str]
    contents: tuple[Content, ...]
    holdings: Mapping[Feature, Holding]
    weights: tuple[int, ...]


def profile(text: Resolution) -> Profile:
    """Make a text ready for comparison."""
    parts = (
        (Part.PREAMBLE, text.preamble),
        (Part.OPERATIVE, text.operative),
        *((Part.ANNEX, annex.paragraphs) for annex in text.annexes),
    )
    found = (_content(text.symbol, part, paragraph) for part, paragraphs in parts for paragraph in paragraphs)
    contents = tuple(content for content in found if content.words.stems)
    holdings = _holdings(contents)
    weights = [0] * len(contents)
    for holding, times in Counter(holdings.values()).items():
        for at in holding.holders:
            weights[at] += times * holding.share
    return Profile(text.symbol, _subject(text.title or ""), contents, holdings, tuple(weights))


def _subject(title: str) -> frozenset[str]:
    found = words(title)
    return frozenset(stem for stem, word in zip(found.stems, found.lower, strict=True) if not _is_stock(word))


def _holdings(contents: Iterable[Content]) -> dict[Feature, Holding]:
    """Who holds which feature, in order of first appearance."""
    holders: dict[Feature, tuple[int, ...]] = {}
    worths: dict[Feature, Worth] = {}
    for at, content in enumerate(contents):
        alone = (at,)
        for feature, worth in content.features.items():
            if feature in holders:
                holders[feature] += alone
                worths[feature] = _more(worths[feature], worth)
            else:
                holders[feature] = alone
                worths[feature] = worth
    holding = cache(lambda held_by, worth: Holding(held_by, worth, share(worth.worth, len(held_by))))
    return dict(zip(holders, map(holding, holders.values(), worths.values()), strict=True))


@cache
def share(worth: int, holders: int) -> int:
    """Give what a feature is worth to each of its holders: the more there are, the less it tells."""
    return worth * worth * _PARTS // holders if holders <= MOST_HOLDERS else 0


def features(stems: tuple[str, ...]) -> Iterable[Feature]:
    """Give the features of some words, the shorter first."""
    return chain.from_iterable(runs(stems, length) for length in range(1, _LONGEST + 1))


def runs(stems: tuple[str, ...], length: int) -> tuple[Feature, ...]:
    """Give the runs of so many words, in order."""
    if length == 1:
        return stems
    return tuple(map(" ".join, zip(*(stems[at:] for at in range(length)), strict=False)))


def _content(symbol: str, part: Part, paragraph: Paragraph) -> Content:
    names = tuple(titles(paragraph)) if part is Part.PREAMBLE else ()
    return Content(f"{symbol}#{paragraph.anchor}", part, *_taken_apart(own_text(paragraph), names))


@lru_cache(_REMEMBERED)
def _taken_apart(text: str, names: tuple[tuple[int, int], ...]) -> _Apart:
    """What the words of a paragraph are; the next text of a series has most paragraphs as they were."""
    found = words(text, names)
    spans = tuple(formula_spans(text))
    formulaic = tuple(bool(spans) and any(start <= at < end for start, end in spans) for at in found.starts)
    return found, formulaic, duty(text), _features(found, formulaic)


def _features(found: Words, formulaic: Sequence[bool]) -> dict[Feature, Worth]:
    """What each feature of a paragraph is worth where it first stands."""
    worths = tuple(map(_worth, found.lower, found.named, formulaic))
    held: dict[Feature, Worth] = {}
    for length in range(1, _LONGEST + 1):
        means = map(_mean, *(worths[at:] for at in range(length)))
        # Of two places the first is said last, and wins.
        held |= reversed(tuple(zip(runs(found.stems, length), means, strict=True)))
    return held


@lru_cache(maxsize=100_000)
def _worth(word: str, named: bool, formulaic: bool) -> Worth:
    worth = _FORMULA if formulaic else _NAME if named else _WORD
    return _one_of(worth, min(worth, _STOCK) if _is_stock(word) else worth, named)


def _is_stock(word: str) -> bool:
    return word in STOCK_WORDS or word.isdigit()


@cache
def _mean(*run: Worth) -> Worth:
    worth, telling = sum(one.worth for one in run), sum(one.telling for one in run)
    return _one_of(worth // len(run), telling // len(run), all(one.named for one in run))


@cache
def _more(one: Worth, other: Worth) -> Worth:
    return _one_of(max(one.worth, other.worth), max(one.telling, other.telling), one.named and other.named)


@cache
def _one_of(worth: int, telling: int, named: bool) -> Worth:
    """The one worth of its kind."""
    return Worth(worth, telling, named)
