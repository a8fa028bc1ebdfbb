"""The paragraphs of all texts as data: one row each, as CSV and as JSON, and the JSON Schema of the latter."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

import msgspec

from generator.indexing.rows import Row, rows_of
from generator.model import Resolution
from generator.writing.pieces import Content, json_list
from generator.writing.twin import DIALECT

CSV = "paragraphs.csv"
JSON = "paragraphs.json"
SCHEMA = "schema/paragraphs.schema.json"

_BETWEEN_IDS = ";"


def table_files(texts: Iterable[Resolution]) -> dict[str, Content]:
    """Take texts, by symbol; give path → content of the table in both forms, and of its schema.

    The texts are gone through once for each form, one after another.
    """
    schema = {"$schema": DIALECT, "title": "Paragraphs of this site", **msgspec.json.schema(tuple[Row, ...])}
    return {
        CSV: _csv(texts),
        JSON: json_list(map(rows_of, texts)),
        SCHEMA: f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n".encode(),
    }


def _csv(texts: Iterable[Resolution]) -> Iterator[bytes]:
    """RFC 4180, but for the line ends; a list of ids has semicolons between them, what is not known is empty."""
    yield _lines([Row.__struct_fields__])
    for text in texts:
        yield _lines([_cell(value) for value in msgspec.structs.astuple(row)] for row in rows_of(text))


def _lines(cells: Iterable[Iterable[object]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(cells)
    return written.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    return _BETWEEN_IDS.join(value) if isinstance(value, tuple) else value
