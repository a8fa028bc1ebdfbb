"""Quote a paragraph on an index page: its words with those of its items on one line, some of them marked.

A long one is shown as an excerpt around the marked words, with the whole folded below it.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.model import Paragraph
from generator.walk import stretches
from generator.writing.escape import escape, escape_line

_SHORT = 70  # words: what is read at a glance
_OPENING, _AROUND = 14, 12  # words of an excerpt: at the beginning, and on either side of what is marked
_WORD = re.compile(r"\S+")


class Span(msgspec.Struct, frozen=True, order=True):
    """Words to mark: the paragraph or item they stand in, where they begin in its words and tail, and how long."""

    anchor: str
    at: int
    length: int


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a quote: whose words, from which offset of theirs, and where they begin in the quote."""

    anchor: str
    first: int
    start: int
    text: str


def quote(paragraph: Paragraph, spans: Iterable[Span]) -> tuple[str, str | None]:
    """Give the Markdown of a quote: what is shown, and what is folded below it where that is not all."""
    pieces = tuple(_pieces(paragraph))
    words = "".join(piece.text for piece in pieces)
    marked = _apart(sorted(_placed(pieces, spans)))
    whole = _marked(words, marked, 0, len(words))
    if len(words.split()) <= _SHORT:
        return whole, None
    stretches = _excerpt(words, marked)
    shown = (_marked(words, marked, start, end) + (" …" if end < len(words) else "") for start, end in stretches)
    return " ".join(shown), whole


def opening_words(paragraph: Paragraph) -> str:
    """Give the Markdown of the first words of a paragraph, its opening in italics."""
    words = paragraph.text[: [*(word.end() for word in _WORD.finditer(paragraph.text))][:_OPENING][-1]]
    rest = " …" if words != paragraph.text or paragraph.children else ""
    opening = paragraph.opening or ""
    if opening and words.startswith(opening):
        return f"*{escape(opening)}*{escape(words[len(opening) :])}{rest}"
    return escape(words) + rest


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """The words of a paragraph, of its items and of its tail, each with where it stands in the quote."""
    start = 0
    for anchor, first, text in stretches(paragraph):
        yield Piece(anchor, first, start, text)
        start += len(text)


def _placed(pieces: Iterable[Piece], spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Where spans stand in the quote."""
    wanted = tuple(spans)
    for piece in pieces:
        for span in wanted:
            if span.anchor == piece.anchor and piece.first <= span.at < piece.first + len(piece.text):
                at = piece.start + span.at - piece.first
                yield at, min(at + span.length, piece.start + len(piece.text))


def _apart(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join what overlaps."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _excerpt(words: str, marked: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The opening words, and those around what is marked first."""
    found = [(word.start(), word.end()) for word in _WORD.finditer(words)]
    stretches = [(0, found[min(_OPENING, len(found)) - 1][1])]
    if marked:
        start, end = marked[0]
        before = [place for place, (_, last) in enumerate(found) if last <= start]
        after = [place for place, (first, _) in enumerate(found) if first >= end]
        first = before[-_AROUND:][0] if before else 0
        last = after[:_AROUND][-1] if after else len(found) - 1
        stretches.append((found[first][0], found[last][1]))
    return tuple((start, end) for start, end in _apart(sorted(stretches)))


def _marked(words: str, marked: Iterable[tuple[int, int]], first: int, last: int) -> str:
    """The Markdown of a stretch of the words, those marked in it between tags."""
    written = ""
    position = first
    for start, end in marked:
        begins, ends = max(start, position), min(end, last)
        if begins < ends:
            written += _inert(words[position:begins], written) + f"<mark>{escape(words[begins:ends])}</mark>"
            position = ends
    return written + _inert(words[position:last], written)


def _inert(words: str, before: str) -> str:
    return escape(words) if before else escape_line(words)
