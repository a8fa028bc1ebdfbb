"""Sort the paragraphs of all texts into the indexes: which of them stand where, and about how long that makes a page.

Only their ranks are kept. The entries themselves are found again when a page is written, so that the plan of a large
edition is small.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from generator import walk
from generator.model import Paragraph, Resolution
from generator.writing.indexes.entries import Entry, Groups, Ranks

Name = TypeVar("Name", bound=Hashable)

Sorter = Callable[[Resolution], Iterable[tuple[Name, int, int]]]
"""Takes a text; gives for each entry the name of its index, the rank of its paragraph in the text, and its weight."""


class Sorted(msgspec.Struct, Generic[Name], frozen=True):
    """What stands in each of several indexes, and how many characters of Markdown a text has there, by symbol."""

    groups: dict[Name, dict[str, Ranks]]
    weights: dict[Name, dict[str, int]]

    def named(self, name: Name) -> tuple[Groups, Mapping[str, int]]:
        """Give what stands in one index, and its weights."""
        return self.groups.get(name, {}), self.weights.get(name, {})


def sort_out(texts: Iterable[Resolution], *sorters: Sorter[Any]) -> tuple[Sorted[Any], ...]:
    """Take texts in order; give what each sorter puts into its indexes, in one passage through the texts."""
    found: tuple[Sorted[Any], ...] = tuple(Sorted({}, {}) for _ in sorters)
    shared: dict[Ranks, Ranks] = {}  # most are a single paragraph: they are held once
    for text in texts:
        for sorter, one in zip(sorters, found, strict=True):
            _put(text, sorter, one, shared)
    return found


def _put(text: Resolution, sorter: Sorter[Any], found: Sorted[Any], shared: dict[Ranks, Ranks]) -> None:
    ranks: dict[Any, list[int]] = {}
    weights: dict[Any, int] = {}
    for name, rank, weight in sorter(text):
        ranks.setdefault(name, []).append(rank)
        weights[name] = weights.get(name, 0) + weight
    for name, own in ranks.items():
        found.groups.setdefault(name, {})[text.symbol] = shared.setdefault(tuple(own), tuple(own))
        found.weights.setdefault(name, {})[text.symbol] = weights[name]


def paragraphs_of(text: Resolution, ranks: Ranks) -> Iterator[Paragraph]:
    """Give the paragraphs of some ranks."""
    every = walk.paragraphs(text)
    return (every[rank] for rank in ranks)


def plain(text: Resolution, ranks: Ranks) -> Iterator[Entry]:
    """Find the entries of paragraphs of which no words are marked."""
    return (Entry(text.symbol, paragraph) for paragraph in paragraphs_of(text, ranks))
