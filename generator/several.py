"""Several resolutions in one file are parted, each with its own head and its own notes.

Where each begins is the reader's to say; this adds the lines of the head above a title, and shares out the notes that
the intake wrote at the end.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.intake.marked import MARK
from generator.reading.neighbours import beginnings
from generator.reading.repairs import repair
from generator.reading.sheet import spread

_HEAD = re.compile(
    r"(United Nations|General Assembly|Security Council|Economic and Social Council|Commission on Human Rights|"
    r"Human Rights Council)\b.{0,40}$|(Resolutions? |Adopted )?adopted |\[(on the report|without reference)|"
    r"[AES]/(\w|\.)+/|Distr|Agenda item|[\w-]+ (special |emergency special )?session$|\d{1,2} \w+ \d{4}$|GENERAL$|"
    r"English",
    re.IGNORECASE,
)  # fmt: skip
_NOTE = re.compile(r"\[\^([^\]\s]+)\]: ")


def part_resolutions(text: str) -> tuple[str, ...]:
    """The parts of a text, one for each resolution; the text itself, untouched, where it holds one or none."""
    lines = text.splitlines(keepends=True)
    sheet = repair(spread(text))
    titles = [sheet.lines[at].number - 1 for at in beginnings(sheet.lines)]
    if len(titles) < 2 or len(lines) < titles[-1]:
        return (text,)
    notes = [line for line in lines if _NOTE.match(line)]
    cuts = [0, *(_head_start(lines, title) for title in titles[1:]), len(lines)]
    bodies = [[line for line in lines[start:end] if not _NOTE.match(line)] for start, end in pairwise(cuts)]
    return _with_notes(bodies, notes)


def _head_start(lines: Sequence[str], title: int) -> int:
    """The first line of the head above a title. A date belongs to it only below another line of it."""
    start = at = title
    while at > 0 and (not lines[at - 1].strip() or _HEAD.match(lines[at - 1].strip(" #*\t\r\n"))):
        at -= 1
        if lines[at].strip() and not re.match(r"\d{1,2} \w+ \d{4}$", lines[at].strip()):
            start = at
    return start


def _with_notes(bodies: Sequence[Sequence[str]], notes: Sequence[str]) -> tuple[str, ...]:
    """Each body with the notes its marks name. Of notes that share a number, the first body takes the first."""
    left = list(notes)
    parts: list[str] = []
    for body in bodies:
        words = "".join(body).rstrip()
        own: list[str] = []
        for label in dict.fromkeys(MARK.findall(words)):
            note = next((each for each in left if each.startswith(f"[^{label}]: ")), None)
            if note is not None:
                left.remove(note)
                own.append(note.strip())
        parts.append("\n\n".join((words, *own)) + "\n")
    if left:
        parts[-1] = parts[-1].rstrip("\n") + "\n\n" + "\n\n".join(note.strip() for note in left) + "\n"
    return tuple(parts)
