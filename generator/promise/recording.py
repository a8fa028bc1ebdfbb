"""Record in the lock what is new, and what an editor says became of a published anchor. The lock only ever grows."""

from collections.abc import Callable, Iterable

from generator.corpus import ConfigurationError
from generator.promise.fingerprints import Held
from generator.promise.lock import Fate, Lock, Locked, Said, latest

Change = Callable[[Lock, Held], Lock]
"""What is to be recorded: takes a lock and the words at every anchor, gives the lock with more lines."""


class UnknownPlaceError(ConfigurationError):
    """An editor names a place that was never published, or that is not there. The message says which."""


def with_new(lock: Lock, held: Held) -> Lock:
    """Add every anchor that the lock does not know, or that it calls withdrawn and that is back."""
    known = latest(lock)
    new = tuple(
        Locked(symbol, anchor, Fate.PUBLISHED, words.fingerprint)
        for symbol, anchors in sorted(held.items())
        for anchor, words in anchors.items()
        if (said := known.get(f"{symbol}#{anchor}")) is None or said.fate is Fate.WITHDRAWN
    )
    return (*lock, *new)


def accepted(lock: Lock, held: Held, places: Iterable[str], said: Said) -> Lock:
    """Record that the words at some places are others now. A place without an anchor stands for its whole text."""
    known = latest(lock)
    more: list[Locked] = []
    for place in places:
        symbol, _, anchor = place.partition("#")
        anchors = held.get(symbol, {})
        if symbol not in held or (anchor and anchor not in anchors):
            raise UnknownPlaceError(f"{place} is not in this corpus; see `python -m generator check` for the places")
        for name in (anchor,) if anchor else anchors:
            before = known.get(f"{symbol}#{name}")
            if before and before.fingerprint not in {None, anchors[name].fingerprint}:
                more.append(Locked(symbol, name, Fate.ACCEPTED, anchors[name].fingerprint, said=said))
    return (*lock, *more)


def moved(lock: Lock, held: Held, place: str, to: str, said: Said) -> Lock:
    """Record that what was published at a place stands at another now: the words, or a whole text."""
    symbol, _, anchor = to.partition("#")
    if symbol not in held or (anchor and anchor not in held[symbol]):
        raise UnknownPlaceError(f"{to} is not in this corpus; name the place where the words stand now")
    old, old_anchor = _published(lock, place)
    return (*lock, Locked(old, old_anchor, Fate.MOVED, to=f"{symbol}#{anchor}", said=said))


def withdrawn(lock: Lock, places: Iterable[str], said: Said) -> Lock:
    """Record that what was published at some places is there no longer, and that nothing takes its place."""
    named = (_published(lock, place) for place in places)
    return (*lock, *(Locked(symbol, anchor, Fate.WITHDRAWN, said=said) for symbol, anchor in named))


def _published(lock: Lock, place: str) -> tuple[str, str]:
    """The symbol and anchor of a place that was published, of a text without anchor."""
    symbol, _, anchor = place.partition("#")
    if not any(locked.symbol == symbol and anchor in {"", locked.anchor} for locked in lock):
        raise UnknownPlaceError(f"{place} was never published; the lock does not know it")
    return symbol, anchor
