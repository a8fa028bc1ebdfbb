"""The words of a Word paragraph: runs, fields and note references, in order, as marked text.

Three things print a mark: a reference to a note, a cross-reference to one (a NOTEREF field), and a plain superscript
number typed by hand. What was deleted under change tracking, and what is hidden, is kept apart.
"""

from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree

from generator.intake.docx.parts import W, child, is_on, value
from generator.intake.marked import MARK_LABEL, mark

_DROPPED = frozenset({W + "del", W + "moveFrom"})
_ADDED = frozenset({W + "ins", W + "moveTo"})
_SKIPPED = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        W + "tbl",
    }
)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a paragraph, and whether it is shown, was added or deleted under change tracking, or is hidden."""

    text: str
    is_raised: bool = False
    is_noteref: bool = False
    change: str = "kept"


class NoteReference(msgspec.Struct, frozen=True):
    """A reference to a note: its kind and id, and the mark typed by hand where it is not counted."""

    kind: str
    id: str
    custom: str | None


def references(body: etree._Element) -> Iterator[NoteReference]:
    """All references to notes in the order of the text, deleted ones left out."""
    for element in body.iter(W + "footnoteReference", W + "endnoteReference"):
        if any(ancestor.tag in _DROPPED | _SKIPPED - {W + "tbl"} for ancestor in element.iterancestors()):
            continue
        yield reference(element)


def reference(element: etree._Element) -> NoteReference:
    """One reference element."""
    custom = None
    if is_on_attribute(element, "customMarkFollows"):
        run = element.getparent()
        custom = "".join(text.text or "" for text in run.iter(W + "t")).strip() if run is not None else None
    kind = "endnote" if element.tag == W + "endnoteReference" else "footnote"
    return NoteReference(kind=kind, id=value(element, "id") or "", custom=custom or None)


def is_on_attribute(element: etree._Element, name: str) -> bool:
    """A switch written as an attribute."""
    return value(element, name) in ("1", "true", "on")


def paragraph_text(pieces: list[Piece], labels: frozenset[str]) -> str:
    """The shown words of a paragraph. A raised number, or a cross-reference to a note, is a mark if it has a note."""
    text = ""
    shown = [piece for piece in pieces if piece.change in ("kept", "added")]
    for piece in _merged(shown):
        bare = piece.text.strip().strip("[]()/")
        parts = [part.strip() for part in bare.split(",")]
        if (
            (piece.is_raised or piece.is_noteref)
            and bare
            and all(MARK_LABEL.fullmatch(part) for part in parts)
            and (piece.is_noteref or set(parts) <= labels)
        ):
            text += "".join(mark(part) for part in parts) + (" " if piece.text.endswith(" ") else "")
        else:
            text += piece.text
    return text


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring raised runs as one: Word splits "12" into "1" and "2" as it likes."""
    run: Piece | None = None
    for piece in pieces:
        if run is not None and run.is_raised and piece.is_raised and run.is_noteref == piece.is_noteref:
            run = msgspec.structs.replace(run, text=run.text + piece.text)
            continue
        if run is not None:
            yield run
        run = piece
    if run is not None:
        yield run


class Field:
    """An open field: the instruction read so far, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False


def pieces_of(paragraph: etree._Element, labels: Mapping[tuple[str, str], str]) -> list[Piece]:
    """The pieces of one paragraph. `labels` gives the printed label of a note by its kind and id."""
    fields: list[Field] = []
    return list(_pieces(paragraph, labels, fields, "kept", noteref=False))


def _pieces(
    element: etree._Element, labels: Mapping[tuple[str, str], str], fields: list[Field], change: str, *, noteref: bool
) -> Iterator[Piece]:
    for part in element:
        if part.tag in _SKIPPED or not isinstance(part.tag, str):
            continue
        if part.tag == W + "r":
            yield from _run(part, labels, fields, change, noteref=noteref)
        elif part.tag == W + "fldSimple":
            is_noteref = (value(part, "instr") or "").split()[:1] == ["NOTEREF"]
            yield from _pieces(part, labels, fields, change, noteref=is_noteref)
        else:
            inner = (
                "deleted" if part.tag in _DROPPED else "added" if part.tag in _ADDED and change == "kept" else change
            )
            yield from _pieces(part, labels, fields, inner, noteref=noteref)


def _run(
    run: etree._Element, labels: Mapping[tuple[str, str], str], fields: list[Field], change: str, *, noteref: bool
) -> Iterator[Piece]:
    properties = child(run, "rPr")
    state = "hidden" if is_on(child(properties, "vanish")) and change != "deleted" else change
    raised = value(child(properties, "vertAlign")) == "superscript" or _is_reference_style(properties)
    is_custom = any(is_on_attribute(each, "customMarkFollows") for each in run)
    for part in run:
        if part.tag == W + "fldChar":
            _turn(part, fields)
        elif part.tag == W + "instrText":
            if fields:
                fields[-1].instruction += part.text or ""
        elif part.tag in (W + "footnoteReference", W + "endnoteReference"):
            found = reference(part)
            label = labels.get((found.kind, found.id))
            if label:
                yield Piece(mark(label), change=state)
        elif not (is_custom and part.tag == W + "t") and not _in_instruction(fields):
            text = _character(part)
            if text:
                yield Piece(text, raised, noteref or _in_noteref(fields), state)


def _is_reference_style(properties: etree._Element | None) -> bool:
    style = (value(child(properties, "rStyle")) or "").lower()
    return "reference" in style and ("footnote" in style or "endnote" in style)


def _turn(part: etree._Element, fields: list[Field]) -> None:
    """A field begins, comes to its result, or ends."""
    turn = value(part, "fldCharType")
    if turn == "begin":
        fields.append(Field())
    elif turn == "separate" and fields:
        fields[-1].in_result = True
    elif turn == "end" and fields:
        fields.pop()


def _in_instruction(fields: list[Field]) -> bool:
    return any(not field.in_result for field in fields)


def _in_noteref(fields: list[Field]) -> bool:
    return any(field.instruction.split()[:1] == ["NOTEREF"] for field in fields)


def _character(part: etree._Element) -> str:
    """What one element of a run prints. A symbol of a font of its own is shown as missing."""
    if part.tag in (W + "t", W + "delText"):
        return part.text or ""
    if part.tag == W + "noBreakHyphen":
        return "-"
    if part.tag in (W + "tab", W + "br", W + "cr", W + "ptab"):
        return " "
    return "\ufffd" if part.tag == W + "sym" else ""
