"""How agreed language moved, as data: series, links between paragraphs, what is new and what was dropped."""

import json

import msgspec

from generator.lineage.model import Drop, Lineage, Link, Series
from generator.writing.pieces import Content, json_lists
from generator.writing.twin import DIALECT

PATH = "ladders.json"
SCHEMA = "schema/ladders.schema.json"


class Ladders(msgspec.Struct, frozen=True):
    """All series and links of the edition. Places are written `A/RES/59/166#op18`."""

    series: tuple[Series, ...]
    links: tuple[Link, ...]
    new: tuple[str, ...]
    dropped: tuple[Drop, ...]


def ladder_files(lineage: Lineage) -> dict[str, Content]:
    """Give path → content of the data and of its schema."""
    schema = {"$schema": DIALECT, "title": "How agreed language moved", **msgspec.json.schema(Ladders)}
    return {
        PATH: json_lists({name: getattr(lineage, name) for name in Ladders.__struct_fields__}),
        SCHEMA: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode(),
    }
