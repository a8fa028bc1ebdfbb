"""The one place that knows XML: makes elements of Akoma Ntoso 3.0, and prints a tree of them.

What a text says is untrusted: characters that XML forbids become U+FFFD, one for one. Lines are broken and indented
between elements only, never where words can stand.

The elements are those of the standard library: lxml, which reads documents elsewhere, takes thirty times as long to
make one, and a text has some hundreds.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

__all__ = ["NAMESPACE", "Element", "allowed", "element", "printed"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HOLD_WORDS = frozenset({"p", "num", "heading", "subheading", "listWrapUp", "block"})
_STEP = "  "


def element(name: str, attributes: Mapping[str, str | None], *content: "str | Element") -> Element:
    """Give an element with what it holds, in order; an attribute that is None is left out."""
    given = {key: allowed(value) for key, value in attributes.items() if value is not None}
    made = Element(name, given)
    last: Element | None = None
    for piece in content:
        if not isinstance(piece, str):
            made.append(piece)
            last = piece
        elif last is None:
            made.text = (made.text or "") + allowed(piece)
        else:
            last.tail = (last.tail or "") + allowed(piece)
    return made


def allowed(text: str) -> str:
    """Give `text` as XML can hold it, as long as it was."""
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)  # what is forbidden is not printable


def printed(root: Element) -> str:
    """Give a tree as an XML document, indented; the same tree gives the same characters."""
    root.set("xmlns", NAMESPACE)
    _indent(root, "\n")
    written = tostring(root, encoding="unicode").replace(" />", "/>")
    written = written.replace("\r", "&#13;")  # or a reader would take it for a line end
    return f"{_DECLARATION}{written}\n"


def _indent(parent: Element, margin: str) -> None:
    if not len(parent) or parent.tag in _HOLD_WORDS:
        return
    parent.text = margin + _STEP
    for child in parent:
        _indent(child, margin + _STEP)
        child.tail = margin + _STEP
    parent[-1].tail = margin
