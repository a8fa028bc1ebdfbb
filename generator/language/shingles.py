"""The index of wording: where each run of four words stands, in buckets, so that a lookup fetches only a few of them.

`index_files` takes the texts, gives `language/index.json`, the words that say little, and the buckets. A text is named
by its rank in time, a paragraph by its rank in its text; the words themselves are in the twins.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from generator import walk
from generator.language.small_words import FORMULAS, PASSED_OVER
from generator.language.wording import SHINGLE, shingles, words
from generator.model import SCHEMA_VERSION, Resolution
from generator.writing.twin import DIALECT

INDEX = "language/index.json"
WORDS = "language/words.json"
INDEX_SCHEMA = "schema/language.schema.json"
WORDS_SCHEMA = "schema/language-words.schema.json"
BUCKET_SCHEMA = "schema/language-bucket.schema.json"

_EARLIEST, _LATEST = 12, 4  # places kept of a run that stands in many: formulas would fill the index
_IN_A_BUCKET = 600  # places, on average at most: some kilobytes

Places = list[int]
"""Pairs in one flat list: the rank of a text, the rank of a paragraph in it."""


class SmallWords(msgspec.Struct, frozen=True):
    """Words that say little: those that no run begins with, and those of formulas."""

    passed_over: tuple[str, ...]
    formulas: tuple[str, ...]


class Shape(msgspec.Struct, frozen=True):
    """What a lookup must know: how runs are made, how many buckets there are, and the texts from first to last."""

    schema_version: int
    shingle: int
    most_places: int
    buckets: int
    texts: tuple[str, ...]


def index_files(texts: Iterable[Resolution]) -> dict[str, str]:
    """Take the texts, oldest first; give path → content of the index, its words and buckets, and their schemas."""
    symbols, found = _places(texts)
    number = _buckets(sum(map(len, found.values())) // 2)
    shape = Shape(
        schema_version=SCHEMA_VERSION,
        shingle=SHINGLE,
        most_places=_EARLIEST + _LATEST,
        buckets=number,
        texts=symbols,
    )
    buckets: list[dict[str, Places]] = [{} for _ in range(number)]
    for run in sorted(found):
        buckets[run % number][f"{run:08x}"] = found[run]
    return {
        INDEX: _encoded(shape),
        WORDS: _encoded(SmallWords(tuple(sorted(PASSED_OVER)), tuple(sorted(FORMULAS)))),
        **{bucket_path(rank): _encoded(bucket) for rank, bucket in enumerate(buckets)},
        **schemas(),
    }


def bucket_path(rank: int) -> str:
    """Where a bucket stands: `language/3f.json`."""
    return f"language/{rank:x}.json"


def schemas() -> dict[str, str]:
    """Give the published schemas of the index and of a bucket."""
    return {
        INDEX_SCHEMA: _schema("The index of wording", msgspec.json.schema(Shape)),
        WORDS_SCHEMA: _schema("Words that say little", msgspec.json.schema(SmallWords)),
        BUCKET_SCHEMA: _schema(
            "A bucket of the index of wording: where runs of words stand, by their CRC-32",
            {
                "type": "object",
                "propertyNames": {"pattern": "^[0-9a-f]{8}$"},
                "additionalProperties": {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "minItems": 2,
                    "maxItems": 2 * (_EARLIEST + _LATEST),
                },
            },
        ),
    }


def _places(in_order: Iterable[Resolution]) -> tuple[tuple[str, ...], Mapping[int, Places]]:
    """The symbols of the texts, and where each run stands, from the first text to the last."""
    symbols: list[str] = []
    found: dict[int, Places] = {}
    known: dict[str, frozenset[int]] = {}  # many a paragraph stands in text after text, word for word
    for rank, text in enumerate(in_order):
        symbols.append(text.symbol)
        for number, paragraph in enumerate(walk.paragraphs(text)):
            printed = walk.all_words(paragraph)
            if printed not in known:
                known[printed] = frozenset(run for _, run in shingles([word.low for word in words(printed)]))
            for run in known[printed]:
                places = found.setdefault(run, [])
                if len(places) >= 2 * (_EARLIEST + _LATEST):
                    del places[2 * _EARLIEST : 2 * _EARLIEST + 2]
                places += (rank, number)
    return tuple(symbols), found


def _buckets(places: int) -> int:
    """A power of two, so that a corpus that grows does not deal its runs anew each time."""
    number = 1
    while number * _IN_A_BUCKET < places:
        number *= 2
    return number


def _encoded(value: Any) -> str:
    return msgspec.json.encode(value).decode("utf-8") + "\n"


def _schema(title: str, schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, "title": title, **schema}, indent=2, ensure_ascii=False) + "\n"
