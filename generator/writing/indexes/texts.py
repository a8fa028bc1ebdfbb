"""Write the pages that lead to the texts: the lists by organ and by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.library import Library
from generator.model import Resolution
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.entries import LISTED, Entry, in_time
from generator.writing.indexes.page import counted, slug
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.sorting import Sorted


def text_pages(library: Library, found: Sorted[None]) -> Iterator[IndexPage]:
    """Give the lists of texts by organ and by year."""
    texts = sorted(library.heads.values(), key=in_time)
    yield from _lists("organs", "Resolutions by organ", grouped(texts, organ), found, library, year)
    yield from _lists("years", "Resolutions by year", grouped(texts, year), found, library, organ)


def operative(text: Resolution) -> Iterator[tuple[None, int, int]]:
    """Give the operative paragraphs of a text, with their ranks and weights."""
    for rank, paragraph in enumerate(text.operative, start=len(text.preamble)):
        yield None, rank, LISTED.weigh(Entry(text.symbol, paragraph))


def _lists(  # noqa: PLR0913, PLR0917 (what a list is made of)
    folder: str,
    title: str,
    groups: Mapping[str, Sequence[Resolution]],
    found: Sorted[None],
    library: Library,
    split_by: Callable[[Resolution], str],
) -> Iterator[IndexPage]:
    """A page for each group of texts, and one that leads to them."""
    lines = (f"- [{escape(name)}]({slug(name)}.md), {counted(len(texts), 'text')}" for name, texts in groups.items())
    yield IndexPage(f"{folder}/index.md", title, ("\n".join(lines),))
    every, weights = found.named(None)
    for name, texts in groups.items():
        own = {text.symbol: every.get(text.symbol, ()) for text in texts}
        subject = Subject(f"{folder}/{slug(name)}.md", name, split_by=split_by)
        yield from entry_pages(subject, own, weights, library, LISTED)


def grouped(texts: Iterable[Resolution], key: Callable[[Resolution], str]) -> Mapping[str, Sequence[Resolution]]:
    """Give texts by a name that each has, in order of the names."""
    groups: dict[str, list[Resolution]] = defaultdict(list)
    for text in texts:
        groups[key(text)].append(text)
    return dict(sorted(groups.items()))


def organ(text: Resolution) -> str:
    """Give the name of the list of an organ's texts."""
    return text.organ or "Other bodies"
