"""The forms of a citation, each as two templates: of the whole text, and of a place in it.

United Nations: Editorial Manual, "Footnotes and other references". OSCOLA: its supplement on international law, author,
title, date and document number, the pinpoint after a comma. Chicago: its advice on documents of international bodies,
body, topic, number and date; the title keeps its printed capitals.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import msgspec

from generator import symbols
from generator.citing.records import bibtex, csl_json, escape_bibtex, escape_json, ris
from generator.citing.templates import Slot, Template, escaped, filled, joined, listed
from generator.citing.wording import REMEMBERED, counted, oscola, with_remarks
from generator.citing.works import Work, kind, name, printed_number
from generator.model import Resolution
from generator.writing.dates import in_words
from generator.writing.escape import clean

_SHORT_ORGANS = {
    "General Assembly": "UNGA",
    "Security Council": "UNSC",
    "Economic and Social Council": "ECOSOC",
    "Commission on Human Rights": "UNCHR",
    "Human Rights Council": "UNHRC",
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&])")

Writer = Callable[[Work, Template], Template]


class Form(msgspec.Struct, frozen=True):
    """A form of citation: its templates, and how it words each place, by anchor.

    `running` is a citation that stands in running text, not a record for a reference manager.
    """

    id: str
    name: str
    running: bool
    whole: Template
    part: Template
    places: Mapping[str, str]


def forms(work: Work, text: Resolution, places: Mapping[str, str]) -> tuple[Form, ...]:
    """Take a text and the words for each place in it, give every form of citing it."""
    places = _each(clean, places)
    remarked = with_remarks(places, counted(text))

    def form(identity: str, title: str, writer: Writer, worded: Mapping[str, str], *, running: bool = True) -> Form:
        return Form(identity, title, running, writer(work, ()), writer(work, (Slot.PLACE,)), worded)

    return (
        form("united-nations", "United Nations", united_nations, places),
        form("with-link", "United Nations, with link", with_link, places),
        form("oscola", "OSCOLA", in_oscola, _each(oscola, places)),
        form("chicago", "Chicago", chicago, places),
        form("markdown", "Markdown", markdown, _each(_escape_markdown, places)),
        form("bibtex", "BibTeX", bibtex, _each(escape_bibtex, remarked), running=False),
        form("ris", "RIS", ris, remarked, running=False),
        form("csl-json", "CSL-JSON", csl_json, _each(escape_json, remarked), running=False),
    )


def cited(form: Form, address: str, anchor: str | None = None) -> str:
    """Give the citation of a place in a text, or of the whole text, with `address` where the form has one."""
    return filled(form.whole, "", address) if anchor is None else filled(form.part, form.places[anchor], address)


def united_nations(work: Work, place: Template) -> Template:
    """General Assembly resolution 59/166, para. 18 (b)."""
    named = f"draft resolution {work.symbol}" if work.is_draft else name(work.symbol)
    return joined((*listed(((named,), place)), *_draft(work)))


def with_link(work: Work, place: Template) -> Template:
    """The same, and the address."""
    return listed((united_nations(work, place), (Slot.ADDRESS,)))


def in_oscola(work: Work, place: Template) -> Template:
    """UNGA Res 59/166 (20 December 2004) UN Doc A/RES/59/166, para 18(b)."""
    date = in_words(work.date) if work.date else ""
    if work.is_draft:
        adopted = f"adopted as {_all(work, _oscola_name)}" if work.adopted_as else ""
        named = f"{_oscola_organ(work.organ)} ‘{work.title}’" if work.title else _oscola_organ(work.organ)
        remarks = ", ".join(filter(None, ("draft resolution", date, adopted)))
    elif work.number:
        named, remarks = _oscola_name(work.symbol, dated=bool(date)), date
    else:
        named, remarks = f"{_oscola_organ(work.organ)} ‘{work.heading}’", date
    head = f"{named} ({remarks})" if remarks else named
    return listed(((f"{head} UN Doc {work.symbol}",), place))


def chicago(work: Work, place: Template) -> Template:
    """UN General Assembly, Resolution 59/166, “Title,” A/RES/59/166 (December 20, 2004), para. 18 (b), address."""
    organ = f"UN {work.organ}" if work.organ else "United Nations"
    numbered = f"{work.genre} {work.number}" if work.number else work.genre
    title = f"“{work.title.rstrip(' ,.')},” " if work.title else ""
    date = f" ({_american(work.date)})" if work.date else ""
    head = f"{organ}, {numbered}, {title}{work.symbol}{date}"
    return listed((joined((*listed(((head,), place)), *_draft(work))), (Slot.ADDRESS,)))


def markdown(work: Work, place: Template) -> Template:
    """The form of the United Nations as a link."""
    words = escaped(united_nations(work, place), _escape_markdown)
    return joined(("[", *words, "](", Slot.ADDRESS, ")"))


def _draft(work: Work) -> Template:
    """What a draft became; that it is a draft, its name says."""
    return (f" (draft; adopted as {_all(work, name)})",) if work.adopted_as else ()


def _all(work: Work, named: Callable[[str], str]) -> str:
    return " and ".join(named(symbol) for symbol in work.adopted_as)


def _oscola_name(symbol: str, *, dated: bool = False) -> str:
    """The short name of a resolution or decision; a year in its number is left to the date that follows."""
    number = printed_number(symbol)
    if number is None:
        return symbol
    bare = re.sub(r" \(\d{4}\)$", "", number) if dated else number
    return f"{_oscola_organ(symbols.organ_of(symbol))} {kind(symbol)[:3]} {bare}"


def _oscola_organ(organ: str | None) -> str:
    return _SHORT_ORGANS.get(organ or "", f"UN {organ}" if organ else "UN")


def _american(iso: str) -> str:
    """20 December 2004 as December 20, 2004."""
    day, _, month_and_year = in_words(iso).partition(" ")
    month, _, year = month_and_year.partition(" ")
    return f"{month} {day}, {year}" if year else iso


def _each(write: Callable[[str], str], places: Mapping[str, str]) -> Mapping[str, str]:
    return {anchor: write(words) for anchor, words in places.items()}


@lru_cache(REMEMBERED)
def _escape_markdown(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", words)
