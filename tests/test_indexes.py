import re
from collections.abc import Mapping

import msgspec

from generator.authorities import Authorities
from generator.library import library
from generator.linking.instruments import Instrument, Instruments
from generator.model import Citation, Mark, Resolution
from generator.walk import paragraphs
from tests.samples import DRAFT, RICH, SAMPLES, UNTITLED, note, paragraph, resolution
from tests.written_indexes import written_indexes


def pages(*texts: Resolution) -> Mapping[str, str]:
    return written_indexes(library(texts, Authorities()))


def test_there_is_a_page_for_every_organ_and_every_year() -> None:
    assert {path for path in pages(*SAMPLES) if path.startswith(("organs/", "years/"))} == {
        "organs/index.md", "organs/general-assembly.md", "organs/security-council.md",
        "years/index.md", "years/2044.md", "years/undated.md",
    }  # fmt: skip


def test_an_empty_corpus_has_the_pages_that_the_navigation_names() -> None:
    assert set(pages()) == {
        "index.md", "addressees/index.md", "instruments/index.md", "openings/index.md", "organs/index.md",
        "themes/index.md", "years/index.md",
    }  # fmt: skip


def test_the_order_of_the_texts_does_not_matter() -> None:
    assert pages(*SAMPLES) == pages(*reversed(SAMPLES))


def test_the_newest_text_stands_first_and_links_to_its_page() -> None:
    listed = re.findall(r"\]\(<(.*?)>\)", pages(DRAFT, UNTITLED, RICH)["index.md"].partition("## Newest")[2])

    assert listed == ["A/RES/99/1.md", "S/RES/9999(2044).md", "A/C.3/99/L.7.md"]


def test_a_draft_is_called_one() -> None:
    assert "General Assembly, draft" in pages(DRAFT)["organs/general-assembly.md"]


def test_a_hostile_title_stays_a_title() -> None:
    home = pages(resolution(title="](x) <b> *y*"))["index.md"]

    assert "**A/RES/99/1** &#93;(x) &#60;b&#62; &#42;y&#42;" in home


def test_the_home_page_lists_the_ten_newest_and_leads_to_all() -> None:
    many = [
        resolution(symbol=f"A/RES/{n}/1", url=f"A/RES/{n}/1/", title=None, adopted=f"{1945 + n}-12-20")
        for n in range(50, 62)
    ]
    newest = pages(*many)["index.md"].partition("## Newest")[2]

    assert re.findall(r"\]\(<(.*?)>\)", newest) == [f"A/RES/{n}/1.md" for n in range(61, 51, -1)]
    assert "[All 12 texts, by year](years/index.md)" in newest


def test_the_home_page_says_how_much_is_here_and_leads_to_the_largest_and_the_newest_lists() -> None:
    home = pages(*SAMPLES)["index.md"]
    assert f"4 texts of 2044, {sum(len(paragraphs(text)) for text in SAMPLES)} paragraphs." in home
    organs = home.partition("## By organ")[2].partition("</section>")[0]
    assert organs.split("\n")[2:4] == [
        "- [General Assembly](<organs/general-assembly.md>) 3",
        "- [Security Council](<organs/security-council.md>) 1",
    ]

    years = pages(*long_corpus(range(2000, 2012), 1))["index.md"].partition("## By year")[2].partition("</section>")[0]
    assert years.split("\n")[2:4] == ["- [2011](<years/2011.md>) 1", "- [2010](<years/2010.md>) 1"]
    assert "- [2006](<years/2006.md>) 1\n- [All 12 years](years/index.md)" in years


def test_the_home_page_of_nothing_leads_to_no_empty_list() -> None:
    assert "## By" not in pages()["index.md"]


