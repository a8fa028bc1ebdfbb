"""The promise is kept: every line of the lock leads somewhere in the built site, and no line was taken away."""

import os
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.__main__ import main
from generator.promise.lock import Fate, Locked, latest, parse, whereto
from tests.reading_html import ids
from tests.reading_html import parse as parse_html

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "corpus" / "anchors.lock"


def published() -> tuple[Locked, ...]:
    lock, problems = parse(LOCK.read_text(encoding="utf-8"))
    assert problems == ()
    return lock


def base_lock() -> str | None:
    """The lock on the branch that this one will join, else as it was last committed; None where there is none."""
    base = os.environ.get("GITHUB_BASE_REF")
    revision = f"origin/{base}" if base else "HEAD"
    shown = subprocess.run(
        ["git", "show", f"{revision}:corpus/anchors.lock"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return shown.stdout if shown.returncode == 0 else None


def test_every_anchor_that_was_ever_published_is_an_id_in_the_built_site(site: Path) -> None:
    known = latest(published())
    assert len(known) > 300
    on_page: dict[str, set[str]] = {}
    for place, locked in known.items():
        to = whereto(place, known)
        symbol, _, anchor = to.partition("#")
        if locked.fate is not Fate.WITHDRAWN:
            if symbol not in on_page:
                on_page[symbol] = set(ids(parse_html((site / symbol / "index.html").read_text("utf-8"))))
            assert not anchor or anchor in on_page[symbol], place
            assert symbol != locked.symbol or not locked.anchor or locked.anchor in on_page[symbol], place


def test_no_line_that_was_there_before_is_gone() -> None:
    before = parse(base_lock() or "")[0]
    lines = [locked_line(one) for one in published()]
    for one in before:
        assert locked_line(one) in lines


def locked_line(locked: Locked) -> tuple[object, ...]:
    return (locked.place, locked.fate, locked.fingerprint, locked.to, locked.said)


@pytest.mark.parametrize(("old", "new"), [("op9", "op2-b"), ("fn:8", "fn:7"), ("s9", "s1"), ("annex9", "annex")])
def test_an_old_link_opens_the_words_where_they_stand_now(window: Page, host: str, old: str, new: str) -> None:
    window.goto(f"{host}/A/RES/99/1/#{old}")
    expect(window.locator(f'[id="{new}"]')).to_be_in_viewport()
    script = "([was, is]) => document.getElementById(is).contains(document.getElementById(was))"
    holds = window.evaluate(script, [old, new])
    assert holds


def test_an_anchor_that_is_used_again_says_where_older_links_meant_to_go(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/99/1/#op3")
    told = window.locator(".margin", has_text="Links from before 25 November 2026 meant what is now para. 1")
    told.get_by_role("link").click()
    assert window.url.endswith("#op1")


def test_a_text_that_is_gone_keeps_a_page_that_says_so_and_where_it_went(window: Page, host: str) -> None:
    window.goto(f"{host}/A/RES/99/7/#op1")
    content = window.locator("article")
    expect(content).to_contain_text("This text was withdrawn on 25 November 2026.")
    expect(content).to_contain_text("Why: it was brought in <twice>.")
    window.goto(f"{host}/A/RES/99/8/#op4")
    expect(window.locator('[id="op4"]')).to_have_count(1)
    window.locator("article").get_by_role("link", name="A/RES/99/1").click()
    window.wait_for_url(f"{host}/A/RES/99/1/")


TEXT = """---
symbol: A/RES/99/1
---
Resolution adopted by the General Assembly

99/1. Trade in sample texts

The General Assembly,

Recalling its resolution 59/166 of 20 December 2004,

1. Urges all States to end the trade in sample texts;

2. {second}

74th plenary meeting
20 December 2044
"""


def corpus(folder: Path, second: str) -> Path:
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    (folder / "texts" / "A-RES-99-1.txt").write_text(TEXT.format(second=second), encoding="utf-8")
    return folder


def test_a_reworded_paragraph_fails_the_check_until_an_editor_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = corpus(tmp_path / "corpus", "Requests a report on that trade.")
    assert main(["lock", "--corpus", str(folder)]) == 0
    assert main(["check", "--corpus", str(folder)]) == 0
    corpus(folder, "Requests two reports on that trade.")
    capsys.readouterr()
    assert main(["check", "--corpus", str(folder)]) == 1
    said = capsys.readouterr().out
    assert f"{folder}/texts/A-RES-99-1.txt:14: anchor-changed: A/RES/99/1#op2 holds other words" in said
    assert main(["lock", "--corpus", str(folder), "--accept", "A/RES/99/1#op2"]) == 2
    why = ["--why", "a second reading of the original"]
    assert main(["lock", "--corpus", str(folder), "--accept", "A/RES/99/1#op2", *why]) == 0
    assert main(["check", "--corpus", str(folder)]) == 0
    assert "accepted" in (folder / "anchors.lock").read_text("utf-8")


def test_a_deleted_paragraph_fails_the_check_until_an_editor_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = corpus(tmp_path / "corpus", "Requests a report on that trade.")
    assert main(["lock", "--corpus", str(folder)]) == 0
    text = folder / "texts" / "A-RES-99-1.txt"
    text.write_text(text.read_text("utf-8").replace("2. Requests a report on that trade.", ""), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--corpus", str(folder)]) == 1
    said = capsys.readouterr().out
    assert f"{folder}/anchors.lock:4: anchor-lost: A/RES/99/1#op2 was published and is gone" in said
    assert '--withdraw "A/RES/99/1#op2"' in said
    why = ["--why", "it was a line of the next text"]
    assert main(["lock", "--corpus", str(folder), "--withdraw", "A/RES/99/1#op2", *why]) == 0
    assert main(["check", "--corpus", str(folder)]) == 0


def test_a_renumbered_paragraph_can_be_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus(tmp_path / "corpus", "Requests a report on that trade.")
    assert main(["lock", "--corpus", str(folder)]) == 0
    text = folder / "texts" / "A-RES-99-1.txt"
    text.write_text(text.read_text("utf-8").replace("2. Requests", "3. Requests"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--corpus", str(folder)]) == 1
    assert '--move "A/RES/99/1#op2" "A/RES/99/1#op3"' in capsys.readouterr().out
    why = ["--why", "the number was misread"]
    assert main(["lock", "--corpus", str(folder), "--move", "A/RES/99/1#op2", "A/RES/99/1#op3", *why]) == 0
    assert main(["build", "--corpus", str(folder), "--docs", str(tmp_path / "docs")]) == 0
    page = (tmp_path / "docs/A/RES/99/1.md").read_text("utf-8")
    assert '<span id="op2" class="alias"></span>[3.](#op3)' in page


def test_what_was_never_published_cannot_be_recorded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus(tmp_path / "corpus", "Requests a report on that trade.")
    assert main(["lock", "--corpus", str(folder)]) == 0
    assert main(["lock", "--corpus", str(folder), "--withdraw", "A/RES/99/1#op7", "--why", "x"]) == 2
    assert "was never published" in capsys.readouterr().err
