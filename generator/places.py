"""How a place in a text is named in words: "para. 18 (b) (ii)", "preambular para. 3", "annex II, para. 7 (a)".

Takes a text, gives the words by anchor. Abbreviations are those of the United Nations' own footnotes. Where a paragraph
carries no number in print, the words say whose count it is: "preambular para.", "unnumbered para.".
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Annex, Footnote, Heading, Paragraph, Resolution

# op18 · s2-op1 · a-pp3 · annex2-s3-p7 · annex-art3-pu1
_ANCHOR = re.compile(
    r"(?P<around>(?:[a-z0-9]+-)*?)(?P<kind>pp|opu|op|pu|p)(?P<number>\d+)[a-z]*(?:-(?P<again>\d+)\w\w)?"
)
# fn:5 · fn:star · fn:a-5 · fn:5-2nd
_NOTE = re.compile(r"fn:(?:(?P<part>[a-z])-(?!\d+(?:st|nd|rd|th)$))?[a-z0-9]+(?:-(?P<again>\d+)\w\w)?")
_UNNUMBERED = {"op": "operative para.", "opu": "unnumbered para.", "p": "para.", "pu": "unnumbered para."}
_WORD_OF_LABEL = re.compile(r"\s*([A-Za-z]+)\.?\s*(.*)")

Named = Iterator[tuple[str, str]]


def places(resolution: Resolution) -> Mapping[str, str]:
    """Give the words for every paragraph, item, heading, annex and note of a text, by anchor."""
    return dict(_places(resolution))


def _places(resolution: Resolution) -> Named:
    around = dict(_headings(resolution.headings, {}))
    yield from around.items()
    yield from _paragraphs((*resolution.preamble, *resolution.operative), around)
    for annex in resolution.annexes:
        inside = {annex.anchor: _annex(annex)}
        inside |= dict(_headings(annex.headings, inside))
        yield from inside.items()
        yield from _paragraphs(annex.paragraphs, inside)
    for note in resolution.footnotes:
        yield note.anchor, _note(note, around)


def _headings(headings: Iterable[Heading], around: Mapping[str, str]) -> Named:
    known = dict(around)
    for heading in headings:
        outer = known.get(heading.anchor.rpartition("-")[0])
        known[heading.anchor] = f"{outer}, {_heading(heading)}" if outer else _heading(heading)
        yield heading.anchor, known[heading.anchor]


def _heading(heading: Heading) -> str:
    """A part, an article or a section; one without a label is known by its words."""
    own = heading.anchor.rpartition("-")[2]
    label = (heading.label or "").rstrip(". ")
    if article := re.fullmatch(r"art(\w+)", own):
        return f"art. {re.sub(r'(?i)article', '', label).strip() or article[1]}"
    if re.fullmatch(r"[a-z]", own):
        return f"part {label or own.upper()}"
    return f"sect. {label}" if label else f"“{heading.text.strip()}”"


def _annex(annex: Annex) -> str:
    """What an annex is called in running words: "ANNEX II" is "annex II"."""
    label = _WORD_OF_LABEL.fullmatch(annex.label)
    return f"{label[1].lower()} {label[2]}".strip() if label else "annex"


def _note(note: Footnote, around: Mapping[str, str]) -> str:
    """A note; of a part that numbers its notes apart, or of a label that is printed again."""
    anchor = _NOTE.fullmatch(note.anchor)
    outer = around.get(anchor["part"] or "") if anchor else None
    words = f"note {note.label}"
    if anchor and anchor["again"]:
        words += f" (no. {anchor['again']} of that number)"
    return f"{outer}, {words}" if outer else words


def _paragraphs(paragraphs: Iterable[Paragraph], around: Mapping[str, str]) -> Named:
    for paragraph in paragraphs:
        words = _paragraph(paragraph, around)
        yield paragraph.anchor, words
        yield from _items(paragraph.children, words)


def _paragraph(paragraph: Paragraph, around: Mapping[str, str]) -> str:
    anchor = _ANCHOR.match(paragraph.anchor)
    if anchor is None:
        return paragraph.anchor
    outer = around.get(anchor["around"].rstrip("-"))
    if anchor["kind"] == "pp":
        words = f"preambular para. {anchor['number']}"
    elif paragraph.label:
        words = f"para. {paragraph.label}"
    else:
        words = f"{_UNNUMBERED[anchor['kind']]} {anchor['number']}"
    if anchor["again"]:
        words += f" (no. {anchor['again']} of that number)"
    return f"{outer}, {words}" if outer else words


def _items(items: Iterable[Paragraph], above: str) -> Named:
    for place, item in enumerate(items, start=1):
        words = f"{above} ({item.label})" if item.label else f"{above}, item {place}"
        yield item.anchor, words
        yield from _items(item.children, words)
