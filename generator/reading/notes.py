"""Footnotes are taken out of the lines before the paragraphs are read, so that a paragraph they cut becomes whole.

A note begins with its label: fenced ("[^5]: "), with a stroke ("5/ "), plain ("5 Resolution …") or alone on a line.
Labels and texts that extraction drew apart ("1", "2", "Resolution 64/293.", "Resolution 70/1.") are paired in order.
What a note's text looks like, where the page turns and which number comes next decide what is a note: a number in
running text is none.
"""

import re

import msgspec

from generator.model import Furniture
from generator.reading import closing
from generator.reading.enacting import is_enacting
from generator.reading.labels import annex, numbered
from generator.reading.openings import operative_opening, preambular_opening
from generator.reading.sheet import MARK_CLOSE, MARK_OPEN, Line, Remark, Sheet, warning

_FENCED = re.compile(rf"{MARK_OPEN}([\w*]+){MARK_CLOSE}(:?)\s*(.*)$")
_STROKE = re.compile(r"(\d{1,3})/ +(\S.*)$|(\d{1,3})/$")
_PLAIN = re.compile(r"(\d{1,3}) ([A-Z“\"(‘].*)$")
_STAR = re.compile(r"(\*{1,3}) ?([A-Z].*)$")
_ALONE = re.compile(r"(\d{1,3})$")

_INSTITUTION = r"(?:General Assembly|Security Council|Economic and Social Council|Commission|Human Rights Council|Governing Council|Council)"
# What the text of a note begins with; a sentence of a paragraph does not.
_NOTE_LIKE = re.compile(
    r"(?:See(?: also)?\b|Ibid\b|Op\. ?cit|Cf\.|Resolutions? \d|Decisions? \d|"
    + _INSTITUTION
    + r"(?:'s)? (?:resolution|decision)|"
    r"United Nations[,.] |Official Records?\b|Report of |Reports? on |Such as |[A-Z]+(?:\.\d+)?/[A-Z\d]|League of Nations|"
    r"For the |Document |Documents |Adopted |One member|Two members|International Labour|International Legal|Also |In accordance with |As (?:amended|contained|adopted)|"
    r"The (?:delegation|report|text|present|term|meeting|draft|list|vote|representative|recommendations?|Convention)\b|Subsequently|Later |At the |Formerly |World |Available|Text |Note|"
    r"Treaty Series|Recueil|Resolution |Previously|Reissued|Annex|SAARC|Ib[il]d|bid\.|FAO|UNEP|"
    r"A[/-]|E[/-]|S[/-]|TD/|ST/)"
)
_ENDED = re.compile(r"[.)\]”\"]\s*$")
_STEP = 12


class Note(msgspec.Struct, frozen=True):
    """A note as it stands in the raw text: its label, and its lines without the label."""

    label: str
    lines: tuple[Line, ...]


class Parted(msgspec.Struct, frozen=True):
    """A sheet without its notes, and the notes in the order of the raw text."""

    sheet: Sheet
    notes: tuple[Note, ...]


class _Piece(msgspec.Struct):
    """Inside a zone of notes: a label, or a text, or both."""

    label: str | None
    lines: list[Line]
    label_line: Line | None = None

    @property
    def ended(self) -> bool:
        return bool(self.lines) and bool(_ENDED.search(self.lines[-1].text))


def part_notes(sheet: Sheet) -> Parted:
    """Take the notes out of a sheet."""
    return _Parting(sheet).run()


