"""The part of the library that one page needs: a small library of the texts around it, and a key of all that it holds.

A page that is made from the small library can depend on nothing else, so that while the key is the same the page is.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

import msgspec

from generator.citing.adoption import Adoptions
from generator.library import Library
from generator.lineage.lookup import Lookup, parted
from generator.lineage.model import Drop, Ladder, Lineage, Link, Series
from generator.linking.graph import edges
from generator.linking.instruments import Place
from generator.model import Resolution
from generator.promise.aliases import OldLinks
from generator.shelf import WhenAsked
from generator.versions import PROGRAM, digest_of


class Map(msgspec.Struct, frozen=True):
    """What the lineage says of each text, by its symbol; the key of its content; and the order of what is told."""

    keys: Mapping[str, str]
    series: Mapping[str, tuple[Series, ...]]
    links: Mapping[str, tuple[Link, ...]]
    ladders: Mapping[str, tuple[Ladder, ...]]
    new: Mapping[str, tuple[str, ...]]
    dropped: Mapping[str, tuple[Drop, ...]]
    ranks: Mapping[Hashable, int]


def map_of(library: Library) -> Map:
    """Look once through the whole library, so that each neighbourhood costs only what is in it."""
    found = library.lookup.lineage
    return Map(
        keys=library.digests,
        series=_grouped((member.symbol, one) for one in found.series for member in one.members),
        links=_grouped((symbol, one) for one in found.links for symbol in {*_ends(one)}),
        ladders=_grouped((symbol, one) for one in found.ladders for symbol in {parted(at)[0] for at in one.places}),
        new=_grouped((parted(place)[0], place) for place in found.new),
        dropped=_grouped((symbol, one) for one in found.dropped for symbol in {parted(one.anchor)[0], one.where}),
        ranks={one: rank for rank, one in enumerate((*found.new, *found.dropped))},
    )


def around_text(library: Library, chart: Map, symbol: str) -> Library:
    """Give what the page of a text needs: the texts it names and that name it, and those next to it in its series."""
    text = library.texts[symbol]
    links, ladders = chart.links.get(symbol, ()), chart.ladders.get(symbol, ())
    cited = {one: library.held[one] for one in sorted(_cited(text, library)) if one in library.held}
    series = chart.series.get(symbol, ())
    related = (*library.adoptions.adopted_as.get(symbol, ()), *library.adoptions.drafts.get(symbol, ()))
    hints = library.old_links.hints.get(symbol, {})
    symbols = {
        symbol,
        *(home.symbol for home in cited.values()),
        *(one.symbol for one in library.backlinks.get(symbol, ())),
        *(end for one in links for end in _ends(one)),
        *(member.symbol for one in series for member in one.members),
        *related,
        *(hint.to.partition("#")[0] for told in hints.values() for hint in told),
    }
    return msgspec.structs.replace(
        _with_texts(library, symbols, Lineage(series, links, (), (), ladders)),
        held=cited,
        backlinks={symbol: library.backlinks.get(symbol, ())},
        old_links=OldLinks({symbol: library.old_links.aliases.get(symbol, {})}, {symbol: hints}, {}),
        adoptions=Adoptions(
            {symbol: library.adoptions.adopted_as.get(symbol, ())}, {symbol: library.adoptions.drafts.get(symbol, ())}
        ),
    )


def around_series(library: Library, chart: Map) -> Iterator[Library]:
    """Give, for each family of texts that share a series or a link, what the pages of its lineage need."""
    for family in _families(library.lookup.lineage):
        told = Lineage(
            series=tuple(sorted(_of(chart.series, family), key=lambda one: one.id)),
            links=tuple(sorted(_of(chart.links, family), key=lambda one: (one.origin, one.to))),
            new=tuple(sorted(_of(chart.new, family), key=lambda one: chart.ranks[one])),
            dropped=tuple(sorted(_of(chart.dropped, family), key=lambda one: chart.ranks[one])),
            ladders=tuple(sorted(_of(chart.ladders, family), key=lambda one: one.id)),
        )
        yield msgspec.structs.replace(
            _with_texts(library, family, told),
            held={},
            backlinks={},
            old_links=OldLinks({}, {}, {}),
            adoptions=Adoptions(),
        )


def key_of(small: Library, chart: Map) -> str:
    """Give a key that tells a small library from any other, and what this program makes of it from another's."""
    told = (small.lookup.lineage, small.backlinks, sorted(small.held), small.old_links, small.adoptions)
    named = (f"{symbol} {chart.keys[symbol]}".encode() for symbol in small.texts)
    return digest_of([PROGRAM.encode(), small.authorities.digest.encode(), msgspec.msgpack.encode(told), *named])


def _with_texts(library: Library, symbols: Iterable[str], told: Lineage) -> Library:
    heads = {symbol: library.heads[symbol] for symbol in sorted(symbols) if symbol in library.heads}
    texts = WhenAsked(heads, library.texts.__getitem__)
    return msgspec.structs.replace(
        library,
        texts=texts,
        heads=heads,
        digests={},
        places=WhenAsked(heads, library.places.__getitem__),
        lookup=Lookup(told, texts),
    )


def _families(lineage: Lineage) -> Iterator[frozenset[str]]:
    """The texts that series and links join together, each family once, in the order of the series."""
    family: dict[str, set[str]] = {}
    joined = ([member.symbol for member in one.members] for one in lineage.series)
    for together in chain(joined, map(_ends, lineage.links)):
        whole = set(together).union(*(family.get(symbol, ()) for symbol in together))
        if any(family.get(symbol) != whole for symbol in together):
            family |= dict.fromkeys(whole, whole)
    return (frozenset(found) for found in {id(one): one for one in family.values()}.values())


def _cited(text: Resolution, library: Library) -> Iterator[str]:
    """The symbols under which documents are named that a text names."""
    for edge in edges((text,)):
        entry = library.authorities.instruments.by_id.get(edge.instrument or "")
        if edge.to:
            yield edge.to
        if entry and entry.symbol:
            yield Place.of(entry.symbol).document


def _ends(link: Link) -> tuple[str, str]:
    return parted(link.origin)[0], parted(link.to)[0]


_Kind = TypeVar("_Kind", bound=Hashable)


def _of(told: Mapping[str, tuple[_Kind, ...]], symbols: Iterable[str]) -> Iterable[_Kind]:
    """What is told of any of some texts, each thing once."""
    return dict.fromkeys(chain.from_iterable(told.get(symbol, ()) for symbol in sorted(symbols)))


def _grouped(pairs: Iterable[tuple[str, _Kind]]) -> dict[str, tuple[_Kind, ...]]:
    found: dict[str, list[_Kind]] = {}
    for symbol, one in pairs:
        found.setdefault(symbol, []).append(one)
    return {symbol: tuple(told) for symbol, told in found.items()}
