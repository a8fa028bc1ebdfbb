"""From blocks to the tree of a resolution: items nested under their paragraphs, headings and annexes in their places,
every node with its anchor, its words, its marks and its lines.
"""

import re
from collections.abc import Sequence

import msgspec

from generator import anchors
from generator.model import Annex, Heading, Paragraph, Table, Tail
from generator.reading.blocks import Kind
from generator.reading.nesting import Node, Piece, bare_label, nested
from generator.reading.openings import operative_opening, preambular_opening
from generator.reading.sheet import Ranks, spans


class Tree(msgspec.Struct, frozen=True):
    """The parts of a resolution that come from its blocks."""

    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    annexes: tuple[Annex, ...]


def grow(pieces: Sequence[Piece], rank: Ranks) -> Tree:
    """The tree of the pieces, which stand in the order of the text."""
    return _Growing(pieces, rank).run()


class _Growing:
    """Walks the pieces once and puts each where it belongs."""

    def __init__(self, pieces: Sequence[Piece], rank: Ranks) -> None:
        self.pieces = pieces
        self.rank = rank
        self.register = anchors.Register()
        self.preamble: list[Paragraph] = []
        self.operative: list[Paragraph] = []
        self.headings: list[Heading] = []
        self.annexes: list[Annex] = []
        self.waiting: list[tuple[Piece, str]] = []
        self.article = ""
        self.part = ""
        self.section = ""
        self.sections = 0
        self.section_style = "none"
        self.prefixes = _section_prefixes(_by_annex(pieces)[0])
        self.among_numbered = any(piece.block.kind == Kind.OPERATIVE and piece.block.label for piece in pieces)

    def run(self) -> Tree:
        groups = _by_annex(self.pieces)
        self._body(groups[0])
        self._settle_headings(None)
        for place, group in enumerate(groups[1:], start=1):
            self._annex(group, anchors.annex(place, len(groups) - 1))
        return Tree(tuple(self.preamble), tuple(self.operative), tuple(self.headings), tuple(self.annexes))

    def _body(self, pieces: list[Piece]) -> None:
        places = {"pp": 0, "opu": 0, "pu": 0}
        for node in nested(pieces):
            block = node.piece.block
            if block.kind in {Kind.SECTION, Kind.ARTICLE}:
                self._heading(node.piece, is_part=self._is_part(pieces, node.piece))
                places["pu"] = 0
                if self.prefixes or self.part:
                    places = {"pp": 0, "opu": 0, "pu": 0}
                continue
            prefix = f"{self.part}{self.section}"
            if block.kind == Kind.PREAMBULAR:
                places["pp"] += 1
                self.preamble.append(self._paragraph(node, anchors.preambular(places["pp"], prefix)))
            elif block.kind == Kind.OPERATIVE and block.label:
                self.operative.append(self._paragraph(node, anchors.operative(block.label.bare, prefix)))
            elif block.kind == Kind.OPERATIVE:
                places["opu"] += 1
                anchor = anchors.unnumbered(places["opu"], prefix, among_numbered=self.among_numbered)
                self.operative.append(self._paragraph(node, anchor))
            elif block.kind == Kind.PARAGRAPH:
                places["pu"] += not block.label
                anchor = anchors.annex_paragraph(self.article, block.label.bare if block.label else None, places["pu"])
                self.operative.append(self._paragraph(node, anchor))
            elif block.kind in {Kind.ITEM, Kind.TAIL}:
                places["opu"] += 1
                self.operative.append(
                    self._paragraph(node, anchors.unnumbered(places["opu"], prefix, among_numbered=True))
                )

    def _is_part(self, pieces: list[Piece], piece: Piece) -> bool:
        """Whether a heading is that of a part: above an enacting line, or the first of all where the next one is."""
        place = next(index for index, other in enumerate(pieces) if other is piece)
        return _leads_to_enacting(pieces, place) or (place == 0 and _is_first_part(pieces))

    def _heading(self, piece: Piece, *, is_part: bool) -> None:
        label = piece.block.label
        if is_part and label:
            self.part, self.section, self.sections = f"{label.bare.lower()}-", "", 0
            anchor = anchors.part(label.bare)
        elif piece.block.kind == Kind.ARTICLE and label:
            anchor = self.article = anchors.article(self.part.rstrip("-"), label.bare)
        else:
            anchor = self._section_anchor(label.bare if label else "")
            self.section = f"{anchor.removeprefix(self.part)}-" if self.prefixes else ""
        self.waiting.append((piece, self.register.unique(anchor)))

    def _section_anchor(self, label: str) -> str:
        """A section of the first kind counts; a heading of another kind inside it is named by its letter or order."""
        style = "letter" if re.fullmatch(r"[A-H]", label) else "roman" if label else "none"
        if not self.sections:
            self.section_style = style
        if style == self.section_style:
            self.sections += 1
            return anchors.section(self.sections, self.part)
        return anchors.item(
            anchors.section(self.sections, self.part), label or None, len(self.waiting) + len(self.headings)
        )

    def _paragraph(self, node: Node, anchor: str) -> Paragraph:
        anchor = self.register.unique(anchor)
        self._settle_headings(anchor)
        return self._filled(node, anchor)

    def _settle_headings(self, before: str | None) -> None:
        self.headings += [self._as_heading(piece, anchor, before) for piece, anchor in self.waiting]
        self.waiting = []

    def _as_heading(self, piece: Piece, anchor: str, before: str | None) -> Heading:
        block = piece.block
        label = block.label.printed.rstrip(".") if block.label else None
        return Heading(
            before=before,
            anchor=anchor,
            label=label,
            text=piece.marked.text,
            marks=piece.marked.marks,
            lines=spans(block.numbers, self.rank),
        )

    def _filled(self, node: Node, anchor: str) -> Paragraph:
        piece = node.piece
        block, marked = piece.block, piece.marked
        children = tuple(
            self._filled(child, self.register.unique(anchors.item(anchor, bare_label(child.piece), place)))
            for place, child in enumerate(node.children, start=1)
        )
        label = block.label
        return Paragraph(
            anchor=anchor,
            label=(label.bare or None) if label else None,
            printed=label.printed if label else None,
            opening=_opening_words(node, marked.text),
            text=marked.text,
            marks=marked.marks,
            children=children,
            lines=spans(block.numbers, self.rank),
            themes=(),
            addressees=(),
            citations=(),
            tail=self._tail(node.tail),
            tables=_tables(piece) or msgspec.UNSET,
        )

    def _tail(self, piece: Piece | None) -> Tail | msgspec.UnsetType:
        if piece is None:
            return msgspec.UNSET
        return Tail(piece.marked.text, piece.marked.marks, spans(piece.block.numbers, self.rank))

    def _annex(self, pieces: list[Piece], anchor: str) -> None:
        head, *rest = pieces
        headings, self.headings = self.headings, []
        label = head.block.label
        paragraphs: list[Paragraph] = []
        where, section, unnumbered = anchor, 0, 0
        restarts = _restarts(rest)
        for node in nested(rest):
            block = node.piece.block
            if block.kind == Kind.ARTICLE and block.label:
                where, unnumbered = anchors.article(anchor, block.label.bare), 0
                self.waiting.append((node.piece, self.register.unique(where)))
            elif block.kind == Kind.ENACTING:
                continue
            elif block.kind == Kind.SECTION:
                section += 1
                name = f"{anchor}-s{section}"
                where, unnumbered = (name if restarts else anchor), (0 if restarts else unnumbered)
                self.waiting.append((node.piece, self.register.unique(name)))
            else:
                unnumbered += not block.label
                bare = block.label.bare if block.label else None
                place = anchors.annex_paragraph(where, bare, unnumbered)
                paragraphs.append(self._paragraph(node, place))
        self._settle_headings(None)
        own, self.headings = self.headings, headings
        self.annexes.append(
            Annex(
                anchor=self.register.unique(anchor),
                label=label.printed if label else "",
                title=head.marked.text,
                marks=head.marked.marks,
                lines=spans(head.block.numbers, self.rank),
                headings=tuple(own),
                paragraphs=tuple(paragraphs),
            )
        )


