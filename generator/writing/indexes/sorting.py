"""Sort the paragraphs of all texts into the indexes: which of them stand where, and about how long that makes a page.

Only their ranks are kept. The entries themselves are found again when a page is written, so that the plan of a large
edition is small.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

from generator import walk
from generator.model import Paragraph, Resolution
from generator.writing.indexes.entries import QUOTED, Entry, Groups, Ranks, Style

Name = TypeVar("Name", bound=Hashable)

Sorter = Callable[[Resolution], Iterable[tuple[Name, int, Entry]]]
"""Takes a text; gives its entries, each with the name of its index and the rank of its paragraph in the text."""


class Sorted(msgspec.Struct, Generic[Name], frozen=True):
    """What stands in each of several indexes, and how many characters of Markdown a text has there, by symbol."""

    groups: dict[Name, dict[str, Ranks]]
    weights: dict[Name, dict[str, int]]

    def named(self, name: Name) -> tuple[Groups, Mapping[str, int]]:
        """Give what stands in one index, and its weights."""
        return self.groups.get(name, {}), self.weights.get(name, {})


def sort_out(texts: Iterable[Resolution], sorter: Sorter[Name], style: Style = QUOTED) -> Sorted[Name]:
    """Take texts in order; give what stands in each index."""
    found: Sorted[Name] = Sorted({}, {})
    shared: dict[Ranks, Ranks] = {}  # most are a single paragraph: they are held once
    for text in texts:
        ranks: dict[Name, list[int]] = {}
        for name, rank, entry in sorter(text):
            ranks.setdefault(name, []).append(rank)
            weights = found.weights.setdefault(name, {})
            weights[text.symbol] = weights.get(text.symbol, 0) + style.weigh(entry)
        for name, own in ranks.items():
            found.groups.setdefault(name, {})[text.symbol] = shared.setdefault(tuple(own), tuple(own))
    return found


def paragraphs_of(text: Resolution, ranks: Ranks) -> Iterator[Paragraph]:
    """Give the paragraphs of some ranks."""
    every = walk.paragraphs(text)
    return (every[rank] for rank in ranks)


def plain(text: Resolution, ranks: Ranks) -> Iterator[Entry]:
    """Find the entries of paragraphs of which no words are marked."""
    return (Entry(text.symbol, paragraph) for paragraph in paragraphs_of(text, ranks))
