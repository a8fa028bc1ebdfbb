"""A page made for reading law: how wide its lines are, where its numbers hang, and what leads on from it."""

from statistics import median

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS

_FULL_LINES = """
() => [...document.querySelectorAll(":is(.pp, .op):not(.l2, .l3, .l4)")].flatMap((paragraph) => {
  const found = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const lines = new Map()
  const range = document.createRange()
  while (found.nextNode()) {
    const node = found.currentNode
    if (node.parentElement.closest(".n, sup, button")) continue
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const box = range.getClientRects()[0]
      if (!box) continue
      const line = Math.round(box.bottom / 10)
      lines.set(line, (lines.get(line) ?? 0) + 1)
    }
  }
  return [...lines.values()].slice(0, -1)
})
"""
"""The characters of each line of the text but the last of a paragraph, as the browser broke them."""


@pytest.mark.parametrize("width", [1280, 1440, 3840])
def test_a_line_of_the_text_has_60_to_75_characters(browser: Browser, host: str, width: int) -> None:
    window = browser.new_page(viewport={"width": width, "height": 900})
    window.goto(f"{host}/A/RES/59/166/")
    lines = window.evaluate(_FULL_LINES)
    window.close()

    assert len(lines) > 100
    assert 60 <= median(lines) <= 75
    assert max(lines) <= 80


def test_numbers_hang_left_of_the_words_and_items_are_set_in_by_level(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/99/1/")
    number, first = (window.locator(f"#op2 > {name}").bounding_box() for name in ("a.n", "em"))
    assert number
    assert first
    assert number["x"] + number["width"] <= first["x"]

    starts = [window.locator(f"#{anchor} > a.n").bounding_box() for anchor in ("op2", "op2-b", "op2-b-i")]
    places = [box["x"] for box in starts if box]
    assert places == sorted(set(places))
    assert len(places) == 3


def test_a_text_leads_to_its_series_and_to_the_texts_before_and_after(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/")
    window.locator("a[rel=next]").click()
    assert window.url == f"{host}/A/RES/65/190/"
    window.locator("a[rel=prev]").click()
    assert window.url == f"{host}/A/RES/59/166/"
    window.locator("a[rel=prev]").click()
    window.locator("a[rel=prev]").click()
    assert window.locator("a[rel=prev]").count() == 0

    window.locator(".masthead").get_by_role("link", name="Trafficking in women and girls").click()
    assert window.url == f"{host}/series/trafficking-in-women-and-girls/"


def test_a_text_of_no_series_leads_to_none(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/99/1/")

    assert window.locator("a[rel=prev], a[rel=next]").count() == 0


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_the_contents_are_beside_the_text_or_folded_away_in_it(browser: Browser, host: str, width: int) -> None:
    window = browser.new_page(viewport={"width": width, "height": 800})
    window.goto(f"{host}/A/RES/59/166/")
    if width < 960:
        window.get_by_text("Contents", exact=True).click()
    window.get_by_role("link", name="18 Also invites").filter(visible=True).click()

    assert window.url == f"{host}/A/RES/59/166/#op18"
    window.close()


@pytest.mark.parametrize("width", [320, 1280, 3840])
def test_no_page_is_moved_sideways_to_be_read(browser: Browser, host: str, width: int) -> None:
    """320 px is what a window of 1280 px shows at 400 %."""
    window = browser.new_page(viewport={"width": width, "height": 800})
    too_wide = []
    for kind, address in KINDS.items():
        window.goto(host + address)
        wide = window.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide.append((kind, wide))
    window.close()

    assert too_wide == []
