"""Write what stands at the address of a text that is held no longer: what became of it, and where it went.

Every anchor that the text had is an id there, so that an old link lands on the answer.
"""

from collections.abc import Mapping

from generator import addresses
from generator.model import Resolution
from generator.promise.aliases import Closed
from generator.writing.dates import in_words
from generator.writing.escape import escape
from generator.writing.indexes.page import index_page
from generator.writing.links import link


def closed_pages(closed: Mapping[str, Closed], held: Mapping[str, Resolution]) -> dict[str, str]:
    """Give path → Markdown of the pages of texts that were withdrawn or moved to another symbol."""
    return {f"{symbol}.md": _page(symbol, one, held) for symbol, one in closed.items() if symbol not in held}


def _page(symbol: str, closed: Closed, held: Mapping[str, Resolution]) -> str:
    ids = "".join(f'<span id="{anchor}" class="alias"></span>' for anchor in closed.anchors)
    date = in_words(closed.said.date)
    told = f"This text was withdrawn on {date}."
    if closed.to in held:
        way = link(f"{symbol}.md", f"{closed.to}.md")
        told = f"This text was moved on {date}. It is now [{escape(closed.to or '')}](<{way}>)."
    official = f"[The official document]({addresses.document(symbol)})"
    return index_page(symbol, f"{ids}{told}", f"Why: {escape(closed.said.why)}.", official)
