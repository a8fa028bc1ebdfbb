"""Lead the citations of a page to the pages of the same edition, where the documents they name are held there."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator import anchors
from generator.model import Citation, Footnote, Paragraph, Resolution
from generator.symbols import official_url

Held = Mapping[str, frozenset[str]]
"""The symbols of the texts of an edition, each with the anchors of its page."""

# annex II · paragraph 18 (b) (ii) · paras. 3 and 4 · preambular para. 3 · article 6 · section II
_STEP = re.compile(
    r"(?P<preambular>preambular )?(?:operative )?(?P<kind>annex|para|art|sect)[a-z]*\.?"
    r"(?: (?P<label>\d+|[IVXLC]+)(?P<items>(?: ?\([a-z0-9]+\))*))?",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def held_texts(resolutions: Iterable[Resolution]) -> Held:
    """Give what an edition holds."""
    return {text.symbol: frozenset(_anchors(text)) for text in resolutions}


def led_home(resolution: Resolution, held: Held) -> Resolution:
    """Give a text whose citations lead to our own pages where there are any; its twin keeps the official addresses."""

    def led(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(msgspec.structs.replace(one, url=destination(one, resolution.symbol, held)) for one in citations)

    def paragraph(one: Paragraph) -> Paragraph:
        children = tuple(paragraph(child) for child in one.children)
        return msgspec.structs.replace(one, citations=led(one.citations), children=children)

    def note(one: Footnote) -> Footnote:
        return msgspec.structs.replace(one, citations=led(one.citations))

    return msgspec.structs.replace(
        resolution,
        preamble=tuple(map(paragraph, resolution.preamble)),
        operative=tuple(map(paragraph, resolution.operative)),
        annexes=tuple(
            msgspec.structs.replace(one, paragraphs=tuple(map(paragraph, one.paragraphs))) for one in resolution.annexes
        ),
        footnotes=tuple(map(note, resolution.footnotes)),
    )


def destination(citation: Citation, page: str, held: Held) -> str | None:
    """Where a citation on the page of a text leads: our own page and paragraph, the official place, or nowhere."""
    symbol = citation.symbol or (citation.url or "").removeprefix(official_url(""))
    if symbol not in held:
        return citation.url
    place = _anchor(citation.pinpoint, held[symbol]) if citation.symbol else None
    if symbol == page:
        return f"#{place or 'title'}"
    path = posixpath.relpath(f"{symbol}.md", posixpath.dirname(f"{page}.md"))
    return f"{path}#{place}" if place else path


def _anchor(pinpoint: str | None, known: frozenset[str]) -> str | None:
    """The anchor that a place has on a page, or the nearest around it; None where the page has neither."""
    found = None
    for step in _STEP.finditer(pinpoint or ""):
        for anchor in _spelled(step, found):
            if anchor in known:
                found = anchor
    return found


def _spelled(step: re.Match[str], around: str | None) -> Iterator[str]:
    """The anchors that one step of a place may have, from the wide to the narrow."""
    label = step["label"]
    match step["kind"].lower():
        case "annex":
            place = _ROMAN.index(label) + 1 if label in _ROMAN else 1
            yield anchors.annex(place, among=place)
            yield anchors.annex(place, among=place + 1)
        case "sect" if label in _ROMAN:
            yield anchors.section(_ROMAN.index(label) + 1, f"{around}-" if around else "")
        case "art" if label:
            yield anchors.article(around or "", label)
        case "para" if label:
            if step["preambular"]:
                anchor = anchors.preambular(int(label)) if label.isdigit() else ""
            elif around:
                anchor = anchors.annex_paragraph(around, label, 0)
            else:
                anchor = anchors.operative(label)
            yield anchor
            for item in re.findall(r"\((\w+)\)", step["items"]):
                anchor = anchors.item(anchor, item, 0)
                yield anchor


def _anchors(text: Resolution) -> Iterator[str]:
    yield from _of_paragraphs((*text.preamble, *text.operative))
    yield from (heading.anchor for heading in text.headings)
    for annex in text.annexes:
        yield annex.anchor
        yield from (heading.anchor for heading in annex.headings)
        yield from _of_paragraphs(annex.paragraphs)


def _of_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph.anchor
        yield from _of_paragraphs(paragraph.children)
