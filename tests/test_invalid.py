"""Bad input: each folder of `tests/invalid` holds a corpus with one good text, and what is to be said of the rest.

The first line of `expected.txt` is the exit code of `build`; the others are `path:line: code`.
"""

import re
from pathlib import Path

import pytest

from generator.__main__ import main

FOLDER = Path(__file__).parent / "invalid"
FOLDERS = sorted(folder for folder in FOLDER.iterdir() if folder.is_dir())


def said(output: str, corpus: Path) -> list[str]:
    """The printed problems as `corpus/…:line: code`."""
    lines = output.replace(f"{corpus.as_posix()}/", "corpus/").split("\n")
    return [":".join(line.split(":")[:3]) for line in lines if re.match(r"corpus/\S+:\d+: ", line)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_fault_is_said_and_the_other_texts_are_built(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    corpus = folder / "corpus"

    code = main(["build", "--corpus", str(corpus), "--docs", str(tmp_path)])
    output = capsys.readouterr().out
    assert said(output, corpus) == expected
    assert f"build {code}" == first
    assert (tmp_path / "A/RES/99/1.md").is_file()
    assert (tmp_path / "A/RES/99/1.json").is_file()

    assert main(["check", "--corpus", str(corpus)]) == 1
    assert said(capsys.readouterr().out, corpus) == expected
    assert main(["build", "--strict", "--corpus", str(corpus), "--docs", str(tmp_path)]) == 1


def test_there_are_such_folders() -> None:
    assert len(FOLDERS) > 10
