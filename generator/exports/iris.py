"""The one place that spells the names of the naming convention of Akoma Ntoso, as the United Nations follows it.

A work is `/akn/un/statement/deliberation/<organ>/<date>/<number>`: `…/un-ga/2004-12-20/59-166`. The date is that of
adoption, else of distribution; else the year, where the symbol says it; a text that tells nothing has the year 0001,
and its date is called "unknown". A work is expressed in a language (`/eng@`), a proposal as a draft (`/eng@draft`),
and that is made manifest in a format (`/eng@.xml`). `!main` and `!annex_1` are components.
Source: Akoma Ntoso Naming Convention 1.0, chapter 4; AKN4UN Guidelines, part 1.
"""

import re
from datetime import date
from functools import lru_cache

import msgspec

from generator import symbols
from generator.model import Resolution, Status

DRAFT = "draft"

_ACTORS = {
    "General Assembly": "un-ga",
    "Security Council": "un-sc",
    "Economic and Social Council": "un-ecosoc",
    "Trusteeship Council": "un-tc",
    "Human Rights Council": "un-hrc",
    "Commission on Human Rights": "un-chr",
}
_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
# S/RES/2331(2016) · E/CN.4/RES/2004/45 · E/CN.7/2014/L.8; not A/RES/59/166: a session runs over two years
_REMEMBERED = 10_000  # names: every text names the same themes, documents and addressees
_YEAR = re.compile(r"/(?P<before>(?:19|20)\d\d)/|/\d+\((?P<after>(?:19|20)\d\d)\)")


class Dated(msgspec.Struct, frozen=True):
    """The date of a work: as an IRI spells it, as a day (the schema asks for one), and what it is the date of."""

    spelled: str
    day: str
    name: str


def organ(text: Resolution) -> str:
    """The organ whose text it is."""
    return symbols.organ_of(text.symbol) or text.organ or "United Nations"


def actor(text: Resolution) -> str:
    """The organ as IRIs spell it: "un-ga"."""
    known = organ(text)
    return _ACTORS.get(known) or f"un-{slug(known).lower()}"


def dated(text: Resolution) -> Dated:
    """The date of a work."""
    for known, name in ((text.adopted, "adoption"), (text.distributed, "distribution")):
        if found := day(known):
            return Dated(found, found, name)
    if in_symbol := _YEAR.search(text.symbol):
        year = in_symbol["before"] or in_symbol["after"]
        return Dated(year, f"{year}-01-01", "year")
    return Dated("0001", "0001-01-01", "unknown")


def number(text: Resolution) -> str:
    """The number of a work: "59-166", "2331-2016", "A-C.3-73-L.7"."""
    _, _, in_series = text.symbol.partition("/RES/")
    return slug(in_series or text.symbol) or "nn"


def work(text: Resolution) -> str:
    """The IRI of the work."""
    return f"/akn/un/statement/deliberation/{actor(text)}/{dated(text).spelled}/{number(text)}"


def expression(text: Resolution) -> str:
    """The IRI of the work in its language."""
    return f"{work(text)}/{language(text)}@{DRAFT if text.status is Status.DRAFT else ''}"


def component(whole: str, name: str, suffix: str = "") -> str:
    """The IRI of a component of a work, of an expression or, with the suffix of its format, of a manifestation."""
    return f"{whole}/!{name}{suffix}"


def language(text: Resolution) -> str:
    """The language, by the three letters of ISO 639-2."""
    return _LANGUAGES.get(text.language, "und")


@lru_cache(_REMEMBERED)
def slug(name: str) -> str:
    """A name as identifiers spell it: letters, digits and full stops, a hyphen for anything else."""
    return re.sub(r"[^0-9A-Za-z.]+", "-", name).strip("-")


def day(written: str | None) -> str | None:
    """A date that names a day, as it is; None for any other."""
    try:
        return written if date.fromisoformat(written or "").isoformat() == written else None
    except ValueError:
        return None
