"""What the search says of each hit and filters by: for every place of every text its name, kind, themes and addressees.

Takes texts, gives the words of `search/facts.json`. It is made before the site is built; the index, made after
it, joins the facts to the places in the pages by their anchors.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from generator.authorities import Authorities
from generator.model import Paragraph, Resolution, Status

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
    """Every text by its address relative to the site's root, and the labels of themes and addressees by id."""

    themes: Mapping[str, str]
    addressees: Mapping[str, str]
    texts: Mapping[str, TextFacts]


def encoded(
    texts: Iterable[Resolution], places: Mapping[str, Mapping[str, str]], authorities: Authorities
) -> Iterator[bytes]:
    """Take texts and the names of their places by symbol; give `Facts` as JSON, text by text."""
    themes = {id_: rules.theme.label for id_, rules in authorities.themes.by_id.items()}
    addressees = {id_: one.label for id_, one in authorities.addressees.by_id.items()}
    yield msgspec.json.encode(Facts(themes, addressees, {})).removesuffix(b"}}")
    before = b""
    for text in texts:
        told = {text.url: _facts(text, places[text.symbol])}
        yield before + msgspec.json.encode(told).removeprefix(b"{").removesuffix(b"}")
        before = b","
    yield b"}}\n"


def _facts(text: Resolution, names: Mapping[str, str]) -> TextFacts:
    return TextFacts(
        symbol=text.symbol,
        title=text.title,
        organ=text.organ,
        session=text.session,
        status=text.status,
        date=text.adopted or text.distributed,
        places=tuple(_places(text, names)),
    )


def _places(text: Resolution, names: Mapping[str, str]) -> Iterator[Place]:
    yield Place(TITLE, TITLE, Kind.TITLE)
    yield from _paragraphs(text.preamble, Kind.PREAMBULAR, names)
    yield from _paragraphs(text.operative, Kind.OPERATIVE, names)
    for annex in text.annexes:
        headed = (annex.anchor, *(heading.anchor for heading in annex.headings))
        yield from (Place(anchor, names[anchor], Kind.ANNEXED) for anchor in headed)
        yield from _paragraphs(annex.paragraphs, Kind.ANNEXED, names)
    yield from (Place(note.anchor, names[note.anchor], Kind.NOTE) for note in text.footnotes)


def _paragraphs(
    tops: Iterable[Paragraph], kind: Kind, names: Mapping[str, str], asked: tuple[str, ...] = ()
) -> Iterator[Place]:
    """Paragraphs and their items; an item asks those whom the words above it ask."""
    for paragraph in tops:
        addressees = tuple(dict.fromkeys((*paragraph.addressees, *asked)))
        yield Place(paragraph.anchor, names[paragraph.anchor], kind, paragraph.themes, addressees)
        yield from _paragraphs(paragraph.children, kind, names, addressees)
