"""Whoever waits for a long run sees which stage it is in and how far; where nobody looks, nothing is shown."""

import pytest

from generator.commands.printing import shown
from generator.spreading import spread, watched
from generator.stages import Stages


@pytest.mark.parametrize("cores", [1, 3])
def test_work_tells_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    told: list[tuple[int, int]] = []
    with watched(lambda done, of: told.append((done, of))):
        assert list(spread(lambda number: number * number, 4, worth=1)) == [0, 1, 4, 9]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert list(spread(lambda number: number, 2, worth=1)) == [0, 1]
    assert len(told) == 4, "nobody watches any more"


def test_work_inside_of_work_in_another_process_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    told: list[tuple[int, int]] = []

    def work(_: int) -> list[tuple[int, int]]:
        list(spread(lambda number: number, 5, worth=9))
        return told

    with watched(lambda done, of: told.append((done, of))):
        inside = list(spread(work, 2, worth=1))
    assert inside == [[], []]
    assert told == [(1, 2), (2, 2)]


def test_work_may_be_spread_within_work_that_is_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    def row(number: int) -> list[int]:
        return list(spread(lambda other: number * other, 4, worth=1))

    assert list(spread(row, 5, worth=1)) == [[number * other for other in range(4)] for number in range(5)]


def test_a_stage_is_shown_on_a_terminal_with_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    stages = Stages(shown)
    with stages.stage("reading"):
        list(spread(lambda number: number, 1200, worth=9999))
    assert "reading … 1,200 of 1,200" in capsys.readouterr().err
    assert stages.summary().startswith("reading 0.")


def test_in_a_log_only_the_summary_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    with Stages(shown).stage("reading"):
        list(spread(lambda number: number, 9, worth=99))
    assert capsys.readouterr() == ("", "")
