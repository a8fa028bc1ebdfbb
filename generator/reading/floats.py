"""Numbers that extraction left on lines of their own go back to where they were printed.

"1." above or below the first line of its paragraph becomes its label again; "(a)" alone joins the line below; a bare
"4" is a footnote mark that floated above its line, and its place is said to be a best guess.
"""

import re

import msgspec

from generator.model import Correction
from generator.reading import closing
from generator.reading.enacting import is_enacting
from generator.reading.joining import ends_abbreviated
from generator.reading.labels import item, number_alone, numbered
from generator.reading.line_edges import CAPITAL, leads_over
from generator.reading.markup import fence
from generator.reading.openings import opens_operative, operative_opening
from generator.reading.sheet import SIGNS, Line, Remark, by_rule, warning

_BARE_MARK = re.compile(r"(?:\d{1,3}|\*{1,3})$")
_STOP = re.compile(r"[.;:][)\]”\"]*$")
_LOOSE_ALONE = re.compile(r"[a-z]\.|[ivx]{2,5}\.")
_LONE_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_PAUSE = re.compile(r"[.,;:][)\]”\"]*$")
_PAUSE_AND_MARK = re.compile(rf"[.,;:][)\]”\"]*(?:\s*(?:\ue000[\w{SIGNS}@]+\ue001|\d{{1,3}}))?$")
# Where a noun phrase ends inside a line: the likeliest place of a mark that floated above it.
_PHRASE_END = re.compile(r"(?<=[a-z])(?= (?:and|or|of which|to|in|at|is|was|as|which|by) )|(?<=[a-z)])(?=[,;])")


class Labelled(msgspec.Struct, frozen=True, gc=False):
    """A line with the numbers of the other lines that its label or marks came from."""

    line: Line
    label: str | None = None
    borrowed: tuple[int, ...] = ()


class Settled(msgspec.Struct, frozen=True):
    """The lines with their labels and marks back in place, and what had to be mended or guessed."""

    entries: tuple[Labelled, ...]
    remarks: tuple[Remark, ...]
    corrections: tuple[Correction, ...]


def settle(lines: tuple[Line, ...]) -> Settled:
    """Join labels and floated marks that stand alone to the lines they belong to."""
    lines, corrections, word_remarks = _words_settled(lines)
    entries, remarks = _marks_settled(_put_in_order(lines))
    return Settled(_labels_settled(entries), (*word_remarks, *remarks), corrections)


def _words_settled(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Correction, ...], tuple[Remark, ...]]:
    """A lone word between two paragraphs goes back to the end of the line above that ended early."""
    kept: list[Line] = []
    corrections: list[Correction] = []
    remarks: list[Remark] = []
    for place, line in enumerate(lines):
        short = _short_line_above(kept) if _is_lone_word(lines, place) else None
        if short is None:
            kept.append(line)
            continue
        above = kept[short]
        last = above.text.split(" ")[-1]
        kept[short] = msgspec.structs.replace(above, text=f"{above.text} {line.text}")
        corrections += [
            by_rule(above.number, last, f"{last} {line.text}", "word that floated below its paragraph"),
            by_rule(line.number, line.text, "", "word that floated below its paragraph"),
        ]
        remarks.append(
            warning(
                line.number,
                "word-place-unsure",
                f"“{line.text}” stood on a line of its own and was put after “{last}”; compare with the original",
            )
        )
    return tuple(kept), tuple(corrections), tuple(remarks)


def _is_lone_word(lines: tuple[Line, ...], place: int) -> bool:
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    apart = place and line.gap and below and below.gap
    return bool(apart and _LONE_WORD.fullmatch(line.text) and _closed_before(lines[place - 1].text))


def _short_line_above(kept: list[Line]) -> int | None:
    """The place of the last line above that ended early inside its paragraph."""
    near = kept[-8:]
    width = max((len(line.text) for line in near), default=0)
    for back in range(2, len(near) + 1):
        line = kept[-back]
        if _closed_before(line.text):
            return None
        if len(line.text) < 0.8 * width:
            return len(kept) - back
    return None


