"""Pages in two columns, as the old records have: found by the gutter, and read column by column.

A gutter is a wide vertical gap in the middle of the page that many lines leave open and few cross. Lines that cross it
(mastheads, headings) part the page into bands; in each band the left column comes first.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from generator.intake.pdf.lines import Line

_FEWEST = 8
_MIDDLE = (0.35, 0.65)
_CROSSERS = 0.25


def in_reading_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page as one reads them; `column` says in which column a line stands (0: across the page)."""
    gutter = _gutter(lines)
    if gutter is None:
        return tuple(lines)
    parts = [part for line in lines for part in _split(line, gutter)]
    bands = groupby(parts, key=lambda line: line.column == 0)
    return tuple(
        line for across, band in bands for line in (band if across else sorted(band, key=lambda line: line.column))
    )


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the gutter stands, or None on a page with one column."""
    if len(lines) < _FEWEST:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    places = [left + (right - left) * step / 100 for step in range(int(_MIDDLE[0] * 100), int(_MIDDLE[1] * 100))]
    best = min(places, key=lambda place: _crossing(lines, place))
    crossing = _crossing(lines, best)
    sides = [sum(_on_side(line, best, side) for line in lines) for side in (1, 2)]
    return best if min(sides) >= _FEWEST and crossing <= _CROSSERS * min(sides) else None


def _crossing(lines: Sequence[Line], place: float) -> int:
    return sum(_crosses(line, place) for line in lines)


def _crosses(line: Line, place: float) -> bool:
    """Whether words stand on the place, or so near on both sides that they belong together."""
    if line.x1 < place or line.x0 > place:
        return False
    return not any(a.x1 <= place <= b.x0 and b.x0 - a.x1 >= line.size for a, b in pairwise(line.words))


def _on_side(line: Line, place: float, side: int) -> bool:
    if _crosses(line, place):
        return False
    return line.x0 < place if side == 1 else line.x1 > place


def _split(line: Line, gutter: float) -> Iterator[Line]:
    """A line as one part across, or as what stands left and right of the gutter."""
    if _crosses(line, gutter):
        yield line
        return
    for column, words in (
        (1, tuple(word for word in line.words if word.x0 < gutter)),
        (2, tuple(word for word in line.words if word.x0 >= gutter)),
    ):
        if words:
            note = line.note if words[0] is line.words[0] else None
            yield msgspec.structs.replace(line, words=words, column=column, note=note)
