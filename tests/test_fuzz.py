"""Law 7: no text raises, whatever happened to it; law 1: its twin accounts for every word all the same."""

import pytest

from tests.simulator.fuzz import corpus_bodies, faults

TEXTS = 400


@pytest.fixture(scope="module")
def bodies() -> tuple[str, ...]:
    return corpus_bodies()


def test_damaged_texts_are_read_and_accounted_for(bodies: tuple[str, ...]) -> None:
    assert [fault for number in range(TEXTS) for fault in faults(number, bodies)] == []
