"""What the search says of each hit and filters by: for every place of every text its name, kind, themes and addressees.

They are told of the texts before the site is built (see `telling`), in `search/facts.json`; the index, made after it,
joins them to the places in the pages by their anchors.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from generator.model import Status

PATH = "search/facts.json"
TITLE = "title"
"""The anchor of the title of a page."""


class Kind(StrEnum):
    """What a hit is, in one letter."""

    TITLE = "t"
    PREAMBULAR = "p"
    OPERATIVE = "o"
    ANNEXED = "a"
    NOTE = "n"


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A paragraph, item, heading or note: its anchor, its name in words, and what it is filtered by."""

    anchor: str
    name: str
    kind: Kind
    themes: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()


class TextFacts(msgspec.Struct, frozen=True):
    """A text, and its places in the order of its page. `date` is that of its adoption, else of its distribution."""

    symbol: str
    title: str | None
    organ: str | None
    session: str | None
    status: Status
    date: str | None
    places: tuple[Place, ...]


class Facts(msgspec.Struct, frozen=True):
    """Every text by its address relative to the site's root, and the labels of themes and addressees by id.

    What is told of a text stays as it was written until it is asked for: of a large edition it would fill the memory.
    """

    themes: Mapping[str, str]
    addressees: Mapping[str, str]
    texts: Mapping[str, msgspec.Raw]

    def of(self, address: str) -> TextFacts:
        """Give what is told of one text."""
        return msgspec.json.decode(self.texts[address], type=TextFacts)
