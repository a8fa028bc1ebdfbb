"""Trace series in parallel, and only those of which a text changed since they were last traced."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from generator import cache
from generator.lineage.model import Alignment, Series
from generator.lineage.tracing import Tracer, trace
from generator.model import Resolution
from generator.spreading import spread
from generator.versions import PROGRAM, digest_of

KIND = "series"
_WORTH = 3  # series for which another process is started


def remembering(kept: Path | None) -> Tracer:
    """Give a tracer that keeps what it found in the folder of a cache, if there is one."""

    def tracer(series: Sequence[Series], texts: Mapping[str, Resolution]) -> Iterator[Sequence[Alignment]]:
        keys = [_key(one, texts) for one in series]
        before = [_decoded(cache.found(kept, KIND, key)) for key in keys]
        missing = [rank for rank, known in enumerate(before) if known is None]
        fresh = spread(lambda number: _traced(series[missing[number]], texts), len(missing), worth=_WORTH)
        cache.prune(kept, KIND, frozenset(keys))
        for key, known in zip(keys, before, strict=True):
            if known is None:
                encoded = next(fresh)
                cache.keep(kept, KIND, key, encoded)
                yield msgspec.msgpack.decode(encoded, type=list[Alignment])
            else:
                yield known

    return tracer


def _traced(one: Series, texts: Mapping[str, Resolution]) -> bytes:
    return msgspec.msgpack.encode(next(iter(trace((one,), texts))))


def _key(one: Series, texts: Mapping[str, Resolution]) -> str:
    members = (msgspec.msgpack.encode(texts[member.symbol]) for member in one.members)
    return digest_of([PROGRAM.encode(), msgspec.msgpack.encode(one), *members])


def _decoded(value: bytes | None) -> list[Alignment] | None:
    if value is None:
        return None
    try:
        return msgspec.msgpack.decode(value, type=list[Alignment])
    except msgspec.DecodeError:
        return None
