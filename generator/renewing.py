"""Bring docs/ up to date: groups of files whose key is the same are left as they stand, the others are made anew.

Groups are made in as many processes as the machine has cores, each of which writes what it made: the files of a large
corpus are never in memory together.
"""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.generating import Group, download
from generator.made import Made, Store, recorded, remember, store, untouched
from generator.writing.bulk import is_packed
from generator.writing.files import Written, remove_others, write_file

_WORTH_A_PROCESS = 40  # groups
_AT_A_TIME = 10  # groups

Outcome = tuple[dict[str, Made], list[str]]
"""The files of some groups, and which of them changed."""


def renew(folder: Path, groups: Sequence[Group], record: Path | None) -> Written:
    """Make the generated part of a folder equal to what the groups give; `record` remembers what was made of what."""
    before = store(folder, record)
    made, changed = _renewed(before, groups)
    keys = {group.key for group in groups if group.packed}
    packed = {path: one.key for path, one in made.items() if one.key in keys and is_packed(path)}
    packing = download(packed, lambda path: (folder / path).read_bytes())
    last, also = _renewed(before, (packing,))
    made |= last
    removed = remove_others(folder, made)
    if record is not None:
        remember(record, made)
    return Written(tuple(sorted(changed + also)), removed)


def _renewed(before: Store, groups: Sequence[Group]) -> Outcome:
    kept = _kept(before, {group.key for group in groups})
    waiting = [group for group in groups if group.key not in {one.key for one in kept.values()}]
    changed: list[str] = []
    for files, new in _made(before.folder, waiting):
        kept |= files
        changed += new
    return kept, changed


def _kept(before: Store, keys: set[str]) -> dict[str, Made]:
    """The files of the groups that are all as they were made."""
    groups: dict[str, list[str]] = {}
    for path, one in before.made.items():
        if one.key in keys:
            groups.setdefault(one.key, []).append(path)
    whole = (paths for paths in groups.values() if all(untouched(before, path) for path in paths))
    return {path: before.made[path] for paths in whole for path in paths}


_waiting: Sequence[Group] = ()
"""What the processes that are forked off have to make: a group holds a part of the library and cannot be sent."""


def _made(folder: Path, groups: Sequence[Group]) -> Iterable[Outcome]:
    if len(groups) < _WORTH_A_PROCESS or "fork" not in multiprocessing.get_all_start_methods():
        return [_make(folder, groups)]
    global _waiting  # noqa: PLW0603
    _waiting = groups
    return _in_processes(folder, _parts(groups))


def _in_processes(folder: Path, parts: Iterable[range]) -> Iterator[Outcome]:
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        yield from [waited.result() for waited in [pool.submit(_make_part, folder, part) for part in parts]]


def _parts(groups: Sequence[Group]) -> Iterator[range]:
    """What the processes take one after another."""
    return (range(start, min(start + _AT_A_TIME, len(groups))) for start in range(0, len(groups), _AT_A_TIME))


def _make_part(folder: Path, part: range) -> Outcome:
    return _make(folder, [_waiting[number] for number in part])


def _make(folder: Path, groups: Iterable[Group]) -> Outcome:
    made: dict[str, Made] = {}
    changed: list[str] = []
    for group in groups:
        files: Mapping[str, str | bytes] = group.make()
        changed += (path for path, content in files.items() if write_file(folder / path, content))
        made |= recorded(folder, dict.fromkeys(files, group.key))
    return made, changed
