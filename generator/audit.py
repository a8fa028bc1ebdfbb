"""Law 1, checked from outside: nothing of a text is lost and nothing invented.

The audit knows nothing of how a text was read. It takes the twin and the raw text and rebuilds each raw line from the
nodes that claim it: letter by letter, in order, each letter used once. What is left over on a line was lost; what is
left over in a node came from nowhere. Only letters and digits count; space, punctuation and emphasis may be mended.
A mark or a number that extraction put on a line of its own may be used out of its place, and nothing else may.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec

from generator import walk
from generator.model import (
    Annex,
    Footnote,
    Heading,
    Mark,
    Paragraph,
    Problem,
    Resolution,
    Severity,
    Spans,
    Table,
    Tail,
)

_TAG = re.compile(r"<sup>\s*\[?(\w{1,3}|[*†‡]{1,3})\]?\s*</sup>", re.IGNORECASE)
_CONTROL = re.compile(r"[\u0000-\u0008\u000e-\u001f\u007f]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NO_INK_OF_ASCII = {code: None for code in range(128) if not chr(code).isalnum()}


class Atom(msgspec.Struct, frozen=True):
    """A run of ink in a node; a loose one (a label, a mark) may have stood on a line of its own."""

    ink: str
    loose: bool = False


class _Claim:
    """A node while its ink is being found again on the lines it claims."""

    def __init__(self, what: str, lines: Spans, atoms: list[Atom]) -> None:
        self.what = what
        self.lines = lines
        self.atoms = [atom for atom in atoms if atom.ink]
        self.at = 0
        self.offset = 0
        self.passed_over: list[str] = []

    def take(self, line: str) -> int:
        """How many letters of `line`, from its start, are the next of this node, which now has them no more."""
        taken, self.at, self.offset, passed_over = self._reach(line)
        self.passed_over += passed_over
        return taken

    def reach(self, line: str) -> int:
        """How many letters of `line`, from its start, are the next of this node."""
        return self._reach(line)[0]

    def reads_on(self, line: str) -> bool:
        """Whether the whole line is the next of this node, and does not end inside a number of it: "3" of "31"."""
        taken, at, offset, _ = self._reach(line)
        cut = at < len(self.atoms) and offset > 0 and self.atoms[at].ink[offset - 1 : offset + 1].isdigit()
        return taken == len(line) and not cut

    def _reach(self, line: str) -> tuple[int, int, int, list[str]]:
        taken, at, offset = 0, self.at, self.offset
        passed_over: list[str] = []
        while at < len(self.atoms) and taken < len(line):
            atom = self.atoms[at]
            if atom.loose and not offset and not self._stands_here(at, line[taken:]):
                passed_over.append(atom.ink)
                at += 1
                continue
            count = _common(atom.ink, offset, line[taken:])
            taken, offset = taken + count, offset + count
            if offset < len(atom.ink):
                break
            at, offset = at + 1, 0
        return taken, at, offset, passed_over

    def _stands_here(self, at: int, line: str) -> bool:
        """Whether a loose atom stands at the start of a line; digits of the words after it may look like it."""
        atom = self.atoms[at]
        if not line.startswith(atom.ink):
            return False
        words = next((after.ink for after in self.atoms[at + 1 :] if not after.loose), "")
        with_it = len(atom.ink) + _common(words, 0, line[len(atom.ink) :])
        return with_it >= _common(words, 0, line)

    def take_loose(self, ink: str) -> bool:
        """Whether a label or mark of this node, in its place or not, is what a line holds."""
        if ink in self.passed_over:
            self.passed_over.remove(ink)
            return True
        for place in range(self.at, len(self.atoms)):
            atom = self.atoms[place]
            if atom.loose and atom.ink == ink and not (place == self.at and self.offset):
                del self.atoms[place]
                return True
        return False

    def take_passed(self, line: str) -> int:
        """The length of a label or mark passed over before, where the line begins with it and goes on with this node.

        "6." above a line that begins with "6, paragraph 2": which of the two is the label cannot be told.
        """
        for ink in self.passed_over:
            if line.startswith(ink) and self.reach(line[len(ink) :]):
                self.passed_over.remove(ink)
                return len(ink)
        return 0

    def take_end(self, ink: str) -> bool:
        """Whether a whole line is the end of what this node still has: its last words came out before its first."""
        rest = self.atoms[self.at :]
        if not rest or not "".join(atom.ink for atom in rest)[self.offset :].endswith(ink):
            return False
        keep = sum(len(atom.ink) for atom in rest) - len(ink)
        kept: list[Atom] = []
        for atom in rest:
            if keep > 0:
                kept.append(Atom(atom.ink[:keep], atom.loose))
            keep -= len(atom.ink)
        self.atoms[self.at :] = kept
        return True

    @property
    def left(self) -> str:
        rest = "".join(atom.ink for atom in self.atoms[self.at :])[self.offset :]
        return rest + "".join(self.passed_over)


def audit(resolution: Resolution, body: str) -> tuple[Problem, ...]:
    """The words of `body` that the twin lost, the words it has from nowhere, and anchors given twice."""
    path = resolution.source.path
    claims = list(_claims(resolution))
    lost = _match(claims, _raw_lines(body, resolution))
    found = [
        Problem(
            path,
            number,
            "words-lost",
            Severity.ERROR,
            f"“{ink[:60]}” on this line is in no part of the text; the reader lost it",
        )
        for number, ink in lost
    ]
    found += [
        Problem(
            path,
            claim.lines[0][0] if claim.lines else 1,
            "words-invented",
            Severity.ERROR,
            f"{claim.what} has “{claim.left[:60]}”, which stands on none of its lines",
        )
        for claim in claims
        if claim.left
    ]
    return tuple(found + _anchors_again(resolution))


def _match(claims: list[_Claim], lines: list[str]) -> list[tuple[int, str]]:
    """Let each line be claimed by the nodes that name it; give back what nobody claimed."""
    by_line: dict[int, list[_Claim]] = {}
    for claim in claims:
        for first, last in claim.lines:
            for number in range(first, last + 1):
                by_line.setdefault(number, []).append(claim)
    lost: list[tuple[int, str]] = []
    for number, ink in enumerate(lines, start=1):
        rest = _claimed(ink, by_line.get(number, []))
        if rest:
            lost.append((number, rest))
    return lost


def _claimed(ink: str, claims: list[_Claim]) -> str:
    in_order = any(claim.reads_on(ink) for claim in claims)
    if ink and len(ink) <= 6 and not in_order and any(claim.take_loose(ink) for claim in claims):
        return ""
    rest = ink
    moved = True
    while rest and moved:
        moved = False
        for claim in claims:
            count = claim.take(rest) or claim.take_passed(rest)
            if count:
                rest, moved = rest[count:], True
    if rest == ink and any(claim.take_end(ink) for claim in claims):
        return ""
    return rest


def _common(ink: str, offset: int, line: str) -> int:
    length = min(len(ink) - offset, len(line))
    if ink[offset : offset + length] == line[:length]:
        return length
    return next(place for place in range(length) if ink[offset + place] != line[place])


def ink_of(text: str) -> str:
    """The letters and digits of a text, in one case and one form."""
    if text.isascii():  # as most lines are; these signs are taken out at once
        return text.translate(_NO_INK_OF_ASCII).lower()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).lower()


def _raw_lines(body: str, resolution: Resolution) -> list[str]:
    lines = _LINE_END.split(body)
    for correction in resolution.corrections:
        if 0 < correction.line <= len(lines) and correction.found in lines[correction.line - 1]:
            lines[correction.line - 1] = lines[correction.line - 1].replace(correction.found, correction.shown, 1)
    return [ink_of(_TAG.sub(r"\1", _CONTROL.sub("", line))) for line in lines]


def _claims(resolution: Resolution) -> Iterator[_Claim]:
    for field in resolution.masthead:
        yield _Claim(
            f"masthead field {field.field}",
            field.lines,
            _with_marks(field.text, resolution.title_marks if field.field == "title" else ()),
        )
    for paragraph in (*resolution.preamble, *resolution.operative):
        yield from _of_paragraph(paragraph)
    for heading in resolution.headings:
        yield from _floated(heading.anchor, heading.marks)
        yield _of_heading(heading)
    for annex in resolution.annexes:
        yield from _of_annex(annex)
    for note in resolution.footnotes:
        yield _of_note(note)
    if resolution.closing:
        yield from _floated("the closing", resolution.closing.marks)
        yield _Claim(
            "the closing", resolution.closing.lines, _with_marks(resolution.closing.text, resolution.closing.marks)
        )
    for item in resolution.furniture:
        if item.lines:
            yield _Claim("furniture", item.lines, [Atom(ink_of(item.text))])


def _floated(what: str, marks: tuple[Mark, ...]) -> Iterator[_Claim]:
    """Marks that stood on lines of their own claim those lines."""
    for mark in marks:
        if not isinstance(mark.line, msgspec.UnsetType):
            yield _Claim(f"mark {mark.footnote} of {what}", ((mark.line, mark.line),), [Atom(ink_of(mark.footnote))])


def _of_paragraph(paragraph: Paragraph) -> Iterator[_Claim]:
    tables = () if isinstance(paragraph.tables, msgspec.UnsetType) else paragraph.tables
    atoms = [Atom(ink_of(paragraph.label or ""), loose=True), *_with_marks(paragraph.text, paragraph.marks, tables)]
    yield from _floated(paragraph.anchor, paragraph.marks)
    yield _Claim(f"paragraph {paragraph.anchor}", paragraph.lines, atoms)
    for child in paragraph.children:
        yield from _of_paragraph(child)
    if isinstance(paragraph.tail, Tail):
        yield from _floated(paragraph.anchor, paragraph.tail.marks)
        yield _Claim(
            f"the end of {paragraph.anchor}",
            paragraph.tail.lines,
            _with_marks(paragraph.tail.text, paragraph.tail.marks),
        )


def _of_heading(heading: Heading) -> _Claim:
    atoms = [Atom(ink_of(heading.label or ""), loose=True), *_with_marks(heading.text, heading.marks)]
    return _Claim(f"heading {heading.anchor}", heading.lines, atoms)


def _of_annex(annex: Annex) -> Iterator[_Claim]:
    atoms = [Atom(ink_of(annex.label), loose=True), *_with_marks(annex.title, annex.marks)]
    yield from _floated(annex.anchor, annex.marks)
    yield _Claim(f"the heading of {annex.anchor}", annex.lines, atoms)
    for heading in annex.headings:
        yield from _floated(heading.anchor, heading.marks)
        yield _of_heading(heading)
    for paragraph in annex.paragraphs:
        yield from _of_paragraph(paragraph)


def _of_note(note: Footnote) -> _Claim:
    return _Claim(f"footnote {note.label}", note.lines, [Atom(ink_of(note.label), loose=True), Atom(ink_of(note.text))])


def _with_marks(text: str, marks: tuple[Mark, ...], tables: tuple[Table, ...] = ()) -> list[Atom]:
    """The text cut where marks and tables stand, which take their places between the pieces."""
    beside = [mark for mark in marks if isinstance(mark.line, msgspec.UnsetType)]
    inserted = [(mark.at, Atom(ink_of(mark.footnote), loose=True)) for mark in beside]
    inserted += [(table.after, Atom(ink_of(cell))) for table in tables for row in table.rows for cell in row]
    atoms: list[Atom] = []
    at = 0
    for place, atom in sorted(inserted, key=lambda entry: entry[0]):
        atoms += [Atom(ink_of(text[at:place])), atom]
        at = place
    return [*atoms, Atom(ink_of(text[at:]))]


def _anchors_again(resolution: Resolution) -> list[Problem]:
    counted = Counter(walk.anchors(resolution))
    return [
        Problem(
            resolution.source.path, 1, "anchor-again", Severity.ERROR, f"the anchor {anchor} is given {count} times"
        )
        for anchor, count in sorted(counted.items())
        if count > 1
    ]
