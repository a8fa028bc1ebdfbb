import pytest

from generator.writing.escape import clean, escape, escape_line
from tests.cases import Case, load_cases


@pytest.mark.parametrize("case", load_cases("escape", "inside a line"), ids=str)
def test_words_inside_a_line(case: Case) -> None:
    assert escape(case.input) == case.expected


@pytest.mark.parametrize("case", load_cases("escape", "at the start of a line"), ids=str)
def test_words_that_open_a_line(case: Case) -> None:
    assert escape_line(case.input) == case.expected


def test_what_no_page_can_show_is_replaced() -> None:
    assert clean("a\x00b\ud800c\ufffed\x02e") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_a_non_breaking_space_is_kept() -> None:
    assert clean("20\u00a0December") == "20\u00a0December"
    assert escape("20\u00a0December") == "20&#160;December"
