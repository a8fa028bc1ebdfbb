"""Write what leads from a text to its series, to the text before it there and to the one after it."""

from collections.abc import Iterator

from generator.library import Library
from generator.lineage.lookup import before_and_after
from generator.lineage.model import Member
from generator.model import Resolution, Status
from generator.writing.dates import in_words
from generator.writing.escape import escape
from generator.writing.lineage.addresses import series_page
from generator.writing.links import link

_SIDES = (("prev", "Before"), ("next", "After"))


def series_row(text: Resolution, library: Library) -> Iterator[tuple[str, str]]:
    """Give the row for the head of a page that leads to the text's series; nothing where it has none."""
    series = library.lookup.series_of.get(text.symbol)
    if series:
        yield "Series", f"[{escape(series.title)}](<{link(f'{text.symbol}.md', series_page(series))}>)"


def neighbour_blocks(text: Resolution, library: Library) -> Iterator[str]:
    """Give the Markdown blocks that lead to the text before and the text after this one in its series."""
    series = library.lookup.series_of.get(text.symbol)
    if not series:
        return
    sides = zip(_SIDES, before_and_after(series, text.symbol), strict=True)
    ways = [_way(text, side, name, member) for (side, name), member in sides if member]
    yield '<nav class="neighbours" aria-label="In the series" data-search-exclude markdown>'
    yield "\n".join(ways)
    yield "</nav>"


def _way(text: Resolution, side: str, name: str, member: Member) -> str:
    to = link(f"{text.symbol}.md", f"{member.symbol}.md")
    date = in_words(member.adopted) if member.adopted else "draft" if member.status == Status.DRAFT else None
    said = ", ".join(escape(words) for words in (member.symbol, date) if words)
    return f"- {name} [{said}](<{to}>){{ rel={side} }}"
