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


def table_files(rows: Sequence[Row]) -> dict[str, bytes]:
    """Give path → content of the table in both forms, and of its schema."""
    schema = {"$schema": DIALECT, "title": "Paragraphs of this site", **msgspec.json.schema(tuple[Row, ...])}
    return {
        CSV: _csv(rows),
        JSON: msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n",
        SCHEMA: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode(),
    }


def _csv(rows: Sequence[Row]) -> bytes:
    """RFC 4180, but for the line ends; a list of ids has semicolons between them, what is not known is empty."""
    written = io.BytesIO()
    text = io.TextIOWrapper(written, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Row.__struct_fields__)
    writer.writerows([_cell(value) for value in msgspec.structs.astuple(row)] for row in rows)
    text.flush()
    return written.getvalue()


def _cell(value: object) -> object:
    return _BETWEEN_IDS.join(value) if isinstance(value, tuple) else value
