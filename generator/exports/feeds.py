"""Atom feeds: every new text, with the paragraphs that changed since the one before it; for all, and for each theme.

Ids are made of the official address of a text and never change. Dates are those of adoption: there is no clock, and a
text without a date stands in no feed. Addresses are relative to the feed's own.
"""

import uuid
from collections.abc import Callable, Iterable
from functools import cache, partial
from itertools import islice
from typing import Any

from lxml import etree

from generator import addresses
from generator.exports.elements import allowed
from generator.exports.moves import gone, told
from generator.library import Library
from generator.model import Resolution
from generator.walk import paragraphs

ALL = "feeds/all.xml"

_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50
_NOTHING_YET = "1945-10-24T00:00:00Z"  # the Charter's entry into force: the date of a feed with nothing in it
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DEFAULT: Any = {None: _ATOM}  # the stubs of lxml know no namespace without a prefix


Content = Callable[[Resolution, str | None], str]
"""Takes a text and a theme, None for all, gives what a feed says of the text."""


def feeds(library: Library) -> dict[str, str]:
    """Give path → Atom document of the feed of all texts and of those of the themes."""
    dated = sorted((text for text in library.heads.values() if text.adopted), key=_newest_first, reverse=True)
    themes = {
        text.symbol: {theme for one in paragraphs(text) for theme in one.themes} for text in library.texts.values()
    }
    content = _contents(library)
    newest = (library.texts[text.symbol] for text in dated[:_NEWEST])
    files = {ALL: _feed("United Nations resolutions", ALL, "", newest, content, None)}
    for identity, rules in library.authorities.themes.by_id.items():
        path = f"feeds/{identity}.xml"
        under = islice((text.symbol for text in dated if identity in themes[text.symbol]), _NEWEST)
        texts = map(library.texts.__getitem__, under)
        files[path] = _feed(rules.theme.label, path, f"themes/{identity}/", texts, content, identity)
    return files


def _feed(  # noqa: PLR0913, PLR0917 (what a feed is made of)
    title: str, path: str, page: str, texts: Iterable[Resolution], content: Content, theme: str | None
) -> str:
    entries = [_entry(text, content(text, theme)) for text in texts]
    newest = entries[0].findtext(f"{{{_ATOM}}}updated") if entries else None
    feed = _made(
        "feed",
        _made("title", allowed(title)),
        _made("id", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'operative:{path}')}"),
        _made("updated", newest or _NOTHING_YET),
        _made("author", _made("name", "Operative, an unofficial edition")),
        _made("link", href=f"../{page}"),
        *entries,
    )
    etree.indent(feed)
    return f"{_DECLARATION}{etree.tostring(feed, encoding='unicode')}\n"


def _contents(library: Library) -> Content:
    """Give what says the changes of a text; each paragraph once, for it stands in the feeds of several themes."""
    lookup = library.lookup
    tell, tell_gone = cache(partial(told, library=library)), cache(partial(gone, library=library))

    def content(text: Resolution, theme: str | None) -> str:
        shown = [f"{text.symbol}#{one.anchor}" for one in paragraphs(text) if theme is None or theme in one.themes]
        dropped = [
            place
            for place in lookup.dropped_in.get(text.symbol, ())
            if theme is None or theme in lookup.paragraph(place).themes
        ]
        return "".join((*map(tell, shown), *map(tell_gone, dropped)))

    return content


def _entry(text: Resolution, content: str) -> etree._Element:
    title = f"{text.symbol} {text.title}" if text.title else text.symbol
    return _made(
        "entry",
        _made("title", allowed(title)),
        _made("id", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, addresses.document(text.symbol))}"),
        _made("updated", f"{text.adopted}T00:00:00Z"),
        _made("link", href=f"../{text.url}"),
        _made("content", allowed(content), type="html"),
    )


def _made(name: str, *content: "str | etree._Element", **attributes: str) -> etree._Element:
    """An element of Atom with words or with elements in it."""
    made = etree.Element(f"{{{_ATOM}}}{name}", attributes, nsmap=_DEFAULT)
    for piece in content:
        if isinstance(piece, str):
            made.text = piece
        else:
            made.append(piece)
    return made


def _newest_first(text: Resolution) -> tuple[str, str]:
    return text.adopted or "", text.symbol
