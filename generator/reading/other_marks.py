"""Marks and notes of other styles: "(1)" before "(1) A/53/12.", "a/" before "a/ Ibid., annex.", "†".

Each of these signs also means something else: an item, a paragraph of an article, an abbreviation. A run of lines is
taken for notes only where marks above it ask for them; then notes and marks are fenced like all others. Where that is
not certain, the words stay and it is said.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import msgspec

from generator.reading import note_forms
from generator.reading.counted import names_a_number
from generator.reading.enacting import is_enacting
from generator.reading.labels import numbered
from generator.reading.markup import fence
from generator.reading.sheet import Line, Remark, Sheet, warning

_WORDS = rf"(?P<words>(?:[A-Z“\"‘]|{note_forms.DATED_NAME}).*)$"
_BOUNDARY = r"(?=[\s,;:.)\]”\"’]|$)"
# "the report,(2)", "resolution 53/116(1)", "the Programme (3) and"; not "article 2(1)", "paragraph 6 (1)".
_IN_BRACKETS = rf"(?:(?<=[A-Za-z,;.)\]”\"’])|(?<=[A-Za-z,;.)\]”\"’] )|\b\d+/\d+ ?)\((?P<label>\d{{1,2}})\){_BOUNDARY}"

# "(1)", "(1) and the Protocol"; not "(1) Resolution".
_LINE_START = re.compile(r"\((?P<label>\d{1,2})\)(?= [a-z]|$)")
_STOPS = (":", ";", ".")


class Style(NamedTuple):
    """How a note's line begins, how its mark looks, and the signs of which each mark has one.

    Where `strict`, the sign is common: one of the notes has to look like one, and each has to be marked plainly.
    """

    note: re.Pattern[str]
    mark: re.Pattern[str]
    signs: str
    strict: bool


_BRACKETS = Style(re.compile(rf"\((?P<label>\d{{1,2}})\) ?{_WORDS}"), re.compile(_IN_BRACKETS), "(", strict=True)
_LETTERS = Style(
    re.compile(rf"(?P<label>[a-z])/ ?{_WORDS}"),
    re.compile(rf"(?<![\w/])(?P<label>[a-z])/{_BOUNDARY}"),
    "/",
    strict=False,
)
_DAGGERS = Style(
    re.compile(rf"(?P<label>[†‡]{{1,3}}) ?{_WORDS}"),
    re.compile(rf"(?P<label>[†‡]{{1,3}}){_BOUNDARY}"),
    "†‡",
    strict=False,
)


Series = Mapping[int, str]
"""Lines that may be notes, one after another: their labels by their places in the sheet."""


class Sign(NamedTuple):
    """What may be a mark: its line's place in the sheet, its place in the line, its label, whether a space precedes."""

    place: int
    start: int
    end: int
    label: str
    spaced: bool


_PLACE = attrgetter("place")


def fence_other_marks(sheet: Sheet) -> Sheet:
    """Fence the notes and marks of each style that the sheet certainly uses."""
    for style in (_BRACKETS, _LETTERS, _DAGGERS):
        sheet = _fenced(sheet, style)
    return sheet


def _fenced(sheet: Sheet, style: Style) -> Sheet:
    signs = [sign for place, line in enumerate(sheet.lines) for sign in _signs(place, line, style)]
    if style.strict:
        signs = sorted((*signs, *_carried_over(sheet.lines, signs)), key=_PLACE)
    all_series = _all_series(sheet.lines, style)
    if not signs and not all_series:
        return sheet
    register = _Register(signs)
    above = 0
    notes: dict[int, str] = {}
    marks: list[Sign] = []
    remarks: list[Remark] = []
    for series in all_series:
        first = min(series)
        worded = any(note_forms.is_note_like(_words(sheet.lines[place], style)) for place in series)
        asked = [register.is_plain(label, above, first, lone=style.strict) for label in series.values()]
        listed = sheet.lines[max(0, first - 1)].text.endswith(":")
        if not listed and (any(asked) if not style.strict else worded and all(asked)):
            notes |= series
            marks += [sign for label in series.values() for sign in register.between(label, above, first)]
            above = max(series)
        elif (worded and not listed and (any(asked) or not style.strict)) or all(asked):
            remarks.append(_doubt(sheet.lines[first]))
    if not style.strict:
        labels = frozenset(notes.values())
        marks = [sign for sign in signs if sign.label in labels]
        remarks += _unanswered(signs, sheet, labels)
    return _rewritten(sheet, notes, marks, style).remarked(remarks)


