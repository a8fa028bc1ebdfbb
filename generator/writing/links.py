"""Lead the citations of a page to the pages of the same edition, where the documents they name are held there.

Links between pages are written as MkDocs wants them: from file to file, relative.
"""

from collections.abc import Callable
from functools import lru_cache

import msgspec

from generator.linking.destinations import Held, landing
from generator.linking.instruments import Instruments
from generator.model import Citation, Footnote, Paragraph, Resolution

_REMEMBERED = 10_000  # ways: most pages of a folder lead to the same ones


def led_home(resolution: Resolution, held: Held, instruments: Instruments) -> Resolution:
    """Give a text whose citations lead to our own pages where there are any; its twin keeps the official addresses."""

    def led(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(
            msgspec.structs.replace(one, url=destination(one, resolution.symbol, held, instruments))
            for one in citations
        )

    def paragraph(one: Paragraph) -> Paragraph:
        return _with_citations(one, led)

    def note(one: Footnote) -> Footnote:
        return msgspec.structs.replace(one, citations=led(one.citations))

    return msgspec.structs.replace(
        resolution,
        preamble=tuple(map(paragraph, resolution.preamble)),
        operative=tuple(map(paragraph, resolution.operative)),
        annexes=tuple(
            msgspec.structs.replace(one, paragraphs=tuple(map(paragraph, one.paragraphs))) for one in resolution.annexes
        ),
        footnotes=tuple(map(note, resolution.footnotes)),
    )


def _with_citations(one: Paragraph, led: Callable[[tuple[Citation, ...]], tuple[Citation, ...]]) -> Paragraph:
    """A paragraph and its items with other citations.

    A function within `led_home` that called itself would keep its text in memory for good.
    """
    children = tuple(_with_citations(child, led) for child in one.children)
    return msgspec.structs.replace(one, citations=led(one.citations), children=children)


def destination(citation: Citation, page: str, held: Held, instruments: Instruments) -> str | None:
    """Where a citation on the page of a text leads: our own page and paragraph, the official place, or nowhere."""
    to = landing(citation.symbol, citation.pinpoint, citation.instrument, held, instruments)
    if to is None:
        return citation.url
    return link(f"{page}.md", f"{to.symbol}.md", to.anchor)


def link(page: str, to: str, anchor: str | None = None) -> str:
    """Give the way from one file under `docs/` to another, or to itself, and to an id there."""
    if page == to:
        return f"#{anchor or 'title'}"
    path = _relative(to, page.rpartition("/")[0])
    return f"{path}#{anchor}" if anchor else path


@lru_cache(_REMEMBERED)
def _relative(to: str, folder: str) -> str:
    """The way to a file from within a folder, as `posixpath.relpath` has it; pages ask for it very often."""
    steps, folders = to.split("/"), folder.split("/") if folder else []
    same = 0
    while same < len(folders) and same < len(steps) - 1 and folders[same] == steps[same]:
        same += 1
    return "../" * (len(folders) - same) + "/".join(steps[same:])
