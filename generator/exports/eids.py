"""The one place that spells an `eId`, the identifier of a part of a text in Akoma Ntoso.

`eids` takes a text and gives the `eId` of everything that has an anchor, by anchor: `op18` is `para_18`, `op8-a` is
`para_8__list_1__point_a`, `annex2-art3-p1` is `att_2__art_3__para_1`. Like an anchor, an `eId` comes from what is
printed and, where nothing is, from the order (`para_nn_1`); it names what is around it where anchors do: a section
counts only where it restarts the numbering. What is printed twice gets a number: `para_5_2`.
Source: Akoma Ntoso Naming Convention 1.0, chapter 5.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator import anchors
from generator.exports.arrangement import in_print_order, kind_of
from generator.exports.notes import called
from generator.model import Annex, Footnote, Heading, Paragraph, Resolution

# op5-2nd, annex-s1-3rd: a repeated anchor stands beside the first, not inside it
_AGAIN = re.compile(r"-\d+(?:st|nd|rd|th)$")
_PLACE = re.compile(r"\d+$")
_DIVISION = re.compile(r"(?i)^(?:article|art\.|section|sect\.|part|chapter)\s+(?=\w)")
_REFERENCES = {"part": "part", "article": "art", "section": "sec"}

Named = Iterator[tuple[str, str]]


def eids(text: Resolution) -> Mapping[str, str]:
    """Give the `eId` of every paragraph, item, heading, annex and note of a text, by anchor; none twice."""
    given: dict[str, str] = {}
    times: dict[str, int] = {}
    for anchor, wanted in _wanted(text, given):
        given[anchor] = _unique(wanted, times)
    return given


def list_of(eid: str) -> str:
    """The list that holds the items of a paragraph or item."""
    return f"{eid}__list_1"


def _wanted(text: Resolution, given: Mapping[str, str]) -> Named:
    """The anchors with their `eId`s, each after those of what is around it, which `given` holds by then."""
    yield from _headings(text.headings, given)
    container = "hcontainer" if in_print_order(text) else "preamble__container"
    for paragraph in text.preamble:
        yield paragraph.anchor, _inside(paragraph.anchor, given, f"{container}_{_place(paragraph.anchor)}")
        yield from _items(paragraph, "item", given)
    yield from _numbered(text.operative, given)
    for place, annex in enumerate(text.annexes, start=1):
        yield from _annex(annex, place, given)
    notes = called(text)
    for note in text.footnotes:
        yield note.anchor, f"{'authorialNote' if note.anchor in notes else 'note'}_{_note(note)}"


def _annex(annex: Annex, place: int, given: Mapping[str, str]) -> Named:
    yield annex.anchor, f"att_{place}"
    yield from _headings(annex.headings, given)
    yield from _numbered(annex.paragraphs, given)


def _headings(headings: Iterable[Heading], given: Mapping[str, str]) -> Named:
    for heading in headings:
        number = _number(_DIVISION.sub("", (heading.label or "").strip()), heading.anchor)
        yield heading.anchor, _inside(heading.anchor, given, f"{_REFERENCES[kind_of(heading)]}_{number}")


def _numbered(paragraphs: Iterable[Paragraph], given: Mapping[str, str]) -> Named:
    for paragraph in paragraphs:
        number = _number(paragraph.label or "", paragraph.anchor)
        yield paragraph.anchor, _inside(paragraph.anchor, given, f"para_{number}")
        yield from _items(paragraph, "point", given)


def _items(parent: Paragraph, reference: str, given: Mapping[str, str]) -> Named:
    for place, item in enumerate(parent.children, start=1):
        number = _number(item.label or "", str(place))
        yield item.anchor, f"{list_of(given[parent.anchor])}__{reference}_{number}"
        yield from _items(item, reference, given)


def _note(note: Footnote) -> str:
    return note.anchor.removeprefix(anchors.footnote(""))


def _inside(anchor: str, given: Mapping[str, str], own: str) -> str:
    """The `eId` after that of the section, part or annex that the anchor names, if it names one."""
    outer = _first(anchor).rpartition("-")[0]
    while outer and outer not in given:
        outer = outer.rpartition("-")[0]
    return f"{given[outer]}__{own}" if outer else own


def _number(label: str, anchor: str) -> str:
    """The printed label without its punctuation; where there is none, the place that the anchor counts."""
    return re.sub(r"[^0-9A-Za-z]", "", label) or f"nn_{_place(anchor)}"


def _place(anchor: str) -> str:
    found = _PLACE.search(_first(anchor))
    return found[0] if found else "1"


def _first(anchor: str) -> str:
    """The anchor that this one repeats, or itself."""
    return _AGAIN.sub("", anchor)


def _unique(wanted: str, times: dict[str, int]) -> str:
    """The identifier, or the same with a number where it is taken; `times` says how often each was wanted."""
    times[wanted] = times.get(wanted, 0) + 1
    return wanted if times[wanted] == 1 else _unique(f"{wanted}_{times[wanted]}", times)