def _leads_to_enacting(pieces: list[Piece], place: int) -> bool:
    return place + 1 < len(pieces) and pieces[place + 1].block.kind == Kind.ENACTING


def _is_first_part(pieces: list[Piece]) -> bool:
    """Whether the text begins with "A" and a part "B" with an enacting line of its own follows."""
    first = pieces[0].block.label
    if pieces[0].block.kind != Kind.SECTION or first is None or first.bare != "A":
        return False
    labelled = ((place, piece.block) for place, piece in enumerate(pieces) if piece.block.kind == Kind.SECTION)
    seconds = (place for place, block in labelled if block.label and block.label.bare == "B")
    return any(_leads_to_enacting(pieces, place) for place in seconds)


def _by_annex(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of the text itself, then those of each annex; the letter of a part leads back to the text."""
    groups: list[list[Piece]] = [[]]
    into = 0
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        if piece.block.kind == Kind.ANNEX:
            groups.append([])
            into = len(groups) - 1
        elif piece.block.kind == Kind.SECTION and after is not None and after.block.kind == Kind.ENACTING:
            into = 0
        groups[into].append(piece)
    return groups


def _section_prefixes(pieces: Sequence[Piece]) -> bool:
    """Whether anchors need their section: its numbering restarts, or it has preambular paragraphs of its own."""
    return _restarts(pieces) or _preamble_in_section(pieces)


def _restarts(pieces: Sequence[Piece]) -> bool:
    seen: set[str] = set()
    in_section = False
    for piece in pieces:
        block = piece.block
        if block.kind == Kind.ENACTING:
            seen = set()
        if block.kind in {Kind.SECTION, Kind.ARTICLE}:
            in_section = True
        if block.kind in {Kind.OPERATIVE, Kind.PARAGRAPH} and block.label:
            if block.label.bare in seen and in_section:
                return True
            seen.add(block.label.bare)
    return False


def _preamble_in_section(pieces: Sequence[Piece]) -> bool:
    in_section = operative_seen = False
    for piece in pieces:
        kind = piece.block.kind
        if kind == Kind.ENACTING:
            in_section = operative_seen = False
        elif kind == Kind.SECTION:
            in_section = True
        elif kind == Kind.OPERATIVE:
            operative_seen = True
        elif kind == Kind.PREAMBULAR and in_section and operative_seen:
            return True
    return False


def _opening_words(node: Node, text: str) -> str | None:
    if node.kind == Kind.PREAMBULAR:
        found = preambular_opening(text)
    elif node.kind == Kind.OPERATIVE:
        found = operative_opening(text)
    else:
        return None
    return found.words if found else None


def _tables(piece: Piece) -> tuple[Table, ...]:
    """The tables of a block; each stands after the words above it."""
    tables: list[tuple[int, list[tuple[str, ...]]]] = []
    for after, cells in piece.block.rows:
        if tables and tables[-1][0] == after:
            tables[-1][1].append(cells)
        else:
            tables.append((after, [cells]))
    return tuple(Table(at, tuple(rows)) for at, (_, rows) in zip(piece.tables_at, tables, strict=True))
