"""Write the pages of the themes: one for each, the matrix of all, and the paragraphs that stand under none."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.indexing.themes import Theme
from generator.library import Library
from generator.model import Index, Resolution
from generator.writing.escape import escape
from generator.writing.indexes.entries import QUOTED, Entry, Groups, count
from generator.writing.indexes.indexed import by_year, entries_under, indexed
from generator.writing.indexes.matrix import TITLE, matrix
from generator.writing.indexes.page import counted, folded
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.sorting import Sorted
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


THEMED = partial(indexed, Index.THEME)
"""Sorts paragraphs by their themes."""


def theme_pages(library: Library, found: Sorted[str], without: Sorted[None]) -> Iterator[IndexPage]:
    """Give the pages of all themes, their front page, and what stands under none."""
    themes = tuple(rules.theme for rules in library.authorities.themes.by_id.values())
    if not themes:
        yield IndexPage(INDEX, _TITLE, ("This edition has no list of themes.",))
        return
    groups = {theme.id: found.named(theme.id)[0] for theme in themes}
    pages = {theme.id: _theme(theme, found, library) for theme in themes}
    counts = {identity: {symbol: len(one) for symbol, one in group.items()} for identity, group in groups.items()}
    places = {identity: {symbol: page.path for page in of for symbol in page.groups} for identity, of in pages.items()}
    shown, years = matrix(INDEX, themes, counts, places, library)
    unclassified, weights = without.named(None)
    yield IndexPage(INDEX, _TITLE, (*_front(themes, groups, unclassified), f"## {TITLE}", *shown))
    yield from (page for of_theme in pages.values() for page in of_theme)
    yield from years
    subject = Subject(NOT_CLASSIFIED, "Not classified", (_NOT_CLASSIFIED,))
    yield from entry_pages(subject, unclassified, weights, library)


def unclassified(text: Resolution) -> Iterator[tuple[None, int, int]]:
    """Give the operative paragraphs that stand under no theme, with their ranks and weights."""
    for rank, paragraph in enumerate(text.operative, start=len(text.preamble)):
        if not paragraph.themes:
            yield None, rank, QUOTED.weigh(Entry(text.symbol, paragraph))


def _theme(theme: Theme, found: Sorted[str], library: Library) -> list[IndexPage]:
    groups, weights = found.named(theme.id)
    blocks = (escape(theme.scope), *timeline(f"{theme.label}: paragraphs by year", by_year(groups, library)))
    blocks += (f"[New paragraphs as a feed](../feeds/{theme.id}.xml)",)
    if theme.concepts:
        blocks += (folded("Close concepts elsewhere", "\n".join(_concepts(theme))),)
    find = partial(entries_under, Index.THEME, theme.id)
    return entry_pages(Subject(theme_page(theme.id), theme.label, blocks, find), groups, weights, library)


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
