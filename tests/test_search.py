"""The index of the built site, what is filtered by, and how a query is read and its words are spelled."""

import gzip
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from generator import walk
from generator.__main__ import main
from generator.corpus import ConfigurationError
from generator.model import Resolution
from generator.searching import engine, hook
from tests.cases import load_cases

_READ = """
async (typed) => {
  const { read } = await import(new URL("../assets/search/query.js", location))
  const placed = ({ words, steps }) => words.map((word, rank) => `${word} ${steps[rank]}`).join(", ")
  const shown = (unit) => (unit.phrase ? `${unit.text} [${unit.before}; ${placed(unit)}; ${unit.after}]` : unit.text)
  return read(typed).map(shown).join("\\n") || "–"
}
"""
_NEAREST = """
async ([word, corpus]) => {
  const { nearest } = await import(new URL("../assets/search/spelling.js", location))
  return nearest(word, corpus)
}
"""


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to be indexed anew."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def hashes(site: Path) -> dict[str, str]:
    files = (file for folder in ("pagefind*", "search") for top in site.glob(folder) for file in top.rglob("*"))
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
        if file.is_file()
    }


def fragments(site: Path) -> dict[str, Any]:
    """The pages of the index by their address."""
    found = (gzip.decompress(file.read_bytes()) for file in site.glob("pagefind*/fragment/*"))
    pages = (json.loads(content[content.index(b"{") :]) for content in found)
    return {page["url"].removeprefix("/"): page for page in pages}


def test_every_text_and_nothing_else_is_indexed(site: Path, texts: tuple[Resolution, ...]) -> None:
    assert set(fragments(site)) == {text.url for text in texts}


def test_every_paragraph_and_note_is_found_at_its_place_with_its_words(
    site: Path, corpus_texts: tuple[Resolution, ...]
) -> None:
    pages = fragments(site)
    for text in corpus_texts:
        page = pages[text.url]
        words = page["content"].split()
        starts = page["anchors"]
        ends = [start["location"] for start in starts[1:]] + [len(words)]
        places = {start["id"]: words[start["location"] : end] for start, end in zip(starts, ends, strict=True)}
        for one in walk.with_items(walk.paragraphs(text)):
            assert places[one.anchor] == one.text.split()
        for note in text.footnotes:
            said = note.text.split()
            assert places[note.anchor][: len(said)] == said
            assert places[note.anchor][len(said) :][:1] in ([], ["→"])  # what an "Ibid." stands for
        assert "unofficial" not in page["content"].lower()


def test_each_place_has_the_themes_addressees_and_part_of_its_paragraph(
    site: Path, corpus_texts: tuple[Resolution, ...]
) -> None:
    told = json.loads((site / "search/filters.json").read_text("utf-8"))
    page_of = {json.loads(gzip.decompress(file.read_bytes())[12:])["url"]: file.stem for file in _files(site)}
    for text in corpus_texts:
        page = told["pages"][page_of[f"/{text.url}"]]
        anchors = [start["id"] for start in fragments(site)[text.url]["anchors"]]
        for one in walk.paragraphs(text):
            rank = anchors.index(one.anchor)
            assert [told["themes"][theme][0] for theme in page["themes"][rank]] == list(one.themes)
            assert [told["addressees"][asked][0] for asked in page["addressees"][rank]] == list(one.addressees)
            assert page["kinds"][rank] == ("p" if one.anchor.startswith("pp") else "o")
        items = [item for one in text.operative for item in one.children]
        for item in items:
            assert page["addressees"][anchors.index(item.anchor)], f"{item.anchor} asks whom its paragraph asks"


def _files(site: Path) -> list[Path]:
    return sorted(site.glob("pagefind/fragment/*"))


def test_the_same_site_gives_the_same_bytes(copy: Path) -> None:
    before = hashes(copy)
    assert main(["search", str(copy)]) == 0
    assert hashes(copy) == before


def test_a_large_site_gets_several_indexes_and_an_index_that_is_no_more_goes(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fragments(copy)
    monkeypatch.setattr(engine, "LARGEST", 4)
    engine.index(copy)
    names = json.loads((copy / "search/indexes.json").read_text("utf-8"))
    assert names == ["pagefind", *(f"pagefind-{rank}" for rank in range(2, -(-len(whole) // 4) + 1))]
    assert all((copy / name / "pagefind.js").is_file() for name in names)
    assert fragments(copy) == whole
    monkeypatch.undo()
    engine.index(copy)
    assert [folder.name for folder in copy.glob("pagefind*")] == ["pagefind"]


def test_the_hook_indexes_what_was_built(copy: Path) -> None:
    before = hashes(copy)
    shutil.rmtree(copy / "pagefind")
    hook.on_post_build({"site_dir": str(copy)})
    assert hashes(copy) == before


def test_a_folder_without_a_site_cannot_be_indexed(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="build the site first"):
        engine.index(tmp_path)


def test_a_site_without_texts_has_no_index(copy: Path) -> None:
    facts = copy / "search/facts.json"
    facts.write_bytes(msgspec.json.encode({**json.loads(facts.read_bytes()), "texts": {}}))
    assert engine.index(copy) == 0
    assert json.loads((copy / "search/indexes.json").read_text("utf-8")) == []


def test_the_words_are_those_of_the_texts_the_most_frequent_first(site: Path) -> None:
    words = json.loads((site / "search/words.json").read_text("utf-8")).split()
    assert words.index("trafficking") < words.index("globalization")
    assert len(words) == len(set(words))
    assert "bibtex" not in words


@pytest.mark.parametrize("case", load_cases("search"), ids=str)
def test_a_query_is_read_as_units(window: Page, host: str, case: Any) -> None:
    window.goto(f"{host}/search/")
    assert window.evaluate(_READ, case.input) == case.expected


@pytest.mark.parametrize(
    ("typed", "corpus", "meant"),
    [
        ("globalizaton", "global globalization globalized", ["globalization"]),
        ("peadophilia", "paedophilia philia", ["paedophilia"]),
        ("witnes", "witness fitness", ["witness"]),
        ("labor", "labour laborer", ["labour"]),
        ("womn", "woman women word", ["woman", "women"]),
        ("rapporter", "rapporteurs rapporteur report", ["rapporteur"]),
        ("sxe", "sex set", []),  # of three letters too little is left
        ("wombat", "combat woman", ["combat"]),
        ("zzzz", "sex women", []),
        ("exploittaion", "exploitation", ["exploitation"]),
    ],
)
def test_a_slip_leads_to_the_nearest_words(window: Page, host: str, typed: str, corpus: str, meant: list[str]) -> None:
    window.goto(f"{host}/search/")
    assert window.evaluate(_NEAREST, [typed, corpus.split()]) == meant
