"""Printed records run resolutions together: the tail of the one before and the head of the one after are set aside.

A resolution begins at a line with its number and title ("1040 (XI). Convention …") that an enacting line follows; a
decision at such a line that "At its 46th plenary meeting, on …" follows. Reports count their drafts: "Draft resolution
II".
"""

import re
from itertools import pairwise

import msgspec

from generator.model import Furniture
from generator.reading import closing
from generator.reading.decisions import opens_decision
from generator.reading.enacting import is_enacting
from generator.reading.head import is_title_number, number_of
from generator.reading.sheet import Line, Remark, Sheet, error, spans, warning, without_fences

# "Draft resolution II", "DRAFT DECISION 3. Ports"; not "Draft resolution II was adopted".
_DRAFT = re.compile(
    r"(?:DRAFT|Draft) (?:RESOLUTION|resolution|DECISION|decision) (?:[IVXL]+|\d{1,2})(?:[.:–-] ?\S.*|[.:])?$"
)
_ENDED = re.compile(r"[.;:”\"’'\])\d]$")
_REACH = 14
"""How many lines below a title the enacting line may stand."""


def set_aside_neighbours(sheet: Sheet, symbol: str | None) -> Sheet:
    """Keep the resolution that is `symbol`, or the longest of those in the sheet; the rest is furniture, and said."""
    begins = beginnings(sheet.lines)
    if not begins:
        return sheet
    if _DRAFT.match(sheet.lines[begins[0]].text):
        return _first_draft(sheet, begins)
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
            message = f"lines {part[0].number} to {part[-1].number} are the {why} and were left out"
            result = _without(result, part, why, warning(part[0].number, "neighbour-left-out", message))
    return result


def beginnings(lines: tuple[Line, ...]) -> list[int]:
    """The places of the lines on which a resolution begins; of drafts that a report counts, where there are several."""
    if drafts := _drafts(lines):
        return drafts
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


def _drafts(lines: tuple[Line, ...]) -> list[int]:
    """The headings of several drafts in one text, the first above its enacting line, the others where a text ended."""
    named = [at for at, line in enumerate(lines) if (line.gap or line.turned or at == 0) and _DRAFT.match(line.text)]
    headed = [*named[:1], *(at for at in named[1:] if _ENDED.search(lines[at - 1].text))]
    enacting = next((at for at, line in enumerate(lines) if is_enacting(line.text) is not None), None)
    several = len(headed) > 1 and enacting is not None and headed[0] < enacting
    return headed if several and _enacts(lines, headed[0]) else []


def _first_draft(sheet: Sheet, begins: list[int]) -> Sheet:
    """The sheet with the first of several drafts; each of the others is set aside, and is an error."""
    result = sheet.with_lines(sheet.lines[: begins[1]])
    for start, end in pairwise((*begins[1:], len(sheet.lines))):
        part = sheet.lines[start:end]
        message = (
            f"“{part[0].text[:60]}” begins here; this file holds {len(begins)} drafts and only the first was read: "
            "put each into a file of its own"
        )
        result = _without(result, part, "another draft", error(part[0].number, "several-drafts", message))
    return result


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


def _without(sheet: Sheet, part: tuple[Line, ...], why: str, remark: Remark) -> Sheet:
    """The sheet with `part`, which its lines no longer hold, in its furniture, and a remark on it."""
    aside = (number for item in sheet.furniture for first, last in item.lines for number in range(first, last + 1))
    rank = {number: place for place, number in enumerate(sorted({*aside, *(line.number for line in part)}))}
    text = without_fences(" ".join(line.text for line in part))
    item = Furniture(lines=spans((line.number for line in part), rank), text=text, why=why)
    return msgspec.structs.replace(sheet, furniture=(*sheet.furniture, item)).remarked([remark])
