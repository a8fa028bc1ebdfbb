"""`make site`: a build that fails leaves the last good site as it was; `make pack`: one elsewhere takes it over."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = (".gitignore", "Makefile", "corpus", "docs", "generator", "mkdocs.yml", "overrides", "requirements.lock")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project in which a site was built before."""
    for name in PARTS:
        part = ROOT / name
        (shutil.copytree if part.is_dir() else shutil.copy2)(part, tmp_path / name)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", encoding="utf-8")
    return tmp_path


def make(checkout: Path, *what: str) -> subprocess.CompletedProcess[str]:
    """Run make with the Python that runs the tests, so that nothing is installed; it finds the commit by itself."""
    environment = {name: value for name, value in os.environ.items() if name != "BUILD_COMMIT"}
    command = ["make", "-o", ".venv/.ready", f"PYTHON={sys.executable}", *what]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def make_site(checkout: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    return make(checkout, "site", *settings)


def files_of(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


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
    assert {beside.name for beside in checkout.glob("site.*")} <= {"site.next"}


def test_a_dead_link_stops_the_build(checkout: Path) -> None:
    with (checkout / "docs/method.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    assert make_site(checkout).returncode != 0
    assert is_the_last_good_one(checkout)


def test_a_fault_of_configuration_is_no_reason_to_go_on(checkout: Path) -> None:
    shutil.rmtree(checkout / "corpus")
    assert make_site(checkout, "KEEP_GOING=1").returncode != 0
    assert is_the_last_good_one(checkout)


def test_another_clone_takes_over_what_was_packed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    author = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "The project"]):
        subprocess.run(["git", *arguments], cwd=checkout, check=True)
    assert make_site(checkout).returncode == 0
    assert make(checkout, "pack").returncode == 0
    clone = tmp_path_factory.mktemp("elsewhere") / "clone"
    subprocess.run(["git", "clone", "-q", checkout, clone], check=True)
    shutil.copytree(checkout / ".cache", clone / ".cache")
    (clone / "docs/method.md").write_text("# Written since\n", encoding="utf-8")
    subprocess.run(["git", *author, "commit", "-qam", "A change"], cwd=clone, check=True)

    assert make(clone, "unpack").returncode == 0
    made = make_site(clone)
    assert " 1 file changed, 0 removed" in made.stdout  # build.json, which names the commit
    assert "\n1 page rendered, " in made.stdout
    assert "Written since" in (clone / "site/method/index.html").read_text(encoding="utf-8")


def test_a_site_joined_of_parts_is_the_site_built_at_once(checkout: Path) -> None:
    for part in ("1/3", "2/3", "3/3"):
        assert make(checkout, "part", f"PART={part}").returncode == 0
        shutil.rmtree(checkout / f"parts/{part.replace('/', '-of-')}")  # what travels is the archive
    joined = make(checkout, "join")
    assert "\n0 pages rendered, " in joined.stdout
    parts = files_of(checkout / "site")
    shutil.rmtree(checkout / "site")
    assert "0 taken over" in make_site(checkout).stdout
    assert files_of(checkout / "site") == parts


def test_a_part_that_is_missing_is_made_where_the_parts_are_joined(checkout: Path) -> None:
    assert make(checkout, "part", "PART=2/3").returncode == 0
    joined = make(checkout, "join")
    assert joined.returncode == 0
    assert "\n0 pages rendered" not in joined.stdout
    assert (checkout / "site/A/RES/59/166/index.html").is_file()


def test_what_was_packed_may_be_damaged_or_missing(checkout: Path) -> None:
    assert make(checkout, "unpack").returncode == 0
    (checkout / ".cache").mkdir()
    (checkout / ".cache/built.tar").write_bytes(b"no archive")
    unpacked = make(checkout, "unpack")
    assert unpacked.returncode == 0
    assert "damaged" in unpacked.stdout
