"""Paragraphs that continue one another as a whole: each with one of the other text, the surest pairs first.

The rarer a shared feature is in the two texts, the more it tells: its evidence is divided among the paragraphs of a
text that hold it, and what more than a dozen hold gives none. So the work grows with the texts and not with their
square, and nobody compares all with all: candidates come from the features that both texts have. Only the two texts
are asked, never the corpus.

A pair whose neighbours are a pair is surer: agreed language keeps its order. Between the preamble and the rest of a
text, names that both hold are no evidence: the treaties of the preamble stand in the operative part of many texts.
"""

import heapq
from collections.abc import Iterable, Mapping
from math import fsum, sqrt
from typing import NamedTuple

from generator.lineage.profiles import Holding, Profile
from generator.model import Part

_MOST_HOLDERS = 12
_LEAST_SIMILARITY = 0.22
_LEAST_WORTH = 3.0
_NEIGHBOURS = 1.1

Pair = tuple[int, int]
"""The indexes of a paragraph of the earlier text and of one of the later."""


class Evidence(NamedTuple):
    """What a feature that two texts share is worth, what it tells of kinship, and whether it is nothing but names."""

    worth: float
    telling: float
    named: bool


class Sides(NamedTuple):
    """Two texts side by side, and the evidence of the features that they share."""

    earlier: Profile
    later: Profile
    shared: Mapping[str, Evidence]


class Shared(NamedTuple):
    """What two paragraphs have in common: the similarity of the whole (0 to 1), its worth, and what it tells."""

    similarity: float
    worth: float
    telling: float


def sides(earlier: Profile, later: Profile) -> Sides:
    """Put two texts side by side."""
    shared = {}
    for feature in sorted(earlier.holdings.keys() & later.holdings.keys()):
        one, other = earlier.holdings[feature], later.holdings[feature]
        most = max(len(one.holders), len(other.holders))
        if most <= _MOST_HOLDERS:
            worth, telling = max(one.worth, other.worth), max(one.telling, other.telling)
            shared[feature] = Evidence(worth**2 / most, telling**2 / most, one.named and other.named)
    return Sides(earlier, later, shared)


def crosses(given: Sides, pair: Pair) -> bool:
    """Whether one of a pair stands in a preamble and the other does not."""
    before, after = given.earlier.contents[pair[0]], given.later.contents[pair[1]]
    return (before.part is Part.PREAMBLE) != (after.part is Part.PREAMBLE)


def weigh(given: Sides, side: Profile, held: Iterable[str]) -> float:
    """Say what features of one of the two texts are worth together: the same sum in any order."""
    return fsum(_worth(given.shared.get(feature), side.holdings[feature]) for feature in held)


def sharing(given: Sides) -> dict[Pair, Shared]:
    """Give every pair of paragraphs that shares enough to be looked at."""
    worths: dict[Pair, float] = {}
    tellings: dict[Pair, float] = {}
    for feature, evidence in given.shared.items():
        for at in given.earlier.holdings[feature].holders:
            for other in given.later.holdings[feature].holders:
                pair = (at, other)
                if not (evidence.named and crosses(given, pair)):
                    worths[pair] = worths.get(pair, 0.0) + evidence.worth
                    tellings[pair] = tellings.get(pair, 0.0) + evidence.telling
    before, after = ([weigh(given, side, held) for held in side.features] for side in (given.earlier, given.later))
    return {
        pair: Shared(worth / sqrt(before[pair[0]] * after[pair[1]]), worth, tellings[pair])
        for pair, worth in sorted(worths.items())
        if worth >= _LEAST_WORTH
    }


def whole_matches(found: Mapping[Pair, Shared]) -> tuple[Pair, ...]:
    """Pair paragraphs that are similar as a whole, each at most once."""
    matches: set[Pair] = set()
    taken: tuple[set[int], set[int]] = (set(), set())
    queue = [(-shared.similarity, pair) for pair, shared in found.items()]
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


def _worth(shared: Evidence | None, own: Holding) -> float:
    """What a feature is worth: as evidence, or alone where the other text lacks it."""
    if shared is not None:
        return shared.worth
    return own.worth**2 / len(own.holders) if len(own.holders) <= _MOST_HOLDERS else 0.0
