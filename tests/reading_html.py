"""Read a page as a browser does, and give what a reader sees of a paragraph or a note."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from generator import walk
from generator.model import Annex, Heading, Paragraph, Resolution

_VOID_OF_TEXT = {"script", "style", "template"}


def parse(html: str) -> Element:
    """Give the tree of a page or of a piece of one."""
    tree: Element = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return tree


def by_id(root: Element) -> dict[str, Element]:
    """Give the elements of a page by id."""
    return {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}


def ids(root: Element) -> list[str]:
    """Give every id of a page in order, repeated ones too."""
    return [element.attrib["id"] for element in root.iter() if "id" in element.attrib]


def words(element: Element) -> str:
    """Give the visible words of an element, without what the page adds: number links, marks, full forms."""
    return one_line("".join(_pieces(element)))


def words_of_paragraph(root: Element, anchor: str) -> str:
    """Give the visible words of a paragraph, those after its tables and items included."""
    more = [element for element in root.iter("p") if element.get("data-of") == anchor]
    return one_line(" ".join([words(by_id(root)[anchor]), *map(words, more)]))


def one_line(text: str) -> str:
    """Give the words with one space between them."""
    return " ".join(text.split())


def all_paragraphs(text: Resolution) -> Iterator[Paragraph]:
    """Give every paragraph of a text and every item, in order."""
    return walk.with_items(walk.paragraphs(text))


def all_headings(text: Resolution) -> Iterator[Heading | Annex]:
    """Give every heading of a text."""
    yield from text.headings
    for annex in text.annexes:
        yield annex
        yield from annex.headings


def printed_words(paragraph: Paragraph) -> str:
    """Give a paragraph's own words and those of its tail as one line."""
    return one_line(paragraph.text + (f" {paragraph.tail.text}" if paragraph.tail else ""))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not _is_ours(child):
            yield from _pieces(child)
        yield child.tail or ""


def _is_ours(element: Element) -> bool:
    classes = element.get("class", "").split()
    return (
        (element.tag == "a" and not {"n", "footnote-backref"}.isdisjoint(classes))
        or (element.tag == "sup" and ("mark" in classes or element.get("id", "").startswith("fnref")))
        or (element.tag == "span" and "resolved" in classes)
        or element.tag in _VOID_OF_TEXT
    )
