"""Which draft became which resolution: said in the file of either, known on the pages of both."""

from collections.abc import Iterable, Mapping

import msgspec

from generator.model import Resolution

Related = Mapping[str, tuple[str, ...]]


class Adoptions(msgspec.Struct, frozen=True):
    """The symbols of what each draft was adopted as, and of the drafts that each adopted text replaces."""

    adopted_as: Related = {}
    drafts: Related = {}


def adoptions(texts: Iterable[Resolution]) -> Adoptions:
    """Take texts in any order; a draft and a resolution that are named here need not be among them."""
    said = {
        pair
        for text in texts
        for pair in (
            *((draft, text.symbol) for draft in text.replaces),
            *(((text.symbol, text.adopted_as),) if text.adopted_as else ()),
        )
    }
    return Adoptions(adopted_as=_grouped(said), drafts=_grouped({(adopted, draft) for draft, adopted in said}))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Related:
    found: dict[str, tuple[str, ...]] = {}
    for one, other in sorted(pairs):
        found[one] = (*found.get(one, ()), other)
    return found
