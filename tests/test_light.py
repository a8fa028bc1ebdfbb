"""Pages are light, nothing in them moves, and they are read without script (`measure_pages` has the times)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import walk
from generator.model import Resolution
from tests.kinds import KINDS
from tests.weighing import WATCH, Host, compressing, visit

_HEAVIEST_PAGE = 40_000
_HEAVIEST_VISIT = 150_000


@pytest.fixture(scope="module")
def weighed(site: Path) -> Iterator[Host]:
    """The site as a server on the net sends it."""
    with compressing(site) as host:
        yield host


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A window of a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_a_first_visit_to_a_text_is_light(
    browser: Browser, weighed: Host, corpus_texts: tuple[Resolution, ...]
) -> None:
    for text in corpus_texts:
        visited = visit(browser, weighed, text.url, 360)
        assert visited.page <= _HEAVIEST_PAGE, text.symbol
        assert visited.total <= _HEAVIEST_VISIT, text.symbol
        assert not [name for name in visited.files if "pagefind" in name], text.symbol


def test_nothing_moves_while_a_page_comes_in(window: Page, host: str) -> None:
    window.add_init_script(WATCH)
    moved = {}
    for kind, address in KINDS.items():
        window.goto(host + address, wait_until="networkidle")
        moved[kind] = window.evaluate("window.moved")

    assert {kind: much for kind, much in moved.items() if much} == {}


def test_without_script_every_paragraph_and_note_is_read(
    scriptless: Page, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    text = next(text for text in corpus_texts if text.symbol == "A/RES/59/166")
    scriptless.goto(f"{host}/{text.url}")
    for paragraph in walk.with_items(walk.paragraphs(text)):
        expect(scriptless.locator(f"[id='{paragraph.anchor}']")).to_be_visible()
    for note in text.footnotes:
        expect(scriptless.locator(f"[id='{note.anchor}']")).to_be_visible()


def test_without_script_a_paragraph_is_linked_and_a_text_cited(scriptless: Page, host: str) -> None:
    scriptless.goto(f"{host}/A/RES/59/166/")
    scriptless.locator("#op18 > a.n").click()
    assert scriptless.url == f"{host}/A/RES/59/166/#op18"

    scriptless.get_by_text("Cite this text").click()
    expect(scriptless.locator("details.cite li").first).to_contain_text("General Assembly resolution 59/166")


def test_without_script_a_note_is_followed_and_left_again(scriptless: Page, host: str) -> None:
    scriptless.goto(f"{host}/A/RES/59/166/")
    scriptless.locator("#pp2 a.footnote-ref").first.click()
    assert scriptless.url.endswith("#fn:4")
    scriptless.locator("[id='fn:4'] a.footnote-backref").first.click()
    assert scriptless.url.endswith("#fnref:4")
