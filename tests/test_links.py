"""Citations lead to our own page and paragraph where there is one, else to the official place."""

import pytest

from generator import addresses
from generator.linking.destinations import held_texts
from generator.linking.instruments import Instrument, Instruments
from generator.model import Annex, Citation, Mark
from generator.writing.inline import with_marks
from generator.writing.links import destination
from tests.samples import COMPOSITE, LINE, paragraph, resolution

HELD = held_texts((
    resolution(
        symbol="A/RES/99/1",
        preamble=(paragraph("pp1", "Recalling"),),
        operative=(
            paragraph("op3", "Urges", "3.", children=(paragraph("op3-b", "To act", "(b)"),)),
            paragraph("op5bis", "Urges", "5 bis."),
        ),
        annexes=(
            Annex("annex1", "Annex I", "x", (), LINE, (), ()),
            Annex("annex2", "Annex II", "x", (), LINE, (), (paragraph("annex2-p7", "x", "7."),)),
        ),
    ),
    resolution(symbol="S/RES/9(2000)", annexes=(Annex("annex", "Annex", "x", (), LINE, (), ()),)),
    COMPOSITE,
))  # fmt: skip
INSTRUMENTS = Instruments((
    Instrument(id="WHOLE", title="x", type="treaty", symbol="A/RES/99/1"),
    Instrument(id="ANNEXED", title="x", type="treaty", symbol="A/RES/99/1, annex II"),
))  # fmt: skip


def citation(text: str, symbol: str | None = "A/RES/99/1", pinpoint: str | None = None, at: int = 0) -> Citation:
    url = addresses.document(symbol) if symbol else None
    return Citation(text=text, at=at, symbol=symbol, pinpoint=pinpoint, instrument=None, url=url)


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [
        (None, ""),
        ("paragraph 3", "#op3"),
        ("para. 3 (b)", "#op3-b"),
        ("para. 3 (c)", "#op3"),
        ("paragraphs 3 and 4", "#op3"),
        ("preambular para. 1", "#pp1"),
        ("paragraph 99", ""),
        ("annex II", "#annex2"),
        ("annex II, paragraph 7", "#annex2-p7"),
        ("annex II, paragraph 8", "#annex2"),
        ("annex I, article 6", "#annex1"),
        ("chap. III", ""),
    ],
)
def test_a_citation_leads_to_the_paragraph_that_is_there(pinpoint: str | None, anchor: str) -> None:
    assert destination(citation("x", pinpoint=pinpoint), "A/RES/98/2", HELD, INSTRUMENTS) == f"../99/1.md{anchor}"


def test_a_text_that_is_not_held_is_at_its_official_place() -> None:
    assert (
        destination(citation("x", "A/RES/1/1"), "A/RES/98/2", HELD, INSTRUMENTS) == "https://docs.un.org/en/A/RES/1/1"
    )
    assert destination(citation("x", None), "A/RES/98/2", HELD, INSTRUMENTS) is None


def test_another_organ_is_another_folder_and_the_text_itself_is_here() -> None:
    other = citation("x", "S/RES/9(2000)", "annex")
    assert destination(other, "A/RES/98/2", HELD, INSTRUMENTS) == "../../../S/RES/9(2000).md#annex"
    assert destination(citation("x"), "A/RES/99/1", HELD, INSTRUMENTS) == "#title"
    assert destination(citation("x", pinpoint="paragraph 3"), "A/RES/99/1", HELD, INSTRUMENTS) == "#op3"


@pytest.mark.parametrize(
    ("identity", "pinpoint", "anchor"),
    [
        ("WHOLE", None, ""),
        ("WHOLE", "paragraph 3", "#op3"),
        ("ANNEXED", None, "#annex2"),
        ("ANNEXED", "paragraph 7", "#annex2-p7"),
    ],
)
def test_an_instrument_that_a_held_text_contains_leads_to_it(identity: str, pinpoint: str | None, anchor: str) -> None:
    named = Citation(text="x", at=0, symbol=None, pinpoint=pinpoint, instrument=identity, url="https://docs.un.org/")
    assert destination(named, "A/RES/98/2", HELD, INSTRUMENTS) == f"../99/1.md{anchor}"


def test_an_instrument_that_no_held_text_contains_leads_to_its_official_place() -> None:
    named = Citation(text="x", at=0, symbol=None, pinpoint=None, instrument="NOWHERE", url="https://example.org/")
    assert destination(named, "A/RES/98/2", HELD, INSTRUMENTS) == "https://example.org/"


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [(None, "b"), ("paragraph 1", "b-op1"), ("preambular para. 1", "b-pp1"), ("paragraph 9", "b")],
)
def test_a_part_of_a_text_of_several_leads_to_the_part(pinpoint: str | None, anchor: str) -> None:
    named = citation("x", "A/RES/99/2B", pinpoint)
    assert destination(named, "A/RES/98/2", HELD, INSTRUMENTS) == f"../99/2A-B.md#{anchor}"


def test_a_link_stands_around_words_and_not_around_marks() -> None:
    named = citation("Convention [on] Texts", at=4)
    written = with_marks("the Convention [on] Texts.", (Mark("1", 14), Mark("2", 25)), "op1", {}, citations=(named,))
    address = "](https://docs.un.org/en/A/RES/99/1){ .cite }"
    one, two = ('<sup class="mark">1</sup>', '<sup class="mark">2</sup>')
    assert written == f"the [Convention{address}{one}[ &#91;on&#93; Texts{address}{two}."


def test_a_document_that_nobody_knows_is_marked_and_stays() -> None:
    written = with_marks("the Act", (), "op1", {}, citations=(citation("Act", None, at=4),))
    assert written == 'the <span class="unknown" title="This edition does not know this document">Act</span>'
