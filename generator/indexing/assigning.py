"""The themes of a paragraph: the words that put it there, and which theme is the first."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.indexing.beginnings import Places
from generator.indexing.patterns import Pattern
from generator.indexing.themes import Role, Rules, Themes
from generator.linking.instruments import fold
from generator.model import Ground, Index

SHORT = 60
"""Up to so many words a paragraph is short: what it says in passing has weight in it."""

EDITOR = "editor"
"""The rule of a ground that an editor gave."""

_QUOTED = re.compile(r"“[^“”]{1,500}”|\"[^\"]{1,500}\"")


def grounds_in(words: str, anchor: str, themes: Themes) -> tuple[Ground, ...]:
    """Give why the words of one paragraph or item stand under themes: the first match of each pattern, in their order.

    Quoted words do not count: they are a title, or somebody else's.
    """
    own = _hidden(fold(words), (found.span() for found in _QUOTED.finditer(words)))
    places = themes.beginnings.places(own)
    is_short = len(words.split()) <= SHORT
    found = (
        Ground(Index.THEME, rules.theme.id, pattern.written, anchor, start, words[start:end])
        for rules in themes.told_by(places)
        for pattern, (start, end) in _matches(own, rules, places, is_short=is_short)
    )
    return tuple(sorted(found, key=lambda ground: ground.at or 0))


def first_of_each_rule(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Give the first of those grounds that one rule gives for one theme: the others say nothing new."""
    return tuple({(ground.id, ground.rule): ground for ground in reversed([*grounds])}.values())[::-1]


def in_order(grounds: Sequence[Ground], themes: Themes) -> tuple[Ground, ...]:
    """Sort grounds, given in the order of their words, by theme: the primary one first, and the editor's last.

    A theme comes before another if its words come first. But what is to be done goes before with whom and by what
    means, and both before what is said in passing: a paragraph that asks for resources for shelters is about shelters.
    """
    ranks: dict[str, tuple[int, int]] = {}
    for place, ground in enumerate(grounds):
        rank = (_weight(ground, themes.by_id[ground.id]), place)
        ranks[ground.id] = min(rank, ranks.get(ground.id, rank))
    return tuple(sorted(grounds, key=lambda ground: ranks[ground.id]))


def _weight(ground: Ground, rules: Rules) -> int:
    """How far back a ground puts its theme."""
    if ground.rule == EDITOR:
        return 3
    if ground.rule in rules.theme.in_passing:
        return 2
    return 1 if rules.theme.role is Role.MEANS else 0


def _matches(own: str, rules: Rules, places: Places, *, is_short: bool) -> Iterator[tuple[Pattern, tuple[int, int]]]:
    """Give the patterns of a theme that match, each with its first place; `places` are those of all that match."""
    when = _found(rules.when, own, places)
    in_passing = _found(rules.in_passing, own, places) if is_short else []
    if not (when or in_passing) or _found(rules.unless, own, places):
        return
    counted = own
    for pattern in rules.leave_out:
        if at := places.get(pattern.written):
            counted = _hidden(counted, pattern.find_all(counted, at))
    yield from when if counted == own else _found(rules.when, counted, places)
    yield from in_passing


def _found(patterns: Iterable[Pattern], text: str, places: Places) -> list[tuple[Pattern, tuple[int, int]]]:
    """Give those patterns that match. What is hidden in `text` hides matches, and makes none."""
    return [
        (pattern, found)
        for pattern in patterns
        if (at := places.get(pattern.written)) and (found := pattern.find(text, at))
    ]


def _hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Cover stretches of a text with signs that no pattern matches or crosses."""
    kept: list[str] = []
    so_far = 0
    for start, end in spans:
        kept += text[so_far:start], ";" * (end - start)
        so_far = end
    return "".join((*kept, text[so_far:]))
