"""What is shown is what was read: laws over the built HTML of every page."""

import base64
import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from generator.built_site import check_site
from generator.model import Paragraph, Resolution, Status
from tests.conftest import build_site
from tests.reading_html import (
    all_headings,
    all_paragraphs,
    by_id,
    ids,
    one_line,
    parse,
    printed_words,
    words,
    words_of_paragraph,
)

_DATA = {"application/json", "application/ld+json"}
"""Scripts of these types are never run; test_cite_journeys sees that no browser minds them."""

Pages = Sequence[tuple[Resolution, Element]]


@pytest.fixture(scope="session")
def pages(site: Path, texts: tuple[Resolution, ...]) -> Pages:
    """Each text with its page."""
    return [(text, parse((site / text.url / "index.html").read_text(encoding="utf-8"))) for text in texts]


def test_every_id_is_unique_and_every_link_lands(site: Path, texts: tuple[Resolution, ...]) -> None:
    assert check_site(site, texts) == ()


def test_a_paragraph_shows_the_words_of_the_twin_and_its_printed_number(pages: Pages) -> None:
    for text, root in pages:
        elements = by_id(root)
        for paragraph in all_paragraphs(text):
            assert words_of_paragraph(root, paragraph.anchor) == printed_words(paragraph)
            number = next(link for link in elements[paragraph.anchor].iter("a") if "n" in link.get("class", "").split())
            assert number.get("href") == f"#{paragraph.anchor}"
            assert (paragraph.printed or "¶") in "".join(number.itertext())


def test_a_note_shows_the_words_of_the_twin_and_its_printed_number(pages: Pages) -> None:
    for text, root in pages:
        elements = by_id(root)
        shown = [element.attrib["id"] for element in root.iter("li") if element.get("id", "").startswith("fn:")]
        assert shown == [note.anchor for note in text.footnotes]
        for note in text.footnotes:
            assert words(elements[note.anchor]) == one_line(note.text)
            number = next(link for link in elements[note.anchor].iter("a") if link.get("class") == "n")
            assert number.text == note.label


def test_a_mark_stands_after_its_word_under_its_printed_number(pages: Pages) -> None:
    for text, root in pages:
        labels = {note.anchor: note.label for note in text.footnotes}
        elements = by_id(root)
        for paragraph in all_paragraphs(text):
            expected = [(mark.footnote, one_line(paragraph.text[: mark.at])) for mark in paragraph.marks]
            if not paragraph.tables:
                assert _marks(elements[paragraph.anchor], labels) == expected


def _marks(paragraph: Element, labels: dict[str, str]) -> list[tuple[str, str]]:
    """The marks of a paragraph: what each shows (checked against its note), and the words before it."""
    found = []
    before = ""
    for child in paragraph:
        if child.tag == "em":
            for inner in child.iter("sup"):
                assert inner is None, "marks inside the opening words are not in the corpus yet"
            before += "".join(child.itertext())
        elif child.get("class") in {"cite", "unknown"}:
            before += "".join(child.itertext())
        elif child.tag == "sup":
            link = child.find("a")
            shown = "".join(child.itertext())
            assert link is None or shown == labels[link.get("href", "").removeprefix("#")]
            found.append((shown, one_line(before)))
        before += child.tail or ""
    return found


def test_what_is_named_leads_to_our_own_paragraph_or_is_said_to_be_unknown(pages: Pages) -> None:
    root = next(root for text, root in pages if text.symbol == "A/RES/99/2A-B")
    named = by_id(root)["b-pp1"]
    links = [link.get("href") for link in named.iter("a") if link.get("class") == "cite"]
    assert links == ["../../../../S/RES/9999%282044%29/", "../1/#op2-b-ii"]
    assert [words(span) for span in named.iter("span") if span.get("class") == "unknown"] == ["resolution 11/3"]


def test_the_table_of_contents_names_operative_paragraphs_by_number_and_opening(pages: Pages) -> None:
    text, root = next((text, root) for text, root in pages if text.symbol == "A/RES/59/166")
    contents = next(nav for nav in root.iter("nav") if "md-nav--secondary" in nav.get("class", ""))
    shown = [(link.get("href"), words(link)) for link in contents.iter("a") if "#op" in link.get("href", "")]
    expected = [(f"#{one.anchor}", f"{one.label} {one.opening}") for one in text.operative]
    assert [entry for entry in shown if entry[0] != "#operative"] == expected


