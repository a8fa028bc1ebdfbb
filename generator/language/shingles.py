"""The index of wording: where each run of four words stands, in buckets, so that a lookup fetches only a few of them.

`index_files` takes the texts, gives `language/index.json`, the words that say little, and the buckets. A text is named
by its rank in time, a paragraph by its rank in its text; the words themselves are in the twins.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from generator import walk
from generator.language.aside import EARLIEST, LATEST, PARTS, Aside, Places
from generator.language.small_words import FORMULAS, PASSED_OVER
from generator.language.wording import SHINGLE, shingles, words
from generator.model import SCHEMA_VERSION, Resolution
from generator.writing.pieces import Content
from generator.writing.twin import DIALECT

INDEX = "language/index.json"
WORDS = "language/words.json"
INDEX_SCHEMA = "schema/language.schema.json"
WORDS_SCHEMA = "schema/language-words.schema.json"
BUCKET_SCHEMA = "schema/language-bucket.schema.json"

_IN_A_BUCKET = 600  # places, on average at most: some kilobytes
_PARAGRAPHS = 50_000  # different ones whose runs are at hand
_RUNS = 1_000_000  # different ones whose places are at hand: some 200 bytes each


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


class _Runs(msgspec.Struct, frozen=True):
    """Where each run stands: the symbols of the texts from first to last, and the runs in parts.

    A run is in the part of the rank that it leaves when it is divided by their number; both that and the number of
    buckets are powers of two, so that a bucket is of one part.
    """

    texts: tuple[str, ...]
    parts: int
    part: Callable[[int], Mapping[int, Places]]


def index_files(texts: Iterable[Resolution]) -> dict[str, Content]:
    """Take the texts, oldest first; give path → content of the index, its words and buckets, and their schemas."""
    runs = _runs(texts)
    places = sum(len(found) for part in range(runs.parts) for found in runs.part(part).values()) // 2
    number = _buckets(places)
    shape = Shape(
        schema_version=SCHEMA_VERSION,
        shingle=SHINGLE,
        most_places=EARLIEST + LATEST,
        buckets=number,
        texts=runs.texts,
    )
    return {
        INDEX: _encoded(shape),
        WORDS: _encoded(SmallWords(tuple(sorted(PASSED_OVER)), tuple(sorted(FORMULAS)))),
        **_bucket_files(runs, number),
        **schemas(),
    }


def _bucket_files(runs: _Runs, number: int) -> dict[str, Content]:
    """The buckets, those of a part one after another: each is made when it is written."""

    @lru_cache(1)
    def dealt(part: int) -> dict[int, dict[str, Places]]:
        found = runs.part(part)
        buckets: dict[int, dict[str, Places]] = {rank: {} for rank in range(part, number, runs.parts)}
        for run in sorted(found):
            buckets[run % number][f"{run:08x}"] = found[run]
        return buckets

    def bucket(part: int, rank: int) -> Iterator[bytes]:
        yield _encoded(dealt(part)[rank]).encode()

    ranks = ((part, rank) for part in range(runs.parts) for rank in range(part, number, runs.parts))
    return {bucket_path(rank): bucket(part, rank) for part, rank in ranks}


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
                    "maxItems": 2 * (EARLIEST + LATEST),
                },
            },
        ),
    }


def _runs(in_order: Iterable[Resolution]) -> _Runs:
    """Where each run stands, from the first text to the last; what is too much for the memory is laid aside."""
    symbols: list[str] = []
    found: dict[int, Places] = {}
    known: dict[str, array[int]] = {}  # many a paragraph stands in text after text, word for word
    aside: Aside | None = None
    for rank, text in enumerate(in_order):
        symbols.append(text.symbol)
        for number, paragraph in enumerate(walk.paragraphs(text)):
            printed = walk.all_words(paragraph)
            if printed not in known:
                known[printed] = array("I", {run for _, run in shingles([word.low for word in words(printed)])})
            for run in known[printed]:
                places = found.setdefault(run, [])
                if len(places) >= 2 * (EARLIEST + LATEST):
                    del places[2 * EARLIEST : 2 * EARLIEST + 2]
                places += (rank, number)
        if len(known) > _PARAGRAPHS:
            known = {}
        if len(found) > _RUNS:
            aside = aside or Aside()
            aside.put(found)
            found = {}
    if aside is None:
        return _Runs(tuple(symbols), 1, lambda _: found)
    aside.put(found)
    return _Runs(tuple(symbols), PARTS, aside.part)


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
