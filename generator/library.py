"""The library: all texts of an edition, and what only all of them together can say.

Takes the texts as they were read and the authority files; nothing here is in the twin of a text.
"""

from collections.abc import Iterable, Mapping

import msgspec

from generator.authorities import Authorities
from generator.citing.adoption import Adoptions, adoptions
from generator.lineage.lookup import Lookup
from generator.lineage.tracing import Tracer, lineage, trace
from generator.linking.backlinks import Backlink, backlinks
from generator.linking.destinations import Held, held_texts
from generator.linking.graph import Edge, edges
from generator.model import Resolution
from generator.places import places
from generator.promise.aliases import OldLinks, old_links
from generator.promise.fingerprints import words_held
from generator.promise.lock import Lock


class Library(msgspec.Struct, frozen=True):
    """The texts by symbol, who cites whom, how places are named in words, which draft became what, and old links."""

    texts: Mapping[str, Resolution]
    authorities: Authorities
    held: Held
    edges: tuple[Edge, ...]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    places: Mapping[str, Mapping[str, str]]
    old_links: OldLinks
    lookup: Lookup
    adoptions: Adoptions


def library(
    resolutions: Iterable[Resolution], authorities: Authorities, lock: Lock = (), tracer: Tracer = trace
) -> Library:
    """Take texts in any order, give them as a library: the same texts make the same one. `tracer` finds the lineage."""
    texts = {text.symbol: text for text in sorted(resolutions, key=lambda text: text.symbol)}
    held = held_texts(texts.values())
    graph = edges(texts.values())
    return Library(
        texts=texts,
        authorities=authorities,
        held=held,
        edges=graph,
        backlinks=backlinks(graph, held, authorities.instruments),
        places={symbol: places(text) for symbol, text in texts.items()},
        lookup=Lookup(lineage(texts.values(), authorities.verbs, tracer), texts),
        old_links=old_links(lock, words_held(texts.values())),
        adoptions=adoptions(texts.values()),
    )
