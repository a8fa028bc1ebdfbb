"""From lines to blocks: a preambular or operative paragraph, an item, a heading, an annex, the closing.

One pass in the order of the text. A line begins a new block where its label, its opening words and the state of the
paragraph before it say so; otherwise it goes on with that paragraph, whatever blank lines or page ends lie between.
"""

import re
from enum import StrEnum
from functools import lru_cache

import msgspec

from generator.reading import closing, labels
from generator.reading.floats import Labelled
from generator.reading.labels import Label
from generator.reading.masthead import ORGANS, phrases
from generator.reading.openings import Opening, operative_opening, preambular_opening
from generator.reading.sheet import Line, Remark, by_rule, warning
from generator.model import Correction


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


class Block(msgspec.Struct):
    """A block while it is being filled: its kind, its label, its lines without the label, and where they stood."""

    kind: Kind
    label: Label | None
    lines: list[Line]
    numbers: list[int]
    rows: list[tuple[int, tuple[str, ...]]]

    @property
    def text_end(self) -> str:
        for line in reversed(self.lines):
            if line.text:
                return line.text
        return ""


class Blocks(msgspec.Struct, frozen=True):
    """All blocks of a text in order, with what was mended and what is unsure."""

    blocks: tuple[Block, ...]
    corrections: tuple[Correction, ...]
    remarks: tuple[Remark, ...]


_ORGAN = "|".join(sorted((re.escape(organ) for organ in ORGANS), key=len, reverse=True))
_ENACTING = re.compile(
    rf"(?i:The ({_ORGAN}))(?: of the United Nations)?,?$|The (?:Council|Commission|Assembly|Committee|Conference|Sub-Commission)[A-Z a-z-]{{0,60}},$"
)
_BROKEN_ENACTING = re.compile(r"T ?h ?e [\w/ .,-]{5,40}[,.]?$")
_MARKS_AT_END = re.compile(r"(?:\s*(?:\ue000\w+\ue001|(?<=[,;:.)”\"\s])\d{1,3}(?:[ ,]+\d{1,3})?|\d{1,2}/))+$")
_CLOSED = re.compile(r"(?:[,;:.…]|[,;] (?:and|or)|\b(?:and|or):?)\s*[\"”’')\]|]*$")
_ENDED = re.compile(r"(?:[;.:…]|; (?:and|or|and/or))\s*[\"”’')\]|]*$")
_PREAMBLE_ENDED = re.compile(r"(?:[,;.:]|[,;] and)\s*[\"”’')\]|]*$")
_THAT = re.compile(r"(?:That|To|By) ")
_NOW_THEREFORE = re.compile(r"Now,? therefore,? ")
_ROW = re.compile(r"\|.*\|$")
_ROW_RULE = re.compile(r"\|(?: ?:?-+:? ?\|)+$")


def is_enacting(text: str) -> str | None:
    """The organ whose enacting line this is, or None: "The General Assembly,", "THE SECURITY COUNCIL"."""
    found = _ENACTING.match(text)
    if found:
        organ = found[1]
        return next((known for known in ORGANS if organ and known.lower() == organ.lower()), organ or "")
    if _BROKEN_ENACTING.match(text) and len(text) < 45:
        return _mended_enacting(text)
    return None


def _mended_enacting(text: str) -> str | None:
    from rapidfuzz import fuzz

    for organ in ORGANS:
        if fuzz.ratio(re.sub(r"[^a-z]", "", text.lower()), re.sub(r"[^a-z]", "", f"the {organ}".lower())) >= 90:
            return organ
    return None


def read_blocks(entries: tuple[Labelled, ...]) -> Blocks:
    """The blocks of a text, from its enacting line on."""
    return _Reading(entries).run()


