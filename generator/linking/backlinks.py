"""Who cites a text of the edition: the edges of the graph, seen from where they lead."""

from collections.abc import Iterable, Mapping

import msgspec

from generator.linking.destinations import Held, landing
from generator.linking.graph import Edge
from generator.linking.instruments import Instruments


class Backlink(msgspec.Struct, frozen=True):
    """A paragraph that cites a text: whose it is, and its anchor; which place it cites, in which words.

    `place` is the anchor of the cited paragraph, None where the text as a whole is cited. `footnote` is the label of
    the note that does it, None where the paragraph itself does.
    """

    symbol: str
    anchor: str
    place: str | None
    text: str
    footnote: str | None


def backlinks(edges: Iterable[Edge], held: Held, instruments: Instruments) -> Mapping[str, tuple[Backlink, ...]]:
    """Take the graph of an edition; give the back-links of each text that is cited, in the order of the edges.

    What a text says of itself as a whole ("the present resolution") leads to nobody who did not know.
    """
    found: dict[str, list[Backlink]] = {}
    for edge in edges:
        symbol, _, anchor = edge.origin.partition("#")
        to = landing(edge.to, edge.pinpoint, edge.instrument, held, instruments)
        if to and (to.symbol != symbol or to.anchor):
            backlink = Backlink(symbol, anchor, to.anchor, edge.text, edge.footnote)
            found.setdefault(to.symbol, []).append(backlink)
    return {symbol: tuple(links) for symbol, links in found.items()}
