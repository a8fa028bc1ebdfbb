"""Which documents a text names, in its order: `cite` asks every finder and keeps what does not overlap.

Of two names that overlap the one that begins first is kept, then the longer one: the title of a protocol holds the
title of its convention. A place named before ("paragraph 3 of …") belongs to the name that follows it.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator import addresses
from generator.linking import documents, pinpoints, publications, resolutions, self_references, titles
from generator.linking.context import Context, Found
from generator.linking.instruments import Instruments
from generator.model import Citation

# Hyphens and spaces that do not break: "ES‑11/1".
_NOT_BREAKING = tuple(zip("\u2010\u2011\u00a0\u2007\u2009\u202f", "--    ", strict=True))


def cite(text: str, context: Context) -> tuple[Citation, ...]:
    """Take a text on one line and what is known around it; give the documents it names.

    One that is named and not known has neither symbol nor instrument nor address. Time is linear in the text.
    """
    return cite_and_name(text, context)[0]


def cite_and_name(text: str, context: Context) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """Give the documents that a text names, and of those that it names by title what later paragraphs may refer to.

    That is the id of an instrument; of a treaty that the authority file does not know, its noun.
    """
    plain = _plain(text)
    titled = tuple(titles.find(plain, context))
    found = (
        *documents.find(plain, context), *resolutions.find(plain, context), *publications.find(plain, context),
        *(_with_place_after(plain, one) for one in titled), *self_references.find(plain, context),
    )  # fmt: skip
    if not found:
        return (), ()
    places = pinpoints.before(plain, (one.start for one in found))
    apart = _apart(_with_place(one, places) for one in found)
    citations = tuple(citation for one in apart for citation in _citations(text, one, context.instruments))
    return citations, titles.named_treaties(plain, titled, context.instruments)


def _plain(text: str) -> str:
    for printed, plain in _NOT_BREAKING:
        text = text.replace(printed, plain)
    return text


def _with_place(one: Found, places: Mapping[int, tuple[int, str]]) -> Found:
    """What was found, with the place that is named before it: "paragraph 3 of" and "annex II" make one."""
    if one.start not in places:
        return one
    start, place = places[one.start]
    return msgspec.structs.replace(one, start=start, pinpoint=f"{one.pinpoint}, {place}" if one.pinpoint else place)


def _with_place_after(text: str, one: Found) -> Found:
    """What a title names, with the place that is named after it: "Rome Statute, article 7"."""
    place = pinpoints.after_title(text, one.end) if one.instrument and one.certain else None
    return msgspec.structs.replace(one, end=place[0], pinpoint=place[1]) if place else one


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """Those that do not overlap, in order."""
    end = 0
    for one in sorted(found, key=lambda one: (one.start, not one.certain, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _citations(text: str, one: Found, instruments: Instruments) -> Iterator[Citation]:
    """One for each document that the words name."""
    for symbol in one.symbols:
        instrument = one.instrument or (instruments.at(symbol, one.pinpoint) if symbol else None)
        yield Citation(
            text=text[one.start : one.end],
            at=one.start,
            symbol=symbol,
            pinpoint=one.pinpoint,
            instrument=instrument,
            url=_address(symbol, instrument, one.url, instruments),
        )


def _address(symbol: str | None, instrument: str | None, url: str | None, instruments: Instruments) -> str | None:
    if symbol:
        return addresses.document(symbol)
    return (instruments.address(instrument) if instrument else None) or url
