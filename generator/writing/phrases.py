"""Write the pages of the notable phrases: one for each theme that has any, and one that leads to them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from generator.indexing.themes import Theme
from generator.language.phrases import Notable, Place, notable_phrases
from generator.library import Library
from generator.model import Status
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.entries import oldest_first
from generator.writing.indexes.page import counted, folded, index_page
from generator.writing.indexes.themes import theme_page
from generator.writing.links import link

INDEX = "language/phrases/index.md"

_LISTED = 60  # paragraphs of a phrase: some have thousands, and the search finds them all
_TITLE = "Notable phrases"
_WHAT = (
    "Phrases of four to twelve words that at least two texts here share, theme by theme: the longer ones and those of"
    " many texts first. Names and formulas are left out. How they are found is told in [How this is made]"
    "(../../method.md#agreed-language); to look for words of your own, see [Agreed language](../../language.md)."
)


Ways = Mapping[tuple[str, str], str]
"""The link to a paragraph, by its symbol and anchor."""


def phrase_pages(library: Library, kept: Path | None = None) -> Mapping[str, str]:
    """Take the library and the folder of the cache; give path → Markdown of the pages of notable phrases."""
    themes = tuple(rules.theme for rules in library.authorities.themes.by_id.values())
    found = notable_phrases(oldest_first(library), (theme.id for theme in themes), kept)
    with_any = tuple(theme for theme in themes if found[theme.id])
    lines = "\n".join(_line(theme, found[theme.id]) for theme in with_any) or "No two texts share a phrase."
    ways = _ways(found.values(), library)
    pages = {_page(theme): _theme(theme, found[theme.id], ways, library) for theme in with_any}
    return {INDEX: index_page(_TITLE, _WHAT, lines), **pages}


def _page(theme: Theme) -> str:
    return f"language/phrases/{theme.id}.md"


def _line(theme: Theme, found: Sequence[Notable]) -> str:
    return f"- [{escape(theme.label)}]({theme.id}.md), {counted(len(found), 'phrase')}: “{escape(found[0].words)}” …"


def _theme(theme: Theme, found: Sequence[Notable], ways: Ways, library: Library) -> str:
    page = _page(theme)
    about = f"[Paragraphs of this theme]({link(page, theme_page(theme.id))}). [All notable phrases](index.md)."
    blocks = (block for phrase in found for block in _phrase(phrase, ways, library))
    return index_page(f"{_TITLE}: {theme.label}", about, *blocks)


def _phrase(phrase: Notable, ways: Ways, library: Library) -> Iterator[str]:
    """A phrase under its own heading: its life, and where it stands."""
    first, last = phrase.places[0], phrase.places[-1]
    years = sorted({year(library.heads[place.symbol]) for place in phrase.places})
    dated = [one for one in years if one.isdigit()]
    span = f", {dated[0]} to {dated[-1]}" if len(dated) > 1 else f", {dated[0]}" if dated else ""
    yield f"## “{escape(phrase.words)}” {{: .phrase }}"
    yield (
        f"{counted(phrase.texts, 'text')}{span}. First in {ways[_key(first)]}, last in {ways[_key(last)]}.\n{{: .of }}"
    )
    number = len(phrase.places)
    if number > 2:
        lines = "\n".join(f"- {ways[_key(place)]}" for place in phrase.places[:_LISTED])
        if number <= _LISTED:
            yield folded(f"All {number} paragraphs", lines)
        else:
            yield folded(f"The first {_LISTED} of its {number} paragraphs", lines)
            asked = quote(f'"{phrase.words}"')
            yield f"[Search for all of them]({link(INDEX, 'search.md')}?q={asked})\n{{: .of }}"


def _ways(found: Iterable[Iterable[Notable]], library: Library) -> Ways:
    """The way to each paragraph that has a phrase: many have several."""
    places = {
        _key(place): place
        for phrases in found
        for phrase in phrases
        for place in (*phrase.places[:_LISTED], phrase.places[-1])
    }
    return {key: _way(place, library) for key, place in places.items()}


def _key(place: Place) -> tuple[str, str]:
    return place.symbol, place.anchor


def _way(place: Place, library: Library) -> str:
    """The link to a paragraph; a draft is said to be one."""
    text = library.heads[place.symbol]
    named = escape(f"{place.symbol}, {library.places[place.symbol][place.anchor]}")
    draft = " (draft)" if text.status is Status.DRAFT else ""
    return f"[{named}](<{link(INDEX, f'{place.symbol}.md', place.anchor)}>){draft}"
