"""Write a page for each addressee: every paragraph that asks it for something, with the words that name it."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.library import Library
from generator.model import Index
from generator.writing.escape import escape
from generator.writing.indexes.entries import Groups, count
from generator.writing.indexes.indexed import by_year, entries_under, indexed
from generator.writing.indexes.paging import IndexPage, Subject, entry_pages
from generator.writing.indexes.sorting import Sorted
from generator.writing.indexes.timeline import timeline

INDEX = "addressees/index.md"


def addressee_page(identity: str) -> str:
    """Give the path of an addressee's page."""
    return f"addressees/{identity}.md"


ASKED = partial(indexed, Index.ADDRESSEE)
"""Sorts paragraphs by those whom they ask."""


def addressee_pages(library: Library, found: Sorted[str]) -> Iterator[IndexPage]:
    """Give the pages of all addressees, and the list of them."""
    addressees = library.authorities.addressees.by_id
    groups = {identity: found.named(identity)[0] for identity in addressees}
    said = "Whom paragraphs ask for something: those named after the opening verb, or after a second verb."
    yield IndexPage(INDEX, "Resolutions by addressee", (said, "\n".join(_lines(None, groups, library, ""))))
    for identity, addressee in addressees.items():
        blocks = timeline(f"{addressee.label}: paragraphs by year", by_year(groups[identity], library))
        title = f"Asked of: {addressee.label}"
        find = partial(entries_under, Index.ADDRESSEE, identity)
        subject = Subject(addressee_page(identity), title, (*_kin(identity, library), *blocks), find)
        yield from entry_pages(subject, *found.named(identity), library)


def _kin(identity: str, library: Library) -> Iterator[str]:
    """The wider group that an addressee belongs to, and those that belong to it."""
    addressees = library.authorities.addressees.by_id
    broader = addressees[identity].broader
    if broader:
        yield f"Belongs to [{escape(addressees[broader].label)}]({broader}.md)."
    narrower = [one for one in addressees.values() if one.broader == identity]
    if narrower:
        yield f"See also {', '.join(f'[{escape(one.label)}]({one.id}.md)' for one in narrower)}."


def _lines(broader: str | None, groups: Mapping[str, Groups], library: Library, indent: str) -> Iterator[str]:
    """The addressees under those they belong to, each with its counts."""
    for one in library.authorities.addressees.by_id.values():
        if one.broader == broader:
            yield f"{indent}- [{escape(one.label)}]({one.id}.md), {count(groups[one.id])}"
            yield from _lines(one.id, groups, library, f"{indent}    ")
