"""A reader copies a link, a citation or the words: with a mouse, a keyboard, a finger, and without script."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.samples import UNRULY

TEXT = "/A/RES/59/166/"
ITEMS = "/A/RES/58/137/"
RICH = "/A/RES/99/1/"
INDENT = "\u2003"


@pytest.fixture(params=[360, 1440], ids="{} px".format)
def reader(browser: Browser, host: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A reader who has never been here, at a window as wide as a phone, then as a desk."""
    yield from _reader(browser, host, viewport={"width": request.param, "height": 800})


@pytest.fixture
def desk_reader(browser: Browser, host: str) -> Iterator[Page]:
    """The same at a desk, for what does not depend on the width."""
    yield from _reader(browser, host, viewport={"width": 1440, "height": 800})


@pytest.fixture
def finger(browser: Browser, host: str) -> Iterator[Page]:
    """A reader with a finger and a narrow screen."""
    yield from _reader(browser, host, viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)


def _reader(browser: Browser, host: str, **settings: Any) -> Iterator[Page]:
    """A window whose page may copy; whatever the browser complains of fails the test."""
    context = browser.new_context(**settings)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=host)
    page = context.new_page()
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def button(page: Page, anchor: str) -> Locator:
    return page.locator(f".cite-button[data-anchor='{anchor}']")


def opened(page: Page, address: str, anchor: str) -> Locator:
    """The menu, open at a place."""
    page.goto(address)
    opener = button(page, anchor)
    opener.scroll_into_view_if_needed()
    opener.click()
    return menu(page)


def menu(page: Page) -> Locator:
    shown = page.locator("#cite-menu")
    expect(shown).to_be_visible()
    return shown


def copied(page: Page, label: str, kind: str = "text/plain") -> str:
    """What is on the clipboard after a button of the menu was pressed."""
    menu(page).get_by_role("button", name=label).click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    return on_clipboard(page, kind)


def on_clipboard(page: Page, kind: str = "text/plain") -> str:
    read = """async kind => {
        const [item] = await navigator.clipboard.read()
        return item.types.includes(kind) ? (await item.getType(kind)).text() : ''
    }"""
    return str(page.evaluate(read, kind))


def test_a_link_is_copied(reader: Page, host: str) -> None:
    opened(reader, f"{host}{TEXT}?h=trafficking#op1", "op18")
    assert copied(reader, "Copy link") == f"{host}{TEXT}#op18"


def test_where_the_site_has_an_address_the_link_is_that_of_the_site(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}/S/RES/9999(2044)/", "op1")
    desk_reader.evaluate(
        "document.querySelector('link[rel=canonical]').href = 'https://example.org/S/RES/9999%282044%29/'"
    )
    assert copied(desk_reader, "Copy link") == "https://example.org/S/RES/9999(2044)/#op1"


def test_a_citation_is_copied_in_the_form_that_was_chosen_which_is_remembered(reader: Page, host: str) -> None:
    opened(reader, f"{host}{ITEMS}", "op5-b-ii")
    assert copied(reader, "Copy citation") == "General Assembly resolution 58/137, para. 5 (b) (ii)"

    menu(reader).get_by_label("Form").select_option("OSCOLA")
    cited = "UNGA Res 58/137 (22 December 2003) UN Doc A/RES/58/137, para 5(b)(ii)"
    expect(menu(reader).locator(".cite-preview")).to_have_text(cited)
    assert copied(reader, "Copy citation") == cited

    opened(reader, f"{host}{TEXT}", "fn:5")
    assert copied(reader, "Copy citation") == "UNGA Res 59/166 (20 December 2004) UN Doc A/RES/59/166, fn 5"


def test_a_record_is_copied_with_the_address_of_the_paragraph(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}{TEXT}", "op18")
    menu(desk_reader).get_by_label("Form").select_option("BibTeX")
    record = copied(desk_reader, "Copy citation")
    assert f"\n  url = {{{host}{TEXT}#op18}},\n  note = {{para. 18}}\n" in record


def test_the_words_are_copied_with_the_citation_and_the_notes_that_they_mark(reader: Page, host: str) -> None:
    opened(reader, f"{host}{TEXT}", "pp2")
    plain = copied(reader, "Copy words")
    words, citation, notes = plain.split("\n\n")
    assert words.startswith("Welcoming the entry into force of the United Nations Convention")
    assert "Organized Crime[4] on 29 September 2003" in words
    assert citation == "General Assembly resolution 59/166, preambular para. 2"
    assert notes.splitlines() == [
        "[4] Resolution 55/25, annex I.",
        "[5] Ibid., annex II. → Resolution 55/25, annex II.",
        "[6] Ibid., annex III. → Resolution 55/25, annex III.",
    ]

    rich = on_clipboard(reader, "text/html")
    assert "<em>Welcoming</em>" in rich
    assert "<sup>4</sup> on 29 September 2003" in rich
    assert f'<a href="{host}{TEXT}#pp2">{citation}</a>' in rich
    assert "<p><sup>5</sup> Ibid., annex II." in rich
    assert "class=" not in rich
    assert "¶" not in rich


