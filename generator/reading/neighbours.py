"""Printed records run resolutions together: the tail of the one before and the head of the one after are set aside.

A resolution begins at a line with its number and title ("1040 (XI). Convention …") that an enacting line follows; a
decision at such a line that "At its 46th plenary meeting, on …" follows.
"""

import msgspec

from generator.model import Furniture
from generator.reading import closing
from generator.reading.decisions import opens_decision
from generator.reading.enacting import is_enacting
from generator.reading.head import is_title_number, number_of
from generator.reading.sheet import Line, Sheet, spans, warning, without_fences

_REACH = 14
"""How many lines below a title the enacting line may stand."""


def set_aside_neighbours(sheet: Sheet, symbol: str | None) -> Sheet:
    """Keep the resolution that is `symbol`, or the longest of those in the sheet; the rest is furniture, and said."""
    begins = beginnings(sheet.lines)
    if not begins:
        return sheet
    first = 0 if not _tail_before(sheet.lines, begins[0]) else begins[0]
    starts = [first, *begins[1:]]
    ends = [*begins[1:], len(sheet.lines)]
    if first == 0 and len(starts) == 1:
        return sheet
    chosen = max(
        range(len(starts)),
        key=lambda place: (_is_named(sheet.lines[begins[place]], symbol), ends[place] - starts[place]),
    )
    kept = sheet.lines[starts[chosen] : ends[chosen]]
    result = sheet.with_lines(kept)
    for part, why in (
        (sheet.lines[: starts[chosen]], "end of the text before"),
        (sheet.lines[ends[chosen] :], "beginning of the text after"),
    ):
        if part:
            result = _without(result, part, why)
    return result


def beginnings(lines: tuple[Line, ...]) -> list[int]:
    """The places of the lines on which a resolution begins."""
    found: list[int] = []
    numbers: set[str] = set()
    for index, line in enumerate(lines):
        if not is_title_number(line.text):
            continue
        number = number_of(line.text) or ""
        if number in numbers or not _enacts(lines, index):
            continue
        numbers.add(number)
        found.append(index)
    return found


def _enacts(lines: tuple[Line, ...], index: int) -> bool:
    below = range(index + 1, min(index + 1 + _REACH, len(lines)))
    return any(is_enacting(lines[at].text) is not None or opens_decision(lines, at) for at in below)


def _tail_before(lines: tuple[Line, ...], begin: int) -> bool:
    """Whether what stands above the first title is the end of another resolution: a closing stands there."""
    above = lines[:begin]
    if len(above) < _REACH and all(len(line.text) < 60 for line in above):
        return False
    return any(closing.opens(line.text) and "adopted by the" not in line.text.lower() for line in above)


def _is_named(line: Line, symbol: str | None) -> bool:
    number = number_of(line.text)
    return bool(symbol and number and number.replace(" ", "") in symbol)


def _without(sheet: Sheet, part: tuple[Line, ...], why: str) -> Sheet:
    aside = (number for item in sheet.furniture for first, last in item.lines for number in range(first, last + 1))
    rank = {number: place for place, number in enumerate(sorted({*aside, *(line.number for line in part)}))}
    text = without_fences(" ".join(line.text for line in part))
    item = Furniture(lines=spans((line.number for line in part), rank), text=text, why=why)
    remark = warning(
        part[0].number,
        "neighbour-left-out",
        f"lines {part[0].number} to {part[-1].number} are the {why} and were left out",
    )
    return msgspec.structs.replace(sheet, furniture=(*sheet.furniture, item)).remarked([remark])
