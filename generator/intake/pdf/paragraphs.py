"""Lines become paragraphs: by the space above them, their indent, their number, and whether the line before is full.

The measures are the document's own: the usual distance of lines, the margins of each column, the size of the body.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.intake.pdf.joining import joined
from generator.intake.pdf.lines import Line

_LABEL = re.compile(
    r"(\d{1,3}(\s?(bis|ter|quater))?\.|\([a-zA-Z]{1,4}\)|\(\d{1,2}\)|[a-z]\.|[IVX]{1,5}\.|[•·▪–-])\s+\S"
)
_TITLE = re.compile(r"\d{1,4}(/\d{1,4})?( ?\([IVXL0-9-]+\))?\. ")
_MORE_SPACE = 1.25
_INDENT = 0.6
_WIDE = 0.55
_HEADING = 1.08
_USUAL_PITCH = 1.2
_FEW = 3
_HANGS = 3


class Frame(msgspec.Struct, frozen=True):
    """The margins of a column, the usual distance of its lines (in line sizes), and whether it indents first lines."""

    left: float
    right: float
    pitch: float
    size: float
    indents: bool


def paragraphs_of(lines: Sequence[Line], body_size: float, words: frozenset[str]) -> Iterator[str]:
    """The text, one paragraph after the other, each on one line."""
    frames = _frames(lines, body_size)
    for group in _groups(lines, frames):
        yield joined((line.text for line in group), words)


def _groups(lines: Sequence[Line], frames: dict[int, Frame]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group, frames[line.column]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _frames(lines: Sequence[Line], body_size: float) -> dict[int, Frame]:
    return {
        column: _frame([line for line in lines if line.column == column], body_size)
        for column in {line.column for line in lines}
    }


def _frame(lines: Sequence[Line], body_size: float) -> Frame:
    """The measures of one column. The left margin is where most body lines begin."""
    body = [line for line in lines if abs(line.size - body_size) < 0.1 * body_size] or list(lines)
    starts = Counter(round(line.x0) for line in body)
    left = max(starts, key=lambda x0: (starts[x0], -x0))
    ends = sorted(line.x1 for line in body)
    gaps = Counter(
        round((after.bottom - before.bottom) / before.size, 1)
        for before, after in pairwise(body)
        if after.page == before.page and after.bottom > before.bottom and after.column == before.column
    )
    indented = sum(_INDENT * body_size < line.x0 - left < 4 * body_size for line in body)
    return Frame(
        left=left,
        right=ends[int(0.97 * (len(ends) - 1))],
        pitch=_pitch(gaps),
        size=body_size,
        indents=indented >= 0.1 * len(body),
    )


def _pitch(gaps: Counter[float]) -> float:
    """The usual distance. A few lines do not tell it: then what most printing has."""
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=_USUAL_PITCH)
    return usual if gaps[usual] > _FEW else min(usual, _USUAL_PITCH)


def _begins(line: Line, group: Sequence[Line], frame: Frame) -> bool:
    """Whether a line begins a paragraph after the lines of `group`."""
    before = group[-1]
    if _is_heading(line, frame) or _is_heading(before, frame):
        return not _goes_on_as_heading(before, line, frame)
    if _breaks_page(before, line):
        return _begins_after_break(before, line, frame)
    if (line.bottom - before.bottom) / max(before.size, line.size) > _MORE_SPACE * frame.pitch:
        return True
    return _begins_by_place(line, group, frame)


def _breaks_page(before: Line, line: Line) -> bool:
    return line.page != before.page or line.column != before.column or line.bottom < before.bottom


def _begins_by_place(line: Line, group: Sequence[Line], frame: Frame) -> bool:
    """The same, where only the line's own place and the line before tell."""
    before, step = group[-1], _INDENT * line.size
    if _LABEL.match(line.text) and (_ends_sentence(before) or abs(line.x0 - group[0].x0) < step):
        return True
    if len(group) == 1 and _hangs(before, line):
        return False
    if line.x0 > before.x0 + step:
        return True
    if line.x0 < before.x0 - step and len(group) > 1:
        return True
    if len(group) == 1 and line.x0 > frame.left + step and _ends_sentence(before):
        return True
    return _had_room(before, line, frame) and (_ends_sentence(before) or before.x0 > frame.left + 8 * line.size)


def _begins_after_break(before: Line, line: Line, frame: Frame) -> bool:
    """A paragraph cut by a page's end goes on at the left margin, or in the middle of a sentence."""
    if _LABEL.match(line.text) and _ends_sentence(before):
        return True
    if frame.indents:
        return line.x0 > frame.left + _INDENT * line.size and (_ends_sentence(before) or line.words[0].italic)
    if not _ends_sentence(before):
        return False
    return line.words[0].italic or line.text[:1].isupper() or _had_room(before, line, frame)


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line stands under the words of a labelled first line, or a little further in, not under its label."""
    labelled = _LABEL.match(first.text) or _TITLE.match(first.text)
    if not labelled or len(first.words) < 2:
        return False
    return first.x0 < line.x0 and -line.size < line.x0 - first.words[1].x0 < _HANGS * line.size


def _had_room(before: Line, line: Line, frame: Frame) -> bool:
    """Whether the first word of a line would have fitted on the line before: then that one ended for another reason."""
    first = line.words[0]
    return before.x1 + 0.5 * line.size + (first.x1 - first.x0) < frame.right


def _ends_sentence(line: Line) -> bool:
    """Whether a line ends as a paragraph of a resolution does."""
    return re.sub(r"(\[\^[^\]]+\])+$", "", line.text).endswith((".", ";", ":", ",", ".”", ".)", "].", "]"))


def _is_heading(line: Line, frame: Frame) -> bool:
    return line.size > _HEADING * frame.size or line.bold


def _goes_on_as_heading(before: Line, line: Line, frame: Frame) -> bool:
    """A heading that was too long for its line."""
    if line.size != before.size or line.bold != before.bold or _breaks_page(before, line) or _LABEL.match(line.text):
        return False
    near = (line.bottom - before.bottom) / line.size <= _MORE_SPACE * max(frame.pitch, 1.2)
    return near and before.x1 - before.x0 >= _WIDE * (frame.right - frame.left)
