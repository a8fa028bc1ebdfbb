"""Citations: every form of the hard cases, and records that other programs read as they are meant."""

import json
import re
import warnings
from functools import cache
from pathlib import Path

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator import symbols
from generator.citing.adoption import adoptions
from generator.citing.forms import Form, cited, forms
from generator.citing.records import escape_bibtex
from generator.citing.wording import counted, oscola
from generator.citing.works import name, printed_number, work
from generator.corpus import read_corpus_file
from generator.model import Resolution
from generator.pipeline import read_edition
from generator.places import places
from generator.reading import read
from generator.writing.escape import clean
from tests.cases import Case, load_cases
from tests.samples import COMPOSITE, RICH, UNRULY, UNTITLED, resolution

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/A/RES/99/1/#op1"


def forms_of(text: Resolution) -> dict[str, Form]:
    """The forms of a text of its own, by id."""
    return {form.id: form for form in forms(work(text, adoptions((text,))), text, places(text))}


@cache
def corpus() -> dict[str, Resolution]:
    return {text.symbol: text for text in read_edition(ROOT / "corpus").resolutions}


def cited_everywhere(given: str) -> str:
    """Every form of a case, each under its name."""
    target, _, file = given.partition("\n")
    symbol, anchor = target.split()
    text = read_case(symbol, file) if file else corpus()[symbol]
    address = f"https://example.org/{symbol}/#{anchor}"
    return "\n\n".join(f"{form.name}\n{cited(form, address, anchor)}" for form in forms_of(text).values())


def read_case(symbol: str, file: str) -> Resolution:
    raw, problems = read_corpus_file(f"corpus/texts/{symbols.file_stem(symbol)}.txt", file.encode())
    assert problems == ()
    assert raw is not None
    return read(raw)


@pytest.mark.parametrize("case", load_cases("citations_forms"), ids=str)
def test_a_case(case: Case) -> None:
    assert cited_everywhere(case.input) == case.expected


def test_every_place_can_be_cited_in_every_form(texts: tuple[Resolution, ...]) -> None:
    for text in texts:
        for form in forms_of(text).values():
            written = {cited(form, ADDRESS, anchor) for anchor in places(text)}
            assert len(written) == len(places(text)), f"two places are cited alike: {text.symbol}, {form.name}"
            assert cited(form, ADDRESS) not in written


@pytest.mark.parametrize(
    ("symbol", "named"),
    [
        ("A/RES/59/166", "General Assembly resolution 59/166"),
        ("A/RES/317(IV)", "General Assembly resolution 317 (IV)"),
        ("A/RES/2200A(XXI)", "General Assembly resolution 2200 A (XXI)"),
        ("A/RES/68/247B", "General Assembly resolution 68/247 B"),
        ("A/RES/68/247A-B", "General Assembly resolution 68/247 A and B"),
        ("A/RES/48/162A-D", "General Assembly resolution 48/162 A to D"),
        ("A/RES/1008(ES-II)", "General Assembly resolution 1008 (ES-II)"),
        ("A/RES/ES-11/1", "General Assembly resolution ES-11/1"),
        ("S/RES/2331(2016)", "Security Council resolution 2331 (2016)"),
        ("E/RES/2016/12", "Economic and Social Council resolution 2016/12"),
        ("E/CN.4/RES/2004/45", "Commission on Human Rights resolution 2004/45"),
        ("A/HRC/RES/S-9/1", "Human Rights Council resolution S-9/1"),
        ("A/DEC/74/509", "General Assembly decision 74/509"),
        ("E/DEC/2005/204", "Economic and Social Council decision 2005/204"),
        ("A/RES/59/166/Corr.1", "A/RES/59/166/Corr.1"),
        ("A/CONF.157/23", "A/CONF.157/23"),
    ],
)
def test_a_resolution_is_named_by_its_organ_and_number_any_other_text_by_its_symbol(symbol: str, named: str) -> None:
    assert name(symbol) == named


@pytest.mark.parametrize("symbol", ["A/RES/59/166", "A/RES/2200A(XXI)", "A/RES/68/247A-B", "S/RES/2331(2016)"])
def test_the_number_that_is_printed_gives_the_symbol_back(symbol: str) -> None:
    assert symbols.from_number(symbols.organ_of(symbol) or "", printed_number(symbol) or "") == symbol


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("para. 18 (b) (ii)", "para 18(b)(ii)"),
        ("sect. II, para. 1", "s II, para 1"),
        ("annex I, art. 3, para. 1", "annex I, art 3, para 1"),
        ("part B, preambular para. 1", "pt B, preambular para 1"),
        ("annex II, “The art. of para. (a)”, para. 7", "annex II, “The art. of para. (a)”, para 7"),
        ("para. 5 (no. 2 of that number)", "para 5 (no. 2 of that number)"),
        ("note *", "fn *"),
        ("para. 2, item 3", "para 2, item 3"),
    ],
)
def test_oscola_sets_no_full_stops_and_leaves_the_words_of_headings_alone(words: str, expected: str) -> None:
    assert oscola(words) == expected


