"""What a feed says of a new text, as HTML: its paragraphs with what changed in them, what is new, and what is gone.

It says what `ladders.json` says; addresses are relative to the folder of the feeds.
"""

import html

from generator.library import Library
from generator.lineage.lookup import parted
from generator.lineage.model import Link
from generator.model import LinkKind
from generator.writing.lineage.diffs import marked
from generator.writing.lineage.steps import manner


def told(place: str, library: Library) -> str:
    """Give a paragraph with what changed in it since the texts before; of words that stayed only the number."""
    symbol, anchor = parted(place)
    way = f'<a href="../{html.escape(library.heads[symbol].url)}#{anchor}">{_number(place, library)}</a>'
    words = library.lookup.words(place)
    steps = library.lookup.before.get(place, ())
    if not steps:
        new = " (new)" if place in library.lookup.new else ""
        return f"<p>{way}{new} {html.escape(words)}</p>"
    before = "; ".join(_before(one, library) for one in steps)
    nearest = max(steps, key=lambda one: one.score)
    if nearest.kind is LinkKind.VERBATIM:
        return f"<p>{way} (before: {before})</p>"
    return f"<p>{way} (before: {before}) {marked(library.lookup.words(nearest.origin), words)}</p>"


def gone(place: str, library: Library) -> str:
    """Give a paragraph of a text before that the new one no longer has."""
    words = html.escape(library.lookup.words(place))
    return f"<p>No longer there: {_named(place, library)} <del>{words}</del></p>"


def _before(step: Link, library: Library) -> str:
    return f"{_named(step.origin, library)}, {manner(step)}"


def _named(place: str, library: Library) -> str:
    return f"{html.escape(parted(place)[0])}, {_number(place, library)}"


def _number(place: str, library: Library) -> str:
    symbol, anchor = parted(place)
    return html.escape(library.places[symbol][anchor])
