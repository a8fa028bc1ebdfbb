"""Items under their paragraphs: which label goes on with which list, and how deep it stands.

"(i)" after "(h)" is a letter unless a roman list begins there; "a." and "(a)" are of two styles and never follow each
other; what a paragraph still says after its last item is its tail.
"""

from collections.abc import Sequence

import msgspec

from generator.reading import labels
from generator.reading.blocks import Block, Kind
from generator.reading.marks import Marked


class Piece(msgspec.Struct, frozen=True):
    """A block with its words read: the text without marks, and the places of its tables in it."""

    block: Block
    marked: Marked
    tables_at: tuple[int, ...] = ()


class Node(msgspec.Struct):
    """An item or paragraph while its children are gathered."""

    piece: Piece
    kind: Kind
    level: int
    style: str
    children: list["Node"]
    tail: Piece | None = None


_HEADINGS = frozenset({Kind.SECTION, Kind.ARTICLE, Kind.ANNEX, Kind.ENACTING})
_STOP = "."
_LETTER, _ROMAN, _ARABIC, _CAPITAL, _NONE = "letter", "roman", "arabic", "capital", "none"


def nested(pieces: Sequence[Piece]) -> list[Node]:
    """Paragraphs with their items under them. "(i)" after "(h)" is a letter unless a roman list begins there."""
    roots: list[Node] = []
    path: list[Node] = []
    for index, piece in enumerate(pieces):
        kind = piece.block.kind
        instead = kind == Kind.TAIL and _goes_on_below(path, pieces[index + 1 : index + 2])
        if kind == Kind.TAIL and path and not instead:
            parent = path[-2] if len(path) > 1 else path[-1]
            if parent.tail is None:
                parent.tail = piece
                del path[path.index(parent) + 1 :]
                continue
        if kind not in {Kind.ITEM, Kind.TAIL} or not path or path[0].kind in _HEADINGS or _is_sibling(path[0], piece):
            node = Node(piece, kind, 0, _NONE, [])
            roots.append(node)
            path = [node]
            continue
        following = [bare_label(after) for after in pieces[index + 1 : index + 4]]
        style, depth = (path[-1].style, len(path) - 1) if instead else _place(path, piece, following)
        node = Node(piece, Kind.ITEM, depth, style, [])
        del path[depth:]
        path[-1].children.append(node)
        path.append(node)
    return roots


def _goes_on_below(path: list[Node], below: Sequence[Piece]) -> bool:
    """Whether an item follows what looks like the end of the paragraph: then it is an item too, in its place."""
    return len(path) > 1 and bool(below) and below[0].block.kind == Kind.ITEM


def _is_sibling(root: Node, piece: Piece) -> bool:
    """Whether an item goes on with a list that stands under a heading, with no paragraph above it."""
    before, label = bare_label(root.piece), bare_label(piece)
    return (
        root.kind == Kind.ITEM and label is not None and any(_follows(before, label, style) for style in _styles(label))
    )


def bare_label(piece: Piece) -> str | None:
    """The bare label of an item, None where it has none."""
    return (piece.block.label.bare or None) if piece.block.kind == Kind.ITEM and piece.block.label else None


def _place(path: list[Node], piece: Piece, following: list[str | None]) -> tuple[str, int]:
    """The style of an item's label and its depth under the paragraph."""
    label = bare_label(piece)
    if label is None:
        depth = len(path) - 1 if path[-1].level and path[-1].style == _NONE else len(path)
        return _NONE, depth
    styles = _styles_as_printed(piece, label)
    continued = [
        (depth, node.style)
        for depth, node in reversed(list(enumerate(path)))
        if depth
        and node.style != _NONE
        and node.style in styles
        and _follows(bare_label(node.piece), label, node.style)
    ]
    begins = [style for style in styles if label == labels.followed(label) and _value(label, style) == 1]
    ends_in_colon = path[-1].piece.marked.text.endswith((":", ": –", ":–"))
    if begins and not continued:
        return begins[0], len(path)
    if begins and continued and ends_in_colon and _goes_on(begins[0], following):
        return begins[0], len(path)
    if (
        begins
        and continued
        and ends_in_colon
        and not any(_follows(label, after, continued[0][1]) for after in following if after)
    ):
        return begins[0], len(path)
    if continued:
        return continued[0][1], continued[0][0]
    for depth, node in reversed(list(enumerate(path))):
        if depth and node.style in styles:
            return node.style, depth
    return styles[0], len(path)


def _goes_on(style: str, following: list[str | None]) -> bool:
    return any(after is not None and _value(after, style) == 2 for after in following)


def _styles_as_printed(piece: Piece, label: str) -> list[str]:
    """The styles a label may be of; "a." and "(a)" are of two, and so never follow each other."""
    in_brackets = piece.block.label is not None and piece.block.label.in_brackets
    return _styles(label) if in_brackets else [f"{style}{_STOP}" for style in _styles(label)]


def _styles(label: str) -> list[str]:
    label = labels.followed(label)
    if label.isdigit():
        return [_ARABIC]
    if label.isupper():
        return [_CAPITAL]
    roman = labels.roman(label) is not None
    if roman and (len(label) > 1 or label == "i"):
        return [_ROMAN, _LETTER] if len(label) == 1 or label == label[0] * 2 else [_ROMAN]
    return [_LETTER, _ROMAN] if roman else [_LETTER]


def _value(label: str, style: str) -> int | None:
    label = labels.followed(label)
    if style.rstrip(_STOP) == _ROMAN:
        return labels.roman(label)
    return int(label) if label.isdigit() else labels.letter(label)


def _follows(before: str | None, label: str, style: str) -> bool:
    if before is None or style.rstrip(_STOP) not in _styles(label):
        return False
    one, other = _value(before, style), _value(label, style)
    return one is not None and other == (one if label != labels.followed(label) else one + 1)
