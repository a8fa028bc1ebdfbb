"""A reader without a mouse: from the home page to a paragraph, its citation and its note, and back, on any screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.test_cite_journeys import on_clipboard

_MOST_STEPS = 60

_SEEN = """
(element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const inside = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return element === inside || element.contains(inside) || Boolean(inside?.contains(element))
}
"""


@pytest.fixture(params=[360, 1440], ids="{} px".format)
def reader(browser: Browser, host: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A reader at a window as wide as a phone, then as a desk, whose pages may copy."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=host)
    yield context.new_page()
    context.close()


def step_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until something has the focus; wherever the focus stands on the way, it can be seen."""
    for _ in range(_MOST_STEPS):
        page.keyboard.press(key)
        focused = page.locator(":focus")
        assert focused.evaluate(_SEEN), focused.evaluate("element => element.outerHTML")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{target} is not reached in {_MOST_STEPS} steps")


def skip_to_content(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#title")


def test_from_home_to_a_citation_and_to_a_note_and_back(reader: Page, host: str) -> None:
    reader.goto(f"{host}/", wait_until="networkidle")
    skip_to_content(reader)
    step_to(reader, reader.locator("article a", has_text="A/RES/59/166"))
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{host}/A/RES/59/166/")
    reader.wait_for_load_state("networkidle")

    skip_to_content(reader)
    step_to(reader, reader.locator(".cite-button[data-anchor=pp2]"))
    reader.keyboard.press("Enter")
    copy = reader.get_by_role("button", name="Copy citation")
    expect(copy).to_be_visible()
    step_to(reader, copy)
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert on_clipboard(reader) == "General Assembly resolution 59/166, preambular para. 2"
    reader.keyboard.press("Escape")
    expect(reader.locator(".cite-button[data-anchor=pp2]")).to_be_focused()

    step_to(reader, reader.locator("#pp2 a.footnote-ref", has_text="5"))
    expect(reader.locator(".md-tooltip2", has_text="Ibid., annex II.")).to_be_visible()
    reader.keyboard.press("Enter")
    reader.wait_for_url("**#fn:5")
    step_to(reader, reader.locator("[id='fn:5'] a.footnote-backref").first)
    reader.keyboard.press("Enter")
    reader.wait_for_url("**#fnref:5")
    expect(reader.locator("[id='fnref:5']")).to_be_in_viewport()


def test_a_fold_out_opens_and_its_links_are_reached(reader: Page, host: str) -> None:
    reader.goto(f"{host}/A/RES/59/166/", wait_until="networkidle")
    skip_to_content(reader)
    step_to(reader, reader.locator("details.overview > summary"))
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    expect(reader.locator("details.overview a").first).to_be_focused()


def test_from_a_text_to_the_one_before_it(reader: Page, host: str) -> None:
    reader.goto(f"{host}/A/RES/59/166/#fn:14", wait_until="networkidle")
    step_to(reader, reader.locator("a[rel=prev]"))
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{host}/E/CN.4/RES/2004/45/")
