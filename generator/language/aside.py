"""Where runs of words stand, laid aside on the disk: in a large edition there are too many of them for the memory.

They are dealt into parts by their last bits, and come back part by part.
"""

import tempfile
from array import array
from collections.abc import Mapping
from functools import cached_property
from typing import IO

PARTS = 64

EARLIEST, LATEST = 12, 4  # places kept of a run that stands in many: formulas would fill the index

Places = list[int]
"""Pairs in one flat list: the rank of a text, the rank of a paragraph in it."""


class Aside:
    """Places of runs, put here in order of time."""

    @cached_property
    def _files(self) -> list[IO[bytes]]:
        return [tempfile.TemporaryFile() for _ in range(PARTS)]

    def put(self, found: Mapping[int, Places]) -> None:
        """Lay the places of some runs aside."""
        parts = [array("I") for _ in range(PARTS)]
        for run, places in found.items():
            part = parts[run % PARTS]
            part.append(run)
            part.append(len(places))
            part.extend(places)
        for part, file in zip(parts, self._files, strict=True):
            file.write(part.tobytes())

    def part(self, rank: int) -> dict[int, Places]:
        """Give the runs that leave this rank when they are divided by the number of parts."""
        file, numbers = self._files[rank], array("I")
        file.seek(0)
        numbers.frombytes(file.read())
        found: dict[int, Places] = {}
        at = 0
        while at < len(numbers):
            run, length = numbers[at], numbers[at + 1]
            found.setdefault(run, []).extend(numbers[at + 2 : at + 2 + length])
            at += 2 + length
        return {run: kept(places) for run, places in found.items()}


def kept(places: Places) -> Places:
    """Give the earliest and the latest of many places."""
    if len(places) <= 2 * (EARLIEST + LATEST):
        return places
    return places[: 2 * EARLIEST] + places[-2 * LATEST :]
