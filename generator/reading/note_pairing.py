"""Inside a zone of notes: labels and texts that extraction drew apart are paired again, each in its order."""

import re
from collections.abc import Sequence

import msgspec

from generator.reading import note_forms
from generator.reading.joining import ends_abbreviated
from generator.reading.note_forms import NoteLabel
from generator.reading.sheet import Line, Remark, warning

_ENDED = re.compile(r"[.)\]”\"]\s*$")


class Note(msgspec.Struct, frozen=True):
    """A note as it stands in the raw text: its label, its lines without the label, and the zone of notes it is from."""

    label: str
    lines: tuple[Line, ...]
    zone: int = 0


class Piece(msgspec.Struct):
    """A label, or a text, or both."""

    lines: list[Line]
    label: NoteLabel | None = None
    label_line: Line | None = None

    @property
    def ended(self) -> bool:
        """Whether the note may be whole."""
        text = self.lines[-1].text if self.lines else ""
        return _ENDED.search(text) is not None and not ends_abbreviated(text)

    @property
    def label_only(self) -> tuple[Line, ...]:
        """The line of a bare label, emptied, so that the note's span holds it too."""
        line = self.label_line
        if line is None or (self.lines and self.lines[0].number == line.number):
            return ()
        return (msgspec.structs.replace(line, text=""),)


class Paired(msgspec.Struct, frozen=True):
    """The notes of a zone in the order of the raw text, the texts without number, the numbers without text."""

    notes: tuple[Note, ...]
    unnumbered: tuple[Line, ...]
    lone: tuple[tuple[str, Line], ...]
    remarks: tuple[Remark, ...]


def pair(zone: Sequence[Piece]) -> Paired:
    """The notes of a zone, labels and texts that were drawn apart paired in their order."""
    whole: list[Note] = []
    labels: list[Piece] = []
    texts: list[Piece] = []
    for piece in zone:
        drawn_apart = labels and not texts and _style(piece) == note_forms.ALONE
        if piece.label and piece.lines and not drawn_apart:
            whole.append(Note(piece.label.bare, (*piece.label_only, *piece.lines)))
        elif piece.label:
            labels.append(piece)
        else:
            texts.append(piece)
    bodies = sorted((piece.lines for piece in (*texts, *labels) if piece.lines), key=lambda lines: lines[0].number)
    ordered = sorted(labels, key=lambda piece: (len(_bare(piece)), _bare(piece)))
    paired = [Note(_bare(piece), (*piece.label_only, *lines)) for piece, lines in zip(ordered, bodies, strict=False)]
    unnumbered = bodies[len(ordered) :]
    return Paired(
        notes=tuple(sorted((*whole, *paired), key=lambda note: note.lines[0].number)),
        unnumbered=tuple(line for lines in unnumbered for line in lines),
        lone=tuple((_bare(piece), piece.label_line) for piece in ordered[len(bodies) :] if piece.label_line),
        remarks=(*_apart(paired), *(_without_number(lines[0]) for lines in unnumbered)),
    )


def _apart(paired: Sequence[Note]) -> tuple[Remark, ...]:
    if len(paired) < 2:
        return ()
    names = ", ".join(note.label for note in paired)
    message = f"notes {names} were printed apart from their numbers and paired in order; compare the original"
    return (warning(paired[0].lines[0].number, "note-number-apart", message),)


def _without_number(line: Line) -> Remark:
    message = "this looks like a footnote but no number was found for it; write its number before it"
    return warning(line.number, "note-without-number", message)


def is_drawn_apart(zone: list[Piece]) -> bool:
    """Whether labels stand on lines of their own in this zone, or none was seen yet."""
    styles = {piece.label.style for piece in zone if piece.label}
    return not styles or note_forms.ALONE in styles


def _style(piece: Piece) -> str:
    return piece.label.style if piece.label else ""


def _bare(piece: Piece) -> str:
    return piece.label.bare if piece.label else ""
