"""Write the pages of the notable phrases: one for each theme that has any, and one that leads to them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.indexing.themes import Theme
from generator.language.phrases import Notable, Place, notable_phrases
from generator.library import Library
from generator.model import Status
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.page import counted, folded, index_page
from generator.writing.indexes.themes import theme_page
from generator.writing.links import link

INDEX = "language/phrases/index.md"

_TITLE = "Notable phrases"
_WHAT = (
    "Phrases of four to twelve words that at least two texts here share, theme by theme: the longer ones and those of"
    " many texts first. Names and formulas are left out. How they are found is told in [How this is made]"
    "(../../method.md#agreed-language); to look for words of your own, see [Agreed language](../../language.md)."
)


def phrase_pages(library: Library) -> Mapping[str, str]:
    """Take the library; give path → Markdown of the pages of notable phrases."""
    themes = tuple(rules.theme for rules in library.authorities.themes.by_id.values())
    found = notable_phrases(library.texts.values(), (theme.id for theme in themes))
    with_any = tuple(theme for theme in themes if found[theme.id])
    lines = "\n".join(_line(theme, found[theme.id]) for theme in with_any) or "No two texts share a phrase."
    pages = {_page(theme): _theme(theme, found[theme.id], library) for theme in with_any}
    return {INDEX: index_page(_TITLE, _WHAT, lines), **pages}


def _page(theme: Theme) -> str:
    return f"language/phrases/{theme.id}.md"


def _line(theme: Theme, found: Sequence[Notable]) -> str:
    return f"- [{escape(theme.label)}]({theme.id}.md), {counted(len(found), 'phrase')}: “{escape(found[0].words)}” …"


def _theme(theme: Theme, found: Sequence[Notable], library: Library) -> str:
    page = _page(theme)
    about = f"[Paragraphs of this theme]({link(page, theme_page(theme.id))}). [All notable phrases](index.md)."
    blocks = (block for phrase in found for block in _phrase(page, phrase, library))
    return index_page(f"{_TITLE}: {theme.label}", about, *blocks)


def _phrase(page: str, phrase: Notable, library: Library) -> Iterator[str]:
    """A phrase under its own heading: its life, and where it stands."""
    first, last = phrase.places[0], phrase.places[-1]
    years = sorted({year(library.texts[place.symbol]) for place in phrase.places})
    dated = [one for one in years if one.isdigit()]
    span = f", {dated[0]} to {dated[-1]}" if len(dated) > 1 else f", {dated[0]}" if dated else ""
    yield f"## “{escape(phrase.words)}” {{: .phrase }}"
    yield (
        f"{counted(phrase.texts, 'text')}{span}. First in {_way(page, first, library)},"
        f" last in {_way(page, last, library)}.\n{{: .of }}"
    )
    if len(phrase.places) > 2:
        lines = "\n".join(f"- {_way(page, place, library)}" for place in phrase.places)
        yield folded(f"All {len(phrase.places)} paragraphs", lines)


def _way(page: str, place: Place, library: Library) -> str:
    """The link to a paragraph; a draft is said to be one."""
    text = library.texts[place.symbol]
    named = escape(f"{place.symbol}, {library.places[place.symbol][place.paragraph.anchor]}")
    draft = " (draft)" if text.status is Status.DRAFT else ""
    return f"[{named}](<{link(page, f'{place.symbol}.md', place.paragraph.anchor)}>){draft}"
