"""After any edit, what is made anew and what is left as it stands are together what a clean build gives."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from generator import cache, gathering, pipeline
from generator.authorities import read_authorities
from generator.corpus import read_corpus
from generator.gathering import gather
from generator.lineage import remembering
from generator.model import RawText, Resolution
from tests.edits import EDITS
from tests.folders import content, differing

ROOT = Path(__file__).parent.parent


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    return tmp_path / "corpus"


def what_was_read(corpus: Path, kept: Path | None = None) -> tuple[object, ...]:
    edition = pipeline.read_edition(corpus, kept)
    return edition.resolutions, edition.problems


def test_after_every_edit_docs_are_those_of_a_clean_build(corpus: Path, tmp_path: Path) -> None:
    dice = random.Random(8)
    pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache")
    for edit in EDITS:
        said = edit(corpus, dice)
        pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache")
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        pipeline.build(corpus, tmp_path / "clean")
        assert differing(tmp_path / "docs", tmp_path / "clean") == [], said


def test_a_changed_word_leaves_most_files_as_they_stand(corpus: Path, tmp_path: Path) -> None:
    pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "docs").rglob("*.md")}
    written = pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache").written
    assert written.changed == ()
    assert before == {file: file.stat().st_mtime_ns for file in (tmp_path / "docs").rglob("*.md")}


def test_a_file_that_was_changed_or_deleted_by_hand_is_made_anew(corpus: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    pipeline.build(corpus, docs, tmp_path / "cache")
    before = content(docs)
    (docs / "A/RES/59/166.md").write_text("changed", encoding="utf-8")
    (docs / "A/RES/65/190.json").unlink()
    (docs / "themes/demand.md").unlink()
    written = pipeline.build(corpus, docs, tmp_path / "cache").written
    assert content(docs) == before
    assert written.changed == ("A/RES/59/166.md", "A/RES/65/190.json", "themes/demand.md")


def test_a_page_that_nobody_generates_is_taken_away_though_nothing_changed(corpus: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    pipeline.build(corpus, docs, tmp_path / "cache")
    (docs / "A/RES/99").mkdir()
    (docs / "A/RES/99/1.md").write_text("not ours", encoding="utf-8")
    assert pipeline.build(corpus, docs, tmp_path / "cache").written.removed == ("A/RES/99/1.md",)
    assert not (docs / "A/RES/99").exists()


def test_what_is_wrong_is_said_again_though_nothing_changed(corpus: Path, tmp_path: Path) -> None:
    (corpus / "texts/A-RES-1-1.txt").write_text("no front matter", encoding="utf-8")
    first = pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache")
    again = pipeline.build(corpus, tmp_path / "docs", tmp_path / "cache")
    assert first.problems == again.problems != ()
    assert first.left_out == again.left_out == ("corpus/texts/A-RES-1-1.txt",)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def _changed(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"women", b"woman"))


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [_cut, _changed, _emptied, _made_a_folder])
def test_a_damaged_entry_of_the_cache_costs_time_only(
    corpus: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    kept = tmp_path / "cache"
    before = pipeline.read_edition(corpus, kept)
    entries = [file for file in kept.rglob("*") if file.is_file()]
    assert len(entries) == len(before.resolutions)
    for file in entries:
        spoil(file)
    assert what_was_read(corpus, kept) == (before.resolutions, before.problems)
    assert what_was_read(corpus, kept) == (before.resolutions, before.problems)


def test_what_was_read_before_is_not_read_again(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = what_was_read(corpus, tmp_path / "cache")

    def not_again(*_: object) -> Resolution:
        raise AssertionError("this was read before")

    monkeypatch.setattr(gathering, "read_and_audit", not_again)
    assert what_was_read(corpus, tmp_path / "cache") == before


def test_what_no_text_needs_any_more_is_taken_out_of_the_cache(corpus: Path, tmp_path: Path) -> None:
    pipeline.read_edition(corpus, tmp_path / "cache")
    (corpus / "texts/A-RES-58-137.txt").unlink()
    left = pipeline.read_edition(corpus, tmp_path / "cache")
    assert len([file for file in (tmp_path / "cache").rglob("*") if file.is_file()]) == len(left.resolutions)


def test_a_cache_that_cannot_be_written_is_done_without(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert what_was_read(corpus, tmp_path / "cache") == what_was_read(corpus)
    assert cache.found(tmp_path / "cache", "readings", "ab" * 32) is None


def test_one_text_on_which_the_program_fails_stops_no_other(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = gathering.read_and_audit

    def failing(text: RawText, authorities: object) -> Resolution:
        if text.symbol == "A/RES/59/166":
            raise ZeroDivisionError("of all things")
        return read(text, authorities)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "read_and_audit", failing)
    edition = pipeline.read_edition(corpus)
    assert len(edition.resolutions) == 4
    assert edition.left_out == ("corpus/texts/A-RES-59-166.txt",)
    said = next(problem for problem in edition.problems if problem.code == "reader-failed")
    assert said.path == "corpus/texts/A-RES-59-166.txt"
    assert "ZeroDivisionError: of all things" in said.message


def test_a_text_that_takes_too_long_is_left_out(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> Resolution:
        while True:
            pass

    monkeypatch.setattr(gathering, "_LONGEST", 1)
    monkeypatch.setattr(gathering, "read_and_audit", endless)
    texts = read_corpus(corpus).texts[:1]
    outcome = next(gather(texts, read_authorities(corpus)[0]))
    assert outcome.resolution is None
    assert outcome.problem is not None
    assert "takes more than 1 seconds" in outcome.problem.message


def test_processes_side_by_side_read_what_one_reads(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = what_was_read(corpus)
    pipeline.build(corpus, tmp_path / "alone", tmp_path / "no cache")
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    for module in (gathering, remembering):
        monkeypatch.setattr(module, "KIND", msgspec.structs.replace(module.KIND, worth=1))
    assert what_was_read(corpus) == alone
    pipeline.build(corpus, tmp_path / "together", tmp_path / "cache")
    assert differing(tmp_path / "together", tmp_path / "alone") == []
