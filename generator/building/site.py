"""Build the site: take over what is still right, render the rest, and put the whole in the place of the old site.

Everything is made in a folder beside the site. Whatever goes wrong before the last step leaves the site as it was.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from generator import sealing
from generator.building.mkdocs import builder, frame
from generator.building.planning import Plan, plan
from generator.building.publishing import aside, publish
from generator.building.rendering import rendering
from generator.building.shards import Shard
from generator.made import Made, Store, clear, files_in, held, recorded, remember, store, take_over, untouched
from generator.sealing import Kept, seal
from generator.searching.engine import files_of_index, index, learn
from generator.stages import Stages

RECORD = ".made"
"""In the folder of a shard, the record of what it holds."""

INDEXED = ".indexed"
"""In the folder of a shard, what its pages give to the index of the search."""

SEEN = "docs.seen"
"""In the cache, the record of what docs/ held when it was last looked at."""

SEARCH = "search"
"""Begins the keys of the files of the search's index."""


class Place(msgspec.Struct, frozen=True):
    """The configuration, the folder with the Markdown, the folder of the site, and the cache."""

    config_file: Path
    docs: Path
    site: Path
    cache: Path


class Built(msgspec.Struct, frozen=True):
    """What building came to: pages rendered and taken over, and the complaints for which nothing was published."""

    rendered: int
    taken_over: int
    complaints: tuple[str, ...]


def build_site(place: Place, shards: Iterable[Path] = (), stages: Stages | None = None) -> Built:
    """Build the whole site, with what shards have rendered already; nothing is published if there is a complaint."""
    stages, shards = stages or Stages(), tuple(shards)
    with stages.stage("looking"):
        new, record = aside(place.site), place.cache / f"{place.site.name}.made"
        before = store(place.site, record)
        ready = builder(place.config_file, place.docs, new)
        planned = plan(ready, place.config_file, place.cache / SEEN)
        if _is_whole(before, planned):
            return Built(0, len(planned.pages), ())
        found = _begun(new, (before, *(store(shard, shard / RECORD) for shard in shards)), planned.keys)
    missing = [path for path in planned.pages if path not in found]
    with stages.stage("rendering"):
        under_way = rendering(ready, [planned.pages[path] for path in missing])
        around = frame(ready)
        complaints = (*sorted(under_way), *around)
        del ready  # of many pages it takes as much memory as their index
    built = Built(len(missing), len(planned.pages) - len(missing), complaints)
    if complaints:
        return built
    _copy(planned, place.docs, new, (path for path in planned.files if path not in found))
    with stages.stage("indexing"):
        searched = _searched(before, planned, new, (place.cache, *(shard / INDEXED for shard in shards)))
    with stages.stage("sealing"):
        seal(new, _sealed(before, found))
    with stages.stage("publishing"):
        rest = dict.fromkeys((path for path in files_in(new) if path not in found), planned.whole)
        keys = {path: planned.keys[path] for path in rest.keys() & planned.keys.keys()}
        made = {**found, **recorded(new, {**rest, **searched, **keys})}
        publish(new, place.site)
        remember(record, made)
    return built


def build_shard(place: Place, shard: Shard) -> Built:
    """Render and index one part of the pages into the folder of the site, for a later build of the whole."""
    new = aside(place.site)
    ready = builder(place.config_file, place.docs, new)
    planned = plan(ready, place.config_file, place.cache / SEEN)
    mine = {path: planned.keys[path] for path in sorted(planned.pages)[shard.number - 1 :: shard.of]}
    found = _begun(new, (store(place.site, place.site / RECORD),), mine)
    missing = [path for path in mine if path not in found]
    complaints = tuple(sorted(rendering(ready, [planned.pages[path] for path in missing])))
    if not complaints:
        learn(new, place.docs, new / INDEXED, place.site / INDEXED)
        remember(new / RECORD, recorded(new, mine))
        publish(new, place.site)
        shutil.rmtree(new, ignore_errors=True)
    return Built(len(missing), len(found), complaints)


def _begun(new: Path, stores: Iterable[Store], keys: Mapping[str, str]) -> dict[str, Made]:
    """Begin a new site with what can be taken over, and nothing else; give what is known of it."""
    found = held(stores, keys)
    clear(new, found)
    new.mkdir(parents=True, exist_ok=True)
    return take_over(found, new)


def _is_whole(before: Store, planned: Plan) -> bool:
    """Whether the site that stands there is the one that would be built, and nobody touched it."""
    keys = {path: one.key for path, one in before.made.items()}
    last = {path: key for path, key in keys.items() if path not in planned.keys and not key.startswith(SEARCH)}
    return (
        bool(last)
        and all(keys.get(path) == key for path, key in planned.keys.items())
        and all(key == planned.whole for key in last.values())
        and all(untouched(before, path) for path in keys)
    )


def _sealed(before: Store, found: Mapping[str, Made]) -> dict[str, Kept]:
    """The lines of the last seal for files that were taken over from its site, if nobody touched the seal since."""
    if not untouched(before, sealing.NAME):
        return {}
    told = sealing.lines(before.folder)
    addresses = (sealing.address(path) for path, made in found.items() if made is before.made.get(path))
    return {one: told[one] for one in addresses if one in told}


def _searched(before: Store, planned: Plan, new: Path, caches: Sequence[Path]) -> dict[str, str]:
    """Index a site, unless no page that can be found has changed; give the key of each file of the index."""
    key = f"{SEARCH} {planned.searched}"
    known = {path: key for path, one in before.made.items() if one.key == key}
    if known and all(untouched(before, path) for path in known):
        take_over(held((before,), known), new)
        return known
    index(new, *caches)
    return dict.fromkeys(files_of_index(new), key)


def _copy(planned: Plan, docs: Path, new: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / planned.files[path], new / path)
