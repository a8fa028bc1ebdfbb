"""Plain text is decoded and otherwise left alone; what was not simply UTF-8 is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake import Taken, take_in

WORDS = "Recalling “the Convention” – naïve,\r\n\r\n  1.  Urges\t§\n"


@pytest.mark.parametrize(
    ("content", "text", "remarks"),
    [
        (WORDS.encode(), WORDS, ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), WORDS, ()),
        (WORDS.encode("utf-16"), WORDS, ("decoded from UTF-16",)),
        (WORDS.encode("utf-16-le"), WORDS, ("decoded from UTF-16 without a byte order mark",)),
        (WORDS.encode("cp1252"), WORDS, ("line 1: not UTF-8: the file was decoded as Windows-1252",)),
        (b"one\ntwo \x93three\x94 \x81", "one\ntwo “three” \x81",
         ("line 2: not UTF-8: the file was decoded as Windows-1252",)),
        ("Notes the Secretary-General’s report\nplain\n".encode().decode("cp1252").encode(),
         "Notes the Secretary-General’s report\nplain\n", ("line 1: wrongly encoded characters were set right",)),
    ],
)  # fmt: skip
def test_bytes_become_characters(content: bytes, text: str, remarks: tuple[str, ...]) -> None:
    for name in ("a.txt", "a.md"):
        assert take_in(name, content) == Taken(text, remarks)


@given(st.text(st.characters(categories=["L", "N", "Zs"], max_codepoint=0x24F), min_size=1).filter(str.strip))
def test_text_in_utf_8_stays_as_it_is(text: str) -> None:
    taken = take_in("a.txt", f"Urges {text}\n".encode())
    assert isinstance(taken, Taken)
    assert taken.text == f"Urges {text}\n" or taken.remarks
