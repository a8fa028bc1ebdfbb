"""The indexes of what paragraphs are about and whom they ask: entries lead to their paragraphs, counts are right."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS

from generator import walk
from generator.authorities import Authorities
from generator.indexing.rows import Row, rows_of
from generator.library import library
from generator.model import Index, Paragraph, Resolution
from generator.reading.openings import parts
from generator.writing import skos, table
from generator.writing.indexes.page import slug
from generator.writing.indexes.timeline import timeline
from generator.writing.pieces import as_bytes, json_list, json_lists
from tests.reading_html import parse, words
from tests.written_indexes import written_indexes

_ENTRY = re.compile(r"^\[[^\]]+\]\(<(?P<way>[^>]+)>\)\{ \.n \}", re.MULTILINE)
_COUNT = re.compile(r"^(\d+) paragraphs? of (\d+) texts?\.$", re.MULTILINE)


@pytest.fixture(scope="session")
def written(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> Mapping[str, str]:
    """The index pages of the corpus."""
    return written_indexes(library(corpus_texts, authorities))


def tops(texts: tuple[Resolution, ...]) -> Iterator[tuple[str, Paragraph]]:
    for text in texts:
        for paragraph in walk.paragraphs(text):
            yield text.symbol, paragraph


def listed(page: str) -> list[str]:
    """The places that a page leads to, notes left out: "A/RES/59/166#op18"."""
    ways = (found["way"].removeprefix("../").replace(".md#", "#") for found in _ENTRY.finditer(page))
    return [way for way in ways if "#fn:" not in way]


def test_each_theme_lists_the_paragraphs_of_the_twins_and_counts_them(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, written: Mapping[str, str]
) -> None:
    for identity in authorities.themes.by_id:
        expected = sorted(f"{symbol}#{one.anchor}" for symbol, one in tops(corpus_texts) if identity in one.themes)
        assert_lists(written[f"themes/{identity}.md"], expected)


def test_each_addressee_lists_the_paragraphs_of_the_twins_and_counts_them(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, written: Mapping[str, str]
) -> None:
    for identity in authorities.addressees.by_id:
        expected = sorted(f"{symbol}#{one.anchor}" for symbol, one in tops(corpus_texts) if identity in one.addressees)
        assert_lists(written[f"addressees/{identity}.md"], expected)


def test_each_opening_lists_the_paragraphs_of_the_twins_and_counts_them(
    corpus_texts: tuple[Resolution, ...], written: Mapping[str, str]
) -> None:
    families: dict[str, list[str]] = {}
    for symbol, one in tops(corpus_texts):
        if one.opening:
            families.setdefault(parts(one.opening).family, []).append(f"{symbol}#{one.anchor}")
    assert {"Urges", "Calls upon", "Takes note", "Recalling"} <= families.keys()
    for family, expected in families.items():
        assert_lists(written[f"openings/{slug(family)}.md"], sorted(expected))


def assert_lists(page: str, expected: list[str]) -> None:
    assert sorted(listed(page)) == expected
    if expected:
        found = _COUNT.search(page)
        assert found
        assert (int(found[1]), int(found[2])) == (len(expected), len({place.partition("#")[0] for place in expected}))
    else:
        assert "No paragraph." in page


def test_the_words_that_put_a_paragraph_there_are_marked(
    corpus_texts: tuple[Resolution, ...], written: Mapping[str, str]
) -> None:
    for text in corpus_texts:
        for paragraph in text.operative:
            for ground in paragraph.grounds:
                folder = "themes" if ground.index is Index.THEME else "addressees"
                assert "<mark>" in written[f"{folder}/{ground.id}.md"]
    assert "<mark>illegal entry" in written["themes/migration.md"]


def test_every_operative_paragraph_stands_under_a_theme_or_is_said_not_to(
    corpus_texts: tuple[Resolution, ...], written: Mapping[str, str]
) -> None:
    without = sorted(f"{text.symbol}#{one.anchor}" for text in corpus_texts for one in text.operative if not one.themes)
    assert sorted(listed(written["themes/not-classified.md"])) == without
    assert len(without) <= 5


def test_the_matrix_counts_the_paragraphs_of_each_text_and_leads_to_them(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, site: Path
) -> None:
    page = parse((site / "themes/index.html").read_text("utf-8"))
    matrix = next(element for element in page.iter("div") if element.get("class") == "matrix")
    shown = {}
    for row in matrix.iter("tr"):
        cells = list(row)
        for theme, cell in zip(authorities.themes.by_id, cells[1:], strict=True):
            link = cell.find("a")
            if cell.tag == "td" and link is not None:
                symbol = words(cells[0]).split()[0]
                shown[symbol, theme] = int(words(link))
                assert link.get("href") == f"{theme}/#{symbol.replace('/', '-')}"
    counts = Counter((symbol, theme) for symbol, one in tops(corpus_texts) for theme in one.themes)
    held = {text.symbol for text in corpus_texts}
    assert {key: count for key, count in shown.items() if key[0] in held} == counts


def test_each_paragraph_of_a_page_shows_its_themes_and_addressees(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, site: Path
) -> None:
    labels = {one.label: one.id for one in authorities.addressees.by_id.values()}
    labels |= {rules.theme.label: identity for identity, rules in authorities.themes.by_id.items()}
    for text in corpus_texts:
        root = parse((site / text.url / "index.html").read_text("utf-8"))
        expected = [[*one.themes, *one.addressees] for one in walk.paragraphs(text) if one.themes or one.addressees]
        chips = [[labels[words(link)] for link in line.iter("a")] for line in root.iter("p") if _is_margin(line)]
        assert [found for found in chips if found] == expected


def _is_margin(element: object) -> bool:
    return element.get("class") == "margin" and any("chip" in link.get("class", "") for link in element.iter("a"))  # type: ignore[attr-defined]


def test_a_timeline_says_in_words_what_it_shows() -> None:
    drawing, figures = timeline("Demand: paragraphs by year", {"2003": 2, "2010": 4, "Undated": 1})
    assert 'role="img" aria-labelledby="timeline-title timeline-told"' in drawing
    assert "Demand: paragraphs by year</title>" in drawing
    assert "From 2003 to 2010, at most 4 in a year." in drawing
    assert drawing.count("<rect") == 2
    assert "| 2003 | 2 |\n| 2010 | 4 |\n| Undated | 1 |" in figures
    assert list(timeline("x", {"Undated": 3})) == []
    assert "style=" not in drawing


def test_the_table_has_a_row_for_each_paragraph_with_what_the_twin_says(corpus_texts: tuple[Resolution, ...]) -> None:
    found = [row for text in corpus_texts for row in rows_of(text)]
    assert [(row.symbol, row.anchor) for row in found] == [
        (text.symbol, one.anchor) for text in corpus_texts for one in walk.paragraphs(text)
    ]
    row = next(row for row in found if (row.symbol, row.anchor) == ("A/RES/58/137", "op6"))
    assert "(a)" in row.text
    assert row.words == len(row.text.split())
    assert row.part == "operative"


def test_the_table_is_the_same_as_csv_and_as_json(corpus_texts: tuple[Resolution, ...]) -> None:
    found = tuple(row for text in corpus_texts for row in rows_of(text))
    files = {path: as_bytes(content) for path, content in table.table_files(corpus_texts).items()}
    assert files[table.JSON] == msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
    assert msgspec.json.decode(files[table.JSON], type=tuple[Row, ...]) == found
    Draft202012Validator(json.loads(files[table.SCHEMA])).validate(json.loads(files[table.JSON]))
    head, *lines = csv.reader(io.StringIO(files[table.CSV].decode()))
    assert head == [
        "symbol", "anchor", "adopted", "organ", "part", "opening", "kind", "addressees", "themes", "words", "text",
    ]  # fmt: skip
    assert [(line[0], line[1], line[8], line[10]) for line in lines] == [
        (row.symbol, row.anchor, ";".join(row.themes), row.text) for row in found
    ]


def test_a_list_in_parts_is_the_whole_list_as_json() -> None:
    lists: tuple[list[list[object]], ...] = ([], [[]], [[1]], [[], [1, {"a": "\n"}], [], [[2], 3]])
    for given in lists:
        whole = [one for part in given for one in part]
        assert as_bytes(json_list(given)) == msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
        both: dict[str, list[object]] = {"one": whole, "other": [{"b": whole}]}
        assert as_bytes(json_lists(both)) == msgspec.json.format(msgspec.json.encode(both), indent=2) + b"\n"


def test_the_themes_are_a_concept_scheme_that_rdflib_reads(authorities: Authorities) -> None:
    themes = [rules.theme for rules in authorities.themes.by_id.values()]
    graph = Graph().parse(data=skos.skos(themes), format="json-ld", publicID="https://example.org/un/themes.json")
    site = Namespace("https://example.org/un/themes/")
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {site[f"{theme.id}/"] for theme in themes}
    assert str(graph.value(site["demand/"], SKOS.prefLabel)) == "Discouraging demand"
    related = {str(uri) for uri in graph.objects(site["demand/"], SKOS.relatedMatch)}
    assert "http://metadata.un.org/sdg/8.7" in related
    assert len(set(graph.subjects(RDF.type, SKOS.Collection))) == 5
    assert set(graph.objects(site[""], SKOS.hasTopConcept)) == {site[f"{theme.id}/"] for theme in themes}


def test_a_text_more_changes_only_the_pages_it_belongs_to(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, written: Mapping[str, str]
) -> None:
    *others, last = corpus_texts
    before = written_indexes(library(others, authorities))
    changed = {path for path in written if written[path] != before.get(path)}
    themes = {theme for one in walk.paragraphs(last) for theme in one.themes}
    addressees = {addressee for one in walk.paragraphs(last) for addressee in one.addressees}
    assert {path for path in changed if path.startswith("themes/")} == {
        "themes/index.md", *(f"themes/{theme}.md" for theme in themes),
    }  # fmt: skip
    assert {path for path in changed if path.startswith("addressees/")} == {
        "addressees/index.md", *(f"addressees/{addressee}.md" for addressee in addressees),
    }  # fmt: skip
