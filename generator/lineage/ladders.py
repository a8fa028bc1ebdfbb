"""Put links together to ladders: one paragraph's life, from its first place to its last.

A step of a ladder leads from a paragraph to the one that continues it best, seen from both. The other links are
clauses that came from other ladders or went to them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.lineage.model import Ladder, Link


def ladders(links: Iterable[Link], order: Mapping[str, int]) -> tuple[Ladder, ...]:
    """Take links, and the rank of each text in its series; give the ladders in order of their first places."""
    every = tuple(links)
    steps = _steps(every)
    places = {
        members[0]: tuple(members)
        for joined in _joined(steps)
        if (members := sorted(joined, key=lambda place: _rank(place, order)))
    }
    of = {place: first for first, members in places.items() for place in members}
    own: dict[str, list[Link]] = defaultdict(list)
    joins: dict[str, list[Link]] = defaultdict(list)
    for link in every:
        if link in steps:
            own[of[link.origin]].append(link)
        else:
            for first in {of[place] for place in (link.origin, link.to) if place in of}:
                joins[first].append(link)
    return tuple(Ladder(first, places[first], tuple(own[first]), tuple(joins[first])) for first in sorted(places))


def _joined(steps: Iterable[Link]) -> Iterable[set[str]]:
    """The places that steps join together, each set once."""
    group: dict[str, set[str]] = {}
    for one in steps:
        less, more = sorted((group.get(place, {place}) for place in (one.origin, one.to)), key=len)
        more |= less
        group |= dict.fromkeys(less, more)
        group.update(dict.fromkeys((one.origin, one.to), more))
    return {id(joined): joined for joined in group.values()}.values()


def _steps(links: tuple[Link, ...]) -> frozenset[Link]:
    """The links that are the best ones of both their ends, of those between the same two texts."""
    onward: dict[tuple[str, str], Link] = {}
    back: dict[tuple[str, str], Link] = {}
    for link in links:
        for found, key in ((onward, (link.origin, _text(link.to))), (back, (link.to, _text(link.origin)))):
            if key not in found or link.score > found[key].score:
                found[key] = link
    return frozenset(onward.values()) & frozenset(back.values())


def _rank(place: str, order: Mapping[str, int]) -> tuple[int, str]:
    return order[_text(place)], place


def _text(place: str) -> str:
    return place.partition("#")[0]
