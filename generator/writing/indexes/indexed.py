"""The entries of the indexes that the grounds of paragraphs make: by theme and by addressee."""

from collections.abc import Iterable, Mapping

from generator import walk
from generator.library import Library
from generator.model import Index, Paragraph
from generator.writing.dates import year
from generator.writing.indexes.entries import Entry, Groups
from generator.writing.indexes.quoting import Span


def entries_by_id(library: Library, index: Index) -> Mapping[str, list[Entry]]:
    """Give the paragraphs that stand under each theme, or that are addressed to each addressee, in order."""
    found: dict[str, list[Entry]] = {}
    for text in library.texts.values():
        for paragraph in walk.paragraphs(text):
            for identity in ids(paragraph, index):
                found.setdefault(identity, []).append(Entry(text.symbol, paragraph, _spans(paragraph, index, identity)))
    return found


def ids(paragraph: Paragraph, index: Index) -> tuple[str, ...]:
    """Give what a paragraph is indexed by."""
    return paragraph.themes if index is Index.THEME else paragraph.addressees


def _spans(paragraph: Paragraph, index: Index, identity: str) -> tuple[Span, ...]:
    """The words that put a paragraph there; an editor's word has none."""
    return tuple(
        Span(ground.anchor, ground.at, len(ground.text))
        for ground in paragraph.grounds
        if ground.index is index and ground.id == identity and ground.at is not None and ground.text
    )


def by_year(groups: Groups, library: Library) -> Mapping[str, int]:
    """Count entries by year, in order of time, the undated last."""
    counts: dict[str, int] = {}
    for symbol, entries in groups.items():
        name = year(library.texts[symbol])
        counts[name] = counts.get(name, 0) + len(entries)
    return dict(sorted(counts.items(), key=lambda count: (not count[0].isdigit(), count[0])))


def total(groups: Iterable[Groups]) -> int:
    """Count the entries of several indexes."""
    return sum(len(entries) for group in groups for entries in group.values())
