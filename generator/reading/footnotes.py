"""Notes and marks are brought together: each note learns where it is marked, and whoever is left alone is named."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator import anchors
from generator.model import Annex, Closing, Footnote, Heading, Mark, Paragraph, Tail
from generator.reading.head import Head
from generator.reading.marks import Marked
from generator.reading.notes import Note
from generator.reading.sheet import Ranks, Remark, error, spans, without_fences
from generator.reading.tree import Tree

# "Albania,* Algeria", "with 11 abstentions,* on the basis of": a mark in a masthead stays in its words.
_STARRED = re.compile(r"(?<=[\w,;:)])(\*{1,3})(?![*\w])")


def attach(
    notes: Sequence[Note], texts: Sequence[str], marks: Iterable[tuple[str, Mark, int]], rank: Ranks
) -> tuple[tuple[Footnote, ...], tuple[Remark, ...]]:
    """The footnotes in the order of their labels, each with the anchors of the paragraphs that mark it."""
    places: dict[str, list[str]] = {}
    remarks: list[Remark] = []
    labels = {note.label for note in notes}
    for anchor, mark, line in marks:
        places.setdefault(mark.footnote, [])
        if anchor not in places[mark.footnote]:
            places[mark.footnote].append(anchor)
        if mark.footnote not in labels:
            remarks.append(
                error(
                    line,
                    "mark-without-note",
                    f"footnote mark {mark.footnote} has no note; add the note or check the number",
                )
            )
    register = anchors.Register()
    found: list[Footnote] = []
    for note, text in sorted(zip(notes, texts, strict=True), key=lambda pair: _order(pair[0])):
        numbers = [line.number for line in note.lines]
        anchor = register.unique(anchors.footnote(note.label))
        if note.label not in places:
            remarks.append(
                error(
                    numbers[0],
                    "note-without-mark",
                    f"nothing in the text is marked {note.label}; find the mark of this note in the original",
                )
            )
        if anchor != anchors.footnote(note.label):
            remarks.append(
                error(
                    numbers[0],
                    "note-number-again",
                    f"there are two notes {note.label}; check their numbers in the original",
                )
            )
        found.append(
            Footnote(
                anchor=anchor, label=note.label, text=without_fences(text), resolved=None, rule=None, antecedent=None,
                cited_at=tuple(places.get(note.label, ())), lines=spans(numbers, rank), citations=(),
            )
        )  # fmt: skip
    return tuple(found), tuple(remarks)


def _order(note: Note) -> tuple[int, int, str, int]:
    first = note.lines[0].number
    return (1, int(note.label), "", first) if note.label.isdigit() else (0, len(note.label), note.label, first)


def marks_in(head: Head, tree: Tree, title: Marked, closing: Closing | None) -> Iterator[tuple[str, Mark, int]]:
    """Every mark of a text with the anchor and the line of what it stands in."""
    yield from _in_head(head, title)
    for heading in tree.headings:
        yield from _of(heading)
    for paragraph in (*tree.preamble, *tree.operative):
        yield from _in_paragraph(paragraph)
    for annex in tree.annexes:
        yield from _in_annex(annex)
    if closing:
        for mark in closing.marks:
            yield "closing", mark, closing.lines[0][0]


def _in_head(head: Head, title: Marked) -> Iterator[tuple[str, Mark, int]]:
    for field in head.fields:
        for star in _STARRED.finditer(field.text):
            yield "masthead", Mark(star[1], star.start()), field.lines[0][0]
    for mark in title.marks:
        yield "title", mark, 1


def _in_annex(annex: Annex) -> Iterator[tuple[str, Mark, int]]:
    yield from _of(annex)
    for heading in annex.headings:
        yield from _of(heading)
    for paragraph in annex.paragraphs:
        yield from _in_paragraph(paragraph)


def _in_paragraph(paragraph: Paragraph) -> Iterator[tuple[str, Mark, int]]:
    yield from _of(paragraph)
    for child in paragraph.children:
        yield from _in_paragraph(child)
    if isinstance(paragraph.tail, Tail):
        for mark in paragraph.tail.marks:
            yield paragraph.anchor, mark, paragraph.tail.lines[0][0]


def _of(node: Paragraph | Heading | Annex) -> Iterator[tuple[str, Mark, int]]:
    for mark in node.marks:
        yield node.anchor, mark, node.lines[0][0]
