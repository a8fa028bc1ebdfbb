"""Themes: what the authority file says, what it puts under each, and how well that fits what a careful reader found."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.authorities import Authorities
from generator.indexing import index
from generator.indexing.addressees import Addressees
from generator.indexing.assigning import grounds_in
from generator.indexing.overriding import override_faults
from generator.indexing.themes import Themes, load, read_themes, unused
from generator.indexing.vocabularies import Vocabulary
from generator.linking import read_words
from generator.model import Ground, Index, Override, Paragraph, Resolution, Severity, Tail
from generator.walk import paragraphs, with_items
from tests.cases import Case, load_cases
from tests.measure_themes import count, expected, found, found_with_rules_of_others, right_first
from tests.samples import SAMPLES, paragraph

ROOT = Path(__file__).parents[1]
THEMES, FAULTS = read_themes(ROOT / "corpus")
BARE = "label: L, scope: S, pillar: prevention"


def themes_of(text: str) -> Themes:
    themes, problems = load(dedent(text))
    assert problems == ()
    return themes


SMALL = themes_of(f"""\
    - {{id: work, {BARE}, when: [forced labour], in_passing: [labour]}}
    - {{id: shelter, {BARE}, when: [shelter*], except: [animal shelter*], unless: [bus shelter*]}}
    - {{id: money, {BARE}, role: means, when: [resources]}}
    """)


def text_with(*operative: Paragraph) -> Resolution:
    return msgspec.structs.replace(SAMPLES[0], preamble=(), operative=operative, annexes=())


def indexed(*operative: Paragraph, overrides: tuple[Override, ...] = (), themes: Themes = SMALL) -> Paragraph:
    return index(text_with(*operative), overrides, themes, Addressees()).operative[0]


def override(anchor: str, **said: Any) -> Override:
    return Override(Index.THEME, anchor, 7, **said)


# The authority file


def test_the_authority_file_has_no_fault_and_every_theme_of_the_truth() -> None:
    assert FAULTS == ()
    assert {theme for themes in expected().values() for theme in themes} == THEMES.by_id.keys()


@pytest.mark.parametrize("case", load_cases("themes"), ids=lambda case: f"{case.section}: {case.title}")
def test_a_sentence_stands_under_a_theme_or_does_not(case: Case) -> None:
    given = {ground.id for ground in grounds_in(case.input, "op1", THEMES)}
    assert case.expected in {"yes", "no"}
    assert (case.section in given) == (case.expected == "yes")


def test_every_theme_has_sentences_that_stand_under_it_and_sentences_that_do_not() -> None:
    answers = {(case.section, case.expected) for case in load_cases("themes")}
    assert answers == {(theme, answer) for theme in THEMES.by_id for answer in ("yes", "no")}


def test_the_theme_that_contributors_are_shown_can_be_used() -> None:
    shown = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("```yaml\n- id: identification")[2]
    themes = themes_of("- id: identification" + shown.partition("```")[0])
    assert "identification" in {ground.id for ground in grounds_in("to identify all victims", "op1", themes)}


def test_concepts_have_addresses() -> None:
    assert addresses.concept(Vocabulary.SDG, "16.a") == "http://metadata.un.org/sdg/16.a"
    assert addresses.concept(Vocabulary.UNBIS, "1006622") == "http://metadata.un.org/thesaurus/1006622"
    assert addresses.concept(Vocabulary.EUROVOC, "5933") == "http://eurovoc.europa.eu/5933"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("sdg: ['18.1']", "bad-value"),
        ("sdg: ['5.7']", "bad-value"),
        ("sdg: ['17.a']", "bad-value"),
        ("sdg: ['5']", "bad-value"),
        ("sdg: 5.2", "bad-value"),
        ("unbis: {POVERTY: 1005064}", "bad-value"),
        ("eurovoc: [2281]", "bad-value"),
        ("role: main", "bad-value"),
        ("in_passing: ['(a']", "bad-pattern"),
        ("except: ['[a]']", "bad-pattern"),
        ("unless: ['a …']", "bad-pattern"),
        ("but: [a]", "unknown-key"),
    ],
)
def test_a_fault_is_found_at_its_line_and_the_rest_is_used(key: str, code: str) -> None:
    one = f"- id: one\n  label: L\n  scope: S\n  pillar: prevention\n  when: [a]\n  {key}\n"
    themes, problems = load(f"{one}- {{id: two, {BARE}, when: [b]}}\n")
    assert [(one.path, one.line, one.code) for one in problems] == [("corpus/themes.yml", 6, code)]
    assert list(themes.by_id) == ["two"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("- id: [", 1, "not-yaml"),
        ("id: one", 1, "bad-value"),
        (f"- {{id: one, {BARE}, when: [a]}}\n- {{id: one, {BARE}, when: [b]}}", 2, "repeated-id"),
        (f"- {{id: One, {BARE}, when: [a]}}", 1, "bad-value"),
        (f"- {{id: one, {BARE}, when: []}}", 1, "bad-value"),
        (f"- {{id: one, {BARE}}}", 1, "missing-when"),
        ("- {id: one, label: L, scope: S, pillar: pillow, when: [a]}", 1, "bad-value"),
        (f"- id: one\n  when:\n    - a\n    - b %\n  {BARE.replace(', ', chr(10) + '  ')}", 4, "bad-pattern"),
    ],
)
def test_a_file_at_fault_is_said_to_be(text: str, line: int, code: str) -> None:
    _, problems = load(text)
    assert [(one.line, one.code) for one in problems] == [(line, code)]


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    themes, problems = read_themes(tmp_path)
    assert not themes.by_id
    assert problems == ()


@given(st.text(alphabet="ab*()[]|… -%'\n", max_size=20))
def test_any_words_are_a_pattern_or_a_fault_at_their_line(written: str) -> None:
    entry = {"id": "one", "label": "L", "scope": "S", "pillar": "prevention", "when": [written]}
    themes, problems = load(f"- {msgspec.json.encode(entry).decode()}")
    assert bool(problems) != ("one" in themes.by_id)
    assert all(problem.line == 1 and problem.message for problem in problems)


def test_a_theme_that_is_found_nowhere_is_a_warning_at_its_line() -> None:
    text = index(text_with(paragraph("op1", "Open shelters;")), (), SMALL, Addressees())
    assert [(one.line, one.code, one.severity) for one in unused(SMALL, [text])] == [
        (1, "unused-theme", Severity.WARNING),
        (3, "unused-theme", Severity.WARNING),
    ]


# Paragraphs


def test_a_ground_names_the_rule_the_words_and_the_place() -> None:
    one = indexed(paragraph("op1", "Urges States to open Shelters;"))
    assert one.themes == ("shelter",)
    assert one.grounds == (Ground(Index.THEME, "shelter", "shelter*", "op1", 21, "Shelters"),)


def test_a_paragraph_stands_under_the_themes_of_its_items_and_an_item_under_its_own() -> None:
    inner = paragraph("op1-a-i", "Open shelters;", "(i)")
    item = paragraph("op1-a", "End forced labour, by:", "(a)", children=(inner,))
    one = indexed(paragraph("op1", "Urges States:", "1.", children=(item,)))
    assert one.themes == ("work", "shelter")
    assert [ground.anchor for ground in one.grounds] == ["op1-a", "op1-a", "op1-a-i"]
    assert one.children[0].themes == ("work", "shelter")
    assert one.children[0].children[0].themes == ("shelter",)


def test_a_rule_gives_one_ground_for_all_its_matches() -> None:
    item = paragraph("op1-a", "Open more shelters;", "(a)")
    one = indexed(paragraph("op1", "Urges States to open shelters and shelters:", "1.", children=(item,)))
    assert [(ground.anchor, ground.at) for ground in one.grounds] == [("op1", 21)]


def test_the_tail_counts_after_the_words() -> None:
    tail = Tail(text="and to open shelters.", marks=(), lines=((1, 1),))
    one = indexed(paragraph("op1", "Urges States:", tail=tail))
    assert [(ground.at, ground.text) for ground in one.grounds] == [(26, "shelters")]


def test_quoted_words_are_a_title() -> None:
    assert indexed(paragraph("op1", "Takes note of “A life in shelters”;")).themes == ()
    assert indexed(paragraph("op1", 'Takes note of "A life in shelters";')).themes == ()


def test_what_is_excepted_does_not_count_but_other_words_do() -> None:
    assert indexed(paragraph("op1", "Open animal shelters")).themes == ()
    assert indexed(paragraph("op1", "Open animal shelters and shelters")).grounds[0].at == 25


def test_unless_takes_the_theme_away_from_the_words_beside_it_alone() -> None:
    item = paragraph("op1-a", "Open shelters;", "(a)")
    assert indexed(paragraph("op1", "Open shelters and bus shelters;")).themes == ()
    assert indexed(paragraph("op1", "Open bus shelters, and:", children=(item,))).themes == ("shelter",)


@pytest.mark.parametrize(("words", "themes"), [(60, ("work",)), (61, ())])
def test_what_is_said_in_passing_counts_in_a_short_paragraph(words: int, themes: tuple[str, ...]) -> None:
    assert indexed(paragraph("op1", "word " * (words - 1) + "labour")).themes == themes


@pytest.mark.parametrize(
    ("words", "themes"),
    [
        ("Open shelters and end forced labour", ("shelter", "work")),
        ("End forced labour and open shelters", ("work", "shelter")),
        ("Give resources for shelters", ("shelter", "money")),
        ("Give resources to improve labour", ("money", "work")),
    ],
)
def test_the_first_theme_is_what_is_asked_first_and_not_the_means_or_what_is_said_in_passing(
    words: str, themes: tuple[str, ...]
) -> None:
    assert indexed(paragraph("op1", words)).themes == themes


# An editor's word


def test_an_editor_adds_and_takes_away() -> None:
    said = override("op1", add=("money",), remove=("shelter",))
    one = indexed(paragraph("op1", "Open shelters, end forced labour"), overrides=(said,))
    assert one.themes == ("work", "money")
    assert one.grounds[-1] == Ground(Index.THEME, "money", "editor", "op1")


def test_an_editor_may_say_what_the_rules_say() -> None:
    one = indexed(paragraph("op1", "Open shelters"), overrides=(override("op1", add=("shelter",)),))
    assert one.themes == ("shelter",)
    assert [ground.rule for ground in one.grounds] == ["shelter*", "editor"]


def test_an_editors_word_on_an_item_holds_for_its_paragraph_too() -> None:
    item = paragraph("op1-a", "Open shelters;", "(a)")
    said = override("op1-a", add=("work",), remove=("shelter",))
    one = indexed(paragraph("op1", "Urges States:", children=(item,)), overrides=(said,))
    assert one.themes == one.children[0].themes == ("work",)
    assert one.grounds[0].anchor == "op1-a"


def test_what_an_editor_says_must_exist() -> None:
    text = text_with(paragraph("op1", "Open shelters"))
    said = (
        override("op2", add=("shelter",)),
        override("op1", add=("shelters",), remove=("works",)),
        override("op1", add=("work",), remove=("work",)),
        Override(Index.ADDRESSEE, "op3", 9, add=("everybody",)),
    )
    assert [(one.line, one.code) for one in override_faults(text, said, Authorities(themes=SMALL).known)] == [
        (7, "unknown-anchor"),
        (7, "unknown-theme"),
        (7, "unknown-theme"),
        (7, "contradiction"),
        (9, "unknown-anchor"),
        (9, "unknown-addressee"),
    ]
    assert index(text, said[:2], SMALL, Addressees()) == index(text, (), SMALL, Addressees())


# Laws


def every_paragraph(texts: tuple[Resolution, ...]) -> Iterator[tuple[Resolution, Paragraph]]:
    for text in texts:
        for one in with_items(paragraphs(text)):
            yield text, one


def test_every_theme_has_a_ground_and_every_ground_the_words_it_names(texts: tuple[Resolution, ...]) -> None:
    for text, one in every_paragraph(tuple(index(text, (), THEMES, Addressees()) for text in texts)):
        words = {inner.anchor: read_words(inner) for inner in with_items(paragraphs(text))}
        assert one.themes == tuple(dict.fromkeys(ground.id for ground in one.grounds))
        for ground in one.grounds:
            assert ground.at is not None
            assert ground.text
            assert words[ground.anchor].startswith(ground.text, ground.at)
        assert len({(ground.id, ground.rule) for ground in one.grounds}) == len(one.grounds)
        assert {theme for item in one.children for theme in item.themes} <= set(one.themes)


def test_indexing_twice_changes_nothing(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> None:
    for text in corpus_texts:
        assert index(text, (), authorities.themes, authorities.addressees) == text


def test_every_operative_paragraph_of_the_corpus_has_a_theme(corpus_texts: tuple[Resolution, ...]) -> None:
    assert [one.anchor for text in corpus_texts for one in text.operative if not one.themes] == []


def test_the_themes_are_those_of_a_careful_reader(corpus_texts: tuple[Resolution, ...]) -> None:
    truth, given = expected(), found(corpus_texts)
    assert count(truth, given).f1 >= 0.95
    assert right_first(truth, given) >= 0.8


def test_rules_that_match_in_another_text_find_most_of_them(corpus_texts: tuple[Resolution, ...]) -> None:
    assert count(expected(), found_with_rules_of_others(corpus_texts)).f1 >= 0.9
