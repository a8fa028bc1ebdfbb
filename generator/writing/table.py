"""The paragraphs of all texts as data: one row each, as CSV and as JSON, and the JSON Schema of the latter."""

import csv
import io
import json
from collections.abc import Sequence

import msgspec

from generator.indexing.rows import Row
from generator.writing.twin import DIALECT

CSV = "paragraphs.csv"
JSON = "paragraphs.json"
SCHEMA = "schema/paragraphs.schema.json"

_BETWEEN_IDS = ";"


def table_files(rows: Sequence[Row]) -> dict[str, str]:
    """Give path → content of the table in both forms, and of its schema."""
    encoded = msgspec.json.format(msgspec.json.encode(rows), indent=2).decode("utf-8")
    schema = {"$schema": DIALECT, "title": "Paragraphs of this site", **msgspec.json.schema(tuple[Row, ...])}
    return {
        CSV: _csv(rows),
        JSON: f"{encoded}\n",
        SCHEMA: json.dumps(schema, indent=2, ensure_ascii=False) + "\n",
    }


def _csv(rows: Sequence[Row]) -> str:
    """RFC 4180, but for the line ends; a list of ids has semicolons between them, what is not known is empty."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(Row.__struct_fields__)
    writer.writerows([_cell(value) for value in msgspec.structs.astuple(row)] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    return _BETWEEN_IDS.join(value) if isinstance(value, tuple) else value
