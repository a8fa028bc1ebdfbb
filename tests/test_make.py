"""`make site`: a build that fails leaves the last good site as it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("Makefile", "corpus", "docs", "generator", "mkdocs.yml", "overrides", "requirements.lock")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project in which a site was built before."""
    for name in PARTS:
        part = ROOT / name
        (shutil.copytree if part.is_dir() else shutil.copy2)(part, tmp_path / name)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", encoding="utf-8")
    return tmp_path


def make_site(checkout: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    """Run `make site` with the Python that runs the tests, so that nothing is installed."""
    command = ["make", "site", "-o", ".venv/.ready", f"PYTHON={sys.executable}", *settings]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)


def is_the_last_good_one(checkout: Path) -> bool:
    return (checkout / "site/index.html").read_text(encoding="utf-8") == "the last good site"


def test_a_text_that_cannot_be_used_stops_the_build_unless_it_may_go_on(checkout: Path) -> None:
    (checkout / "corpus/texts/A-RES-1-1.txt").write_text("no front matter", encoding="utf-8")
    stopped = make_site(checkout)
    assert stopped.returncode != 0
    assert "corpus/texts/A-RES-1-1.txt:1: no-front-matter" in stopped.stdout
    assert is_the_last_good_one(checkout)

    went_on = make_site(checkout, "KEEP_GOING=1")
    assert went_on.returncode == 0, went_on.stderr
    assert (checkout / "site/A/RES/59/166/index.html").is_file()
    assert not is_the_last_good_one(checkout)
    assert not list(checkout.glob("site.*"))


def test_a_dead_link_stops_the_build(checkout: Path) -> None:
    with (checkout / "docs/method.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    assert make_site(checkout).returncode != 0
    assert is_the_last_good_one(checkout)


def test_a_fault_of_configuration_is_no_reason_to_go_on(checkout: Path) -> None:
    shutil.rmtree(checkout / "corpus")
    assert make_site(checkout, "KEEP_GOING=1").returncode != 0
    assert is_the_last_good_one(checkout)
