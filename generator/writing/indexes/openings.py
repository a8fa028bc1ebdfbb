"""Write a page for each way that paragraphs open: "Urges", "Also urges" and "Strongly urges" are one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.library import Library
from generator.model import Kind, Paragraph, Resolution
from generator.reading.openings import parts
from generator.writing.escape import escape
from generator.writing.indexes.entries import QUOTED, Entry, Groups, Ranks, count
from generator.writing.indexes.page import slug
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.quoting import Span
from generator.writing.indexes.sorting import Sorted, paragraphs_of

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

Opened = tuple[str, str, str]
"""The heading that paragraphs are listed under, and their opening: without adverbs ("Calls upon"), and as printed."""

Families = Mapping[str, Iterable[Opened]]


def opening_pages(library: Library, found: Sorted[Opened]) -> Iterator[IndexPage]:
    """Give the pages of all openings, and the list of them."""
    whole: dict[str, list[Opened]] = {}
    under: dict[str, dict[str, list[Opened]]] = {one: {} for one in (*_OF_KIND.values(), _PREAMBLE, _ANNEXES)}
    for form in found.groups:
        heading, family, _ = form
        whole.setdefault(family, []).append(form)
        under[heading].setdefault(family, []).append(form)
    lists = (block for heading, families in under.items() for block in _list(heading, families, found))
    yield IndexPage(INDEX, "Paragraphs by opening words", tuple(lists))
    for family, forms in whole.items():
        subject = Subject(_page(family), f"Opening: {family}", (_forms(forms, found),), _entries)
        yield from entry_pages(subject, _together(forms, found), _weights(forms, found), library)


def opened(text: Resolution) -> Iterator[tuple[Opened, int, int]]:
    """Give every paragraph of a text that opens with a verb, with its rank and weight."""
    annexed = (paragraph for annex in text.annexes for paragraph in annex.paragraphs)
    parts_of_text = (
        *((_PREAMBLE, paragraph) for paragraph in text.preamble),
        *((_OF_KIND[paragraph.kind], paragraph) for paragraph in text.operative),
        *((_ANNEXES, paragraph) for paragraph in annexed),
    )
    for rank, (heading, paragraph) in enumerate(parts_of_text):
        if paragraph.opening:
            family = parts(paragraph.opening).family
            yield (heading, family, paragraph.opening), rank, QUOTED.weigh(Entry(text.symbol, paragraph))


def _entries(text: Resolution, ranks: Ranks) -> Iterator[Entry]:
    return (_entry(text, paragraph) for paragraph in paragraphs_of(text, ranks))


def _entry(text: Resolution, paragraph: Paragraph) -> Entry:
    return Entry(text.symbol, paragraph, (Span(paragraph.anchor, 0, len(paragraph.opening or "")),))


def _together(forms: Iterable[Opened], found: Sorted[Opened]) -> Groups:
    """What stands under several forms of an opening."""
    groups: dict[str, Ranks] = {}
    for form in forms:
        for symbol, ranks in found.groups[form].items():
            groups[symbol] = tuple(sorted((*groups.get(symbol, ()), *ranks)))
    return groups


def _weights(forms: Iterable[Opened], found: Sorted[Opened]) -> Mapping[str, int]:
    weights: Counter[str] = Counter()
    for form in forms:
        weights.update(found.weights[form])
    return weights


def _page(family: str) -> str:
    return f"openings/{slug(family)}.md"


def _forms(forms: Iterable[Opened], found: Sorted[Opened]) -> str:
    """The forms of one opening as they are printed, each with its number."""
    numbers: Counter[str] = Counter()
    for form in forms:
        numbers[form[2]] += sum(map(len, found.groups[form].values()))
    return ", ".join(f"*{escape(printed)}* ({number})" for printed, number in sorted(numbers.items()))


def _list(heading: str, families: Families, found: Sorted[Opened]) -> Iterator[str]:
    """The openings under one heading, in the order of the alphabet."""
    if families:
        yield f"## {heading}"
        yield "\n".join(
            f"- [{escape(family)}]({slug(family)}.md), {count(_together(forms, found))}"
            for family, forms in sorted(families.items())
        )
