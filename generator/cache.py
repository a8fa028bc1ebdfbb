"""A folder of results by the content they were made from. It may be deleted or damaged at any time: that costs time.

Each entry is a file named by its key and begins with the digest of the rest, so that half a file or a changed byte is
known for what it is. An entry that cannot be written is not kept, and nothing else happens.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

_DIGEST = 32  # bytes


def holds(cache: Path | None, kind: str, key: str) -> bool:
    """Whether something is kept under a key; it may be damaged."""
    return cache is not None and _file(cache, kind, key).is_file()


def found(cache: Path | None, kind: str, key: str) -> bytes | None:
    """Give what is kept under a key, None if nothing is, or if it is damaged."""
    if cache is None:
        return None
    try:
        content = _file(cache, kind, key).read_bytes()
    except OSError:
        return None
    value = content[_DIGEST:]
    return value if hashlib.sha256(value).digest() == content[:_DIGEST] else None


def keep(cache: Path | None, kind: str, key: str, value: bytes) -> None:
    """Keep a value under a key; several processes may do so at once."""
    if cache is None:
        return
    file = _file(cache, kind, key)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(hashlib.sha256(value).digest() + value)
        unfinished.replace(file)


def prune(cache: Path | None, kind: str, used: frozenset[str]) -> None:
    """Take away what this run had no use for."""
    if cache is None:
        return
    with suppress(OSError):
        for file in (cache / kind).glob("*/*"):
            if file.parent.name + file.name not in used:
                file.unlink(missing_ok=True)


def _file(cache: Path, kind: str, key: str) -> Path:
    return cache / kind / key[:2] / key[2:]
