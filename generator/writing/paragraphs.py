"""Write paragraphs, their items, tails and tables, and headings as Markdown.

Each paragraph is one line and an attribute list that gives it its anchor; an item tells its depth by a class. What the
page adds to the words (numbers and their links, marks) is set apart by class `n` or stands in a `sup`, so that the
visible rest of a paragraph is the text of the twin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec
from msgspec import UNSET

from generator.model import Heading, Paragraph, Table
from generator.writing.escape import escape
from generator.writing.inline import Notes, with_marks, within


class Apparatus(msgspec.Struct, frozen=True):
    """What goes with the words of a page: the notes by label; by anchor, what stands below and what it was called."""

    notes: Notes
    margins: Mapping[str, tuple[str, ...]] = {}
    aliases: Mapping[str, tuple[str, ...]] = {}

    def old_ids(self, anchor: str) -> str:
        """Give the ids under which something was published before, as elements that links land on."""
        return "".join(f'<span id="{alias}" class="alias"></span>' for alias in self.aliases.get(anchor, ()))


Headings = Mapping[str | None, tuple[Heading, ...]]
"""The headings of a text, or of an annex, by the anchor of the paragraph they stand before."""


def above(headings: Iterable[Heading]) -> Headings:
    """Give the headings by the anchor that they stand before, None for those under which nothing stands."""
    placed: dict[str | None, tuple[Heading, ...]] = {}
    for heading in headings:
        placed[heading.before] = (*placed.get(heading.before, ()), heading)
    return placed


def body_blocks(paragraphs: Iterable[Paragraph], headings: Headings, kind: str, apparatus: Apparatus) -> Iterator[str]:
    """Give the Markdown blocks of `paragraphs`, each heading above the paragraph that it stands before.

    `kind` is the class of the paragraphs: "pp", "op" or, in an annex, "ap".
    """
    for paragraph in paragraphs:
        yield from heading_blocks(headings.get(paragraph.anchor, ()), 3, apparatus)
        yield from paragraph_blocks(paragraph, kind, apparatus)


def heading_blocks(headings: Iterable[Heading], level: int, apparatus: Apparatus) -> Iterator[str]:
    """Give each heading with its anchor; its label, if it has one, is the link to it."""
    for heading in headings:
        label = f"[{escape(heading.label)}](#{heading.anchor}){{ .n }} " if heading.label else ""
        words = with_marks(heading.text, heading.marks, heading.anchor, apparatus.notes)
        yield (
            f"{'#' * level} {apparatus.old_ids(heading.anchor)}{label}{words}".rstrip()
            + f" {{: #{heading.anchor} .section }}"
        )


def paragraph_blocks(paragraph: Paragraph, kind: str, apparatus: Apparatus, depth: int = 1) -> Iterator[str]:
    """Give the Markdown blocks of a paragraph, its tables, its items and its tail, and below them its margin."""
    notes = apparatus.notes
    classes = f".{kind}" if depth == 1 else f".{kind} .l{depth}"
    tables = () if paragraph.tables is UNSET else paragraph.tables
    cuts = (0, *(table.after for table in tables), len(paragraph.text))
    pieces = [_piece(paragraph, start, end, notes) for start, end in pairwise(cuts)]
    number = f"{apparatus.old_ids(paragraph.anchor)}{_number(paragraph, kind)}"
    yield f"{number} {pieces[0]}\n{{: #{paragraph.anchor} {classes} }}"
    for table, piece in zip(tables, pieces[1:], strict=True):
        yield _table(table)
        if piece.strip():
            yield _continuation(piece, classes, paragraph.anchor)
    for child in paragraph.children:
        yield from paragraph_blocks(child, kind, apparatus, depth + 1)
    if paragraph.tail is not UNSET and paragraph.tail.text:
        citations = within(paragraph.citations, len(paragraph.text) + 1)
        tail = with_marks(paragraph.tail.text, paragraph.tail.marks, paragraph.anchor, notes, citations=citations)
        yield _continuation(tail, classes, paragraph.anchor)
    yield from apparatus.margins.get(paragraph.anchor, ())


def _piece(paragraph: Paragraph, start: int, end: int, notes: Notes) -> str:
    """The words between two tables (or all of them), with the marks that stand in them."""
    marks = [
        msgspec.structs.replace(mark, at=mark.at - start)
        for mark in paragraph.marks
        if start < mark.at <= end or mark.at == start == 0
    ]
    opening = paragraph.opening if start == 0 else None
    citations = within(paragraph.citations, start)
    return with_marks(paragraph.text[start:end], marks, paragraph.anchor, notes, opening, citations=citations)


def _continuation(text: str, classes: str, anchor: str) -> str:
    """More words of a paragraph, after a table or after its items."""
    return f"{text}\n{{: {classes} .more data-of={anchor} }}"


def _number(paragraph: Paragraph, kind: str) -> str:
    """The paragraph's number as printed, which is its link; where nothing is printed, a sign of ours."""
    if paragraph.printed:
        return f"[{escape(paragraph.printed)}](#{paragraph.anchor}){{ .n }}"
    position = re.search(r"pp(\d+)$", paragraph.anchor)
    if kind == "pp" and position:
        return f'[¶{position[1]}](#{paragraph.anchor}){{ .n .ours title="our count" }}'
    return f'[¶](#{paragraph.anchor}){{ .n .ours title="no number in print" }}'


def _table(table: Table) -> str:
    """A table with its first row as the head."""
    width = max((len(row) for row in table.rows), default=1)
    rows = [[*row, *[""] * (width - len(row))] for row in table.rows or ((),)]
    lines = ["| " + " | ".join(escape(cell).strip() for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
