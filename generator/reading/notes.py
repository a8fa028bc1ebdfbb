"""Footnotes are taken out of the lines before the paragraphs are read, so that a paragraph they cut becomes whole.

What a note's text looks like, where the page turns and which number comes next decide what is a note: a number in
running text is none. Labels and texts that extraction drew apart ("1", "2", "Resolution 64/293.", "Resolution 70/1.")
are paired in order, and that is said.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import takewhile

import msgspec

from generator.model import Furniture
from generator.reading import closing, note_forms
from generator.reading.enacting import is_enacting
from generator.reading.head import is_title_number
from generator.reading.labels import annex, item, numbered
from generator.reading.line_edges import without_marks_at_end
from generator.reading.masthead import phrases
from generator.reading.note_evidence import MarksAbove, answer_marks, glued_numbers
from generator.reading.note_forms import NoteLabel
from generator.reading.note_pairing import Note, Piece, is_drawn_apart, pair
from generator.reading.openings import operative_opening, preambular_opening
from generator.reading.sheet import MARK_OPEN, Line, Remark, Sheet, warning

_STEP = 12
"""How far a note's number may lie from the last one for both to stand in one zone."""
_WRAPPED = 160
"""Characters of the longest line that a page is wrapped to; where one is longer, a line is a whole paragraph."""
_FOOT = 60
"""How many lines the notes of a page may have."""
_WHOLE = re.compile(r"[.;][)\]”\"’]*$")

_GAP = 3
"""How many notes may be missing between two zones."""


class Parted(msgspec.Struct, frozen=True):
    """A sheet without its notes, and the notes in the order of the raw text."""

    sheet: Sheet
    notes: tuple[Note, ...]


def part_notes(sheet: Sheet) -> Parted:
    """Take the notes out of a sheet."""
    parting = _Parting(sheet)
    for place in range(len(sheet.lines)):
        parting.read(place)
    parting.close_zone()
    aside = (
        *((line, "page number") for line in parting.page_numbers),
        *((line, "heading of the notes") for line in parting.headings),
    )
    numbers = tuple(Furniture(((line.number, line.number),), line.text, why) for line, why in aside)
    rest = msgspec.structs.replace(sheet, lines=tuple(parting.body), furniture=(*sheet.furniture, *numbers))
    return Parted(rest.remarked(parting.remarks), tuple(parting.notes))


