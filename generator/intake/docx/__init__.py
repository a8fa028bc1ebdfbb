"""A Word file becomes marked text: its own footnotes, its cross-references to them, its automatic numbers.

Headers, footers, comments, hidden and deleted words are left out and said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from lxml import etree

from generator.intake.docx.numbering import Counters, number_as, numbering_of
from generator.intake.docx.parts import Parts, W, child, is_on, parts_of, value
from generator.intake.docx.runs import NoteReference, Piece, paragraph_text, pieces_of, references
from generator.intake.marked import Note, clean, marked_text, table_rows, unpaired
from generator.intake.taken import Refusal, Taken

Labels = Mapping[tuple[str, str], str]


class Numbering(msgspec.Struct, frozen=True):
    """What tells the label of a paragraph: the list and depth that styles give, and the running counts."""

    styles: Mapping[str, tuple[str, int]]
    counters: Counters


def docx_text(content: bytes) -> Taken | Refusal:
    """The text of a Word file in the sixth flavour, or a refusal: encrypted, broken."""
    parts = parts_of(content)
    if isinstance(parts, Refusal):
        return parts
    body = child(parts["document.xml"], "body")
    if body is None:
        return Refusal("this Word file is broken: it has no body")
    order = tuple(references(body))
    labels = _labels(order, parts)
    printed = frozenset(labels.values())
    blocks = tuple(_blocks(body, labels, printed, Numbering(_style_lists(parts), Counters(numbering_of(parts)))))
    notes = tuple(_notes(order, labels, parts, printed))
    return Taken(
        text=marked_text(blocks, notes),
        remarks=(*_changes(body, parts), *unpaired(blocks, notes)),
        furniture=tuple(_furniture(parts, body)),
    )


def _labels(order: Iterable[NoteReference], parts: Parts) -> dict[tuple[str, str], str]:
    """The printed label of each note, counted in the order of the references."""
    labels: dict[tuple[str, str], str] = {}
    counts = {kind: _first_number(kind, parts) for kind in ("footnote", "endnote")}
    for each in order:
        if (each.kind, each.id) in labels:
            continue
        if each.custom:
            labels[each.kind, each.id] = each.custom
            continue
        number, form = counts[each.kind]
        labels[each.kind, each.id] = number_as(number, form)
        counts[each.kind] = number + 1, form
    return labels


def _first_number(kind: str, parts: Parts) -> tuple[int, str]:
    """Where the numbering of notes begins and how it is written: the section says it, else the settings."""
    places = [*parts["document.xml"].iter(f"{W}{kind}Pr")]
    if "settings.xml" in parts:
        places += parts["settings.xml"].iter(f"{W}{kind}Pr")
    starts = [value(child(place, "numStart")) for place in places]
    forms = [value(child(place, "numFmt")) for place in places]
    start = next((each for each in starts if each and each.isdigit()), "1")
    return int(start[:6]), next((form for form in forms if form), "decimal" if kind == "footnote" else "lowerRoman")


def _style_lists(parts: Parts) -> dict[str, tuple[str, int]]:
    """The list that a paragraph style belongs to, its own or that of the style it is based on."""
    styles = (
        {value(style, "styleId") or "": style for style in parts["styles.xml"].findall(W + "style")}
        if "styles.xml" in parts
        else {}
    )
    found: dict[str, tuple[str, int]] = {}
    for name in styles:
        style, seen = name, set[str]()
        while style in styles and style not in seen:
            seen.add(style)
            listed = _listed(child(styles[style], "pPr", "numPr"))
            if listed:
                found[name] = listed
                break
            style = value(child(styles[style], "basedOn")) or ""
    return found


def _listed(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and depth that <w:numPr> names."""
    list_id, depth = value(child(properties, "numId")), value(child(properties, "ilvl")) or "0"
    return (list_id, int(depth)) if list_id and depth.isdigit() and len(depth) == 1 else None


def _blocks(element: etree._Element, labels: Labels, printed: frozenset[str], numbering: Numbering) -> Iterator[str]:
    """Paragraphs and tables in order. A paragraph whose end was deleted runs on into the next."""
    carried = ""
    for part in element:
        if part.tag == W + "p":
            text = carried + _paragraph(part, labels, printed, numbering)
            carried = text if child(part, "pPr", "rPr", "del") is not None else ""
            if not carried:
                yield clean(text)
                yield from _boxes(part, labels, printed, numbering)
        elif part.tag == W + "tbl":
            yield from _table(part, labels, printed, numbering)
        elif part.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"):
            yield from _blocks(part, labels, printed, numbering)
    yield clean(carried)


