"""Bring docs/ up to date: groups of files whose key is the same are left as they stand, the others are made anew.

Groups are made in as many processes as the machine has cores, each of which writes what it made: the files of a large
corpus are never in memory together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from generator.generating import Group, download
from generator.made import Made, Store, recorded, remember, store, untouched
from generator.spreading import spread
from generator.writing.bulk import LATEST, Last, is_packed, last_download
from generator.writing.files import Written, remove_others, write_file

Outcome = tuple[dict[str, Made], list[str]]
"""The files of some groups, and which of them changed."""


def renew(folder: Path, groups: Iterable[Group], listing: Iterable[Group], record: Path | None) -> Written:
    """Make the generated part of a folder equal to what the groups give; `record` remembers what was made of what.

    The download is made when all `groups` are, and beside those of `listing`.
    """
    before = store(folder, record)
    groups = tuple(groups)
    under_way = _renewed(before, groups)
    later = tuple(listing)  # what is listed where is found out while the first are made
    made, changed = _together(under_way)
    packed = {group.key for group in groups if group.packed}
    keys = {path: one.key for path, one in made.items() if one.key in packed and is_packed(path)}
    packing = download(keys, lambda path: (folder / path).open("rb"), _last(before, keys))
    others, also = _together(_renewed(before, (packing, *later)))
    made |= others
    removed = remove_others(folder, made)
    if record is not None:
        remember(record, made)
    return Written(tuple(sorted(changed + also)), removed)


def _last(before: Store, keys: Mapping[str, str]) -> Last | None:
    """The download that stands there, and which of its files go into the next one as they are."""
    if not untouched(before, LATEST):
        return None
    return last_download(before.folder, (path for path, key in keys.items() if _is_known(before, path, key)))


def _is_known(before: Store, path: str, key: str) -> bool:
    return path in before.made and before.made[path].key == key


def _renewed(before: Store, groups: Sequence[Group]) -> Iterator[Outcome]:
    """Give what is kept of some groups, and what becomes of each of the others."""
    kept = _kept(before, {group.key for group in groups})
    known = {one.key for one in kept.values()}
    waiting = [group for group in groups if group.key not in known]
    made = spread(lambda number: _make(before.folder, waiting[number]), len(waiting), worth=1)
    return chain([(kept, [])], made)


def _together(outcomes: Iterable[Outcome]) -> Outcome:
    made: dict[str, Made] = {}
    changed: list[str] = []
    for files, new in outcomes:
        made |= files
        changed += new
    return made, changed


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
