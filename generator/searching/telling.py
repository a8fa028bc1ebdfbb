"""Tell the search of texts: takes them, gives the words of `search/facts.json`."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.authorities import Authorities
from generator.model import Paragraph, Resolution
from generator.searching.facts import TITLE, Facts, Kind, Place, TextFacts


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