class _Parting:
    """One pass over the lines; a zone of notes opens at a note and closes where the text goes on."""

    def __init__(self, sheet: Sheet) -> None:
        self.lines = sheet.lines
        self.rules = sorted(item.lines[0][0] for item in sheet.furniture if item.why == "rule")
        self.body: list[Line] = []
        self.notes: list[Note] = []
        self.taken: set[str] = set()
        self.above = MarksAbove()
        self.remarks: list[Remark] = []
        self.page_numbers: list[Line] = []
        self.headings: list[Line] = []
        self.zone: list[Piece] | None = None
        self.zones = 0
        self.numbered_from = 0
        self.last = 0
        self.place = 0
        self.begun = False
        self.after_closing = False
        self.explicit = any(line.text.startswith(MARK_OPEN) for line in self.lines)
        self.unwrapped = any(len(line.text) > _WRAPPED for line in self.lines)
        self.strokes = any(note_forms.has_stroke(line.text) for line in self.lines)

    def read(self, place: int) -> None:
        """Put the line at `place` into the zone of notes or into the body."""
        self.place = place
        line = self.lines[place]
        resumed = False
        if self.zone is not None and self._leaves_zone(place, line):
            self.close_zone()
            resumed = True
        if self.zone is None and self._opens_zone(place, line):
            self.zone = []
            self.zones += 1
            if self._is_numbered_anew(line):
                self.taken, self.last, self.numbered_from = set(), 0, len(self.notes)
        if self.zone is None:
            self._doubt(place, line)
            self._into_body(line, resumed=resumed)
        else:
            self._into_zone(place, line, self.zone)

    def _doubt(self, place: int, line: Line) -> None:
        """Say of a line that stays in the text that it looks like a note."""
        label = note_forms.note_label(line.text, strokes=self.strokes, plain=not self.explicit)
        if label is None or not label.bare.isdigit() or not label.rest:
            return
        under_rule = self._after_rule(line) and note_forms.is_note_like(label.rest)
        if under_rule or self._is_foot(place, line, plainly=False):
            message = (
                f"this looks like footnote {label.bare}, but is not certain to be one and was left in the text;"
                f" if it is, write [^{label.bare}]: in place of its number"
            )
            self.remarks.append(warning(line.number, "note-in-text", message))

    def _into_body(self, line: Line, *, resumed: bool = False) -> None:
        if self.after_closing and line.text.isdigit():
            self.page_numbers.append(line)
            return
        if line.text.lower() in {"notes", "footnotes"} and self._label_below():
            self.headings.append(line)
            return
        self.begun = self.begun or _begins_text(line.text)
        if is_enacting(line.text) is not None:
            self.after_closing = False
        self.after_closing = self.after_closing or (self.begun and closing.opens(line.text))
        self.above.add(line)
        self.body.append(msgspec.structs.replace(line, turned=True) if resumed and not line.turned else line)

    # ---- where a zone opens and where it ends

    def _opens_zone(self, place: int, line: Line) -> bool:
        after_rule = self._after_rule(line)
        label = note_forms.note_label(line.text, strokes=self.strokes, plain=not self.explicit or after_rule)
        if label is None:
            return after_rule and note_forms.is_note_like(line.text) and not numbered(line.text)
        if label.style == note_forms.FENCED:
            pauses = line.gap > 0 or line.turned or not self.body or after_rule
            certain = pauses and note_forms.is_capital(label.rest)
            worded = label.bare.isdigit() and label.bare not in self.taken and note_forms.is_note_like(label.rest)
            return note_forms.is_defined(line.text) or certain or worded
        if label.style == note_forms.STROKE:
            if self._is_mark_carried_over(line, label):
                return False
            follows = self._is_next(int(label.bare)) or (self._is_numbered_anew(line) and self._pauses(line))
            return follows and (bool(label.rest) or self._text_follows(place))
        if label.style == note_forms.STAR:
            starred = any("*" in above.text for above in self.lines[:place])
            return after_rule or (line.gap > 0 and (starred or note_forms.is_note_like(label.rest)))
        if label.style == note_forms.ALONE:
            return self._alone_opens(place, line, label, after_rule=after_rule)
        if self._plain_opens(line, label, after_rule=after_rule):
            return True
        new = label.bare not in self.taken and self._is_next(int(label.bare))
        return new and self._is_foot(place, line, plainly=True)

    def _is_mark_carried_over(self, line: Line, label: NoteLabel) -> bool:
        """Whether a label is a mark that its line was wrapped before: "… of the Child" / "1/ and the Protocol"."""
        marked = label.bare in self.above.labels(plainly=True)
        if marked or not self.body or note_forms.is_note_like(label.rest):
            return False
        runs_on = not self._pauses(line) and not _WHOLE.search(without_marks_at_end(self.body[-1].text))
        return runs_on or label.rest[:1].islower()

    def _alone_opens(self, place: int, line: Line, label: NoteLabel, *, after_rule: bool) -> bool:
        if after_rule:
            near = (below.text for below in self.lines[place + 1 : place + 9])
            new = label.bare not in self.taken or self._is_numbered_anew(line)
            return new and any(note_forms.is_note_like(text) and not phrases(text) for text in near)
        comes_next = self.last < int(label.bare) <= self.last + _GAP or (not self.last and label.bare in self._marked)
        apart = line.gap > 0 or (place + 1 < len(self.lines) and self.lines[place + 1].gap > 0)
        return apart and self._text_follows(place) and (comes_next or (self.after_closing and not self.last))

    def _plain_opens(self, line: Line, label: NoteLabel, *, after_rule: bool) -> bool:
        apart = self._pauses(line) or self.after_closing
        if self._is_numbered_anew(line):
            return apart and self._begins_page(line, label, certain=after_rule or self.after_closing)
        if not (self._is_next(int(label.bare)) if self.last else apart):
            return False
        if note_forms.is_note_like(label.rest) or (after_rule and note_forms.is_capital(label.rest)):
            return True
        return self.after_closing and not _is_date(line.text)

    def _begins_page(self, line: Line, label: NoteLabel, *, certain: bool) -> bool:
        """Whether a note 1 is another page's: it looks like one, or a mark above asks for it; both without a rule."""
        worded = note_forms.is_note_like(label.rest)
        marked = label.bare in self.above.labels(plainly=True) and not _is_date(line.text)
        return (worded or marked) if certain else (worded and marked)

    def _is_foot(self, place: int, line: Line, *, plainly: bool) -> bool:
        """Whether the page ends here with numbered lines that answer, one by one, marks below the last note."""
        above = self.body[-1].text if self.body else ""
        ended = _WHOLE.search(without_marks_at_end(above)) is not None
        if not (ended or (line.gap and not above.endswith(":"))) or _is_date(line.text):
            return False
        below = self.lines[place + 1 : place + 1 + _FOOT]
        foot = (line, *takewhile(lambda after: not after.turned, below))
        if len(foot) > _FOOT or any(map(_is_of_the_text, foot)):
            return False
        return answer_marks(foot, self.above.labels(plainly=plainly))

    def _leaves_zone(self, place: int, line: Line) -> bool:
        if self._label_here(place, line) is not None or line.text.isdigit():
            return False
        numbered_title = is_title_number(line.text) and not note_forms.is_note_like(line.text)
        if line.gap and (_begins_text(line.text) or numbered_title):
            return True
        piece = self.zone[-1] if self.zone else None
        whole_item = self.unwrapped and line.text.endswith(";")
        note_like = note_forms.is_note_like(line.text) and not whole_item
        if line.turned:
            return not (note_like and self._labels_wait(place))
        if piece is None or not piece.ended:
            return False
        if line.gap or (self.unwrapped and not note_like):
            return not (note_like and self._labels_wait(place))
        if note_forms.goes_on_as_note(line.text):
            return False
        indent = piece.label_line.indent if piece.label_line else 0
        if line.text[:1].islower() or 0 < indent <= line.indent:
            return True
        found = item(line.text)
        if found is not None and note_forms.is_capital(found.rest):
            return True
        return closing.opens(line.text) or annex(line.text) is not None or _begins_text(line.text)

    def _label_here(self, place: int, line: Line) -> NoteLabel | None:
        """The label of a note on a line of a zone, unless its number is used, far off, or belongs to a date."""
        label = note_forms.note_label(line.text, strokes=self.strokes, plain=not self.explicit)
        if label is None or not label.bare.isdigit() or label.style in {note_forms.FENCED, note_forms.STROKE}:
            return label
        number = int(label.bare)
        piece = self.zone[-1] if self.zone else None
        if label.bare in self.taken and self._is_printed_again(label, piece):
            return label
        if label.bare in self.taken or _is_date(line.text):
            return None
        if piece and piece.lines and not piece.ended and number != self.last + 1:
            return None
        follows = self._text_follows(place) or label.style == note_forms.PLAIN
        waited_for = any(waiting.label is None for waiting in self.zone or ())
        if number < self.last and not follows and not waited_for:
            return None
        if line.turned and not (number == self.last + 1 and follows):
            return None
        return label if not self.last or abs(number - self.last) <= _STEP else None

    def _is_printed_again(self, label: NoteLabel, piece: Piece | None) -> bool:
        """Whether a number that is used labels another note: all notes of two parts may stand at the end."""
        ended = piece is not None and bool(piece.lines) and piece.ended
        return label.style == note_forms.PLAIN and ended and note_forms.is_note_like(label.rest)

    # ---- inside a zone

    def _into_zone(self, place: int, line: Line, zone: list[Piece]) -> None:
        label = self._label_here(place, line)
        if label is not None:
            zone.append(Piece([msgspec.structs.replace(line, text=label.rest)] if label.rest else [], label, line))
            self.taken.add(label.bare)
            if label.bare.isdigit():
                self.last = max(self.last, int(label.bare))
        elif line.text.isdigit():
            self.page_numbers.append(line)
        elif not zone or (zone[-1].ended and note_forms.is_note_like(line.text) and is_drawn_apart(zone)):
            zone.append(Piece([line]))
        else:
            zone[-1].lines.append(line)

    def close_zone(self) -> None:
        """Keep the notes of a zone; what has no number goes back to the text, a number without words is a page's."""
        zone = pair(self.zone or ())
        self.notes += [msgspec.structs.replace(note, zone=self.zones) for note in zone.notes]
        self.above = MarksAbove() if zone.notes else self.above
        self.remarks += zone.remarks
        self.body += zone.unnumbered
        for label, line in zone.lone:
            self.taken.discard(label)
            self.page_numbers.append(line)
        numbered = self.notes[self.numbered_from :]
        self.last = max((int(note.label) for note in numbered if note.label.isdigit()), default=0)
        self.zone = None

    def _labels_wait(self, place: int) -> bool:
        if any(piece.label and not piece.lines for piece in self.zone or ()):
            return True
        return any(line.text.isdigit() for line in self.lines[place + 1 : place + 4])

    # ---- what stands around

    def _after_rule(self, line: Line) -> bool:
        above = self.body[-1].number if self.body else 0
        below = bisect_right(self.rules, above)
        return below < len(self.rules) and self.rules[below] < line.number

    def _label_below(self) -> bool:
        below = self.lines[self.place + 1 : self.place + 2]
        return any(note_forms.note_label(after.text, strokes=self.strokes, plain=not self.explicit) for after in below)

    @cached_property
    def _marked(self) -> frozenset[str]:
        """The numbers that words of the text carry as glued marks."""
        return glued_numbers(self.lines)

    def _pauses(self, line: Line) -> bool:
        """Whether a line stands apart from the text above it: by a blank line, a rule or the end of a page."""
        return line.gap > 0 or line.turned or self._after_rule(line)

    def _is_numbered_anew(self, line: Line) -> bool:
        """Whether a line begins a numbering that an earlier zone has begun before: each page has its own note 1."""
        label = note_forms.note_label(line.text, strokes=self.strokes, plain=True)
        return label is not None and label.bare.isdigit() and note_forms.begins_anew(label.bare, self.taken)

    def _is_next(self, number: int) -> bool:
        return self.last < number <= self.last + _GAP if self.last else True

    def _text_follows(self, place: int) -> bool:
        """Whether the words of a note stand below, other bare numbers between them aside."""
        for below in self.lines[place + 1 : place + 7]:
            if below.turned:
                return False
            if not below.text.isdigit():
                return note_forms.is_note_like(below.text)
        return False


def _is_date(text: str) -> bool:
    return closing.STARTS_WITH_DATE.match(text) is not None


def _is_of_the_text(line: Line) -> bool:
    """Whether a line is of no note: it opens a paragraph (perhaps without its stop), an item, a closing, an annex."""
    label = note_forms.note_label(line.text, strokes=False, plain=True)
    words = label.rest if label else line.text
    other = item(line.text) or annex(line.text) or closing.opens(line.text)
    return bool(other) or _begins_text(line.text) or _begins_text(words)


def _begins_text(text: str) -> bool:
    """Whether a line opens a paragraph or the text itself."""
    if numbered(text) or is_enacting(text) is not None:
        return True
    opening = operative_opening(text) or preambular_opening(text)
    return opening is not None and opening.known
