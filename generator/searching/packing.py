"""Lists and numbers in CBOR (RFC 8949), packed piece by piece: what is packed already need not be unpacked for it."""

from collections.abc import Iterable
from functools import cache

_NUMBER, _NEGATIVE, _LIST = 0x00, 0x20, 0x80
_HERE = 24  # smaller numbers stand in the first byte itself


def listed(items: Iterable[bytes]) -> bytes:
    """Pack a list of items that are packed already."""
    items = tuple(items)
    return begun(len(items)) + b"".join(items)


@cache
def begun(length: int) -> bytes:
    """Give what a list of so many items begins with."""
    return _head(_LIST, length)


@cache
def number(value: int) -> bytes:
    """Pack a whole number."""
    return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)


def _head(kind: int, value: int) -> bytes:
    if value < _HERE:
        return bytes((kind | value,))
    size = next(size for size in range(4) if value < 256 ** (2**size))
    return bytes((kind | _HERE + size,)) + value.to_bytes(2**size, "big")
