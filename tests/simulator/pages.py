"""From a tree to pages: what is printed in order, set in lines, and cut into pages with their notes.

Every flavour prints these pages in its own way, so that all of them break a text where a printer would.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from tests.simulator.tree import Node, Note, Text, closing, printed_label

MARK = re.compile(r"\[\^(\d+)\]")

# A word is parted where a vowel is followed by a consonant and a vowel, as typesetters mostly do.
_PARTING = re.compile(r"(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprstv][aeiou][a-z]{2})")
_PLAIN_WORD = re.compile(r"[a-z]{9,}")


class Breaks(Enum):
    """Where a line may end beside the spaces: nowhere else, after a hyphen, or within a long word too."""

    SPACES = auto()
    HYPHENS = auto()
    WORDS = auto()


class Kind(Enum):
    """What a block is."""

    ENACTING = auto()
    PREAMBULAR = auto()
    OPERATIVE = auto()
    ITEM = auto()
    TAIL = auto()
    HEADING = auto()
    CLOSING = auto()
    ANNEX = auto()
    ANNEX_TITLE = auto()
    ANNEX_PARAGRAPH = auto()


@dataclass(frozen=True)
class Block:
    """Something printed as one paragraph; `label` as it is printed ("1.", "(b)"), `level` the depth of an item."""

    kind: Kind
    words: str
    label: str = ""
    opening: str = ""
    level: int = 0


@dataclass(frozen=True)
class Fragment:
    """The lines of a block that stand on one page, and whether it begins there."""

    block: Block
    lines: tuple[str, ...]
    begins: bool

    @property
    def words(self) -> str:
        """The fragment on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True)
class Page:
    """A page's fragments, and the notes that are first marked on it."""

    fragments: tuple[Fragment, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Setting:
    """How a text is set: letters a line, lines a page, and where a line may end."""

    width: int
    length: int
    breaks: Breaks = Breaks.HYPHENS


def blocks(text: Text) -> tuple[Block, ...]:
    """What is printed between the masthead and the notes, in order."""
    return (
        Block(Kind.ENACTING, f"The {text.head.organ},"),
        *(Block(Kind.PREAMBULAR, node.words, opening=node.opening) for node in text.preamble),
        *(block for node in text.operative for block in _of_node(Kind.OPERATIVE, node)),
        *(block for section in text.sections for block in (
            Block(Kind.HEADING, section.label),
            *([Block(Kind.HEADING, section.title)] if section.title else []),
            *(block for node in section.paragraphs for block in _of_node(Kind.OPERATIVE, node)),
        )),
        *(Block(Kind.CLOSING, line) for line in closing(text.head)),
        *(block for annex in text.annexes for block in (
            Block(Kind.ANNEX, annex.label),
            Block(Kind.ANNEX_TITLE, annex.title),
            *(block for node in annex.paragraphs for block in _of_node(Kind.ANNEX_PARAGRAPH, node)),
        )),
    )  # fmt: skip


def lay_out(text: Text, setting: Setting) -> tuple[Page, ...]:
    """The pages of a text. A note stands where its first mark does; a heading never ends a page."""
    waiting = {note.label: note for note in text.notes}
    fragments: list[Fragment] = []
    pages: list[Page] = []
    used = 0
    for block in blocks(text):
        lines = set_lines(f"{block.label} {block.words}".lstrip(), setting)
        for place, line in enumerate(lines):
            if used >= setting.length and _may_break(fragments):
                pages.append(_page(fragments, waiting))
                fragments, used = [], 0
            if fragments and place and fragments[-1].block is block:
                fragments[-1] = replace(fragments[-1], lines=(*fragments[-1].lines, line))
            else:
                fragments.append(Fragment(block, (line,), begins=place == 0))
            used += 1
    return (*pages, _page(fragments, waiting))


def set_lines(words: str, setting: Setting) -> tuple[str, ...]:
    """Words in lines."""
    lines = [""]
    for word in words.split():
        rest = word
        while rest:
            room = setting.width - len(lines[-1]) - bool(lines[-1])
            if len(rest) <= room or not lines[-1]:
                lines[-1] = f"{lines[-1]} {rest}".lstrip()
                break
            front, back = _parted(rest, room, setting)
            if front:
                lines[-1] = f"{lines[-1]} {front}".lstrip()
            lines.append("")
            rest = back
    return tuple(lines)


def _parted(word: str, room: int, setting: Setting) -> tuple[str, str]:
    """What of a word still fits on the line, hyphen included, and what goes to the next."""
    if setting.breaks == Breaks.SPACES:
        return "", word
    for place in range(min(room, len(word) - 1), 2, -1):
        if word[place - 1] == "-" and word[place - 2].isalpha() and word[place].isalpha():
            return word[:place], word[place:]
    plain = _PLAIN_WORD.match(word) if setting.breaks == Breaks.WORDS else None
    if plain:
        for parting in reversed(list(_PARTING.finditer(plain.group()))):
            if parting.start() < room:
                return word[: parting.start()] + "-", word[parting.start() :]
    return "", word


def _may_break(fragments: list[Fragment]) -> bool:
    return bool(fragments) and fragments[-1].block.kind not in {Kind.ENACTING, Kind.HEADING, Kind.CLOSING, Kind.ANNEX}


def _page(fragments: list[Fragment], waiting: dict[str, Note]) -> Page:
    marked = MARK.findall(" ".join(fragment.words for fragment in fragments))
    notes = [waiting.pop(label) for label in dict.fromkeys(marked) if label in waiting]
    return Page(tuple(fragments), tuple(notes))


def _of_node(kind: Kind, node: Node, level: int = 0) -> Iterator[Block]:
    yield Block(kind, node.words, printed_label(node.label, level), node.opening, level)
    for item in node.items:
        yield from _of_node(Kind.ITEM, item, level + 1)
    if node.tail:
        yield Block(Kind.TAIL, node.tail)
