"""The page /compare/ shows any two texts side by side, with what changed by whole words."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, expect

from generator.model import Resolution
from generator.places import places
from generator.writing import twin
from tests.cases import load_cases

TRUTH = yaml.safe_load((Path(__file__).parent / "truth" / "lineage.yaml").read_text(encoding="utf-8"))
NEIGHBOURS = "/compare/?a=A/RES/59/166&b=A/RES/65/190"

_CHANGED = """
async (pairs) => {
  const { changes, printed } = await import(new URL("../assets/changes.js", location))
  return pairs.map(([before, after]) => changes(printed(before), printed(after)))
}
"""
_PAIRED = """
async (texts) => {
  const { pairs } = await import(new URL("../assets/pairs.js", location))
  const small = await (await fetch(new URL("../language/words.json", location))).json()
  const little = new Set([...small.passed_over, ...small.formulas])
  return texts.map(([first, second]) => pairs(first, second, little))
}
"""
_PLACES = """
async (twins) => {
  const { paragraphs } = await import(new URL("../assets/twins.js", location))
  return twins.map((one) => paragraphs(JSON.parse(one)).map(({ paragraph, place }) => [paragraph.anchor, place]))
}
"""
_PIECES = """
async (one) => {
  const { pieces } = await import(new URL("../assets/twins.js", location))
  return pieces(JSON.parse(one))
}
"""


def dialogs_of(window: Page) -> list[str]:
    """What dialogs say, from now on: a script that was smuggled in would open one."""
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    window.on("dialog", note)
    return said


@pytest.fixture
def compare(browser: Browser, host: str) -> Iterator[Page]:
    """A window with the page open, for what does not depend on its width."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}/compare/")
    yield page
    context.close()


def test_changes_are_those_of_the_cases(compare: Page) -> None:
    cases = load_cases("changes")
    found = compare.evaluate(_CHANGED, [case.input.split("\n") for case in cases])
    assert list(map(spelled, found)) == [case.expected for case in cases]


def spelled(stretches: list[dict[str, Any]]) -> str:
    return " ".join(
        " ".join(one["after"]) if one["kind"] == "same"
        else "".join(f"{left}{' '.join(words)}{right}"
                     for left, words, right in (("[", one["before"], "]"), ("{", one["after"], "}")) if words)
        for one in stretches
    )  # fmt: skip


def test_the_changes_applied_to_the_old_words_give_the_new_ones(
    compare: Page, corpus_texts: tuple[Resolution, ...]
) -> None:
    chance = random.Random(166)
    sentences = [one.text for text in corpus_texts for one in text.operative]
    pairs = [("", ""), ("a", ""), ("", "a")]
    for _ in range(300):
        old = chance.choice(sentences).split()
        new = old[:]
        for _ in range(chance.randrange(12)):
            place = chance.randrange(len(new) + 1)
            new[place : place + chance.randrange(4)] = chance.choice(sentences).split()[: chance.randrange(4)]
        pairs.append((" ".join(old), " ".join(new)))
    for (before, after), stretches in zip(pairs, compare.evaluate(_CHANGED, pairs), strict=True):
        assert [word for one in stretches for word in one["before"]] == before.split()
        assert [word for one in stretches for word in one["after"]] == after.split()
        assert all(one["kind"] != other["kind"] for one, other in pairwise(stretches))
        assert all(len(one["before"]) == len(one["after"]) for one in stretches if one["kind"] == "same")


def test_very_long_paragraphs_are_compared_too(compare: Page) -> None:
    before, after = ("one " * 5_000, "two " * 5_000)
    (stretches,) = compare.evaluate(_CHANGED, [[before, after]])
    assert [one["kind"] for one in stretches] == ["changed"]


def test_pairs_are_those_of_the_cases(compare: Page) -> None:
    cases = load_cases("pairs")
    texts = [[list(filter(None, part.split("\n"))) for part in case.input.split("\n\n")] for case in cases]
    found = [
        " ".join(f"{one['first'] + 1}→{one['second'] + 1}" for one in pairs) or "nothing"
        for pairs in compare.evaluate(_PAIRED, texts)
    ]
    assert found == [case.expected for case in cases]


def test_neighbours_of_a_series_are_paired_as_a_careful_reader_paired_them(
    compare: Page, corpus_texts: tuple[Resolution, ...]
) -> None:
    """Split and merged paragraphs have one partner here; the generated comparisons have all."""
    by_symbol = {text.symbol: text for text in corpus_texts}
    listed = [*TRUTH["operative_pairs"], *TRUTH["preambular_pairs"]]
    for first, second in (("A/RES/59/166", "A/RES/65/190"), ("E/CN.4/RES/2004/45", "A/RES/59/166")):
        old, new = (compare.evaluate(_PIECES, twin.encode(by_symbol[symbol])) for symbol in (first, second))
        ((*found,),) = compare.evaluate(_PAIRED, [[[one["text"] for one in old], [one["text"] for one in new]]])
        pairs = {(old[one["first"]]["anchor"], new[one["second"]]["anchor"]) for one in found}
        known = {
            (tuple(one[side].split()[1] for side in ("from", "to"))): one for one in listed
            if (one["from"].split()[0], one["to"].split()[0]) == (first, second)
        }  # fmt: skip
        sure = {
            pair
            for pair, one in known.items()
            if one.get("certainty", "high") == "high" and one["relation"] != "merged"
        }
        assert len(sure & pairs) >= 0.9 * len(sure)
        assert len(pairs - known.keys()) <= 0.05 * len(pairs)


