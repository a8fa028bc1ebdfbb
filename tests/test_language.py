"""Agreed language: the index holds every run of words where it stands; notable phrases are what they are said to be."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator import language, walk
from generator.authorities import Authorities
from generator.language import aside
from generator.language.phrases import LONGEST, SHORTEST, Notable, notable_phrases, recurring
from generator.language.shingles import (
    BUCKET_SCHEMA,
    INDEX,
    INDEX_SCHEMA,
    WORDS,
    WORDS_SCHEMA,
    bucket_path,
    index_files,
)
from generator.language.wording import fold, shingles, words
from generator.library import library
from generator.model import Resolution
from generator.writing.indexes.entries import in_time, oldest_first
from generator.writing.phrases import phrase_pages
from generator.writing.pieces import as_bytes
from tests.cases import Case, load_cases
from tests.samples import paragraph, resolution


@pytest.mark.parametrize("case", load_cases("wording"), ids=str)
def test_words_and_runs_are_those_of_the_cases(case: Case) -> None:
    assert described(case.input) == case.expected


def described(text: str) -> str:
    low = [word.low for word in words(text)]
    runs = ", ".join(f"{low[place]} {run:08x}" for place, run in shingles(low))
    return f"{' '.join(low) or '–'}\n{runs or '–'}"


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = words(text)
    assert all(fold(text[word.at : word.end]) == word.low for word in found)
    assert all(one.end <= other.at for one, other in pairwise(found))
    list(shingles([word.low for word in found]))


def written(texts: Iterable[Resolution]) -> dict[str, str]:
    return {path: as_bytes(content).decode() for path, content in index_files(texts).items()}


@pytest.fixture(scope="session")
def index(corpus_texts: tuple[Resolution, ...]) -> Mapping[str, str]:
    return written(sorted(corpus_texts, key=in_time))


def test_every_run_of_every_paragraph_is_found_in_its_bucket(
    corpus_texts: tuple[Resolution, ...], index: Mapping[str, str]
) -> None:
    shape = json.loads(index[INDEX])
    buckets = [json.loads(index[bucket_path(rank)]) for rank in range(shape["buckets"])]
    for text in corpus_texts:
        rank = shape["texts"].index(text.symbol)
        for number, one in enumerate(walk.paragraphs(text)):
            for _, run in shingles([word.low for word in words(walk.all_words(one))]):
                flat = buckets[run % shape["buckets"]][f"{run:08x}"]
                places = list(zip(flat[::2], flat[1::2], strict=True))
                assert places == sorted(set(places))
                assert (rank, number) in places or len(places) == shape["most_places"]


def test_of_a_run_that_many_have_the_first_and_the_last_places_are_kept() -> None:
    texts = [
        resolution(
            symbol=f"A/RES/99/{number}",
            adopted=f"2044-01-{number:02}",
            operative=(paragraph("op1", "Plants seven oak trees."),),
        )
        for number in range(1, 31)
    ]
    files = written(texts)
    (flat,) = json.loads(files[bucket_path(0)]).values()
    assert flat[::2] == [*range(12), *range(26, 30)]
    assert set(flat[1::2]) == {0}


def test_the_texts_stand_in_order_of_time_whatever_order_they_came_in(
    corpus_texts: tuple[Resolution, ...], index: Mapping[str, str]
) -> None:
    assert written(oldest_first(library(reversed(corpus_texts), Authorities()))) == index
    assert json.loads(index[INDEX])["texts"] == [
        "A/RES/58/137", "E/CN.4/RES/2004/45", "A/RES/59/166", "A/RES/65/190", "A/C.3/73/L.7",
    ]  # fmt: skip


def test_there_are_more_buckets_for_more_texts_and_each_stays_small(corpus_texts: tuple[Resolution, ...]) -> None:
    few, many = (json.loads(written(texts)[INDEX])["buckets"] for texts in (corpus_texts[:1], corpus_texts))
    assert few < many
    assert max(len(content) for path, content in written(corpus_texts).items() if path.startswith("language/")) < 16_000


def test_the_index_is_as_its_schemas_say(index: Mapping[str, str]) -> None:
    schemas = {INDEX: INDEX_SCHEMA, WORDS: WORDS_SCHEMA}
    for path, content in index.items():
        schema = json.loads(content if path.startswith("schema/") else index[schemas.get(path, BUCKET_SCHEMA)])
        Draft202012Validator.check_schema(schema)
        if not path.startswith("schema/"):
            Draft202012Validator(schema).validate(json.loads(content))


@pytest.mark.parametrize("runs", [0, 1, 700])
def test_the_index_is_the_same_if_runs_are_laid_aside(
    corpus_texts: tuple[Resolution, ...], monkeypatch: pytest.MonkeyPatch, runs: int
) -> None:
    """Only an index of as many buckets as there are parts, and more, is made of parts."""
    texts = [
        msgspec.structs.replace(text, symbol=f"A/RES/99/{number}", adopted="2044-01-01")
        for number in range(25)
        for text in corpus_texts
    ]
    monkeypatch.setattr(language.shingles, "_IN_A_BUCKET", 60)
    whole = written(texts)
    assert json.loads(whole[INDEX])["buckets"] > aside.PARTS
    monkeypatch.setattr(language.shingles, "_RUNS", runs)
    monkeypatch.setattr(language.shingles, "_PARAGRAPHS", 20)
    assert written(texts) == whole


def test_no_text_and_a_text_without_words_make_an_index_too() -> None:
    assert json.loads(written([])[INDEX])["texts"] == []
    empty = written([resolution()])
    assert json.loads(empty[bucket_path(0)]) == {}


# Phrases.

_RUNS = st.lists(st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from("xyz"), max_size=18)), max_size=6).map(
    lambda runs: sorted(runs, key=lambda run: run[0])
)


@given(_RUNS)
def test_the_phrases_are_the_maximal_ones_that_two_texts_share(runs: Sequence[tuple[str, list[str]]]) -> None:
    texts: dict[tuple[str, ...], set[str]] = {}
    for symbol, low in runs:
        for length in range(SHORTEST, LONGEST + 2):
            for place in range(len(low) - length + 1):
                texts.setdefault(tuple(low[place : place + length]), set()).add(symbol)
    often = {phrase: len(symbols) for phrase, symbols in texts.items() if len(symbols) > 1}
    longer = {(part, number) for phrase, number in often.items() for part in (phrase[:-1], phrase[1:])}
    assert dict(recurring(runs)) == {
        phrase: number for phrase, number in often.items() if len(phrase) <= LONGEST and (phrase, number) not in longer
    }


@pytest.fixture(scope="session")
def notable(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> Mapping[str, tuple[Notable, ...]]:
    return notable_phrases(sorted(corpus_texts, key=in_time), authorities.themes.by_id)


def test_each_phrase_stands_in_every_one_of_its_paragraphs_and_in_no_other(
    corpus_texts: tuple[Resolution, ...], notable: Mapping[str, tuple[Notable, ...]]
) -> None:
    printed = {
        (text.symbol, one.anchor): walk.all_words(one).lower() for text in corpus_texts for one in walk.paragraphs(text)
    }
    for phrase in (phrase for phrases in notable.values() for phrase in phrases):
        places = [(place.symbol, place.anchor) for place in phrase.places]
        assert all(phrase.words.lower() in printed[place] for place in places)
        held = {place for place, text in printed.items() if f" {phrase.words.lower()} " in text.replace(";", " ")}
        assert held <= set(places)
        assert phrase.texts == len({symbol for symbol, _ in places}) > 1
        assert SHORTEST <= len(words(phrase.words)) <= LONGEST


def test_phrases_are_of_their_theme_and_run_over_no_name(notable: Mapping[str, tuple[Notable, ...]]) -> None:
    for theme, phrases in notable.items():
        assert len(phrases) <= 40
        for phrase in phrases:
            under = sum(theme in place.themes for place in phrase.places)
            assert 2 * under >= len(phrase.places)
            assert phrase.words == phrase.words.lower()


def test_the_demand_that_fosters_is_found_with_its_first_and_last_use(
    notable: Mapping[str, tuple[Notable, ...]],
) -> None:
    (phrase,) = (one for one in notable["demand"] if one.words == "demand that fosters all forms of exploitation")
    assert (phrase.places[0].symbol, phrase.places[-1].symbol) == ("E/CN.4/RES/2004/45", "A/C.3/73/L.7")


_SHARED = "Urges States to protect the deep coral gardens from all this;"


def _text(number: int, words_: str, theme: str = "sea") -> Resolution:
    return resolution(
        symbol=f"A/RES/99/{number}",
        adopted="2044-01-01",
        operative=(paragraph("op1", words_, opening="Urges", themes=(theme,)),),
    )


def found_in(*texts: str) -> list[str]:
    return [one.words for one in notable_phrases(map(_text, range(1, 99), texts), ["sea"])["sea"]]


def test_the_little_words_around_a_phrase_and_formulas_are_no_part_of_it() -> None:
    assert found_in(_SHARED, _SHARED) == ["protect the deep coral gardens"]
    assert found_in(*2 * ["Urges States to remain seized of the matter at its next session;"]) == []


def test_what_one_text_repeats_is_no_phrase() -> None:
    assert found_in(f"{_SHARED} {_SHARED}", "Urges something else altogether;") == []


def test_what_most_of_many_texts_have_is_a_formula() -> None:
    others = [f"Urges number{number} to rest" for number in range(20)]
    assert found_in(*[_SHARED] * 3, *others) == ["protect the deep coral gardens"]
    assert found_in(*[_SHARED] * 21, *others) == []


def test_a_phrase_ends_at_a_full_stop_a_bracket_a_number_and_a_name() -> None:
    for sign in (". ", "; ", ": (", " 1997 ", " Atlantic "):
        split = f"Urges all to protect the deep{sign}coral gardens;"
        assert found_in(split, split) == []


def test_a_phrase_of_many_paragraphs_lists_the_first_and_leads_to_a_search_for_all(authorities: Authorities) -> None:
    texts = [
        _text(number, _SHARED if number < 90 else f"Urges number{number} to rest", "demand") for number in range(1, 200)
    ]
    page = phrase_pages(library(texts, authorities))["language/phrases/demand.md"]
    assert "The first 60 of its 89 paragraphs" in page
    assert "(../../search.md?q=%22protect%20the%20deep%20coral%20gardens%22)" in page


def test_the_pages_lead_to_the_paragraphs(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> None:
    pages = phrase_pages(library(corpus_texts, authorities))
    page = pages["language/phrases/demand.md"]
    assert "## “demand that fosters all forms of exploitation”" in page
    assert "First in [E/CN.4/RES/2004/45, para. 9](<../../E/CN.4/RES/2004/45.md#op9>)" in page
    assert "(draft)" in page
    assert "(demand.md)" in pages["language/phrases/index.md"]
    assert pages == phrase_pages(library(reversed(corpus_texts), authorities))


def test_an_edition_without_texts_has_an_index_of_phrases_too(authorities: Authorities) -> None:
    (page,) = phrase_pages(library([], authorities)).values()
    assert "No two texts share a phrase." in page


def test_the_words_that_say_little_are_spelled_as_words_are_compared(index: Mapping[str, str]) -> None:
    for listed in json.loads(index[WORDS]).values():
        assert listed == sorted({fold(word) for word in listed})
        assert all(len(words(word)) == 1 for word in listed)


def test_a_hostile_phrase_is_inert_on_its_page(authorities: Authorities) -> None:
    theme = next(iter(authorities.themes.by_id))
    hostile = "Urges all to <script>alert</script> *protect* the deep [coral] {: #x } gardens of seaweed shells;"
    texts = [
        msgspec.structs.replace(
            _text(number, hostile),
            operative=(paragraph("op1", hostile, themes=(theme,)),),
        )
        for number in (1, 2)
    ]
    pages = phrase_pages(library(texts, authorities))
    assert not any("<script>" in page or "{: #x" in page for page in pages.values())
