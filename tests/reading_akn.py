"""Read an Akoma Ntoso document of ours back: its paragraphs, headings, annexes and notes, with all their words.

It knows nothing of how the document was written but the decision record, docs/decisions/0006. `as_printed` gives the
same of a text's twin, to hold against it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from generator.exports.elements import NAMESPACE, allowed
from generator.model import Annex, Footnote, Heading, Mark, Paragraph, Resolution

Element = etree._Element  # noqa: SLF001 (lxml has no public name for the type of what it reads)

_AKN = f"{{{NAMESPACE}}}"
_PARAGRAPHS = ("container", "hcontainer", "paragraph", "point", "item")
_DIVISIONS = ("part", "section", "article")

_WAYS_TO_A_TAIL = (
    ("wrapUp", "p"), ("list", "wrapUp", "p"), ("blockList", "listWrapUp"), ("content", "blockList", "listWrapUp"),
    ("block[@name='wrapUp']",), ("content", "block[@name='wrapUp']"),
)  # fmt: skip

Marked = tuple[str, tuple[tuple[str, int], ...]]
"""Words, and the labels of the marks in them with their offsets."""

NOTHING: Marked = ("", ())


class Passage(NamedTuple):
    """A paragraph or an item, with the anchor of the paragraph around it."""

    anchor: str
    inside: str | None
    printed: str
    own: Marked
    tail: Marked
    tables: tuple[tuple[int, tuple[tuple[str, ...], ...]], ...]


class Title(NamedTuple):
    """The heading of a part, section or article, and the paragraph it stands before."""

    anchor: str
    before: str | None
    label: str
    words: Marked


class Note(NamedTuple):
    """A note, and what it stands for if it is an "Ibid."."""

    anchor: str
    label: str
    text: str
    resolved: str
    rule: str | None
    antecedent: str | None


class Body(NamedTuple):
    """The preambular and the other paragraphs of a text or of an annex, and its headings."""

    preambular: tuple[Passage, ...]
    others: tuple[Passage, ...]
    headings: tuple[Title, ...]


class Document(NamedTuple):
    """All that a text says."""

    title: Marked
    body: Body
    closing: Marked
    annexes: tuple[tuple[str, str, Marked, Body], ...]
    notes: tuple[Note, ...]


def read_back(xml: str) -> Document:
    """Give what a document says."""
    statement = etree.fromstring(xml.encode("utf-8"))[0]
    annexes = statement.iterfind(f"{_AKN}attachments/{_AKN}attachment")
    notes = (note for name in ("authorialNote", "note") for note in statement.iter(f"{_AKN}{name}"))
    return Document(
        title=_marked(statement.find(f".//{_AKN}docTitle")),
        body=_body([part for name in ("preamble", "mainBody") for part in statement.iterfind(f"{_AKN}{name}")]),
        closing=_lines(statement.iterfind(f"{_AKN}conclusions/{_AKN}p")),
        annexes=tuple(_annex(annex) for annex in annexes),
        notes=tuple(sorted(_note(note) for note in notes)),
    )


def as_printed(text: Resolution) -> Document:
    """Give what a text says, by its twin."""
    return Document(
        title=_said(text.title or "", text.title_marks),
        body=Body(_passages(text.preamble), _passages(text.operative), _titles(text.headings)),
        closing=_said(text.closing.text, text.closing.marks) if text.closing else NOTHING,
        annexes=tuple(_annex_as_printed(annex) for annex in text.annexes),
        notes=tuple(sorted(_note_as_printed(note) for note in text.footnotes)),
    )


def _body(parts: list[Element]) -> Body:
    everything = [found for part in parts for found in part.iter() if found.get("GUID")]
    paragraphs = [found for found in everything if _name(found) in _PARAGRAPHS]
    titles = tuple(
        _title(found, everything[place + 1 :]) for place, found in enumerate(everything) if _name(found) in _DIVISIONS
    )
    return Body(
        tuple(_passage(found) for found in paragraphs if _is_preambular(found)),
        tuple(_passage(found) for found in paragraphs if not _is_preambular(found)),
        titles,
    )


def _is_preambular(paragraph: Element) -> bool:
    return _name(paragraph) in {"container", "hcontainer", "item"}


def _passage(paragraph: Element) -> Passage:
    around = (outer for outer in paragraph.iterancestors() if _name(outer) in _PARAGRAPHS)
    own, tables = _own(paragraph)
    return Passage(
        anchor=paragraph.get("GUID", ""),
        inside=next((outer.get("GUID") for outer in around), None),
        printed=_marked(_first(paragraph, (("num",), ("block[@name='num']",))))[0],
        own=own,
        tail=_marked(_first(paragraph, _WAYS_TO_A_TAIL)),
        tables=tables,
    )


def _own(paragraph: Element) -> tuple[Marked, tuple[tuple[int, tuple[tuple[str, ...], ...]], ...]]:
    said, tables = NOTHING, []
    for block in _blocks(paragraph):
        if _name(block) == "p":
            said = _joined(said, _marked(block), "")
        if _name(block) == "table":
            tables.append((len(said[0]), tuple(tuple(_marked(cell[0])[0] for cell in row) for row in block)))
    return said, tuple(tables)


def _blocks(paragraph: Element) -> Iterator[Element]:
    for child in paragraph:
        if _name(child) in {"content", "intro", "list"}:
            yield from _blocks(child)
        elif _name(child) in {"p", "table"}:
            yield child


def _first(around: Element, ways: Iterable[tuple[str, ...]]) -> Element | None:
    """The first element that one of the ways leads to."""
    found = (around.find("/".join(_AKN + name for name in way)) for way in ways)
    return next((one for one in found if one is not None), None)


def _title(division: Element, following: Iterable[Element]) -> Title:
    paragraphs = (found.get("GUID") for found in following if _name(found) in _PARAGRAPHS)
    return Title(
        anchor=division.get("GUID", ""),
        before=next(paragraphs, None),
        label=_marked(division.find(f"{_AKN}num"))[0],
        words=_marked(division.find(f"{_AKN}heading")),
    )


def _annex(annex: Element) -> tuple[str, str, Marked, Body]:
    label, title = annex.find(f"{_AKN}heading"), annex.find(f"{_AKN}subheading")
    body = annex.findall(f"{_AKN}doc/{_AKN}mainBody")
    return annex.get("GUID", ""), _marked(label)[0], _marked(title), _body(body)


def _note(note: Element) -> Note:
    resolved = note.find(f"{_AKN}block")
    source = resolved.find(f"{_AKN}noteRef") if resolved is not None else None
    return Note(
        anchor=note.get("GUID", ""),
        label=note.get("marker", ""),
        text=_marked(note.find(f"{_AKN}p"))[0],
        resolved=_marked(resolved)[0],
        rule=resolved.get("class") if resolved is not None else None,
        antecedent=source.get("marker") if source is not None else None,
    )


def _lines(lines: Iterable[Element]) -> Marked:
    said: Marked | None = None
    for line in lines:
        said = _marked(line) if said is None else _joined(said, _marked(line), "\n")
    return said or NOTHING


def _marked(found: Element | None) -> Marked:
    """The words of an element, and the marks in it: whatever is no formatting or reference is a mark."""
    if found is None:
        return NOTHING
    said: Marked = (found.text or "", ())
    for child in found:
        if _name(child) in {"i", "ref"}:
            said = _joined(said, _marked(child), "")
        else:
            label = child.get("marker") or child.get("title") or ""
            said = said[0], (*said[1], (label, len(said[0])))
        said = said[0] + (child.tail or ""), said[1]
    return said


def _joined(first: Marked, second: Marked, between: str) -> Marked:
    start = len(first[0]) + len(between)
    return first[0] + between + second[0], (*first[1], *((label, at + start) for label, at in second[1]))


def _name(found: Element) -> str:
    return str(etree.QName(found).localname)


def _passages(paragraphs: Iterable[Paragraph], inside: str | None = None) -> tuple[Passage, ...]:
    return tuple(passage for paragraph in paragraphs for passage in _with_items(paragraph, inside))


def _with_items(paragraph: Paragraph, inside: str | None) -> Iterator[Passage]:
    yield Passage(
        anchor=paragraph.anchor,
        inside=inside,
        printed=allowed(paragraph.printed or ""),
        own=_said(paragraph.text, paragraph.marks),
        tail=_said(paragraph.tail.text, paragraph.tail.marks) if paragraph.tail else NOTHING,
        tables=tuple(
            (table.after, tuple(tuple(map(allowed, row)) for row in table.rows)) for table in paragraph.tables or ()
        ),
    )
    yield from _passages(paragraph.children, paragraph.anchor)


def _titles(headings: Iterable[Heading]) -> tuple[Title, ...]:
    return tuple(
        Title(heading.anchor, heading.before, allowed(heading.label or ""), _said(heading.text, heading.marks))
        for heading in headings
    )


def _annex_as_printed(annex: Annex) -> tuple[str, str, Marked, Body]:
    body = Body((), _passages(annex.paragraphs), _titles(annex.headings))
    return annex.anchor, allowed(annex.label), _said(annex.title, annex.marks), body


def _note_as_printed(note: Footnote) -> Note:
    resolved = allowed(note.resolved or "")
    return Note(note.anchor, allowed(note.label), allowed(note.text), resolved, note.rule, note.antecedent)


def _said(text: str, marks: Iterable[Mark]) -> Marked:
    in_order = sorted(marks, key=lambda mark: mark.at)
    return allowed(text), tuple((allowed(mark.footnote), mark.at) for mark in in_order)
