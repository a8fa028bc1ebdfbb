"""Write the entries of an index: quoted paragraphs, grouped by text, from the oldest to the newest.

An index that would make a long page is split by year; each page says so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.library import Library
from generator.model import Footnote, Paragraph, Resolution, Status
from generator.symbols import file_stem
from generator.writing.dates import in_words, year
from generator.writing.escape import escape
from generator.writing.indexes.page import counted, folded, index_page
from generator.writing.indexes.quoting import Span, opening_words, quote
from generator.writing.indexes.splitting import parts, short
from generator.writing.links import link


class Entry(msgspec.Struct, frozen=True):
    """One paragraph in an index: the words that put it there, and the notes that do."""

    symbol: str
    paragraph: Paragraph
    spans: tuple[Span, ...] = ()
    notes: tuple[Footnote, ...] = ()


Groups = Mapping[str, Sequence[Entry]]
"""The entries of an index by the symbol of their text; a text may stand there without an entry."""

WriteGroup = Callable[[str, Resolution, Sequence[Entry], Library], Iterator[str]]
"""Takes the path of the page, a text, its entries and the library; gives the Markdown blocks."""


class Subject(msgspec.Struct, frozen=True):
    """What an index is about: the path of its page, its title, what stands above the entries, and how it is split."""

    path: str
    title: str
    blocks: tuple[str, ...] = ()
    split_by: Callable[[Resolution], str] = year


class IndexPages(msgspec.Struct, frozen=True):
    """The pages of one index: path → Markdown, and on which of them the group of each text stands."""

    files: Mapping[str, str]
    places: Mapping[str, str]


def by_text(entries: Iterable[Entry]) -> Groups:
    """Group entries by their texts."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.symbol, []).append(entry)
    return found


def entry_pages(subject: Subject, groups: Groups, library: Library, write: WriteGroup | None = None) -> IndexPages:
    """Take the entries of one index, give its pages. `write` writes a group; by default it quotes each paragraph."""
    write = write or quoted
    in_order = {symbol: groups[symbol] for symbol in sorted(groups, key=lambda one: in_time(library.texts[one]))}
    blocks = short(_written(subject.path, in_order, library, write))
    if blocks is None:
        return _split(subject, in_order, library, write)
    page = index_page(subject.title, *subject.blocks, _sentence(in_order), *blocks.values())
    return IndexPages({subject.path: page}, dict.fromkeys(blocks, subject.path))


def in_time(text: Resolution) -> tuple[bool, str, str]:
    """Give the key that puts texts in order of date, those without one last."""
    date = text.adopted or text.distributed
    return (date is None, date or "", text.symbol)


def _split(subject: Subject, groups: Groups, library: Library, write: WriteGroup) -> IndexPages:
    """One page for each year, and one that leads to them."""
    files: dict[str, str] = {}
    places: dict[str, str] = {}
    lines: list[str] = []
    folder = subject.path.removesuffix(".md")
    written = dict(_written(f"{folder}/x.md", groups, library, write))
    for part in parts(written, lambda symbol: subject.split_by(library.texts[symbol])):
        path = f"{folder}/{part.file}.md"
        said = f"This list is long, so it is split. [All of it]({link(path, subject.path)})"
        of_part = {symbol: groups[symbol] for symbol in part.symbols}
        blocks = (written[symbol] for symbol in part.symbols)
        files[path] = index_page(f"{subject.title}, {part.name}", said, _sentence(of_part), *blocks)
        places |= dict.fromkeys(part.symbols, path)
        lines.append(f"- [{escape(part.name)}]({link(subject.path, path)}), {count(of_part)}")
    said = f"{_sentence(groups)} The list is long, so it is split:"
    files[subject.path] = index_page(subject.title, *subject.blocks, said, "\n".join(lines))
    return IndexPages(files, places)


def _written(page: str, groups: Groups, library: Library, write: WriteGroup) -> Iterator[tuple[str, str]]:
    """What is written for each text, one after the other, by symbol."""
    for symbol, group in groups.items():
        text = library.texts[symbol]
        yield symbol, "\n\n".join((_heading(page, text), *write(page, text, group, library)))


def count(groups: Groups) -> str:
    """Say how many paragraphs of how many texts stand in an index."""
    entries = sum(len(group) for group in groups.values())
    return f"{counted(entries, 'paragraph')} of {counted(len(groups), 'text')}" if groups else "no paragraph"


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


def quoted(page: str, text: Resolution, entries: Sequence[Entry], library: Library) -> Iterator[str]:
    """Quote each paragraph: the way to it, what is shown of it, what is folded, and the notes that matter here."""
    to = link(page, f"{text.symbol}.md")
    for entry in entries:
        way, place = _way(to, text, entry.paragraph.anchor, library)
        words = quote(entry.paragraph, entry.spans)
        goes_on = (f" … {words.marked} …" if words.marked else " …") if words.folded else ""
        yield f"{way} {words.shown}{goes_on}\n{{: .entry }}"
        if words.folded:
            yield folded(f"The rest of {place}", words.folded)
        for note in entry.notes:
            said = note.text if note.resolved is None else f"{note.text} → {note.resolved}"
            yield f"{_way(to, text, note.anchor, library)[0]} {escape(said)}\n{{: .entry .note }}"


def listed(
    page: str, text: Resolution, entries: Sequence[Entry], library: Library, name: str | None = None
) -> Iterator[str]:
    """List the paragraphs by their opening words, folded under `name` or their number."""
    if entries:
        to = link(page, f"{text.symbol}.md")
        lines = "\n".join(
            f"- {_way(to, text, entry.paragraph.anchor, library)[0]} {opening_words(entry.paragraph)}"
            for entry in entries
        )
        yield folded(name or counted(len(entries), "operative paragraph"), lines)


def _way(to: str, text: Resolution, anchor: str, library: Library) -> tuple[str, str]:
    """The link to a place in a text, whose page is at `to`, and its words."""
    place = escape(library.places[text.symbol][anchor])
    return f"[{place}](<{to}#{anchor}>){{ .n }}", place
