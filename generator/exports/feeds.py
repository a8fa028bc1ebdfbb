"""Atom feeds: every new text, with the paragraphs that changed since the one before it; for all, and for each theme.

Ids are made of the official address of a text and never change. Dates are those of adoption: there is no clock, and a
text without a date stands in no feed. Addresses are relative to the feed's own.
"""

import html
import uuid
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from lxml import etree

from generator import addresses
from generator.exports.elements import allowed
from generator.library import Library
from generator.lineage.changes import Change, changes
from generator.lineage.lookup import parted
from generator.model import Resolution
from generator.walk import paragraphs

ALL = "feeds/all.xml"

_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50
_NOTHING_YET = "1945-10-24T00:00:00Z"  # the Charter's entry into force: the date of a feed with nothing in it
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TAGS = {Change.INSERTED: "ins", Change.DELETED: "del"}
_DEFAULT: Any = {None: _ATOM}  # the stubs of lxml know no namespace without a prefix


Said = Callable[[str], str]
"""Takes a place ("A/RES/59/166#op18"), gives what a feed says of its paragraph."""


def feeds(library: Library) -> dict[str, str]:
    """Give path → Atom document of the feed of all texts and of those of the themes."""
    dated = sorted((text for text in library.texts.values() if text.adopted), key=_newest_first, reverse=True)
    said = cache(partial(_said, library=library))  # once: a paragraph stands in the feeds of several themes
    files = {ALL: _feed("United Nations resolutions", ALL, "", dated, said, None)}
    for identity, rules in library.authorities.themes.by_id.items():
        path = f"feeds/{identity}.xml"
        texts = [text for text in dated if any(identity in one.themes for one in paragraphs(text))]
        files[path] = _feed(rules.theme.label, path, f"themes/{identity}/", texts, said, identity)
    return files


def _feed(  # noqa: PLR0913, PLR0917 (what a feed is made of)
    title: str, path: str, page: str, texts: Iterable[Resolution], said: Said, theme: str | None
) -> str:
    entries = [_entry(text, said, theme) for text in list(texts)[:_NEWEST]]
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


def _entry(text: Resolution, said: Said, theme: str | None) -> etree._Element:
    shown = [one for one in text.operative if theme is None or theme in one.themes]
    title = f"{text.symbol} {text.title}" if text.title else text.symbol
    return _made(
        "entry",
        _made("title", allowed(title)),
        _made("id", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, addresses.document(text.symbol))}"),
        _made("updated", f"{text.adopted}T00:00:00Z"),
        _made("link", href=f"../{text.url}"),
        _made("content", allowed("".join(said(f"{text.symbol}#{one.anchor}") for one in shown)), type="html"),
    )


def _said(place: str, library: Library) -> str:
    """A paragraph with what changed in it since the text before; word for word the same, only its number."""
    symbol, anchor = parted(place)
    words = library.lookup.words(place)
    number = html.escape(library.places[symbol][anchor])
    way = f'<a href="../{html.escape(library.texts[symbol].url)}#{anchor}">{number}</a>'
    steps = library.lookup.before.get(place, ())
    if not steps:
        return f"<p>{way} {html.escape(words)}</p>"
    nearest = max(steps, key=lambda one: one.score)
    symbol, anchor = parted(nearest.origin)
    before = html.escape(f"{symbol}, {library.places[symbol][anchor]}")
    changed = "".join(_run(run.change, run.text) for run in changes(library.lookup.words(nearest.origin), words))
    return f"<p>{way} (before: {before}) {changed}</p>"


def _run(change: Change, words: str) -> str:
    tag = _TAGS.get(change)
    return f"<{tag}>{html.escape(words)}</{tag}>" if tag else html.escape(words)


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
