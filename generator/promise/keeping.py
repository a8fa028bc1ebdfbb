"""Hold the texts of a corpus against the lock: what was published is there, word for word, or its fate is told."""

from collections.abc import Iterator, Mapping

from generator.authority import fault
from generator.model import Problem, Severity
from generator.promise.fingerprints import Held
from generator.promise.lock import PATH, Fate, Lock, Locked, latest, whereto


def broken(lock: Lock, held: Held, paths: Mapping[str, tuple[str, int]]) -> tuple[Problem, ...]:
    """Give every promise that is broken, and for each text the number of anchors that nobody has recorded yet.

    `paths` gives the file of each text, and the line on which its raw text begins.
    """
    known = latest(lock)
    problems = [problem for locked in known.values() for problem in _broken(locked, known, held, paths)]
    problems += (_gone(symbol, line) for symbol, line in _gone_texts(known, held))
    problems += _unrecorded(known, held, paths)
    return tuple(sorted(problems))


def told(symbol: str, known: Mapping[str, Locked]) -> Locked | None:
    """Give what is said of a text as a whole, if it was moved or withdrawn."""
    locked = known.get(f"{symbol}#")
    return locked if locked and locked.fate in {Fate.MOVED, Fate.WITHDRAWN} else None


def _broken(
    locked: Locked, known: Mapping[str, Locked], held: Held, paths: Mapping[str, tuple[str, int]]
) -> Iterator[Problem]:
    if locked.fate is Fate.WITHDRAWN:
        return
    if locked.fate is Fate.MOVED:
        symbol, _, anchor = whereto(locked.place, known).partition("#")
        if symbol not in held or (anchor and anchor not in held[symbol]):
            message = f"{locked.place} was moved to {symbol}#{anchor}, which is gone; bring that back, or move it on"
            yield fault(PATH, locked.line, "anchor-lost", message)
        return
    if locked.symbol not in held or not locked.anchor:
        return
    words = held[locked.symbol].get(locked.anchor)
    if words is None:
        yield fault(PATH, locked.line, "anchor-lost", _way_out(locked, known, held))
    elif words.fingerprint != locked.fingerprint:
        path, first_line = paths[locked.symbol]
        message = (
            f"{locked.place} holds other words than were published; restore them, or, if the new ones are right: "
            f'python -m generator lock --accept "{locked.place}" --why "…"'
        )
        yield fault(path, words.line + first_line - 1, "anchor-changed", message)


def _way_out(locked: Locked, known: Mapping[str, Locked], held: Held) -> str:
    """What to do about an anchor that is gone; where the same words stand at a new anchor, they have moved."""
    same = next(
        (
            anchor
            for anchor, words in held[locked.symbol].items()
            if words.fingerprint == locked.fingerprint and f"{locked.symbol}#{anchor}" not in known
        ),
        None,
    )
    gone = f"{locked.place} was published and is gone; bring it back, or say why: python -m generator lock"
    if same:
        return f'{gone} --move "{locked.place}" "{locked.symbol}#{same}" --why "…" (its words stand there now)'
    return f'{gone} --withdraw "{locked.place}" --why "…" (or --move, if it stands elsewhere now)'


def _gone_texts(known: Mapping[str, Locked], held: Held) -> Iterator[tuple[str, int]]:
    """The texts that were published, are not there, and of which nobody has said why: with their first line."""
    seen: set[str] = set()
    for locked in known.values():
        if locked.symbol not in held and locked.symbol not in seen and not told(locked.symbol, known):
            seen.add(locked.symbol)
            yield locked.symbol, locked.line


def _gone(symbol: str, line: int) -> Problem:
    message = (
        f"{symbol} was published and is gone; bring its text back, or say what became of it: "
        f'python -m generator lock --withdraw "{symbol}#" --why "…"'
    )
    return fault(PATH, line, "text-lost", message)


def _unrecorded(known: Mapping[str, Locked], held: Held, paths: Mapping[str, tuple[str, int]]) -> Iterator[Problem]:
    for symbol, anchors in held.items():
        new = [anchor for anchor in anchors if f"{symbol}#{anchor}" not in known]
        if new:
            path, _ = paths[symbol]
            shown = ", ".join(new[:3]) + (" …" if len(new) > 3 else "")
            message = f"{len(new)} anchors are not recorded yet ({shown}); if they are right: python -m generator lock"
            yield Problem(path, 1, "anchor-not-locked", Severity.WARNING, message)
