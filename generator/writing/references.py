"""Write who cites a text, below each paragraph and at the foot of its page, and which instruments it names."""

from collections.abc import Iterable, Iterator, Mapping

from generator import walk
from generator.library import Library
from generator.linking.backlinks import Backlink
from generator.model import Resolution
from generator.writing.chips import chips
from generator.writing.dates import in_words
from generator.writing.escape import escape
from generator.writing.indexes.entries import in_time
from generator.writing.indexes.instruments import instrument_page
from generator.writing.indexes.page import counted
from generator.writing.lineage.steps import folded, margin
from generator.writing.links import link


def margins(text: Resolution, library: Library) -> Mapping[str, tuple[str, ...]]:
    """Give the blocks below each paragraph of a text, by its anchor: its chips, how it moved, and who cites it."""
    below = {paragraph.anchor: chips(text, paragraph, library) for paragraph in walk.paragraphs(text)}
    cited = _cited(text, library)
    places = {anchor: f"{text.symbol}#{anchor}" for anchor in below}
    moved = {anchor: margin(place, library.lookup, library) for anchor, place in places.items()}
    changed = {anchor: folded(place, library.lookup, library) for anchor, place in places.items()}
    told = {anchor: _told(text, anchor, library) for anchor in library.old_links.hints.get(text.symbol, {})}
    every = dict.fromkeys((*below, *cited, *told))
    lines = {anchor: [_small(by.get(anchor)) for by in (below, moved, cited, told)] for anchor in every}
    return {
        anchor: tuple(filter(None, (own, moved_here, changed.get(anchor), *more)))
        for anchor, (own, moved_here, *more) in lines.items()
    }


def _small(line: str | None) -> str:
    return f"{line}\n{{: .margin }}" if line else ""


def _told(text: Resolution, anchor: str, library: Library) -> str:
    """Where the words are now that older links to an anchor meant."""
    lines = []
    for hint in library.old_links.hints[text.symbol][anchor]:
        symbol, _, moved_to = hint.to.partition("#")
        place = library.places.get(symbol, {}).get(moved_to)
        now = f"[{escape(place)}](<{link(f'{text.symbol}.md', f'{symbol}.md', moved_to)}>)" if place else "withdrawn"
        lines.append(f"Links from before {in_words(hint.said.date)} meant what is now {now} ({escape(hint.said.why)})")
    return ". ".join(lines)


def _cited(text: Resolution, library: Library) -> Mapping[str, str]:
    citing: dict[str, list[Backlink]] = {}
    for backlink in library.backlinks.get(text.symbol, ()):
        if backlink.place:
            citing.setdefault(backlink.place, []).append(backlink)
    return {anchor: f"Cited in {_ways(text, links, library)}" for anchor, links in citing.items()}


def reference_blocks(text: Resolution, library: Library) -> Iterator[str]:
    """Give the Markdown blocks of a fold-out: the instruments that a text names, and the paragraphs that cite it."""
    named = tuple(_named(text, library))
    citing = [link for link in library.backlinks.get(text.symbol, ()) if link.symbol != text.symbol]
    if not (named or citing):
        return
    yield '<details class="about" data-search-exclude markdown>\n<summary>References</summary>'
    if citing:
        by_symbol: dict[str, list[Backlink]] = {}
        for one in citing:
            by_symbol.setdefault(one.symbol, []).append(one)
        yield f"**Cited by** {counted(len(by_symbol), 'text')}"
        texts = sorted(by_symbol, key=lambda symbol: in_time(library.heads[symbol]))
        yield "\n".join(_citing(text, symbol, by_symbol[symbol], library) for symbol in texts)
    if named:
        yield f"**Instruments named here** ({len(named)})"
        yield "\n".join(named)
    yield "</details>"


def _citing(text: Resolution, symbol: str, links: Iterable[Backlink], library: Library) -> str:
    """A text that cites this one: its title and the paragraphs that do."""
    title = library.heads[symbol].title
    return f"- {escape(symbol)}{f' {escape(title)}' if title else ''}: {_ways(text, links, library, with_symbol=False)}"


def _ways(text: Resolution, links: Iterable[Backlink], library: Library, *, with_symbol: bool = True) -> str:
    """Links to paragraphs, each once."""
    ways = {(one.symbol, one.anchor): _way(text, one, library, with_symbol=with_symbol) for one in links}
    return ", ".join(ways.values())


def _way(text: Resolution, backlink: Backlink, library: Library, *, with_symbol: bool) -> str:
    place = library.places[backlink.symbol].get(backlink.anchor, "title")
    elsewhere = with_symbol and backlink.symbol != text.symbol
    words = f"{backlink.symbol}, {place}" if elsewhere else place
    return f"[{escape(words)}](<{link(f'{text.symbol}.md', f'{backlink.symbol}.md', backlink.anchor)}>)"


def _named(text: Resolution, library: Library) -> Iterator[str]:
    """A line for each instrument that a text names, with the places that do; all places of one paragraph are one."""
    places: dict[str, dict[str, None]] = {}
    for paragraph in walk.paragraphs(text):
        for part in walk.with_items((paragraph,)):
            for citation in part.citations:
                places.setdefault(citation.instrument or "", {})[paragraph.anchor] = None
    for note in text.footnotes:
        for citation in note.citations:
            places.setdefault(citation.instrument or "", {})[note.anchor] = None
    page = f"{text.symbol}.md"
    for identity, anchors in sorted(places.items()):
        if identity:
            title = escape(library.authorities.instruments.by_id[identity].title)
            ways = ", ".join(f"[{escape(library.places[text.symbol][anchor])}](#{anchor})" for anchor in anchors)
            yield f"- [{title}](<{link(page, instrument_page(identity))}>): {ways}"
