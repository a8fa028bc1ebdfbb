"""Spread work over as many processes as the machine has cores; what comes out does not tell which did what.

Processes are forked off, so that they have everything the work needs; only what it gives is sent back. Where a system
cannot fork, one process does it all.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Given = TypeVar("Given")

_work: Callable[[int], Any] | None = None


def spread(work: Callable[[int], Given], count: int, *, worth: int) -> Iterator[Given]:
    """Give `work(0)`, `work(1)` and so on up to `count`, in order.

    A process is started for each `worth` pieces at most.
    """
    workers = min(os.cpu_count() or 1, count // worth)
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, range(count))
        return
    global _work  # noqa: PLW0603 (the one way to hand a function with all it holds to a forked process)
    _work = work
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_piece, range(count))


def _piece(number: int) -> Any:
    assert _work is not None  # noqa: S101 (it is set before any process is forked)
    return _work(number)
