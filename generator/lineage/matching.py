"""Paragraphs that continue one another as a whole: each with one of the other text, the surest pairs first.

The rarer a shared feature is in the two texts, the more it tells: its evidence is divided among the paragraphs of a
text that hold it, and what more than a dozen hold gives none. So the work grows with the texts and not with their
square, and nobody compares all with all: candidates come from the features that both texts have. Only the two texts
are asked, never the corpus.

A pair whose neighbours are a pair is surer: agreed language keeps its order. Between the preamble and the rest of a
text, names that both hold are no evidence: the treaties of the preamble stand in the operative part of many texts.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from math import sqrt
from typing import NamedTuple

from generator.lineage.profiles import UNIT, Feature, Holding, Profile, Worth, share
from generator.model import Part

_LEAST_SIMILARITY = 0.22
_LEAST_WORTH = 3 * UNIT
_NEIGHBOURS = 1.1

Pair = tuple[int, int]
"""The indexes of a paragraph of the earlier text and of one of the later."""


class Evidence(NamedTuple):
    """What a feature that two texts share is worth, what it tells of kinship, and whether it is nothing but names."""

    worth: int
    telling: int
    named: bool


class Sides(NamedTuple):
    """Two texts side by side, and the features that both hold."""

    earlier: Profile
    later: Profile
    both: frozenset[Feature]


class Shared(NamedTuple):
    """What two paragraphs have in common: the similarity of the whole (0 to 1), its worth, and what it tells."""

    similarity: float
    worth: int
    telling: int


def sides(earlier: Profile, later: Profile) -> Sides:
    """Put two texts side by side."""
    return Sides(earlier, later, frozenset(earlier.holdings.keys() & later.holdings.keys()))


def evidence(given: Sides, feature: Feature) -> Evidence:
    """Give what a feature that both texts hold is worth; 0 where so many paragraphs hold it that it is no evidence."""
    return _evidence(given.earlier.holdings[feature], given.later.holdings[feature])


def _evidence(one: Holding, other: Holding) -> Evidence:
    return _strength(one.worth, other.worth, max(len(one.holders), len(other.holders)))


@cache
def _strength(one: Worth, other: Worth, holders: int) -> Evidence:
    """The evidence of a feature: one of few, so it is kept."""
    worth, tells = share(max(one.worth, other.worth), holders), share(max(one.telling, other.telling), holders)
    return Evidence(worth, tells, one.named or other.named)


def crosses(given: Sides, pair: Pair) -> bool:
    """Whether one of a pair stands in a preamble and the other does not."""
    before, after = given.earlier.contents[pair[0]], given.later.contents[pair[1]]
    return (before.part is Part.PREAMBLE) != (after.part is Part.PREAMBLE)


def sharing(given: Sides) -> dict[Pair, Shared]:
    """Give every pair of paragraphs that shares enough to be looked at."""
    worths: list[dict[int, int]] = [defaultdict(int) for _ in given.earlier.contents]
    tellings: list[dict[int, int]] = [defaultdict(int) for _ in given.earlier.contents]
    before, after = list(given.earlier.weights), list(given.later.weights)
    opening, opening_later = ([content.part is Part.PREAMBLE for content in side.contents] for side in given[:2])
    for (one, other), times in _alike(given).items():
        worth, telling, named = _evidence(one, other)
        if not worth:
            continue
        told, tells = times * worth, times * telling
        for at in one.holders:
            worths_of, tellings_of, opens = worths[at], tellings[at], opening[at]
            for place in other.holders:
                if not named or opens is opening_later[place]:
                    worths_of[place] += told
                    tellings_of[place] += tells
        for holding, weights in ((one, before), (other, after)):
            for at in holding.holders:
                weights[at] += times * (worth - holding.share)
    return {
        (at, place): Shared(worth / sqrt(before[at] * after[place]), worth, tellings[at][place])
        for at, row in enumerate(worths)
        for place, worth in row.items()
        if worth >= _LEAST_WORTH
    }


def _alike(given: Sides) -> Counter[tuple[Holding, Holding]]:
    """How many features are held in the one way here and in the other there."""
    holdings = (map(side.holdings.__getitem__, given.both) for side in (given.earlier, given.later))
    return Counter(zip(*holdings, strict=True))


def may_share(earlier: Profile, later: Profile, gone: Iterable[int], new: Iterable[int]) -> bool:
    """Whether any of some paragraphs of one text can share enough with any of some of the other; rather yes than no."""
    olds, news = set(gone), set(new)
    held = [
        frozenset().union(*(side.contents[at].features for at in places))
        for side, places in ((earlier, olds), (later, news))
    ]
    worths: dict[Pair, int] = defaultdict(int)
    for (one, other), times in _alike(Sides(earlier, later, frozenset.intersection(*held))).items():
        for pair in product(olds.intersection(one.holders), news.intersection(other.holders)):
            worths[pair] += times * _evidence(one, other).worth
    return any(worth >= _LEAST_WORTH for worth in worths.values())


def whole_matches(found: Mapping[Pair, Shared]) -> tuple[Pair, ...]:
    """Pair paragraphs that are similar as a whole, each at most once."""
    matches: set[Pair] = set()
    taken: tuple[set[int], set[int]] = (set(), set())
    queue = [(-shared.similarity, pair) for pair, shared in found.items() if shared.similarity >= _LEAST_SIMILARITY]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= _LEAST_SIMILARITY:
        _, pair = heapq.heappop(queue)
        if pair[0] in taken[0] or pair[1] in taken[1]:
            continue
        matches.add(pair)
        taken[0].add(pair[0])
        taken[1].add(pair[1])
        for neighbour in ((pair[0] - 1, pair[1] - 1), (pair[0] + 1, pair[1] + 1)):
            if neighbour in found:
                heapq.heappush(queue, (-found[neighbour].similarity * _NEIGHBOURS, neighbour))
    return tuple(sorted(matches))