class _Reading:
    """The pass over the lines. `current` is the block that a line without a start of its own goes on with."""

    def __init__(self, entries: tuple[Labelled, ...]) -> None:
        self.entries = entries
        self.blocks: list[Block] = []
        self.corrections: list[Correction] = []
        self.remarks: list[Remark] = []
        self.zone = "preamble"
        self.last_number = 0
        self.last_section: str | None = None
        self.stack: list[str] = []
        self.numbers_used = any(
            (label := labels.numbered(entry.line.text)) and operative_opening(label.rest) for entry in entries
        )
        lengths = sorted(len(entry.line.text) for entry in entries)
        self.base_indent = _commonest([entry.line.indent for entry in entries])
        spaced = sum(1 for entry in entries if entry.line.gap) > 0.1 * len(entries)
        self.one_per_line = bool(lengths) and lengths[len(lengths) // 2] > 130 and not spaced

    @property
    def current(self) -> Block | None:
        return self.blocks[-1] if self.blocks else None

    def run(self) -> Blocks:
        for index, entry in enumerate(self.entries):
            if not self._start(index, entry):
                self._continue(entry)
        return Blocks(tuple(self.blocks), tuple(self.corrections), tuple(self.remarks))

    # ---- what a line begins -------------------------------------------------------------------------------------

    def _start(self, index: int, entry: Labelled) -> bool:
        text = entry.line.text
        return (
            self._start_enacting(index, entry, text)
            or self._start_annex(entry, text)
            or self._start_closing(entry, text)
            or self._after_closing(index, entry, text)
            or self._start_article(entry, text)
            or self._start_section(index, entry, text)
            or self._start_number(index, entry, text)
            or self._start_item(index, entry, text)
            or self._start_preambular(entry, text)
            or self._start_unnumbered(index, entry, text)
            or self._start_tail(entry, text)
        )

    def _start_enacting(self, index: int, entry: Labelled, text: str) -> bool:
        if is_enacting(text) is None or not (
            self._closed() or self.current is None or self._in(Kind.SECTION, Kind.CLOSING)
        ):
            return False
        below = self.entries[index + 1].line.text if index + 1 < len(self.entries) else ""
        if (
            self.zone == "preamble"
            and self.current is not None
            and not self._in(Kind.SECTION)
            and text[-1:] != ","
            and not operative_opening(below)
        ):
            return False
        self._open(Kind.ENACTING, None, entry, text)
        self.zone, self.last_number, self.stack = "preamble", 0, []
        return True

    def _start_annex(self, entry: Labelled, text: str) -> bool:
        label = labels.annex(text)
        if label is None or self.zone == "preamble" or not (self._ended() or self.zone in {"closed", "annex"}):
            return False
        self._open(Kind.ANNEX, label, entry, label.rest)
        self.zone, self.last_number, self.last_section, self.stack = "annex", 0, None, []
        return True

    def _start_closing(self, entry: Labelled, text: str) -> bool:
        if (
            self.zone in {"closed", "annex"}
            or not closing.opens(text)
            or not (self._ended() or self._fresh(entry.line))
        ):
            return False
        if self.zone == "preamble" and self.current is None:
            return False
        self._open(Kind.CLOSING, None, entry, text)
        self.zone = "closed"
        return True

    def _after_closing(self, index: int, entry: Labelled, text: str) -> bool:
        if self.zone != "closed":
            return False
        block = self.current
        if block is not None and block.kind == Kind.CLOSING and (self._closing_goes_on(entry.line, block, text)):
            self._extend(entry, text)
            return True
        if phrases(text):
            self._open(Kind.MASTHEAD, None, entry, text)
            return True
        if (
            labels.section(text)
            and index + 1 < len(self.entries)
            and is_enacting(self.entries[index + 1].line.text) is not None
        ):
            self._open(Kind.SECTION, labels.section(text), entry, "")
            return True
        if block is not None and block.kind == Kind.STRAY:
            self._extend(entry, text)
        else:
            self._open(Kind.STRAY, None, entry, text)
        return True

    def _closing_goes_on(self, line: Line, block: Block, text: str) -> bool:
        if closing.continues(text):
            return True
        bracket = " ".join(part.text for part in block.lines)
        still_open = bracket.count("(") > bracket.count(")") or bracket.count("[") > bracket.count("]")
        return still_open or (
            not line.gap
            and not bracket.endswith((".", ".)", "]"))
            and not phrases(text)
            and len(text) < 90
            and not closing.STARTS_WITH_DATE.search(bracket)
        )

    def _start_article(self, entry: Labelled, text: str) -> bool:
        label = labels.article(text)
        if label is None or not self._ended() and not self._in(Kind.SECTION, Kind.ANNEX, Kind.ARTICLE):
            return False
        if label.rest and (len(label.rest) > 90 or label.rest.endswith((",", ";"))):
            return False
        self._open(Kind.ARTICLE, label, entry, label.rest)
        self.last_number, self.stack = 0, []
        return True

    def _start_section(self, index: int, entry: Labelled, text: str) -> bool:
        label = labels.section(text)
        if label is None or (self.current is None and not label.bare) or not self._closed(loose=True):
            return False
        if label.rest and not (self._fresh(entry.line) and not label.rest.endswith((",", ";", ".", ":"))):
            return False
        if not self._section_follows(label.bare) or index + 1 >= len(self.entries):
            return False
        self._open(Kind.SECTION, label, entry, label.rest)
        self.last_section, self.stack = label.bare, []
        return True

    def _section_follows(self, bare: str) -> bool:
        last = self.last_section
        if last is None:
            return bare in {"I", "A"}
        if bare in {"I", "A"} and last not in {"H"}:
            return True
        one, other = labels.roman(bare), labels.roman(last)
        if one and other and one == other + 1:
            return True
        return len(bare) == 1 and len(last) == 1 and ord(bare) == ord(last) + 1

    def _start_number(self, index: int, entry: Labelled, text: str) -> bool:
        label = labels.numbered(text)
        expected = self.last_number + 1
        misread = None
        if label is None and self._ended_loosely():
            misread = label = labels.misread_number(text, expected) if expected > 1 or self._fresh(entry.line) else None
            if misread and self.zone == "preamble" and not operative_opening(misread.rest):
                return False
        if label is None or not self._number_here(index, entry, label, expected):
            return False
        if misread or ("," in label.printed and entry.label is None):
            found = text.split(" ")[0]
            self.corrections.append(by_rule(entry.line.number, found, f"{label.bare}.", "misread number"))
            label = label._replace(printed=f"{label.bare}.")
        in_annex = self.zone == "annex"
        self._open(Kind.PARAGRAPH if in_annex else Kind.OPERATIVE, label, entry, label.rest)
        number = labels.leading_number(label.bare)
        if not in_annex and number > expected and self.last_number and number - expected < 50:
            self.remarks.append(
                warning(
                    entry.line.number,
                    "number-skipped",
                    f"paragraph {number} follows {self.last_number}; look whether one is missing",
                )
            )
        self.last_number, self.stack = number, []
        self.zone = "annex" if in_annex else "operative"
        return True

    def _number_here(self, index: int, entry: Labelled, label: Label, expected: int) -> bool:
        number = labels.leading_number(label.bare)
        rest = label.rest or (self.entries[index + 1].line.text if index + 1 < len(self.entries) else "")
        if not re.match(r"[\"“‘'(\[\ue000]?[A-ZÀ-Þ]|\ue000|\(", rest):
            return entry.label is not None and self._closed() and number == expected
        opening = operative_opening(rest)
        fresh_start = self.last_number == 0 or self._in(Kind.SECTION, Kind.ANNEX, Kind.ARTICLE)
        closed = self._closed(loose=True)
        if number == expected:
            return closed or (opening is not None and opening.known)
        if fresh_start and number == 1:
            return closed
        if not closed:
            return False
        if self.zone == "annex":
            return number == 1 or expected < number <= expected + 3
        if number == self.last_number and re.search(r"bis|ter|quater", label.bare):
            return True
        if opening is None or not opening.known:
            return self._fresh(entry.line) and 0 < number - expected < 4
        return number < expected + 60

    def _start_item(self, index: int, entry: Labelled, text: str) -> bool:
        label = labels.item(text)
        if label is None or self.current is None or self._in(Kind.ENACTING, Kind.CLOSING):
            return False
        rest = label.rest or (self.entries[index + 1].line.text if index + 1 < len(self.entries) else "")
        capital = bool(re.match(r"[\"“‘'(\[\ue000]?[A-ZÀ-Þ]", rest))
        block = self.current
        pause = self._closed(loose=True)
        follows = self._item_follows(label.bare)
        if not follows and not (pause and capital):
            return False
        if not capital and not (
            re.search(r"[:;][\"”]?$", _bare_end(block))
            or (self._fresh(entry.line) and pause)
            or (pause and self.one_per_line)
        ):
            return False
        if not pause and not (
            capital and follows and (self._fresh(entry.line) or len(_bare_end(block)) < 60 or self.one_per_line)
        ):
            return False
        if not label.printed.startswith("(") and not (follows and (self.stack or _bare_end(block).endswith(":"))):
            return False
        self._open(Kind.ITEM, label, entry, label.rest)
        self.stack.append(label.bare)
        return True

    def _item_follows(self, bare: str) -> bool:
        if bare in {"a", "i", "1", "A"}:
            return True
        seen = set(self.stack)
        place = labels.letter(bare)
        if place and len(bare) == 1:
            before = chr(ord(bare) - 1)
            if before in seen or {"5": "b", "1": "i"}.get(before):
                return True
        value = labels.roman(bare)
        if value and any(labels.roman(label) == value - 1 for label in seen):
            return True
        if bare.isdigit():
            return bool(seen)
        if place and len(bare) == 2:
            return "z" in seen or any(labels.letter(label) == place - 1 for label in seen)
        return bool(
            place
            and any(
                (labels.letter(label) or 99) < place <= (labels.letter(label) or 0) + 3
                for label in seen
                if labels.letter(label)
            )
        )

    def _start_preambular(self, entry: Labelled, text: str) -> bool:
        block = self.current
        after_heading = self._in(Kind.SECTION, Kind.ENACTING, Kind.ANNEX)
        if self.zone == "operative" and not (
            self._in(Kind.SECTION, Kind.ENACTING) or (block is not None and block.kind == Kind.PREAMBULAR)
        ):
            return False
        if self.zone == "annex" and not (after_heading or self._in(Kind.PARAGRAPH)):
            return False
        if not (block is None or after_heading or self._closed()):
            return False
        opening = preambular_opening(text)
        fresh = self._fresh(entry.line)
        if opening is None or not (opening.known or (fresh and not entry.line.turned) or after_heading):
            return False
        if self.zone == "annex":
            if not _bare_end(block).endswith((",", ";")) and not after_heading:
                return False
            self._open(Kind.PARAGRAPH, None, entry, text)
            return True
        if not opening.known:
            self.remarks.append(
                warning(
                    entry.line.number,
                    "opening-unknown",
                    f"“{opening.words}” is read as the opening of a preambular paragraph by its form; check that a paragraph begins here",
                )
            )
        self._open(Kind.PREAMBULAR, None, entry, text)
        self.stack = []
        return True

    def _start_unnumbered(self, index: int, entry: Labelled, text: str) -> bool:
        if self._in(Kind.ITEM) and _THAT.match(text) is None and not self._ended():
            return False
        fresh = self._fresh(entry.line) and not (entry.line.turned and not self._closed())
        after_heading = self._in(Kind.SECTION, Kind.ENACTING, Kind.ARTICLE, Kind.ANNEX) or self.current is None
        opening = Opening("", known=True) if _NOW_THEREFORE.match(text) else operative_opening(text)
        paused = after_heading or self._closed()
        if not paused:
            return False
        if self.zone == "annex" or self._in(Kind.ARTICLE):
            return self._start_annex_paragraph(index, entry, text, fresh=fresh, after_heading=after_heading)
        if (
            opening is not None
            and opening.known
            and (fresh or after_heading or not self.numbers_used or _bare_end(self.current).endswith((";", ":")))
        ):
            if self.zone == "operative" and not self._ended() and not after_heading:
                return False
            if self.zone == "preamble" and not fresh and not after_heading and self.numbers_used:
                return False
            return self._open_unnumbered(entry, text)
        if self._is_heading(index, entry, text):
            self._open(Kind.SECTION, None, entry, text)
            return True
        if fresh and self._starts_unlabelled_item(entry, text):
            self._open(Kind.ITEM, None, entry, text)
            return True
        if not text[:1].isupper() and text[:1] not in '“"':
            return False
        if not (fresh and not entry.line.turned) and not after_heading:
            return False
        return self._start_unknown(entry, text, after_heading=after_heading)

    def _starts_unlabelled_item(self, entry: Labelled, text: str) -> bool:
        """An item without label: "That …" after a comma, or any sentence or quotation after a colon."""
        if not self._in(Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ITEM):
            return False
        end = _bare_end(self.current)
        if _THAT.match(text) and re.search(r"[:;,]$", end):
            return self.zone == "operative"
        return end.endswith(":") and not entry.line.turned and text[:1] in '“"‘ABCDEFGHIJKLMNOPQRSTUVWXYZ'

    def _is_heading(self, index: int, entry: Labelled, text: str) -> bool:
        """A heading without label: after a lead-in that ends in a colon, above a first numbered paragraph."""
        if not (self._fresh(entry.line) and _bare_end(self.current).endswith(":") and self.zone == "operative"):
            return False
        below = [following.line.text for following in self.entries[index + 1 : index + 4]]
        until = next(
            (place for place, line in enumerate(below) if (label := labels.numbered(line)) and label.bare == "1"), None
        )
        return until is not None and not any(re.search(r"[.,;:]$", line) for line in (text, *below[:until]))

    def _start_unknown(self, entry: Labelled, text: str, *, after_heading: bool) -> bool:
        """A paragraph whose opening words say nothing: a title inside a section, or prose that is kept and said."""
        if self.zone == "preamble":
            if self.current is not None and not after_heading and not _PREAMBLE_ENDED.search(_bare_end(self.current)):
                return False
            if operative_opening(text):
                return self._open_unnumbered(entry, text)
            kind = Kind.PREAMBULAR
        else:
            if not self._ended() and not after_heading:
                return False
            if self._in(Kind.SECTION) and len(text) < 100 and not re.search(r"[.,;:]$", text):
                self._extend(entry, text)
                return True
            kind = Kind.OPERATIVE
        if not self._in(Kind.ENACTING):
            self.remarks.append(
                warning(
                    entry.line.number,
                    "opening-unknown",
                    f"the paragraph “{text[:40]}…” opens with no verb we know; check that a paragraph begins here",
                )
            )
        self._open(kind, None, entry, text)
        return True

    def _open_unnumbered(self, entry: Labelled, text: str) -> bool:
        self._open(Kind.OPERATIVE, None, entry, text)
        self.zone, self.stack = "operative", []
        return True

    def _start_annex_paragraph(
        self, index: int, entry: Labelled, text: str, *, fresh: bool, after_heading: bool
    ) -> bool:
        block = self.current
        if (
            block is not None
            and block.kind in {Kind.ANNEX, Kind.SECTION, Kind.ARTICLE}
            and _looks_like_title(text, block, self.entries[index + 1].line if index + 1 < len(self.entries) else None)
        ):
            self._extend(entry, text)
            return True
        if not after_heading and not (fresh and self._ended()):
            return False
        if not text[:1].isupper() and text[:1] not in '“"‘(':
            return False
        self._open(Kind.PARAGRAPH, None, entry, text)
        self.stack = []
        return True

    def _start_tail(self, entry: Labelled, text: str) -> bool:
        block = self.current
        if block is None or block.kind != Kind.ITEM or not text[:1].islower():
            return False
        ended = bool(re.search(r"(?:[;.]|; (?:and|or))$", _bare_end(block)))
        if not (ended or (self._fresh(entry.line) and not entry.line.turned and self._closed())):
            return False
        self._open(Kind.TAIL, None, entry, text)
        return True

    # ---- going on -----------------------------------------------------------------------------------------------

    def _continue(self, entry: Labelled) -> None:
        text = entry.line.text
        if self.current is None:
            self._open(Kind.PREAMBULAR, None, entry, text)
            return
        if _ROW.match(text):
            self._row(entry, text)
            return
        self._extend(entry, text)

    def _row(self, entry: Labelled, text: str) -> None:
        block = self.current
        assert block is not None
        block.numbers += [*entry.borrowed, entry.line.number]
        if not _ROW_RULE.match(text):
            cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
            block.rows.append((len(block.lines), cells))

    def _extend(self, entry: Labelled, text: str) -> None:
        block = self.current
        assert block is not None
        block.lines.append(msgspec.structs.replace(entry.line, text=text))
        block.numbers += [*entry.borrowed, entry.line.number]

    def _open(self, kind: Kind, label: Label | None, entry: Labelled, text: str) -> None:
        line = msgspec.structs.replace(entry.line, text=text)
        self.blocks.append(Block(kind, label, [line], [*entry.borrowed, entry.line.number], []))

    # ---- the state of the paragraph before ----------------------------------------------------------------------

    def _in(self, *kinds: Kind) -> bool:
        return self.current is not None and self.current.kind in kinds

    def _closed(self, *, loose: bool = False) -> bool:
        block = self.current
        if block is None or block.kind in {
            Kind.SECTION,
            Kind.ANNEX,
            Kind.ARTICLE,
            Kind.ENACTING,
            Kind.MASTHEAD,
            Kind.STRAY,
        }:
            return True
        end = block.text_end
        return bool(_CLOSED.search(_without_marks_at_end(end)[-20:])) or (loose and bool(block.rows))

    def _ended(self) -> bool:
        block = self.current
        if block is None or block.kind in {Kind.ARTICLE, Kind.SECTION, Kind.ANNEX}:
            return True
        return bool(_ENDED.search(_bare_end(block)[-20:])) or bool(block.rows)

    def _ended_loosely(self) -> bool:
        return self._closed() and bool(
            re.search(r"[,;.:]|and$", _bare_end(self.current)[-4:]) or self._in(Kind.SECTION)
        )

    def _fresh(self, line: Line) -> bool:
        if self.one_per_line:
            return True
        if line.turned:
            return line.gap > 0
        return line.gap > 0 or line.indent > self.base_indent


def _bare_end(block: Block | None) -> str:
    """The end of a block's text without the marks that stand there."""
    return _without_marks_at_end(block.text_end) if block else ""


@lru_cache(maxsize=1024)
def _without_marks_at_end(text: str) -> str:
    end = max(0, len(text) - 40)
    return text[:end] + _MARKS_AT_END.sub("", text[end:]).rstrip()


def _looks_like_title(text: str, block: Block, below: Line | None) -> bool:
    """Whether a line under a heading goes on with it: no sentence, and what follows begins afresh."""
    if re.search(r"[.,;:]$", text) or len(text) > 110 or len(block.lines) > 3 or below is None:
        return False
    if labels.numbered(text) or labels.item(text) or _is_preambular(text):
        return False
    return text.isupper() or below.gap > 0 or _begins_afresh(below.text)


def _begins_afresh(text: str) -> bool:
    labelled = labels.numbered(text) or labels.item(text) or labels.article(text)
    return labelled is not None or _is_preambular(text)


def _is_preambular(text: str) -> bool:
    opening = preambular_opening(text)
    return opening is not None and opening.known


def _commonest(values: list[int]) -> int:
    return max(set(values), key=values.count) if values else 0
