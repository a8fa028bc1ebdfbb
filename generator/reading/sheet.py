"""The raw text as a sheet of numbered lines, and what has been noticed about it so far.

`spread` makes the first sheet from a raw text; each repair takes a sheet and gives the next. A line keeps the number it
had in the raw text through all of them, so that every paragraph can say where it was read.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from generator.model import Correction, Furniture, Severity, Span, Spans, Witness

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Private-use characters that fence a footnote mark which extraction left without ambiguity."""

TABLE = "\ue002"
"""A private-use character that keeps the place of a table in the words of its paragraph."""

SIGNS = "*†‡"
"""The signs that are footnote marks, beside letters and digits."""

_DROPPED = re.compile(
    r"[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060\ufeff\ue000-\ue002\ufdd0-\ufdef\ufffe\uffff]"
)
_FENCE = re.compile(rf"{MARK_OPEN}([\w{SIGNS}]+)(?:@\d+)?{MARK_CLOSE}")
_SPACES = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\u0085\u001c-\u001f]+")
_RUN_OF_SPACES = re.compile(" {2,}")
_BETWEEN_CELLS = re.compile(r" {3,}|\t+")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line, or a part of one: its number, its words, its indent, and what stood above it.

    `gap` is the number of blank lines above; `turned` says that a page ended there. `cells` are what wide spaces part,
    `columns` where each of them began.
    """

    number: int
    text: str
    indent: int = 0
    gap: int = 0
    turned: bool = False
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()


class Remark(msgspec.Struct, frozen=True):
    """A problem before it knows its file."""

    line: int
    code: str
    severity: Severity
    message: str


class Sheet(msgspec.Struct, frozen=True):
    """Lines, and what earlier repairs took out of them or changed in them."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...] = ()
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def with_lines(self, lines: Iterable[Line]) -> "Sheet":
        """The sheet with other lines."""
        return msgspec.structs.replace(self, lines=tuple(lines))

    def set_aside(self, why_of: Callable[[Line], str | None]) -> "Sheet":
        """Take out each line for which `why_of` gives a reason; the line after it has seen the page turn."""
        kept: list[Line] = []
        gone: list[Furniture] = []
        gap, turned = 0, False
        for line in self.lines:
            why = why_of(line)
            if why:
                gone.append(Furniture(lines=((line.number, line.number),), text=line.text.strip(), why=why))
                gap, turned = gap + line.gap, turned or line.turned or why in TURNS_A_PAGE
            else:
                changed = gap or turned
                kept.append(
                    msgspec.structs.replace(line, gap=line.gap + gap, turned=line.turned or turned) if changed else line
                )
                gap, turned = 0, False
        return (
            msgspec.structs.replace(self, lines=tuple(kept), furniture=self.furniture + tuple(gone)) if gone else self
        )

    def corrected(self, corrections: Iterable[Correction]) -> "Sheet":
        """The sheet with more corrections."""
        return msgspec.structs.replace(self, corrections=self.corrections + tuple(corrections))

    def remarked(self, remarks: Iterable[Remark]) -> "Sheet":
        """The sheet with more remarks."""
        return msgspec.structs.replace(self, remarks=self.remarks + tuple(remarks))


TURNS_A_PAGE = frozenset({"page head", "page foot", "page number", "job number", "running title", "continuation mark"})


def warning(line: int, code: str, message: str) -> Remark:
    """A remark that a reader should know of."""
    return Remark(line, code, Severity.WARNING, message)


def error(line: int, code: str, message: str) -> Remark:
    """A remark that something is missing or ambiguous."""
    return Remark(line, code, Severity.ERROR, message)


def by_rule(line: int, found: str, shown: str, why: str) -> Correction:
    """A correction that a rule of the reader made."""
    return Correction(line=line, found=found, shown=shown, why=why, by=Witness.RULE)


def spread(body: str) -> Sheet:
    """The sheet of a raw text. Blank lines become the `gap` of the line below them; a form feed turns the page."""
    lines: list[Line] = []
    gap, turned = 0, False
    for number, raw in enumerate(_LINE_END.split(body), start=1):
        turned = turned or "\f" in raw
        indent, bare = _even(raw)
        if not bare:
            gap += 1
            continue
        words = bare if bare.isascii() else unicodedata.normalize("NFC", bare)
        lines.append(Line(number, words, indent, gap, turned, *_cells(raw)))
        gap, turned = 0, False
    return Sheet(tuple(lines))


def _cells(raw: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """What three spaces or more part on a line, and where each part begins; nothing where none do."""
    bare = raw.strip()
    if "   " not in bare and "\t" not in bare:
        return (), ()
    first = raw.index(bare)
    columns = (first, *(first + between.end() for between in _BETWEEN_CELLS.finditer(bare)))
    cells = tuple(_DROPPED.sub("", cell).strip() for cell in _BETWEEN_CELLS.split(bare))
    return (cells, columns) if len(cells) > 1 else ((), ())


def _even(raw: str) -> tuple[int, str]:
    """How far a raw line is indented, and the line without control characters, each white space in it one space."""
    text = raw.replace("\f", "")
    if not text.isascii() or not text.isprintable():
        text = _DROPPED.sub("", text.replace("\t", " " * 8).replace("\v", " "))
        text = _SPACES.sub(lambda space: " " * len(space.group()), text)
    text = text.rstrip()
    bare = text.lstrip(" ")
    return len(text) - len(bare), _RUN_OF_SPACES.sub(" ", bare) if "  " in bare else bare


Ranks = Mapping[int, int] | Sequence[int]
"""The place of each line that holds words among the lines that do, by line number."""


def ranks(sheet: Sheet) -> Ranks:
    """The ranks of a sheet as `spread` made it: blank lines have none, so they never cut a span."""
    rank = array("l", [0]) * (sheet.lines[-1].number + 1 if sheet.lines else 1)
    for place, line in enumerate(sheet.lines):
        rank[line.number] = place
    return rank


def spans(numbers: Iterable[int], rank: Ranks) -> Spans:
    """Line numbers as spans: 1, 2, 3, 7 gives ((1, 3), (7, 7)); blank lines between two lines do not part them."""
    found: list[Span] = []
    for number in sorted(set(numbers)):
        if found and rank[number] <= rank[found[-1][1]] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)


def without_fences(text: str) -> str:
    """A text that has no room for marks shows their labels as printed."""
    return _FENCE.sub(r"\1", text)