def test_each_text_leads_to_where_a_misreading_is_mended(pages: Pages, site: Path, tmp_path: Path) -> None:
    for text, root in pages:
        mend = next(element for element in root.iter("p") if element.get("class") == "mend")
        assert words(mend) == f"Mend a misreading in {text.source.path}"
        assert [link.get("href", "").endswith("contribute/#mend-a-misreading") for link in mend.iter("a")] == [True]
    moved = build_site(tmp_path, site.parent / "docs", {"SOURCE_URL": "https://example.org/edit/main/"})
    html = (moved / "A/RES/59/166/index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/edit/main/corpus/texts/A-RES-59-166.txt">Mend a misreading</a>' in html


def test_headings_titles_and_closings_are_shown(pages: Pages) -> None:
    for text, root in pages:
        elements = by_id(root)
        assert words(elements["title"]) == one_line(text.title or text.symbol)
        for heading in all_headings(text):
            shown = heading.text if hasattr(heading, "text") else heading.title
            assert words(elements[heading.anchor]) == one_line(shown)
        closing = [words(element) for element in root.iter("p") if element.get("class") == "closing"]
        assert closing == [one_line(line) for line in (text.closing.text if text.closing else "").split("\n") if line]


def test_tables_are_kept(pages: Pages) -> None:
    for text, root in pages:
        cells = [words(cell) for row in root.iter("tr") for cell in row if words(cell)]
        assert cells == [one_line(cell) for table in _tables(text) for row in table for cell in row if cell]


def _tables(text: Resolution) -> list[tuple[tuple[str, ...], ...]]:
    def of(paragraph: Paragraph) -> list[tuple[tuple[str, ...], ...]]:
        return [table.rows for table in paragraph.tables or ()]

    return [rows for paragraph in all_paragraphs(text) for rows in of(paragraph)]


def test_the_text_is_read_in_its_order(pages: Pages) -> None:
    for text, root in pages:
        anchors = {paragraph.anchor for paragraph in all_paragraphs(text)}
        shown = [name for name in ids(root) if name in anchors]
        assert len(shown) == len(anchors)
        if not text.symbol.endswith("2A-B"):  # a composite text takes the two by turns
            assert shown == [paragraph.anchor for paragraph in all_paragraphs(text)]


def test_every_page_says_that_the_official_text_prevails(site: Path, pages: Pages) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert "Unofficial edition" in html, file
        assert "prevails" in html, file
    for text, root in pages:
        official = {link.get("href") for link in root.iter("a") if link.get("hreflang")}
        assert official == {
            f"https://docs.un.org/{code}/{text.symbol}" for code in ("ar", "zh", "en", "fr", "ru", "es")
        }


def test_a_draft_is_marked_as_one(pages: Pages) -> None:
    for text, root in pages:
        warnings = [element for element in root.iter("div") if element.get("class") == "admonition warning"]
        assert bool(warnings) == (text.status is Status.DRAFT)


def test_headings_go_down_one_level_at_a_time(pages: Pages) -> None:
    for text, root in pages:
        content = next(element for element in root.iter("article"))
        levels = [int(element.tag[1]) for element in content.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1, text.symbol
        assert all(lower - upper <= 1 for upper, lower in pairwise(levels)), text.symbol


def test_the_content_policy_names_every_inline_script_and_no_page_has_an_inline_style(site: Path) -> None:
    for file in site.rglob("*.html"):
        root = parse(file.read_text(encoding="utf-8"))
        policy = next(meta for meta in root.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy")
        for script in root.iter("script"):
            if "src" not in script.attrib and script.get("type") not in _DATA:
                digest = hashlib.sha256((script.text or "").encode()).digest()
                assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy.get("content", ""), file
        assert not list(root.iter("style")), file
        assert not [element for element in root.iter() if "style" in element.attrib], file


def test_the_site_can_stand_under_a_sub_path(site: Path, tmp_path: Path) -> None:
    moved = build_site(tmp_path, site.parent / "docs", {"SITE_URL": "https://example.org/un/texts/"})
    root = parse((moved / "A/RES/59/166/index.html").read_text(encoding="utf-8"))
    canonical = next(link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    lost = parse((moved / "404.html").read_text(encoding="utf-8"))
    loaded = [str(element.get("src") or element.get("href")) for element in lost.iter() if _loads(element)]

    assert canonical == "https://example.org/un/texts/A/RES/59/166/"
    assert all(address.startswith("/un/texts/") for address in loaded if address != "None")


def test_a_page_loads_nothing_from_another_host(site: Path) -> None:
    for file in site.rglob("*.html"):
        root = parse(file.read_text(encoding="utf-8"))
        loaded = [element.get("src") or element.get("href") or "" for element in root.iter() if _loads(element)]
        assert loaded, file
        assert not [address for address in loaded if re.match(r"(https?:)?//", address)], file


def _loads(element: Element) -> bool:
    return element.tag in {"script", "img", "iframe"} or (
        element.tag == "link" and element.get("rel") in {"stylesheet", "icon", "manifest"}
    )
