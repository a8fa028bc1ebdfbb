"""The JSON twin of a text, the list of all twins, who cites whom, and the JSON Schemas that they are held against."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from generator.linking.graph import Edge, edges
from generator.model import SCHEMA_VERSION, Resolution, Status
from generator.writing.pieces import json_list

CATALOGUE = "resolutions.json"
SCHEMA = "schema/resolution.schema.json"
CATALOGUE_SCHEMA = "schema/resolutions.schema.json"
GRAPH = "citations.json"
GRAPH_SCHEMA = "schema/citations.schema.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Entry(msgspec.Struct, frozen=True):
    """One text in the list of all: what it is, and where its page, its twin and the official document stand."""

    symbol: str
    organ: str | None
    status: Status
    title: str | None
    session: str | None
    adopted: str | None
    url: str
    twin: str
    xml: str
    official_url: str


class Catalogue(msgspec.Struct, frozen=True):
    """Every text of the site, by symbol. Addresses are relative to the site's root."""

    schema_version: int
    resolutions: tuple[Entry, ...]


def path(symbol: str) -> str:
    """Where the twin of a text stands, relative to the site's root: `A/RES/59/166.json`."""
    return f"{symbol}.json"


def encode(resolution: Resolution) -> str:
    """Give a text as JSON, indented, the same bytes for the same text."""
    return _encoded(resolution)


def catalogue(resolutions: Iterable[Resolution]) -> str:
    """Give the list of all texts as JSON."""
    entries = (
        Entry(
            symbol=one.symbol,
            organ=one.organ,
            status=one.status,
            title=one.title,
            session=one.session,
            adopted=one.adopted,
            url=one.url,
            twin=path(one.symbol),
            xml=f"{one.symbol}.xml",
            official_url=one.official_url,
        )
        for one in resolutions
    )
    by_symbol = tuple(sorted(entries, key=lambda entry: entry.symbol))
    return _encoded(Catalogue(schema_version=SCHEMA_VERSION, resolutions=by_symbol))


def graph(texts: Iterable[Resolution]) -> Iterator[bytes]:
    """Take texts, by symbol; give who cites whom as JSON: a list of edges."""
    return json_list(edges((text,)) for text in texts)


def graph_schema() -> dict[str, Any]:
    """Give the JSON Schema of the list of edges."""
    return {"$schema": DIALECT, "title": "Who cites whom", **msgspec.json.schema(tuple[Edge, ...])}


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a twin, made from the types."""
    return _schema(Resolution, "A United Nations resolution, paragraph by paragraph")


def catalogue_schema() -> dict[str, Any]:
    """Give the JSON Schema of the list of all texts."""
    return _schema(Catalogue, "The resolutions of this site")


def schemas() -> dict[str, str]:
    """Give the published schemas: path under the site's root, and content."""
    return {
        SCHEMA: json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        CATALOGUE_SCHEMA: json.dumps(catalogue_schema(), indent=2, ensure_ascii=False) + "\n",
        GRAPH_SCHEMA: json.dumps(graph_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def _schema(kind: type[msgspec.Struct], title: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": title, **msgspec.json.schema(kind)}


def _encoded(value: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"
