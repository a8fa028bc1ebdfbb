"""Pages are rendered in as many processes as the machine has cores; which of them a page falls to shows nowhere."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec

from generator.building.mkdocs import Builder, builder, render

_WORTH_A_PROCESS = 40
"""Pages: to start another process costs about as long as to render so many."""


class Workplace(msgspec.Struct, frozen=True):
    """Where pages are rendered: the configuration, the folder with their Markdown, the folder they are written to."""

    config_file: Path
    docs: Path
    site: Path


def rendered(ready: Builder, place: Workplace, sources: Sequence[str]) -> tuple[str, ...]:
    """Render pages, given by their paths under docs/; give what MkDocs has to complain about, sorted."""
    workers = min(os.cpu_count() or 1, len(sources) // _WORTH_A_PROCESS)
    if workers < 2:
        return tuple(sorted(render(ready, sources)))
    with ProcessPoolExecutor(workers) as pool:
        parts = [pool.submit(_part, place, sources[number::workers]) for number in range(workers)]
        return tuple(sorted(complaint for part in parts for complaint in part.result()))


def _part(place: Workplace, sources: Sequence[str]) -> tuple[str, ...]:
    return render(builder(place.config_file, place.docs, place.site), sources)
