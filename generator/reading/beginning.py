"""Where the head of a document ends and its text begins."""

import re

import msgspec

from generator.reading import labels
from generator.reading.decisions import opens_decision
from generator.reading.enacting import is_enacting
from generator.reading.head import is_head_line, is_title_number, recommends
from generator.reading.line_edges import NO_HEADING
from generator.reading.openings import operative_opening, preambular_opening
from generator.reading.sheet import Line

_FURTHEST = 60
"""How many lines the head of a decision may take."""
_LONGEST_LEAD = 6
"""How many lines the sentence of a decision may take until it leads to an enacting line."""
_LONGEST_TITLE = 5
"""How many lines the title of a part may take, between its letter and its enacting line."""
_AFTER_FIRST = {"A": "B", "I": "II"}
"""The letter or number of the first part of a composite text, and that of the second."""
_QUOTED = re.compile(r"([“\"'‘]) ?(.+)$")


def part_head(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the head, and those of the text below it.

    The sentence that opens a decision is text, unless it leads to an enacting line of its own: then it is the last of
    the head, with the quotation mark that opens what it leads to.
    """
    place = _decision_begins(lines)
    if place is None:
        above = _body_begins(lines)
        return lines[:above], lines[above:]
    below = _enacting_below(lines, place)
    if below is None:
        return lines[:place], lines[place:]
    last, enacting, quoted = lines[below - 1], lines[below], _QUOTED.match(lines[below].text)
    if quoted:
        last = msgspec.structs.replace(last, text=f"{last.text} {quoted[1]}")
        enacting = msgspec.structs.replace(enacting, text=quoted[2])
    return (*lines[: below - 1], last), (enacting, *lines[below + 1 :])


def _enacting_below(lines: tuple[Line, ...], place: int) -> int | None:
    """The enacting line that the sentence of a decision leads to, also behind a quotation mark."""
    for at in range(place + 1, min(place + 1 + _LONGEST_LEAD, len(lines))):
        quoted = _QUOTED.match(lines[at].text)
        if is_enacting(quoted[2] if quoted else lines[at].text) is not None:
            return at
    return None


def _decision_begins(lines: tuple[Line, ...]) -> int | None:
    """The line on which the sentence of a decision opens, above any enacting line."""
    for place, line in enumerate(lines[:_FURTHEST]):
        if opens_decision(lines, place):
            return place
        if is_enacting(line.text) is not None and _is_text(lines, place):
            return None
    return None


def _body_begins(lines: tuple[Line, ...]) -> int:
    """How many lines stand above the enacting line; without one, above the first line that reads like a paragraph."""
    prose = _first_prose(lines)
    for index, line in enumerate(lines):
        if (
            is_enacting(line.text) is not None
            and (line.text.endswith(",") or index + 1 < len(lines))
            and _is_text(lines, index)
        ):
            return _with_part_letter(lines, min(index, prose, _number_above(lines, index)))
    return _with_part_letter(lines, prose)


def _with_part_letter(lines: tuple[Line, ...], index: int) -> int:
    """The letter of a composite's first part stands above its enacting line; a title of its own may stand between."""
    above = index - 1
    while above > 0 and is_head_line(lines[above].text):
        above -= 1
    if above >= 0 and lines[above].text in _AFTER_FIRST:
        return above
    return next(
        (place for place in range(index - 1, max(-1, index - 1 - _LONGEST_TITLE), -1) if _heads_part(lines, place)),
        index,
    )


def _number_above(lines: tuple[Line, ...], enacting: int) -> int:
    """The line of "1. In pursuance of Article 11 …," right above an enacting line, as the first session numbered."""
    for place in range(enacting - 1, max(0, enacting - 1 - _LONGEST_LEAD), -1):
        label = labels.numbered(lines[place].text)
        if label and label.bare == "1" and lines[place].gap:
            return place if lines[enacting - 1].text.endswith(",") else enacting
        if lines[place].gap:
            return enacting
    return enacting


def _heads_part(lines: tuple[Line, ...], place: int) -> bool:
    """Whether a line is the letter of the first of several parts, each with a title above its own enacting line."""
    after = _AFTER_FIRST.get(lines[place].text)
    if after is None or not lines[place].gap:
        return False
    return any(line.text == after and _enacting_near(lines, at) for at, line in enumerate(lines) if at > place)


def _enacting_near(lines: tuple[Line, ...], place: int) -> bool:
    """Whether an enacting line stands a few lines below the letter of a part, with nothing but its title between."""
    below = lines[place + 1 : place + 2 + _LONGEST_TITLE]
    at = next((at for at, line in enumerate(below) if is_enacting(line.text) is not None), None)
    return at is not None and not any(NO_HEADING.search(line.text) for line in below[:at])


def _is_text(lines: tuple[Line, ...], index: int) -> bool:
    """A masthead names the organ without "The"; a bare "The Security Council" needs a paragraph below it."""
    if lines[index].text.rstrip().endswith(","):
        return True
    return index + 1 < len(lines) and _opens_paragraph(lines[index + 1].text)


def _first_prose(lines: tuple[Line, ...]) -> int:
    numbered = [index for index, line in enumerate(lines) if is_title_number(line.text)]
    start = numbered[0] + 1 if numbered and numbered[0] < 30 else 0
    for index in range(start, len(lines)):
        text = lines[index].text
        label = labels.numbered(text) if not recommends(text) else None
        if (label and operative_opening(label.rest)) or (label and label.bare == "1" and len(text) > 60):
            return index
        opening = preambular_opening(text)
        if opening and opening.known and (len(text) > 40 or text.startswith("Whereas")) and lines[index].gap:
            return index
        if (
            start
            and lines[index].gap
            and len(text) > 40
            and text.startswith(("By ", "The Security Council ", "The General Assembly ", "Resolves", "Having "))
        ):
            return index
    return len(lines)


def _opens_paragraph(text: str) -> bool:
    label = labels.numbered(text)
    opening = preambular_opening(text) or operative_opening(label.rest if label else text)
    return opening is not None and opening.known
