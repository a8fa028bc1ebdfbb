"""Write what a paragraph is indexed by as quiet links below it, and an overview of the same for the whole page."""

import re
from collections.abc import Iterator

from generator.library import Library
from generator.model import Index, Paragraph, Resolution
from generator.walk import paragraphs
from generator.writing.escape import escape
from generator.writing.indexes.addressees import addressee_page
from generator.writing.indexes.indexed import ids
from generator.writing.indexes.themes import theme_page
from generator.writing.links import link

_UNSAFE = re.compile(r"[^\w\s,.;:()'’–-]|_")  # in an attribute list, what is not plain prose could be markup
_LONGEST = 80  # characters of the words that a chip gives as its reason

_KINDS = ((Index.THEME, "Themes"), (Index.ADDRESSEE, "Asked"))


def chips(text: Resolution, paragraph: Paragraph, library: Library) -> str:
    """Give the Markdown of a paragraph's chips on one line, each with the words that put it there; "" without any."""
    groups = (
        f"{name} {' '.join(_chip(text, paragraph, index, one, library) for one in ids(paragraph, index))}"
        for index, name in _KINDS
        if ids(paragraph, index)
    )
    return " ".join(groups)


def overview_blocks(text: Resolution, library: Library) -> Iterator[str]:
    """Give the Markdown blocks of a fold-out: each theme and each addressee of a text, with its paragraphs."""
    lists = tuple((name, tuple(_lines(text, index, library))) for index, name in _KINDS)
    if any(lines for _, lines in lists):
        yield '<details class="about overview" data-search-exclude markdown>\n<summary>Themes and addressees</summary>'
        for name, lines in lists:
            if lines:
                yield f"**{name}** ({len(lines)})"
                yield "\n".join(lines)
        yield "</details>"


def label(index: Index, identity: str, library: Library) -> str:
    """Give what readers see for a theme or an addressee."""
    if index is Index.THEME:
        return library.authorities.themes.by_id[identity].theme.label
    return library.authorities.addressees.by_id[identity].label


def _chip(text: Resolution, paragraph: Paragraph, index: Index, identity: str, library: Library) -> str:
    reasons = (ground.text for ground in paragraph.grounds if ground.index is index and ground.id == identity)
    words = next(filter(None, reasons), "an editor’s word")
    because = " ".join(_UNSAFE.sub(" ", words).split())[:_LONGEST]
    return f'[{escape(label(index, identity, library))}](<{_way(text, index, identity)}>){{ .chip title="{because}" }}'


def _way(text: Resolution, index: Index, identity: str) -> str:
    page = theme_page(identity) if index is Index.THEME else addressee_page(identity)
    return link(f"{text.symbol}.md", page)


def _lines(text: Resolution, index: Index, library: Library) -> Iterator[str]:
    """A line for each theme or addressee of a text, in the order of its authority file."""
    found: dict[str, list[str]] = {}
    for paragraph in paragraphs(text):
        for identity in ids(paragraph, index):
            place = library.places[text.symbol][paragraph.anchor]
            found.setdefault(identity, []).append(f"[{escape(place)}](#{paragraph.anchor})")
    known = library.authorities.themes.by_id if index is Index.THEME else library.authorities.addressees.by_id
    for identity in (one for one in known if one in found):
        name = f"[{escape(label(index, identity, library))}](<{_way(text, index, identity)}>)"
        yield f"- {name}: {', '.join(found[identity])}"
