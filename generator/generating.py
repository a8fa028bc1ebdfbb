"""Everything that is generated, in groups: each knows the key of what it is made from, and how to make its files.

The files of one text and the pages of one family of series depend on the texts around them; the indexes, feeds and
tables on all texts.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from generator import versions
from generator.exports import akoma_ntoso
from generator.exports.feeds import feeds
from generator.language.shingles import index_files
from generator.library import Library
from generator.neighbourhood import Map, around_series, around_text, key_of
from generator.searching import facts, telling
from generator.versions import PROGRAM, digest_of
from generator.writing import citing, skos, twin
from generator.writing.bulk import Last, bulk
from generator.writing.closed import closed_pages
from generator.writing.indexes import index_pages
from generator.writing.indexes.entries import in_time, oldest_first
from generator.writing.indexes.home import HOME, home_page
from generator.writing.indexes.paging import IndexPage, markdown
from generator.writing.lineage.data import ladder_files
from generator.writing.lineage.pages import lineage_pages
from generator.writing.lineage.series_pages import INDEX, list_of_series
from generator.writing.markdown import page
from generator.writing.phrases import phrase_pages
from generator.writing.pieces import Content
from generator.writing.table import table_files

Files = Mapping[str, str] | Mapping[str, bytes] | Mapping[str, Content]
"""Path under docs/ → content."""


class Group(msgspec.Struct, frozen=True):
    """Files that are made together: while the key is the same, so are they. `packed` ones go into the download."""

    key: str
    make: Callable[[], Files]
    packed: bool = False


def groups(held: Library, chart: Map, kept: Path | None = None) -> Iterator[Group]:
    """Give what is made of all texts together and of each, but the download; what takes longest comes first.

    `kept` is the folder of the cache.
    """
    everything = digest_of([key_of(held, chart).encode()])
    for name, make in _of_all(kept).items():
        yield Group(f"{everything} {name}", partial(make, held), packed=name in _PACKED)
    for symbol in held.texts:
        key = key_of(around_text(held, chart, symbol), chart)
        yield Group(key, partial(_of_text, held, chart, symbol), packed=True)
    corpus = _corpus(held)
    yield Group(f"{corpus} {versions.commit()} build", lambda: {versions.NAME: versions.build(corpus)})


def listing(held: Library, chart: Map) -> Iterator[Group]:
    """Give the pages that list texts and paragraphs: those of lineage and those of the indexes."""
    for family in around_series(held, chart):
        yield Group(key_of(family, chart), partial(lineage_pages, family))
    # pages that quote the same texts are made one after another, so that these are taken down once
    for page_ in sorted(index_pages(held), key=lambda one: _first_quoted(one, held)):
        yield Group(_key_of_index(page_, held, chart), partial(_of_index, page_, held))


def _corpus(held: Library) -> str:
    """The digest of a corpus: of its texts as they were handed in, and of what editors keep beside them."""
    sources = (f"{text.symbol} {text.source.sha256}".encode() for text in held.heads.values())
    return digest_of([held.authorities.digest.encode(), *sources])


def download(packed: Mapping[str, str], opened: Callable[[str], BinaryIO], last: Last | None = None) -> Group:
    """Give the download of all data; takes the key of each file that goes into it, and what opens a file."""
    key = digest_of(f"{path} {key}".encode() for path, key in sorted(packed.items()))
    return Group(f"{key} download", lambda: bulk(packed, opened, last))


def _of_text(held: Library, chart: Map, symbol: str) -> Files:
    """The files of a text; what is around it is looked up again, for all of that together would fill the memory."""
    around = around_text(held, chart, symbol)
    text = around.texts[symbol]
    return {
        f"{symbol}.md": page(text, around),
        twin.path(symbol): twin.encode(text),
        akoma_ntoso.path(symbol): akoma_ntoso.akoma_ntoso(text, around.authorities),
        **citing.downloads(text, around),
    }


def _key_of_index(listing: IndexPage, held: Library, chart: Map) -> str:
    """The key of a page of an index: where it stands, its blocks, and the texts that it quotes."""
    quoted = (f"{symbol} {chart.keys[symbol]}" for symbol in listing.groups)
    told = (PROGRAM, held.authorities.digest, listing.path, listing.title, *listing.blocks, *quoted)
    return digest_of(part.encode() for part in told)


def _first_quoted(listing: IndexPage, held: Library) -> tuple[bool, str, str]:
    first = next(iter(listing.groups), None)
    return in_time(held.heads[first]) if first else (False, "", "")


def _of_index(listing: IndexPage, held: Library) -> Files:
    return {listing.path: markdown(listing, held)}


def _lists(held: Library) -> Files:
    themes = (rules.theme for rules in held.authorities.themes.by_id.values())
    return {
        twin.CATALOGUE: twin.catalogue(held.heads.values()),
        twin.GRAPH: twin.graph(held.texts.values()),
        skos.PATH: skos.skos(themes),
        **twin.schemas(),
    }


def _of_all(kept: Path | None) -> Mapping[str, Callable[[Library], Files]]:
    """What is made of all texts, by name; `kept` is the folder of the cache."""
    return {
        "phrases": partial(phrase_pages, kept=kept),
        "table": lambda held: table_files(held.texts.values()),
        "wording": lambda held: index_files(oldest_first(held)),
        "closed": lambda held: closed_pages(held.old_links.closed, held.heads),
        "ladders": lambda held: ladder_files(held.lookup.lineage),
        "lists": _lists,
        "feeds": feeds,
        "facts": lambda held: {facts.PATH: telling.encoded(held.texts.values(), held.places, held.authorities)},
        "home": lambda held: {HOME: home_page(held)},
        "series": lambda held: {INDEX: list_of_series(held)},
    }


_PACKED = frozenset({"table", "ladders", "lists", "feeds"})
