"""Write the words of a text as inline Markdown: with their marks, the opening in italics, documents named as links.

A link stands around words and takes none away; where a mark or the end of the opening stands inside a name, the link
ends before it and begins again after it. What is named and not known is marked as such.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

import msgspec

from generator.model import Citation, Footnote, Mark
from generator.writing.escape import escape, escape_line

Notes = Mapping[str, tuple[Footnote, ...]]
"""The notes of a text by printed label; several only where the parts of a composite text number apart."""

Insertion = tuple[int, int, str]
"""Markdown to put in at an offset; of several there, the one of the lowest rank first."""

_LINK_ENDS, _OPENING_ENDS, _MARK, _OPENING_BEGINS, _LINK_BEGINS = range(5)
_UNKNOWN = '<span class="unknown" title="This edition does not know this document">'


def notes_by_label(footnotes: Iterable[Footnote]) -> Notes:
    """Give the notes as `paragraph_blocks` wants them, to find the one that a mark calls for."""
    notes: dict[str, tuple[Footnote, ...]] = {}
    for note in footnotes:
        notes[note.label] = (*notes.get(note.label, ()), note)
    return notes


def called_by(mark: Mark, anchor: str, notes: Notes) -> Footnote | None:
    """Give the note that a mark in what stands at `anchor` calls for; None where no note has its label."""
    candidates = notes.get(mark.footnote, ())
    if mark.note is not msgspec.UNSET:
        return next((note for note in candidates if note.anchor == mark.note), None)
    return next((note for note in candidates if anchor in note.cited_at), candidates[0] if candidates else None)


def with_marks(  # noqa: PLR0913 (what can stand in a line of text)
    text: str,
    marks: Sequence[Mark],
    anchor: str,
    notes: Notes,
    opening: str | None = None,
    *,
    citations: Sequence[Citation] = (),
) -> str:
    """Give `text` as inline Markdown: its marks at their offsets, its opening words (if it begins so) in italics.

    `citations` are what it names; each with an address is a link.
    """
    insertions = [(mark.at, _MARK, _mark(mark, anchor, notes)) for mark in marks]
    if opening and text.startswith(opening) and opening.strip() == opening:
        insertions += [(0, _OPENING_BEGINS, "*"), (len(opening), _OPENING_ENDS, "*")]
    insertions += list(_links(text, citations, {at for at, _, _ in insertions}))
    written = ""
    position = 0
    for at, _, insertion in sorted(insertions, key=itemgetter(0, 1)):
        written += _escaped(text[position:at], opens_line=not written) + insertion
        position = at
    return written + _escaped(text[position:], opens_line=not written)


def within(citations: Iterable[Citation], start: int) -> tuple[Citation, ...]:
    """Give the citations of a longer text as they stand in a piece of it that begins at `start`."""
    return tuple(msgspec.structs.replace(one, at=one.at - start) for one in citations if one.at >= start)


def _links(text: str, citations: Iterable[Citation], borders: set[int]) -> Iterator[Insertion]:
    """The beginnings and ends of links, none across a border, none across another."""
    position = 0
    for citation in citations:
        start, end = citation.at, citation.at + len(citation.text)
        if start < position or text[start:end] != citation.text:
            continue
        position = end
        cuts = (start, *sorted(at for at in borders if start < at < end), end)
        begins, ends = _around(citation)
        for first, last in pairwise(cuts):
            if text[first:last].strip() and begins:
                yield first, _LINK_BEGINS, begins
                yield last, _LINK_ENDS, ends


def _around(citation: Citation) -> tuple[str, str]:
    """What stands before and after the words of a citation; nothing where it is known and has no address."""
    if citation.url:
        return "[", f"]({citation.url}){{ .cite }}"
    return ("", "") if citation.instrument else (_UNKNOWN, "</span>")


def _escaped(text: str, *, opens_line: bool) -> str:
    return escape_line(text) if opens_line else escape(text)


def _mark(mark: Mark, anchor: str, notes: Notes) -> str:
    """The mark of a note; where no note has its label, the label itself, without a link."""
    note = called_by(mark, anchor, notes)
    if note is None:
        return f'<sup class="mark">{escape(mark.footnote)}</sup>'
    return f"[^{note.anchor.removeprefix('fn:')}]"