def long_corpus(years: range, a_year: int) -> list[Resolution]:
    """Texts of some years, each with a long paragraph that names one instrument."""
    words = "Recalls the Treaty on Samples " + "and everything that was ever said of it " * 60
    named = Citation("Treaty on Samples", 12, None, None, "SAMPLES", None)
    return [
        resolution(
            symbol=f"A/RES/{year - 1945}/{number}",
            adopted=f"{year}-12-20",
            operative=(paragraph("op1", words, "1.", citations=(named,)),),
        )
        for year in years
        for number in range(1, a_year + 1)
    ]


SAMPLES_TREATY = Authorities(
    instruments=Instruments((Instrument(id="SAMPLES", title="Treaty on Samples", type="treaty"),))
)


def test_an_instrument_has_a_page_that_quotes_every_paragraph_and_note_that_names_it() -> None:
    marked = paragraph(
        "op1", "Recalls the Treaty on Samples;", "1.", marks=(Mark("1", 29),),
        citations=(Citation("Treaty on Samples", 12, None, None, "SAMPLES", None),),
    )  # fmt: skip
    by_note = paragraph("op2", "Urges States to act;", "2.", marks=(Mark("1", 19),))
    cited = msgspec.structs.replace(
        note("1", "The Treaty on Samples.", "op1", "op2"),
        citations=(Citation("Treaty on Samples", 4, None, None, "SAMPLES", None),),
    )
    text = resolution(adopted="2044-12-20", operative=(marked, by_note), footnotes=(cited,))
    written = written_indexes(library((text,), SAMPLES_TREATY))
    page = written["instruments/SAMPLES.md"]

    assert "2 paragraphs of 1 text." in page
    assert "[para. 1](<../A/RES/99/1.md#op1>){ .n } Recalls the <mark>Treaty on Samples</mark>;" in page
    assert "[para. 2](<../A/RES/99/1.md#op2>){ .n } Urges States to act;" in page
    assert page.count("[note 1](<../A/RES/99/1.md#fn:1>){ .n } The Treaty on Samples.") == 2
    assert "[Treaty on Samples](SAMPLES.md), 2 paragraphs of 1 text" in written["instruments/index.md"]


def test_a_long_index_is_split_by_year_and_says_so() -> None:
    texts = long_corpus(range(2000, 2006), 12)
    written = written_indexes(library(texts, SAMPLES_TREATY))
    parts = [path for path in written if path.startswith("instruments/SAMPLES/")]

    assert parts == [f"instruments/SAMPLES/{year}.md" for year in range(2000, 2006)]
    assert "[2003](SAMPLES/2003.md), 12 paragraphs of 12 texts" in written["instruments/SAMPLES.md"]
    for path in parts:
        assert "This list is long, so it is split." in written[path]
        assert len(written[path]) < 300_000
    assert sum(written[path].count("<mark>") for path in parts) == 72


def test_a_long_year_is_split_into_parts() -> None:
    written = written_indexes(library(long_corpus(range(2000, 2001), 60), SAMPLES_TREATY))
    assert [path for path in written if path.startswith("instruments/SAMPLES/")] == [
        "instruments/SAMPLES/2000-1.md", "instruments/SAMPLES/2000-2.md",
    ]  # fmt: skip


def test_a_text_more_changes_only_the_pages_it_belongs_to() -> None:
    before = written_indexes(library(long_corpus(range(2000, 2006), 12), SAMPLES_TREATY))
    more = resolution(symbol="S/RES/9999(2003)", organ="Security Council", adopted="2003-05-05")
    named = msgspec.structs.replace(more, operative=long_corpus(range(2003, 2004), 1)[0].operative)
    after = written_indexes(library((*long_corpus(range(2000, 2006), 12), named), SAMPLES_TREATY))

    assert {path for path in after if after[path] != before.get(path)} == {
        "index.md", "organs/index.md", "organs/security-council.md", "years/index.md", "years/2003.md",
        "instruments/index.md", "instruments/SAMPLES.md", "instruments/SAMPLES/2003.md",
    }  # fmt: skip
