"""Whom a paragraph asks and what it does: cases, the three texts that a careful reader has read, and laws."""

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.indexing.addressees import Addressees, load, read_addressees
from generator.indexing.addressing import with_addressees
from generator.indexing.asked import Asked, asked
from generator.indexing.asking import ASKING, ASKING_THAT, ORDERING_THAT, third_person
from generator.indexing.kinds import kind_of
from generator.linking import read_words
from generator.model import Index, Kind, Paragraph, Part, Tail
from generator.reading.openings import opens_operative
from tests.cases import Case, load_cases
from tests.measure_addressees import count, texts, total
from tests.samples import resolution

ROOT = Path(__file__).parent.parent
IDS = """
governments member-states states-parties states secretary-general un-system ohchr unodc csw unesco unwto
special-procedures treaty-bodies igo ngo civil-society private-sector media international-community humanitarian-actors
donors stakeholders
"""


@cache
def authority() -> Addressees:
    addressees, problems = read_addressees(ROOT / "corpus")
    assert problems == ()
    return addressees


def paragraph(text: str, children: tuple[Paragraph, ...] = (), tail: str = "", anchor: str = "op1") -> Paragraph:
    made = Paragraph(
        anchor=anchor, label=None, printed=None, opening=None, text=text, marks=(), children=children,
        lines=((1, 1),), themes=(), addressees=(), citations=(),
    )  # fmt: skip
    return made if not tail else _with_tail(made, tail)


def _with_tail(made: Paragraph, tail: str) -> Paragraph:
    fields = {key: getattr(made, key) for key in made.__struct_fields__}
    return Paragraph(**{**fields, "tail": Tail(text=tail, marks=(), lines=((1, 1),))})


def written(case: str) -> Paragraph:
    """A paragraph as a case writes it: its words, its items in brackets, and its tail behind three dots."""
    text, *lines = case.splitlines()
    items = [(line[1], line[4:]) for line in lines if line.startswith("(")]
    tail = next((line[2:] for line in lines if line.startswith("… ")), "")
    return paragraph(text, tuple(paragraph(words, anchor=f"op1-{label}") for label, words in items), tail)


def told(found: Asked) -> list[str]:
    lines = [
        " | ".join([ground.id, ground.rule, ground.text or "", *([ground.anchor] if ground.anchor != "op1" else [])])
        for ground in found.grounds
    ]
    return [*(f"? | {words}" for words in found.unknown), *lines]


@pytest.mark.parametrize("case", load_cases("addressees"), ids=str)
def test_a_case(case: Case) -> None:
    assert told(asked(written(case.input), authority())) == case.expected.splitlines()


@pytest.mark.parametrize("case", load_cases("kinds"), ids=str)
def test_a_kind(case: Case) -> None:
    assert kind_of(paragraph(case.input), Part.OPERATIVE) == case.expected


def test_a_preambular_paragraph_has_no_kind_and_an_article_of_an_annex_neither() -> None:
    assert kind_of(paragraph("Stressing the need for charts,"), Part.PREAMBLE) is None
    assert kind_of(paragraph("The Parties shall mark wrecks."), Part.ANNEX) is None
    assert kind_of(paragraph("We urge Governments to mark wrecks."), Part.ANNEX) is Kind.DIRECTIVE


def test_the_three_texts_ask_whom_a_careful_reader_says() -> None:
    counts = [count(text, authority()) for text in texts()]
    every = total(counts)
    assert [one.kinds for one in counts] != [0, 0, 0]
    assert every.f1 >= 0.95
    assert every.other_kinds == ()


def test_the_authority_file_has_every_id_that_the_index_promises() -> None:
    assert authority().by_id.keys() >= set(IDS.split())


def test_every_verb_that_asks_is_one_that_opens_a_paragraph() -> None:
    verbs = {third_person(base).capitalize() for base in (*ASKING, *ASKING_THAT, *ORDERING_THAT)}
    assert {verb for verb in verbs if not opens_operative(verb)} <= {
        "Beseeches",
        "Charges",
        "Implores",
        "Entreats",
        "Tasks",
    }


# Laws over generated paragraphs: words of the grammar in any order, and any words at all.

_GRAMMAR = """
Urges Calls upon Requests Decides Demands We that and , ; : . to not Member States Governments the relevant United
Nations bodies organizations of in cooperation with including non-governmental encourages them it calls for by invites
shall be deal emergencies (UN-Women) “ ” Special Rapporteur on all parties efforts Israel Office
"""
_WORDS = st.sampled_from(_GRAMMAR.split())
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=80)
_PARAGRAPHS = st.builds(
    lambda text, items, tail: paragraph(
        text, tuple(paragraph(item, anchor=f"op1-n{place}") for place, item in enumerate(items, 1)), tail
    ),
    _TEXTS, st.lists(_TEXTS, max_size=3), _TEXTS,
)  # fmt: skip


