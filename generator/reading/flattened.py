"""Repairs of lines that run together what was printed apart: a closing, an enacting line, whole paragraphs.

Web pages flattened to text do this. A line is cut only where what follows is beyond doubt the beginning of something:
an enacting formula, the next number in sequence, opening words that we know. The parts keep the number of their line.
"""

import re
from collections.abc import Iterator

import msgspec

from generator.reading import closing
from generator.reading.masthead import ORGANS
from generator.reading.openings import opens_operative, opens_preambular
from generator.reading.sheet import Line, Sheet

_LONG = 400
"""From how many letters on a line may hold several paragraphs."""
_ORGAN = "|".join(sorted(ORGANS, key=len, reverse=True))
_ENACTS_AND_RUNS_ON = re.compile(rf"(The (?:{_ORGAN}),) (?=[A-Z])(.+)$")
_CLOSES_AT_END = re.compile(rf"(.*[.”\"’\])]) ({closing.MEETING_AND_DATE})$")
_DIRT = re.compile(r"[\\|•·¦]+ ?(?=[A-Z])")
_NEXT_NUMBER = re.compile(r" (?<=[,;:.] )(?=(\d{1,3})\. [A-Z])")
# The same without its spaces, "need, 1.Requests", "need;2.Also requests": only a verb we know shows that it is one.
_TIGHT_NUMBER = re.compile(r"(?<=[,;:.]) ?(?=(\d{1,3})\.(?P<rest>[A-Z].{0,80}))")
_ITEM_LABEL = r"\((?:[a-z]|[ivx]{2,5})\) [A-Z]"
_NEXT_ITEM = re.compile(rf"(?:(?<=[:;,])|(?<=; and)|(?<=; or)) (?={_ITEM_LABEL})")
_NEXT_OPENING = re.compile(r" (?<=[,;] )(?=[A-Z][a-z]+)")


def cut_closings(sheet: Sheet) -> Sheet:
    """Cut "… human rights questions. 88th plenary meeting": the closing leaves the last paragraph's line."""
    return sheet.with_lines(part for line in sheet.lines for part in _without_closing(line))


def _without_closing(line: Line) -> Iterator[Line]:
    """The line, cut before a closing; without the word "meeting" it has none."""
    return _cut(line, _CLOSES_AT_END) if "meeting" in line.text else iter((line,))


def cut_enacting_lines(sheet: Sheet) -> Sheet:
    """Cut "The Security Council, Recalling …": the enacting line leaves the first paragraph's."""
    return sheet.with_lines(part for line in sheet.lines for part in _cut(line, _ENACTS_AND_RUNS_ON))


def cut_paragraphs(sheet: Sheet) -> Sheet:
    """A long line is cut at the numbers, labels and openings of the paragraphs that run together in it."""
    return sheet.with_lines(part for line in sheet.lines for part in _paragraphs(line))


def strip_dirt(sheet: Sheet) -> Sheet:
    """A stray stroke or bullet goes from before opening words."""
    return sheet.with_lines(_without_dirt(line) for line in sheet.lines)


def _without_dirt(line: Line) -> Line:
    found = _DIRT.match(line.text)
    if not found or line.text.endswith("|"):
        return line
    rest = line.text[found.end() :]
    known = opens_preambular(rest) or opens_operative(rest)
    return msgspec.structs.replace(line, text=rest) if known else line


def _cut(line: Line, pattern: re.Pattern[str]) -> Iterator[Line]:
    found = pattern.match(line.text)
    if not found:
        yield line
        return
    yield msgspec.structs.replace(line, text=found[1])
    yield msgspec.structs.replace(line, text=found[2], gap=1, turned=False)


def _paragraphs(line: Line) -> Iterator[Line]:
    places = _places(line.text) if len(line.text) > _LONG else []
    if not places:
        yield line
        return
    starts, ends = [0, *places], [*places, len(line.text)]
    for start, end in zip(starts, ends, strict=True):
        first = start == 0
        text = line.text[start:end].strip()
        yield msgspec.structs.replace(line, text=text, gap=line.gap if first else 1, turned=line.turned and first)


def _places(text: str) -> list[int]:
    """Where in a line paragraphs begin: numbers in sequence, at least two of them, and what stands around them."""
    numbers: list[int] = []
    last = None
    for place, number in _numbers(text):
        if last is None or number == last + 1:
            numbers.append(place)
            last = number
    openings = [found.end() for found in _NEXT_OPENING.finditer(text) if opens_preambular(text[found.end() :][:80])]
    if len(numbers) < 2 and len(openings) < 3:
        return []
    preamble_ends = numbers[0] if numbers else len(text)
    kept = [place for place in openings if place < preamble_ends]
    items = [found.end() for found in _NEXT_ITEM.finditer(text) if found.end() > preamble_ends]
    return sorted({*numbers, *kept, *items})


def _numbers(text: str) -> list[tuple[int, int]]:
    """The places of what may be a paragraph's number, and the numbers."""
    spaced = [(found.end(), int(found[1])) for found in _NEXT_NUMBER.finditer(text)]
    tight = [(found.end(), int(found[1])) for found in _TIGHT_NUMBER.finditer(text) if opens_operative(found["rest"])]
    return sorted({*spaced, *tight})
