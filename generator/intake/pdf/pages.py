"""A PDF's bytes become its pages: characters with their places, ruled tables, rules across the page.

The one place that knows the PDF library; and the one that catches whatever a broken file makes it raise.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from generator.intake.pdf.furniture import is_bar_code
from generator.intake.pdf.lines import Char, char_of
from generator.intake.taken import Refusal

logging.getLogger("pdfminer").setLevel(logging.ERROR)

_TOP = 0.15
_ACROSS = 0.6


class PdfTable(msgspec.Struct, frozen=True):
    """A ruled table: where it stands, and its cells."""

    top: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


class PdfPage(msgspec.Struct, frozen=True):
    """A page: its characters outside tables, its tables, and what is not text on it."""

    number: int
    height: float
    head_rule: float
    chars: tuple[Char, ...]
    tables: tuple[PdfTable, ...]
    bar_codes: str
    turned: str
    has_image: bool


def pages_of(content: bytes) -> tuple[PdfPage, ...] | Refusal:
    """The pages of a PDF, or why they cannot be had."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            return tuple(_page(page, number) for number, page in enumerate(document.pages, start=1))
    except Exception as fault:  # noqa: BLE001 -- a broken PDF makes the library raise nearly anything
        if any(isinstance(each, (PDFPasswordIncorrect, PDFEncryptionError)) for each in _chain(fault)):
            return Refusal("this PDF is encrypted: save it without a password first")
        return Refusal("this PDF is broken: open it in a PDF viewer and save or print it as a new PDF")


def _chain(fault: BaseException) -> Iterator[object]:
    """A fault, what it wraps and what led to it."""
    seen: BaseException | None = fault
    while seen is not None:
        yield seen
        yield from seen.args
        seen = seen.__cause__ or seen.__context__


def _page(page: Any, number: int) -> PdfPage:
    tables = [table for table in page.find_tables() if _is_table(table)]
    upright: list[Char] = []
    turned, bars = "", ""
    printed = _Printed()
    for raw in page.chars:
        char = char_of(raw)
        if printed.again(char):
            continue
        if not raw.get("upright", True):
            turned += char.text
        elif is_bar_code(char.font):
            bars += char.text
        elif not any(_inside(char, table.bbox) for table in tables):
            upright.append(char)
    return PdfPage(
        number=number,
        height=float(page.height),
        head_rule=_head_rule(page),
        chars=tuple(upright),
        tables=tuple(_table(table) for table in tables),
        bar_codes=bars.strip(),
        turned=turned.strip(),
        has_image=bool(page.images),
    )


class _Printed:
    """The characters seen so far, by place: some programs print a letter twice, a hair apart, to make it bold."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int, int], tuple[float, float]] = {}

    def again(self, char: Char) -> bool:
        """Whether the same letter stands less than a point away; if not, it is remembered."""
        column, row = int(char.x0), int(char.top)
        for place in ((char.text, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            x0, top = self._places.get(place, (-9.0, -9.0))
            if abs(x0 - char.x0) < 1 and abs(top - char.top) < 1 and char.text.strip():
                return True
        self._places[char.text, column, row] = char.x0, char.top
        return False


def _is_table(table: Any) -> bool:
    """Two rows and two columns at least, and most cells with words: a frame around a page is none."""
    rows = table.extract()
    cells = [cell for row in rows for cell in row]
    filled = sum(bool((cell or "").strip()) for cell in cells)
    return len(rows) > 1 and len(rows[0]) > 1 and filled > len(cells) / 2


def _table(table: Any) -> PdfTable:
    rows = tuple(tuple(cell or "" for cell in row) for row in table.extract())
    return PdfTable(top=float(table.bbox[1]), bottom=float(table.bbox[3]), rows=rows)


def _inside(char: Char, box: Sequence[float]) -> bool:
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _head_rule(page: Any) -> float:
    """The height of a rule across the top of the page, often drawn in several pieces; 0 where there is none."""
    widths: dict[int, float] = {}
    for shape in (*page.rects, *page.lines):
        if shape["bottom"] - shape["top"] < 3 and shape["bottom"] < _TOP * page.height:
            widths[round(shape["top"])] = widths.get(round(shape["top"]), 0) + shape["x1"] - shape["x0"]
    return float(max((top for top, width in widths.items() if width > _ACROSS * page.width), default=0))
