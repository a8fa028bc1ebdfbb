"""A web page becomes marked text: blocks as paragraphs, <pre> as it stands, notes by their links or raised numbers."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from lxml import etree

from generator.intake.docx.numbering import number_as
from generator.intake.html.notes import Anchors, anchors_of, label_of
from generator.intake.html.tree import is_back_link, page_tree
from generator.intake.marked import Note, clean, mark, marked_text, table_rows, unpaired
from generator.intake.taken import Refusal, Taken

_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "basefont",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "o",
        "st1",
    }
)
_BREAK = "\n"
_PARAGRAPH_AFTER_BREAK = re.compile(r"(\d{1,3}\.|\([a-z]{1,4}\)|[A-Z_\[“\"])")
_ORDER = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_DEEPEST = 200


class Block(msgspec.Struct, frozen=True):
    """One paragraph with its marks; `note` is the label where it is a note; `raw` where it is to stay as it stands."""

    text: str
    note: str | None = None
    raw: bool = False


def html_text(content: bytes) -> Taken | Refusal:
    """The text of a page in the sixth flavour, or a refusal: nothing to read in it."""
    root, left_out, remarks = page_tree(content)
    if root is None:
        return Refusal("there is no text in this HTML file")
    if _depth_exceeds(root):
        return Refusal("this HTML file is nested too deeply to be a text")
    blocks = tuple(_with_sup_notes(tuple(_blocks(root, anchors_of(root)))))
    paragraphs = tuple(block.text for block in blocks if block.note is None and (block.raw or block.text))
    notes = tuple(_notes(blocks))
    return Taken(
        text=marked_text(paragraphs, notes),
        remarks=(*remarks, *unpaired(paragraphs, notes)),
        furniture=left_out,
    )


def _depth_exceeds(root: etree._Element) -> bool:
    """Whether elements stand deeper in one another than any page that was written for people."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _blocks(element: etree._Element, anchors: Anchors, note: str | None = None) -> Iterator[Block]:
    """The blocks of an element in order. Text between blocks is a block by itself."""
    label = anchors.notes.get(element, note)
    inline = element.text or ""
    for part in element:
        if _is_inline(part):
            inline += _inline(part, anchors)
        else:
            yield from _lines(inline, label)
            yield from _block(part, anchors, label)
            inline = ""
        inline += part.tail or ""
    yield from _lines(inline, label)


def _block(part: etree._Element, anchors: Anchors, note: str | None) -> Iterator[Block]:
    if part.tag in ("pre", "xmp", "listing", "plaintext"):
        yield Block(_preformatted(part, anchors), note=anchors.notes.get(part, note), raw=True)
    elif part.tag == "table" and _is_data(part):
        rows = [[_one_line(cell, anchors) for cell in row.iter("td", "th")] for row in part.iter("tr")]
        yield Block(table_rows(rows), note=note, raw=True)
    elif part.tag == "ol":
        yield from _ordered(part, anchors, note)
    else:
        yield from _blocks(part, anchors, note)


def _is_inline(part: etree._Element) -> bool:
    """An inline element without a block in it (old pages put paragraphs into <font>)."""
    if not isinstance(part.tag, str) or part.tag == "br":
        return True
    return part.tag in _INLINE and all(
        not isinstance(each.tag, str) or each.tag in _INLINE or each.tag == "br" for each in part.iterdescendants()
    )


def _inline(part: etree._Element, anchors: Anchors) -> str:
    """The words of an inline element: marks as marks, the number at a note's head as nothing, a break as one."""
    if not isinstance(part.tag, str) or is_back_link(part) or part in anchors.heads:
        return ""
    if part.tag == "br":
        return _BREAK + "\r"
    if part in anchors.marks:
        return mark(anchors.marks[part])
    if part.tag == "sup" and not len(part):
        label = label_of(part)
        return mark(label) if label else part.text or ""
    words = part.text or ""
    for each in part:
        words += _inline(each, anchors) + (each.tail or "")
    return words


