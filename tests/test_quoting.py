"""An index quotes a paragraph with its items and marks the words that put it there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Paragraph
from generator.writing.indexes.quoting import Span, quote
from tests.cases import Case, load_cases
from tests.samples import paragraph

_ITEM = re.compile(r"(?P<label>\(\w+\)) (?P<words>.*)")


def unmarked(anchor: str, line: str) -> tuple[str, list[Span]]:
    """The words of a line, and the spans between its signs, one inside another too."""
    words = ""
    begun: list[int] = []
    spans = []
    for sign in line:
        if sign == "‹":
            begun.append(len(words))
        elif sign == "›":
            start = begun.pop()
            spans.append(Span(anchor, start, len(words) - start))
        else:
            words += sign
    return words, spans


def read_case(lines: str) -> tuple[Paragraph, list[Span]]:
    first, *rest = lines.split("\n")
    text, spans = unmarked("op1", first)
    items = []
    for number, line in enumerate(rest):
        found = _ITEM.fullmatch(line)
        assert found
        words, more = unmarked(f"op1-{number}", found["words"])
        items.append(paragraph(f"op1-{number}", words, found["label"]))
        spans += more
    return paragraph("op1", text, "1.", children=tuple(items)), spans


@pytest.mark.parametrize("case", load_cases("quoting"), ids=str)
def test_a_paragraph_is_quoted(case: Case) -> None:
    found = quote(*read_case(case.input))
    assert "\n--\n".join(filter(None, (found.shown, found.marked, found.folded))) == case.expected


@given(
    st.lists(st.sampled_from(["States", "to", "act", "(a)", "*", "<b>", "…"]), min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 40)), max_size=5),
)
def test_nothing_is_lost_and_nothing_added(words: list[str], marked: list[tuple[int, int]]) -> None:
    text = " ".join(words)
    spans = [Span("op1", at, length) for at, length in marked if at < len(text)]
    found = quote(paragraph("op1", text), spans)
    whole = f"{found.shown} {found.folded}".strip()
    bare = quote(paragraph("op1", text), ())
    assert re.sub(r"</?mark>", "", whole) == f"{bare.shown} {bare.folded}".strip()
    assert whole.count("<mark>") == whole.count("</mark>") <= len(spans)
    assert not spans or "<mark>" in found.shown + found.marked
