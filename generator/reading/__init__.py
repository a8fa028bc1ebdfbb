"""Reading: a raw text goes in, a `Resolution` comes out, with everything that was unsure about it.

The story, in order: the sheet is spread and repaired, its notes are parted from it, its head is read, its lines become
blocks, the notes are told apart, the marks are found, and the blocks grow into the tree.
"""

import msgspec

from generator.model import RawText, Resolution
from generator.reading import footnotes
from generator.reading.assembly import Parts, assemble
from generator.reading.beginning import part_head
from generator.reading.blocks import Kind
from generator.reading.floats import settle
from generator.reading.head import read_head, read_slipped
from generator.reading.joining import vocabulary_of
from generator.reading.neighbours import set_aside_neighbours
from generator.reading.notes import part_notes
from generator.reading.numbering import Numbering, parts_of
from generator.reading.repairs import repair
from generator.reading.sheet import ranks, spread
from generator.reading.structure import read_blocks
from generator.reading.tree import grow
from generator.reading.wording import closing_of, word

__all__ = ["read"]

_IN_TREE = tuple(set(Kind) - {Kind.CLOSING, Kind.MASTHEAD, Kind.STRAY})


def read(raw: RawText) -> Resolution:
    """The resolution in `raw`. Never raises: what cannot be read is in the furniture, and said in the problems."""
    clean = spread(raw.body)
    rank = ranks(clean)
    parted = part_notes(set_aside_neighbours(repair(clean, raw.corrections), raw.symbol))
    above, below = part_head(parted.sheet.lines)
    head = read_head(above, rank)
    settled = settle(below)
    structure = read_blocks(settled.entries)
    numbering = Numbering(parted.notes, parts_of(structure.blocks))
    worded = word(head, structure.blocks, parted.notes, numbering, vocabulary_of(clean.lines))
    tree = grow(worded.of(*_IN_TREE), rank)
    closing = closing_of(worded.of(Kind.CLOSING), rank)
    notes, unpaired = footnotes.attach(
        parted.notes, worded.notes, numbering, footnotes.marks_in(head, tree, worded.title, closing), rank
    )
    slipped = read_slipped(tuple(line for piece in worded.of(Kind.MASTHEAD) for line in piece.block.lines), rank)
    parts = Parts(
        sheet=parted.sheet.corrected((*settled.corrections, *structure.corrections)),
        head=msgspec.structs.replace(head, fields=(*head.fields, *slipped)),
        worded=worded,
        tree=tree,
        closing=closing,
        footnotes=notes,
        remarks=(*parted.sheet.remarks, *settled.remarks, *structure.remarks, *worded.remarks, *unpaired),
    )
    return assemble(raw, parts, rank)