def test_the_words_of_a_paragraph_are_copied_with_its_items_and_its_tail_and_no_more(
    desk_reader: Page, host: str
) -> None:
    opened(desk_reader, f"{host}{RICH}", "op2")
    words = copied(desk_reader, "Copy words").split("\n\n")[0]
    assert words.splitlines() == [
        "2. Also invites States, in particular:",
        f"{INDENT}(a) To act[1];",
        f"{INDENT}(b) To report on:",
        f"{INDENT}{INDENT}(i) Trade;",
        f"{INDENT}{INDENT}(ii) Samples;",
        f"{INDENT}{INDENT}as the case may be;",
        f"{INDENT}1986. An item without a label;",
        "and to do so soon[9];",
    ]


def test_the_words_of_an_item_leave_out_its_neighbours(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}{RICH}", "op2-b")
    words = copied(desk_reader, "Copy words").split("\n\n")[0]
    assert [line.strip().partition(" ")[0] for line in words.splitlines()] == ["(b)", "(i)", "(ii)", "as"]


def test_a_table_is_copied_with_its_paragraph(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}{RICH}", "op3")
    plain = copied(desk_reader, "Copy words")
    assert "\nState\tPer cent | rate\nA*B\t0.1\n" in plain
    assert plain.index("Adopts the scale:") < plain.index("State\t") < plain.index("and no other;")
    assert "<table>" in on_clipboard(desk_reader, "text/html")


def test_an_annex_is_copied_whole_and_a_section_up_to_the_next(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}{RICH}", "annex")
    assert "We, the drafters of samples, agree." in copied(desk_reader, "Copy words")

    opened(desk_reader, f"{host}{RICH}", "s1")
    words = copied(desk_reader, "Copy words")
    assert "Takes note of the report" in words
    assert "Adopts the scale" not in words


def test_the_words_of_a_note_are_copied_with_what_an_ibid_stands_for(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}{TEXT}", "fn:5")
    assert copied(desk_reader, "Copy words") == (
        "5 Ibid., annex II. → Resolution 55/25, annex II.\n\nGeneral Assembly resolution 59/166, note 5"
    )


def test_a_whole_text_is_cited_and_copied(reader: Page, host: str) -> None:
    opened(reader, f"{host}{TEXT}", "")
    assert copied(reader, "Copy link") == f"{host}{TEXT}"
    assert copied(reader, "Copy citation") == "General Assembly resolution 59/166"
    words = copied(reader, "Copy words")
    assert words.startswith("Trafficking in women and girls\nThe General Assembly,\nRecalling all previous resolutions")
    assert "74th plenary meeting\n20 December 2004\n\nGeneral Assembly resolution 59/166\n\n[1] " in words
    assert "SHA-256" not in words


def test_that_a_number_is_ours_is_said_where_it_is(desk_reader: Page, host: str) -> None:
    expect(opened(desk_reader, f"{host}{TEXT}", "pp3").locator(".cite-remark")).to_be_visible()
    expect(opened(desk_reader, f"{host}{TEXT}", "op3").locator(".cite-remark")).to_be_hidden()


def test_a_draft_says_what_it_was_adopted_as(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}/A/C.3/99/L.7/", "op1")
    assert copied(desk_reader, "Copy citation") == (
        "draft resolution A/C.3/99/L.7, para. 1 (draft; adopted as General Assembly resolution 99/1)"
    )


def test_an_unruly_title_is_cited_as_it_is_and_does_nothing(desk_reader: Page, host: str) -> None:
    opened(desk_reader, f"{host}/A/RES/99/2A-B/", "b-op1")
    menu(desk_reader).get_by_label("Form").select_option("CSL-JSON")
    (item,) = json.loads(copied(desk_reader, "Copy citation"))
    assert item["title"] == UNRULY
    assert item["note"] == "part B, para. 1"


