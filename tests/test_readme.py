"""The first page of the repository says what is there."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tree_names_every_folder_that_is_kept() -> None:
    tree = re.search(r"^corpus/ .*?^```", README, re.DOTALL | re.MULTILINE)
    assert tree is not None
    named = {line.split()[0].rstrip("/") for line in tree.group().splitlines()[:-1]}
    assert all((ROOT / name).exists() for name in named)
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    folders = {path.split("/")[0] for path in kept.splitlines() if "/" in path and not path.startswith(".")}
    assert folders <= named


def test_every_make_command_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for text in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for target in re.findall(r"^make (\w+)|`make (\w+)`", text, re.MULTILINE):
            assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m generator (\w+)", README))))
def test_every_command_it_names_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert command in capsys.readouterr().out


def test_it_says_that_the_official_text_prevails() -> None:
    assert "This is an unofficial edition. The official text of the United Nations prevails." in README


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^--", lock, re.MULTILINE)
    assert all(" --hash=" in block or "\\\n    --hash=" in block for block in re.split(r"\n(?=\w)", lock.strip()))
