"""A text shows who cites it: on its page, and below the paragraph that is cited."""

import msgspec

from generator import walk
from generator.authorities import Authorities
from generator.library import library
from generator.linking.backlinks import Backlink
from generator.linking.graph import edges
from generator.linking.instruments import Instrument, Instruments
from generator.model import Citation, Footnote, Mark, Resolution
from generator.writing.markdown import page
from tests.samples import note, paragraph, resolution

TREATY = Instrument(id="SAMPLES", title="Treaty on Samples", type="treaty", symbol="A/RES/99/1")
AUTHORITIES = Authorities(instruments=Instruments((TREATY,)))


def to(text: str, at: int, pinpoint: str | None = None, instrument: str | None = None) -> Citation:
    return Citation(text, at, None if instrument else "A/RES/99/1", pinpoint, instrument, None)


def citing_note(label: str, *cited_at: str) -> Footnote:
    words = "Resolution 99/1, para. 1"
    return msgspec.structs.replace(note(label, f"{words}.", *cited_at), citations=(to(words, 0, "para. 1"),))


CITED = resolution(
    operative=(
        paragraph("op1", "Asks.", "1."),
        paragraph(
            "op2",
            "Recalls paragraph 1 above and the present resolution.",
            "2.",
            citations=(to("paragraph 1 above", 8, "paragraph 1"), to("present resolution", 34)),
        ),
    ),
)
CITING = resolution(
    symbol="A/RES/98/2",
    title="The second",
    preamble=(
        paragraph(
            "pp1",
            "Recalling resolution 99/1 and the Treaty on Samples,",
            marks=(Mark("1", 25),),
            citations=(to("resolution 99/1", 10), to("Treaty on Samples", 34, instrument="SAMPLES")),
        ),
    ),
    footnotes=(citing_note("1", "pp1"), citing_note("2")),
)
LIBRARY = library((CITED, CITING), AUTHORITIES)


def test_a_text_knows_the_paragraphs_and_notes_that_cite_it() -> None:
    assert LIBRARY.backlinks == {
        "A/RES/99/1": (
            Backlink("A/RES/98/2", "pp1", None, "resolution 99/1", None),
            Backlink("A/RES/98/2", "pp1", None, "Treaty on Samples", None),
            Backlink("A/RES/98/2", "pp1", "op1", "Resolution 99/1, para. 1", "1"),
            Backlink("A/RES/98/2", "fn:2", "op1", "Resolution 99/1, para. 1", "2"),
            Backlink("A/RES/99/1", "op2", "op1", "paragraph 1 above", None),
        )
    }


def test_below_a_paragraph_stands_who_cites_it() -> None:
    written = page(CITED, LIBRARY).split("\n\n")
    below = written[written.index("[1.](#op1){ .n } Asks.\n{: #op1 .op }") + 1]
    assert below == (
        "Cited in [A/RES/98/2, preambular para. 1](<../98/2.md#pp1>), [A/RES/98/2, note 2](<../98/2.md#fn:2>), "
        "[para. 2](<#op2>)\n{: .margin }"
    )


def test_at_the_foot_stand_the_other_texts_that_cite_it_each_place_once() -> None:
    written = page(CITED, LIBRARY)
    assert "**Cited by** 1 text" in written
    assert "- A/RES/98/2 The second: [preambular para. 1](<../98/2.md#pp1>), [note 2](<../98/2.md#fn:2>)\n" in written


def test_at_the_foot_stand_the_instruments_it_names() -> None:
    written = page(CITING, LIBRARY)
    assert "- [Treaty on Samples](<../../../instruments/SAMPLES.md>): [preambular para. 1](#pp1)" in written


def test_a_text_that_nobody_cites_and_that_names_nothing_has_no_such_list() -> None:
    alone = resolution(symbol="A/RES/97/1")
    assert "References" not in page(alone, library((alone,), AUTHORITIES))


def test_every_edge_of_the_corpus_to_a_text_that_is_held_is_a_back_link(corpus_texts: tuple[Resolution, ...]) -> None:
    held = library(corpus_texts, AUTHORITIES)
    symbols = {text.symbol for text in corpus_texts}
    expected = {
        edge.origin
        for edge in edges(held.texts.values())
        if edge.to in symbols and not edge.origin.startswith(f"{edge.to}#")
    }
    found = {f"{link.symbol}#{link.anchor}" for links in held.backlinks.values() for link in links}
    assert expected <= found
    assert found <= {f"{text.symbol}#{anchor}" for text in corpus_texts for anchor in walk.anchors(text)}
