"""A reader prints a resolution: the text, its notes and its address, and nothing of the site around them."""

import io
import re
from collections.abc import Iterator

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page

from generator import walk
from generator.model import Footnote, Paragraph, Resolution

_OF_THE_SITE = (
    "Skip to content", "Table of contents", "Search", "Themes", "Asked", "All steps", "Cited in", "Cite this text",
    "Cite or copy", "References", "About this text", "Mend a misreading", "Before ", "How to cite", "العربية", "↩",
)  # fmt: skip
_PAGE_NUMBER = re.compile(r"^\d+ / \d+$", re.MULTILINE)


@pytest.mark.parametrize("symbol", ["A/RES/59/166", "A/RES/58/137", "A/RES/99/1"])
def test_paper_has_every_paragraph_and_every_note_in_order(
    window: Page, host: str, texts: tuple[Resolution, ...], symbol: str
) -> None:
    text = next(text for text in texts if text.symbol == symbol)
    window.goto(f"{host}/{text.url}")
    on_paper = _squeezed(_words(window.pdf()))
    at = 0
    for expected in (*_paragraphs(text), *map(_note, text.footnotes)):
        found = on_paper.find(_squeezed(expected), at)
        assert found >= 0, expected
        at = found + len(_squeezed(expected))


def test_paper_names_its_address_and_the_official_one_and_nothing_of_the_site(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/#op18")
    on_paper = _words(window.pdf())

    assert f"Unofficial edition, printed from {host}/A/RES/59/166/. The official text" in " ".join(on_paper.split())
    assert "https://docs.un.org/en/A/RES/59/166" in on_paper
    for words in _OF_THE_SITE:
        assert words not in on_paper


@pytest.mark.parametrize("address", ["/A/RES/59/166/", "/A/C.3/73/L.7/", "/compare/A-RES-59-166/A-RES-65-190/"])
def test_paper_is_black_on_white_whatever_the_screen_is(browser: Browser, host: str, address: str) -> None:
    for scheme in ("light", "dark"):
        window = browser.new_page(color_scheme=scheme)
        window.goto(host + address)
        with pdfplumber.open(io.BytesIO(window.pdf(page_ranges="1"))) as paper:
            inks = {char["non_stroking_color"] for char in paper.pages[0].chars}
        window.close()
        assert inks
        assert all(max(ink) < 0.5 for ink in inks), (scheme, inks)


def test_a_text_prints_the_same_without_script_but_for_its_address(browser: Browser, host: str) -> None:
    papers = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        window = context.new_page()
        window.goto(f"{host}/A/RES/58/137/")
        papers.append(_words(window.pdf()).partition("Unofficial edition, printed from")[0])
        context.close()

    assert papers[0] == papers[1]


def _words(pdf: bytes) -> str:
    """The words of a file, page after page, without the numbers of its pages."""
    with pdfplumber.open(io.BytesIO(pdf)) as paper:
        return "\n".join(_PAGE_NUMBER.sub("", page.extract_text()) for page in paper.pages)


def _squeezed(words: str) -> str:
    """The characters without the spaces: where lines and pages break does not count."""
    return "".join(words.split())


def _paragraphs(text: Resolution) -> Iterator[str]:
    """Every paragraph and item with its printed number and its marks; those with a table in them are left out."""
    for paragraph in walk.with_items(walk.paragraphs(text)):
        if not paragraph.tables:
            yield f"{paragraph.printed or ''}{_with_marks(paragraph)}"


def _with_marks(paragraph: Paragraph) -> str:
    """The words of a paragraph with the marks at their places."""
    marked = paragraph.text
    for mark in sorted(paragraph.marks, key=lambda mark: mark.at, reverse=True):
        marked = f"{marked[: mark.at]}{mark.footnote}{marked[mark.at :]}"
    return marked


def _note(note: Footnote) -> str:
    return f"{note.label}{note.text}"
