"""The page /search/ and the box on every page lead a reader to the paragraph, in a real browser."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model import Resolution
from generator.searching import engine
from tests.measure_search import answers, citing_paragraphs, queries, served, unanswered
from tests.test_compare import dialogs_of

_SUMMARY = "Narrow these results"


def hits(window: Page) -> Locator:
    return window.locator("#search-found > li")


def status(window: Page) -> Locator:
    return window.locator("#search-status")


def box(window: Page) -> Locator:
    return window.get_by_role("searchbox", name="Search")


def test_the_queries_are_answered_among_the_first_five_hits(
    browser: Browser, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    window = browser.new_page()
    missed = unanswered(window, host, citing_paragraphs(corpus_texts))
    window.close()
    assert len(missed) <= len(queries()) // 20, "\n".join(f"{query.words}: {found}" for query, found in missed)


def test_several_indexes_answer_as_one(
    browser: Browser, host: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    monkeypatch.setattr(engine, "LARGEST", 2)
    engine.index(copy)
    window = browser.new_page()
    with served(copy) as split:
        for typed in ("organ removal", '"child pornography"', "globalizaton", "trafficked women", "resolution 55/25"):
            assert answers(window, split, typed) == answers(window, host, typed)
    window.close()


def test_of_many_texts_those_that_promise_most_are_read_first(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    script = copy / "assets/search/finding.js"
    script.write_text(re.sub("AT_ONCE = 4|FEW = 12", lambda found: found[0].split()[0] + " = 1", script.read_text()))
    window = browser.new_page()
    with served(copy) as base:
        assert answers(window, base, "homelessness")[0] == "A/C.3/73/L.7#op15"
        assert answers(window, base, "remain in their territory temporarily")[0] == "A/RES/58/137#op6-a"
        found = answers(window, base, "trafficking")
        expect(status(window)).to_contain_text("The best paragraphs of")
        while window.locator("#search-more").is_visible() and len(found) < 300:
            window.locator("#search-more").click()
            expect(hits(window)).not_to_have_count(len(found))
            found = window.locator("#search-found a").evaluate_all("links => links.map((link) => link.href)")
        assert len({link.partition("#")[0] for link in found}) >= 5
        assert len(set(found)) == len(found)
    window.close()


def test_from_any_page_to_the_paragraph_with_the_words(window: Page, base: str) -> None:
    window.goto(f"{base}/A/RES/59/166/")
    box(window).fill("organ removal")
    box(window).press("Enter")
    window.wait_for_url(f"{base}/search/?q=organ+removal")
    first = hits(window).first
    expect(first).to_contain_text("A/C.3/73/L.7, para. 39")
    expect(first).to_contain_text("Operative part · draft · session 73 · Trafficking in women and girls")
    expect(first.locator("mark")).to_have_text("organ removal")
    first.get_by_role("link").click()
    window.wait_for_url(f"{base}/A/C.3/73/L.7/#op39")
    expect(window.locator("#op39")).to_be_in_viewport()
    window.go_back()
    expect(hits(window).first).to_contain_text("para. 39")


def test_with_the_keyboard_alone(window: Page, host: str) -> None:
    window.goto(f"{host}/method/", wait_until="load")
    window.keyboard.press("/")
    expect(box(window)).to_be_focused()
    window.keyboard.type("and/or their labour")
    expect(box(window)).to_have_value("and/or their labour")  # within the field the key is a letter
    window.keyboard.press("Enter")
    expect(hits(window).first).to_contain_text("A/C.3/73/L.7, para. 20")
    for _ in range(60):
        window.keyboard.press("Tab")
        if window.evaluate("Boolean(document.activeElement.closest('#search-found'))"):
            break
    outline = window.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    window.keyboard.press("Enter")
    window.wait_for_url("**/A/C.3/73/L.7/#op20")


def test_nothing_of_the_index_is_fetched_before_somebody_asks(window: Page, host: str) -> None:
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(f"{host}/A/RES/59/166/", wait_until="networkidle")
    window.goto(f"{host}/search/", wait_until="networkidle")
    assert not [url for url in asked if "/pagefind" in url or url.endswith("s.json")]
    box(window).fill("helplines")
    expect(hits(window).first).to_be_visible()
    assert [url for url in asked if "/pagefind" in url]
    assert not [url for url in asked if url.endswith(("filters.json", "words.json"))]
    assert not [url for url in asked if not url.startswith(f"{host}/")]


def test_it_narrows_by_theme_and_year_and_the_address_keeps_it(window: Page, base: str) -> None:
    window.goto(f"{base}/search/?q=trafficking")
    window.get_by_text(_SUMMARY).click()
    theme = window.get_by_label("Theme")
    theme.select_option(value="demand")
    expect(theme).to_be_focused()
    chosen = theme.locator("option:checked").inner_text()
    number = int(chosen.rpartition("(")[2].rstrip(")"))
    expect(status(window)).to_contain_text(f"{number} paragraphs")
    window.get_by_label("Year").select_option(value="2004")
    window.wait_for_url(f"{base}/search/?q=trafficking&theme=demand&year=2004")
    expect(status(window)).not_to_contain_text(f"{number} paragraphs")
    places = window.locator("#search-found h2").all_inner_texts()
    assert places
    assert all(place.startswith(("A/RES/59/166", "E/CN.4/RES/2004/45")) for place in places)
    found = status(window).inner_text()

    window.reload()
    expect(status(window)).to_have_text(found)
    expect(window.get_by_label("Year")).to_have_value("2004")
    window.go_back()
    expect(window.get_by_label("Year")).to_have_value("*")
    expect(status(window)).to_contain_text(f"{number} paragraphs")
    window.go_forward()
    expect(status(window)).to_have_text(found)


@pytest.mark.parametrize(
    ("key", "value", "every"),
    [
        ("part", "preamble", "Preamble"),
        ("part", "note", "Note"),
        ("status", "draft", "draft"),
        ("organ", "Commission on Human Rights", "E/CN.4/"),
        ("asked", "secretary-general", "Operative part"),
    ],
)
def test_each_filter_leaves_what_its_count_says(window: Page, host: str, key: str, value: str, every: str) -> None:
    window.goto(f"{host}/search/?q=trafficking+persons&{key}={value}")
    option = window.locator(f"#by-{key} option:checked")
    number = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    more = window.locator("#search-more")
    for shown in range(10, number, 10):
        expect(hits(window)).to_have_count(shown)
        more.click()
    expect(hits(window)).to_have_count(number)
    expect(more).to_be_hidden()
    assert all(every in hit for hit in hits(window).all_inner_texts())


def test_where_the_filters_leave_nothing_each_can_be_taken_away(window: Page, host: str) -> None:
    window.goto(f"{host}/search/?q=homelessness&year=2004&theme=demand")
    expect(status(window)).to_contain_text("Nothing found with these filters")
    window.get_by_role("link", name="without year “2004”").click()
    window.wait_for_url("**/search/?q=homelessness&theme=demand")
    expect(window.get_by_label("Theme")).to_have_value("demand")


@pytest.mark.parametrize(
    ("typed", "lands"),
    [
        ("A/RES/65/190", "A/RES/65/190/"),
        ("59/166 para 18", "A/RES/59/166/#op18"),
        ("A/RES/58/137 op5-b-ii", "A/RES/58/137/#op5-b-ii"),
        ("GA res 58/137, para 4 (c)", "A/RES/58/137/#op4-c"),
        ("S/RES/9999 (2044)", "S/RES/9999(2044)/"),
        ("Commission on Human Rights resolution 2004/45", "E/CN.4/RES/2004/45/"),
    ],
)
def test_a_reference_leads_to_its_place_and_back_does_not_lead_on_again(
    window: Page, base: str, typed: str, lands: str
) -> None:
    window.goto(f"{base}/method/", wait_until="load")
    box(window).fill(typed)
    box(window).press("Enter")
    window.wait_for_url(f"{base}/{lands}")
    window.go_back()
    window.wait_for_url(f"{base}/method/")


def test_a_reference_among_other_words_is_looked_for(window: Page, host: str) -> None:
    assert answers(window, host, "convention resolution 55/25")[0] == "A/RES/58/137#pp6"
    window.goto(f"{host}/search/?q=59%2F166+para+99")
    expect(status(window)).to_contain_text("There is no such place; the nearest is in A/RES/59/166")


def test_other_forms_of_words_are_found(window: Page, host: str) -> None:
    window.goto(f"{host}/search/?q=child+sale")
    expect(hits(window).locator("mark", has_text="children").first).to_be_visible()
    window.goto(f"{host}/search/?q=trafficked+woman")
    expect(hits(window).locator("mark", has_text="women").first).to_be_visible()


def test_a_slip_is_mended_and_said_to_be(window: Page, host: str) -> None:
    window.goto(f"{host}/search/?q=globalizaton")
    expect(status(window)).to_have_text(
        "4 paragraphs in 4 texts. No text has “globalizaton”; shown is “globalization”."
    )


def test_a_phrase_is_found_wherever_it_stands_on_a_page(window: Page, host: str) -> None:
    found = answers(window, host, '"sex tourism"')
    assert {"A/RES/65/190#pp17", "A/RES/65/190#op13", "A/RES/65/190#op14", "A/RES/65/190#op16"} <= set(found)
    assert "A/C.3/73/L.7#pp26" not in found
    window.goto(f"{host}/search/?q=%22tourism+sex%22")
    expect(status(window)).to_contain_text("No paragraph has “tourism sex” word for word; these have its words.")
    assert answers(window, host, '"of trafficking into"') == ["A/RES/58/137#op6-d", "A/RES/58/137#op2-b"]


def test_more_is_shown_when_it_is_asked_for(window: Page, host: str) -> None:
    window.goto(f"{host}/search/?q=trafficking")
    expect(hits(window)).to_have_count(10)
    window.get_by_role("button", name="More paragraphs").click()
    expect(hits(window)).to_have_count(20)
    expect(hits(window).nth(10).get_by_role("link")).to_be_focused()
    places = window.locator("#search-found a").evaluate_all("links => links.map((link) => link.href)")
    assert len(set(places)) == 20


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type words"),
        ("zzzqq", "Nothing found. No text has “zzzqq”."),
        ("… — ¶ * [] {}", "Nothing found."),
        ("<img src=x onerror=alert(1)>", ""),
        ('"><script>alert(1)</script>', ""),
        ("' onfocus=alert(1) autofocus='", ""),
        ("javascript:alert(1)", ""),
        ("__proto__ constructor hasOwnProperty", ""),
        ("wombat " * 500, ""),
        ("A" * 3000, ""),
    ],
)
def test_what_is_typed_is_inert(window: Page, host: str, typed: str, said: str) -> None:
    dialogs = dialogs_of(window)
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.goto(f"{host}/search/")
    box(window).evaluate("(field, typed) => { field.value = typed; field.form.requestSubmit() }", typed)
    expect(status(window)).not_to_have_text("Looking …")
    expect(status(window)).to_contain_text(said)
    assert window.locator("article :is(script:not([src]), img, iframe, [onerror], [onfocus])").count() == 0
    assert dialogs == []
    assert errors == []


def test_what_cannot_be_loaded_is_told_and_asked_for_again(window: Page, host: str) -> None:
    window.route("**/search/indexes.json", lambda route: route.abort())
    window.goto(f"{host}/search/?q=helplines")
    expect(status(window)).to_contain_text("The index could not be loaded")
    window.unroute("**/search/indexes.json")
    box(window).press("Enter")
    expect(hits(window).first).to_be_visible()


def test_without_scripts_the_box_leads_to_a_page_that_says_so(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/A/RES/59/166/")
    box(page).fill("helplines")
    box(page).press("Enter")
    page.wait_for_url(f"{host}/search/?q=helplines")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1440])
def test_axe_finds_no_violation_and_the_answer_fits(browser: Browser, host: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{host}/search/?q=organ+removal&status=draft")
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_label("Theme")).to_be_visible()
    page.wait_for_timeout(300)
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
