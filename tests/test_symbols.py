"""The names of documents: one spelling each, and nothing else taken for one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import symbols
from tests.cases import Case, load_cases


@pytest.mark.parametrize("case", load_cases("symbols", "normalise"), ids=str)
def test_a_symbol_has_one_spelling(case: Case) -> None:
    assert (symbols.normalise(case.input) or "none") == case.expected


@pytest.mark.parametrize("case", load_cases("symbols", "from_number"), ids=str)
def test_a_number_becomes_a_symbol_once_its_organ_is_known(case: Case) -> None:
    organ, number = case.input.split("\n")
    assert (symbols.from_number(organ, number) or "none") == case.expected


@pytest.mark.parametrize("case", load_cases("symbols", "of_decision"), ids=str)
def test_a_decision_has_a_symbol_of_its_own(case: Case) -> None:
    organ, number = case.input.split("\n")
    assert (symbols.of_decision(organ, number) or "none") == case.expected


@pytest.mark.parametrize("case", load_cases("symbols", "organ_of"), ids=str)
def test_the_series_names_the_organ(case: Case) -> None:
    assert (symbols.organ_of(case.input) or "none") == case.expected


@pytest.mark.parametrize("case", load_cases("symbols", "is_draft"), ids=str)
def test_a_draft_is_known_by_its_limited_distribution(case: Case) -> None:
    assert symbols.is_draft(case.input) == (case.expected == "yes")


@pytest.mark.parametrize("case", load_cases("symbols", "file_stem"), ids=str)
def test_a_file_is_named_by_its_symbol(case: Case) -> None:
    assert symbols.file_stem(case.input) == case.expected
    assert symbols.symbol_of_stem(case.expected) == case.input


def test_a_page_stands_under_its_symbol() -> None:
    assert symbols.page_url("S/RES/2331(2016)") == "S/RES/2331(2016)/"


numbers = st.integers(1, 9999)
years = st.integers(1946, 2099)
resolution_symbols = st.one_of(
    st.builds("A/RES/{}/{}{}".format, st.integers(31, 120), numbers, st.sampled_from(["", "A", "B", "A-C"])),
    st.builds("A/RES/{}{}({})".format, numbers, st.sampled_from(["", "A"]), st.sampled_from(["IV", "ES-II", "S-VI"])),
    st.builds("A/RES/{}-{}/{}".format, st.sampled_from(["S", "ES"]), st.integers(1, 40), numbers),
    st.builds("S/RES/{}({})".format, numbers, years),
    st.builds("E/RES/{}/{}".format, years, numbers),
    st.builds("E/CN.4/RES/{}/{}".format, years, numbers),
    st.builds("A/HRC/RES/{}/{}".format, st.integers(1, 60), numbers),
    st.builds(
        "A/C.{}/{}/L.{}{}".format, st.integers(1, 6), numbers, numbers, st.sampled_from(["", "/Rev.1", "/Add.2"])
    ),
)


@given(resolution_symbols)
def test_a_symbol_survives_normalising_and_its_file_name(symbol: str) -> None:
    assert symbols.normalise(symbol) == symbol
    assert symbols.symbol_of_stem(symbols.file_stem(symbol)) == symbol


@given(st.one_of(st.text(), st.text(alphabet="AERSL/.()-0123456789 IVX\t")))
def test_any_text_gives_none_or_a_symbol_that_is_safe_as_a_path(text: str) -> None:
    symbol = symbols.normalise(text)
    if symbol is not None:
        assert symbols.normalise(symbol) == symbol
        assert re.fullmatch(r"[A-Za-z0-9().-]+(/[A-Za-z0-9().-]+)+", symbol)
        assert all(component.strip(".") for component in symbol.split("/"))
