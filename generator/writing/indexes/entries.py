"""Write the entries of an index: paragraphs, quoted or only listed, grouped by their texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import UNSET

from generator.library import Library
from generator.model import Footnote, Paragraph, Resolution
from generator.writing.escape import escape
from generator.writing.indexes.page import counted, folded
from generator.writing.indexes.quoting import Span, opening_words, quote
from generator.writing.links import link

_QUOTE, _LINE = 180, 200
"""Characters of Markdown: what stands around a quote, a line of a list."""


class Entry(msgspec.Struct, frozen=True):
    """One paragraph in an index: the words that put it there, and the notes that do."""

    symbol: str
    paragraph: Paragraph
    spans: tuple[Span, ...] = ()
    notes: tuple[Footnote, ...] = ()


Ranks = tuple[int, ...]
"""The ranks of paragraphs among all of their text."""

Groups = Mapping[str, Ranks]
"""The paragraphs of an index by the symbol of their text; a text may stand there without any."""

Find = Callable[[Resolution, Ranks], Iterable[Entry]]
"""Finds the entries of some paragraphs of a text."""

WriteGroup = Callable[[str, Resolution, Sequence[Entry], Library], Iterator[str]]
"""Takes the path of the page, a text, its entries and the library; gives the Markdown blocks."""


class Style(msgspec.Struct, frozen=True):
    """How the entries of a text are written, and about how many characters of Markdown that makes."""

    write: WriteGroup
    weigh: Callable[[Entry], int]


def in_time(text: Resolution) -> tuple[bool, str, str]:
    """Give the key that puts texts in order of date, those without one last."""
    date = text.adopted or text.distributed
    return (date is None, date or "", text.symbol)


def oldest_first(library: Library) -> Iterator[Resolution]:
    """Give all texts in order of date."""
    return (library.texts[head.symbol] for head in sorted(library.heads.values(), key=in_time))


def count(groups: Groups) -> str:
    """Say how many paragraphs of how many texts stand in an index."""
    entries = sum(map(len, groups.values()))
    return f"{counted(entries, 'paragraph')} of {counted(len(groups), 'text')}" if groups else "no paragraph"


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


def _length(entry: Entry) -> int:
    """About how long the quote of a paragraph with its notes is."""
    return _QUOTE + _words(entry.paragraph) + sum(_QUOTE + len(note.text) for note in entry.notes)


def _words(paragraph: Paragraph) -> int:
    """About how long the words of a paragraph and its items are."""
    tail = 0 if paragraph.tail is UNSET else len(paragraph.tail.text)
    return len(paragraph.text) + tail + sum(map(_words, paragraph.children))


QUOTED = Style(quoted, _length)
LISTED = Style(listed, lambda _: _LINE)


def _way(to: str, text: Resolution, anchor: str, library: Library) -> tuple[str, str]:
    """The link to a place in a text, whose page is at `to`, and its words."""
    place = escape(library.places[text.symbol][anchor])
    return f"[{place}](<{to}#{anchor}>){{ .n }}", place
