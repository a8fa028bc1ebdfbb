"""The words of every part of a text: its lines joined to one, and the footnote marks taken out of them."""

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from generator.model import Closing, Correction
from generator.reading.blocks import Block, Kind
from generator.reading.head import Head
from generator.reading.joining import join
from generator.reading.marks import Candidate, Marked, Placing, left_in, read_marks
from generator.reading.nesting import Piece
from generator.reading.note_pairing import Note
from generator.reading.numbering import Numbering
from generator.reading.sheet import TABLE, Line, Ranks, Remark, spans, warning
from generator.reading.word_lines import WordLines


class Worded(msgspec.Struct, frozen=True):
    """The title, the blocks and the notes with their words, and what had to be mended or guessed."""

    title: Marked
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]

    def of(self, *kinds: Kind) -> tuple[Piece, ...]:
        """The pieces of some kinds."""
        return tuple(piece for piece in self.pieces if piece.block.kind in kinds)


def word(
    head: Head, blocks: tuple[Block, ...], notes: tuple[Note, ...], numbering: Numbering, vocabulary: frozenset[str]
) -> Worded:
    """Join the lines of each part and find the marks in them, in the order of the document."""
    title, mended_title = join(head.title_lines, vocabulary)
    texts = [_joined(block, vocabulary) for block in blocks]
    note_texts = [join(note.lines, vocabulary) for note in notes]
    whole = [title, *(text for text, _ in texts)]
    printed = (head.title_lines, *(block.lines for block in blocks))
    found = read_marks(whole, [note.label for note in notes], _placing(whole, printed, numbering))
    marked_title, *marked = found.texts
    lines = [1, *(block.numbers[0] for block in blocks)]
    return Worded(
        title=marked_title,
        pieces=tuple(_piece(block, words) for block, words in zip(blocks, marked, strict=True)),
        notes=tuple(text for text, _ in note_texts),
        corrections=(*mended_title, *(mended for _, listed in (*texts, *note_texts) for mended in listed)),
        remarks=(
            *(_guess(lines[guess.text], guess.label) for guess in found.guesses),
            *(_left(lines[place], label) for place, text in enumerate(found.texts) for label in left_in(text.text)),
        ),
    )


def _placing(texts: Sequence[str], printed: Sequence[Sequence[Line]], numbering: Numbering) -> Placing | None:
    """What finds the note of a mark by the line that it stands on; None where no label is given anew."""
    lines = WordLines(texts, printed)

    def place(candidate: Candidate) -> Candidate:
        if not numbering.is_given_anew(candidate.label):
            return candidate
        line = candidate.line or lines.at(candidate.text, candidate.start)
        stretch, note = numbering.stretch_at(candidate.label, line), numbering.answer(candidate.label, line)
        return msgspec.structs.replace(candidate, stretch=stretch, note=note)

    return place if numbering.begins_anew else None


def _joined(block: Block, vocabulary: frozenset[str]) -> tuple[str, tuple[Correction, ...]]:
    """The words of a block on one line; the lines of a closing are kept apart."""
    if block.kind == Kind.CLOSING:
        return "\n".join(line.text for line in block.lines if line.text), ()
    return join(block.lines, vocabulary)


def _piece(block: Block, words: Marked) -> Piece:
    """The block with its words, and where in them its tables stand."""
    if TABLE not in words.text:
        return Piece(block, words)
    before = [len(part) for part in words.text.split(TABLE)]
    places = tuple(accumulate(before[:-1]))
    held = [place for place, char in enumerate(words.text) if char == TABLE]
    marks = tuple(
        msgspec.structs.replace(mark, at=mark.at - sum(1 for place in held if place < mark.at)) for mark in words.marks
    )
    return Piece(block, Marked(words.text.replace(TABLE, ""), marks), places)


def _guess(line: int, label: str) -> Remark:
    return warning(line, "mark-place-unsure", f"footnote mark {label} stands out of order; compare with the original")


def _left(line: int, label: str) -> Remark:
    message = (
        f"the {label} behind a word here looks like a footnote mark that no note answers; compare with the original"
    )
    return warning(line, "mark-in-text", message)


def closing_of(pieces: tuple[Piece, ...], rank: Ranks) -> Closing | None:
    """What is printed under the text; the closings of the parts of a composite follow each other."""
    if not pieces:
        return None
    text = ""
    marks = []
    for piece in pieces:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{piece.marked.text}" if text else piece.marked.text
        marks += [msgspec.structs.replace(mark, at=mark.at + start) for mark in piece.marked.marks]
    return Closing(text, spans((n for piece in pieces for n in piece.block.numbers), rank), tuple(marks))
