"""Clauses that moved: words of a paragraph that its own continuation lost, and that another paragraph gained.

Once paragraphs are paired as a whole, the words that a pair has in common are explained, and so are formulas. What is
left of each paragraph is a clause or several. A clause that agrees with one of another paragraph is a link between the
two: so paragraphs are merged and split. Its words are explained then too, so that no word is accounted for twice.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from generator.lineage.matching import Evidence, Pair, Shared, Sides, crosses, evidence
from generator.lineage.profiles import UNIT, Feature, features, runs

_SHORTEST = 4
_TRIPLE = 3
_LEAST_WORTH = 9 * UNIT // 2
_CLEAR_WORTH = 6 * UNIT


class Clause(NamedTuple):
    """Words of a paragraph that are not explained yet: their features, and those of them that both texts hold."""

    left: frozenset[Feature]
    held: frozenset[Feature]


class Moved(NamedTuple):
    """A clause that two paragraphs share: how much of it (0 to 1), and what the shared words are worth."""

    part: float
    worth: int


# More is asked where neither paragraph is known to live on, and where the words would have gone from the operative part
# to the preamble or back.
_ENOUGH = Moved(0.2, _LEAST_WORTH)
_ENOUGH_OF_STRANGERS = Moved(0.5, 2 * _LEAST_WORTH)


class _Entry(NamedTuple):
    """A pair in the queue."""

    rank: float
    pair: Pair
    moved: Moved


class _Ledger:
    """Which words of which paragraph are explained, what clauses that leaves, and which paragraphs live on."""

    def __init__(self, given: Sides, matches: Iterable[Pair]) -> None:
        self.given = given
        self.sides = (given.earlier, given.later)
        self.explained = tuple([list(content.formulaic) for content in side.contents] for side in self.sides)
        self.kept: dict[tuple[int, int], tuple[Clause, ...]] = {}
        self.alive: set[tuple[int, int]] = set()
        self.evidence = cache(partial(evidence, given))
        self.worth = cache(partial(_worth, given, self.evidence))
        for pair in matches:
            self.explain(pair)

    def explain(self, pair: Pair) -> None:
        """Take the words that a pair shares, three at a time, as accounted for."""
        before, after = (side.contents[at].words.stems for side, at in zip(self.sides, pair, strict=True))
        for side, at, own, others in ((0, pair[0], before, after), (1, pair[1], after, before)):
            explained = self.explained[side][at]
            for start, end in _recurring(own, others):
                explained[start:end] = [True] * (end - start)
            self.kept.pop((side, at), None)
            self.alive.add((side, at))

    def enough(self, pair: Pair) -> Moved:
        """Say how much of a clause the two paragraphs of a pair must share at the least."""
        strangers = crosses(self.given, pair) or not self.alive.intersection(enumerate(pair))
        return _ENOUGH_OF_STRANGERS if strangers else _ENOUGH

    def clauses(self, side: int, at: int) -> tuple[Clause, ...]:
        """Give what is left of a paragraph."""
        if (side, at) not in self.kept:
            stems = self.sides[side].contents[at].words.stems
            lefts = (frozenset(features(stems[start:end])) for start, end in _unexplained(self.explained[side][at]))
            self.kept[side, at] = tuple(Clause(left, left & self.given.both) for left in lefts)
        return self.kept[side, at]


def moved_clauses(given: Sides, found: Mapping[Pair, Shared], matches: Iterable[Pair]) -> dict[Pair, Moved]:
    """Give the pairs of paragraphs between which a clause moved, beside those that match as a whole."""
    matched = frozenset(matches)
    ledger = _Ledger(given, matched)
    looked_at = [pair for pair, shared in found.items() if shared.worth >= _LEAST_WORTH and pair not in matched]
    touching = _touching(looked_at)
    moved: dict[Pair, Moved] = {}
    queue = [entry for pair in looked_at if (entry := _entry(ledger, pair))]
    heapq.heapify(queue)
    while queue:
        entry = heapq.heappop(queue)
        pair = entry.pair
        enough = ledger.enough(pair)
        if pair in moved or entry != _entry(ledger, pair):
            continue
        if entry.moved.part < enough.part or entry.moved.worth < enough.worth:
            continue
        moved[pair] = entry.moved
        ledger.explain(pair)
        for other in sorted(touching[0, pair[0]] | touching[1, pair[1]]):
            if changed := _entry(ledger, other):
                heapq.heappush(queue, changed)
    return moved


def _touching(pairs: Iterable[Pair]) -> dict[tuple[int, int], set[Pair]]:
    """The pairs of each paragraph, by side and index."""
    found: dict[tuple[int, int], set[Pair]] = {}
    for pair in pairs:
        for place in enumerate(pair):
            found.setdefault(place, set()).add(pair)
    return found


def _entry(ledger: _Ledger, pair: Pair) -> _Entry | None:
    """A pair as it is queued: the surest first. None where it shares too little."""
    best = _best(ledger, pair)
    return None if best is None else _Entry(-best.part * min(1.0, best.worth / _CLEAR_WORTH), pair, best)


def _worth(given: Sides, evidence_of: Callable[[Feature], Evidence], side: int, clause: Clause) -> int:
    """What the words of a clause of one of the two texts are worth."""
    holdings = (given.earlier, given.later)[side].holdings
    more = ((evidence_of(feature).worth, holdings[feature].share) for feature in clause.held)
    alone = sum(holdings[feature].share for feature in clause.left)
    return alone + sum(worth - share for worth, share in more if worth)


def _best(ledger: _Ledger, pair: Pair) -> Moved | None:
    """The best agreement between a clause of one paragraph and one of the other; None where there is little."""
    crossing = crosses(ledger.given, pair)
    best: Moved | None = None
    for clause in ledger.clauses(0, pair[0]):
        for other in ledger.clauses(1, pair[1]):
            shared = map(ledger.evidence, clause.held & other.held)
            worth = sum(one.worth for one in shared if not (crossing and one.named))
            if worth >= _LEAST_WORTH:
                whole = min(ledger.worth(0, clause), ledger.worth(1, other))
                best = max(best or Moved(0.0, 0), Moved(worth / whole, worth))
    return best


def _unexplained(explained: list[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of words that are not explained; a single explained word inside one is passed over."""
    start: int | None = None
    for at in range(len(explained) + 1):
        ends = at == len(explained) or (explained[at] and (at + 1 == len(explained) or explained[at + 1]))
        if start is None and not ends and not explained[at]:
            start = at
        elif start is not None and ends:
            if at - start >= _SHORTEST:
                yield start, at
            start = None


def _recurring(stems: tuple[str, ...], others: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where in a paragraph words stand that another has too, three at a time."""
    if stems == others and len(stems) >= _TRIPLE:
        yield 0, len(stems)
        return
    known = frozenset(runs(others, _TRIPLE))
    yield from ((start, start + _TRIPLE) for start, run in enumerate(runs(stems, _TRIPLE)) if run in known)
