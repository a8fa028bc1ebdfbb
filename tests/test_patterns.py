"""The language of patterns: what each means, and that any words are either a pattern or said to be none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexing.patterns import PatternError, compiled
from generator.linking.instruments import fold
from tests.cases import Case, load_cases

_SIGNS = st.text(alphabet="ab -'*()[]|….,;é’‑İſ\n", max_size=30)
_PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "ab*", "a-b", "é"]),
    lambda inner: st.one_of(
        st.builds("{} {}".format, inner, inner),
        st.builds("({} | {})".format, inner, inner),
        st.builds("[{}] a".format, inner),
        st.builds("{} … {}".format, inner, inner),
    ),
    max_leaves=6,
)


def told(case: Case) -> str:
    """What a pattern finds, or why it means nothing."""
    written, _, text = case.input.partition("\n")
    try:
        found = compiled(written).find(fold(text))
    except PatternError as error:
        return f"fault: {error}"
    return text[slice(*found)] if found else "nothing"


@pytest.mark.parametrize("case", load_cases("patterns"), ids=str)
def test_a_case(case: Case) -> None:
    assert told(case) == case.expected


def test_a_pattern_as_long_as_a_page_is_refused() -> None:
    with pytest.raises(PatternError, match="longer than 300 characters"):
        compiled("word " * 61)


@given(_SIGNS, _SIGNS)
def test_any_words_are_a_pattern_or_are_said_to_be_none_and_any_text_can_be_searched(written: str, text: str) -> None:
    try:
        pattern = compiled(written)
    except PatternError:
        return
    folded = fold(text)
    found = pattern.find(folded)
    assert found == next(pattern.find_all(folded), None)
    if found:
        assert re.match(r"\w", folded[found[0]])
        assert re.search(r"[.;:]", folded[slice(*found)]) is None


@given(_PATTERNS, _SIGNS)
def test_the_words_that_a_pattern_needs_hide_no_match(written: str, text: str) -> None:
    try:
        pattern = compiled(written)
    except PatternError:
        return
    folded = fold(text)
    searched = pattern.expression.search(folded)
    assert pattern.find(folded) == (searched.span() if searched else None)
