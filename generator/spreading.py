"""Spread work over as many processes as the machine has cores; what comes out does not tell which did what.

Processes are forked off, so that they have everything the work needs; only what it gives is sent back. Where a system
cannot fork, one process does it all.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Given = TypeVar("Given")

_work: Callable[[int], Any] | None = None


def _untold(_done: int, _of: int) -> None:
    """Nobody watches."""


_watcher: ContextVar[Callable[[int, int], None]] = ContextVar("watcher", default=_untold)


def spread(work: Callable[[int], Given], count: int, *, worth: int) -> Iterator[Given]:
    """Give `work(0)`, `work(1)` and so on up to `count`, in order; the processes begin before the first is asked for.

    A process is started for each `worth` pieces at most.
    """
    pieces = _spread(work, count, worth)
    next(pieces)
    return _told(pieces, count, _watcher.get())


def _told(pieces: Iterator[Given], count: int, tell: Callable[[int, int], None]) -> Iterator[Given]:
    for done, given in enumerate(pieces, start=1):
        tell(done, count)
        yield given


@contextmanager
def watched(tell: Callable[[int, int], None]) -> Iterator[None]:
    """Let `tell` know, as long as this lasts, how many pieces of some work are done, and of how many."""
    before = _watcher.set(tell)
    try:
        yield
    finally:
        _watcher.reset(before)


def _spread(work: Callable[[int], Given], count: int, worth: int) -> Iterator[Any]:
    """Give nothing when the processes are at work, then what they give; who stops asking stops them."""
    workers = min(os.cpu_count() or 1, count // worth)
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield None
        yield from map(work, range(count))
        return
    global _work  # noqa: PLW0603 (the one way to hand a function with all it holds to a forked process)
    before, _work = _work, work
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, fork, initializer=_watcher.set, initargs=(_untold,)) as pool:
        pieces = pool.map(_piece, range(count))
        _work = before  # all processes are there; this one may be a worker itself, with other work to go on with
        yield None
        yield from pieces


def _piece(number: int) -> Any:
    assert _work is not None  # noqa: S101 (it is set before any process is forked)
    return _work(number)
