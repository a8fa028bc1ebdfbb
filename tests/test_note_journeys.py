"""A reader asks a footnote mark what it stands for: with a mouse, a keyboard, a finger, and without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

TEXT = "/A/RES/59/166/"
RESOLVED = "→ Resolution 55/25, annex II."
BY = "from note 4: another place in it"


@pytest.fixture
def touch(browser: Browser) -> Iterator[Page]:
    """A window that is used with a finger."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def opened(page: Page, host: str) -> Locator:
    """The mark of note 5 on its page, once the theme's script runs."""
    page.goto(f"{host}{TEXT}#pp2", wait_until="networkidle")
    return page.locator("#pp2 a.footnote-ref", has_text="5")


def pop_up(page: Page) -> Locator:
    """The pop-up of note 5; that of another mark may be on its way out."""
    return page.locator(".md-tooltip2", has_text="Ibid., annex II.")


def shows_the_note(page: Page) -> None:
    expect(pop_up(page)).to_be_visible()
    for words in (RESOLVED, BY):
        expect(pop_up(page)).to_contain_text(words)


def test_hovering_over_a_mark_shows_the_resolved_note(window: Page, host: str) -> None:
    opened(window, host).hover()
    shows_the_note(window)
    expect(pop_up(window)).to_have_attribute("aria-label", "Note")

    window.mouse.move(1, 1)
    expect(pop_up(window)).to_have_count(0)


def test_a_focused_mark_shows_the_resolved_note_and_leads_to_it(window: Page, host: str) -> None:
    mark = opened(window, host)
    window.locator("#pp2 a.footnote-ref", has_text="4").focus()
    for _ in range(8):  # links to what the words name stand between the marks
        window.keyboard.press("Tab")
        if mark.evaluate("mark => mark === document.activeElement"):
            break
    expect(mark).to_be_focused()
    shows_the_note(window)

    window.keyboard.press("Enter")
    window.wait_for_url("**#fn:5")


def test_escape_closes_the_note_and_leaves_the_focus_at_its_mark(window: Page, host: str) -> None:
    mark = opened(window, host)
    mark.focus()
    shows_the_note(window)
    window.keyboard.press("Escape")
    expect(pop_up(window)).not_to_be_visible()
    expect(mark).to_be_focused()

    window.keyboard.press("Tab")
    window.keyboard.press("Shift+Tab")
    shows_the_note(window)


def test_escape_closes_a_hovered_note_and_the_focus_comes_back_from_it(window: Page, host: str) -> None:
    mark = opened(window, host)
    mark.hover()
    shows_the_note(window)
    pop_up(window).locator("a.n").focus()
    window.keyboard.press("Escape")

    expect(pop_up(window)).not_to_be_visible()
    expect(mark).to_be_focused()


def test_a_tap_shows_the_resolved_note_and_a_second_one_leads_to_it(touch: Page, host: str) -> None:
    mark = opened(touch, host)
    mark.tap()
    shows_the_note(touch)
    assert touch.url.endswith("#pp2")

    mark.tap()
    touch.wait_for_url("**#fn:5")


def test_a_tap_elsewhere_closes_the_note(touch: Page, host: str) -> None:
    opened(touch, host).tap()
    shows_the_note(touch)
    touch.locator("#pp1").tap(position={"x": 60, "y": 5})
    expect(pop_up(touch)).not_to_be_visible()


def test_a_tap_inside_the_note_follows_the_link_there(touch: Page, host: str) -> None:
    opened(touch, host).tap()
    pop_up(touch).locator(".by a").tap()
    touch.wait_for_url("**#fn:4")


def test_the_note_leads_to_the_note_its_words_are_from(window: Page, host: str) -> None:
    opened(window, host)
    window.locator("[id='fn:5'] .by a").click()
    window.wait_for_url("**#fn:4")


def test_without_script_the_mark_leads_to_the_resolved_note(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{TEXT}")
    page.locator("#pp2 a.footnote-ref", has_text="5").click()
    page.wait_for_url("**#fn:5")

    expect(page.locator("[id='fn:5']")).to_be_in_viewport()
    expect(page.locator("[id='fn:5'] .resolved")).to_have_text(f"{RESOLVED} {BY}")
    page.locator("[id='fn:5'] a.footnote-backref").first.click()
    page.wait_for_url("**#fnref:5")
    context.close()
