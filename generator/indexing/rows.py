"""One row for each paragraph of a text: what it is indexed by, and all its words, for people who work with tables."""

from collections.abc import Iterator

import msgspec

from generator import walk
from generator.model import Kind, Paragraph, Part, Resolution


class Row(msgspec.Struct, frozen=True):
    """A preambular or operative paragraph, or one of an annex, its items included.

    The first of `themes` is the primary one; `words` counts those of
    `text` between white space.
    """

    symbol: str
    anchor: str
    adopted: str | None
    organ: str | None
    part: Part
    opening: str | None
    kind: Kind | None
    addressees: tuple[str, ...]
    themes: tuple[str, ...]
    words: int
    text: str


def rows_of(text: Resolution) -> tuple[Row, ...]:
    """Give the rows of a text, in the order of its page."""
    return tuple(_rows(text))


def _rows(text: Resolution) -> Iterator[Row]:
    annexed = tuple(paragraph for annex in text.annexes for paragraph in annex.paragraphs)
    parts = ((Part.PREAMBLE, text.preamble), (Part.OPERATIVE, text.operative), (Part.ANNEX, annexed))
    for part, paragraphs in parts:
        yield from (_row(text, part, paragraph) for paragraph in paragraphs)


def _row(text: Resolution, part: Part, paragraph: Paragraph) -> Row:
    words = walk.all_words(paragraph)
    return Row(
        symbol=text.symbol,
        anchor=paragraph.anchor,
        adopted=text.adopted,
        organ=text.organ,
        part=part,
        opening=paragraph.opening,
        kind=paragraph.kind,
        addressees=paragraph.addressees,
        themes=paragraph.themes,
        words=len(words.split()),
        text=words,
    )
