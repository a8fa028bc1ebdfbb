"""The language of patterns: what each means, and that any words are either a pattern or said to be none."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexing.beginnings import Beginnings
from generator.indexing.patterns import Pattern, PatternError, compiled
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


def places(pattern: Pattern, folded: str) -> Sequence[int]:
    """Where the matches of a pattern begin in a text."""
    return Beginnings((pattern,)).places(folded).get(pattern.written, ())


def told(case: Case) -> str:
    """What a pattern finds, or why it means nothing."""
    written, _, text = case.input.partition("\n")
    try:
        pattern, folded = compiled(written), fold(text)
        found = pattern.find(folded, places(pattern, folded))
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
    found = pattern.find(folded, places(pattern, folded))
    if found:
        assert re.match(r"\w", folded[found[0]])
        assert re.search(r"[.;:]", folded[slice(*found)]) is None


@given(_PATTERNS, _SIGNS)
def test_the_words_that_a_pattern_begins_with_hide_no_match(written: str, text: str) -> None:
    try:
        pattern = compiled(written)
    except PatternError:
        return
    folded = fold(text)
    searched = [found.span() for found in pattern.expression.finditer(folded)]
    assert [*pattern.find_all(folded, places(pattern, folded))] == searched


@given(_PATTERNS, _PATTERNS, _SIGNS)
def test_where_the_words_of_a_pattern_are_hidden_another_matches_nowhere_anew(hides: str, asks: str, text: str) -> None:
    try:
        hiding, asking = compiled(hides), compiled(asks)
    except PatternError:
        return
    folded = fold(text)
    covered = hiding.expression.sub(lambda found: ";" * len(found[0]), folded)
    searched = [found.span() for found in asking.expression.finditer(covered)]
    assert [*asking.find_all(covered, places(asking, folded))] == searched
