"""Write one step of a ladder: what a paragraph was before, and what changed in its words and in its verb."""

import html

from msgspec import UNSET

from generator.library import Library
from generator.lineage.lookup import Lookup, parted
from generator.lineage.model import Link, Strength
from generator.model import LinkKind
from generator.writing.escape import escape
from generator.writing.lineage.addresses import comparison_page, ladder_page
from generator.writing.lineage.diffs import excerpt
from generator.writing.links import link

_NAMES = {LinkKind.VERBATIM: "word for word", LinkKind.AMENDED: "amended", LinkKind.MERGED: "in part"}

JUDGED = "judged by an editor"


_VERBS = {Strength.STRONGER: "verb stronger", Strength.WEAKER: "verb weaker", Strength.SAME: "verb as strong"}


def manner(step: Link) -> str:
    """Say how one paragraph continues another, whether its verb is another strength, and whether an editor says so."""
    verb = verb_of(step) if step.strength in {Strength.STRONGER, Strength.WEAKER} else ""
    return f"{kind_of(step)}{verb and f', {verb}'}"


def kind_of(step: Link) -> str:
    """Say how one paragraph continues another, and whether an editor says so."""
    return _NAMES[step.kind] if step.by is UNSET else f"{_NAMES[step.kind]}, {JUDGED}"


def verb_of(step: Link) -> str:
    """Say what became of the verb; "" where the scale does not know it."""
    return "" if step.strength is UNSET else _VERBS[step.strength]


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


def folded(place: str, lookup: Lookup, library: Library) -> str:
    """Give what changed in a paragraph before and after, folded away, as a block of HTML; "" for nothing."""
    steps = [("Before", one, one.origin) for one in lookup.before.get(place, ())]
    steps += [("After", one, one.to) for one in lookup.after.get(place, ())]
    told = "".join(
        f'<p class="diff">{when}, {_named(other, library)}: {words}</p>'
        for when, one, other in steps
        if one.kind is not LinkKind.VERBATIM and (words := excerpt(lookup.words(one.origin), lookup.words(one.to)))
    )
    return f'<details class="whole margin"><summary>What changed</summary>{told}</details>' if told else ""


def _named(place: str, library: Library) -> str:
    symbol, anchor = parted(place)
    return html.escape(f"{symbol}, {library.places[symbol][anchor]}", quote=False)


def _step(page: str, step: Link, other: str, library: Library) -> str:
    """The link to the other end of a step, its kind, and the way to what changed."""
    earlier, later = parted(step.origin)[0], parted(step.to)[0]
    compared = link(page, comparison_page(earlier, later), parted(step.to)[1])
    return f"{way(page, other, library)} ([{manner(step)}](<{compared}>))"
