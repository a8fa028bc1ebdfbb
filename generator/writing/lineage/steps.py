"""Write one step of a ladder: what a paragraph was before, and what changed in its words and in its verb."""

from msgspec import UNSET

from generator.library import Library
from generator.lineage.lookup import Lookup, parted
from generator.lineage.model import Link
from generator.model import LinkKind
from generator.writing.escape import escape
from generator.writing.lineage.addresses import comparison_page, ladder_page
from generator.writing.links import link

_NAMES = {LinkKind.VERBATIM: "word for word", LinkKind.AMENDED: "amended", LinkKind.MERGED: "in part"}

JUDGED = "judged by an editor"


def manner(step: Link) -> str:
    """Say how one paragraph continues another, and whether an editor says so."""
    return _NAMES[step.kind] if step.by is UNSET else f"{_NAMES[step.kind]}, {JUDGED}"


def way(page: str, place: str, library: Library, *, with_symbol: bool = True) -> str:
    """Give the link from a page to a paragraph, in words."""
    symbol, anchor = parted(place)
    words = library.places[symbol][anchor]
    shown = f"{symbol}, {words}" if with_symbol else words
    return f"[{escape(shown)}](<{link(page, f'{symbol}.md', anchor)}>)"


def margin(place: str, lookup: Lookup, library: Library) -> str:
    """Give, on one line of Markdown, what a paragraph was before and became after, and its ladder; "" for nothing."""
    page = f"{parted(place)[0]}.md"
    before = ", ".join(_step(page, one, one.origin, library) for one in lookup.before.get(place, ()))
    after = ", ".join(_step(page, one, one.to, library) for one in lookup.after.get(place, ()))
    ladder = lookup.ladder_of.get(place)
    pieces = (
        f"Before: {before}" if before else "",
        f"After: {after}" if after else "",
        f"[All steps](<{link(page, ladder_page(ladder))}>)" if ladder else "",
    )
    return " · ".join(filter(None, pieces))


def _step(page: str, step: Link, other: str, library: Library) -> str:
    """The link to the other end of a step, its kind, and the way to what changed."""
    earlier, later = parted(step.origin)[0], parted(step.to)[0]
    compared = link(page, comparison_page(earlier, later), parted(step.to)[1])
    return f"{way(page, other, library)} ([{manner(step)}](<{compared}>))"
