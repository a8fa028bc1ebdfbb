"""The authority files of a corpus, read in one place."""

from pathlib import Path

import msgspec

from generator.indexing.themes import Themes, read_themes
from generator.linking.instruments import Instruments, read_instruments
from generator.model import Problem


class Authorities(msgspec.Struct, frozen=True):
    """What the editors of a corpus keep beside its texts: the documents that texts name, and what they are about."""

    instruments: Instruments = Instruments()
    themes: Themes = Themes()


def read_authorities(folder: Path) -> tuple[Authorities, tuple[Problem, ...]]:
    """Read every authority file that a corpus has: what can be used of each, and every fault."""
    instruments, faults = read_instruments(folder)
    themes, more = read_themes(folder)
    return Authorities(instruments, themes), faults + more
