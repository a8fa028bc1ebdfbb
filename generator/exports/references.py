"""What a text refers to: references in its words, and the list of documents, organs and themes in its metadata.

A document is listed under its symbol, an instrument under its id in the authority file. A reference leads to the
official place, and to the list; what has neither address nor symbol nor id is not referred to.
"""

from collections.abc import Iterator

from generator import addresses, walk
from generator.authorities import Authorities
from generator.exports import iris
from generator.exports.elements import Element, element
from generator.model import Citation, Resolution

PUBLISHER = "operative"

_ONTOLOGY = "/akn/ontology"


def reference(citation: Citation, words: str) -> Element | str:
    """Give the words that name a document, or some of them, as a reference to it; plain, if nobody knows it."""
    listed = [f"#{identity}" for identity in _identities(citation)]
    address = citation.url or (listed[0] if listed else None)
    return element("ref", {"href": address, "refersTo": " ".join(listed) or None}, words) if address else words


def theme(identity: str) -> str:
    """Give the identifier of a theme in the list of references."""
    return f"theme_{iris.slug(identity)}"


def themes(text: Resolution) -> tuple[str, ...]:
    """Give the themes of all paragraphs and items, each once."""
    every = walk.with_items(walk.paragraphs(text))
    return tuple(dict.fromkeys(identity for paragraph in every for identity in paragraph.themes))


def label_of(identity: str, authorities: Authorities) -> str:
    """Give the label of a theme, or its id where the authority file does not know it."""
    rules = authorities.themes.by_id.get(identity)
    return rules.theme.label if rules else identity


def references(text: Resolution, authorities: Authorities) -> Element:
    """Give the list of all that the text and its metadata refer to."""
    named = [citation for paragraph in walk.with_items(walk.paragraphs(text)) for citation in paragraph.citations]
    named += [citation for note in text.footnotes for citation in note.citations]
    symbols = dict.fromkeys(citation.symbol for citation in named if citation.symbol)
    known = dict.fromkeys(citation.instrument for citation in named if citation.instrument)
    return element(
        "references",
        {"source": f"#{PUBLISHER}"},
        *_organizations(text),
        *(_theme(identity, authorities) for identity in themes(text)),
        *(_document(symbol) for symbol in symbols),
        *(_instrument(identity, authorities) for identity in known),
    )


def _organizations(text: Resolution) -> Iterator[Element]:
    yield _listed("TLCOrganization", PUBLISHER, f"organization/{PUBLISHER}", "Operative, an unofficial edition")
    yield _listed("TLCOrganization", iris.actor(text), f"organization/un/{iris.actor(text)}", iris.organ(text))


def _listed(kind: str, eid: str, place: str, shown: str) -> Element:
    return element(kind, {"eId": eid, "href": f"{_ONTOLOGY}/{place}", "showAs": shown})


def _theme(identity: str, authorities: Authorities) -> Element:
    place = f"concept/{PUBLISHER}/{iris.slug(identity)}"
    return _listed("TLCConcept", theme(identity), place, label_of(identity, authorities))


def _document(symbol: str) -> Element:
    address = addresses.document(symbol)
    return element("TLCReference", {"eId": _of_symbol(symbol), "name": "document", "href": address, "showAs": symbol})


def _instrument(identity: str, authorities: Authorities) -> Element:
    entry = authorities.instruments.by_id.get(identity)
    address = authorities.instruments.address(identity) if entry else None
    named = {
        "eId": _of_instrument(identity), "name": "instrument",
        "href": address or f"{_ONTOLOGY}/reference/un/{identity}", "showAs": entry.title if entry else identity,
    }  # fmt: skip
    return element("TLCReference", named)


def _identities(citation: Citation) -> Iterator[str]:
    if citation.symbol:
        yield _of_symbol(citation.symbol)
    if citation.instrument:
        yield _of_instrument(citation.instrument)


def _of_symbol(symbol: str) -> str:
    return f"doc_{iris.slug(symbol)}"


def _of_instrument(identity: str) -> str:
    return f"instrument_{iris.slug(identity)}"
