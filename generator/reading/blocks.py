"""What the lines of a text are cut into, and how far the cutting has come.

`Progress` is the state that the rules of `divisions` and `paragraphs` ask and change while they go through the lines.
"""

import re
from bisect import bisect_right
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from itertools import islice

import msgspec

from generator.model import Correction
from generator.reading import labels
from generator.reading.enacting import is_enacting
from generator.reading.floats import Labelled
from generator.reading.labels import Label
from generator.reading.openings import operative_opening
from generator.reading.sheet import SIGNS, TABLE, Line, Remark, warning


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
_NEVER_OPEN = HEADINGS | {Kind.ENACTING, Kind.MASTHEAD, Kind.STRAY}

_PLAIN_MARK = r"(?<=[,;:.)”\"\s])(?:(?<!\d\.)|(?<=(?:19|20)\d\d\.))\d{1,3}(?:[ ,]+\d{1,3})?"
_MARKS_AT_END = re.compile(rf"(?:\s*(?:\ue000[\w{SIGNS}@]+\ue001|{_PLAIN_MARK}|\d{{1,2}}/|\*{{1,3}}))+$")
_CLOSED = re.compile(r"(?:[,;:.…]|\b(?:and|or):?)\s*[\"”’')\]|]*$")
_ENDED = re.compile(r"(?:[;.:…]|; (?:and|or|and/or))\s*[\"”’')\]|]*$")


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
        text = next((line.text for line in reversed(self.lines) if line.text), "")
        return without_marks_at_end(text.rstrip(TABLE))


class Blocks(msgspec.Struct, frozen=True):
    """All blocks of a text in order, with what was mended and what is unsure."""

    blocks: tuple[Block, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]


class Progress:
    """The line that is being read, the blocks so far, and what the next line may be."""

    def __init__(self, entries: tuple[Labelled, ...]) -> None:
        self.entries = entries
        self.blocks: list[Block] = []
        self.corrections: list[Correction] = []
        self.remarks: list[Remark] = []
        self.zone = Zone.PREAMBLE
        self.last_number = 0
        self.sections: list[str] = []
        self.items: list[str] = []
        self.in_article = False
        self.quoting = False
        numbered = [place for place, entry in enumerate(entries) if _is_numbered_operative(entry.line.text)]
        self.has_numbers = bool(numbered)
        self.first_numbers = [place for place in numbered if _is_first(entries[place].line.text)]
        self.borders = [place for place, entry in enumerate(entries) if _is_border(entry.line.text)]
        self.one_per_line = _is_one_per_line(entries)
        self.base_indent = _commonest_indent(entries)

    # ---- the line that is being read

    def go_to(self, place: int) -> None:
        """Go on to a line: its place, the line with the numbers that were put back to it, the line, its words.

        How the words of the block before it end, without marks, is looked at once: every rule asks for it.
        """
        self.place = place
        self.entry = self.entries[place]
        self.line = self.entry.line
        self.text = self.line.text
        self.end = self.current.end if self.current else ""

    @property
    def below(self) -> Line | None:
        """The line under it, or None at the end."""
        return self.entries[self.place + 1].line if self.place + 1 < len(self.entries) else None

    @property
    def fresh(self) -> bool:
        """Whether the line stands apart from the one above, as a new paragraph may."""
        return self._stands_apart(self.line)

    @property
    def next_fresh(self) -> str:
        """The next line below that stands apart from the one above it, or nothing."""
        below = (entry.line for entry in islice(self.entries, self.place + 1, None))
        return next((line.text for line in below if self._stands_apart(line)), "")

    def _stands_apart(self, line: Line) -> bool:
        if self.one_per_line or line.gap > 0:
            return True
        return not line.turned and line.indent > self.base_indent

    @property
    def before_numbers(self) -> bool:
        """Whether paragraph 1 is still to come: what stands here is no operative paragraph."""
        if self.zone != Zone.PREAMBLE:
            return False
        first = next(iter(self.first_numbers[bisect_right(self.first_numbers, self.place) :]), None)
        border = next(iter(self.borders[bisect_right(self.borders, self.place) :]), None)
        return first is not None and (border is None or first < border)

    # ---- the block before it

    @property
    def current(self) -> Block | None:
        """The block before the line, or None at the beginning."""
        return self.blocks[-1] if self.blocks else None

    def stands_in(self, *kinds: Kind) -> bool:
        """Whether the block before is of one of these kinds."""
        return self.current is not None and self.current.kind in kinds

    @property
    def closed(self) -> bool:
        """Whether the block before may be whole: it pauses with a comma or more."""
        block = self.current
        return block is None or block.kind in _NEVER_OPEN or bool(block.rows) or bool(_CLOSED.search(self.end[-20:]))

    @property
    def ended(self) -> bool:
        """Whether the block before ends a sentence or a paragraph: a semicolon, a colon, a full stop."""
        block = self.current
        return block is None or block.kind in HEADINGS or bool(block.rows) or bool(_ENDED.search(self.end[-20:]))

    @property
    def is_closed(self) -> bool:
        """Whether the text, or the part of it that the line stands in, has its closing already."""
        for block in reversed(self.blocks):
            if block.kind in {Kind.CLOSING, Kind.ENACTING}:
                return block.kind == Kind.CLOSING
        return False

    # ---- what a rule does

    def open(self, kind: Kind, text: str, label: Label | None = None) -> None:
        """Begin a block with the line; `text` is what is left of it without its label."""
        line = msgspec.structs.replace(self.line, text=text)
        self.blocks.append(Block(kind, label, [line], [*self.entry.borrowed, self.line.number], []))

    def extend(self) -> None:
        """Let the block before go on with the line."""
        block = self.blocks[-1]
        block.lines.append(self.line)
        block.numbers += [*self.entry.borrowed, self.line.number]

    def remark(self, code: str, message: str) -> None:
        """Say that something about the line is unsure."""
        self.remarks.append(warning(self.line.number, code, message))


def _is_numbered_operative(text: str) -> bool:
    label = labels.numbered(text)
    return label is not None and operative_opening(label.rest) is not None


def _is_border(text: str) -> bool:
    """Whether a line begins another part, an annex or an article, with a numbering of its own."""
    return is_enacting(text) is not None or labels.annex(text) is not None or labels.article(text) is not None


def _is_first(text: str) -> bool:
    label = labels.numbered(text)
    return label is not None and label.bare == "1"


def _is_one_per_line(entries: tuple[Labelled, ...]) -> bool:
    """Whether each line is a whole paragraph: long lines, and no blank ones between."""
    lengths = sorted(len(entry.line.text) for entry in entries)
    apart = sum(1 for entry in entries if entry.line.gap)
    return bool(lengths) and lengths[len(lengths) // 2] > 130 and apart <= 0.1 * len(entries)


def _commonest_indent(entries: tuple[Labelled, ...]) -> int:
    counted = Counter(entry.line.indent for entry in entries).most_common(1)
    return counted[0][0] if counted else 0


@lru_cache(maxsize=1024)
def without_marks_at_end(text: str) -> str:
    """A text without the footnote marks at its end, so that its last punctuation shows."""
    end = max(0, len(text) - 40)
    return text[:end] + _MARKS_AT_END.sub("", text[end:]).rstrip()
