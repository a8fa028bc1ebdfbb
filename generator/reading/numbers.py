"""The rules that open numbered paragraphs: the number that must come, another after a gap, one that was misread."""

import re

from generator.reading import labels
from generator.reading.blocks import HEADINGS, Kind, Zone
from generator.reading.items import first_item, open_with_items
from generator.reading.labels import Label
from generator.reading.line_edges import CAPITAL, CLOSED, leads_over
from generator.reading.openings import operative_opening
from generator.reading.progress import Progress
from generator.reading.sheet import by_rule

_BIS = re.compile(r"bis|ter|quater|alt")
# "1.1 By 2030, eradicate …", "17.a Ensure …"; not "1.5 per cent", "2.30 p.m.".
_DECIMAL = re.compile(r"(?P<of>\d{1,2})\.(?P<within>\d{1,2}|[a-z])\.? (?=[A-ZÀ-Þ])")
FURTHEST = 60
"""How many numbers may be missing between two operative paragraphs before the number is taken for something else."""


def begins_decimal(text: str) -> bool:
    """Whether a line begins with a number that has another, or a letter, behind its point: "1.1 By 2030"."""
    return _DECIMAL.match(text) is not None


def begins_first_decimal(text: str) -> bool:
    """Whether a line begins with the first of such numbers: "2.1 By 2030"."""
    found = _DECIMAL.match(text)
    return found is not None and found["within"] == "1"


def start_number(so_far: Progress) -> bool:
    """Open "18. Also invites …": the number that must come, or another where the words say that a paragraph begins."""
    label = labels.numbered(so_far.text) or _misread(so_far)
    if label is None or not _number_fits(so_far, label):
        return False
    printed = so_far.text.split(" ")[0]
    if label.printed.lstrip("[") != f"{label.bare}." and so_far.entry.label is None and not label.printed.endswith(")"):
        so_far.corrections.append(by_rule(so_far.line.number, printed, f"{label.bare}.", "misread number"))
        label = label._replace(printed=f"{label.bare}.")
    number, in_annex = labels.leading_number(label.bare), so_far.zone == Zone.ANNEX or so_far.in_article
    so_far.items = []
    open_with_items(so_far, Kind.PARAGRAPH if in_annex else Kind.OPERATIVE, label)
    if not in_annex and so_far.last_number and number > so_far.last_number + 1:
        so_far.remark("number-skipped", f"paragraph {number} follows {so_far.last_number}; look whether one is missing")
    so_far.last_number = number
    so_far.zone = so_far.zone if in_annex else Zone.OPERATIVE
    return True


def start_decimal(so_far: Progress) -> bool:
    """Open "1.1 By 2030, …" or "1.a Ensure …" under its heading or below the one before it; the number stays in it.

    It is no label: as an address 1.1 would be 11.
    """
    found = _DECIMAL.match(so_far.text)
    in_annex = so_far.zone == Zone.ANNEX or so_far.in_article
    if found is None or not (in_annex or so_far.announced) or so_far.line.turned:
        return False
    paragraphs = (block for block in reversed(so_far.blocks[-40:]) if block.kind not in {Kind.ITEM, Kind.TAIL})
    above = next((block.lines[0].text for block in paragraphs), "")
    follows = _follows_decimal(_DECIMAL.match(above), found)
    headed = so_far.stands_in(*HEADINGS) and begins_first_decimal(so_far.text)
    if not headed and not (follows and not leads_over(so_far.end)):
        return False
    so_far.open(Kind.PARAGRAPH if in_annex else Kind.OPERATIVE, so_far.text)
    so_far.items = []
    return True


def _follows_decimal(before: re.Match[str] | None, found: re.Match[str]) -> bool:
    """Whether "1.2" or "1.a" goes on from "1.1": the same before the point, and the next after it, or the letter a."""
    if before is None or before["of"] != found["of"]:
        return False
    first, second = before["within"], found["within"]
    if first.isdigit() == second.isdigit():
        return int(first) + 1 == int(second) if first.isdigit() else ord(first) + 1 == ord(second)
    return second == "a"


