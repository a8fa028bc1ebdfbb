"""Trace series in parallel, and only those of which a text changed since they were last traced."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from generator.lineage.model import Alignment, Series
from generator.lineage.tracing import Tracer, trace
from generator.model import Resolution
from generator.remembering import Kind, remembered
from generator.versions import PROGRAM, digest_of

KIND = Kind("series", list[Alignment], worth=3)


def remembering(kept: Path | None, digests: Mapping[str, str]) -> Tracer:
    """Give a tracer that keeps what it found in the folder of a cache, if there is one.

    `digests` tells the content of each text from any other.
    """

    def tracer(series: Sequence[Series], texts: Mapping[str, Resolution]) -> Iterator[Sequence[Alignment]]:
        def traced(number: int) -> list[Alignment]:
            return list(next(iter(trace((series[number],), texts))))

        keys = [_key(one, digests) for one in series]
        return remembered(kept, KIND, keys, traced)

    return tracer


def _key(one: Series, digests: Mapping[str, str]) -> str:
    members = (digests[member.symbol].encode() for member in one.members)
    return digest_of([PROGRAM.encode(), msgspec.msgpack.encode(one), *members])
