"""Reading: a raw text goes in, a `Resolution` comes out, with everything that was unsure about it.

The story, in order: the sheet is spread and repaired, its notes are parted from it, its head is read, its lines become
blocks, the marks are found, and the blocks grow into the tree.
"""

import msgspec

from generator.model import (
    SCHEMA_VERSION,
    Closing,
    Correction,
    Footnote,
    Furniture,
    MastheadField,
    Origin,
    Problem,
    RawText,
    Resolution,
    Status,
    Witness,
)
from generator.reading import footnotes
from generator.reading.blocks import Block, Kind
from generator.reading.enacting import is_enacting
from generator.reading.floats import settle
from generator.reading.head import merge_supplied, read_head, say
from generator.reading.joining import join, vocabulary_of
from generator.reading.marks import Marked, read_marks
from generator.reading.neighbours import set_aside_neighbours
from generator.reading.notes import part_notes
from generator.reading.repairs import repair
from generator.reading.sheet import Line, Ranks, Remark, Sheet, error, ranks, spans, spread, warning
from generator.reading.structure import read_blocks
from generator.reading.tree import Piece, Tree, grow
from generator.symbols import is_draft, normalise, official_url, page_url

__all__ = ["read"]

_UNKNOWN = "UNKNOWN"


def read(raw: RawText) -> Resolution:
    """The resolution in `raw`. Never raises: what cannot be read is in the furniture, and said in the problems."""
    clean = spread(raw.body)
    rank = ranks(clean)
    sheet = set_aside_neighbours(repair(clean, raw.corrections), raw.symbol)
    parted = part_notes(sheet)
    sheet = parted.sheet
    settled = settle(sheet.lines)
    entries = settled.entries
    sheet = sheet.remarked(settled.remarks).corrected(settled.corrections)
    above = _head_length(tuple(entry.line for entry in entries))
    head = read_head(tuple(entry.line for entry in entries[:above]), rank)
    read_body = read_blocks(entries[above:])
    vocabulary = vocabulary_of(clean.lines)
    texts = [_words_of(block, vocabulary) for block in read_body.blocks]
    title = join(head.title_lines, vocabulary)
    note_texts = [join(note.lines, vocabulary) for note in parted.notes]
    (marked_title, *marked), guessed = read_marks(
        [title[0], *(text for text, _ in texts)], [note.label for note in parted.notes]
    )
    pieces = [Piece(block, words) for block, words in zip(read_body.blocks, marked, strict=True)]
    tree = grow([piece for piece in pieces if piece.block.kind in _IN_TREE], rank)
    closing = _closing(pieces, rank)
    enacting = next((piece.marked.text for piece in pieces if piece.block.kind == Kind.ENACTING), None)
    page_heads = tuple(item.text for item in sheet.furniture if item.why == "page head")
    organ = is_enacting(enacting) if enacting else None
    late = read_head(
        tuple(line for piece in pieces if piece.block.kind == Kind.MASTHEAD for line in piece.block.lines), rank
    )
    head = msgspec.structs.replace(head, fields=head.fields + late.fields)
    said = say(
        head, organ=organ, closing_text=closing.text if closing else "", page_heads=page_heads, symbol=raw.symbol
    )
    fields, differing = merge_supplied(said, marked_title.text or None, raw.supplied)
    notes, paired = footnotes.attach(parted.notes, [text for text, _ in note_texts], tree, marked_title, closing, rank)
    symbol = said.symbol or _UNKNOWN
    status = raw.supplied.status or (Status.DRAFT if is_draft(symbol) else Status.ADOPTED)
    corrections = (
        *sheet.corrections,
        *read_body.corrections,
        *title[1],
        *(correction for _, mended in texts for correction in mended),
        *(correction for _, mended in note_texts for correction in mended),
    )
    every = (
        *sheet.remarks, *read_body.remarks, *tree.remarks, *said.remarks, *differing, *paired,
        *_guesses(guessed, pieces), *_missing(symbol, enacting, tree, raw.body),
    )  # fmt: skip
    return Resolution(
        schema_version=SCHEMA_VERSION,
        symbol=symbol,
        organ=fields["organ"],
        status=status,
        language="en",
        title=fields["title"],
        title_marks=marked_title.marks,
        session=fields["session"],
        agenda_item=fields["agenda_item"],
        committee_report=fields["committee_report"],
        adopted=fields["adopted"],
        meeting=fields["meeting"],
        distributed=fields["distributed"],
        vote=fields["vote"],
        url=page_url(symbol),
        official_url=official_url(symbol),
        enacting=enacting,
        masthead=_masthead(head.fields, head.title_lines, marked_title, pieces, rank),
        preamble=tree.preamble,
        operative=tree.operative,
        headings=tree.headings,
        annexes=tree.annexes,
        footnotes=notes,
        closing=closing,
        source=Origin(path=raw.path, sha256=raw.sha256, words=len(raw.body.split())),
        furniture=_furniture(sheet, pieces, rank),
        corrections=tuple(sorted(corrections, key=lambda correction: (correction.line, correction.found))),
        problems=tuple(sorted({_problem(remark, raw.path) for remark in (*every, *_stray(pieces))})),
    )


