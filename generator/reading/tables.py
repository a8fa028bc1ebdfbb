"""Tables: rows between bars, and those that only the width of the spaces tells, which become rows with bars."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

import msgspec

from generator.reading.enacting import is_enacting
from generator.reading.line_edges import NO_HEADING
from generator.reading.sheet import Line, Remark, Sheet, warning

_FEWEST = 3
"""How many lines in a row make a table."""
_SURE = 3
"""How many columns no page of running words has."""
_NEAR = 2
"""How many lines apart two lines in columns may stand to belong together."""
_FIGURE = re.compile(r"[-–—]?[\d., ]*\d%?$|[-–—]$")
_HOLDS_FIGURE = re.compile(r"\d")
# "| Austria | 0.720 |", and what rules off the head of a table: "| --- | :-: |".
_ROW = re.compile(r"\|.*\|$")
_RULED = re.compile(r"\|(?: ?:?-+:? ?\|)+$")


def is_row(text: str) -> bool:
    """Whether a line is a row of a table between bars."""
    return bool(_ROW.match(text))


def rules_rows(text: str) -> bool:
    """Whether such a row only rules off the head of its table."""
    return bool(_RULED.match(text))


def rule_rows(sheet: Sheet) -> Sheet:
    """Three lines or more in a row that fall into the same number of columns, as a table does, become its rows.

    Where the last column holds figures, a line amid them that holds one cell is a row as well: its words go on below.
    """
    lines: list[Line] = []
    for run in _runs(sheet.lines):
        full = [line for line in run if line.cells]
        is_table = len(full) >= _FEWEST and (_has_figures_last(full) or _has_aligned_columns(run))
        lines += [_as_row(line, full[0]) for line in run] if is_table else run
    return sheet.with_lines(lines)


def _runs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """The lines in runs of as many columns each; those of one cell that go on in columns below are in the same run."""
    wrapped = {place for place in range(1, len(lines) - 1) if _is_wrapped(lines, place)}
    columns = [len(line.cells) for line in lines]
    keyed = ((columns[place - 1] if place in wrapped else columns[place], line) for place, line in enumerate(lines))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        run = [line for _, line in group]
        if _has_figures_last([line for line in run if line.cells]):
            yield run
        else:
            yield from (list(part) for _, part in groupby(run, key=lambda line: len(line.cells)))


def _is_wrapped(lines: tuple[Line, ...], place: int) -> bool:
    """Whether a line of one cell stands between two rows, without a blank line below it, and ends in no stop."""
    above, line, below = lines[place - 1 : place + 2]
    if line.cells or not above.cells or len(above.cells) != len(below.cells):
        return False
    return not (below.gap or line.turned or NO_HEADING.search(line.text))


def _as_row(line: Line, full: Line) -> Line:
    """A line as a row between bars; its only cell stands in the column of a full row that it begins nearest to."""
    cells = list(line.cells)
    if not cells:
        nearest = min(range(len(full.cells)), key=lambda at: abs(full.columns[at] - line.indent))
        cells = [line.text if at == nearest else "" for at in range(len(full.cells))]
    return msgspec.structs.replace(line, text="| " + " | ".join(cells) + " |")


def _has_aligned_columns(run: list[Line]) -> bool:
    return len(run[0].cells) >= _SURE and _is_aligned(run)


def _has_figures_last(run: list[Line]) -> bool:
    """Whether the last column holds figures, but for a head and a row that has none."""
    return bool(run) and sum(1 for line in run if _FIGURE.match(line.cells[-1])) * 3 >= len(run) * 2


def _is_aligned(run: list[Line]) -> bool:
    """Whether the columns of all rows but the first begin, or end, one under the other, and most rows hold a figure."""
    rows = run[1:]
    figures = sum(1 for line in rows if any(_HOLDS_FIGURE.search(cell) for cell in line.cells))
    starts = zip(*(line.columns for line in rows), strict=True)
    ends = zip(*(_ends(line) for line in rows), strict=True)
    return figures * 3 >= len(rows) * 2 and all(
        _is_one_place(left) or _is_one_place(right) for left, right in zip(starts, ends, strict=True)
    )


def _ends(line: Line) -> list[int]:
    return [start + len(cell) for start, cell in zip(line.columns, line.cells, strict=True)]


def _is_one_place(places: Iterable[int]) -> bool:
    """Whether all are the same, give or take one."""
    listed = list(places)
    return max(listed) - min(listed) <= 1


def remark_columns(sheet: Sheet) -> Sheet:
    """Say where lines below the enacting line stand in three columns or more and were not read as a table."""
    places = [at for at, line in enumerate(sheet.lines) if len(line.cells) >= _SURE and not is_row(line.text)]
    enacting = next((at for at, line in enumerate(sheet.lines) if is_enacting(line.text) is not None), len(sheet.lines))
    close = {at: after for at, after in pairwise(places) if at > enacting and after - at <= _NEAR}
    later = set(close.values())
    return sheet.remarked(_columns(sheet.lines[at]) for at in close if at not in later)


def _columns(line: Line) -> Remark:
    cells = "”, “".join(cell[:20] for cell in line.cells[:3])
    return warning(
        line.number,
        "columns-unsure",
        f"from here on lines stand in columns (“{cells}”) and were read as running words; compare with the original: "
        "if they are a table, correct each of its rows to | one | like | this |",
    )
