"""Write a page for each ladder: one paragraph from its first appearance to its last, with what changed at each step."""

from collections.abc import Iterator, Mapping

from generator.library import Library
from generator.lineage.lookup import Lookup, parted
from generator.lineage.model import Ladder
from generator.lineage.strength import STRONGEST
from generator.model import LinkKind
from generator.writing.dates import in_words
from generator.writing.escape import escape, escape_line
from generator.writing.indexes.page import index_page
from generator.writing.lineage.addresses import ladder_page, series_page
from generator.writing.lineage.comparisons import LEGEND
from generator.writing.lineage.diffs import diff
from generator.writing.lineage.steps import kind_of, verb_of, way
from generator.writing.links import link

_FIRST_WORDS = 12
_SCALE = "How strongly a verb asks is told by [an editorial scale](../method.md#how-strongly-a-verb-asks) from 1 to 5."


def ladder_pages(lookup: Lookup, library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the page of each ladder that has more than one place."""
    return {
        ladder_page(ladder): _page(ladder, lookup, library)
        for ladder in lookup.lineage.ladders
        if len(ladder.places) > 1
    }


def _page(ladder: Ladder, lookup: Lookup, library: Library) -> str:
    page = ladder_page(ladder)
    series = lookup.series_of.get(parted(ladder.id)[0])
    of = f"Of the series [{escape(series.title)}](<{link(page, series_page(series))}>)." if series else ""
    steps = (block for place in ladder.places for block in _place(page, place, ladder, lookup, library))
    last = " ".join(lookup.words(ladder.places[-1]).split()[:_FIRST_WORDS])
    return index_page(f"{last} …", of, LEGEND, _SCALE, *steps, *_joins(page, ladder, library))


def _place(page: str, place: str, ladder: Ladder, lookup: Lookup, library: Library) -> Iterator[str]:
    """One place of a ladder: where and when, with which verb, and what changed."""
    symbol, _ = parted(place)
    text = library.heads[symbol]
    date = in_words(text.adopted) if text.adopted else "no date" if text.status == "adopted" else "draft"
    yield f"## {way(page, place, library)} {escape(date)} {{: .text }}"
    opening = lookup.paragraph(place).opening
    steps = [one for one in ladder.steps if one.to == place]
    said = [f"*{escape(opening)}*{_grade(opening, library)}"] if opening else []
    said += [f"{kind_of(one)} from {way(page, one.origin, library)}" for one in steps]
    said += [verb_of(one) for one in steps if verb_of(one)]
    if said:
        yield f"{' · '.join(said)}\n{{: .of }}"
    words = lookup.words(place)
    changed = [one for one in steps if one.kind is not LinkKind.VERBATIM]
    if not changed:
        yield f"{escape_line(words)}\n{{: .diff }}"
        return
    nearest = max(changed, key=lambda one: one.score)
    yield f"{diff(lookup.words(nearest.origin), words)}\n{{: .diff }}"


def _grade(opening: str, library: Library) -> str:
    force = library.authorities.verbs.force(opening)
    return "" if force is None else f", {force[0]} of {STRONGEST}"


def _joins(page: str, ladder: Ladder, library: Library) -> Iterator[str]:
    """The clauses that came from other paragraphs, or went to them."""
    if ladder.joins:
        yield "## Clauses that moved"
        yield "\n".join(
            f"- From {way(page, one.origin, library)} to {way(page, one.to, library)}" for one in ladder.joins
        )