def test_with_the_keyboard_alone(reader: Page, host: str) -> None:
    reader.goto(f"{host}{TEXT}")
    reader.locator("#op18 > a.n").focus()
    reader.keyboard.press("Tab")
    opener = button(reader, "op18")
    expect(opener).to_be_focused()
    expect(opener).to_have_accessible_name("Cite para. 18")
    expect(opener).to_have_css("opacity", "1")
    expect(opener).to_have_attribute("aria-expanded", "false")

    reader.keyboard.press("Enter")
    expect(menu(reader).get_by_role("button", name="Copy link")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert on_clipboard(reader) == "General Assembly resolution 59/166, para. 18"

    reader.keyboard.press("Escape")
    expect(reader.locator("#cite-menu")).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_the_button_of_another_place_takes_the_menu_over_and_its_own_closes_it(reader: Page, host: str) -> None:
    opened(reader, f"{host}{TEXT}", "op1")
    other = button(reader, "op2")
    other.dispatch_event("click")  # on a phone the menu may cover it
    expect(menu(reader).locator(".cite-preview")).to_have_text("General Assembly resolution 59/166, para. 2")
    expect(button(reader, "op1")).to_have_attribute("aria-expanded", "false")
    expect(other).to_have_attribute("aria-expanded", "true")

    other.dispatch_event("click")
    expect(reader.locator("#cite-menu")).to_be_hidden()
    expect(other).to_have_attribute("aria-expanded", "false")


def test_the_button_is_quiet_until_its_paragraph_is_pointed_at(desk_reader: Page, host: str) -> None:
    desk_reader.goto(f"{host}{TEXT}")
    expect(button(desk_reader, "pp1")).to_have_css("opacity", "0")
    desk_reader.locator("#pp1").hover()
    expect(button(desk_reader, "pp1")).to_have_css("opacity", "1")


def test_with_a_finger_on_a_narrow_screen(finger: Page, host: str) -> None:
    finger.goto(f"{host}{ITEMS}")
    opener = button(finger, "op5-b-ii")
    opener.scroll_into_view_if_needed()
    expect(opener).to_have_css("opacity", "1")
    box = opener.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    opener.tap()
    for name in ("Copy link", "Copy citation", "Copy words"):
        expect(menu(finger).get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert finger.evaluate("document.documentElement.scrollWidth") <= 320

    menu(finger).get_by_role("button", name="Copy citation").tap()
    expect(finger.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert on_clipboard(finger) == "General Assembly resolution 58/137, para. 5 (b) (ii)"
    finger.touchscreen.tap(160, 100)
    expect(finger.locator("#cite-menu")).to_be_hidden()


def test_a_page_that_came_without_encryption_copies_too(desk_reader: Page, host: str) -> None:
    """There the browser offers no clipboard to scripts, only the copying of a selection."""
    desk_reader.add_init_script("delete Navigator.prototype.clipboard")
    opened(desk_reader, f"{host}{TEXT}", "pp2")
    menu(desk_reader).get_by_role("button", name="Copy words").click()
    expect(desk_reader.get_by_role("status").filter(has_text="Words copied")).to_be_visible()

    other = desk_reader.context.new_page()
    other.goto(f"{host}{TEXT}")
    assert "[5] Ibid., annex II. → Resolution 55/25, annex II." in on_clipboard(other)
    assert "<em>Welcoming</em>" in on_clipboard(other, "text/html")


def test_the_pop_up_of_a_note_has_no_button(desk_reader: Page, host: str) -> None:
    desk_reader.goto(f"{host}{TEXT}#pp2", wait_until="networkidle")
    desk_reader.locator("#pp2 a.footnote-ref", has_text="5").hover()
    pop_up = desk_reader.locator(".md-tooltip2", has_text="Ibid., annex II.")
    expect(pop_up).to_be_visible()
    expect(pop_up.locator(".cite-button")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_no_violation_with_the_menu_closed_or_open(
    browser: Browser, host: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for address, anchor in ((TEXT, "pp3"), (RICH, "annex")):
        page.goto(f"{host}{address}", wait_until="networkidle")
        page.locator("details.cite > summary").click()
        assert _violations(page) == []
        button(page, anchor).click()
        menu(page)
        assert _violations(page) == []
    context.close()


_AT_REST = """
new Promise(requestAnimationFrame)
  .then(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))))
  .then(() => null)
"""


def _violations(page: Page) -> list[str]:
    page.evaluate(_AT_REST)  # what is fading in has not its own colours yet
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_without_script_the_fold_out_has_the_citations(browser: Browser, host: str) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{TEXT}")
    assert page.locator(".cite-button, #cite-menu").count() == 0

    page.locator("details.cite > summary").click()
    expect(page.locator("details.cite")).to_contain_text("UNGA Res 59/166 (20 December 2004) UN Doc A/RES/59/166")
    file = page.locator("details.cite").get_by_role("link", name="BibTeX").get_attribute("href")
    assert page.request.get(f"{host}{TEXT}{file}").text().startswith("@techreport{A-RES-59-166,")
    context.close()
