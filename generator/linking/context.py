"""What a reader of one text knows when a name comes up, and what was found of it.

Every finder takes a text and a `Context` and gives `Found`; `citations.cite` chooses among them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from generator.linking.instruments import Instruments


class Context(msgspec.Struct, frozen=True):
    """The text that is read: its own symbol and organ, the authority file, and the treaties named before.

    `named` holds ids in order; a treaty that the authority file does not know stands there by its noun: "Convention".
    """

    symbol: str | None
    organ: str | None
    instruments: Instruments
    named: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """A stretch of a text that names a document (or several: "Add.1-4"), and what it names.

    `certain` is false for what only looks like the name of a treaty: anything else that is found there goes before.
    """

    start: int
    end: int
    symbols: tuple[str | None, ...] = (None,)
    instrument: str | None = None
    pinpoint: str | None = None
    url: str | None = None
    certain: bool = True


def says(text: str, words: Iterable[str]) -> bool:
    """Whether a text says one of some words: a look that costs nothing, before a search that needs one of them."""
    return any(map(text.__contains__, words))


# Ends one: "… thereto. The", "… (XXI), annex.” See".   Ends none: "vol. 2225", "No. 29", "Sales No. E.96", "Corr.1".
_SHORTENED = ("vol", "vols", "No", "Nos", "para", "paras", "art", "arts", "chap", "sect", "p", "pp", "Ibid", "ibid")
# The sign comes first in the pattern, and what may not stand before it is looked at only there.
_STOP = re.compile(
    r"[.?!]" + "".join(rf"(?<!\b{word}.)" for word in (*_SHORTENED, "[A-Z]")) + r"[”\"')]*\s+(?=[“\"(]?[A-Z])",
)


class Sentences:
    """The sentences of a text: a name is not looked for beyond the border of its own."""

    def __init__(self, text: str) -> None:
        self._borders = [0, *(stop.end() for stop in _STOP.finditer(text)), len(text) + 1]

    def around(self, at: int) -> tuple[int, int]:
        """Give where the sentence of an offset begins and where it ends."""
        after = bisect_right(self._borders, at)
        borders = list(pairwise(self._borders[max(after - 1, 0) : after + 1]))
        return borders[0] if borders else (self._borders[-2], self._borders[-1])
