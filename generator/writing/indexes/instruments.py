"""Write a page for each instrument: what it is, where it can be read, and every paragraph that cites it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from generator import walk
from generator.library import Library
from generator.linking.instruments import Instrument
from generator.model import Citation, Footnote, Paragraph, Resolution
from generator.writing.escape import escape
from generator.writing.indexes.entries import QUOTED, Entry, Groups, Ranks, count
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.quoting import Span
from generator.writing.indexes.sorting import Sorted, paragraphs_of

INDEX = "instruments/index.md"


def instrument_page(identity: str) -> str:
    """Give the path of an instrument's page."""
    return f"instruments/{identity}.md"


def instrument_pages(library: Library, found: Sorted[str]) -> Iterator[IndexPage]:
    """Give the pages of all instruments, and the list of them."""
    yield _index(found.groups, library)
    for identity, instrument in library.authorities.instruments.by_id.items():
        blocks, find = tuple(_about(instrument, library)), partial(_entries_citing, identity)
        subject = Subject(instrument_page(identity), instrument.title, blocks, find)
        yield from entry_pages(subject, *found.named(identity), library)


def citing(text: Resolution) -> Iterator[tuple[str, int, int]]:
    """Give the paragraphs of a text that cite each instrument, with their ranks and weights."""
    notes = _ranks_of_notes(text.footnotes)
    for rank, paragraph in enumerate(walk.paragraphs(text)):
        for identity, entry in _entries(text, paragraph, notes):
            yield identity, rank, QUOTED.weigh(entry)


def _entries_citing(identity: str, text: Resolution, ranks: Ranks) -> Iterator[Entry]:
    notes = _ranks_of_notes(text.footnotes)
    return (dict(_entries(text, paragraph, notes))[identity] for paragraph in paragraphs_of(text, ranks))


def _ranks_of_notes(footnotes: Iterable[Footnote]) -> Mapping[str, list[int]]:
    """The ranks of the notes that are cited at each anchor."""
    ranks: dict[str, list[int]] = {}
    for rank, note in enumerate(footnotes):
        for anchor in note.cited_at:
            ranks.setdefault(anchor, []).append(rank)
    return ranks


def _entries(text: Resolution, paragraph: Paragraph, ranks: Mapping[str, list[int]]) -> Iterator[tuple[str, Entry]]:
    spans: dict[str, list[Span]] = {}
    notes: dict[str, list[Footnote]] = {}
    parts = tuple(walk.with_items((paragraph,)))
    for part in parts:
        for citation in _known(part.citations):
            spans.setdefault(citation.instrument or "", []).append(Span(part.anchor, citation.at, len(citation.text)))
    for rank in sorted({rank for part in parts for rank in ranks.get(part.anchor, ())}):
        note = text.footnotes[rank]
        for identity in dict.fromkeys(citation.instrument or "" for citation in _known(note.citations)):
            notes.setdefault(identity, []).append(note)
    for identity in dict.fromkeys((*spans, *notes)):
        yield identity, Entry(text.symbol, paragraph, tuple(spans.get(identity, ())), tuple(notes.get(identity, ())))


def _known(citations: Iterable[Citation]) -> Iterator[Citation]:
    return (citation for citation in citations if citation.instrument)


def _about(instrument: Instrument, library: Library) -> Iterator[str]:
    """The other names of an instrument, where it stands, and its kin."""
    lines = [
        ("Also called", ", ".join(escape(name) for name in instrument.short)),
        ("Formerly", ", ".join(escape(name) for name in instrument.former)),
        ("Document", escape(instrument.symbol or "")),
        ("Treaty Series", escape(instrument.treaty_series or "")),
        ("Sales number", escape(instrument.sales or "")),
        ("Protocol to", _linked(instrument.protocol_to, library)),
        ("Made of", ", ".join(_linked(one, library) for one in instrument.members)),
        ("Cited with others as", ", ".join(_linked(one, library) for one in _collectives(instrument.id, library))),
    ]
    known = "\n".join(f"- **{name}** {value}" for name, value in lines if value)
    if known:
        yield f'<div class="masthead" markdown>\n\n{known}\n\n</div>'
    address = library.authorities.instruments.address(instrument.id)
    if address:
        yield f"[Where it can be read officially]({address})"


def _linked(identity: str | None, library: Library) -> str:
    return f"[{escape(library.authorities.instruments.by_id[identity].title)}]({identity}.md)" if identity else ""


def _collectives(identity: str, library: Library) -> Iterator[str]:
    return (other.id for other in library.authorities.instruments.by_id.values() if identity in other.members)


def _index(cited: Mapping[str, Groups], library: Library) -> IndexPage:
    """The list of all instruments, those that are cited first."""
    by_title = sorted(library.authorities.instruments.by_id.values(), key=lambda one: one.title.casefold())
    named = [one for one in by_title if one.id in cited]
    others = [one for one in by_title if one.id not in cited]
    blocks = ["Treaties, declarations, conferences and reports that resolutions name, with every paragraph that does."]
    if named:
        blocks += ["## Cited in this edition", "\n".join(_line(one, cited[one.id]) for one in named)]
    if others:
        blocks += ["## Known, and not cited in this edition", "\n".join(_line(one, {}) for one in others)]
    return IndexPage(INDEX, "Resolutions by instrument", tuple(blocks))


def _line(instrument: Instrument, groups: Groups) -> str:
    counted = f", {count(groups)}" if groups else ""
    return f"- [{escape(instrument.title)}]({instrument.id}.md){counted}"
