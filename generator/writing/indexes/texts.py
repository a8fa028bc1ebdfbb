"""Write the pages that lead to the texts: the home page, and the lists by organ and by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.library import Library
from generator.model import Resolution
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.entries import Entry, Subject, entry_pages, in_time, listed
from generator.writing.indexes.home import HOME, home_page
from generator.writing.indexes.page import counted, index_page, slug


def text_pages(library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the home page and of the lists by organ and by year."""
    texts = sorted(library.texts.values(), key=in_time)
    organs, years = _grouped(texts, _organ), _grouped(texts, year)
    return {
        HOME: home_page(texts, _counts(organs), _counts(years), library),
        **_lists("organs", "Resolutions by organ", organs, library, year),
        **_lists("years", "Resolutions by year", years, library, _organ),
    }


def _counts(groups: Mapping[str, Sequence[Resolution]]) -> Mapping[str, int]:
    return {name: len(texts) for name, texts in groups.items()}


def _lists(
    folder: str,
    title: str,
    groups: Mapping[str, Sequence[Resolution]],
    library: Library,
    split_by: Callable[[Resolution], str],
) -> dict[str, str]:
    """A page for each group of texts, and one that leads to them."""
    files: dict[str, str] = {}
    for name, texts in groups.items():
        entries = {text.symbol: [Entry(text.symbol, paragraph) for paragraph in text.operative] for text in texts}
        subject = Subject(f"{folder}/{slug(name)}.md", name, split_by=split_by)
        files |= entry_pages(subject, entries, library, listed).files
    lines = (f"- [{escape(name)}]({slug(name)}.md), {counted(len(texts), 'text')}" for name, texts in groups.items())
    return {f"{folder}/index.md": index_page(title, "\n".join(lines)), **files}


def _grouped(texts: Iterable[Resolution], key: Callable[[Resolution], str]) -> dict[str, list[Resolution]]:
    groups: dict[str, list[Resolution]] = defaultdict(list)
    for text in texts:
        groups[key(text)].append(text)
    return dict(sorted(groups.items()))


def _organ(text: Resolution) -> str:
    return text.organ or "Other bodies"