@given(_PARAGRAPHS)
@settings(max_examples=600, deadline=None)
def test_the_words_of_a_ground_stand_where_it_says(made: Paragraph) -> None:
    found = asked(made, authority())
    words = {one.anchor: read_words(one) for one in chain([made], made.children)}
    assert found.ids == tuple(ground.id for ground in found.grounds)
    assert len(set(found.ids)) == len(found.ids)
    for ground in found.grounds:
        assert ground.index is Index.ADDRESSEE
        assert ground.id in authority().by_id
        assert re.fullmatch(r"opening|second verb: .+", ground.rule)
        assert ground.text
        assert ground.at is not None
        assert words[ground.anchor][ground.at : ground.at + len(ground.text)] == ground.text
    openings = [ground.rule == "opening" for ground in found.grounds]
    assert openings == sorted(openings, reverse=True)
    assert kind_of(made, Part.OPERATIVE) is not None


@given(st.permutations(["Governments", "the media", "donors", "civil society", "Member States"]), st.integers(1, 5))
def test_a_list_addresses_each_of_its_members_in_order(names: list[str], length: int) -> None:
    chosen = names[:length]
    listed = f"{', '.join(chosen[:-1])} and {chosen[-1]}" if length > 1 else chosen[0]
    found = asked(paragraph(f"Also urges {listed} to mark wrecks;"), authority())
    assert [ground.text for ground in found.grounds] == chosen


# The authority file.

_GOOD = "- {id: governments, label: Governments, names: [Government(s)]}\n"


def test_an_editor_adds_one_in_three_lines() -> None:
    addressees, problems = load(_GOOD + "- id: whalers\n  label: Whalers\n  names: [whaler(s), Guild of …]\n")
    assert problems == ()
    found = asked(paragraph("Urges the whalers, the Guild of Old Whalers and every Government to rest;"), addressees)
    assert told(found) == ["whalers | opening | the whalers", "governments | opening | every Government"]


@pytest.mark.parametrize(
    ("entry", "line", "code"),
    [
        ("{id: governments, label: Again, names: [Cabinets]}", 2, "repeated-id"),
        ("{id: States, label: States, names: [States]}", 2, "bad-value"),
        ("{id: states, label: States, names: []}", 2, "bad-value"),
        ("{id: states, label: States, names: ['']}", 2, "bad-value"),
        ("{id: states, label: States, names: [' … ']}", 2, "bad-value"),
        ("{id: states, label: States, names: [State of … in]}", 2, "bad-value"),
        ("{id: states, label: States, names: [Governments]}", 2, "repeated-name"),
        ("{id: states, label: States, names: [States], broader: nobody}", 2, "unknown-id"),
        ("{id: states, label: States, names: [States], broader: states}", 2, "unknown-id"),
        ("{id: states, label: States}", 2, "missing-names"),
        ("{id: states, label: States, names: States}", 2, "bad-value"),
        ("{id: states, label: States, names: [States], wider: governments}", 2, "unknown-key"),
        ("id: states\n  label: States\n  names:\n  - States\n  - Governments", 6, "repeated-name"),
    ],
)
def test_a_fault_is_found_at_its_line_and_the_rest_is_used(entry: str, line: int, code: str) -> None:
    addressees, problems = load(f"{_GOOD}- {entry}\n")
    assert [(one.path, one.line, one.code) for one in problems] == [("corpus/addressees.yml", line, code)]
    assert list(addressees.by_id) == ["governments"]


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    addressees, problems = read_addressees(tmp_path)
    assert not addressees.by_id
    assert problems == ()
    assert asked(paragraph("Urges Governments to mark wrecks;"), addressees).ids == ()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("United Nations Member States", "member-states"),
        ("United Nations Office on Drugs and Crime", "unodc"),
        ("United Nations Office for Tides", "un-system"),
        ("Government of the Republic of Chad", "named-states"),
        ("GOVERNMENTS", "governments"),
        ("United Nations Children's Fund", "unicef"),
    ],
)
def test_the_longest_name_counts(words: str, meant: str) -> None:
    assert asked(paragraph(f"Urges the {words} to mark wrecks;"), authority()).ids == (meant,)


def test_a_directive_to_somebody_whom_no_entry_names_is_said() -> None:
    texts = ("Requests the Guild of Whalers to rest;", "Encourages the further development of charts to be used;")
    operative = tuple(paragraph(text, anchor=f"op{rank}") for rank, text in enumerate(texts, start=1))
    told_of = with_addressees(resolution(operative=operative), {}, authority())
    assert [problem.code for problem in told_of.problems] == ["addressee-unknown"]
    assert "op1 asks “the Guild”" in told_of.problems[0].message
