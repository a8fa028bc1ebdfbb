"""An HTML page's bytes as a tree of what a reader of the page would read: no scripts, no navigation.

What is taken away and has words is listed.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from generator.intake.marked import clean
from generator.intake.plain import decode

_CHARSET = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "applet", "link", "meta"}
)
_CONTROLS = frozenset({"nav", "button", "select", "option", "textarea", "input", "form", "menu", "aside", "dialog"})
_ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "complementary", "menu", "dialog"})
_NAVIGATION = re.compile(
    r"(^|[\s_-])(nav|navbar|breadcrumbs?|sidebar|menu|cookie|skip-?link|share|toolbar)([\s_-]|$)", re.IGNORECASE
)
_LINK_BAR = 0.8
"""A short line that is links for more than this share of its letters is a bar of links."""
_BACK_LINKS = "↩↑⏎^"
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1"})


def page_tree(content: bytes) -> tuple[etree._Element | None, tuple[str, ...], tuple[str, ...]]:
    """The part of the page that holds its text, what was taken away, and remarks on the encoding."""
    text, remarks = _decoded(content)
    markup = _DECLARATION.sub("", text).replace("\x00", "")
    try:
        root = lxml_html.document_fromstring(markup, parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError):
        return None, (), remarks
    body = root.find("body")
    body = root if body is None else body
    left_out = tuple(_take_away(body))
    main = _main(body)
    outside = () if main is body else tuple(_outside(body, main))
    return main, (*left_out, *outside), remarks


def words_in(element: etree._Element, between: str = "") -> str:
    """All text in an element."""
    return between.join(str(text) for text in element.itertext())


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of a page. Browsers read what calls itself ISO-8859-1 as Windows-1252: so do we."""
    declared = _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name and name not in _LATIN and not name.startswith("utf-16"):
        try:
            return content.decode(name), ()
        except (LookupError, UnicodeDecodeError):
            pass
    text, remarks = decode(content)
    return text, () if name in _LATIN else remarks


def _take_away(body: etree._Element) -> Iterator[str]:
    """Take out of the tree what nobody reads as text; its words, where it has any."""
    for element in list(body.iter()):
        if element is body or not isinstance(element.tag, str):
            continue
        why = _why_not_text(element)
        if why and element.getparent() is not None:
            words = clean(words_in(element, " "))
            _drop(element)
            if words and why != "script":
                yield f"{words} ({why})"


def _why_not_text(element: etree._Element) -> str | None:
    if element.tag in _UNSEEN:
        return "script"
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return "hidden"
    inside_text = any(each.tag in ("main", "article") for each in element.iterancestors())
    if element.tag in _CONTROLS and not (element.tag == "form" and element.find(".//p") is not None):
        return "navigation"
    if (element.get("role") or "") in _ROLES or (element.tag in ("header", "footer") and not inside_text):
        return "navigation"
    if element.tag in ("div", "ul", "td", "section") and _NAVIGATION.search(
        f"{element.get('class', '')} {element.get('id', '')}"
    ):
        return "navigation" if not _is_long(element) else None
    if element.tag in ("p", "div", "center", "td", "ul") and _is_link_bar(element):
        return "links"
    return None


def _is_long(element: etree._Element) -> bool:
    """More words than a menu has."""
    return element.find(".//p") is not None and len(words_in(element)) > 2000


def _is_link_bar(element: etree._Element) -> bool:
    """A line of nothing but links that lead away, with hardly a letter between them."""
    links = [link for link in element.iter("a") if not (link.get("href") or "#").startswith("#")]
    if not links or len(list(element.iter("p", "tr", "li"))) > 12:
        return False
    words = re.sub(r"[\W_]", "", words_in(element))
    linked = re.sub(r"[\W_]", "", "".join(words_in(link) for link in links))
    return len(links) > 1 and len(linked) > _LINK_BAR * len(words)


def _drop(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _main(body: etree._Element) -> etree._Element:
    """The element that says that it is the text, if there is just one."""
    for name in ("main", "article"):
        found = list(body.iter(name))
        if len(found) == 1 and len(words_in(found[0])) > len(words_in(body)) / 2:
            return found[0]
    return body


def _outside(body: etree._Element, main: etree._Element) -> Iterator[str]:
    """The words around the text."""
    inside = {main, *main.iterdescendants(), *main.iterancestors()}
    for element in body.iter():
        if element not in inside and isinstance(element.tag, str):
            words = clean(element.text or "")
            if words:
                yield f"{words} (outside the text)"


def is_back_link(element: etree._Element) -> bool:
    """A link that only leads from a note back to its mark."""
    words = words_in(element).strip().strip("\ufe0e")
    return element.tag == "a" and bool(words) and all(sign in _BACK_LINKS for sign in words)
