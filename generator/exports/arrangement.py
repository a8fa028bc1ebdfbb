"""How the paragraphs of a text stand under its headings.

In most texts the preamble goes before the first heading. Where a part or section has preambular paragraphs of its own,
the text is told in the order of print, each part with all that belongs to it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from generator.model import Heading, MastheadField, Paragraph, Resolution

Printed = Heading | MastheadField | Paragraph
"""What can stand in the body of a text, the words that name the organ among it."""

_RANKS = {"part": 0, "section": 1, "article": 2}


def in_print_order(text: Resolution) -> bool:
    """Whether a heading stands above a preambular paragraph."""
    preambular = {paragraph.anchor for paragraph in text.preamble}
    return any(heading.before in preambular for heading in text.headings)


def body(text: Resolution) -> Iterator[Printed]:
    """Give what the body of a text says: its operative part, or, told in the order of print, everything."""
    if not in_print_order(text):
        yield from under_headings(text.operative, text.headings)
        return
    organs = deque(field for field in text.masthead if field.field == "enacting")
    everything = merge(text.preamble, text.operative, key=_first_line)
    for printed in under_headings(everything, text.headings):
        while isinstance(printed, Paragraph) and organs and _first_line(organs[0]) < _first_line(printed):
            yield organs.popleft()
        yield printed


def under_headings(paragraphs: Iterable[Paragraph], headings: Sequence[Heading]) -> Iterator[Heading | Paragraph]:
    """Give paragraphs, each after the headings above it, and at the end the headings under which nothing stands."""
    placed: dict[str | None, list[Heading]] = {}
    for heading in headings:
        placed.setdefault(heading.before, []).append(heading)
    for paragraph in paragraphs:
        yield from placed.pop(paragraph.anchor, ())
        yield paragraph
    for left in placed.values():
        yield from left


def kind_of(heading: Heading) -> str:
    """What a heading is the heading of: a "part", an "article" or a "section"."""
    own = re.sub(r"-\d+(?:st|nd|rd|th)$", "", heading.anchor).rpartition("-")[2]
    if re.fullmatch(r"[a-z]", own):
        return "part"
    return "article" if own.startswith("art") else "section"


def ends(outer: Heading, new: Heading) -> bool:
    """Whether what stands under `outer` is at its end where `new` begins."""
    return not new.anchor.startswith(f"{outer.anchor}-") and _RANKS[kind_of(outer)] >= _RANKS[kind_of(new)]


def _first_line(printed: Paragraph | MastheadField) -> int:
    return printed.lines[0][0] if printed.lines else 0