class _Register:
    """The signs of a sheet by their labels; those that stand apart from their word count where none is glued to one."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs: dict[tuple[str, bool], list[Sign]] = {}
        for sign in signs:
            self._signs.setdefault((sign.label, sign.spaced), []).append(sign)

    def is_plain(self, label: str, above: int, first: int, *, lone: bool) -> bool:
        """Whether a label is marked between two lines: glued to a word, or apart; once only, where `lone`."""
        start, end = self._bounds((label, True), above, first)
        return bool(self._count((label, False), above, first)) or (end - start == 1 if lone else end > start)

    def between(self, label: str, above: int, first: int) -> Sequence[Sign]:
        """The marks of a label between two lines."""
        key = (label, not self._count((label, False), above, first))
        start, end = self._bounds(key, above, first)
        return self._signs.get(key, [])[start:end]

    def _count(self, key: tuple[str, bool], above: int, first: int) -> int:
        start, end = self._bounds(key, above, first)
        return end - start

    def _bounds(self, key: tuple[str, bool], above: int, first: int) -> tuple[int, int]:
        signs = self._signs.get(key, [])
        return bisect_left(signs, above, key=_PLACE), bisect_left(signs, first, key=_PLACE)


def _signs(place: int, line: Line, style: Style) -> Iterator[Sign]:
    if not any(sign in line.text for sign in style.signs):
        return
    note = style.note.match(line.text)
    for found in style.mark.finditer(line.text, note.start("words") if note else 0):
        start = found.start("label") - (1 if style.strict else 0)
        before = line.text[max(0, start - 40) : start]
        if not (style.strict and names_a_number(before)):
            yield Sign(place, start, found.end(), found["label"], before.endswith(" "))


def _carried_over(lines: Sequence[Line], inside: Sequence[Sign]) -> Sequence[Sign]:
    """Marks in brackets that the wrap of a line carried over to the next, where they stand alone or before its words.

    Items begin their lines too. So most marks of the text have to stand `inside` its lines, and none with this label.
    """
    elsewhere = {sign.label for sign in inside}
    found = [sign for sign in _at_line_starts(lines) if sign.label not in elsewhere]
    return found if len(found) <= len(elsewhere) else ()


def _at_line_starts(lines: Sequence[Line]) -> Iterator[Sign]:
    for place, (above, line) in enumerate(pairwise(lines), start=1):
        found = _LINE_START.match(line.text)
        if not found or line.gap or line.turned:
            continue
        below = lines[place + 1] if place + 1 < len(lines) else None
        whole = found.end() == len(line.text) and (below is None or below.gap > 0 or below.turned)
        if not above.text.endswith(":" if whole else _STOPS):
            yield Sign(place, 0, found.end(), found["label"], spaced=True)


def _all_series(lines: Sequence[Line], style: Style) -> Sequence[Series]:
    """The runs of lines whose labels follow each other, with no paragraph between them."""
    found: list[dict[int, str]] = []
    awaited = 0
    for place, line in enumerate(lines):
        note = style.note.match(line.text)
        value = _value(note["label"]) if note else -1
        if note and (value == 1 or (not value and (not awaited or note["label"] in found[-1].values()))):
            found.append({})
            awaited = value
        if note and value in {0, awaited}:
            found[-1][place] = note["label"]
            awaited = value + 1
        elif numbered(line.text) or is_enacting(line.text) is not None:
            awaited = 0
    return found


def _value(label: str) -> int:
    """The place of a label in its series; 0 for daggers, which come in any order."""
    return int(label) if label.isdigit() else ord(label) - ord("a") + 1 if label.isalpha() else 0


def _words(line: Line, style: Style) -> str:
    begins = style.note.match(line.text)
    return begins["words"] if begins else ""


def _rewritten(sheet: Sheet, notes: Mapping[int, str], marks: Sequence[Sign], style: Style) -> Sheet:
    lines = list(sheet.lines)
    for mark in sorted(marks, reverse=True):
        text = lines[mark.place].text
        lines[mark.place] = _with_text(lines[mark.place], text[: mark.start] + fence(mark.label) + text[mark.end :])
    for place, label in notes.items():
        label_length = len(sheet.lines[place].text) - len(_words(sheet.lines[place], style))
        lines[place] = _with_text(lines[place], f"{fence(label)}: {lines[place].text[label_length:]}")
    return sheet.with_lines(lines)


def _with_text(line: Line, text: str) -> Line:
    return msgspec.structs.replace(line, text=text)


def _doubt(line: Line) -> Remark:
    message = (
        "this looks like a footnote, but not every mark of it and of those below was found, and they were left in the"
        " text; if it is one, write [^1]: in place of its label, and [^1] for its mark"
    )
    return warning(line.number, "note-in-text", message)


def _unanswered(signs: Sequence[Sign], sheet: Sheet, labels: AbstractSet[str]) -> Iterator[Remark]:
    """Marks of letters and daggers that no note answers: said of the first of each label that could be the next."""
    last = max(map(_value, labels), default=0)
    seen: set[str] = set()
    for sign in signs:
        if sign.label in labels or sign.label in seen or _value(sign.label) > last + 1:
            continue
        seen.add(sign.label)
        message = f"“{sign.label}” looks like a footnote mark, but no note of it was found; compare the original"
        yield warning(sheet.lines[sign.place].number, "mark-in-text", message)
