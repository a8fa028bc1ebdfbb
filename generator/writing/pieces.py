"""Large files in pieces, one after another: what is made of all texts is never in memory as a whole."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

Content = str | bytes | Iterable[bytes]
"""What a file holds; pieces are to be gone through once."""


def as_bytes(content: Content) -> bytes:
    """Give the whole content of a file."""
    if isinstance(content, str):
        return content.encode("utf-8")
    return content if isinstance(content, bytes) else b"".join(content)


def json_list(parts: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Give a list as indented JSON, its entries taken part by part; a line ends it."""
    before = b"["
    for part in parts:
        if part:
            yield before + msgspec.json.format(msgspec.json.encode(part), indent=2)[1:-2]
            before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"
