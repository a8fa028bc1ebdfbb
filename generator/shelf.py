"""The texts of an edition on a shelf: those of a large one are never in memory together.

The first few thousand stay as they are. Of the others only the encoded words are kept, an eighth of their size, and a
text is made of them when it is asked for. What is said of a text as a whole is always at hand.
"""

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

import msgspec

from generator.model import Resolution
from generator.versions import digest_of

_OPEN = 4000  # texts that stay as they are: some 100 KB each
_LENT = 400  # of the others those that were asked for last
_EFFORT = 1  # of 9: the steps above save one byte of five and take twice the time

Value = TypeVar("Value")


class WhenAsked(Mapping[str, Value]):
    """What is made of each of some keys, when it is asked for; the last `most` are remembered."""

    def __init__(self, keys: Collection[str], make: Callable[[str], Value], most: int = 0) -> None:
        self._keys = keys
        self._make = lru_cache(most)(make) if most else make

    def __getitem__(self, key: str) -> Value:
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Shelf(Mapping[str, Resolution]):
    """Texts by symbol, in the order of symbols: `heads` are the same without their paragraphs, notes and lines.

    `digests` tells the content of each from any other.
    """

    def __init__(self, texts: Iterable[Resolution]) -> None:
        heads, digests = {}, {}
        self._open: dict[str, Resolution] = {}
        folded: dict[str, bytes] = {}
        for text in texts:
            encoded = msgspec.msgpack.encode(text)
            heads[text.symbol], digests[text.symbol] = head(text), digest_of([encoded])
            if len(self._open) < _OPEN:
                self._open[text.symbol] = text
            else:
                folded[text.symbol] = zlib.compress(encoded, _EFFORT)
        self.heads: Mapping[str, Resolution] = dict(sorted(heads.items()))
        self.digests: Mapping[str, str] = digests
        self._lent = WhenAsked(folded, lambda symbol: _unfolded(folded[symbol]), _LENT)

    def __getitem__(self, symbol: str) -> Resolution:
        return self._open.get(symbol) or self._lent[symbol]

    def __contains__(self, symbol: object) -> bool:
        return symbol in self.heads

    def __iter__(self) -> Iterator[str]:
        return iter(self.heads)

    def __len__(self) -> int:
        return len(self.heads)


def head(text: Resolution) -> Resolution:
    """Give what is said of a text as a whole: the text without what it consists of."""
    return msgspec.structs.replace(
        text,
        title_marks=(),
        masthead=(),
        preamble=(),
        operative=(),
        headings=(),
        annexes=(),
        footnotes=(),
        closing=None,
        furniture=(),
        corrections=(),
        problems=(),
    )


def _unfolded(encoded: bytes) -> Resolution:
    return msgspec.msgpack.decode(zlib.decompress(encoded), type=Resolution)
