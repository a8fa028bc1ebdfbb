"""Write a page for each way that paragraphs open: "Urges", "Also urges" and "Strongly urges" are one."""

from collections import Counter
from collections.abc import Iterator

from generator.library import Library
from generator.model import Kind
from generator.reading.openings import parts
from generator.writing.escape import escape
from generator.writing.indexes.entries import Entry, by_text, count
from generator.writing.indexes.page import slug
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.quoting import Span

INDEX = "openings/index.md"

_DIRECTIVE, _PROCEDURAL, _DECLARATORY, _OTHER, _PREAMBLE, _ANNEXES = (
    "Operative: asking somebody for something",
    "Operative: ordering the organ's own work",
    "Operative: stating something",
    "Operative: of no known kind",
    "In preambles",
    "In annexes",
)
_OF_KIND = {Kind.DIRECTIVE: _DIRECTIVE, Kind.PROCEDURAL: _PROCEDURAL, Kind.DECLARATORY: _DECLARATORY, None: _OTHER}

Families = dict[str, list[Entry]]
"""Entries by their opening without its adverbs: "Calls upon"."""


def opening_pages(library: Library) -> Iterator[IndexPage]:
    """Give the pages of all openings, and the list of them."""
    whole: Families = {}
    under: dict[str, Families] = {heading: {} for heading in (*_OF_KIND.values(), _PREAMBLE, _ANNEXES)}
    for heading, family, entry in _opened(library):
        whole.setdefault(family, []).append(entry)
        under[heading].setdefault(family, []).append(entry)
    lists = (block for heading, families in under.items() for block in _list(heading, families))
    yield IndexPage(INDEX, "Paragraphs by opening words", tuple(lists))
    for family, entries in whole.items():
        subject = Subject(_page(family), f"Opening: {family}", (_forms(entries),))
        yield from entry_pages(subject, by_text(entries), library)


def _opened(library: Library) -> Iterator[tuple[str, str, Entry]]:
    """Every paragraph that opens with a verb: the heading it is listed under, its family, and its entry."""
    for text in library.texts.values():
        annexed = (paragraph for annex in text.annexes for paragraph in annex.paragraphs)
        parts_of_text = (
            *((_PREAMBLE, paragraph) for paragraph in text.preamble),
            *((_OF_KIND[paragraph.kind], paragraph) for paragraph in text.operative),
            *((_ANNEXES, paragraph) for paragraph in annexed),
        )
        for heading, paragraph in parts_of_text:
            if paragraph.opening:
                spans = (Span(paragraph.anchor, 0, len(paragraph.opening)),)
                yield heading, parts(paragraph.opening).family, Entry(text.symbol, paragraph, spans)


def _page(family: str) -> str:
    return f"openings/{slug(family)}.md"


def _forms(entries: list[Entry]) -> str:
    """The forms of one opening as they are printed, each with its number."""
    forms = Counter(entry.paragraph.opening or "" for entry in entries)
    return ", ".join(f"*{escape(form)}* ({number})" for form, number in sorted(forms.items()))


def _list(heading: str, families: Families) -> Iterator[str]:
    """The openings under one heading, in the order of the alphabet."""
    if families:
        yield f"## {heading}"
        yield "\n".join(
            f"- [{escape(family)}]({slug(family)}.md), {count(by_text(entries))}"
            for family, entries in sorted(families.items())
        )