_IN_TREE = frozenset(set(Kind) - {Kind.CLOSING, Kind.MASTHEAD, Kind.STRAY})


def _head_length(lines: tuple[Line, ...]) -> int:
    """How many lines stand above the enacting line; without one, above the first line that reads like a paragraph."""
    from generator.reading.beginning import body_begins

    return body_begins(lines)


def _masthead(
    fields: tuple[MastheadField, ...], title_lines: tuple[Line, ...], title: Marked, pieces: list[Piece], rank: Ranks
) -> tuple[MastheadField, ...]:
    found = list(fields)
    if title_lines:
        found.append(MastheadField("title", spans((line.number for line in title_lines), rank), title.text))
    found += [
        MastheadField("enacting", spans(piece.block.numbers, rank), piece.marked.text)
        for piece in pieces
        if piece.block.kind == Kind.ENACTING
    ]
    return tuple(sorted(found, key=lambda field: field.lines))


def _words_of(block: Block, vocabulary: frozenset[str]) -> tuple[str, tuple[Correction, ...]]:
    """The words of a block on one line; the lines of a closing are kept apart."""
    if block.kind == Kind.CLOSING:
        return "\n".join(line.text for line in block.lines if line.text), ()
    return join(block.lines, vocabulary)


def _guesses(guessed: tuple[tuple[int, str], ...], pieces: list[Piece]) -> list[Remark]:
    """Marks found out of the order of the notes; text 0 is the title."""
    lines = [1, *(piece.block.numbers[0] for piece in pieces)]
    return [
        warning(
            lines[text], "mark-place-unsure", f"footnote mark {label} stands out of order; compare with the original"
        )
        for text, label in guessed
    ]


def _closing(pieces: list[Piece], rank: Ranks) -> Closing | None:
    """What is printed under the text; the closings of the parts of a composite follow each other."""
    found = [piece for piece in pieces if piece.block.kind == Kind.CLOSING]
    if not found:
        return None
    text, marks = "", []
    for piece in found:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{piece.marked.text}" if text else piece.marked.text
        marks += [msgspec.structs.replace(mark, at=mark.at + start) for mark in piece.marked.marks]
    return Closing(text, spans((n for piece in found for n in piece.block.numbers), rank), tuple(marks))


def _furniture(sheet: Sheet, pieces: list[Piece], rank: Ranks) -> tuple[Furniture, ...]:
    stray = [
        Furniture(
            lines=spans(piece.block.numbers, rank),
            text=" ".join(line.text for line in piece.block.lines),
            why="after the closing",
        )
        for piece in pieces
        if piece.block.kind == Kind.STRAY
    ]
    return tuple(sorted((*sheet.furniture, *stray), key=lambda item: (item.lines, item.text)))


def _stray(pieces: list[Piece]) -> list[Remark]:
    return [
        warning(
            piece.block.numbers[0],
            "text-after-closing",
            "this stands after the closing and belongs to no paragraph; say what it is or take it out",
        )
        for piece in pieces
        if piece.block.kind == Kind.STRAY and any(len(line.text) > 3 for line in piece.block.lines)
    ]


def _missing(symbol: str, enacting: str | None, tree: Tree, body: str) -> list[Remark]:
    found = []
    if not body.strip():
        return [
            error(1, "text-empty", "there is no text here; paste the text of the resolution under the front matter")
        ]
    if symbol == _UNKNOWN:
        found.append(error(1, "symbol-unknown", "the text does not say its symbol; write it in the front matter"))
    elif normalise(symbol) is None:
        found.append(error(1, "symbol-malformed", f"{symbol} is no UN document symbol that we know how to spell"))
    if enacting is None:
        found.append(
            warning(
                1,
                "enacting-missing",
                "no enacting line such as “The General Assembly,” was found; check where the text begins",
            )
        )
    if not tree.operative:
        found.append(
            error(
                1,
                "operative-missing",
                "no operative paragraph was found; check that the text is whole and that its paragraphs are numbered",
            )
        )
    return found


def _problem(remark: Remark, path: str) -> Problem:
    return Problem(path=path, line=remark.line, code=remark.code, severity=remark.severity, message=remark.message)
