"""Write the pages of the themes: one for each, the matrix of all, and the paragraphs that stand under none."""

from collections.abc import Iterator, Mapping

from generator.indexing.themes import Theme
from generator.library import Library
from generator.model import Index
from generator.writing.escape import escape
from generator.writing.indexes.entries import Entry, Groups, IndexPages, Subject, by_text, count, entry_pages
from generator.writing.indexes.indexed import by_year, entries_by_id
from generator.writing.indexes.matrix import TITLE, matrix
from generator.writing.indexes.page import counted, folded, index_page
from generator.writing.indexes.timeline import timeline

INDEX = "themes/index.md"
NOT_CLASSIFIED = "themes/not-classified.md"

_TITLE = "Resolutions by theme"
_NOT_CLASSIFIED = "Operative paragraphs that no rule puts under a theme, and no editor has put there."

_PILLARS = (
    ("prevention", "Prevention"),
    ("protection", "Protection"),
    ("prosecution", "Prosecution"),
    ("partnership", "Partnership"),
    ("cross-cutting", "Cross-cutting"),
)


def theme_page(identity: str) -> str:
    """Give the path of a theme's page."""
    return f"themes/{identity}.md"


def theme_pages(library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the pages of all themes, of their front page, and of what stands under none."""
    themes = tuple(rules.theme for rules in library.authorities.themes.by_id.values())
    if not themes:
        return {INDEX: index_page(_TITLE, "This edition has no list of themes.")}
    found = entries_by_id(library, Index.THEME)
    groups = {theme.id: by_text(found.get(theme.id, ())) for theme in themes}
    pages = {theme.id: _theme(theme, groups[theme.id], library) for theme in themes}
    files = {path: content for one in pages.values() for path, content in one.files.items()}
    counts = {identity: {symbol: len(one) for symbol, one in group.items()} for identity, group in groups.items()}
    shown, years = matrix(INDEX, themes, counts, pages, library)
    unclassified = by_text(_unclassified(library))
    rest = entry_pages(Subject(NOT_CLASSIFIED, "Not classified", (_NOT_CLASSIFIED,)), unclassified, library)
    front = index_page(_TITLE, *_front(themes, groups, unclassified), f"## {TITLE}", *shown)
    return {INDEX: front, **files, **years, **rest.files}


def _unclassified(library: Library) -> Iterator[Entry]:
    for text in library.texts.values():
        for paragraph in text.operative:
            if not paragraph.themes:
                yield Entry(text.symbol, paragraph)


def _theme(theme: Theme, groups: Groups, library: Library) -> IndexPages:
    blocks = (escape(theme.scope), *timeline(f"{theme.label}: paragraphs by year", by_year(groups, library)))
    blocks += (f"[New paragraphs as a feed](../feeds/{theme.id}.xml)",)
    if theme.concepts:
        blocks += (folded("Close concepts elsewhere", "\n".join(_concepts(theme))),)
    return entry_pages(Subject(theme_page(theme.id), theme.label, blocks), groups, library)


def _concepts(theme: Theme) -> Iterator[str]:
    """The concepts of other vocabularies, as links; the Goals are later than many texts."""
    for concept in theme.concepts:
        yield f"- {concept.vocabulary.full_name}: [{escape(concept.label)}]({concept.uri})"


def _front(themes: tuple[Theme, ...], groups: Mapping[str, Groups], unclassified: Groups) -> Iterator[str]:
    """The themes under their pillars, each with its counts."""
    yield "What paragraphs are about. Each stands under one theme or several; the words that put it there are marked."
    for pillar, name in _PILLARS:
        lines = [_line(theme, groups[theme.id]) for theme in themes if theme.pillar == pillar]
        if lines:
            yield f"## {name} {{: #{pillar} }}"
            yield "\n".join(lines)
    rest = sum(map(len, unclassified.values()))
    yield f"[Not classified](not-classified.md): {counted(rest, 'operative paragraph')}."


def _line(theme: Theme, groups: Groups) -> str:
    return f"- [{escape(theme.label)}]({theme.id}.md), {count(groups)}"
