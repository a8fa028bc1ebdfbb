"""Commands on a site: build it from docs/, index and seal it, and list where it leads."""

import argparse

from generator import sealing
from generator.building import site as building
from generator.built_site import addresses_elsewhere, read_pages
from generator.commands import DONE, FAULTY
from generator.commands.printing import count, shown
from generator.searching import engine
from generator.stages import Stages


def site(asked: argparse.Namespace) -> int:
    """Build the site from docs/, or one shard of it; 1 if MkDocs has something to complain about."""
    place = building.Place(asked.config, asked.docs, asked.site, asked.cache)
    stages = Stages(shown)
    built = (
        building.build_shard(place, asked.shard) if asked.shard else building.build_site(place, asked.shards, stages)
    )
    for complaint in built.complaints:
        print(complaint)
    where = "nothing was published" if built.complaints else f"the site is in {asked.site}"
    print(f"{count(built.rendered, 'page')} rendered, {built.taken_over} taken over; {where}")
    if stages.seconds:
        print(stages.summary())
    return FAULTY if built.complaints else DONE


def search(asked: argparse.Namespace) -> int:
    """Index a built site."""
    print(f"{count(engine.index(asked.site), 'text')} can be searched in {asked.site}")
    return DONE


def seal(asked: argparse.Namespace) -> int:
    """List in a built site what a reader takes along to read without a network."""
    made = sealing.seal(asked.site)
    print(f"{count(len(made.files), 'file')} to take along, {made.bytes / 1e6:.1f} MB, version {made.version}")
    return DONE


def links(asked: argparse.Namespace) -> int:
    """Print the addresses on other sites that a built site leads to, one a line."""
    for address in addresses_elsewhere(read_pages(asked.site)):
        print(address)
    return DONE
