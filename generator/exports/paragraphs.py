"""Paragraphs of a resolution as elements of Akoma Ntoso, each with its `eId`, and with our anchor as its `GUID`.

A numbered or operative paragraph is a `paragraph` whose items are `point`s of a `list`; the words before them are its
`intro`, those after them its `wrapUp`. A preambular paragraph is a `container` named for its opening, whose items are
those of a `blockList`; among the paragraphs of a body it is an `hcontainer`.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec
from msgspec import UNSET

from generator.exports.eids import list_of
from generator.exports.elements import Element, element
from generator.exports.inline import Inline, words
from generator.exports.notes import Placing
from generator.exports.references import theme
from generator.model import Paragraph, Table
from generator.writing.inline import within

UNNAMED = "preambular"


class Apparatus(msgspec.Struct, frozen=True):
    """What goes with the paragraphs of a text: their `eId`s by anchor, and its notes."""

    eids: Mapping[str, str]
    notes: Placing


def preambular(paragraph: Paragraph, apparatus: Apparatus) -> Element:
    """Give a preambular paragraph as a container of the preamble."""
    named = {"name": _name(paragraph), **_identity(paragraph, apparatus)}
    # A container has no place for a number, and print hardly ever gives one.
    number = [element("block", {"name": "num"}, paragraph.printed)] if paragraph.printed else []
    return element("container", named, *number, *_blocks(paragraph, apparatus))


def preambular_in_body(paragraph: Paragraph, apparatus: Apparatus) -> Element:
    """Give a preambular paragraph as it stands among the paragraphs of a body."""
    named = {"name": _name(paragraph), **_identity(paragraph, apparatus)}
    content = element("content", {}, *_blocks(paragraph, apparatus))
    return element("hcontainer", named, *_number(paragraph), content)


def numbered(paragraph: Paragraph, apparatus: Apparatus, name: str = "paragraph") -> Element:
    """Give an operative paragraph, one of an annex, or an item of either, with its items."""
    identity = _identity(paragraph, apparatus)
    own = tuple(_own_blocks(paragraph, apparatus))
    if not paragraph.children and paragraph.tail is UNSET:
        return element(name, identity, *_number(paragraph), element("content", {}, *own))
    points = [numbered(item, apparatus, "point") for item in paragraph.children]
    tail = [element("wrapUp", {}, element("p", {}, *words)) for words in _tail(paragraph, apparatus)]
    held = (element("intro", {}, *own), *points, *tail)
    if points:
        held = (element("list", {"eId": list_of(apparatus.eids[paragraph.anchor])}, *held),)
    return element(name, identity, *_number(paragraph), *held)


def _blocks(paragraph: Paragraph, apparatus: Apparatus) -> Iterator[Element]:
    """The words of a preambular paragraph or of an item of one, and its items."""
    yield from _own_blocks(paragraph, apparatus)
    items = [
        element("item", _identity(item, apparatus), *_number(item), *_blocks(item, apparatus))
        for item in paragraph.children
    ]
    tail = list(_tail(paragraph, apparatus))
    if items:
        wrap_up = (element("listWrapUp", {}, *words) for words in tail)
        yield element("blockList", {"eId": list_of(apparatus.eids[paragraph.anchor])}, *items, *wrap_up)
    else:
        yield from (element("block", {"name": "wrapUp"}, *words) for words in tail)


def _identity(paragraph: Paragraph, apparatus: Apparatus) -> dict[str, str | None]:
    themes = " ".join(f"#{theme(identity)}" for identity in paragraph.themes)
    return {"eId": apparatus.eids[paragraph.anchor], "GUID": paragraph.anchor, "refersTo": themes or None}


def _name(paragraph: Paragraph) -> str:
    return (paragraph.opening or UNNAMED).lower()


def _number(paragraph: Paragraph) -> Iterator[Element]:
    if paragraph.printed:
        yield element("num", {}, paragraph.printed)


def _own_blocks(paragraph: Paragraph, apparatus: Apparatus) -> Iterator[Element]:
    """The paragraph's own words, in as many blocks as its tables make of them, and the tables."""
    tables = () if paragraph.tables is UNSET else paragraph.tables
    cuts = (0, *(table.after for table in tables), len(paragraph.text))
    for place, (start, end) in enumerate(pairwise(cuts)):
        piece = _piece(paragraph, start, end, apparatus, first=place == 0)
        if piece or not tables:
            yield element("p", {}, *piece)
        if place < len(tables):
            yield _table(tables[place])


def _piece(paragraph: Paragraph, start: int, end: int, apparatus: Apparatus, *, first: bool) -> Inline:
    """The words between two tables, or all of them, with the marks that stand in them or at their end."""
    marks = [
        msgspec.structs.replace(mark, at=mark.at - start)
        for mark in paragraph.marks
        if start < mark.at <= end or (first and mark.at == start)
    ]
    return words(
        paragraph.text[start:end],
        within(paragraph.citations, start),
        apparatus.notes.marks(marks, paragraph.anchor),
        paragraph.opening if first else None,
    )


def _tail(paragraph: Paragraph, apparatus: Apparatus) -> Iterator[Inline]:
    """What a paragraph still says after its last item, if it does."""
    if paragraph.tail is not UNSET:
        citations = within(paragraph.citations, len(paragraph.text) + 1)
        yield words(paragraph.tail.text, citations, apparatus.notes.marks(paragraph.tail.marks, paragraph.anchor))


def _table(table: Table) -> Element:
    rows = table.rows or ((),)
    return element("table", {}, *(element("tr", {}, *map(_cell, row or ("",))) for row in rows))


def _cell(said: str) -> Element:
    return element("td", {}, element("p", {}, said))
