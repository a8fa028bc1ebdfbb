"""How far the cutting of the lines into blocks has come.

`Progress` is the state that the rules of `divisions`, `headings`, `numbers`, `items` and `paragraphs` ask and change
while they go through the lines.
"""

from bisect import bisect_right
from collections import Counter
from itertools import islice

import msgspec

from generator.model import Correction
from generator.reading import labels
from generator.reading.blocks import HEADINGS, Block, Kind, Zone
from generator.reading.enacting import is_enacting
from generator.reading.floats import Labelled
from generator.reading.labels import Label
from generator.reading.line_edges import CAPITAL, CLOSED, ENDED, MID_SENTENCE, had_room, leads_over, usual_width
from generator.reading.openings import operative_opening
from generator.reading.sheet import Line, Remark, warning

_NEVER_OPEN = HEADINGS | {Kind.ENACTING, Kind.MASTHEAD, Kind.STRAY}


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
        self.announced = False
        self.names_until = 0
        self.title_until = 0
        numbered = _numbered(entries)
        verbs = [place for place, label in numbered.items() if operative_opening(label.rest) is not None]
        self.has_numbers = bool(verbs)
        self.first_numbers = [place for place in verbs if numbered[place].bare == "1"]
        self.numbers = _places_by_number(numbered)
        self.borders = [place for place, entry in enumerate(entries) if _is_border(entry.line.text)]
        self.one_per_line = _is_one_per_line(entries)
        self.base_indent = _commonest_indent(entries)
        self.width = usual_width([entry.line for entry in entries])

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

    def texts_below(self, count: int) -> list[str]:
        """The words of the next lines."""
        return [entry.line.text for entry in self.entries[self.place + 1 : self.place + 1 + count]]

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
        return first is not None and first < self._border_below(self.place)

    def comes_below(self, number: int, place: int) -> bool:
        """Whether a line below a place begins with a number, as far as the numbering of its part reaches."""
        places = self.numbers.get(number, [])
        after = bisect_right(places, place)
        return after < len(places) and places[after] < self._border_below(place)

    def _border_below(self, place: int) -> int:
        after = bisect_right(self.borders, place)
        return self.borders[after] if after < len(self.borders) else len(self.entries)

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
        if block is None or block.kind in _NEVER_OPEN or block.rows or self._below_title:
            return True
        return CLOSED.search(self.end[-20:]) is not None

    @property
    def ended(self) -> bool:
        """Whether the block before ends a sentence or a paragraph: a semicolon, a colon, a full stop."""
        block = self.current
        if block is None or block.kind in HEADINGS or block.rows or self._below_title:
            return True
        return ENDED.search(self.end[-20:]) is not None

    @property
    def _below_title(self) -> bool:
        """Whether the title of a text that a paragraph announced ends with the line above."""
        return self.announced and self.place == self.title_until

    @property
    def after_pause(self) -> bool:
        """Whether a blank line and a pause part the line from the one above, on one page."""
        unfinished = MID_SENTENCE.search(self.end) is not None
        return self.closed and not unfinished and self.line.gap > 0 and not self.line.turned

    @property
    def broken_off(self) -> bool:
        """Whether the line above had room for the next word and leads over to none: it may end a paragraph."""
        above = self.entries[self.place - 1].line if self.place else None
        return above is not None and had_room(above, self.line, self.width) and not leads_over(self.end)

    @property
    def parted(self) -> bool:
        """Whether the line stands apart without any pause: a blank line is above it, or the line above broke off."""
        apart = self.fresh and not self.line.turned and not leads_over(self.end)
        return apart or self.broken_off

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


def _numbered(entries: tuple[Labelled, ...]) -> dict[int, Label]:
    """The numbers that lines begin with, by the places of the lines."""
    found = ((place, labels.numbered(entry.line.text)) for place, entry in enumerate(entries))
    return {place: label for place, label in found if label is not None}


def _places_by_number(numbered: dict[int, Label]) -> dict[int, list[int]]:
    """The places of the lines that begin with a number and a sentence."""
    places: dict[int, list[int]] = {}
    for place, label in numbered.items():
        if CAPITAL.match(label.rest):
            places.setdefault(labels.leading_number(label.bare), []).append(place)
    return places


def _is_border(text: str) -> bool:
    """Whether a line begins another part, an annex or an article, with a numbering of its own."""
    return is_enacting(text) is not None or labels.annex(text) is not None or labels.article(text) is not None


def _is_one_per_line(entries: tuple[Labelled, ...]) -> bool:
    """Whether each line is a whole paragraph: long lines, and no blank ones between."""
    lengths = sorted(len(entry.line.text) for entry in entries)
    apart = sum(1 for entry in entries if entry.line.gap)
    return bool(lengths) and lengths[len(lengths) // 2] > 130 and apart <= 0.1 * len(entries)


def _commonest_indent(entries: tuple[Labelled, ...]) -> int:
    counted = Counter(entry.line.indent for entry in entries).most_common(1)
    return counted[0][0] if counted else 0
