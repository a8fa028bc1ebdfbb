"""Notes and marks are brought together: each note learns where it is marked, and whoever is left alone is named."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.model import Annex, Closing, Footnote, Heading, Mark, Paragraph, Tail
from generator.reading.head import Head
from generator.reading.marks import Marked
from generator.reading.note_pairing import Note
from generator.reading.numbering import Numbering
from generator.reading.sheet import Ranks, Remark, error, spans, without_fences
from generator.reading.tree import Tree

# "Albania,* Algeria", "with 11 abstentions,* on the basis of": a mark in a masthead stays in its words.
_STARRED = re.compile(r"(?<=[\w,;:)])(\*{1,3})(?![*\w])")


def attach(
    notes: Sequence[Note],
    texts: Sequence[str],
    numbering: Numbering,
    marks: Iterable[tuple[str, Mark, int]],
    rank: Ranks,
) -> tuple[tuple[Footnote, ...], tuple[Remark, ...]]:
    """The footnotes in the order of their labels, each with the anchors of the paragraphs that mark it."""
    places: dict[str, list[str]] = {}
    remarks: list[Remark] = []
    for anchor, mark, line in marks:
        answer = numbering.answer(mark.footnote, line) if isinstance(mark.note, msgspec.UnsetType) else mark.note
        if answer is None:
            remarks.append(_unanswered(mark, line, numbering))
        elif anchor not in places.setdefault(answer, []):
            places[answer].append(anchor)
    found: list[Footnote] = []
    for place in numbering.order:
        note, anchor = notes[place], numbering.anchors[place]
        numbers = [line.number for line in note.lines]
        if anchor not in places:
            message = f"nothing in the text is marked {note.label}; find the mark of this note in the original"
            remarks.append(error(numbers[0], "note-without-mark", message))
        found.append(
            Footnote(
                anchor=anchor, label=note.label, text=without_fences(texts[place]), resolved=None, rule=None,
                antecedent=None, cited_at=tuple(places.get(anchor, ())), lines=spans(numbers, rank), citations=(),
            )
        )  # fmt: skip
    return tuple(found), (*remarks, *numbering.remarks())


def _unanswered(mark: Mark, line: int, numbering: Numbering) -> Remark:
    where = " on its page or in its part" if numbering.is_given_anew(mark.footnote) else ""
    message = f"footnote mark {mark.footnote} has no note{where}; add the note or check the number"
    return error(line, "mark-without-note", message)


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
