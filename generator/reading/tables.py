"""Tables: rows between bars, and those that only the width of the spaces tells, which become rows with bars."""

import re
from itertools import groupby

import msgspec

from generator.reading.sheet import Line, Sheet

_FEWEST = 3
"""How many lines in a row make a table."""
_FIGURE = re.compile(r"[-–—]?[\d., ]*\d%?$|[-–—]$")
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
    """Three lines or more in a row that fall into the same number of columns, with figures in the last: a table."""
    lines: list[Line] = []
    for columns, group in groupby(sheet.lines, key=lambda line: len(line.cells)):
        run = list(group)
        figures = sum(1 for line in run if line.cells and _FIGURE.match(line.cells[-1]))
        if columns > 1 and len(run) >= _FEWEST and figures * 3 >= len(run) * 2:
            run = [msgspec.structs.replace(line, text="| " + " | ".join(line.cells) + " |") for line in run]
        lines += run
    return sheet.with_lines(lines)
