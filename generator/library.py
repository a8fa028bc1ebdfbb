"""The library: all texts of an edition, and what only all of them together can say.

Takes the texts as they were read and the authority files; nothing here is in the twin of a text.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

from generator.authorities import Authorities
from generator.citing.adoption import Adoptions, adoptions
from generator.lineage.lookup import Lookup
from generator.lineage.tracing import Tracer, lineage, trace
from generator.linking.backlinks import Backlink, backlinks
from generator.linking.destinations import Held, held_texts
from generator.linking.graph import edges
from generator.model import Resolution
from generator.places import places
from generator.promise.aliases import OldLinks, old_links
from generator.promise.fingerprints import words_held
from generator.promise.lock import Lock
from generator.shelf import Shelf, WhenAsked

_AT_HAND = 2000  # texts the names of whose places were asked for last: some kilobytes each


class Library(msgspec.Struct, frozen=True):
    """The texts by symbol, who cites whom, how places are named in words, which draft became what, and old links.

    `heads` are the texts without their paragraphs, always at hand; `digests` tells each text from any other.
    """

    texts: Mapping[str, Resolution]
    heads: Mapping[str, Resolution]
    digests: Mapping[str, str]
    authorities: Authorities
    held: Held
    backlinks: Mapping[str, tuple[Backlink, ...]]
    places: Mapping[str, Mapping[str, str]]
    old_links: OldLinks
    lookup: Lookup
    adoptions: Adoptions


def library(
    resolutions: Iterable[Resolution] | Shelf, authorities: Authorities, lock: Lock = (), tracer: Tracer = trace
) -> Library:
    """Take texts in any order, give them as a library: the same texts make the same one. `tracer` finds the lineage."""
    texts = resolutions if isinstance(resolutions, Shelf) else Shelf(resolutions)
    held = held_texts(texts.values())
    graph = chain.from_iterable(edges((text,)) for text in texts.values())
    return Library(
        texts=texts,
        heads=texts.heads,
        digests=texts.digests,
        authorities=authorities,
        held=held,
        backlinks=backlinks(graph, held, authorities.instruments),
        places=WhenAsked(texts, lambda symbol: places(texts[symbol]), most=_AT_HAND),
        lookup=Lookup(lineage(texts, authorities.verbs, tracer), texts),
        old_links=old_links(lock, words_held(texts)),
        adoptions=adoptions(texts.heads.values()),
    )
