"""What runs elsewhere, held to rules that can be looked at here: pinned, with few rights, and only our own commands."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.__main__ import main

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PINNED = re.compile(r"\s*(?:- )?uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAY_WRITE = {
    ("check", "comment"): {"pull-requests"},
    ("publish", "deploy"): {"pages", "id-token"},
    ("publish-in-parts", "deploy"): {"pages", "id-token"},
}

each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.stem))
each_script = pytest.mark.parametrize("file", [*WORKFLOWS, GITLAB], ids=lambda file: str(file.name))


def jobs(file: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow by name; those of GitLab stand among its settings."""
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    found: Mapping[str, Any] = read.get("jobs", read)
    return {name: job for name, job in found.items() if isinstance(job, dict) and {"steps", "script"} & job.keys()}


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(file).values():
        yield from job.get("steps", ())


def commands(file: Path) -> list[str]:
    """Every shell script of a workflow."""
    lines = (line for job in jobs(file).values() for line in job.get("script", ()))
    return [*(step["run"] for step in steps(file) if "run" in step), *lines]


def test_there_are_workflows_for_changes_for_publishing_and_for_what_breaks_by_itself() -> None:
    assert {"check", "publish", "weekly"} <= {file.stem for file in WORKFLOWS}
    assert {"check", "report", "pages"} <= jobs(GITLAB).keys()


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not PINNED.fullmatch(line)] == []
    assert len(lines) == sum("uses" in step for step in steps(file))


def test_an_action_is_the_same_commit_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for line in re.findall(r"uses: (.+)", file.read_text(encoding="utf-8")):
            action, _, commit = line.partition("@")
            pins.setdefault("/".join(action.split("/")[:2]), set()).add(commit)
    assert {action: commits for action, commits in pins.items() if len(commits) > 1} == {}


@each_workflow
def test_nothing_is_allowed_but_what_a_job_asks_for(file: Path) -> None:
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["permissions"] == {}
    for name, job in jobs(file).items():
        rights = job["permissions"]
        assert {right for right, how in rights.items() if how == "write"} == MAY_WRITE.get((file.stem, name), set())
        assert set(rights.values()) <= {"read", "write"}


@each_workflow
def test_a_job_that_may_write_runs_nothing_of_a_change(file: Path) -> None:
    for name, job in jobs(file).items():
        if (file.stem, name) in MAY_WRITE:
            assert not [step for step in job["steps"] if "checkout" in step.get("uses", "")]
            assert not [step for step in job["steps"] if "make" in step.get("run", "")]


@each_workflow
def test_a_strangers_change_meets_no_secret_and_no_right(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    triggers = yaml.safe_load(text)[True]  # YAML reads `on` as a truth value
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    assert "secrets" not in text
    assert text.count("github.token") == (file.stem == "check")


def test_a_comment_is_written_only_where_the_change_comes_from_the_repository_itself() -> None:
    comment = jobs(ROOT / ".github/workflows/check.yml")["comment"]
    assert comment["if"] == "github.event.pull_request.head.repo.full_name == github.repository"


@each_workflow
def test_no_checkout_leaves_a_token_behind(file: Path) -> None:
    checkouts = [step for step in steps(file) if "actions/checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@each_workflow
def test_no_job_runs_for_ever_or_beside_itself(file: Path) -> None:
    assert "group" in yaml.safe_load(file.read_text(encoding="utf-8"))["concurrency"]
    assert all(job["timeout-minutes"] <= 120 for job in jobs(file).values())


@each_script
def test_what_others_wrote_is_never_part_of_a_script(file: Path) -> None:
    assert [command for command in commands(file) if "${{" in command] == []


@each_script
def test_every_script_is_one_command_that_can_be_given_here_as_well(file: Path) -> None:
    for command in commands(file):
        assert "\n" not in command.strip()
        for target in re.findall(r"\bmake ([a-z]+)", command):
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
        assert re.match(r"make |cat |mv |gh pr comment |\.ci/run$", command), command


@each_script
def test_every_script_is_well_formed(file: Path) -> None:
    for command in commands(file):
        checked = subprocess.run(["bash", "-n"], input=command, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("command", sorted(set(re.findall(r"-m generator (\w+)", MAKEFILE))))
def test_every_command_that_make_gives_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert command in capsys.readouterr().out


@pytest.mark.parametrize("module", sorted(set(re.findall(r"-m (tests\.[\w.]+)", MAKEFILE))))
def test_every_module_that_make_runs_exists(module: str) -> None:
    place = ROOT / module.replace(".", "/")
    assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()
