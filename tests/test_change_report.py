"""What a change of the corpus changes is told to the reviewer: words, notes, citations, themes, links and promises."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.__main__ import main
from generator.corpus import ConfigurationError
from generator.reporting.comparing import Fate, Report, TextChange
from generator.reporting.markdown import markdown, shortened

ROOT = Path(__file__).parent.parent
TEXT = "texts/A-RES-59-166.txt"

Edit = Callable[[Path], None]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A repository that holds the corpus, committed."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-qm", "The corpus"],
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    return tmp_path / "corpus"


def reported(corpus: Path, *, file: str = TEXT, old: str, new: str) -> Report:
    path = corpus / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")
    return pipeline.report(corpus, "HEAD")


def of_text(report: Report, symbol: str) -> TextChange:
    return next(text for text in report.texts if text.symbol == symbol)


def test_nothing_changed(corpus: Path) -> None:
    report = pipeline.report(corpus, "HEAD")
    assert not report.texts
    assert not report.at_risk
    assert not report.problems
    assert "Nothing: every text reads as before." in markdown(report)


def test_a_changed_word_is_shown_and_the_promise_it_breaks_is_named(corpus: Path) -> None:
    report = reported(corpus, old="19. *Further invites*", new="19. *Further urges*")
    text = of_text(report, "A/RES/59/166")
    assert [one.anchor for one in text.reworded] == ["op19"]
    assert "Further <del>invites</del> <ins>urges</ins> Governments" in markdown(report)
    assert [line.split(": ")[1] for line in report.at_risk] == ["anchor-changed"]
    assert not report.problems.gained


def test_what_depends_on_the_words_is_gained_and_lost_with_them(corpus: Path) -> None:
    lines = (corpus / TEXT).read_text(encoding="utf-8").split("\n")
    line = next(line for line in lines if line.startswith("19. *Further invites*"))
    report = reported(corpus, old=line, new="19. *Further invites* Governments to plant trees;")
    text = of_text(report, "A/RES/59/166")
    assert text.fate is Fate.CHANGED
    assert "op19: ict-media" in text.differences["themes"].lost
    later = of_text(report, "A/RES/65/190").differences["lineage"]
    assert "op25 ← A/RES/59/166#op19 (verbatim)" in later.lost or "op25 ← A/RES/59/166#op19 (amended)" in later.lost


def test_a_text_that_is_gone(corpus: Path) -> None:
    (corpus / "texts/A-RES-58-137.txt").unlink()
    report = pipeline.report(corpus, "HEAD")
    text = of_text(report, "A/RES/58/137")
    assert text.fate is Fate.REMOVED
    assert "op1" in text.differences["paragraphs"].lost
    assert "text-lost" in report.at_risk[0]


def test_a_text_that_is_new(corpus: Path) -> None:
    home = corpus / "texts"
    content = (home / "A-RES-58-137.txt").read_text(encoding="utf-8").replace("A/RES/58/137", "A/RES/58/199")
    (home / "A-RES-58-199.txt").write_text(content, encoding="utf-8")
    text = of_text(pipeline.report(corpus, "HEAD"), "A/RES/58/199")
    assert text.fate is Fate.ADDED
    assert "fn:3" in " ".join(text.differences["notes"].gained)
    assert any("A/RES/55/25" in one for one in text.differences["citations"].gained)


def test_a_theme_that_is_renamed_changes_the_paragraphs_under_it(corpus: Path) -> None:
    report = reported(corpus, file="themes.yml", old="- id: funding", new="- id: money")
    themes = of_text(report, "A/RES/65/190").differences["themes"]
    assert [one.replace("money", "funding") for one in themes.gained] == list(themes.lost) != []


def test_problems_that_only_moved_to_other_lines_are_neither_new_nor_gone(corpus: Path) -> None:
    report = reported(corpus, old="---\nsymbol", new="---\n# a remark\nsymbol")
    assert not report.problems


def test_a_commit_that_is_not_there(corpus: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such commit here; name a commit that this clone has"):
        pipeline.report(corpus, "no-such-branch")


def test_a_name_that_looks_like_an_option_is_a_commit_that_is_not_there(corpus: Path) -> None:
    with pytest.raises(ConfigurationError):
        pipeline.report(corpus, "--output=/tmp/out")


def test_what_a_stranger_writes_is_shown_and_not_obeyed(corpus: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> @everyone [x](y)"
    said = markdown(reported(corpus, old="19. *Further invites*", new=f"19. *Further invites* {hostile}"))
    assert "<img" not in said
    assert "[x](y)" not in said
    assert "@everyone" not in said


def test_a_report_that_is_too_long_to_be_shown_ends_with_a_whole_line_and_says_so(corpus: Path) -> None:
    (corpus / "texts/A-RES-58-137.txt").unlink()
    whole = markdown(pipeline.report(corpus, "HEAD"))
    assert shortened(whole, len(whole)) == whole
    for at_most in range(500, len(whole), 97):
        short = shortened(whole, at_most)
        assert len(short) <= at_most
        assert short.count("<details>") == short.count("</details>")
        shown, _, remark = short.removesuffix("\n").rpartition("\n")
        assert remark.startswith("**The report goes on: ")
        assert whole.startswith(shown.rstrip("\n").removesuffix("\n</details>").rstrip("\n") + "\n")


def test_the_command_prints_it(corpus: Path) -> None:
    command = [sys.executable, "-m", "generator", "report", "HEAD", "--corpus", str(corpus)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("# What this change changes")


def test_with_a_file_for_the_whole_of_it_the_command_prints_what_there_is_room_for(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "texts/A-RES-58-137.txt").unlink()
    monkeypatch.setattr("generator.commands.editions.shortened", lambda report: shortened(report, 2000))
    assert main(["report", "HEAD", "--corpus", str(corpus), "--whole", str(tmp_path / "report.md")]) == 0
    whole = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert len(whole) > 2000
    assert capsys.readouterr().out == shortened(whole, 2000)
