"""Work that was done before is not done again: what it gave is kept by the key of what it was made from.

Work of which nothing is kept is done in parallel; what is no longer asked for is forgotten.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator import cache
from generator.spreading import spread

Given = TypeVar("Given")


class Kind(msgspec.Struct, Generic[Given], frozen=True):
    """A kind of work: its folder in the cache, what it gives, for how many pieces another process is started.

    Only what `lasts` is kept.
    """

    name: str
    gives: type[Given]
    worth: int
    lasts: Callable[[Given], bool] = lambda _: True


def remembered(
    kept: Path | None, kind: Kind[Given], keys: Sequence[str], work: Callable[[int], Given]
) -> Iterator[Given]:
    """Give `work(0)`, `work(1)` and so on, one for each key, in order; `kept` is the folder of the cache, if any."""
    missing = [number for number, key in enumerate(keys) if not cache.holds(kept, kind.name, key)]
    # msgpack crosses from process to process in a fraction of the time that pickle takes
    fresh = spread(lambda rank: msgspec.msgpack.encode(work(missing[rank])), len(missing), worth=kind.worth)
    cache.prune(kept, kind.name, frozenset(keys))
    waiting = frozenset(missing)
    for number, key in enumerate(keys):
        before = None if number in waiting else known(kept, kind.name, key, kind.gives)
        if before is not None:
            yield before
            continue
        # what is damaged is only found out here
        encoded = next(fresh) if number in waiting else msgspec.msgpack.encode(work(number))
        given = msgspec.msgpack.decode(encoded, type=kind.gives)
        if kind.lasts(given):
            cache.keep(kept, kind.name, key, encoded)
        yield given


def known(kept: Path | None, name: str, key: str, of: type[Given]) -> Given | None:
    """Give what is kept of a kind of work under a key, None if there is nothing, or if it is damaged."""
    value = cache.found(kept, name, key)
    try:
        return None if value is None else msgspec.msgpack.decode(value, type=of)
    except msgspec.DecodeError:
        return None
