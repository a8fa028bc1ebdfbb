"""A reader arrives: at the home page, or at an address where nothing stands."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import SUB_PATH


@pytest.mark.parametrize("arrived_at", ["/", "/404.html"])
def test_a_question_goes_to_the_search_and_stands_in_its_address(window: Page, host: str, arrived_at: str) -> None:
    window.goto(host + arrived_at)
    window.get_by_role("search", name="Find a paragraph").get_by_role("searchbox").fill("organ removal & more")
    window.keyboard.press("Enter")

    window.wait_for_url(f"{host}/search/?q=organ+removal+%26+more")


def test_a_question_is_asked_without_script_and_under_a_sub_path(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(f"{host}{SUB_PATH}/")
    window.get_by_role("searchbox", name="Find").last.fill("59/166 para 18")
    window.get_by_role("button", name="Search", exact=True).last.click()

    window.wait_for_url(f"{host}{SUB_PATH}/search/?q=59%2F166+para+18")
    context.close()


@pytest.mark.parametrize("way", ["By theme", "By series", "By year", "By organ", "Newest"])
def test_the_home_page_leads_on_by_theme_series_year_and_organ_and_to_the_newest(
    window: Page, host: str, way: str
) -> None:
    window.goto(f"{host}/")
    first = window.locator(f"h2:text-is('{way}') ~ :is(ul, div)").first.get_by_role("link").first
    name = first.inner_text().split("\n")[-1]
    first.click()

    expect(window.get_by_role("heading", level=1)).to_contain_text(name)


def test_what_it_is_and_where_to_ask_stand_on_the_first_screen(window: Page, host: str) -> None:
    window.goto(f"{host}/")
    for seen in (
        window.get_by_role("heading", level=1),
        window.get_by_role("search", name="Find a paragraph"),
        window.get_by_role("heading", name="By theme"),
    ):
        expect(seen).to_be_in_viewport(ratio=1)
