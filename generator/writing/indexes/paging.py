"""Divide an index into pages: the entries of its texts from the oldest to the newest, under their titles.

An index that would make a long page is split by year; each page says so. A page is only planned here: it is written
when it is wanted.
"""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from generator.library import Library
from generator.model import Resolution, Status
from generator.symbols import file_stem
from generator.writing.dates import in_words, year
from generator.writing.escape import escape
from generator.writing.indexes.entries import QUOTED, Find, Groups, Style, count, in_time
from generator.writing.indexes.page import index_page
from generator.writing.indexes.sorting import plain
from generator.writing.indexes.splitting import is_short, parts
from generator.writing.links import link

_HEADING = 220  # characters of Markdown: the heading of a text


class Subject(msgspec.Struct, frozen=True):
    """What an index is about: the path of its page, its title, and what stands above the entries.

    `find` finds the entries again; `split_by` says what a long list is split by.
    """

    path: str
    title: str
    blocks: tuple[str, ...] = ()
    find: Find = plain
    split_by: Callable[[Resolution], str] = year


class IndexPage(msgspec.Struct, frozen=True):
    """One page of an index, not written yet: its path, its title, its blocks, and below them the entries of texts."""

    path: str
    title: str
    blocks: tuple[str, ...]
    groups: Groups = {}
    find: Find = plain
    style: Style = QUOTED


def entry_pages(
    subject: Subject, groups: Groups, weights: Mapping[str, int], library: Library, style: Style = QUOTED
) -> list[IndexPage]:
    """Take what stands in one index, and what the entries of a text weigh; give its pages. By default all is quoted."""
    in_order = {symbol: groups[symbol] for symbol in sorted(groups, key=lambda one: in_time(library.heads[one]))}
    weights = {symbol: _HEADING + weights.get(symbol, 0) for symbol in in_order}
    if is_short(weights):
        blocks = (*subject.blocks, _sentence(in_order))
        return [IndexPage(subject.path, subject.title, blocks, in_order, subject.find, style)]
    lines: list[str] = []
    pages: list[IndexPage] = []
    folder = subject.path.removesuffix(".md")
    for part in parts(weights, lambda symbol: subject.split_by(library.heads[symbol])):
        path = f"{folder}/{part.file}.md"
        said = f"This list is long, so it is split. [All of it]({link(path, subject.path)})"
        mine = {symbol: in_order[symbol] for symbol in part.symbols}
        blocks = (said, _sentence(mine))
        pages.append(IndexPage(path, f"{subject.title}, {part.name}", blocks, mine, subject.find, style))
        lines.append(f"- [{escape(part.name)}]({link(subject.path, path)}), {count(mine)}")
    said = f"{_sentence(in_order)} The list is long, so it is split:"
    return [IndexPage(subject.path, subject.title, (*subject.blocks, said, "\n".join(lines))), *pages]


def markdown(page: IndexPage, library: Library) -> str:
    """Write a page; of the library, only the texts that it quotes are looked at."""
    return index_page(page.title, *page.blocks, *_written(page, library))


def _written(page: IndexPage, library: Library) -> Iterator[str]:
    for symbol, ranks in page.groups.items():
        text = library.texts[symbol]
        yield _heading(page.path, text)
        yield from page.style.write(page.path, text, tuple(page.find(text, ranks)), library)


def _sentence(groups: Groups) -> str:
    return f"{count(groups).capitalize()}."


def _heading(page: str, text: Resolution) -> str:
    """The symbol and title of a text, and below them its organ and date."""
    way = f"[{escape(text.symbol)}](<{link(page, f'{text.symbol}.md')}>)"
    title = f" {escape(text.title)}" if text.title else ""
    date = text.adopted or text.distributed
    said = (text.organ, date and in_words(date), "draft" if text.status is Status.DRAFT else None)
    below = ", ".join(escape(words) for words in said if words) or "&#160;"
    return f"## {way}{title} {{: #{file_stem(text.symbol)} .text }}\n\n{below}\n{{: .of }}"
