"""The entries of the indexes that the grounds of paragraphs make: by theme and by addressee."""

from collections.abc import Iterator, Mapping

from generator import walk
from generator.library import Library
from generator.model import Index, Paragraph, Resolution
from generator.writing.dates import year
from generator.writing.indexes.entries import QUOTED, Entry, Groups, Ranks
from generator.writing.indexes.quoting import Span
from generator.writing.indexes.sorting import paragraphs_of


def indexed(index: Index, text: Resolution) -> Iterator[tuple[str, int, int]]:
    """Give the paragraphs of a text under each theme, or each addressee, with their ranks and weights."""
    for rank, paragraph in enumerate(walk.paragraphs(text)):
        weight = QUOTED.weigh(Entry(text.symbol, paragraph))
        for identity in ids(paragraph, index):
            yield identity, rank, weight


def ids(paragraph: Paragraph, index: Index) -> tuple[str, ...]:
    """Give what a paragraph is indexed by."""
    return paragraph.themes if index is Index.THEME else paragraph.addressees


def entries_under(index: Index, identity: str, text: Resolution, ranks: Ranks) -> Iterator[Entry]:
    """Find the entries of paragraphs that stand under one theme or addressee."""
    return (_entry(index, identity, text, paragraph) for paragraph in paragraphs_of(text, ranks))


def _entry(index: Index, identity: str, text: Resolution, paragraph: Paragraph) -> Entry:
    """A paragraph with the words that put it there; an editor's word has none."""
    spans = tuple(
        Span(ground.anchor, ground.at, len(ground.text))
        for ground in paragraph.grounds
        if ground.index is index and ground.id == identity and ground.at is not None and ground.text
    )
    return Entry(text.symbol, paragraph, spans)


def by_year(groups: Groups, library: Library) -> Mapping[str, int]:
    """Count entries by year, in order of time, the undated last."""
    counts: dict[str, int] = {}
    for symbol, ranks in groups.items():
        name = year(library.heads[symbol])
        counts[name] = counts.get(name, 0) + len(ranks)
    return dict(sorted(counts.items(), key=lambda count: (not count[0].isdigit(), count[0])))
