"""How long each stage of a run takes, and which one it is in: for whoever waits, and for the closing summary."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

Shown = Callable[[str], AbstractContextManager[object]]
"""Takes the name of a stage, and shows it as long as it lasts."""


class Stages:
    """The stages of one run: their seconds by name, in order."""

    def __init__(self, shown: Shown = lambda _: nullcontext()) -> None:
        self.seconds: dict[str, float] = {}
        self._shown = shown

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Let what is done inside count as this stage."""
        began = time.monotonic()
        with self._shown(name):
            yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - began

    def summary(self) -> str:
        """Give the seconds by stage, on one line."""
        return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.seconds.items())
