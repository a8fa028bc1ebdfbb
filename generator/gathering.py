"""Read and audit the texts of a corpus: what was read before comes from the cache, the rest in parallel processes.

Takes raw texts and authority files; gives a resolution for each text, in the same order. A text on which the program
itself fails, or takes longer than a minute, is named and left out; the others go on.
"""

import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import msgspec

from generator.audit import audit
from generator.authorities import Authorities
from generator.indexing import index
from generator.linking import ibid, link
from generator.model import Problem, RawText, Resolution, Severity
from generator.reading import read
from generator.remembering import Kind, remembered
from generator.versions import PROGRAM, digest_of

_LONGEST = 60  # seconds; the longest resolutions take less than one


class Outcome(msgspec.Struct, frozen=True):
    """What became of a text: a resolution, or the problem for which there is none."""

    resolution: Resolution | None = None
    problem: Problem | None = None


KIND = Kind("readings", Outcome, worth=10, lasts=lambda outcome: outcome.resolution is not None)


def gather(
    texts: Sequence[RawText],
    authorities: Authorities,
    kept: Path | None = None,
    whole: Callable[[RawText], RawText] = lambda text: text,
) -> Iterator[Outcome]:
    """Read every text, in order; `kept` is the folder of the cache, None to do without.

    `whole` gives a text with its body, where that was left on the disk.
    """
    keys = [_key(text, authorities) for text in texts]
    return remembered(kept, KIND, keys, lambda number: _outcome(whole(texts[number]), authorities))


def read_and_audit(text: RawText, authorities: Authorities) -> Resolution:
    """Read one text, say what each "Ibid." stands for, which documents it names and what it is about, and audit it."""
    linked = link(ibid.resolve(read(text)), authorities.instruments)
    resolution = index(linked, text.overrides, authorities.themes, authorities.addressees)
    found = {*resolution.problems, *audit(resolution, text.body)}
    return msgspec.structs.replace(resolution, problems=tuple(sorted(found)))


def _key(text: RawText, authorities: Authorities) -> str:
    return digest_of([PROGRAM.encode(), authorities.digest.encode(), msgspec.msgpack.encode(text)])


def _outcome(text: RawText, authorities: Authorities) -> Outcome:
    try:
        with _at_most(_LONGEST):
            return Outcome(read_and_audit(text, authorities))
    except Exception as error:  # noqa: BLE001 (one text of thousands must not stop the others)
        return Outcome(problem=_failed(text, error))


def _failed(text: RawText, error: Exception) -> Problem:
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    message = f"the program failed on this text and leaves it out; please report it with the text: {said}"
    return Problem(text.path, 1, "reader-failed", Severity.ERROR, message)


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in whatever takes longer; without signals (Windows, other threads) there is no limit."""

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {seconds} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