def _boxes(paragraph: etree._Element, labels: Labels, printed: frozenset[str], numbering: Numbering) -> Iterator[str]:
    """The text boxes that hang on a paragraph, once each (Word writes an older form of each beside it)."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(str(ancestor.tag).endswith("}Fallback") for ancestor in box.iterancestors()):
            yield from _blocks(box, labels, printed, numbering)


def _paragraph(paragraph: etree._Element, labels: Labels, printed: frozenset[str], numbering: Numbering) -> str:
    text = paragraph_text(pieces_of(paragraph, labels), printed)
    properties = child(paragraph, "pPr")
    listed = _listed(child(properties, "numPr")) or numbering.styles.get(value(child(properties, "pStyle")) or "")
    if listed is None or listed[0] == "0" or not text.strip():
        return text
    label = numbering.counters.label(*listed)
    return f"{label} {text}" if label else text


def _table(table: etree._Element, labels: Labels, printed: frozenset[str], numbering: Numbering) -> Iterator[str]:
    """A table with lines between its columns as a table; one without (a masthead) as paragraphs."""
    rows = [
        [list(_blocks(cell, labels, printed, numbering)) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")
    ]
    if _is_ruled(table) and len(rows) > 1 and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1:
        yield table_rows([[" ".join(filter(None, cell)) for cell in row] for row in rows])
    else:
        yield from (block for row in rows for cell in row for block in cell)


def _is_ruled(table: etree._Element) -> bool:
    style = (value(child(table, "tblPr", "tblStyle")) or "").lower()
    inner = value(child(table, "tblPr", "tblBorders", "insideV"))
    edges = (value(edge) for cell in table.iter(W + "tcBorders") for edge in cell.iterchildren(W + "left", W + "right"))
    return "grid" in style or any(edge not in (None, "nil", "none") for edge in (inner, *edges))


def _notes(order: Sequence[NoteReference], labels: Labels, parts: Parts, printed: frozenset[str]) -> Iterator[Note]:
    """The notes in the order of their first reference."""
    texts = {
        (kind, value(note, "id") or ""): note
        for kind in ("footnote", "endnote")
        for note in (parts.get(f"{kind}s.xml", ()))
    }
    for key in dict.fromkeys((each.kind, each.id) for each in order):
        if key in texts:
            paragraphs = [paragraph_text(pieces_of(each, labels), printed) for each in texts[key].iter(W + "p")]
            text = clean(" ".join(paragraphs)).removeprefix(labels[key] if not labels[key].isdigit() else "")
            yield Note(labels[key], text.strip())


def _changes(body: etree._Element, parts: Parts) -> Iterator[str]:
    """What change tracking left open, and comments."""
    pieces = _all_pieces(body)
    for change, said in (("added", "tracked insertion kept"), ("deleted", "tracked deletion left out")):
        for words in pieces[change]:
            yield f"{said}: {words}"
    if "comments.xml" in parts and len(parts["comments.xml"]):
        yield f"{len(parts['comments.xml'])} comments left out"
    if any(is_on(each) and value(each) in ("eachPage", "eachSect") for each in body.iter(W + "numRestart")):
        yield "the notes restart on each page or section in Word; they are numbered through here"


def _all_pieces(body: etree._Element) -> dict[str, list[str]]:
    """The words that were added, deleted or hidden, by paragraph."""
    found: dict[str, list[str]] = {"added": [], "deleted": [], "hidden": []}
    for paragraph in body.iter(W + "p"):
        pieces: list[Piece] = pieces_of(paragraph, {})
        for change, texts in found.items():
            words = clean("".join(piece.text for piece in pieces if piece.change == change))
            if words:
                texts.append(words)
    return found


def _furniture(parts: Parts, body: etree._Element) -> Iterator[str]:
    """Headers, footers and hidden words, each different one once."""
    for name in sorted(parts):
        kind = next((kind for kind in ("header", "footer") if name.startswith(kind)), None)
        if kind:
            texts = (paragraph_text(pieces_of(each, {}), frozenset()) for each in parts[name].iter(W + "p"))
            words = clean(" ".join(texts))
            if words:
                yield f"{words} ({kind})"
    for words in _all_pieces(body)["hidden"]:
        yield f"{words} (hidden)"