def _misread(so_far: Progress) -> Label | None:
    """The number that must come, as a scanner misread it: "ll." for 11."""
    expected = so_far.last_number + 1
    label = labels.misread_number(so_far.text, expected)
    if label is None or not so_far.closed or (expected == 1 and not so_far.fresh):
        return None
    if expected == 1 and any((seen := labels.numbered(text)) and seen.bare == "1" for text in so_far.texts_below(4)):
        return None
    if so_far.zone == Zone.PREAMBLE and not operative_opening(label.rest):
        return None
    return label._replace(printed=so_far.text.split(" ")[0])


def _number_fits(so_far: Progress, label: Label) -> bool:
    number, expected = labels.leading_number(label.bare), so_far.last_number + 1
    first = first_item(label)
    rest = first.rest if first else label.rest or (so_far.below.text if so_far.below else "")
    if not CAPITAL.match(rest):
        return so_far.entry.label is not None and so_far.closed
    opening = operative_opening(rest)
    known = opening is not None and opening.known
    if so_far.entry.label is not None and so_far.closed:
        return True
    if so_far.before_numbers and number != 1:
        return False
    if number == expected and (known or so_far.fresh):
        return True
    if not so_far.closed:
        return number == expected and _goes_on_without_stop(so_far)
    if number == expected:
        return True
    if number == 1 and (so_far.last_number == 0 or so_far.stands_in(*HEADINGS)):
        return True
    if so_far.zone == Zone.ANNEX or so_far.in_article:
        return so_far.stands_in(*HEADINGS) or number == 1 or expected < number <= expected + 3
    return _another_number_fits(so_far, label, known=known)


def _goes_on_without_stop(so_far: Progress) -> bool:
    """Whether the line goes on with a list in an annex whose entries end in no stop: "1. Name" / "2. Name"."""
    if so_far.zone != Zone.ANNEX or not so_far.last_number or not so_far.stands_in(Kind.PARAGRAPH, Kind.ITEM):
        return False
    return so_far.parted or (_has_no_stops(so_far) and not leads_over(so_far.end))


def _has_no_stops(so_far: Progress) -> bool:
    """Whether the entry above the present one ended in no stop either."""
    entries = [place for place, block in enumerate(so_far.blocks[-40:]) if block.kind == Kind.PARAGRAPH]
    return len(entries) > 1 and not CLOSED.search(so_far.blocks[-40:][entries[-1] - 1].end)


def _another_number_fits(so_far: Progress, label: Label, *, known: bool) -> bool:
    """A number that is not the next: "5 bis", one after a gap, or one printed twice."""
    number, expected = labels.leading_number(label.bare), so_far.last_number + 1
    if number == so_far.last_number and _BIS.search(label.bare):
        return True
    if known:
        return number < expected + FURTHEST
    if not so_far.fresh or not 0 < number - expected < FURTHEST:
        return False
    return number < expected + 4 or so_far.stands_in(*HEADINGS) or _is_counted_on(so_far, number, so_far.place)


def comes_after_gap(so_far: Progress, label: Label, place: int) -> bool:
    """Whether the number at a place below goes on with the paragraphs although some before it are missing."""
    number, opening = labels.leading_number(label.bare), operative_opening(label.rest)
    if not 0 < number - so_far.last_number - 1 < FURTHEST:
        return False
    return (opening is not None and opening.known) or _is_counted_on(so_far, number, place)


def _is_counted_on(so_far: Progress, number: int, place: int) -> bool:
    """Whether the number after it stands below, and the one that should have come does not: "34." and "35." after 2.

    Where 3 comes after all, 34 and 35 are the numbers of something that paragraph 2 quotes.
    """
    return so_far.comes_below(number + 1, place) and not so_far.comes_below(so_far.last_number + 1, place)
