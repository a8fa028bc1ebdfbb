"""Large files in pieces, one after another: what is made of all texts is never in memory as a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

_PART = 1000  # entries of a list that are at hand

Content = str | bytes | Iterable[bytes]
"""What a file holds; pieces are to be gone through once."""


def as_bytes(content: Content) -> bytes:
    """Give the whole content of a file."""
    if isinstance(content, str):
        return content.encode("utf-8")
    return content if isinstance(content, bytes) else b"".join(content)


def json_list(parts: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Give a file with one list as indented JSON, its entries taken part by part."""
    yield from _list(parts, b"\n")
    yield b"\n"


def json_lists(lists: Mapping[str, Sequence[object]]) -> Iterator[bytes]:
    """Give a file with an object of lists as indented JSON."""
    before = b"{"
    for name, entries in lists.items():
        yield before + f'\n  "{name}": '.encode()
        yield from _list((entries[at : at + _PART] for at in range(0, len(entries), _PART)), b"\n  ")
        before = b","
    yield b"\n}\n"


def _list(parts: Iterable[Sequence[object]], line: bytes) -> Iterator[bytes]:
    """A list whose lines begin with `line`; JSON has no other line ends in it."""
    before = b"["
    for part in parts:
        if part:
            yield before + msgspec.json.format(msgspec.json.encode(part), indent=2)[1:-2].replace(b"\n", line)
            before = b","
    yield b"[]" if before == b"[" else line + b"]"
