"""What a folder of built files holds, and from what each file was made: so that later work can take it over.

A file is taken over only if it was made from the same things (its key) and nobody touched it since (its length and its
time). Whatever cannot be read, or is damaged, counts as not there: that costs time and nothing else.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
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
    """Whether a file was built, and is as it was then."""
    known = one.made.get(path)
    try:
        return known is not None and _made(known.key, os.stat(f"{one.folder}/{path}")) == known  # noqa: PTH116
    except OSError:  # it is gone, or a folder above it is a file now
        return False


def looked_at(one: Store, path: str) -> Made:
    """Give the digest of a file as its key; it is read only if it is not as it was when it was last looked at."""
    if untouched(one, path):
        return one.made[path]
    file = one.folder / path
    stat = file.stat()  # before it is read: who writes it meanwhile is noticed the next time
    return _made(hashlib.sha256(file.read_bytes()).hexdigest(), stat)


def held(stores: Iterable[Store], keys: Mapping[str, str]) -> dict[str, Store]:
    """Say which of what is wanted there is from earlier work, and where."""
    stores = tuple(stores)
    found = ((path, next((one for one in stores if _holds(one, path, key)), None)) for path, key in keys.items())
    return {path: one for path, one in found if one is not None}


def take_over(found: Mapping[str, Store], into: Path) -> dict[str, Made]:
    """Take files over from where they are held; give what is known of each."""
    for path, one in found.items():
        _link(f"{one.folder}/{path}", f"{into}/{path}")
    return {path: one.made[path] for path, one in found.items()}


def clear(folder: Path, found: Mapping[str, Store]) -> None:
    """Take away from a folder whatever is not, under another name, the very file that is to be taken over.

    So nothing that is written there later is written into a file that a published site has too.
    """
    for home, _, names in os.walk(folder, topdown=False):
        above = "" if home == str(folder) else f"{Path(home).relative_to(folder).as_posix()}/"
        for name in names:
            if not _is_one(found.get(above + name), above + name, f"{home}/{name}"):
                Path(home, name).unlink()
        with suppress(OSError):  # something is left in it
            os.rmdir(home)  # noqa: PTH106 (there are thousands)


def _is_one(one: Store | None, path: str, file: str) -> bool:
    return one is not None and os.path.samefile(f"{one.folder}/{path}", file)  # noqa: PTH121 (there are thousands)


def files_in(folder: Path) -> Iterator[str]:
    """Give the path of every file in a folder, relative to it."""
    for home, _, names in os.walk(folder):
        above = os.path.relpath(home, folder)
        yield from names if above == os.curdir else (f"{above}/{name}" for name in names)


def _holds(one: Store, path: str, key: str) -> bool:
    known = one.made.get(path)
    return known is not None and known.key == key and untouched(one, path)


def _link(file: str, target: str) -> None:
    """A second name for the same file costs nothing; where the disk has no such thing, a copy with the same time."""
    try:
        os.link(file, target)
    except FileExistsError:  # `clear` has left it there
        return
    except FileNotFoundError:  # the folder is not there yet
        Path(target).parent.mkdir(parents=True)
        _link(file, target)
    except OSError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)


def _made(key: str, stat: os.stat_result) -> Made:
    return Made(key, stat.st_size, stat.st_mtime_ns)