def _one_line(element: etree._Element, anchors: Anchors) -> str:
    return " ".join(block.text for block in _blocks(element, anchors))


def _lines(inline: str, note: str | None) -> Iterator[Block]:
    """A run of inline text: one paragraph, or several where breaks part it."""
    parts = inline.split(_BREAK + "\r")
    paragraph = ""
    for part in parts:
        text = clean(part)
        starts = not text or (paragraph.endswith((".", ";", ",", ":", "]", ")")) and _PARAGRAPH_AFTER_BREAK.match(text))
        if paragraph and starts:
            yield Block(paragraph, note=note)
            paragraph = ""
        paragraph = f"{paragraph} {text}".strip()
    if paragraph:
        yield Block(clean(paragraph), note=note)


def _preformatted(element: etree._Element, anchors: Anchors) -> str:
    """Text that stands as it is typed; the reader deals with it as with any plain text."""
    return _inline_raw(element, anchors).replace(_BREAK + "\r", "\n").replace("\r\n", "\n").strip("\n")


def _inline_raw(element: etree._Element, anchors: Anchors) -> str:
    words = element.text or ""
    for each in element:
        words += _inline(each, anchors) + (each.tail or "")
    return words


def _ordered(element: etree._Element, anchors: Anchors, note: str | None) -> Iterator[Block]:
    """A numbered list with its numbers written out: "1.", "(a)", "(i)"; a list of notes keeps the notes' own.

    A list may say where it starts, and an item which number it has: those below it count on from there.
    """
    form = _ORDER.get(element.get("type") or "1", "decimal")
    number = _whole_number(element.get("start"), 1)
    for item in element:
        if item.tag == "li":
            number = _whole_number(item.get("value"), number)
        blocks = list(_blocks(item, anchors, note))
        if item.tag == "li" and item not in anchors.notes and note is None and blocks and blocks[0].note is None:
            printed = number_as(number, form)
            label = f"{printed}." if form in ("decimal", "upperRoman", "upperLetter") else f"({printed})"
            blocks[0] = msgspec.structs.replace(blocks[0], text=f"{label} {blocks[0].text}")
        number += item.tag == "li"
        yield from blocks
        yield from _lines(item.tail or "", note)


def _whole_number(written: str | None, otherwise: int) -> int:
    """The number in an attribute, where one is written there."""
    return int(written) if written and re.fullmatch(r"\d{1,4}", written.strip()) else otherwise


def _is_data(table: etree._Element) -> bool:
    """A table drawn with lines or with head cells, not one that only lays out the page."""
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    regular = len(rows) > 1 and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1
    drawn = (table.get("border") or "0") not in ("0", "") or table.find(".//th") is not None
    return regular and drawn and table.find(".//table") is None


def _with_sup_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """A block that begins with a raised number already used in the text before it is that number's note."""
    used: set[str] = set()
    for block in blocks:
        head = re.match(r"\[\^([^\]]+)\]\s*", block.text)
        if head and block.note is None and head[1] in used and not block.raw:
            yield Block(block.text[head.end() :], note=head[1])
            continue
        used.update(re.findall(r"\[\^([^\]]+)\]", block.text))
        yield block


def _notes(blocks: Sequence[Block]) -> Iterator[Note]:
    """Notes of several blocks as one; what is left of their own number at the head is taken off."""
    texts: dict[str, list[str]] = {}
    for block in blocks:
        if block.note is not None:
            texts.setdefault(block.note, []).append(block.text)
    for label, parts in texts.items():
        text = " ".join(part for part in parts if part)
        printed = re.escape(label)
        yield Note(label, re.sub(rf"^(\[\^{printed}\]|[\[(]?{printed}[\])]?[./]?(?=\s))\s*", "", text).strip())


__all__ = ["html_text"]