class _Parting:
    """One pass over the lines; a zone of notes opens at a note and closes where the text goes on."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.rules = tuple(item.lines[0][0] for item in sheet.furniture if item.why == "rule")
        self.body: list[Line] = []
        self.notes: list[Note] = []
        self.remarks: list[Remark] = []
        self.zone: list[_Piece] | None = None
        self.last = 0
        self.explicit = any(line.text.startswith(MARK_OPEN) for line in self.lines)
        self.strokes = sum(1 for line in self.lines if _STROKE.match(line.text)) > 0
        self.after_closing = False
        self.begun = False
        self.page_numbers: list[Line] = []

    def run(self) -> Parted:
        for index, line in enumerate(self.lines):
            if self.zone is None:
                if self._opens_zone(index, line):
                    self.zone = []
                    self._into_zone(index, line)
                else:
                    self._into_body(line)
            elif self._leaves_zone(index, line):
                self._close_zone()
                if self._opens_zone(index, line):
                    self.zone = []
                    self._into_zone(index, line)
                else:
                    self._into_body(line, resumed=True)
            else:
                self._into_zone(index, line)
        self._close_zone()
        numbers = [
            Furniture(lines=((line.number, line.number),), text=line.text, why="page number")
            for line in self.page_numbers
        ]
        sheet = msgspec.structs.replace(self.sheet, lines=tuple(self.body), furniture=(*self.sheet.furniture, *numbers))
        return Parted(sheet.remarked(self.remarks), tuple(self.notes))

    def _into_body(self, line: Line, *, resumed: bool = False) -> None:
        if self.after_closing and _ALONE.match(line.text):
            self.page_numbers.append(line)
            return
        self.begun = self.begun or bool(numbered(line.text)) or _known(line.text) or is_enacting(line.text) is not None
        self.after_closing = self.after_closing or (self.begun and closing.opens(line.text))
        self.body.append(msgspec.structs.replace(line, turned=True) if resumed and not line.turned else line)

    def _opens_zone(self, index: int, line: Line) -> bool:
        text = line.text
        if fenced := _FENCED.match(text):
            return bool(fenced[2]) or (self._body_pauses(line) and _capital(fenced[3]))
        if stroke := _STROKE.match(text):
            number = int(stroke[1] or stroke[3])
            return self.strokes and self._next(number) and (bool(stroke[2]) or self._text_follows(index))
        if plain := _PLAIN.match(text):
            number = int(plain[1])
            after_rule = self._after_rule(line)
            if self.explicit and not after_rule:
                return False
            expected = (
                self._next(number) if self.last else (after_rule or line.gap > 0 or line.turned or self.after_closing)
            )
            return expected and (
                bool(_NOTE_LIKE.match(plain[2]))
                or (after_rule and _capital(plain[2]))
                or (self.after_closing and not self._is_date(text))
            )
        if alone := _ALONE.match(text):
            number = int(alone[1])
            if self._after_rule(line):
                return alone[1] not in {note.label for note in self.notes}
            near = number == self.last + 1 or (not self.last and number >= 1)
            return (
                near and line.gap > 0 and self._text_follows(index) and (number == self.last + 1 or self.after_closing)
            )
        if star := _STAR.match(text):
            return self._after_rule(line) or (bool(_NOTE_LIKE.match(star[2])) and line.gap > 0)
        return self._after_rule(line) and bool(_NOTE_LIKE.match(text)) and not numbered(text)

    def _leaves_zone(self, index: int, line: Line) -> bool:
        text = line.text
        piece = self.zone[-1] if self.zone else None
        if self._label(text) is not None and self._is_label_here(index, line):
            return False
        if line.turned:
            return not (_NOTE_LIKE.match(text) and self._labels_waiting(index))
        if piece is None or not piece.lines:
            return False
        if closing.opens(text) or annex(text):
            return piece.ended
        if line.gap and piece.ended:
            return not (_NOTE_LIKE.match(text) and self._labels_waiting(index))
        if piece.ended and not line.gap:
            strong = numbered(text) or _known(text)
            return bool(strong)
        return False

    def _is_label_here(self, index: int, line: Line) -> bool:
        """Whether a label in a zone is a note's: a page may have turned before it, or its number be used already."""
        label = self._label(line.text) or ""
        if not label.isdigit():
            return True
        number = int(label)
        taken = {note.label for note in self.notes} | {piece.label for piece in self.zone or ()}
        if label in taken and not _FENCED.match(line.text):
            return False
        if _FENCED.match(line.text) or _STROKE.match(line.text):
            return True
        if line.turned and not (number == self.last + 1 and self._text_follows(index) | bool(_PLAIN.match(line.text))):
            return False
        plain = _PLAIN.match(line.text)
        if plain and self._is_date(line.text):
            return False
        return self.last - _STEP <= number <= self.last + _STEP or not self.last

    def _into_zone(self, index: int, line: Line) -> None:
        assert self.zone is not None
        text = line.text
        label = self._label(text)
        if label is not None and (not self.zone or self._is_label_here(index, line)):
            rest = self._rest(text)
            piece = _Piece(label, [msgspec.structs.replace(line, text=rest)] if rest else [], line)
            self.zone.append(piece)
            if label.isdigit():
                self.last = max(self.last, int(label)) if self.last else int(label)
            return
        if label is not None and _ALONE.match(text):
            self.page_numbers.append(line)
            return
        piece = self.zone[-1] if self.zone else None
        new = piece is None or (piece.ended and bool(_NOTE_LIKE.match(text)) and self._bare_style())
        if new:
            self.zone.append(_Piece(None, [line]))
        elif piece is not None:
            piece.lines.append(line)

    def _bare_style(self) -> bool:
        return any(
            piece.label_line is not None and _ALONE.match(piece.label_line.text) for piece in self.zone or ()
        ) or not any(piece.label for piece in self.zone or ())

    def _labels_waiting(self, index: int) -> bool:
        if any(piece.label and not piece.lines for piece in self.zone or ()):
            return True
        following = self.lines[index + 1 : index + 4]
        return any(_ALONE.match(line.text) for line in following)

    def _close_zone(self) -> None:
        """Pair labels and texts that were drawn apart, each in its order, and keep the notes."""
        if self.zone is None:
            return
        whole: list[Note] = []
        labels: list[_Piece] = []
        texts: list[_Piece] = []
        for piece in self.zone:
            if piece.label and piece.lines:
                if labels and not texts and self._bare_style():
                    labels.append(piece)
                else:
                    whole.append(Note(piece.label, (*self._label_only(piece), *piece.lines)))
            elif piece.label:
                labels.append(piece)
            elif piece.lines:
                texts.append(piece)
            elif piece.label_line is not None:
                self._stray(piece.label_line)
        whole += self._paired(labels, texts)
        self.notes += sorted(whole, key=lambda note: note.lines[0].number)
        self.zone = None

    def _paired(self, labels: list[_Piece], texts: list[_Piece]) -> list[Note]:
        bodies = [
            piece.lines for piece in sorted([*texts, *(p for p in labels if p.lines)], key=lambda p: p.lines[0].number)
        ]
        ordered = sorted(labels, key=lambda piece: (len(piece.label or ""), piece.label or ""))
        drawn_apart = any(not piece.lines for piece in ordered)
        notes: list[Note] = []
        for label, lines in zip(ordered, bodies, strict=False):
            assert label.label is not None
            notes.append(Note(label.label, (*self._label_only(label), *lines)))
        if drawn_apart and notes:
            first = notes[0].lines[0].number
            names = ", ".join(note.label for note in notes)
            if len(notes) > 1:
                self.remarks.append(
                    warning(
                        first,
                        "note-number-apart",
                        f"notes {names} were printed apart from their numbers and were paired in order; compare them with the original",
                    )
                )
        for extra in ordered[len(bodies) :]:
            if extra.label_line is not None:
                self._stray(extra.label_line)
        for lines in bodies[len(ordered) :]:
            self.remarks.append(
                warning(
                    lines[0].number,
                    "note-without-number",
                    "this looks like a footnote but no number was found for it; write its number before it",
                )
            )
            self.body.extend(lines)
        return notes

    def _label_only(self, piece: _Piece) -> tuple[Line, ...]:
        """The line of a bare label, emptied, so that the note's span holds it too."""
        line = piece.label_line
        if line is None or (piece.lines and piece.lines[0].number == line.number):
            return ()
        return (msgspec.structs.replace(line, text=""),)

    def _stray(self, line: Line) -> None:
        self._into_body(line)

    def _label(self, text: str) -> str | None:
        if found := _FENCED.match(text):
            return found[1] if found[2] or not found[3] or _capital(found[3]) else None
        if self.strokes and (found := _STROKE.match(text)):
            return found[1] or found[3]
        if found := _ALONE.match(text):
            return found[1]
        if not self.explicit and (found := _PLAIN.match(text)):
            return found[1]
        if found := _STAR.match(text):
            return found[1]
        return None

    def _rest(self, text: str) -> str:
        if found := _FENCED.match(text):
            return found[3]
        if self.strokes and (found := _STROKE.match(text)):
            return found[2] or ""
        found = _PLAIN.match(text) or _STAR.match(text)
        return found[2] if found else ""

    def _after_rule(self, line: Line) -> bool:
        above = self.body[-1].number if self.body else 0
        return any(above < rule < line.number for rule in self.rules)

    def _next(self, number: int) -> bool:
        return self.last < number <= self.last + 3 if self.last else True

    def _text_follows(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or self.lines[index + 1].turned:
            return False
        return bool(_NOTE_LIKE.match(self.lines[index + 1].text))

    def _body_pauses(self, line: Line) -> bool:
        return line.gap > 0 or line.turned or not self.body or self._after_rule(line)

    def _is_date(self, text: str) -> bool:
        return bool(closing.STARTS_WITH_DATE.match(text))


def _capital(text: str) -> bool:
    return bool(re.match(r"[A-Z“\"‘(\[]", text))


def _known(text: str) -> bool:
    opening = operative_opening(text) or preambular_opening(text)
    return opening is not None and opening.known
