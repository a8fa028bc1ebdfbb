"""The page /cite/ leads to what a reader types, and shows anything else inert."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.cases import load_cases

_READ = """
async (typed) => {
  const { read } = await import(new URL("../assets/references.js", location))
  const found = read(typed)
  return found && `${found.symbols.join(" ")} | ${found.anchors.join(" ")}`.trim()
}
"""


def test_what_is_typed_is_read(window: Page, host: str) -> None:
    window.goto(f"{host}/cite/")
    wrong = [
        f"{case.title}: {found}"
        for case in load_cases("references")
        if (found := window.evaluate(_READ, case.input) or "nothing") != case.expected
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("GA res 58/137 para 5 (b)", "/A/RES/58/137/#op5-b"),
        ("A/RES/59/166 op18", "/A/RES/59/166/#op18"),
        ("E/CN.4/RES/2004/45, para. 3", "/E/CN.4/RES/2004/45/#op3"),
        ("2004/45", "/E/CN.4/RES/2004/45/"),
        ("59/166, note 5", "/A/RES/59/166/#fn:5"),
        ("S/RES/9999 (2044)", "/S/RES/9999(2044)/"),
    ],
)
def test_it_goes_there_from_the_field_and_from_the_address(window: Page, base: str, typed: str, address: str) -> None:
    window.goto(f"{base}/cite/")
    window.get_by_label("Find").fill(typed)
    window.keyboard.press("Enter")
    window.wait_for_url(f"{base}{address}")
    window.goto(f"{base}/cite/?q={quote(typed)}", wait_until="commit")
    window.wait_for_url(f"{base}{address}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a resolution"),
        ("who asked whom?", "This names no resolution that we can read"),
        ("<img src=x onerror=alert(1)><script>alert(2)</script>", "This names no resolution that we can read"),
        ("A/RES/60/1<script>alert(3)</script>", "This edition does not hold it"),
        ("x" * 10_000, "This names no resolution that we can read"),
        ("A/" * 5_000, "This names no resolution that we can read"),
        ("A/RES/59/166 para 99", "A/RES/59/166 has no such place"),
    ],
    ids=["nothing", "nonsense", "markup", "markup after a symbol", "10 kB", "10 kB of a symbol", "no such paragraph"],
)
def test_what_leads_nowhere_is_told_and_inert(window: Page, host: str, typed: str, said: str) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    window.on("dialog", note)
    window.goto(f"{host}/cite/?q={quote(typed)}" if len(typed) < 500 else f"{host}/cite/")
    if len(typed) >= 500:
        window.get_by_label("Find").fill(typed)
        window.keyboard.press("Enter")
    expect(window.locator("#resolved")).to_contain_text(said)
    assert window.locator("#resolved script, #resolved img").count() == 0
    assert dialogs == []


def test_what_is_not_held_leads_to_its_official_page(window: Page, host: str) -> None:
    window.goto(f"{host}/cite/?q={quote('General Assembly resolution 60/1, para. 138')}")
    link = window.locator("#resolved a")
    link.wait_for()
    assert link.get_attribute("href") == "https://docs.un.org/en/A/RES/60/1"


def test_a_browser_can_take_it_as_a_search_engine(window: Page, host: str) -> None:
    window.goto(f"{host}/cite/")
    named = window.locator('link[rel="search"]')
    assert named.get_attribute("type") == "application/opensearchdescription+xml"
    described = window.request.get(f"{host}/opensearch.xml").text()
    assert re.search(r'template="http://localhost:8000/cite/\?q=\{searchTerms\}"', described)
