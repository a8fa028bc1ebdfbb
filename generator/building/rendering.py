"""Pages are rendered in as many processes as the machine has cores; which of them a page falls to shows nowhere."""

import gc
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.building.mkdocs import Builder, render
from generator.spreading import spread

_AT_A_TIME = 4  # pages: among the few that one text changes are some as long as fifty others
_WORTH = 2  # times so many pages, for which another process is started


def rendering(ready: Builder, sources: Sequence[str]) -> Iterator[str]:
    """Begin to render pages, given by their paths under docs/; give what MkDocs has to complain about."""
    parts = [sources[start : start + _AT_A_TIME] for start in range(0, len(sources), _AT_A_TIME)]
    return chain.from_iterable(spread(lambda number: _rendered(ready, parts[number]), len(parts), worth=_WORTH))


def _rendered(ready: Builder, sources: Sequence[str]) -> tuple[str, ...]:
    """Render a few pages, and let go of what they leave behind in circles: nobody else collects it (see `__main__`)."""
    found = render(ready, sources)
    gc.collect(0)
    return found
