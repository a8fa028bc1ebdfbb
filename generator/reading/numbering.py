"""Which note answers which mark where the notes are numbered anew: on each page, or in each part of a composite text.

A numbering begins anew where its first label ("1", "*") comes again in a later zone of notes. From then on a mark is
answered by the notes of its own stretch of lines and by no other: notes stand below what they explain, at the foot of
its page or at the end of its part.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import msgspec

from generator import anchors
from generator.reading.blocks import Block, Kind
from generator.reading.note_forms import begins_anew
from generator.reading.note_pairing import Note
from generator.reading.sheet import Remark, error, warning

Part = tuple[int, str]
"""A part of a composite text: the line of its heading, and its letter as anchors spell it."""

_NO_END = 10**9
_START = attrgetter("start")
_BESIDE_THE_TREE = frozenset({Kind.CLOSING, Kind.MASTHEAD, Kind.STRAY})


class Stretch(msgspec.Struct, frozen=True):
    """Lines whose marks the notes of one numbering answer; `part` is empty where no part numbers its notes apart."""

    start: int
    end: int
    part: str
    notes: tuple[Note, ...]


class Numbering:
    """The notes of a text by the stretches that number them together; each kind of label counts by itself.

    `order` gives the places of the notes as the page lists them, `anchors` the anchor of each note.
    """

    def __init__(self, notes: Sequence[Note], parts: Sequence[Part]) -> None:
        kinds = {kind_of(note.label) for note in notes}
        self._stretches = {
            kind: tuple(_stretches([note for note in notes if kind_of(note.label) == kind], parts)) for kind in kinds
        }
        homes = [(kind_of(note.label), self.stretch_at(note.label, note.lines[0].number)) for note in notes]
        self.order = sorted(range(len(notes)), key=lambda place: (homes[place], _order(notes[place])))
        self.anchors = [""] * len(notes)
        self._answers: dict[tuple[tuple[int, int], str], str] = {}
        register = anchors.Register()
        for place in self.order:
            (kind, home), label = homes[place], notes[place].label
            part = self._stretches[kind][home].part
            self.anchors[place] = register.unique(anchors.footnote(label, f"{part}-" if part else ""))
            self._answers.setdefault((homes[place], label), self.anchors[place])

    @property
    def begins_anew(self) -> bool:
        """Whether labels of any kind begin anew somewhere."""
        return any(len(stretches) > 1 for stretches in self._stretches.values())

    def is_given_anew(self, label: str) -> bool:
        """Whether labels of this kind do, so that a label alone does not name a note."""
        return len(self._stretches.get(kind_of(label), ())) > 1

    def stretch_at(self, label: str, line: int) -> int:
        """The place, among those of its kind of label, of the stretch that a line is in; -1 where it is in none."""
        stretches = self._stretches.get(kind_of(label), ())
        place = bisect_right(stretches, line, key=_START) - 1
        return place if place >= 0 and line <= stretches[place].end else -1

    def answer(self, label: str, line: int) -> str | None:
        """The anchor of the note that answers a mark on a line, if one does."""
        return self._answers.get(((kind_of(label), self.stretch_at(label, line)), label))

    def remarks(self) -> Iterator[Remark]:
        """What an editor has to compare: pages that number anew, and numbers that one stretch gives twice."""
        for stretches in self._stretches.values():
            for above, stretch in pairwise(stretches):
                if above.part == stretch.part:
                    yield _anew(stretch)
            for stretch in stretches:
                yield from _twice(stretch)


def kind_of(label: str) -> int:
    """Signs, letters and numbers are counted apart; a page lists them in this order."""
    return 2 if label.isdigit() else 1 if label.isalpha() else 0


def parts_of(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The parts of a composite text: each has a letter, and an enacting line of its own."""
    inside = [block for block in blocks if block.kind not in _BESIDE_THE_TREE]
    return tuple(
        (block.numbers[0], anchors.part(block.label.bare))
        for block, below in pairwise(inside)
        if block.kind == Kind.SECTION and block.label and below.kind == Kind.ENACTING
    )


def _stretches(notes: Sequence[Note], parts: Sequence[Part]) -> Iterator[Stretch]:
    """The stretches of notes of one kind: the whole text, or one for each numbering of each part."""
    if len(_runs(notes)) == 1:
        yield Stretch(0, _NO_END, "", tuple(notes))
        return
    starts = [0, *(line for line, _ in parts[1:])]
    ends = [*(line - 1 for line in starts[1:]), _NO_END]
    letters = [letter for _, letter in parts] or [""]
    for start, end, letter in zip(starts, ends, letters, strict=True):
        runs = _runs([note for note in notes if start <= note.lines[0].number <= end])
        above = start
        for run in runs:
            last = end if len(runs) == 1 else run[-1].lines[-1].number
            yield Stretch(above, last, letter, tuple(run))
            above = last + 1


def _runs(notes: Sequence[Note]) -> list[list[Note]]:
    """Notes of one kind, cut where their numbering begins anew in a later zone."""
    runs: list[list[Note]] = []
    taken: set[str] = set()
    for note in notes:
        if not runs or (note.zone != runs[-1][-1].zone and begins_anew(note.label, taken)):
            runs.append([])
            taken.clear()
        runs[-1].append(note)
        taken.add(note.label)
    return runs


def _anew(stretch: Stretch) -> Remark:
    first = stretch.notes[0]
    message = (
        f"the notes are numbered anew from this note {first.label} on; each mark was given the note below it on its"
        " own page; compare them with the original"
    )
    return warning(first.lines[0].number, "note-number-again", message)


def _twice(stretch: Stretch) -> Iterator[Remark]:
    seen: set[str] = set()
    for note in stretch.notes:
        if note.label in seen:
            message = f"there are two notes {note.label}; check their numbers in the original"
            yield error(note.lines[0].number, "note-number-again", message)
        seen.add(note.label)


def _order(note: Note) -> tuple[int, str, int]:
    first = note.lines[0].number
    return (int(note.label), "", first) if note.label.isdigit() else (len(note.label), note.label, first)
