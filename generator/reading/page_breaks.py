"""Whether a page may end where a line stands: lines that look like its head or foot may be words of a sentence too.

"60/1" on a line of its own is a page of a count, or what is left of "its resolution / 60/1 / of 2005". A head or foot
stands apart (blank lines, a page's end), beside another of a different kind, or once more on another page.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from generator.reading.enacting import is_enacting
from generator.reading.line_edges import leads_over, without_marks_at_end
from generator.reading.sheet import TURNS_A_PAGE, Line, Sheet

# What names the document whose symbol follows: "as contained in document", "draft resolution".
_NAMES_A_DOCUMENT = re.compile(
    r"\b(?:resolutions?|decisions?|documents?|drafts?|reports?|texts?|symbol|in|see|and|or)[,:(]?$", re.IGNORECASE
)
# "by consensus;", "the report.": nothing goes on from it, as it may from "Suppl." and "res.".
_SENTENCE_ENDED = re.compile(r"(?:;|(?:\w{5}|\d|[)”\"])\.)$")
_BARE_NUMBER = re.compile(r"\d{1,3}$")
_NUMBER = re.compile(r"\d+")
_OF_A_PAGE = TURNS_A_PAGE | {"printer's mark"}


def above_enacting(lines: Sequence[Line]) -> frozenset[int]:
    """All lines above the enacting line, where one stands near the beginning: no sentence is there to be broken."""
    near = lines[:41]
    head = [line.number for line in takewhile(lambda line: is_enacting(line.text) is None, near)]
    return frozenset(head) if len(head) < len(near) else frozenset()


def lines_at_breaks(sheet: Sheet, reasons: Sequence[str | None]) -> frozenset[int]:
    """The numbers of those lines that their neighbours let be furniture; `reasons` says what each looks like."""
    set_aside = sorted(span[0] for item in sheet.furniture if item.why in _OF_A_PAGE for span in item.lines)
    seen = Counter(_shape(line, why) for line, why in zip(sheet.lines, reasons, strict=True) if why)
    return frozenset(
        sheet.lines[place].number
        for run in _runs(reasons)
        if _is_parted(sheet.lines, run, set_aside)
        or len({reasons[place] for place in run}) > 1
        or all(_is_repeated(sheet.lines, place, reasons[place], seen) for place in run)
        for place in run
    )


def _runs(reasons: Sequence[str | None]) -> Iterator[range]:
    """The places of lines that look like furniture and follow each other."""
    for looks_like_it, group in groupby(range(len(reasons)), key=lambda place: reasons[place] is not None):
        if looks_like_it:
            places = list(group)
            yield range(places[0], places[-1] + 1)


def _is_parted(lines: Sequence[Line], run: range, set_aside: Sequence[int]) -> bool:
    """Whether the run stands apart: under a blank line or a sentence's end, where a page ends, beside furniture."""
    above = lines[run[0] - 1] if run[0] else None
    below = lines[run[-1] + 1] if run[-1] + 1 < len(lines) else None
    if above is None or any(lines[place].gap or lines[place].turned for place in run):
        return True
    if below is None:
        return not (above.text.endswith(",") or leads_over(above.text))
    return (
        below.turned
        or _any_between(set_aside, above.number, lines[run[0]].number)
        or _any_between(set_aside, lines[run[-1]].number, below.number)
        or _SENTENCE_ENDED.search(without_marks_at_end(above.text)) is not None
        or bool(below.gap and below.text[:1].islower())
    )


def _any_between(numbers: Sequence[int], above: int, below: int) -> bool:
    after = bisect_left(numbers, above + 1)
    return after < len(numbers) and numbers[after] < below


def _shape(line: Line, why: str | None) -> str:
    """What a line has in common with the same line of other pages: a job number may have the page beside it."""
    if why == "job number":
        return " ".join(_NUMBER.findall(line.text)[:2])
    return line.text if why == "page number" else line.text.replace(" ", "").rstrip("*")


def _is_repeated(lines: Sequence[Line], place: int, why: str | None, seen: Counter[str]) -> bool:
    """Whether other pages have such a line too, and the sentence above does not ask for it."""
    line = lines[place]
    above = lines[place - 1].text if place else ""
    if why == "page number":
        return any(neighbour in seen for neighbour in _pages_beside(line.text))
    if why == "job number":
        return seen[_shape(line, why)] > 1 or not leads_over(above)
    if any(_BARE_NUMBER.match(beside.text) for beside in lines[max(0, place - 1) : place + 2]):
        return True
    return seen[_shape(line, why)] > 1 and not _NAMES_A_DOCUMENT.search(above)


def _pages_beside(text: str) -> tuple[str, ...]:
    """The page number of the page before and of the page after, as they are printed: "Page 3" and "Page 5"."""
    number = _NUMBER.search(text)
    if number is None:
        return ()
    beside = (str(int(number.group()) + step) for step in (-1, 1))
    return tuple(f"{text[: number.start()]}{other}{text[number.end() :]}" for other in beside)
