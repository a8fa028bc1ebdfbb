"""Words as inline content: the opening in italics, documents named as references, marks at their offsets.

A mark inside a name cuts the reference in two, and what is named and cannot be referred to stays plain: no word is
added or taken away.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.exports.elements import Element, element
from generator.exports.references import reference
from generator.model import Citation

Inline = tuple[str | Element, ...]
Marks = Sequence[tuple[int, Element]]
"""What to put in, each at its offset, in order."""


def words(text: str, citations: Sequence[Citation] = (), marks: Marks = (), opening: str | None = None) -> Inline:
    """Give `text` with what stands in it; `citations` are what it names."""
    return tuple(_pieces(text, tuple(_named(text, citations)), marks, _length(text, opening)))


def _pieces(text: str, named: Sequence[Citation], marks: Marks, opening: int) -> Iterator[str | Element]:
    ends = (end for citation in named for end in (citation.at, _end(citation)))
    cuts = sorted({0, len(text), opening, *ends, *(at for at, _ in marks)})
    citations, insertions = deque(named), deque(marks)
    for start, end in pairwise((*cuts, len(text))):
        while insertions and insertions[0][0] <= start:
            yield insertions.popleft()[1]
        while citations and _end(citations[0]) <= start:
            citations.popleft()
        if start < end:
            plain = text[start:end]
            piece = reference(citations[0], plain) if citations and citations[0].at <= start else plain
            yield element("i", {}, piece) if end <= opening else piece


def _named(text: str, citations: Sequence[Citation]) -> Iterator[Citation]:
    """The citations whose words stand in `text`, none across another."""
    position = 0
    for citation in citations:
        if position <= citation.at and citation.text and text[citation.at : _end(citation)] == citation.text:
            position = _end(citation)
            yield citation


def _end(citation: Citation) -> int:
    return citation.at + len(citation.text)


def _length(text: str, opening: str | None) -> int:
    """How far the opening goes: the words a paragraph is known by, which print sets in italics."""
    return len(opening) if opening and text.startswith(opening) and opening.strip() == opening else 0
