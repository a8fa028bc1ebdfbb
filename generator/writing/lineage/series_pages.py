"""Write a page for each series: its texts, the matrix of its ladders, what is new and what was dropped at each step."""

from collections.abc import Iterator, Mapping

from generator.library import Library
from generator.lineage.lookup import Lookup, neighbours, parted
from generator.lineage.model import Ladder, Member, Series
from generator.writing.dates import in_words
from generator.writing.escape import escape
from generator.writing.indexes.entries import Entry, listed
from generator.writing.indexes.page import counted, folded, index_page
from generator.writing.lineage.addresses import comparison_page, ladder_page, series_page
from generator.writing.lineage.drawing import BRANCHES, drawing
from generator.writing.links import link

INDEX = "series/index.md"


def series_pages(lookup: Lookup, library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the pages of all series."""
    return {series_page(one): _page(one, lookup, library) for one in lookup.lineage.series}


def list_of_series(library: Library) -> str:
    """Give the Markdown of the page that leads to all series."""
    lines = "\n".join(
        f"- [{escape(one.title)}]({one.id}.md), {counted(len(one.members), 'text')}"
        for one in library.lookup.lineage.series
    )
    said = "Texts that continue one another, and how their paragraphs moved from each to the next."
    return index_page("Resolutions by series", said, lines)


def _page(series: Series, lookup: Lookup, library: Library) -> str:
    page = series_page(series)
    members = "\n".join(_member(page, member, library) for member in series.members)
    steps = (block for one in _steps(series, lookup) for block in _step(page, *one, lookup, library))
    return index_page(
        series.title,
        members,
        "## How the paragraphs moved",
        drawing(series, lookup, library, "../../"),
        folded("The same as a table", _matrix(page, series, lookup, library)),
        *steps,
    )


def _member(page: str, member: Member, library: Library) -> str:
    text = library.heads[member.symbol]
    date = in_words(member.adopted) if member.adopted else "draft" if member.status == "draft" else "no date"
    said = ", ".join(filter(None, (text.organ, date, BRANCHES[member.branch])))
    return f"- [{escape(member.symbol)}](<{link(page, f'{member.symbol}.md')}>) {escape(said)}"


def _steps(series: Series, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """The pairs of texts of a series that are linked."""
    symbols = {member.symbol for member in series.members}
    return ((one, other) for one, other in neighbours(lookup.lineage) if {one, other} <= symbols)


def _step(page: str, earlier: str, later: str, lookup: Lookup, library: Library) -> Iterator[str]:
    """What one text brought, and what it left out of the one before."""
    new = [place for place in lookup.lineage.new if parted(place)[0] == later]
    dropped = [one.anchor for one in lookup.lineage.dropped if one.where == later and parted(one.anchor)[0] == earlier]
    yield f"## From {escape(earlier)} to {escape(later)}"
    yield f"[Compare the two, word by word](<{link(page, comparison_page(earlier, later))}>)"
    for name, places in (("new", new), ("dropped", dropped)):
        if places:
            text = library.heads[parted(places[0])[0]]
            entries = [Entry(text.symbol, lookup.paragraph(place)) for place in places]
            yield from listed(page, text, entries, library, f"{counted(len(places), 'paragraph')} {name}")


def _matrix(page: str, series: Series, lookup: Lookup, library: Library) -> str:
    """A row for each ladder, a column for each text; every cell a link."""
    symbols = [member.symbol for member in series.members]
    held = set(symbols)
    ladders = [
        one
        for one in lookup.lineage.ladders
        if len(one.places) > 1 and held & {parted(place)[0] for place in one.places}
    ]
    head = f"| Ladder | {' | '.join(map(escape, symbols))} |\n|{' --- |' * (len(symbols) + 1)}"
    rows = (_row(page, one, symbols, lookup, library) for one in ladders)
    return '<div class="ladders" markdown>\n\n' + "\n".join((head, *rows)) + "\n\n</div>"


def _row(page: str, ladder: Ladder, symbols: list[str], lookup: Lookup, library: Library) -> str:
    words = escape(" ".join(lookup.words(ladder.id).split()[:5]))
    cells = (
        ", ".join(
            f"[{escape(library.places[symbol][parted(place)[1]])}](<{link(page, f'{symbol}.md', parted(place)[1])}>)"
            for place in ladder.places
            if parted(place)[0] == symbol
        )
        for symbol in symbols
    )
    return f"| [{words} …](<{link(page, ladder_page(ladder))}>) | {' | '.join(cells)} |"
