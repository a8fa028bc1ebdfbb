"""What the filters of the search need: for each page of the index where its places begin and what they are about.

Takes a fragment and facts, and then all pages; gives the words of `search/filters.json`, which is fetched only when a
reader opens the filters.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.searching.facts import Facts, Place, TextFacts
from generator.searching.fragments import Fragment

PATH = "search/filters.json"
_UNDATED = "Undated"


class Page(msgspec.Struct, frozen=True):
    """A page: what its text is, and its places side by side.

    `steps` says where each place begins, counted from the one before; `kinds` has a letter for each; themes and
    addressees are ranks in the lists of all. A place that is no hit has the kind "-".
    """

    organ: str
    year: str
    session: str
    status: str
    steps: tuple[int, ...]
    kinds: str
    themes: tuple[tuple[int, ...], ...]
    addressees: tuple[tuple[int, ...], ...]


class Filters(msgspec.Struct, frozen=True):
    """The ids and labels of themes and addressees, and the pages by the ids that Pagefind gives them."""

    themes: tuple[tuple[str, str], ...]
    addressees: tuple[tuple[str, str], ...]
    pages: dict[str, Page]


def filters(pages: Mapping[str, Page], told: Facts) -> Filters:
    """Take pages by their ids; give all that is filtered by."""
    return Filters(
        themes=tuple(told.themes.items()), addressees=tuple(told.addressees.items()), pages=dict(sorted(pages.items()))
    )


def of_page(fragment: Fragment, told: Facts) -> Page:
    """Give what one page is filtered by."""
    return _page(fragment, told.of(fragment.address), tuple(told.themes), tuple(told.addressees))


def _page(fragment: Fragment, text: TextFacts, themes: Sequence[str], asked: Sequence[str]) -> Page:
    known = {place.anchor: place for place in text.places}
    places = [known.get(start.id) for start in fragment.anchors]
    starts = [start.location for start in fragment.anchors]
    return Page(
        organ=text.organ or "",
        year=(text.date or "")[:4] or _UNDATED,
        session=text.session or "",
        status=text.status.value,
        steps=tuple(start - before for before, start in zip([0, *starts], starts, strict=False)),
        kinds="".join(place.kind if place else "-" for place in places),
        themes=tuple(_ranks(place.themes if place else (), themes) for place in places),
        addressees=tuple(_ranks(_asked(place), asked) for place in places),
    )


def _asked(place: Place | None) -> tuple[str, ...]:
    return place.addressees if place else ()


def _ranks(ids: Iterable[str], among: Sequence[str]) -> tuple[int, ...]:
    return tuple(among.index(id_) for id_ in ids)
