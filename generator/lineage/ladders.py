"""Put links together to ladders: one paragraph's life, from its first place to its last.

A step of a ladder leads from a paragraph to the one that continues it best, seen from both. The other links are
clauses that came from other ladders or went to them.
"""

from collections.abc import Iterable, Mapping

from generator.lineage.model import Ladder, Link


def ladders(links: Iterable[Link], order: Mapping[str, int]) -> tuple[Ladder, ...]:
    """Take links, and the rank of each text in its series; give the ladders in order of their first places."""
    every = tuple(links)
    steps = _steps(every)
    group: dict[str, set[str]] = {}
    for one in steps:
        joined = group.get(one.origin, {one.origin}) | group.get(one.to, {one.to})
        group.update(dict.fromkeys(joined, joined))
    wholes = {min(places, key=lambda place: _rank(place, order)): places for places in group.values()}
    return tuple(_ladder(wholes[first], every, steps, order) for first in sorted(wholes))


def _steps(links: tuple[Link, ...]) -> frozenset[Link]:
    """The links that are the best ones of both their ends, of those between the same two texts."""
    onward: dict[tuple[str, str], Link] = {}
    back: dict[tuple[str, str], Link] = {}
    for link in links:
        for found, key in ((onward, (link.origin, _text(link.to))), (back, (link.to, _text(link.origin)))):
            if key not in found or link.score > found[key].score:
                found[key] = link
    return frozenset(onward.values()) & frozenset(back.values())


def _ladder(places: set[str], links: tuple[Link, ...], steps: frozenset[Link], order: Mapping[str, int]) -> Ladder:
    ordered = tuple(sorted(places, key=lambda place: _rank(place, order)))
    own = tuple(link for link in links if link in steps and link.origin in places)
    joins = tuple(link for link in links if link not in steps and (link.origin in places or link.to in places))
    return Ladder(ordered[0], ordered, own, joins)


def _rank(place: str, order: Mapping[str, int]) -> tuple[int, str]:
    return order[_text(place)], place


def _text(place: str) -> str:
    return place.partition("#")[0]
