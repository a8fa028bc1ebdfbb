"""A resolution as Akoma Ntoso 3.0, the XML of legal documents, marked up as the United Nations' guidelines have it.

`akoma_ntoso` takes a text and the authority files and gives the document, valid against the OASIS schema. Every part
that has an anchor carries it as `GUID` beside its `eId`. The choice of elements is docs/decisions/0006-akoma-ntoso.md.
"""

from collections.abc import Iterable, Iterator

import msgspec

from generator.authorities import Authorities
from generator.citing.works import kind
from generator.exports import arrangement
from generator.exports.arrangement import Printed
from generator.exports.eids import eids
from generator.exports.elements import Element, element, printed
from generator.exports.frontispiece import cover_page, preface
from generator.exports.inline import words
from generator.exports.metadata import metadata, metadata_of_annex
from generator.exports.notes import CLOSING, Placing
from generator.exports.paragraphs import Apparatus, numbered, preambular, preambular_in_body
from generator.model import Annex, Heading, MastheadField, Resolution

ENACTING = "enactingFormula"


def path(symbol: str) -> str:
    """Where the XML of a text stands, relative to the site's root: `A/RES/59/166.xml`."""
    return f"{symbol}.xml"


def akoma_ntoso(text: Resolution, authorities: Authorities) -> str:
    """Give a text as an XML document: the same characters for the same values."""
    known = eids(text)
    apparatus = Apparatus(known, Placing(text, known))
    # In the order of the document, since a note stands at its first mark; the metadata know then which have none.
    parts = [
        *cover_page(text),
        *preface(text, apparatus.notes),
        *_preamble(text, apparatus),
        _body(arrangement.body(text), text, apparatus),
        *_conclusions(text, apparatus),
        *_attachments(text, apparatus),
    ]
    meta = metadata(text, authorities, apparatus.notes.without_place(text))
    return printed(element("akomaNtoso", {}, element("statement", {"name": kind(text.symbol).lower()}, meta, *parts)))


def _preamble(text: Resolution, apparatus: Apparatus) -> Iterator[Element]:
    """The organ's name and the preambular paragraphs, unless the text is told in the order of print."""
    if arrangement.in_print_order(text) or not (text.enacting or text.preamble):
        return
    organ = [element("formula", {"name": ENACTING}, element("p", {}, text.enacting))] if text.enacting else []
    yield element("preamble", {}, *organ, *(preambular(paragraph, apparatus) for paragraph in text.preamble))


def _body(said: Iterable[Printed], text: Resolution, apparatus: Apparatus) -> Element:
    """A body with its parts, sections and articles, each holding what stands under its heading."""
    body = element("mainBody", {})
    opened: list[tuple[Heading, Element]] = []
    before = {paragraph.anchor for paragraph in text.preamble}
    for one in said:
        while isinstance(one, Heading) and opened and arrangement.ends(opened[-1][0], one):
            opened.pop()
        around = opened[-1][1] if opened else body
        if isinstance(one, Heading):
            opened.append((one, _division(one, apparatus)))
            around.append(opened[-1][1])
        elif isinstance(one, MastheadField):
            content = element("content", {}, element("p", {}, one.text))
            around.append(element("hcontainer", {"name": ENACTING}, content))
        else:
            around.append((preambular_in_body if one.anchor in before else numbered)(one, apparatus))
    if not len(body):
        body.append(element("p", {}))
    return body


def _division(heading: Heading, apparatus: Apparatus) -> Element:
    """A part, section or article, as yet with its heading alone."""
    number = [element("num", {}, heading.label)] if heading.label else []
    said = words(heading.text, (), apparatus.notes.marks(heading.marks, heading.anchor))
    title = [element("heading", {}, *said)] if said else []
    identity = {"eId": apparatus.eids[heading.anchor], "GUID": heading.anchor}
    return element(arrangement.kind_of(heading), identity, *number, *title)


def _conclusions(text: Resolution, apparatus: Apparatus) -> Iterator[Element]:
    """The meeting, the date and the vote, a line each as printed."""
    if text.closing is None:
        return
    lines, start = [], 0
    for line in text.closing.text.split("\n"):
        end = start + len(line)
        inside = [mark for mark in text.closing.marks if start <= mark.at <= end]
        marks = [msgspec.structs.replace(mark, at=mark.at - start) for mark in inside]
        lines.append(element("p", {}, *words(line, (), apparatus.notes.marks(marks, CLOSING))))
        start = end + 1
    yield element("conclusions", {}, *lines)


def _attachments(text: Resolution, apparatus: Apparatus) -> Iterator[Element]:
    annexes = [_attachment(annex, place, text, apparatus) for place, annex in enumerate(text.annexes, start=1)]
    if annexes:
        yield element("attachments", {}, *annexes)


def _attachment(annex: Annex, place: int, text: Resolution, apparatus: Apparatus) -> Element:
    """An annex: what is printed above it, and a document with its paragraphs."""
    title = words(annex.title, (), apparatus.notes.marks(annex.marks, annex.anchor))
    body = _body(arrangement.under_headings(annex.paragraphs, annex.headings), text, apparatus)
    return element(
        "attachment",
        {"eId": apparatus.eids[annex.anchor], "GUID": annex.anchor},
        element("heading", {}, annex.label),
        *([element("subheading", {}, *title)] if title else ()),
        element("doc", {"name": "annex"}, metadata_of_annex(text, annex, place), body),
    )
