"""How long each stage of a run takes, and which one it is in: for whoever waits, and for the closing summary."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from generator.spreading import watched

Shown = Callable[[str], AbstractContextManager[Callable[[str], None]]]
"""Takes the name of a stage and shows it as long as it lasts; gives what shows how far it has come."""


def _nowhere(_: str) -> AbstractContextManager[Callable[[str], None]]:
    return nullcontext(lambda _: None)


class Stages:
    """The stages of one run: their seconds by name, in order."""

    def __init__(self, shown: Shown = _nowhere) -> None:
        self.seconds: dict[str, float] = {}
        self._shown = shown

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Let what is done inside count as this stage."""
        began = time.monotonic()
        with self._shown(name) as show, watched(lambda done, of: show(f"{name} … {done:,} of {of:,}")):
            yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - began

    def summary(self) -> str:
        """Give the seconds by stage, on one line."""
        return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.seconds.items())
