"""Every kind of page can be used by everybody: what axe finds, what the keyboard shows, what moves."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.kinds import KINDS

_EVERY_RULE: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""A scheme changes colours only, and all else has been looked at before."""

_FOCUSABLE = ":is(a[href], button, input:not([type=checkbox], [type=radio]), select, textarea, summary)"

_UNSEEN = """
(focusable) => {
  const looks = new Map()
  for (const element of document.querySelectorAll(focusable)) {
    const place = element.parentElement
    const look = [place.localName, place.className, element.localName, element.className].join(" ")
    if (element.checkVisibility({ visibilityProperty: true }) && !looks.has(look)) looks.set(look, element)
  }
  const isOutlined = (element) => {
    element.focus({ focusVisible: true })
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    return document.activeElement === element && isInWindow && outlineStyle !== "none" && parseFloat(outlineWidth) >= 1
  }
  return [looks.size, [...looks].filter(([, element]) => !isOutlined(element)).map(([look]) => look)]
}
"""
"""Tries one visible element of each look that can have the focus: how many, and those that show no outline with it."""


@pytest.fixture(scope="module", params=[(360, "light"), (1440, "light"), (360, "dark"), (1440, "dark")], ids=str)
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    """A window for all kinds of page, as wide as a phone or a desk, and its scheme."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page(), scheme
    context.close()


def _violations(page: Page, options: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_axe_finds_no_violation_on_any_kind_of_page(screen: tuple[Page, str], host: str) -> None:
    page, scheme = screen
    found = {}
    for kind, address in KINDS.items():
        page.goto(host + address)
        assert page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
        found[kind] = _violations(page, _EVERY_RULE if scheme == "light" else _COLOURS)

    assert {kind: violations for kind, violations in found.items() if violations} == {}


def test_axe_does_find_what_is_wrong(window: Page, host: str) -> None:
    window.goto(f"{host}/years/")
    window.evaluate("document.querySelector('h1').replaceWith(document.createElement('img'))")
    assert any(one.startswith("image-alt") for one in _violations(window, _EVERY_RULE))


def test_whatever_has_the_focus_shows_it(window: Page, host: str) -> None:
    unseen = {}
    for kind, address in KINDS.items():
        window.goto(host + address)
        tried, unseen[kind] = window.evaluate(_UNSEEN, _FOCUSABLE)
        assert tried

    assert {kind: looks for kind, looks in unseen.items() if looks} == {}


def test_what_is_hidden_is_not_seen(window: Page, host: str) -> None:
    seen = {}
    for kind, address in KINDS.items():
        window.goto(host + address)
        seen[kind] = window.evaluate(
            """() => [...document.querySelectorAll("article [hidden]")]
                .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                .map((element) => element.outerHTML)"""
        )

    assert {kind: elements for kind, elements in seen.items() if elements} == {}


def test_the_keyboard_opens_and_closes_the_navigation_of_a_narrow_screen(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{host}/A/RES/59/166/")
    opener = page.get_by_role("button", name="Navigation")
    first = page.locator(".md-sidebar--primary .md-nav__list a").first
    expect(first).not_to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        if opener.evaluate("opener => opener === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(first).not_to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}/")
    page.close()


def test_nothing_moves_for_those_who_do_not_want_it(browser: Browser, host: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{host}/A/RES/59/166/", wait_until="networkidle")
    page.locator("#pp2 a.footnote-ref").first.hover()
    page.locator(".md-tooltip2").wait_for()
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll("*")].flatMap((element) => {
            const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element)
            return [animationDuration, transitionDuration].map(parseFloat).concat(scrollBehavior === "smooth" ? 1 : 0)
        }))"""
    )
    context.close()

    assert longest < 0.01
