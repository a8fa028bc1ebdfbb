"""Which numbers count or name something, and are no footnote marks: "paragraph 3", "2 May", "Goals 3, 4 and 5"."""

import re
from collections.abc import Iterator

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# "9 November 1953" before "1": no year has five digits.
_DATED = re.compile(rf"\b\d{{1,2}} {_MONTH} (?:19|20)\d\d$")
_COUNTS_A_DAY = re.compile(rf"\s*(?:{_MONTH}\b|\(|[–-]\d|/)")
_UNIT = (
    r"(?:per cent|percent|%|years?|months?|weeks?|days?|hours?|votes?|members?|million|billion|km|°|ter|bis|above|below"
    r"|thereof)"
)
_COUNTED_PEOPLE = r"(?:Member|States|countries|persons|people|children|women)"
_COUNTED_THINGS = rf"(?:{_COUNTED_PEOPLE}|of (?:the|this|article|that|Part))"
_COUNTS = re.compile(rf"\s*(?:{_UNIT}(?!\w)|{_COUNTED_PEOPLE})")
_COUNTS_A_UNIT = re.compile(rf"\s*(?:{_MONTH}\b|{_UNIT}(?!\w)|\(|[–-]\d|/)")
_COUNTED_AFTER = re.compile(rf"\s*(?:{_MONTH}\b|{_UNIT}(?!\w)|{_COUNTED_THINGS}|to \d+\b|or \d+\b|\(|[–-]\d|/)")
# Of each the singular and the plural, so that what leads to one number leads to a list of them as well.
_COMMON = (
    "article", "paragraph", "number", "chapter", "resolution", "decision", "page", "rule", "section", "volume", "item",
    "goal", "target", "part", "guideline", "principle", "standard", "phase", "stage", "round", "lot", "schedule",
    "grade", "note", "footnote", "table", "figure", "column", "row",
)  # fmt: skip
_SHORTENED = r"(?:arts|paras|nos|pp|vols)\.?"
_DIVISION = (
    rf"(?:(?:{'|'.join(_COMMON)})s?|(?:art|para|no|p|vol)s?\.?|pp\.?|annex(?:es)?|appendix|chap\.|sect\."
    r"|recommendation|category|track|tier|level|Supplement|Session|Agenda|Protocols?|Add\.)"
)
_DIVISIONS = rf"(?:(?:{'|'.join(_COMMON)})s|annexes|recommendations|categories|{_SHORTENED})"
_COUNTING_WORD = (
    r"(?:ages?|of|than|least|most|about|some|under|over|the|in|by|to|and|or|from|between|for|at|on|until|before|after"
    r"|since|every|next|past|last|first|within|only|all|are|is|was|were|up to|their|its|with)"
)
_COUNTED_BEFORE = re.compile(rf"(?:\b(?:{_DIVISION}|{_COUNTING_WORD})|[$€£])\s*$", re.IGNORECASE)
_LISTED = r"\d{1,3}(?![\d/])(?: ?\([a-z\d]{1,4}\))*"
_LAST_LISTED = rf",? (?:and|or) {_LISTED}"
# "paragraphs 2, 3 and 5", "Goals 3, 4, 5", "articles 1 to 3, 5", and of anything "1, 2 and 3".
# Not "paragraph 2, 3 and" (a mark), "resolutions 60/1, 2 and"; of "articles 2 and 5, 6" not the 6.
_LIST = re.compile(
    rf"\b{_DIVISIONS} {_LISTED}(?:(?:, ?| to ){_LISTED})*(?:{_LAST_LISTED})?"
    rf"|(?<![\d/.,(]){_LISTED}(?:, ?{_LISTED}){{1,60}}{_LAST_LISTED}",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"(?<![\w(])\d+")


def counts_a_day(text: str, end: int) -> bool:
    """Whether the words behind a number make a date, a range or an address of it."""
    return _COUNTS_A_DAY.match(text, end) is not None


def counts(text: str, end: int) -> bool:
    """Whether what stands behind a number is counted by it: "years", "States"."""
    return _COUNTS.match(text, end) is not None


def is_dated(before: str) -> bool:
    """Whether words end in a whole date, to which no further digit belongs."""
    return _DATED.search(before) is not None


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the words around a number say that it counts or names something: "of 18", "26 December"."""
    before = text[max(0, start - 40) : start]
    after = _COUNTS_A_UNIT if before.endswith((",", ";")) else _COUNTED_AFTER
    return bool(after.match(text, end) or names_a_number(before))


def names_a_number(before: str) -> bool:
    """Whether words lead to a number that counts or names something: "paragraph", "of"."""
    return _COUNTED_BEFORE.search(before) is not None


def lists_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where a text lists bare numbers; a list rises, so of "rules 4 to 6, 6" the last is not listed."""
    for found in _LIST.finditer(text):
        last, end = -1, found.start()
        for number in _NUMBER.finditer(text, *found.span()):
            if int(number[0]) <= last:
                break
            last, end = int(number[0]), number.end()
        yield found.start(), end
