"""Citations: every document that a text names, and nothing else."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import link
from generator.linking.citations import cite, cite_and_name
from generator.linking.context import Context
from generator.linking.ibid import resolve
from generator.linking.instruments import read_instruments
from generator.model import Citation, Footnote, Tail
from tests.cases import Case, load_cases
from tests.measure_citations import count, linked_texts
from tests.outline import paragraphs_of
from tests.samples import LINE, note, paragraph, resolution

INSTRUMENTS, _ = read_instruments(Path(__file__).parent.parent / "corpus")
ASSEMBLY = Context("A/RES/59/166", "General Assembly", INSTRUMENTS)
OWN = {
    "General Assembly": "A/RES/59/166",
    "Security Council": "S/RES/1445(2002)",
    "Commission on Human Rights": "E/CN.4/RES/2004/45",
    "Human Rights Council": "A/HRC/RES/11/3",
    "Economic and Social Council": "E/RES/2006/27",
}


@pytest.mark.parametrize("case", load_cases("citations"), ids=str)
def test_a_text_names_these_documents(case: Case) -> None:
    found: list[str] = []
    context = Context(OWN[case.section], case.section, INSTRUMENTS)
    for text in case.input.split("\n"):
        citations, named = cite_and_name(text, context)
        found += map(spelled, citations)
        context = Context(context.symbol, context.organ, INSTRUMENTS, (*context.named, *named))
    assert ("\n".join(found) or "nothing") == case.expected


def spelled(citation: Citation) -> str:
    parts = (citation.symbol, citation.pinpoint, citation.instrument)
    return " | ".join([citation.text, *(part or "-" for part in parts)])


def test_the_five_texts_name_what_a_careful_reader_found() -> None:
    texts, instruments = linked_texts()
    counts = [count(text, instruments) for text in texts]
    expected, found = sum(one.expected for one in counts), sum(one.found for one in counts)
    assert len(texts) == 5
    assert 1 - sum(len(one.missed) for one in counts) / expected >= 0.97
    assert 1 - sum(len(one.wrong) for one in counts) / found >= 0.97


def test_every_resolution_cited_by_number_has_its_symbol() -> None:
    texts, _ = linked_texts()
    printed: list[Citation] = []
    through_ibid: list[Citation] = []
    for text in texts:
        printed += [one for paragraph in paragraphs_of(text) for one in _numbered(paragraph.citations, text.symbol)]
        for footnote in text.footnotes:
            (through_ibid if footnote.resolved else printed).extend(_numbered(footnote.citations, text.symbol))
    assert [len(printed), len(through_ibid)] == [24, 4]


def _numbered(citations: tuple[Citation, ...], own: str) -> list[Citation]:
    """Those that are resolutions by their number: neither the text itself nor a conference's."""
    return [one for one in citations if re.search(r"[Rr]esolution \d", one.text) and one.symbol not in {own, None}]


def test_a_note_is_read_in_its_resolved_form_and_a_paragraph_with_its_tail() -> None:
    text = resolution(
        operative=(paragraph("op1", "Urges States:", "1.", tail=Tail("to ratify A/59/185;", (), LINE)),),
        footnotes=(note("1", "Resolution 55/25, annex I."), _ibid()),
    )
    linked = link(text, INSTRUMENTS)
    tail = linked.operative[0].citations
    assert [(one.text, one.at) for one in tail] == [("A/59/185", len("Urges States: to ratify "))]
    assert [one.instrument for one in linked.footnotes[1].citations] == ["TIP"]
    assert link(linked, INSTRUMENTS) == linked


def _ibid() -> Footnote:
    return msgspec.structs.replace(note("2", "Ibid., annex II."), resolved="Resolution 55/25, annex II.")


_WORDS = st.sampled_from([
    "the", "its", "of", "and", "in", "to", ",", ".", "(", ")", "resolution", "resolutions", "55/25", "54 (1948)",
    "A/59/185", "Corr.1", "Add.1-4", "annex II", "paragraph 3", "above", "Convention on", "Rights", "Child",
    "Convention on the Rights of the Child", "the Convention", "Protocols thereto", "Council", "General Assembly",
    "International Labour Organization", "(No. 29)", "Treaty Series, vol. 96, No. 1342",
    "decision 60/509", "on", "5/1", "of the Charter", "this resolution", "Sub-Commission", "S/ 7930/Add. 1", "to Add.5",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_what_is_found_stands_where_it_is_said_to_stand(text: str) -> None:
    end = 0
    previous = None
    for citation in cite(text, ASSEMBLY):
        assert text[citation.at : citation.at + len(citation.text)] == citation.text
        assert citation.at >= end or (citation.at, citation.text) == previous
        end = citation.at + len(citation.text)
        previous = (citation.at, citation.text)
        assert citation.url is None or citation.url.startswith("https://")


def test_after_an_unresolved_ibid_no_organ_goes_without_saying() -> None:
    notes = (
        note("1", "A/HRC/38/45 and A/73/171."),
        note("2", "Ibid., resolution 32/3."),
        note("3", "Resolution 55/2. See also ibid."),
    )
    linked = link(resolve(resolution(footnotes=notes)), INSTRUMENTS)
    assert [citation.symbol for one in linked.footnotes[1:] for citation in one.citations] == [None, "A/RES/55/2"]
