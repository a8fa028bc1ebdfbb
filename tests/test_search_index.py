"""The index is put together of what pages give to it one by one: it is the one that Pagefind writes of all at once."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import cbor2
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.searching import engine, pagefind
from generator.searching.joining import ends
from generator.searching.packing import listed, number
from tests.folders import content, differing

EVERY_PAGE = ["*"]
Places = dict[str, tuple[list[int], list[int]]]
"""Pages by address, and where a word stands there."""


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to be indexed anew."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def addresses(site: Path) -> list[str]:
    return sorted(json.loads((site / "search/facts.json").read_bytes())["texts"])


def _places(pages: Iterable[Any], order: Sequence[str]) -> Places:
    number, found = 0, {}
    for step, stands, in_title in pages:
        number += step
        found[order[number]] = (stands, in_title)
    return found


def words(read: pagefind.Read) -> dict[str, tuple[Places, dict[str, Places]]]:
    """Every word of an index, with the pages it stands on, itself and in other forms."""
    order = [json.loads(read.fragments[id_])["url"] for id_, _ in read.pages]
    return {
        word: (_places(pages, order), {form: _places(its, order) for form, its in forms})
        for chunk in read.words()
        for word, pages, forms in chunk
    }


def _replaced(page: Path, old: str, new: str) -> None:
    before = page.read_text("utf-8")
    assert old in before
    page.write_text(before.replace(old, new), encoding="utf-8")


def test_it_has_the_words_and_places_that_pagefind_finds(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("59/166", "65/190"):
        _replaced(copy / f"A/RES/{text}/index.html", "girls", "gïrls")
    _replaced(copy / "A/RES/58/137/index.html", "exploitation", "exploitatión")
    whole = pagefind.read_pages(copy, addresses(copy))
    monkeypatch.setattr(engine, "_AT_A_TIME", 2)
    monkeypatch.setattr("generator.searching.joining._CHUNK", 900)
    engine.index(copy)
    put_together = pagefind.written(copy / engine.NAME)
    assert words(put_together) == words(whole)
    assert len(words(whole)["girl"][1]["gïrls"]) == 2
    assert words(whole)["exploit"][1], "what is looked up without accents is found with them"
    assert len(put_together.chunks) > 9
    assert [put_together.meta[0], *put_together.meta[3:]] == [whole.meta[0], *whole.meta[3:]]
    assert sorted(length for _, length in put_together.pages) == sorted(length for _, length in whole.pages)
    assert put_together.entry["languages"]["en"].keys() == whole.entry["languages"]["en"].keys()
    assert put_together.entry["languages"]["en"]["page_count"] == len(whole.pages)
    assert put_together.program == whole.program
    urls = [json.loads(put_together.fragments[id_])["url"] for id_, _ in put_together.pages]
    assert urls == sorted(urls), "whatever order the disk lists them in"


@given(st.recursive(st.integers(-(2**63), 2**64 - 1), st.lists, max_leaves=20))
def test_numbers_and_lists_are_packed_as_cbor_has_them(value: Any) -> None:
    def packed(one: Any) -> bytes:
        return number(one) if isinstance(one, int) else listed(map(packed, one))

    assert packed(value) == cbor2.dumps(value)


@pytest.mark.parametrize("size", [20, 100, 1000, 5000])
def test_a_chunk_is_said_to_begin_and_end_where_pagefind_says(
    site: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", str(size))
    read = pagefind.read_pages(site, addresses(site))
    shares = [[word for word, *_ in chunk] for chunk in read.words()]
    assert [tuple(said[:2]) for said in read.meta[2]] == ends(sorted(shares))


def _a_word_changes(site: Path) -> None:
    _replaced(site / "A/RES/59/166/index.html", "girls", "gïrls")


def _a_place_gets_another_name(site: Path) -> None:
    facts = site / "search/facts.json"
    told = json.loads(facts.read_bytes())
    told["texts"]["A/RES/59/166/"]["places"][3][1] = "another name"
    facts.write_bytes(msgspec.json.encode(told))


def _a_theme_is_new(site: Path) -> None:
    facts = site / "search/facts.json"
    told = json.loads(facts.read_bytes())
    told["themes"] = {"new": "A new theme", **told["themes"]}
    facts.write_bytes(msgspec.json.encode(told))


def _a_text_goes(site: Path) -> None:
    facts = site / "search/facts.json"
    told = json.loads(facts.read_bytes())
    del told["texts"]["A/RES/59/166/"]
    facts.write_bytes(msgspec.json.encode(told))


def _nothing_changes(_: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (_a_word_changes, ["A/RES/59/166/"]),
        (_a_place_gets_another_name, ["A/RES/59/166/"]),
        (_a_theme_is_new, EVERY_PAGE),
        (_a_text_goes, []),
        (_nothing_changes, []),
    ],
)
def test_only_a_page_that_changed_is_read_again_and_the_bytes_are_those_of_a_clean_index(
    copy: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    again: list[str],
) -> None:
    engine.index(copy, tmp_path / "cache")
    change(copy)
    clean = Path(shutil.copytree(copy, tmp_path / "clean"))
    engine.index(clean)
    found: list[str] = []
    monkeypatch.setattr(pagefind, "read_pages", _spied(found))
    engine.index(copy, tmp_path / "cache")
    assert found == (addresses(copy) if again == EVERY_PAGE else again)
    assert differing(copy, clean) == []


def _spied(found: list[str]) -> Callable[[Path, Sequence[str]], pagefind.Read]:
    read_pages = pagefind.read_pages

    def spy(site: Path, asked: Sequence[str]) -> pagefind.Read:
        found.extend(asked)
        return read_pages(site, asked)

    return spy


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def _noise(file: Path) -> None:
    file.write_bytes(os.urandom(99))


@pytest.mark.parametrize("spoil", [_cut, _noise, Path.unlink])
def test_what_is_kept_may_be_damaged_at_any_time(copy: Path, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    engine.index(copy, tmp_path / "cache")
    before = content(copy)
    kept = [file for file in (tmp_path / "cache").rglob("*") if file.is_file()]
    assert len(kept) == len(addresses(copy))
    for file in kept:
        spoil(file)
    engine.index(copy, tmp_path / "cache")
    assert content(copy) == before


def test_what_no_page_needs_any_more_is_not_kept(copy: Path, tmp_path: Path) -> None:
    engine.index(copy, tmp_path / "cache")
    _a_text_goes(copy)
    engine.index(copy, tmp_path / "cache")
    kept = [file for file in (tmp_path / "cache").rglob("*") if file.is_file()]
    assert len(kept) == len(addresses(copy))
