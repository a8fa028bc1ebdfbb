"""Split a list that would make a long page: by year, or by whatever its texts are told apart by, and then into parts.

What stands on a page of a split list depends on the texts of that page's name alone ("2004"), so that a text more
changes no other page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

import msgspec

from generator.writing.indexes.page import slug

LONGEST = 150_000  # characters of Markdown: less than 300 KB of HTML, whatever the words


class Part(msgspec.Struct, frozen=True):
    """A page of a split list: its name ("2004", "2004, part 2"), the name of its file, the symbols that stand on it."""

    name: str
    file: str
    symbols: tuple[str, ...]


def is_short(weights: Mapping[str, int]) -> bool:
    """Take the weight of each text in a list (its characters of Markdown), by symbol; say if it is one page's worth."""
    return sum(weights.values()) <= LONGEST


def parts(weights: Mapping[str, int], name_of: Callable[[str], str]) -> Iterator[Part]:
    """Give the pages of a list in order of their names; the texts of one name keep their order."""
    for name, symbols in groupby(sorted(weights, key=name_of), key=name_of):
        cut = tuple(_cut(weights, symbols))
        for number, part in enumerate(cut, start=1):
            if len(cut) == 1:
                yield Part(name, slug(name), part)
            else:
                yield Part(f"{name}, part {number}", f"{slug(name)}-{number}", part)


def _cut(weights: Mapping[str, int], symbols: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The symbols in runs, none of them too long for a page."""
    run: list[str] = []
    weight = 0
    for symbol in symbols:
        if run and weight + weights[symbol] > LONGEST:
            yield tuple(run)
            run, weight = [], 0
        run.append(symbol)
        weight += weights[symbol]
    yield tuple(run)
