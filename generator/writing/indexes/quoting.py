"""Quote a paragraph on an index page: its words with those of its items on one line, some of them marked.

A long one is cut: its beginning is shown, and the words that are marked further on; the rest is folded below them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from generator.model import Paragraph
from generator.walk import stretches
from generator.writing.escape import escape, escape_line

_SHORT = 70  # words: what is read at a glance
_BEGINNING, _OPENING = 30, 14  # words: of a long paragraph, and of one that is only listed
_WORD = re.compile(r"\S+")


class Span(msgspec.Struct, frozen=True, order=True):
    """Words to mark: the paragraph or item they stand in, where they begin in its words and tail, and how long."""

    anchor: str
    at: int
    length: int


class Quote(msgspec.Struct, frozen=True):
    """The Markdown of a quote: what is shown, and how it goes on where that is not all; together they are all words."""

    shown: str
    marked: str
    folded: str


def quote(paragraph: Paragraph, spans: Iterable[Span]) -> Quote:
    """Quote a paragraph. `marked` repeats the first marked words where only what is folded has any."""
    pieces = tuple(stretches(paragraph))
    words = "".join(text for _, _, text in pieces)
    marked = _apart(sorted(_placed(pieces, tuple(spans))))
    cut = _cut(words)
    if cut is None:
        return Quote(_marked(words, marked, 0, len(words)), "", "")
    for start, end in marked:
        cut = end if start < cut < end else cut
    further = marked and marked[0][0] >= cut
    return Quote(
        shown=_marked(words, marked, 0, cut),
        marked=f"<mark>{escape(words[slice(*marked[0])])}</mark>" if further else "",
        folded=_marked(words, marked, cut, len(words)),
    )


def opening_words(paragraph: Paragraph) -> str:
    """Give the Markdown of the first words of a paragraph, its opening in italics."""
    ends = [word.end() for word in islice(_WORD.finditer(paragraph.text), _OPENING)]
    words = paragraph.text[: ends[-1]] if ends else ""
    rest = " …" if words != paragraph.text or paragraph.children else ""
    opening = paragraph.opening or ""
    if opening and words.startswith(opening):
        return f"*{escape(opening)}*{escape(words[len(opening) :])}{rest}"
    return escape(words) + rest


def _cut(words: str) -> int | None:
    """Where the beginning of a long paragraph ends; None where the paragraph is short."""
    if words.count(" ") < _SHORT:
        return None
    return next(islice(_WORD.finditer(words), _BEGINNING - 1, None)).end()


def _placed(pieces: Iterable[tuple[str, int, str]], spans: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Where spans stand in the quote."""
    start = 0
    for anchor, first, text in pieces:
        for span in spans:
            if span.anchor == anchor and first <= span.at < first + len(text):
                at = start + span.at - first
                yield at, min(at + span.length, start + len(text))
        start += len(text)


def _apart(stretches_: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join what overlaps."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches_:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _marked(words: str, marked: Iterable[tuple[int, int]], first: int, last: int) -> str:
    """The Markdown of a stretch of the words, those marked in it between tags."""
    written: list[str] = []
    position = first
    for start, end in marked:
        begins, ends = max(start, position), min(end, last)
        if begins < ends:
            written += (words[position:begins], f"<mark>{escape(words[begins:ends])}</mark>")
            position = ends
    written.append(words[position:last])
    return "".join(
        piece if place % 2 else (escape(piece) if place else escape_line(piece)) for place, piece in enumerate(written)
    )
