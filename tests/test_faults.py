"""Killed, out of space or forbidden to write, a build leaves the last good site; two machines give the same bytes."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __main__ as command_line
from generator.versions import NAME
from tests.folders import content
from tests.kills import checkout, kill_builds


def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_is_right(tmp_path: Path) -> None:
    assert kill_builds(tmp_path, 3, random.Random(3)) == (0, True)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    usual = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=folder, env={**usual, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_two_machines_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name, environment in {
        "one": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        "another/further down": {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77"},
    }.items():
        folder = tmp_path / name
        folder.mkdir(parents=True)
        checkout(folder)
        for command in ("build", "site"):
            done = run(folder, command, **environment)
            assert done.returncode == 0, done.stderr
        made.append(content(folder / "site"))
    assert sorted(path for path in made[0] if made[0][path] != made[1].get(path)) == []
    assert made[0].keys() == made[1].keys()
    assert NAME in made[0]


def test_a_disk_that_is_full_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", encoding="utf-8")
    checkout(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "site.next/index.html")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.building.site.plan", full)
    assert command_line.main(["site"]) == 2
    assert content(tmp_path / "site") == {"index.html": b"the last good site"}


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "docs/A")

    checkout(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.renewing.write_file", forbidden)
    (tmp_path / "docs/A").mkdir(exist_ok=True)
    monkeypatch.setattr("generator.spreading.os.cpu_count", lambda: 1)
    (tmp_path / "corpus/texts/A-RES-58-137.txt").unlink()
    assert command_line.main(["build"]) == 2
    assert "docs/A" in capsys.readouterr().err
