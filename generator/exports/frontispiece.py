"""What is printed above a text: the masthead as its cover page, and its number and title as its preface."""

from collections.abc import Iterator

from generator.exports import iris
from generator.exports.elements import Element, element
from generator.exports.inline import words
from generator.exports.notes import TITLE, Placing
from generator.model import MastheadField, Resolution

_ABOVE_THE_TEXT = ("number", "title", "enacting")
_ELEMENTS = {"symbol": "docNumber", "organ": "docAuthority", "publisher": "docAuthority", "session": "session"}


def cover_page(text: Resolution) -> Iterator[Element]:
    """Give the masthead, a paragraph for each thing that it says."""
    fields = [field for field in text.masthead if field.field not in _ABOVE_THE_TEXT]
    if fields:
        yield element("coverPage", {}, *(element("p", {}, _said(field, text)) for field in fields))


def preface(text: Resolution, notes: Placing) -> Iterator[Element]:
    """Give the printed number and the title."""
    numbers = [element("docNumber", {}, field.text) for field in text.masthead if field.field == "number"]
    title = words(text.title or "", (), notes.marks(text.title_marks, TITLE))
    titles = [element("docTitle", {}, *title)] if title else []
    lines = [element("p", {}, line) for line in (*numbers, *titles)]
    if lines:
        yield element("preface", {}, *lines)


def _said(field: MastheadField, text: Resolution) -> Element:
    """The words of a field, as what they are."""
    if field.field == "distributed" and (day := iris.day(text.distributed)):
        return element("docDate", {"date": day}, field.text)
    if name := _ELEMENTS.get(field.field):
        return element(name, {}, field.text)
    return element("inline", {"name": field.field}, field.text)
