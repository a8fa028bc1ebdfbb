"""How language moved, as somebody reads it with a keyboard, without colour, or by ear, in a real browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.lineage.lookup import Lookup, parted
from generator.lineage.tracing import lineage
from generator.model import Resolution

SERIES = "/series/trafficking-in-women-and-girls/"
COMPARED = "/compare/A-RES-59-166/A-RES-65-190/"
_TOLD = """
(element) => [getComputedStyle(element, "::before").content, getComputedStyle(element, "::after").content,
              getComputedStyle(element).textDecorationLine]
"""


def _focused(window: Page) -> str:
    address: str = window.evaluate("new URL(document.activeElement.href.baseVal, location).href")
    return address


def test_every_mark_of_a_series_is_reached_with_the_tab_key_and_leads_to_its_paragraph(window: Page, host: str) -> None:
    window.goto(host + SERIES)
    marks = window.locator(".slopes a")
    marks.first.focus()
    addresses = [_focused(window)]
    for _ in range(3):
        window.keyboard.press("Tab")
        addresses.append(_focused(window))
    assert addresses == [f"{host}/A/RES/58/137/#pp{number}" for number in range(1, 5)]
    window.keyboard.press("Enter")
    window.wait_for_url("**/A/RES/58/137/#pp4")


def test_the_arrow_keys_follow_a_paragraph_through_its_texts(
    window: Page, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    ladder = Lookup(lineage(corpus_texts), {}).ladder_of["A/RES/59/166#op26"].places
    window.goto(host + SERIES, wait_until="networkidle")
    addresses = ["{}/{}/#{}".format(host, *parted(place)) for place in ladder]
    window.locator(f'.slopes a[href$="{addresses[0].removeprefix(host + "/")}"]').focus()
    for address in addresses[1:]:
        window.keyboard.press("ArrowRight")
        assert _focused(window) == address
    window.keyboard.press("ArrowLeft")
    assert _focused(window) == addresses[-2]
    window.keyboard.press("ArrowUp")
    assert _focused(window) == f"{host}/A/RES/65/190/#op32"
    window.keyboard.press("ArrowDown")
    assert _focused(window) == addresses[-2]


def test_a_comparison_is_understood_without_colour_and_by_ear(window: Page, host: str) -> None:
    window.goto(host + COMPARED)
    assert window.locator(".diff ins").first.evaluate(_TOLD) == ['" [put in: "', '"] "', "underline"]
    assert window.locator(".diff del").first.evaluate(_TOLD) == ['" [taken out: "', '"] "', "line-through"]


def test_what_changed_is_folded_and_opens_by_keyboard(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/#op18")
    folded = window.locator("#op18 ~ details.margin").first
    told = folded.locator("p").first
    expect(told).not_to_be_visible()
    folded.locator("summary").focus()
    window.keyboard.press("Enter")
    expect(told).to_be_visible()
    assert told.locator("del").first.inner_text() == "Invites"
    assert told.locator("ins").first.evaluate(_TOLD) == ['" [put in: "', '"] "', "underline"]
    found = Axe().run(window, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert found.violations_count == 0, found.generate_report()
