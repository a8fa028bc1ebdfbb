"""Who cites whom, as data: one edge for each document that a paragraph names, itself or through a footnote.

`to` is None where a document has no symbol: a treaty known by its instrument, a Treaty Series volume, a conference
report. A note that several paragraphs mark gives each of them its edges; one that no paragraph marks (its mark is in
a title, a heading or the closing, or there is none) gives its own.
"""

from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Citation, Footnote, Paragraph, Resolution


class Edge(msgspec.Struct, frozen=True):
    """One paragraph names one document: where from, where to, in which words, through which note and by which rule."""

    origin: str = msgspec.field(name="from")
    to: str | None
    pinpoint: str | None
    instrument: str | None
    text: str
    footnote: str | None
    rule: str | None


def edges(resolutions: Iterable[Resolution]) -> tuple[Edge, ...]:
    """The edges of all texts, by text and in the order of its paragraphs, each once."""
    by_symbol = sorted(resolutions, key=lambda resolution: resolution.symbol)
    return tuple(dict.fromkeys(edge for resolution in by_symbol for edge in _of(resolution)))


def _of(resolution: Resolution) -> Iterator[Edge]:
    notes: dict[str, list[Footnote]] = {}
    for note in resolution.footnotes:
        for anchor in note.cited_at or (note.anchor,):
            notes.setdefault(anchor, []).append(note)
    annexed = (paragraph for annex in resolution.annexes for paragraph in annex.paragraphs)
    for paragraph in (*resolution.preamble, *resolution.operative, *annexed):
        yield from _of_paragraph(resolution.symbol, paragraph, notes)
    for note in dict.fromkeys(note for marked in notes.values() for note in marked):
        yield from _of_notes(f"{resolution.symbol}#{note.anchor}", (note,))


def _of_paragraph(symbol: str, paragraph: Paragraph, notes: dict[str, list[Footnote]]) -> Iterator[Edge]:
    """The edges of a paragraph and its items, whose notes are taken out of `notes`."""
    origin = f"{symbol}#{paragraph.anchor}"
    for citation in paragraph.citations:
        yield _edge(origin, citation, None)
    yield from _of_notes(origin, notes.pop(paragraph.anchor, []))
    for child in paragraph.children:
        yield from _of_paragraph(symbol, child, notes)


def _of_notes(origin: str, notes: Iterable[Footnote]) -> Iterator[Edge]:
    for note in notes:
        for citation in note.citations:
            yield _edge(origin, citation, note)


def _edge(origin: str, citation: Citation, note: Footnote | None) -> Edge:
    return Edge(
        origin=origin,
        to=citation.symbol,
        pinpoint=citation.pinpoint,
        instrument=citation.instrument,
        text=citation.text,
        footnote=note.label if note else None,
        rule=note.rule if note else None,
    )