def _put_in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A short paragraph whose last words came out before its first: "1." / "girls;19" / "Takes note of … women and"."""
    ordered = list(lines)
    for place in range(len(ordered) - 2):
        label, end, start = ordered[place : place + 3]
        displaced = (
            number_alone(label.text)
            and end.text[:1].islower()
            and _closed_before(end.text)
            and start.text[:1].isupper()
            and operative_opening(start.text)
            and not _closed_before(start.text)
        )
        if displaced:
            ordered[place + 1], ordered[place + 2] = start, msgspec.structs.replace(end, gap=0, turned=False)
    return tuple(ordered)


def _labels_settled(lines: list[Labelled]) -> tuple[Labelled, ...]:
    result: list[Labelled] = []
    waiting: list[Line] = []
    for index, entry in enumerate(lines):
        text = entry.line.text
        number = number_alone(text)
        if number is not None and not waiting and result and _ends_above(result, lines, index):
            result[-1] = _ended(result[-1], text, entry.line.number)
            continue
        alone = number is not None or _item_alone(text)
        if not alone:
            result.append(_with_label(entry, waiting) if waiting else entry)
            waiting = []
            continue
        if number is not None and not waiting and result and _stands_above(result, lines, index):
            result[-1] = _labelled_above(result[-1], text, entry.line.number)
            continue
        waiting.append(entry.line)
    result += [Labelled(line) for line in waiting]
    return tuple(result)


def _item_alone(text: str) -> bool:
    label = item(text)
    return (label is not None and not label.rest) or _LOOSE_ALONE.fullmatch(text) is not None


def _ends_above(result: list[Labelled], lines: list[Labelled], index: int) -> bool:
    """Whether the number is the last word of the line above, "articles 1 and" / "2.": nothing below waits for it."""
    below = lines[index + 1].line.text if index + 1 < len(lines) else ""
    return leads_over(result[-1].line.text) and _needs_no_number(below)


def _needs_no_number(text: str) -> bool:
    """Whether a line has a number of its own, goes on with a list, or is no paragraph: the closing, the end."""
    if not text or closing.opens(text):
        return True
    if (label := numbered(text)) and CAPITAL.match(label.rest):
        return True
    goes_on = item(text)
    return goes_on is not None and goes_on.in_brackets and goes_on.bare not in {"a", "i", "1", "A"}


def _ended(above: Labelled, number: str, line: int) -> Labelled:
    words = msgspec.structs.replace(above.line, text=f"{above.line.text} {number}")
    return Labelled(words, above.label, (*above.borrowed, line))


def _stands_above(result: list[Labelled], lines: list[Labelled], index: int) -> bool:
    """Whether the number belongs to the line above it: that one opens a paragraph and the one below goes on with it."""
    above = result[-1]
    text = above.line.text
    goes_on = ends_abbreviated(text)
    if above.label is not None or not text[:1].isupper() or is_enacting(text) is not None:
        return False
    if _STOP.search(text) and not goes_on:
        return False
    if len(result) > 1 and not _closed_before(result[-2].line.text) and not _is_heading(result[-2].line.text):
        return False
    below = lines[index + 1].line.text if index + 1 < len(lines) else ""
    if below[:1].islower() or below[:1].isdigit() or goes_on:
        return True
    if _PAUSE.search(text) or opens_operative(below):
        return False
    width = max(len(entry.line.text) for entry in result[-8:])
    return opens_operative(text) or (len(text) >= 0.75 * width and len(text) > 50)


def _is_heading(text: str) -> bool:
    return text[:1].isupper() and len(text) < 60


def _closed_before(text: str) -> bool:
    return _PAUSE_AND_MARK.search(text) is not None


def _labelled_above(above: Labelled, label: str, number: int) -> Labelled:
    line = msgspec.structs.replace(above.line, text=f"{label} {above.line.text}")
    return Labelled(line, label, (*above.borrowed, number))


def _with_label(entry: Labelled, waiting: list[Line]) -> Labelled:
    labels = " ".join(line.text for line in waiting)
    first = waiting[0]
    line = msgspec.structs.replace(
        entry.line, text=f"{labels} {entry.line.text}", gap=max(first.gap, 1), turned=first.turned
    )
    return Labelled(line, labels, (*(line.number for line in waiting), *entry.borrowed))


def _marks_settled(lines: tuple[Line, ...]) -> tuple[list[Labelled], list[Remark]]:
    result: list[Labelled] = []
    remarks: list[Remark] = []
    floating: list[Line] = []
    for index, line in enumerate(lines):
        if _BARE_MARK.match(line.text) and result:
            if not floating and _hangs_below(lines, index):
                result[-1] = _marked_at_end(result[-1], line)
                remarks.append(_place_unsure(line))
            else:
                floating.append(line)
            continue
        if not floating:
            result.append(Labelled(line))
            continue
        mark = floating.pop(0)
        text, sure = _with_mark(line.text, fence(mark.text, mark.number), _next_text(lines, index))
        if not sure:
            remarks.append(_place_unsure(mark))
        result.append(
            Labelled(
                msgspec.structs.replace(
                    line, text=text, gap=line.gap if not mark.gap else max(line.gap, mark.gap) if line.gap else 0
                ),
                None,
                (mark.number,),
            )
        )
    for mark in floating:
        remarks.append(
            warning(
                mark.number,
                "number-alone",
                f"a lone {mark.text} stands here, a page number or a mark; put it beside its word or take it out",
            )
        )
        result.append(Labelled(mark))
    return result, remarks


def _place_unsure(mark: Line) -> Remark:
    message = f"footnote mark {mark.text} stood on a line of its own; compare its place with the original"
    return warning(mark.number, "mark-place-unsure", message)


def _hangs_below(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a mark belongs to the line above: that one ends a clause, and the next stands apart."""
    line, below = lines[index], lines[index + 1 : index + 2]
    apart = bool(below) and below[0].gap > 0 and line.gap == 0 and not line.turned
    return apart and _PAUSE.search(lines[index - 1].text) is not None


def _marked_at_end(above: Labelled, mark: Line) -> Labelled:
    line = msgspec.structs.replace(above.line, text=above.line.text + fence(mark.text, mark.number))
    return Labelled(line, above.label, (*above.borrowed, mark.number))


def _next_text(lines: tuple[Line, ...], index: int) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _with_mark(text: str, mark: str, after: str) -> tuple[str, bool]:
    """`text` with the mark put where it most likely stood, and whether that place is plain to see."""
    if not re.search(r"\w [\w(]", text[40:]) and after and len(text) < 0.8 * len(after):
        return text + mark, True
    if _PAUSE.search(text):
        return text + mark, False
    places = [found.start() for found in _PHRASE_END.finditer(text)]
    capitals = [at for at in places if re.search(r"[A-Z][\w’'-]*$", text[:at])]
    at = (capitals or places or [len(text)])[0]
    return text[:at] + mark + text[at:], False
