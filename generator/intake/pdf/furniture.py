"""What belongs to the page and not to the text: running heads, page and job numbers, bar codes, rules.

Found by where it stands (outside the text, beyond a rule across the page), by standing in the same place on several
pages, or by being nothing but numbers of the kind that printers put there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from generator.intake.pdf.lines import Line
from generator.symbols import normalise

_EDGE = 0.12
_SMALL = 0.93
_RULE = re.compile(r"[_\-–—=*.\s]{5,}")
_PRINTERS_MARKS = re.compile(
    r"""
      \d{2}-\d{5}(\s*\([A-Z]\))?(\s+\d{6})?   # job number "18-17962 (E) 021118"
    | \*\d{5,}\*                              # bar code as text
    | \d+\s*/\s*\d+ | [-–—]\s*\d+\s*[-–—]      # page "3/5", "- 3 -"
    | page\s+\d+(\s+of\s+\d+)? | \d{1,3}      # page "Page 3", "3"
    | /?(\.\s?){3} | /…                       # "/..." the text goes on
    | (please\s+)?recycle\b | printed\s+on\s+recycled\s+paper
    | \([EFSARC]\) | \d{6}
    | (https?|file)://\S+ | about:blank
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BROWSER_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d{2}")
_BAR_CODE_FONT = re.compile(r"bar\s?code|code\s?39|3of9|C39", re.IGNORECASE)


class PageLines(msgspec.Struct, frozen=True):
    """A page's height, the height of a rule across it near its top (0: none), and its lines in reading order."""

    number: int
    height: float
    head_rule: float
    lines: tuple[Line, ...]


def part_furniture(pages: Sequence[PageLines], body_size: float) -> tuple[tuple[PageLines, ...], tuple[str, ...]]:
    """The pages without their furniture, and the furniture: `page 2: the words (why)`."""
    repeated = _repeated(pages)
    kept: list[PageLines] = []
    said: list[str] = []
    for page in pages:
        reasons = [_why(line, page, body_size, repeated) for line in page.lines]
        said += [
            f"page {page.number}: {line.text} ({why})" for line, why in zip(page.lines, reasons, strict=True) if why
        ]
        rest = tuple(line for line, why in zip(page.lines, reasons, strict=True) if not why)
        kept.append(msgspec.structs.replace(page, lines=rest))
    return tuple(kept), tuple(said)


def _why(line: Line, page: PageLines, body_size: float, repeated: frozenset[tuple[str, int]]) -> str | None:
    """Why a line is furniture, or None where it is text."""
    if is_rule(line):
        return None
    first = page.number == 1
    at_top = line.bottom < _EDGE * page.height
    at_foot = line.top > (1 - _EDGE) * page.height
    if not (at_top or at_foot):
        return None
    if not first and at_top and line.bottom <= page.head_rule:
        return "running head"
    if not first and at_top and line.size < _SMALL * body_size and _above_text(line, page, body_size):
        return "running head"
    if _is_printers(line, first):
        return "page or job number"
    if _key(line) in repeated and not (first and at_top and not _BROWSER_DATE.match(line.text)):
        return "the same on several pages"
    return None


def is_rule(line: Line) -> bool:
    """A line of underscores or the like."""
    return bool(_RULE.fullmatch(line.text))


def _above_text(line: Line, page: PageLines, body_size: float) -> bool:
    text = [other.top for other in page.lines if other.size >= _SMALL * body_size and other.bottom > line.bottom]
    return bool(text) and line.bottom <= min(text) + 1


def _is_printers(line: Line, first: bool) -> bool:
    """Whether nothing is left of a line without the numbers of printers (and, after page 1, the symbol)."""
    rest = " ".join(_PRINTERS_MARKS.sub(" ", line.text).split())
    return not rest or (not first and normalise(rest) is not None)


def _repeated(pages: Iterable[PageLines]) -> frozenset[tuple[str, int]]:
    """Lines that stand at the same height on two pages, figures apart."""
    counted = Counter(key for page in pages for key in {_key(line) for line in page.lines})
    return frozenset(key for key, count in counted.items() if count > 1)


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def is_bar_code(font: str) -> bool:
    """Whether a font draws bars, not letters."""
    return bool(_BAR_CODE_FONT.search(font))
