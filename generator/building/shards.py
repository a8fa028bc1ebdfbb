"""One part of a site, built apart from the others."""

import msgspec


class Shard(msgspec.Struct, frozen=True):
    """One part of several: the second of eight is Shard(2, 8)."""

    number: int
    of: int
