"""Bring docs/ up to date: groups of files whose key is the same are left as they stand, the others are made anew.

Groups are made in as many processes as the machine has cores, each of which writes what it made: the files of a large
corpus are never in memory together.
"""

from collections.abc import Sequence
from pathlib import Path

from generator.generating import Group, download
from generator.made import Made, Store, recorded, remember, store, untouched
from generator.spreading import spread
from generator.writing.bulk import is_packed
from generator.writing.files import Written, remove_others, write_file

Outcome = tuple[dict[str, Made], list[str]]
"""The files of some groups, and which of them changed."""


def renew(folder: Path, groups: Sequence[Group], record: Path | None) -> Written:
    """Make the generated part of a folder equal to what the groups give; `record` remembers what was made of what."""
    before = store(folder, record)
    packed, changed = _renewed(before, [group for group in groups if group.packed])
    keys = {path: one.key for path, one in packed.items() if is_packed(path)}
    packing = download(keys, lambda path: (folder / path).open("rb"))
    others, also = _renewed(before, [packing, *(group for group in groups if not group.packed)])
    made = packed | others
    removed = remove_others(folder, made)
    if record is not None:
        remember(record, made)
    return Written(tuple(sorted(changed + also)), removed)


def _renewed(before: Store, groups: Sequence[Group]) -> Outcome:
    kept = _kept(before, {group.key for group in groups})
    known = {one.key for one in kept.values()}
    waiting = [group for group in groups if group.key not in known]
    changed: list[str] = []
    for files, new in spread(lambda number: _make(before.folder, waiting[number]), len(waiting), worth=1):
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


def _make(folder: Path, group: Group) -> Outcome:
    files = group.make()
    changed = [path for path, content in files.items() if write_file(folder / path, content)]
    return recorded(folder, dict.fromkeys(files, group.key)), changed
