"""Write the comparison of two neighbours of a series: every paragraph of the later one with what changed in it."""

from collections.abc import Iterator, Mapping

from generator.library import Library
from generator.lineage.judging import affirms
from generator.lineage.lookup import Lookup, neighbours, parted
from generator.lineage.model import Link
from generator.model import LinkKind, Resolution
from generator.walk import paragraphs
from generator.writing.dates import in_words
from generator.writing.escape import escape, escape_line
from generator.writing.indexes.page import counted, index_page
from generator.writing.lineage.addresses import comparison_page
from generator.writing.lineage.diffs import diff
from generator.writing.lineage.steps import JUDGED, manner, way
from generator.writing.links import link

LEGEND = (
    "Words that were put in are <ins>underlined</ins>, words that were taken out are <del>struck through</del>. "
    "Numbers and footnote marks are no changes."
)


def comparison_pages(lookup: Lookup, library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the comparison of each pair of texts that are linked."""
    return {
        comparison_page(earlier, later): _page(library.texts[earlier], library.texts[later], lookup, library)
        for earlier, later in neighbours(lookup.lineage)
    }


def _page(earlier: Resolution, later: Resolution, lookup: Lookup, library: Library) -> str:
    page = comparison_page(earlier.symbol, later.symbol)
    blocks = [LEGEND, _named(page, earlier), _named(page, later)]
    for paragraph in paragraphs(later):
        place = f"{later.symbol}#{paragraph.anchor}"
        steps = tuple(one for one in lookup.before.get(place, ()) if parted(one.origin)[0] == earlier.symbol)
        blocks += compared(page, place, steps, lookup, library)
    blocks += _dropped(page, earlier, later, lookup, library)
    return index_page(f"{later.symbol} compared with {earlier.symbol}", *blocks)


def compared(page: str, place: str, steps: tuple[Link, ...], lookup: Lookup, library: Library) -> Iterator[str]:
    """Give the blocks of one paragraph: where it is from, and its words with what changed in them."""
    anchor = parted(place)[1]
    words = lookup.words(place)
    here = way(page, place, library, with_symbol=False)
    if not steps:
        said = any(one.to == anchor and not affirms(one) for one in library.heads[parted(place)[0]].lineage)
        yield f"{here} **New**{f', {JUDGED}' if said else ''}\n{{: #{anchor} .step }}"
        yield f"{escape_line(words)}\n{{: .diff .new }}"
        return
    from_ = ", ".join(f"{way(page, one.origin, library)} ({manner(one)})" for one in steps)
    yield f"{here} from {from_}\n{{: #{anchor} .step }}"
    nearest = max(steps, key=lambda one: one.score)
    same = nearest.kind is LinkKind.VERBATIM
    yield f"{escape_line(words) if same else diff(lookup.words(nearest.origin), words)}\n{{: .diff }}"


def _dropped(page: str, earlier: Resolution, later: Resolution, lookup: Lookup, library: Library) -> Iterator[str]:
    """The paragraphs of the earlier text that the later one no longer has."""
    gone = [
        one.anchor
        for one in lookup.lineage.dropped
        if one.where == later.symbol and parted(one.anchor)[0] == earlier.symbol
    ]
    if gone:
        yield f"## No longer there: {counted(len(gone), 'paragraph')} {{: #dropped }}"
    for place in gone:
        said = any(one.origin == place and not affirms(one) for one in later.lineage)
        yield f"{way(page, place, library)}{f', {JUDGED}' if said else ''}\n{{: .step }}"
        yield f"{escape_line(lookup.words(place))}\n{{: .diff .dropped }}"


def _named(page: str, text: Resolution) -> str:
    said = (text.title, text.organ, text.adopted and in_words(text.adopted))
    return f"- [{escape(text.symbol)}](<{link(page, f'{text.symbol}.md')}>) {escape(', '.join(filter(None, said)))}"
