"""The JSON twin: every text is valid against the published schema, which bites, and nothing is left unsaid."""

import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator, ValidationError

from generator import walk
from generator.model import Resolution
from generator.writing import twin
from generator.writing.pieces import as_bytes


@pytest.fixture
def schema() -> Draft202012Validator:
    published = json.loads(twin.schemas()[twin.SCHEMA])
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def test_every_text_is_valid_against_the_schema(texts: tuple[Resolution, ...], schema: Draft202012Validator) -> None:
    for text in texts:
        schema.validate(json.loads(twin.encode(text)))


def test_a_twin_decodes_to_the_text_it_was_made_of(texts: tuple[Resolution, ...]) -> None:
    for text in texts:
        assert msgspec.json.decode(twin.encode(text), type=Resolution) == text


def test_a_twin_lacks_no_key_but_tail_tables_and_the_line_of_a_mark(texts: tuple[Resolution, ...]) -> None:
    optional = {"tail", "tables", "line"}
    for text in texts:
        assert_keys(json.loads(twin.encode(text)), msgspec.to_builtins(text), optional)


def assert_keys(value: Any, full: Any, optional: set[str]) -> None:
    if isinstance(value, dict):
        assert set(full) - optional <= set(value)
        for key in value:
            assert_keys(value[key], full[key], optional)


@pytest.mark.parametrize("key", ["symbol", "operative", "footnotes", "source"])
def test_the_schema_asks_for_every_part(
    key: str, corpus_texts: tuple[Resolution, ...], schema: Draft202012Validator
) -> None:
    whole = json.loads(twin.encode(corpus_texts[0]))
    del whole[key]
    with pytest.raises(ValidationError):
        schema.validate(whole)


def test_the_list_of_all_texts_is_valid_and_leads_to_each(corpus_texts: tuple[Resolution, ...]) -> None:
    listed = json.loads(twin.catalogue(corpus_texts))
    Draft202012Validator(json.loads(twin.schemas()[twin.CATALOGUE_SCHEMA])).validate(listed)
    assert [entry["twin"] for entry in listed["resolutions"]] == sorted(f"{text.symbol}.json" for text in corpus_texts)


def test_the_list_does_not_depend_on_the_order_of_texts(corpus_texts: tuple[Resolution, ...]) -> None:
    assert twin.catalogue(reversed(corpus_texts)) == twin.catalogue(corpus_texts)


def test_words_stay_readable(corpus_texts: tuple[Resolution, ...]) -> None:
    """Characters beyond ASCII are written as they are, so that a twin can be read and compared."""
    assert "–" in twin.encode(corpus_texts[2])
    assert "\\u" not in twin.encode(corpus_texts[2])


def test_who_cites_whom_is_valid_against_its_schema(texts: tuple[Resolution, ...]) -> None:
    published = json.loads(twin.schemas()[twin.GRAPH_SCHEMA])
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published).validate(json.loads(as_bytes(twin.graph(texts))))


def test_a_note_gives_its_citations_to_each_paragraph_that_marks_it(texts: tuple[Resolution, ...]) -> None:
    every = json.loads(as_bytes(twin.graph(texts)))
    found = [edge for edge in every if edge["footnote"] == "5" and edge["instrument"] == "TIP"]
    of_one = {edge["from"]: edge for edge in found if edge["from"].startswith("A/RES/59/166#")}
    assert set(of_one) == {"A/RES/59/166#pp2", "A/RES/59/166#op6"}
    edge = of_one["A/RES/59/166#op6"]
    assert (edge["to"], edge["pinpoint"], edge["rule"]) == ("A/RES/55/25", "annex II", "ibid-locator")


def test_each_edge_begins_at_a_paragraph_that_exists(texts: tuple[Resolution, ...]) -> None:
    anchors = {f"{text.symbol}#{anchor}" for text in texts for anchor in walk.anchors(text)}
    assert {edge["from"] for edge in json.loads(as_bytes(twin.graph(texts)))} <= anchors
