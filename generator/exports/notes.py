"""Notes as Akoma Ntoso has them: each at the place of its first mark, with references to it at its other marks.

A note that no mark calls stands in the metadata, which says no place. What an "Ibid." stands for is an editorial block
after the printed words, classed by its rule, with a reference to the note that the words come from.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator import walk
from generator.exports.elements import Element, element
from generator.exports.inline import words
from generator.model import Footnote, Mark, Resolution
from generator.writing.inline import called_by, notes_by_label
from generator.writing.notes import antecedent

TITLE, CLOSING = "title", "closing"

_PLACEMENT = {"placement": "bottom"}


class Placing:
    """The notes of a text as it is written from its first word to its last: which one has its place already."""

    def __init__(self, text: Resolution, eids: Mapping[str, str]) -> None:
        self._notes = notes_by_label(text.footnotes)
        self._eids = eids
        self._placed: set[str] = set()

    def marks(self, marks: Iterable[Mark], anchor: str) -> tuple[tuple[int, Element], ...]:
        """The marks in what stands at `anchor`, in their order, each with its offset."""
        return tuple((mark.at, self._mark(mark, anchor)) for mark in sorted(marks, key=lambda mark: mark.at))

    def without_place(self, text: Resolution) -> tuple[Element, ...]:
        """The notes that no mark has called, for the metadata."""
        return tuple(self._written("note", note) for note in text.footnotes if note.anchor not in self._placed)

    def _mark(self, mark: Mark, anchor: str) -> Element:
        """The note itself, a reference to it where it has its place already, or a mark that no note explains."""
        note = called_by(mark, anchor, self._notes)
        if note is None:
            return element("marker", {"name": "noteMark", "title": mark.footnote})
        if note.anchor in self._placed:
            return self._reference(note)
        self._placed.add(note.anchor)
        return self._written("authorialNote", note)

    def _written(self, name: str, note: Footnote) -> Element:
        identity = {"eId": self._eids[note.anchor], "GUID": note.anchor, "marker": note.label, **_PLACEMENT}
        printed = words(note.text, () if note.resolved else note.citations)
        return element(name, identity, element("p", {}, *printed), *self._full_form(note))

    def _full_form(self, note: Footnote) -> Iterator[Element]:
        """What an "Ibid." stands for, or that nobody can tell."""
        if note.rule and note.resolved:
            resolved = words(note.resolved, note.citations)
            source = self._reference(antecedent(note, self._notes))
            yield element("block", {"name": "resolved", "class": note.rule, "status": "editorial"}, *resolved, source)
        elif note.rule:
            yield element("block", {"name": "unresolved", "class": note.rule, "status": "editorial"})

    def _reference(self, note: Footnote) -> Element:
        return element("noteRef", {"href": f"#{self._eids[note.anchor]}", "marker": note.label, **_PLACEMENT})


def called(text: Resolution) -> frozenset[str]:
    """The anchors of the notes that a mark calls, wherever it stands."""
    notes = notes_by_label(text.footnotes)
    found = (called_by(mark, anchor, notes) for mark, anchor in _all_marks(text))
    return frozenset(note.anchor for note in found if note)


def _all_marks(text: Resolution) -> Iterator[tuple[Mark, str]]:
    """Every mark of a text, with the anchor of what it stands in."""
    said: list[tuple[tuple[Mark, ...], str]] = [(text.title_marks, TITLE)]
    said += [(text.closing.marks, CLOSING)] if text.closing else []
    said += [(heading.marks, heading.anchor) for heading in text.headings]
    for annex in text.annexes:
        said += [(annex.marks, annex.anchor), *((heading.marks, heading.anchor) for heading in annex.headings)]
    for paragraph in walk.with_items(walk.paragraphs(text)):
        tail = paragraph.tail.marks if paragraph.tail else ()
        said.append(((*paragraph.marks, *tail), paragraph.anchor))
    return ((mark, anchor) for marks, anchor in said for mark in marks)
