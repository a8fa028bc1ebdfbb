"""Build the site: take over what is still right, render the rest, and put the whole in the place of the old site.

Everything is made in a folder beside the site. Whatever goes wrong before the last step leaves the site as it was.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from generator.building.mkdocs import Builder, builder, frame
from generator.building.planning import Plan, plan
from generator.building.publishing import aside, publish
from generator.building.rendering import Workplace, rendered
from generator.building.shards import Shard
from generator.made import recorded, remember, store, taken_over
from generator.sealing import seal
from generator.searching.engine import index

RECORD = ".made"
"""In the folder of a shard, the record of what it holds."""


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


def build_site(place: Place, shards: Iterable[Path] = ()) -> Built:
    """Build the whole site, with what shards have rendered already; nothing is published if there is a complaint."""
    new, record = aside(place.site), place.cache / f"{place.site.name}.made"
    stores = (store(place.site, record), *(store(shard, shard / RECORD) for shard in shards))
    ready = builder(place.config_file, place.docs, new)
    planned = plan(ready, place.config_file)
    found = taken_over(stores, planned.keys, new)
    missing = [path for path in planned.pages if path not in found]
    complaints = _rendered(ready, place, new, [planned.pages[path] for path in missing]) + frame(ready)
    built = Built(len(missing), len(planned.pages) - len(missing), complaints)
    if complaints:
        shutil.rmtree(new)
        return built
    _copy(planned, place.docs, new, (path for path in planned.files if path not in found))
    made = recorded(new, planned.keys)
    index(new)
    seal(new)
    publish(new, place.site)
    remember(record, made)
    return built


def build_shard(place: Place, shard: Shard) -> Built:
    """Render one part of the pages into the folder of the site, for a later build of the whole to take over."""
    new = aside(place.site)
    ready = builder(place.config_file, place.docs, new)
    planned = plan(ready, place.config_file)
    mine = sorted(planned.pages)[shard.number - 1 :: shard.of]
    found = taken_over((store(place.site, place.site / RECORD),), {path: planned.keys[path] for path in mine}, new)
    missing = [path for path in mine if path not in found]
    complaints = _rendered(ready, place, new, [planned.pages[path] for path in missing])
    if not complaints:
        remember(new / RECORD, recorded(new, {path: planned.keys[path] for path in mine}))
        publish(new, place.site)
    return Built(len(missing), len(found), complaints)


def _rendered(ready: Builder, place: Place, new: Path, sources: Sequence[str]) -> tuple[str, ...]:
    return rendered(ready, Workplace(place.config_file, place.docs, new), sources)


def _copy(planned: Plan, docs: Path, new: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / planned.files[path], new / path)
