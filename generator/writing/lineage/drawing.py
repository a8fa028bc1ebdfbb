"""Draw a series: a column for each text, a mark for each paragraph, a line for each link. Every mark is a link.

The drawing has a title and a description; the table beside it says the same in words.
"""

import html
from collections.abc import Container, Iterator, Sequence

from generator import walk
from generator.library import Library
from generator.lineage.lookup import Lookup, parted
from generator.lineage.model import Branch, Series
from generator.model import LinkKind

_COLUMN, _ROW, _TOP, _MARGIN = 150, 11, 44, 60
BRANCHES = {Branch.MAIN: "", Branch.SIBLING: "of another organ", Branch.RELATED: "related"}
"""Where a text stands beside the main line, in words."""

_CLASSES = {LinkKind.VERBATIM: "verbatim", LinkKind.AMENDED: "amended", LinkKind.MERGED: "merged"}

Points = dict[str, tuple[int, int]]


def drawing(series: Series, lookup: Lookup, library: Library, to_root: str) -> str:
    """Give the SVG of a series on one line; `to_root` leads from its page to the site's root."""
    symbols = [member.symbol for member in series.members]
    points = _points(symbols, library)
    height = max((y for _, y in points.values()), default=0) + _ROW
    width = _MARGIN * 2 + _COLUMN * (len(symbols) - 1)
    beside = {member.symbol for member in series.members if member.branch is not Branch.MAIN}
    pieces = (*_heads(series), *_lines(lookup, points, beside), *_marks(points, library, to_root))
    title = html.escape(f"{series.title}: how its paragraphs continue one another")
    told = (
        "A column for each text, a mark for each paragraph, a line for each that continues. The arrow keys lead from "
        "mark to mark. The table says the same."
    )
    return (
        f'<div class="slopes"><svg role="group" aria-label="{title}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><desc>{told}</desc>{"".join(pieces)}</svg></div>'
        f'<script type="module" src="{to_root}assets/slopes.js"></script>'
    )


def _points(symbols: Sequence[str], library: Library) -> Points:
    """Where each paragraph has its mark."""
    return {
        f"{symbol}#{paragraph.anchor}": (_MARGIN + column * _COLUMN, _TOP + row * _ROW)
        for column, symbol in enumerate(symbols)
        for row, paragraph in enumerate(walk.paragraphs(library.texts[symbol]))
    }


def _heads(series: Series) -> Iterator[str]:
    for column, member in enumerate(series.members):
        x = _MARGIN + column * _COLUMN
        yield f'<text x="{x}" y="14" text-anchor="middle">{html.escape(member.symbol)}</text>'
        if member.branch is not Branch.MAIN:
            yield f'<text class="beside" x="{x}" y="28" text-anchor="middle">{BRANCHES[member.branch]}</text>'


def _lines(lookup: Lookup, points: Points, beside: Container[str]) -> Iterator[str]:
    for one in lookup.lineage.links:
        if one.origin in points and one.to in points:
            (x1, y1), (x2, y2) = points[one.origin], points[one.to]
            branches_off = any(parted(place)[0] in beside for place in (one.origin, one.to))
            kind = f"{_CLASSES[one.kind]}{' beside' if branches_off else ''}"
            yield f'<line class="{kind}" x1="{x1 + 5}" y1="{y1}" x2="{x2 - 5}" y2="{y2}"></line>'


def _marks(points: Points, library: Library, to_root: str) -> Iterator[str]:
    for place, (x, y) in points.items():
        symbol, anchor = parted(place)
        name = html.escape(f"{symbol}, {library.places[symbol][anchor]}")
        kind = "pre" if "pp" in anchor else "ope"
        yield (
            f'<a href="{to_root}{symbol}/#{anchor}" aria-label="{name}">'
            f'<circle class="{kind}" cx="{x}" cy="{y}" r="4"><title>{name}</title></circle></a>'
        )
