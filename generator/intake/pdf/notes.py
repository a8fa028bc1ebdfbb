"""The notes of a PDF: at the foot of each page in smaller type or under a rule, or all at the end.

A note begins at a raised number; a note that runs over to the next page's foot goes on there.
"""

import re
from collections.abc import Iterable, Sequence

from generator.intake.marked import Note
from generator.intake.pdf.furniture import PageLines, is_rule
from generator.intake.pdf.joining import joined
from generator.intake.pdf.lines import Line

_SMALL = 0.93
_PLAIN_LABEL = re.compile(r"(\d{1,3}|[*†‡]{1,3})/?$")


def part_notes(
    pages: Sequence[PageLines], body_size: float, marks: frozenset[str]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the text and the lines of the notes, each in order. `marks` are the labels raised in the text."""
    text: list[Line] = []
    notes: list[Line] = []
    at_end = False
    for page in pages:
        for lines in _columns(page.lines):
            start = 0 if at_end else _notes_start(lines, body_size, bool(notes), marks)
            at_end = at_end or _are_endnotes(lines, start, body_size)
            text += [line for line in lines[:start] if not is_rule(line)]
            notes += [line for line in lines[start:] if not is_rule(line)]
    return tuple(text), tuple(notes)


def _columns(lines: Iterable[Line]) -> Iterable[Sequence[Line]]:
    """Stretches of lines that have a foot of their own: notes stand at the foot of their column."""
    stretch: list[Line] = []
    for line in lines:
        if stretch and line.column != stretch[-1].column:
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _notes_start(lines: Sequence[Line], body_size: float, open_note: bool, marks: frozenset[str]) -> int:
    """Where the notes of a page begin: its last stretch of small lines, or its first line with a raised number."""
    labelled = next((at for at, line in enumerate(lines) if line.note), len(lines))
    small = len(lines)
    while small and (lines[small - 1].size <= _SMALL * body_size or is_rule(lines[small - 1])):
        small -= 1
    foot = lines[small:]
    rule = next((at for at, line in enumerate(foot) if is_rule(line)), None)
    if any(line.note for line in foot):
        first = next(at for at, line in enumerate(foot) if line.note)
        return min(small + (first if rule is None and not open_note else rule or 0), labelled)
    if rule is not None and (open_note or any(_plain_label(line, marks) for line in foot)):
        return min(small + rule, labelled)
    if any(_plain_label(line, marks) for line in foot):
        return small + next(at for at, line in enumerate(foot) if _plain_label(line, marks))
    return labelled


def _are_endnotes(lines: Sequence[Line], start: int, body_size: float) -> bool:
    """Notes as large as the text and under no rule: a list at the end, which the next page goes on with."""
    notes = lines[start:]
    return bool(notes) and not any(is_rule(line) for line in notes) and notes[0].size > _SMALL * body_size


def _plain_label(line: Line, marks: frozenset[str]) -> str | None:
    """The number at the start of a small line, not raised, where the text has such a mark."""
    found = _PLAIN_LABEL.match(line.words[0].text)
    return found[1] if found and found[1] in marks and len(line.words) > 1 else None


def notes_of(
    lines: Iterable[Line], words: frozenset[str], marks: frozenset[str]
) -> tuple[tuple[Note, ...], tuple[str, ...]]:
    """The notes, each whole; and the words above the first number, which belong to none."""
    notes: list[tuple[str, list[str]]] = []
    astray: list[str] = []
    for line in lines:
        label = line.note or _plain_label(line, marks - {label for label, _ in notes})
        if label:
            rest = line.text if line.note else line.text.removeprefix(line.words[0].text)
            notes.append((label, [rest.strip()]))
        elif notes:
            notes[-1][1].append(line.text)
        else:
            astray.append(line.text)
    return tuple(Note(label, joined(parts, words)) for label, parts in notes), tuple(astray)
