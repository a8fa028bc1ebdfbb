"""How agreed language moved, as data: series, links between paragraphs, what is new and what was dropped."""

import json

import msgspec

from generator.lineage.model import Drop, Lineage, Link, Series
from generator.writing.twin import DIALECT

PATH = "ladders.json"
SCHEMA = "schema/ladders.schema.json"


class Ladders(msgspec.Struct, frozen=True):
    """All series and links of the edition. Places are written `A/RES/59/166#op18`."""

    series: tuple[Series, ...]
    links: tuple[Link, ...]
    new: tuple[str, ...]
    dropped: tuple[Drop, ...]


def ladder_files(lineage: Lineage) -> dict[str, bytes]:
    """Give path → content of the data and of its schema."""
    given = Ladders(lineage.series, lineage.links, lineage.new, lineage.dropped)
    schema = {"$schema": DIALECT, "title": "How agreed language moved", **msgspec.json.schema(Ladders)}
    return {
        PATH: msgspec.json.format(msgspec.json.encode(given), indent=2) + b"\n",
        SCHEMA: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode(),
    }
