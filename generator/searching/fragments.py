"""The page fragments that Pagefind writes, slimmed to what a hit needs.

A fragment holds the words of one page and, for each element with an id, the place among those words at which it begins.
Pagefind repeats the words of each element there; we put the name of the place instead ("para. 18"), and say of the page
what a hit says of its text.
"""

from typing import Any

import msgspec

from generator.searching.facts import Facts, Kind, Place, TextFacts
from generator.writing.dates import in_words

_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})  # what begins a place; marks and links do not


class Start(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an element begins among the words of its page. `text` is its name; "" where it is no hit."""

    element: str
    id: str
    text: str
    location: int
    kind: Kind | None = None


class Fragment(msgspec.Struct, frozen=True):
    """A page as the browser gets it; Pagefind asks for all of these fields."""

    url: str
    content: str
    word_count: int
    filters: dict[str, Any]
    meta: dict[str, str]
    anchors: tuple[Start, ...]

    @property
    def address(self) -> str:
        """Where the page is, relative to the site's root."""
        return self.url.removeprefix("/").removesuffix("index.html")


def slimmed(content: bytes, told: Facts) -> Fragment:
    """Take a fragment as Pagefind writes it; give it with the names of its places and nothing twice."""
    found = msgspec.json.decode(content, type=Fragment)
    text = told.of(found.address)
    known = {place.anchor: place for place in text.places}
    starts = tuple(_named(start, known.get(start.id)) for start in found.anchors if start.element in _BLOCKS)
    return msgspec.structs.replace(found, meta=_meta(text), anchors=starts)


def _named(start: Start, place: Place | None) -> Start:
    return msgspec.structs.replace(start, text=place.name if place else "", kind=place.kind if place else None)


def _meta(text: TextFacts) -> dict[str, str]:
    return {
        "title": text.title or text.symbol,
        "symbol": text.symbol,
        "status": text.status.value,
        "date": _when(text),
    }


def _when(text: TextFacts) -> str:
    """The date of a text; that of a draft is often not known, but its session is."""
    if text.date:
        return in_words(text.date)
    return f"session {text.session}" if text.session else "undated"
