"""The table of a folder of texts that `make samples` prints."""

from pathlib import Path

import pytest

from tests.report import main

CORPUS_TEXTS = Path(__file__).parents[1] / "corpus" / "texts"


def test_the_table_counts_what_each_text_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CORPUS_TEXTS)]) == 0
    rows = {row.split()[0]: row.split()[1:9] for row in capsys.readouterr().out.splitlines()}
    assert rows["A-C.3-73-L.7.txt"] == ["50/50", "86", "32", "37", "0", "0", "0", "0"]
    assert rows["E-CN.4-RES-2004-45.txt"] == ["25/25", "43", "0", "0", "0", "0", "0", "0"]


def test_a_file_that_cannot_be_read_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("broken.pdf ")


def test_a_folder_has_to_be_named() -> None:
    assert main([]) == 2
