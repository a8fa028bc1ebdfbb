"""Where old links lead: to the new place of what was moved, to a hint where an anchor is used again, or to a page that
says what became of a text.
"""

from collections.abc import Mapping

import msgspec

from generator.promise.fingerprints import Held
from generator.promise.lock import Fate, Lock, Locked, Said, latest, whereto


class Hint(msgspec.Struct, frozen=True):
    """An anchor in use that stood for other words before: where those are now ("" for nowhere), and what was said."""

    to: str
    said: Said


class Closed(msgspec.Struct, frozen=True):
    """A text that is held no longer: what was said of it, the symbol it went to, and every anchor it had."""

    said: Said
    to: str | None
    anchors: tuple[str, ...]


class OldLinks(msgspec.Struct, frozen=True):
    """What the pages of an edition owe to links from before, by symbol and, within a page, by anchor."""

    aliases: Mapping[str, Mapping[str, tuple[str, ...]]]
    hints: Mapping[str, Mapping[str, tuple[Hint, ...]]]
    closed: Mapping[str, Closed]


def old_links(lock: Lock, held: Held) -> OldLinks:
    """Take the lock and the words at every anchor of an edition, give what old links need."""
    known = latest(lock)
    aliases: dict[str, dict[str, tuple[str, ...]]] = {}
    hints: dict[str, dict[str, tuple[Hint, ...]]] = {}
    for locked in lock:
        if locked.said is None or locked.fate is Fate.ACCEPTED or locked.symbol not in held or not locked.anchor:
            continue
        symbol, _, anchor = whereto(locked.place, {**known, locked.place: locked}).partition("#")
        if locked.anchor in held[locked.symbol]:
            to = f"{symbol}#{anchor}" if locked.fate is Fate.MOVED else ""
            page = hints.setdefault(locked.symbol, {})
            page[locked.anchor] = (*page.get(locked.anchor, ()), Hint(to, locked.said))
        elif locked.fate is Fate.MOVED and symbol == locked.symbol and known[locked.place] is locked:
            page_of_aliases = aliases.setdefault(symbol, {})
            page_of_aliases[anchor] = (*page_of_aliases.get(anchor, ()), locked.anchor)
    return OldLinks(aliases, hints, _closed(lock, known, held))


def _closed(lock: Lock, known: Mapping[str, Locked], held: Held) -> dict[str, Closed]:
    closed: dict[str, Closed] = {}
    for locked in known.values():
        if locked.said and not locked.anchor and locked.symbol not in held:
            anchors = dict.fromkeys(one.anchor for one in lock if one.symbol == locked.symbol and one.anchor)
            to = whereto(locked.place, known).partition("#")[0] if locked.fate is Fate.MOVED else None
            closed[locked.symbol] = Closed(locked.said, to, tuple(anchors))
    return closed
