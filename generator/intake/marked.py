"""The reader's sixth flavour: one paragraph a line, marks as `[^5]`, notes as `[^5]: …` at the end.

All kinds of files that are more than plain characters meet here.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SPACED_MARK = re.compile(r"\s+(?=\[\^[^\]\s]+\](?!:))")
MARK_LABEL = re.compile(r"\d{1,3}|[*†‡§]{1,4}")
MARK = re.compile(rf"\[\^({MARK_LABEL.pattern})\]")


class Note(msgspec.Struct, frozen=True):
    """A footnote under its printed label."""

    label: str
    text: str


def mark(label: str) -> str:
    """The mark that points at the note with this printed label."""
    return f"[^{label}]"


def clean(text: str) -> str:
    """Text on one line: single spaces, letters for ligatures, no soft hyphens, marks directly after their word."""
    letters = _INVISIBLE.sub("", text.translate(_LIGATURES)).replace("\u00ad", "").replace("\u2011", "-")
    return _SPACED_MARK.sub("", _SPACES.sub(" ", letters)).strip()


def table_rows(rows: Iterable[Sequence[str]]) -> str:
    """A table as Markdown's pipe rows, its first row as the head."""
    cells = [[clean(cell).replace("|", "\\|") for cell in row] for row in rows]
    width = max((len(row) for row in cells), default=0)
    lines = ["| " + " | ".join((*row, *[""] * (width - len(row)))) + " |" for row in cells]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:])) if lines else ""


def marked_text(blocks: Iterable[str], notes: Iterable[Note]) -> str:
    """The paragraphs with a blank line between them, then the notes in order, one a line."""
    paragraphs = [block for block in blocks if block.strip()]
    ends = [f"[^{note.label}]: {clean(note.text)}" for note in notes]
    return "\n\n".join((*paragraphs, *ends)) + "\n" if paragraphs or ends else ""


def unpaired(blocks: Iterable[str], notes: Sequence[Note]) -> tuple[str, ...]:
    """A remark for each mark without a note, each note without a mark, and each label that has two notes."""
    used = {label for block in blocks for label in MARK.findall(block)}
    labels = [note.label for note in notes]
    return (
        *(f"mark {label} has no note" for label in sorted(used - set(labels), key=_by_number)),
        *(f"note {label} has no mark" for label in sorted(set(labels) - used, key=_by_number)),
        *(
            f"there are {labels.count(label)} notes {label}"
            for label in sorted(set(labels), key=_by_number)
            if labels.count(label) > 1
        ),
    )


def _by_number(label: str) -> tuple[int, str]:
    return (int(label) if label.isdigit() else 0, label)
