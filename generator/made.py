"""What a folder of built files holds, and from what each file was made: so that later work can take it over.

A file is taken over only if it was made from the same things (its key) and nobody touched it since (its length and its
time). Whatever cannot be read, or is damaged, counts as not there: that costs time and nothing else.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from generator.writing.files import write_file


class Made(msgspec.Struct, frozen=True, array_like=True):
    """One file: the key of what it was made from, its length in bytes, and when it was written (ns)."""

    key: str
    size: int
    time: int


class Store(msgspec.Struct, frozen=True):
    """A folder with files that were built, and what is known of each by its path there."""

    folder: Path
    made: Mapping[str, Made]


def store(folder: Path, record: Path | None) -> Store:
    """Read what a folder holds; nothing where the record is missing or damaged."""
    if record is None:
        return Store(folder, {})
    try:
        return Store(folder, msgspec.msgpack.decode(record.read_bytes(), type=dict[str, Made]))
    except (OSError, msgspec.DecodeError):
        return Store(folder, {})


def recorded(folder: Path, keys: Mapping[str, str]) -> dict[str, Made]:
    """Give what is to be remembered of files just built, by path."""
    return {path: _made(key, (folder / path).stat()) for path, key in keys.items()}


def remember(record: Path, made: Mapping[str, Made]) -> None:
    """Write down what a folder holds."""
    write_file(record, msgspec.msgpack.encode(made))


def untouched(one: Store, path: str) -> bool:
    """Whether a file is as it was when it was built."""
    try:
        return _made(one.made[path].key, (one.folder / path).stat()) == one.made[path]
    except OSError:  # it is gone, or a folder above it is a file now
        return False


def taken_over(stores: Iterable[Store], keys: Mapping[str, str], into: Path) -> frozenset[str]:
    """Take over from earlier work whatever has the key that is wanted; give the paths that were found."""
    stores = tuple(stores)
    return frozenset(path for path, key in keys.items() if any(_taken(one, path, key, into) for one in stores))


def _taken(one: Store, path: str, key: str, into: Path) -> bool:
    known = one.made.get(path)
    if known is None or known.key != key or not untouched(one, path):
        return False
    target = into / path
    target.parent.mkdir(parents=True, exist_ok=True)
    _linked(one.folder / path, target)
    return True


def _linked(file: Path, target: Path) -> None:
    """A second name for the same file costs nothing; where the disk has no such thing, a copy with the same time."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copy2(file, target)


def _made(key: str, stat: os.stat_result) -> Made:
    return Made(key, stat.st_size, stat.st_mtime_ns)