def test_a_number_that_is_not_in_print_is_said_to_be_ours_where_there_is_room() -> None:
    assert counted(RICH) == ("pp1", "pp2", "pp2-a", "pp2-b", "pp3", "op2-n3", "opu1")
    for identity, form in forms_of(RICH).items():
        said = "numbered by count, not in print" in cited(form, ADDRESS, "pp1")
        assert said == (identity in {"bibtex", "ris", "csl-json"})
        assert "not in print" not in cited(form, ADDRESS, "op1")


def test_a_draft_is_known_from_its_own_file_and_from_that_of_the_adopted_text() -> None:
    draft = resolution(symbol="A/C.3/99/L.7", adopted_as="A/RES/99/1")
    adopted = resolution(symbol="A/RES/99/1", replaces=("A/C.3/99/L.8", "A/C.3/99/L.6"))
    known = adoptions((adopted, draft))
    assert known == adoptions((draft, adopted))
    assert known.drafts == {"A/RES/99/1": ("A/C.3/99/L.6", "A/C.3/99/L.7", "A/C.3/99/L.8")}
    assert known.adopted_as == {f"A/C.3/99/L.{number}": ("A/RES/99/1",) for number in (6, 7, 8)}


def set_in_harvard(text: Resolution) -> str:
    """The entry of a text in a list of references, as a program of others sets it."""
    item = json.loads(cited(forms_of(text)["csl-json"], text.official_url))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of `language`, which the style does not use
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        entries = CitationStylesBibliography(style, CiteProcJSON(item), formatter.plain)
    entries.register(Citation([CitationItem(item[0]["id"])]))
    return str(entries.bibliography()[0])


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            "A/RES/59/166",
            (
                "United Nations General Assembly (2004) Trafficking in women and girls. Resolution A/RES/59/166. "
                "United Nations. Available at: https://docs.un.org/en/A/RES/59/166."
            ),
        ),
        (
            "A/C.3/73/L.7",
            (
                "United Nations General Assembly (no date) Trafficking in women and girls. "
                "Draft resolution A/C.3/73/L.7. United Nations. Available at: https://docs.un.org/en/A/C.3/73/L.7."
            ),
        ),
        (
            "S/RES/9999(2044)",
            (
                "United Nations Security Council (2044) Resolution 9999 (2044). Resolution S/RES/9999(2044). "
                "United Nations. Available at: https://docs.un.org/en/S/RES/9999(2044)."
            ),
        ),
    ],
)
def test_a_style_prints_organ_date_title_kind_symbol_and_address(text: str, entry: str) -> None:
    assert set_in_harvard({**corpus(), UNTITLED.symbol: UNTITLED}[text]) == entry


def test_bibtex_is_read_by_others() -> None:
    entry = parse_string(cited(forms_of(corpus()["A/RES/59/166"])["bibtex"], ADDRESS, "op18"), "bibtex").entries
    fields = entry["A-RES-59-166"]
    assert fields.type == "techreport"
    assert str(fields.persons["author"][0]) == "{United Nations General Assembly}"
    assert dict(fields.fields) == {
        "title": "{Trafficking in women and girls}",
        "type": "Resolution",
        "number": "A/RES/59/166",
        "institution": "United Nations",
        "year": "2004",
        "month": "December",
        "url": ADDRESS,
        "note": "para. 18",
    }


def test_ris_is_read_by_others() -> None:
    (record,) = rispy.loads(cited(forms_of(corpus()["A/RES/59/166"])["ris"], ADDRESS, "op18"))
    assert record == {
        "type_of_reference": "RPRT",
        "authors": ["United Nations General Assembly"],
        "title": "Trafficking in women and girls",
        "type_of_work": "Resolution",
        "issn": "A/RES/59/166",  # of a report, this tag is its number
        "publisher": "United Nations",
        "year": "2004",
        "date": "2004/12/20/",
        "language": "en",
        "urls": [ADDRESS],
        "notes": ["para. 18"],
    }


@given(st.text())
@example(UNRULY)
@example("TY  - \nER  - \n}}, @book{x, \\{ \x00 \ud800")
def test_whatever_a_title_says_is_one_record(title: str) -> None:
    text = resolution(title=title)
    shown = clean(title).strip() or "Resolution 99/1"
    every = forms_of(text)

    (item,) = json.loads(cited(every["csl-json"], ADDRESS))
    assert item["title"] == shown
    (record,) = rispy.loads(cited(every["ris"], ADDRESS))
    assert record["title"] == shown
    (entry,) = parse_string(cited(every["bibtex"], ADDRESS), "bibtex").entries.values()
    assert entry.fields["url"] == ADDRESS
    assert re.sub(r"\s+", " ", entry.fields["title"]) == re.sub(r"\s+", " ", f"{{{escape_bibtex(shown)}}}")
    assert "\n" not in cited(every["chicago"], ADDRESS)


def test_a_composite_names_its_part() -> None:
    assert cited(forms_of(COMPOSITE)["united-nations"], ADDRESS, "b-pp1") == (
        "General Assembly resolution 99/2 A and B, part B, preambular para. 1"
    )