def test_places_are_named_as_the_generator_names_them(compare: Page, texts: tuple[Resolution, ...]) -> None:
    for text, found in zip(texts, compare.evaluate(_PLACES, list(map(twin.encode, texts))), strict=True):
        named = places(text)
        assert found
        assert found == [[anchor, named[anchor]] for anchor, _ in found]


def test_two_texts_are_chosen_and_the_address_names_them(window: Page, base: str) -> None:
    window.goto(f"{base}/compare/")
    window.get_by_label("First text").fill("GA res 59/166")
    window.get_by_label("Second text").fill("A/RES/65/190")
    window.keyboard.press("Enter")
    expect(window.get_by_role("status").filter(has_text="continue one of A/RES/59/166")).to_be_visible()
    window.wait_for_url(f"{base}/compare/?a=GA+res+59%2F166&b=A%2FRES%2F65%2F190")

    window.get_by_label("First text").fill("58/137")
    window.keyboard.press("Enter")
    expect(window.locator("#compare-status")).to_contain_text("A/RES/58/137")
    window.go_back()
    expect(window.locator("#compare-status")).to_contain_text("A/RES/59/166")
    expect(window.get_by_label("First text")).to_have_value("GA res 59/166")


def test_every_text_can_be_chosen_from_the_list(compare: Page, texts: tuple[Resolution, ...]) -> None:
    compare.locator("datalist option").first.wait_for(state="attached")
    offered = compare.locator("datalist option").evaluate_all("options => options.map((option) => option.value)")
    assert offered == sorted(text.symbol for text in texts)


def test_a_paragraph_stands_beside_the_one_it_continues_with_its_changes(window: Page, base: str) -> None:
    window.goto(base + NEIGHBOURS)
    section = window.locator("section", has=window.locator('h3 > a[href$="/A/RES/65/190/#op17"]'))
    expect(section.locator("h3")).to_have_text("para. 17 continues para. 18 of A/RES/59/166")
    expect(section.get_by_role("link", name="para. 18")).to_have_attribute("href", f"{base}/A/RES/59/166/#op18")
    taken_out = section.locator(".first del")
    put_in = section.locator(".second ins")
    assert taken_out.count() + put_in.count() <= 15
    expect(taken_out.first).to_have_text("Also invites Governments to consider preventing, within the")
    expect(put_in.first).to_contain_text("Urges Governments to take all appropriate measures")
    expect(taken_out.first).to_have_css("text-decoration-line", "line-through")
    expect(put_in.first).to_have_css("text-decoration-line", "underline")
    for element, said in ((taken_out.first, "taken out: "), (put_in.first, "put in: ")):
        assert said in element.evaluate("element => getComputedStyle(element, '::before').content")


def test_all_words_of_both_texts_are_shown(window: Page, host: str, corpus_texts: tuple[Resolution, ...]) -> None:
    window.goto(host + NEIGHBOURS)
    window.locator("#compared section").first.wait_for()
    second = next(text for text in corpus_texts if text.symbol == "A/RES/65/190")
    shown = window.locator("#compared .second .diff").all_inner_texts()
    assert [" ".join(words.split()) for words in shown] == [one.text for one in (*second.preamble, *second.operative)]


def test_what_is_new_and_what_was_dropped_is_said(window: Page, host: str) -> None:
    window.goto(host + NEIGHBOURS)
    new = window.locator("section", has=window.locator('h3 > a[href$="/A/RES/65/190/#op3"]'))
    expect(new.locator("h3")).to_have_text("para. 3 new")
    dropped = window.locator("section", has=window.locator('h3 > a[href$="/A/RES/59/166/#op3"]'))
    expect(dropped.locator("h3")).to_have_text("para. 3 dropped")
    same = window.locator("section", has=window.locator('h3 > a[href$="/A/RES/65/190/#pp3"]'))
    expect(same.locator("h3")).to_have_text("preambular para. 3 the same words as preambular para. 4 of A/RES/59/166")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", ""),
        ("?a=&b=", "Choose two texts"),
        ("?a=59/166&b=", "Choose two texts"),
        ("?a=59/166&b=who asked whom", "“who asked whom” is no text of this edition"),
        ("?a=59/166&b=60/1", "“60/1” is no text of this edition"),
        ("?a=59/166&b=A/RES/59/166", "These are one text"),
        ("?a=59/166&b=<img src=x onerror=alert(1)>", "is no text of this edition"),
        (f"?a=59/166&b={'x' * 3000}", "is no text of this edition"),
        ("?a=59/166&b=S/RES/9999(2044)", "share no paragraph"),
    ],
    ids=["nothing asked", "nothing", "one", "nonsense", "not held", "the same", "markup", "long", "unrelated"],
)
def test_what_cannot_be_compared_is_told_and_inert(window: Page, host: str, query: str, said: str) -> None:
    dialogs = dialogs_of(window)
    window.goto(f"{host}/compare/{query}", wait_until="networkidle")
    expect(window.locator("#compare-status")).to_contain_text(said)
    assert window.locator("#compared *").count() == 0
    assert dialogs == []


def test_an_unruly_text_is_compared_as_words(window: Page, host: str, texts: tuple[Resolution, ...]) -> None:
    dialogs = dialogs_of(window)
    for text in texts:
        window.goto(f"{host}/compare/?a={text.symbol}&b=A/RES/99/1")
        expect(window.locator("#compare-status")).not_to_have_text("")
        assert window.locator("#compared :is(script, img, b)").count() == 0
    assert dialogs == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_violation_and_the_texts_fit(browser: Browser, host: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(host + NEIGHBOURS)
    page.locator("#compared section").first.wait_for()
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
