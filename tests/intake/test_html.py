"""Web pages come in as the cases in `tests/cases/html.md` say."""

import pytest

from generator.intake import Taken, take_in
from tests.cases import Case, load_cases


def taken(content: bytes) -> Taken:
    found = take_in("page.html", content)
    assert isinstance(found, Taken), found
    return found


@pytest.mark.parametrize("case", load_cases("html"), ids=str)
def test_a_page_as_text(case: Case) -> None:
    assert taken(case.input.encode()).text.strip("\n") == case.expected.strip("\n")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"<html><meta charset=iso-8859-1><p>\x93Urges\x94 \x97 all", "“Urges” — all\n"),
        (b"<html><p>\x93Urges\x94", "“Urges”\n"),
        ("<html><p>“Urges”".encode(), "“Urges”\n"),
        ("<html><meta charset='koi8-r'><p>Да".encode("koi8-r"), "Да\n"),
        (b"<html><p>Urges&nbsp;&#147;all&#148;", "Urges “all”\n"),
    ],
)
def test_the_encodings_of_three_decades(content: bytes, text: str) -> None:
    assert taken(content).text == text


def test_what_is_left_out_is_listed() -> None:
    found = taken(b"<html><nav>Home</nav><p hidden>Old</p><main><p>Urges all States to act at once.</main><p>Contact")
    assert found.furniture == ("Home (navigation)", "Old (hidden)", "Contact (outside the text)")
