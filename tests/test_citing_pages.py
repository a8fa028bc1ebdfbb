"""How a page tells readers without script, its own script, and other programs, how it is cited."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from generator.authorities import Authorities
from generator.citing.forms import cited, forms
from generator.citing.works import work
from generator.library import Library, library
from generator.model import Resolution, Status
from generator.places import places
from generator.writing import citing
from generator.writing.markdown import page
from tests.reading_html import by_id, one_line, parse, words
from tests.samples import UNRULY

ADDRESS = "https://example.org/x/#y"
ROOM_ON_A_PAGE = 6 * 1024
"""How many bytes, compressed, citing may add to the longest page."""

Pages = Mapping[str, Element]


@pytest.fixture(scope="session")
def held(texts: tuple[Resolution, ...], authorities: Authorities) -> Library:
    return library(texts, authorities)


@pytest.fixture(scope="session")
def pages(site: Path, texts: tuple[Resolution, ...]) -> Pages:
    """The page of each text, by symbol."""
    return {text.symbol: parse((site / text.url / "index.html").read_text(encoding="utf-8")) for text in texts}


def test_the_script_fills_what_the_generator_would_have_written(pages: Pages, held: Library) -> None:
    for symbol, root in pages.items():
        text = held.texts[symbol]
        data = json.loads(by_id(root)["citing"].text or "")
        every = forms(work(text, held.adoptions), text, places(text))
        assert [form["id"] for form in data["forms"]] == [form.id for form in every]
        for given, form in zip(data["forms"], every, strict=True):
            assert _filled(given["whole"], "") == cited(form, ADDRESS)
            for anchor, usual in data["places"].items():
                assert _filled(given["part"], given["places"].get(anchor, usual)) == cited(form, ADDRESS, anchor)


def _filled(template: Sequence[str | int], place: str) -> str:
    return "".join(piece if isinstance(piece, str) else (place, ADDRESS)[piece] for piece in template)


def test_citing_adds_little_to_the_longest_page(texts: tuple[Resolution, ...], held: Library) -> None:
    longest = max(texts, key=lambda text: len(page(text, held)))
    whole = page(longest, held)
    forms = citing.every_form(longest, held)
    bare = whole.replace(citing.data_block(longest, forms), "")
    for block in citing.fold_out(longest, forms):
        bare = bare.replace(block, "", 1)
    assert 0 < _compressed(whole) - _compressed(bare) < ROOM_ON_A_PAGE


def _compressed(text: str) -> int:
    return len(gzip.compress(text.encode("utf-8"), mtime=0))


def test_without_script_the_forms_of_the_whole_text_and_the_files_are_on_the_page(
    pages: Pages, held: Library, site: Path
) -> None:
    for symbol, root in pages.items():
        text = held.texts[symbol]
        fold_out = next(one for one in root.iter("details") if "cite" in one.get("class", "").split())
        shown = [words(item) for item in fold_out.iter("li")]
        for form in forms(work(text, held.adoptions), text, places(text)):
            if form.running:
                assert one_line(f"{form.name} {cited(form, text.official_url)}") in shown
        files = [str(link.get("href")) for link in fold_out.iter("a")][:3]
        assert [Path(file).suffix for file in files] == [".bib", ".ris", ".json"]
        for suffix in (".bib", ".ris", ".csl.json"):
            record = (site / f"{symbol}{suffix}").read_text(encoding="utf-8")
            assert text.official_url in record
            assert "None" not in record


def test_a_draft_and_what_it_was_adopted_as_lead_to_each_other(pages: Pages) -> None:
    assert _masthead(pages["A/C.3/99/L.7"])["Adopted as"] == {"A/RES/99/1": "../../../RES/99/1/"}
    assert _masthead(pages["A/RES/99/1"])["Draft"] == {
        "A/C.3/99/L.6": "https://docs.un.org/en/A/C.3/99/L.6",
        "A/C.3/99/L.7": "../../../C.3/99/L.7/",
    }
    assert not {"Adopted as", "Draft"} & set(_masthead(pages["A/RES/59/166"]))


def _masthead(root: Element) -> dict[str, dict[str, str]]:
    """The rows of the masthead: the links in all of one name, by what they show."""
    head = next(one for one in root.iter("div") if one.get("class") == "masthead")
    rows: dict[str, dict[str, str]] = {}
    for row in head.iter("li"):
        rows.setdefault(words(row[0]), {}).update({words(link): str(link.get("href")) for link in row.iter("a")})
    return rows


# What Zotero takes from a page, as its translator for embedded metadata maps it: the field, the tags that fill it in
# the order in which it asks for them, and what they say here. An institution makes the item a report; the comma after
# an author's name makes it a name of one part.
ZOTERO = {
    "institution": (("citation_technical_report_institution", "DC.publisher"), ("United Nations",) * 3),
    "title": (
        ("citation_title", "DC.title", "og:title"),
        ("Trafficking in women and girls", "A proposal", "Resolution 9999 (2044)"),
    ),
    "creators": (
        ("citation_author", "DC.creator"),
        ("United Nations General Assembly,", "United Nations General Assembly,", "United Nations Security Council,"),
    ),
    "reportNumber": (("citation_technical_report_number",), ("A/RES/59/166", "A/C.3/99/L.7", "S/RES/9999(2044)")),
    "reportType": (("DC.type",), ("Resolution", "Draft resolution", "Resolution")),
    "date": (("citation_publication_date", "citation_date", "DC.date"), ("2004/12/20", None, "2044/01/02")),
    "language": (("citation_language", "DC.language"), ("en",) * 3),
    "url": (
        ("citation_public_url", "og:url"),
        (
            "http://localhost:8000/A/RES/59/166/",
            "http://localhost:8000/A/C.3/99/L.7/",
            "http://localhost:8000/S/RES/9999%282044%29/",
        ),
    ),
}


@pytest.mark.parametrize("field", ZOTERO)
def test_zotero_finds_every_field_of_a_report(field: str, pages: Pages) -> None:
    tags, expected = ZOTERO[field]
    for symbol, value in zip(("A/RES/59/166", "A/C.3/99/L.7", "S/RES/9999(2044)"), expected, strict=True):
        said = _said(pages[symbol])
        assert next((said[tag] for tag in tags if tag in said), None) == value


def test_nothing_makes_zotero_take_the_page_for_something_else(pages: Pages) -> None:
    """A journal's title, a book's, or an `og:type` of a web site would."""
    for root in pages.values():
        said = _said(root)
        assert said["og:type"] == "article"
        assert not {"citation_journal_title", "citation_book_title", "citation_conference_title"} & set(said)


def _said(root: Element) -> dict[str, str]:
    """The tags in the head of a page."""
    return {str(one.get("name") or one.get("property")): str(one.get("content")) for one in root.iter("meta")}


def _legislation(root: Element) -> dict[str, Any]:
    (script,) = (one for one in root.iter("script") if one.get("type") == "application/ld+json")
    said: dict[str, Any] = json.loads(script.text or "")
    return said


def test_search_engines_are_told_of_legislation_without_legal_force(pages: Pages) -> None:
    assert _legislation(pages["A/RES/59/166"]) == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": "Trafficking in women and girls",
        "alternateName": "General Assembly resolution 59/166",
        "legislationIdentifier": "A/RES/59/166",
        "legislationType": "Resolution",
        "legislationPassedBy": {"@type": "Organization", "name": "United Nations General Assembly"},
        "legislationDate": "2004-12-20",
        "inLanguage": "en",
        "sameAs": "https://docs.un.org/en/A/RES/59/166",
        "url": "http://localhost:8000/A/RES/59/166/",
    }


def test_a_draft_has_no_date_of_adoption_and_nobody_passed_it(pages: Pages, held: Library) -> None:
    drafts = [symbol for symbol, text in held.texts.items() if text.status is Status.DRAFT]
    assert drafts
    for symbol in drafts:
        said = _legislation(pages[symbol])
        assert said["legislationType"] == "Draft resolution"
        assert not {"legislationDate", "legislationPassedBy", "legislationLegalForce"} & set(said)


def test_the_head_leads_to_the_other_forms_of_a_text(pages: Pages, site: Path) -> None:
    for symbol, root in pages.items():
        links = [one for one in root.iter("link") if "alternate" in one.get("rel", "").split()]
        types = {str(one.get("type")): str(one.get("href")) for one in links}
        assert {"application/json", "application/x-bibtex", "application/x-research-info-systems"} < set(types)
        for address in types.values():
            assert (site / symbol / address).resolve().is_file()


def test_an_unruly_title_is_told_as_it_is_and_does_nothing(pages: Pages) -> None:
    root = pages["A/RES/99/2A-B"]
    assert _legislation(root)["name"] == UNRULY
    said = _said(root)
    assert said["citation_title"] == said["DC.title"] == UNRULY
    assert said["og:title"] == f"A/RES/99/2A-B: {UNRULY}"
    assert not [one for one in root.iter("script") if re.search(r"^\s*alert", one.text or "")]


def test_pages_that_are_no_text_say_nothing_of_the_kind(site: Path) -> None:
    root = parse((site / "index.html").read_text(encoding="utf-8"))
    assert not [name for name in _said(root) if name.startswith(("citation_", "DC.", "og:"))]
    assert "citing" not in by_id(root)
