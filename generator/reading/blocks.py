"""What the lines of a text are cut into."""

from enum import StrEnum

import msgspec

from generator.model import Correction
from generator.reading.labels import Label
from generator.reading.line_edges import without_marks_at_end
from generator.reading.sheet import TABLE, Line, Remark


class Kind(StrEnum):
    """What a block is."""

    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TAIL = "tail"
    SECTION = "section"
    ARTICLE = "article"
    ANNEX = "annex"
    CLOSING = "closing"
    MASTHEAD = "masthead"
    STRAY = "stray"


class Zone(StrEnum):
    """Where in a resolution a line stands."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    CLOSED = "closed"
    ANNEX = "annex"


HEADINGS = frozenset({Kind.SECTION, Kind.ARTICLE, Kind.ANNEX})


class Block(msgspec.Struct):
    """A block while it is being filled: its kind, its label, its lines without the label, and where they stood.

    A row of a table is kept with the number of lines that stand above it.
    """

    kind: Kind
    label: Label | None
    lines: list[Line]
    numbers: list[int]
    rows: list[tuple[int, tuple[str, ...]]]

    @property
    def end(self) -> str:
        """The end of the block's words, without the marks that stand there."""
        ends = (without_marks_at_end(line.text.rstrip(TABLE)) for line in reversed(self.lines))
        return next((end for end in ends if end), "")


class Blocks(msgspec.Struct, frozen=True):
    """All blocks of a text in order, with what was mended and what is unsure."""

    blocks: tuple[Block, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]
