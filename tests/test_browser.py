"""Journeys of a reader through the built site, in a real browser."""

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from tests.conftest import SUB_PATH
from tests.kinds import KINDS

_PAGES = (*KINDS.values(), "/S/RES/9999(2044)/", f"{SUB_PATH}/", f"{SUB_PATH}/A/RES/65/190/")


@pytest.mark.parametrize("address", _PAGES)
def test_a_page_opens_without_an_error_asks_no_other_host_and_fits_the_window(
    window: Page, host: str, address: str
) -> None:
    said: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    def see(request: Request) -> None:
        if not request.url.startswith((host, "data:", "blob:")):
            asked.append(request.url)

    window.on("console", hear)
    window.on("request", see)
    window.on("pageerror", lambda error: said.append(str(error)))
    window.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    answer = window.goto(host + address, wait_until="networkidle")

    assert answer is not None
    assert answer.ok
    assert said == []
    assert asked == []
    assert window.evaluate("document.documentElement.scrollWidth") <= window.evaluate("innerWidth")


def test_a_link_to_a_paragraph_shows_it_and_marks_it(window: Page, base: str) -> None:
    window.goto(f"{base}/A/RES/59/166/#op18")
    paragraph = window.locator("#op18")

    assert _in_view(window, "op18")
    assert paragraph.inner_text().startswith("18.")
    reached = paragraph.evaluate("element => getComputedStyle(element).backgroundColor")
    other = window.locator("#op17").evaluate("element => getComputedStyle(element).backgroundColor")
    assert reached != other


def test_a_number_is_the_link_to_its_paragraph(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/")
    window.locator("#op3 > a.n").click()

    assert window.url.endswith("/A/RES/59/166/#op3")


def test_a_mark_leads_to_its_note_and_the_note_back(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/")
    mark = window.locator("#pp2 a.footnote-ref", has_text="5")
    mark.click()
    window.wait_for_url("**#fn:5")
    assert _in_view(window, "fn:5")

    window.locator("[id='fn:5'] a.footnote-backref").first.click()
    window.wait_for_url("**#fnref:5")
    assert _in_view(window, "fnref:5")


def test_the_home_page_leads_to_a_text(window: Page, base: str) -> None:
    window.goto(f"{base}/")
    window.locator("article a", has_text="A/RES/59/166").click()

    assert window.url == f"{base}/A/RES/59/166/"
    assert window.locator("h1").inner_text() == "Trafficking in women and girls"


def test_paper_shows_the_notes_and_hides_the_frame(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/59/166/")
    window.emulate_media(media="print")

    assert window.locator("[id='fn:5']").is_visible()
    assert not window.locator(".md-header").is_visible()


def _in_view(window: Page, anchor: str) -> bool:
    """Whether the top of an element has come to rest under the head of the page and above its foot."""
    window.wait_for_function(
        """anchor => {
            const box = document.getElementById(anchor).getBoundingClientRect()
            const head = document.querySelector('.md-header').getBoundingClientRect().bottom
            return box.top >= head - 1 && box.top < innerHeight
        }""",
        arg=anchor,
        timeout=5000,
    )
    return True
