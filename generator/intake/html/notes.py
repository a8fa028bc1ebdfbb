"""Which links and raised numbers of a page are marks, and which stand at the head of a note.

A mark and the number of its note often link to each other; the one that comes first on the page is the mark.
"""

import re
from collections.abc import Mapping

import msgspec
from lxml import etree

from generator.intake.html.tree import words_in
from generator.intake.marked import MARK_LABEL

_LABEL = re.compile(rf"[\[(]?({MARK_LABEL.pattern})[\])]?/?")
_BLOCKS = frozenset({"p", "li", "div", "td", "dd", "dt", "tr", "blockquote", "section"})


class Anchors(msgspec.Struct, frozen=True):
    """Elements with their labels: marks, numbers at the head of a note, blocks that a mark links to."""

    marks: Mapping[etree._Element, str]
    heads: Mapping[etree._Element, str]
    notes: Mapping[etree._Element, str]


def label_of(element: etree._Element) -> str | None:
    """The printed label, if an element's whole text is one: 5, [5], 5/, *."""
    found = _LABEL.fullmatch(words_in(element).strip())
    return found[1] if found else None


def anchors_of(root: etree._Element) -> Anchors:
    """All marks, heads and notes that links on the page itself tell."""
    named = {
        name: element
        for element in root.iter()
        if isinstance(element.tag, str)
        for name in (element.get("id"), element.get("name"))
        if name
    }
    order = {element: at for at, element in enumerate(root.iter())}
    marks: dict[etree._Element, str] = {}
    heads: dict[etree._Element, str] = {}
    notes: dict[etree._Element, str] = {}
    for link in root.iter("a"):
        label, target = label_of(link), named.get((link.get("href") or "").removeprefix("#"))
        if label is None or not (link.get("href") or "").startswith("#") or target is None:
            continue
        if order[target] < order[link]:
            heads[link] = label
            continue
        block = _block(target)
        if block is not None and block != _block(link):
            marks[link] = label
            notes.setdefault(block, label)
    return Anchors(marks, heads, notes)


def _block(element: etree._Element) -> etree._Element | None:
    """The block an element stands in, or is. An empty anchor before a block belongs to that block."""
    if element.tag in _BLOCKS:
        return element
    following = element.getnext()
    parent = element.getparent()
    if parent is not None and parent.tag in ("body", "ol", "main", "article") and following is not None:
        return following if following.tag in _BLOCKS else None
    return next((each for each in element.iterancestors() if each.tag in _BLOCKS), None)
