"""The page /language/ finds the earliest and the nearest wording of what is pasted, and sends nothing anywhere."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from generator import walk
from generator.model import Resolution
from tests.cases import load_cases
from tests.conftest import SUB_PATH
from tests.test_compare import dialogs_of

PAGE = "/language/"

_DESCRIBED = """
async (text) => {
  const { shingles, words } = await import(new URL("../assets/wording.js", location))
  const small = await (await fetch(new URL("../language/words.json", location))).json()
  const low = words(text).map((word) => word.low)
  const runs = shingles(low, { shingle: 4, ...small }).map(({ place, run }) =>
    `${low[place]} ${run.toString(16).padStart(8, "0")}`)
  return `${low.join(" ") || "–"}\\n${runs.join(", ") || "–"}`
}
"""


def words_of(texts: tuple[Resolution, ...], symbol: str, anchor: str) -> str:
    text = next(text for text in texts if text.symbol == symbol)
    return walk.all_words(next(one for one in walk.paragraphs(text) if one.anchor == anchor))


def look_up(window: Page, address: str, pasted: str) -> None:
    window.goto(address)
    window.get_by_label("Your text").fill(pasted)
    window.get_by_role("button", name="Look up").click()


def test_the_browser_reads_words_and_runs_as_the_generator_does(window: Page, host: str) -> None:
    window.goto(f"{host}{PAGE}")
    cases = load_cases("wording")
    assert [window.evaluate(_DESCRIBED, case.input) for case in cases] == [case.expected for case in cases]


def test_a_paragraph_leads_to_the_first_and_the_nearest_use_and_to_its_later_versions(
    window: Page, base: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    look_up(window, f"{base}{PAGE}", words_of(corpus_texts, "A/RES/59/166", "op18"))
    status = window.locator("#language-status")
    expect(status).to_contain_text(
        "First used in E/CN.4/RES/2004/45, para. 6 (19 April 2004)."
        " Nearest: A/RES/59/166, para. 18 (all of your words)."
    )
    expect(status.get_by_role("link", name="E/CN.4/RES/2004/45, para. 6")).to_have_attribute(
        "href", f"{base}/E/CN.4/RES/2004/45/#op6"
    )
    found = window.get_by_role("heading", level=3).all_inner_texts()
    assert found == [
        "A/RES/59/166, para. 18", "E/CN.4/RES/2004/45, para. 6", "A/RES/65/190, para. 17", "A/C.3/73/L.7, para. 26",
    ]  # fmt: skip
    marked = window.locator("#language-found p.entry").nth(2).locator("mark").all_inner_texts()
    assert marked == [
        "legal framework and in accordance with national policies, victims of trafficking in persons",
        "from being prosecuted for their illegal entry or residence",
    ]
    expect(window.locator("#language-found .of").nth(3)).to_contain_text("draft")
    expect(window.locator("#language-found li").first).to_contain_text(
        "“being prosecuted for their illegal entry or residence”: first in E/CN.4/RES/2004/45, para. 6 (19 April 2004),"
        " last in A/RES/65/190, para. 17"
    )


@pytest.mark.parametrize(
    ("anchor", "later"),
    [
        ("op2", "A/RES/65/190, para. 5"),
        ("op4", "A/RES/65/190, para. 8"),
        ("op5", "A/RES/65/190, para. 10"),
        ("pp2", "A/C.3/73/L.7, preambular para."),
    ],
)
def test_other_paragraphs_find_their_later_versions(
    window: Page, host: str, corpus_texts: tuple[Resolution, ...], anchor: str, later: str
) -> None:
    look_up(window, f"{host}{PAGE}", words_of(corpus_texts, "A/RES/59/166", anchor))
    expect(window.get_by_role("heading", level=3, name=later).first).to_be_visible()


def test_wording_that_was_changed_here_and_there_is_found_too(window: Page, host: str) -> None:
    look_up(
        window,
        f"{host}{PAGE}",
        "Calls on states to ensure that VICTIMS of trafficking are protected from being prosecuted for their illegal"
        " entry or residence, as they are victims of exploitation and not criminals",
    )
    expect(window.locator("#language-status")).to_contain_text("First used in E/CN.4/RES/2004/45, para. 6")


def test_only_few_files_of_this_site_are_fetched_and_nothing_is_sent(
    window: Page, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    asked: list[Request] = []
    window.goto(f"{host}{SUB_PATH}{PAGE}", wait_until="networkidle")
    window.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - playwright marks what it is given
    window.get_by_label("Your text").fill(words_of(corpus_texts, "A/RES/59/166", "op18"))
    window.get_by_role("button", name="Look up").click()
    expect(window.get_by_role("heading", level=3).first).to_be_visible()
    assert asked
    for request in asked:
        assert request.method == "GET"
        assert request.post_data is None
        assert request.url.startswith(f"{host}{SUB_PATH}/")
        assert "?" not in request.url
        assert request.url.endswith(".json")
    twins = [request for request in asked if "/language/" not in request.url]
    assert len(twins) <= 6
    assert window.url == f"{host}{SUB_PATH}{PAGE}"


def test_it_works_offline_once_the_files_are_there(
    browser: Browser, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    pasted = words_of(corpus_texts, "A/RES/59/166", "op18")
    look_up(page, f"{host}{PAGE}", pasted)
    expect(page.get_by_role("heading", level=3).first).to_be_visible()
    context.set_offline(True)
    page.get_by_label("Your text").fill(pasted.upper())
    page.get_by_role("button", name="Look up").click()
    expect(page.locator("#language-found li").first).to_contain_text("“BEING PROSECUTED")
    context.close()


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Paste at least four words"),
        ("women and girls", "Paste at least four words"),
        ("… — ¶ * [] <>", "Paste at least four words"),
        ("colourless green ideas sleep furiously on wombat gazettes", "No text here shares four words in a row"),
        ("of the and to in for as by on such", "No text here shares four words in a row"),
        ("<img src=x onerror=alert(1)><script>alert(2)</script> wombats", "No text here shares four words in a row"),
        ("wombat " * 2_800, "No text here shares four words in a row"),
        ("x" * 20_000, "Paste at least four words"),
        ("wombat " * 3_000, "This is too long"),
    ],
    ids=["nothing", "three words", "signs", "nonsense", "little words", "markup", "20 kB", "one word of 20 kB", "more"],
)
def test_what_finds_nothing_is_told_and_inert(window: Page, host: str, pasted: str, said: str) -> None:
    dialogs = dialogs_of(window)
    look_up(window, f"{host}{PAGE}", pasted)
    expect(window.get_by_role("status").filter(has_text=said)).to_be_visible()
    assert window.locator("#language-found *").count() == 0
    assert dialogs == []


def test_markup_around_wording_that_is_found_is_inert(window: Page, host: str) -> None:
    look_up(
        window,
        f"{host}{PAGE}",
        "<script>alert(1)</script><b>being prosecuted for their <i>illegal entry or residence</i></b>",
    )
    expect(window.get_by_role("heading", level=3).first).to_be_visible()
    assert window.locator("#language-found :is(script, b, i)").count() == 0


def test_a_whole_text_is_looked_up_at_places_spread_over_it(
    window: Page, host: str, corpus_texts: tuple[Resolution, ...]
) -> None:
    text = next(text for text in corpus_texts if text.symbol == "A/RES/59/166")
    whole = "\n".join(map(walk.all_words, walk.paragraphs(text)))[:20_000]
    look_up(window, f"{host}{PAGE}", whole)
    expect(window.locator("#language-status")).to_contain_text("it was looked up at places spread over it")
    assert any("A/RES/59/166" in heading for heading in window.get_by_role("heading", level=3).all_inner_texts())


def test_what_cannot_be_loaded_is_told(window: Page, host: str) -> None:
    window.route("**/language/index.json", lambda route: route.abort())
    look_up(window, f"{host}{PAGE}", "victims of trafficking in persons")
    expect(window.locator("#language-status")).to_contain_text("The index could not be loaded")


def test_with_the_keyboard_alone(window: Page, host: str) -> None:
    window.goto(f"{host}{PAGE}")
    window.get_by_label("Your text").focus()
    window.keyboard.insert_text("prosecuted for their illegal entry or residence")
    window.keyboard.press("Tab")
    expect(window.get_by_role("button", name="Look up")).to_be_focused()
    window.keyboard.press("Enter")
    expect(window.get_by_role("status").filter(has_text="First used in")).to_be_visible()
    window.keyboard.press("Tab")
    expect(window.locator("#language-status a").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_and_the_answer_fits(
    browser: Browser, host: str, corpus_texts: tuple[Resolution, ...], width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    look_up(page, f"{host}{PAGE}", words_of(corpus_texts, "A/RES/59/166", "op18"))
    expect(page.get_by_role("heading", level=3).first).to_be_visible()
    page.mouse.move(0, 0)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{host}/language/phrases/demand/")
    assert violations(page) == []
    context.close()


def violations(page: Page) -> list[str]:
    page.wait_for_timeout(300)  # for the transition of a button's colours
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
