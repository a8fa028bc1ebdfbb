"""The authority files of a corpus, read in one place."""

from collections.abc import Container, Mapping
from pathlib import Path

import msgspec

from generator.indexing.addressees import Addressees, read_addressees
from generator.indexing.themes import Themes, read_themes
from generator.lineage.strength import Verbs, read_verbs
from generator.linking.instruments import Instruments, read_instruments
from generator.model import Index, Problem
from generator.versions import digest_of


class Authorities(msgspec.Struct, frozen=True):
    """What editors keep beside the texts: the documents that texts name, what they are about, whom they ask and how.

    `digest` tells these files from others.
    """

    instruments: Instruments = Instruments()
    themes: Themes = Themes()
    addressees: Addressees = Addressees()
    verbs: Verbs = Verbs()
    digest: str = ""

    @property
    def known(self) -> Mapping[Index, Container[str]]:
        """The ids that paragraphs can be indexed by."""
        return {Index.THEME: self.themes.by_id, Index.ADDRESSEE: self.addressees.by_id}


def read_authorities(folder: Path) -> tuple[Authorities, tuple[Problem, ...]]:
    """Read every authority file that a corpus has: what can be used of each, and every fault."""
    instruments, faults = read_instruments(folder)
    themes, more = read_themes(folder)
    addressees, yet_more = read_addressees(folder)
    verbs, still_more = read_verbs(folder)
    files = sorted(folder.glob("*.yml"))
    digest = digest_of(part for file in files for part in (file.name.encode(), file.read_bytes()))
    return Authorities(instruments, themes, addressees, verbs, digest), faults + more + yet_more + still_more
