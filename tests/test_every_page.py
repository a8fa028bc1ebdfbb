"""Laws over the HTML of every page that is built: it is valid, its headings are in order, its landmarks have names."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest

from tests.reading_html import words


class Built(msgspec.Struct, frozen=True):
    """A page as a browser reads it, and what a conforming parser minds in it."""

    name: str
    root: Element
    faults: list[str]


Pages = Sequence[Built]


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every page of the site."""
    return [_read(file, site) for file in sorted(site.rglob("*.html"))]


def _read(file: Path, site: Path) -> Built:
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root: Element = parser.parse(file.read_text(encoding="utf-8"))
    faults = [f"line {line}: {code} {data}" for (line, _), code, data in parser.errors]
    return Built(str(file.relative_to(site)), root, faults)


def test_every_page_is_valid(pages: Pages) -> None:
    assert len(pages) > 100
    assert {page.name: page.faults for page in pages if page.faults} == {}


def test_the_parser_does_mind(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<!doctype html><title>x</title><p><a>one<a>two</p></b>", encoding="utf-8")

    assert len(_read(tmp_path / "x.html", tmp_path).faults) >= 2


def test_every_page_has_one_title_and_headings_that_skip_no_level(pages: Pages) -> None:
    for page in pages:
        levels = [int(one.tag[1]) for one in page.root.iter() if re.fullmatch("h[1-6]", str(one.tag))]
        assert levels.count(1) == 1, page.name
        assert levels[0] == 1, page.name
        assert all(lower - upper <= 1 for upper, lower in pairwise(levels)), page.name


def test_no_heading_is_empty(pages: Pages) -> None:
    for page in pages:
        for one in page.root.iter():
            if re.fullmatch("h[1-6]", str(one.tag)):
                assert words(one) or "".join(one.itertext()).strip(), page.name


def test_every_page_names_its_language_and_itself(pages: Pages) -> None:
    for page in pages:
        assert page.root.get("lang") == "en", page.name
        assert (page.root.findtext("head/title") or "").strip(), page.name


def test_every_page_has_one_main_part_and_each_way_about_it_has_a_name(pages: Pages) -> None:
    for page in pages:
        tags = Counter(one.tag for one in page.root.iter())
        named = [one.get("aria-label") for one in page.root.iter("nav")]
        assert (tags["main"], tags["header"], tags["footer"]) == (1, 1, 1), page.name
        assert all(named), page.name


def test_the_first_link_of_every_page_skips_to_what_it_says(pages: Pages) -> None:
    for page in pages:
        first = next(page.root.iter("a"))
        ids = {one.get("id") for one in page.root.iter()}
        assert first.get("class") == "md-skip", page.name
        assert first.get("href", "")[1:] in ids, page.name


def test_every_field_has_a_label_and_every_image_words(pages: Pages) -> None:
    for page in pages:
        labelled = {one.get("for") for one in page.root.iter("label")}
        for one in page.root.iter():
            if one.tag in {"input", "select", "textarea"} and one.get("type") not in {"checkbox", "radio", "hidden"}:
                assert one.get("aria-label") or one.get("id") in labelled, page.name
            if one.tag == "img":
                assert "alt" in one.attrib, page.name
