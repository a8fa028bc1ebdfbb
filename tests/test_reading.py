"""How texts are read, case by case: tests/cases/reading.md holds small texts and what is found in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit import audit
from generator.model import RawText
from generator.reading import read
from generator.reading.joining import join, vocabulary_of
from generator.reading.labels import letter, roman
from generator.reading.openings import operative_opening, parts, preambular_opening
from generator.reading.repairs import REPAIRS
from generator.reading.sheet import spread
from tests.cases import Case, load_cases
from tests.outline import outline


@pytest.mark.parametrize("case", load_cases("reading"), ids=str)
def test_a_text_is_read(case: Case) -> None:
    raw = RawText(path="text.txt", body=case.input, sha256="")
    resolution = read(raw)
    said = "".join(
        f"\n{problem.line}: {problem.code}" for problem in resolution.problems if problem.code != "symbol-unknown"
    )
    assert outline(resolution) + said == case.expected
    assert audit(resolution, case.input) == ()


@pytest.mark.parametrize("case", load_cases("openings", "parts"), ids=str)
def test_opening_words_are_taken_apart(case: Case) -> None:
    taken = parts(case.input)
    assert " | ".join(words or "-" for words in (*taken, taken.family)) == case.expected


@pytest.mark.parametrize("case", load_cases("openings", "preambular"), ids=str)
def test_a_preambular_opening_is_found(case: Case) -> None:
    found = preambular_opening(case.input)
    assert (found.words if found else "none") == case.expected


@pytest.mark.parametrize("case", load_cases("openings", "operative"), ids=str)
def test_an_operative_opening_is_found(case: Case) -> None:
    found = operative_opening(case.input)
    assert (found.words if found else "none") == case.expected


@pytest.mark.parametrize("case", load_cases("joining"), ids=str)
def test_lines_are_joined(case: Case) -> None:
    lines = spread(case.input).lines
    assert join(lines, vocabulary_of(lines))[0] == case.expected


@given(st.integers(1, 49))
def test_roman_numbers_are_read_back(number: int) -> None:
    tens, ones = divmod(number, 10)
    spelled = "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
    assert roman(spelled) == number


def test_letters_go_on_after_z() -> None:
    assert [letter(label) for label in ("a", "z", "aa", "bb", "ab")] == [1, 26, 27, 28, None]


@given(st.text())
def test_any_text_at_all_gives_a_twin_that_accounts_for_it(body: str) -> None:
    assert audit(read(RawText(path="text.txt", body=body, sha256="")), body) == ()


LINES = (
    "The General Assembly,", "Recalling its resolution 55/25,1", "1. Urges States:", "(a) To act;", "(i) Soon;", "II",
    "Annex", "74th plenary meeting", "20 December 2004", "1 Resolution 40/34, annex.", "2", "2.", "A/RES/59/166",
    "page 3", "____________", "and further words", "*Welcoming* the report,<sup>2</sup>", "[^1]: Ibid., annex II.",
    "Article 3", "\f", "", "- 3. Decides", "59/166. Trafficking in women and girls", "| a | b |",
    "Adopted unanimously.", "http://undocs.org/A/1", "(1) A/53/12.", "a/ Ibid., annex.", "† A/68/3.", "B",
    "Noting the report,(1) the annex, a/ and the rest,† as well,1", "1 International Covenant, art. 6.",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_lines_of_resolutions_in_any_order_are_accounted_for(lines: list[str]) -> None:
    body = "\n".join(lines)
    assert audit(read(RawText(path="text.txt", body=body, sha256="")), body) == ()


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_each_repair_is_idempotent(lines: list[str]) -> None:
    sheet = spread("\n".join(lines))
    for repair in REPAIRS:
        sheet = repair(sheet)
    for repair in REPAIRS[1:]:
        assert repair(sheet).lines == sheet.lines, repair.__name__
