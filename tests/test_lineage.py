"""How language moved: the links careful readers found, ladders, what is new and dropped, and the words that changed."""

import json
from collections.abc import Mapping
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.__main__ import main
from generator.authorities import Authorities
from generator.library import Library, library
from generator.lineage.alignment import align
from generator.lineage.changes import Change, changes, new_wording, old_wording
from generator.lineage.lookup import parted
from generator.lineage.model import Branch
from generator.lineage.tracing import lineage
from generator.model import Resolution
from generator.walk import all_words, paragraphs
from generator.writing.lineage.data import PATH, SCHEMA, ladder_files
from generator.writing.lineage.pages import lineage_pages
from tests.measure_lineage import FIRST, SECOND, THROUGH, count, read_by
from tests.samples import paragraph, resolution


@pytest.fixture(scope="session")
def held(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> Library:
    return library(corpus_texts, authorities)


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_the_links_are_those_of_a_careful_reader(name: str, held: Library) -> None:
    one = count(name, held.texts, read_through=THROUGH[name])
    assert one.recall >= 0.97
    assert one.precision >= 0.97
    assert one.merged_missed <= one.merged / 10
    assert one.kinds >= 0.93


def test_what_is_new_and_what_was_dropped_is_right(held: Library) -> None:
    found = held.lookup.lineage
    read = read_by(FIRST)
    new = [parted(place)[1] for place in found.new if place.startswith("A/RES/65/190#op")]
    assert new == read["new_in"]["A/RES/65/190 (after 59/166)"]
    dropped = [parted(one.anchor)[1] for one in found.dropped if one.where == "A/RES/65/190"]
    assert [one for one in dropped if one.startswith("op")] == read["dropped"]["A/RES/59/166 -> A/RES/65/190"]


def test_the_five_texts_are_one_series_with_a_sibling_and_a_related_text(held: Library) -> None:
    (series,) = held.lookup.lineage.series
    assert [(member.symbol, member.branch) for member in series.members] == [
        ("A/RES/58/137", Branch.RELATED),
        ("E/CN.4/RES/2004/45", Branch.SIBLING),
        ("A/RES/59/166", Branch.MAIN),
        ("A/RES/65/190", Branch.MAIN),
        ("A/C.3/73/L.7", Branch.MAIN),
    ]


def test_a_paragraph_is_followed_through_all_its_texts(held: Library) -> None:
    ladder = held.lookup.ladder_of["A/RES/59/166#op18"]
    assert ladder.places == (
        "E/CN.4/RES/2004/45#op6", "A/RES/59/166#op18", "A/RES/65/190#op17", "A/C.3/73/L.7#op26",
    )  # fmt: skip


def test_what_was_dropped_is_found_again_elsewhere_and_later(held: Library) -> None:
    (link,) = held.lookup.after["E/CN.4/RES/2004/45#op9"]
    assert link.to.startswith("A/C.3/73/L.7#pp")


def test_a_text_more_changes_no_link_among_the_others(corpus_texts: tuple[Resolution, ...]) -> None:
    whole = lineage(corpus_texts)
    assert lineage(reversed(corpus_texts)) == whole
    for left_out in ("A/C.3/73/L.7", "A/RES/58/137"):
        fewer = lineage([text for text in corpus_texts if text.symbol != left_out])
        among = [one for one in whole.links if left_out not in {parted(one.origin)[0], parted(one.to)[0]}]
        assert list(fewer.links) == among


def test_the_change_of_one_paragraph_is_readable(held: Library) -> None:
    old, new = held.lookup.words("A/RES/59/166#op18"), held.lookup.words("A/RES/65/190#op17")
    runs = changes(old, new)
    assert len(runs) <= 15
    for before, after in pairwise(runs):
        assert not (before.text[-1].isalnum() and after.text[0].isalnum()) or {before.change, after.change} == {
            Change.DELETED, Change.INSERTED,
        }  # fmt: skip


wordings = st.lists(
    st.sampled_from(["Urges", "States", "to", "act", ",", "(a)", "age-sensitive", "the", "of", "  ", "“x”", "é"])
).map(" ".join)


@given(wordings, wordings)
def test_the_changes_give_both_wordings_back(old: str, new: str) -> None:
    runs = changes(old, new)
    assert old_wording(runs) == old
    assert new_wording(runs) == new


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_have_changes(old: str, new: str) -> None:
    assert (old_wording(changes(old, new)), new_wording(changes(old, new))) == (old, new)


SUBJECTS = (
    "protect migrant domestic workers from withheld wages and confiscated passports at embassies",
    "publish annual statistics on smuggled cultural property recovered at seaports and auctions",
    "train forensic laboratories in identifying counterfeit vaccines before regional distribution",
    "finance community shelters offering psychological counselling and vocational apprenticeships",
    "criminalize recruiting athletes through fraudulent sponsorship contracts across frontiers",
    "harmonize extradition procedures concerning ransomware attacks against hospitals",
    "register fishing vessels whose crews report coercion or unexplained disappearances",
    "monitor orphanages receiving foreign donations for unlawful intercountry adoptions",
)


def series_text(number: int, words: list[str]) -> Resolution:
    return resolution(
        symbol=f"A/RES/{90 + number}/1",
        adopted=f"{2035 + number}-12-20",
        operative=tuple(
            paragraph(f"op{place}", f"Urges Governments to {one};", f"{place}.", opening="Urges")
            for place, one in enumerate(words, start=1)
        ),
    )


@settings(max_examples=40)
@given(st.permutations(range(len(SUBJECTS))), st.integers(0, 7), st.integers(0, 7))
def test_planted_moves_rewordings_and_droppings_are_found(order: list[int], changed: int, dropped: int) -> None:
    earlier = series_text(0, list(SUBJECTS))
    kept = [number for number in order if number != dropped]
    words = [SUBJECTS[number].replace(" and ", " or ") if number == changed else SUBJECTS[number] for number in kept]
    found = align(earlier, series_text(1, words))
    expected = {(f"A/RES/90/1#op{number + 1}", f"A/RES/91/1#op{kept.index(number) + 1}") for number in kept}
    assert {(link.origin, link.to) for link in found.links} == expected
    assert found.dropped == (f"A/RES/90/1#op{dropped + 1}",)
    assert found.new == ()


def test_texts_on_other_subjects_have_no_link(corpus_texts: tuple[Resolution, ...]) -> None:
    other = series_text(0, list(SUBJECTS))
    for text in corpus_texts:
        assert align(other, text).links == ()
        assert align(text, other).links == ()


def test_the_data_are_valid_against_their_schema(held: Library) -> None:
    files = ladder_files(held.lookup.lineage)
    data = json.loads(files[PATH])
    Draft202012Validator(json.loads(files[SCHEMA])).validate(data)
    assert {"from": "E/CN.4/RES/2004/45#op6", "to": "A/RES/59/166#op18"}.items() <= next(
        one for one in data["links"] if one["to"] == "A/RES/59/166#op18"
    ).items()
    assert {"anchor": "A/RES/59/166#op3", "in": "A/RES/65/190"} in data["dropped"]


@pytest.fixture(scope="session")
def pages(held: Library) -> Mapping[str, str]:
    return lineage_pages(held)


def test_a_comparison_shows_every_paragraph_of_the_later_text_and_what_is_gone(
    held: Library, pages: Mapping[str, str]
) -> None:
    page = pages["compare/A-RES-59-166/A-RES-65-190.md"]
    for one in paragraphs(held.texts["A/RES/65/190"]):
        assert f"{{: #{one.anchor} .step }}" in page
    assert "<del>Also invites</del> <ins>Urges</ins> Governments to" in page
    assert "## No longer there: 2 paragraphs" in page
    assert all_words(held.texts["A/RES/59/166"].operative[2])[:40] in page


def test_a_ladder_has_a_page_with_its_steps(pages: Mapping[str, str]) -> None:
    page = pages["ladders/E-CN.4-RES-2004-45-op6.md"]
    assert page.count("\n## [") == 4
    assert "*Also invites*" in page


def test_the_series_has_a_drawing_whose_marks_are_links_and_a_table(held: Library, pages: Mapping[str, str]) -> None:
    page = pages["series/trafficking-in-women-and-girls.md"]
    count_of_paragraphs = sum(len(paragraphs(text)) for text in held.texts.values())
    assert page.count("<circle") == page.count('<a href="../../') == count_of_paragraphs
    assert page.count("<line") == len(held.lookup.lineage.links)
    assert page.count("](<../ladders/") == len(held.lookup.lineage.ladders)
    assert "<summary>2 paragraphs dropped</summary>" in page


def test_two_texts_are_aligned_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", "A/RES/59/166", "A/RES/65/190"]) == 0
    said = capsys.readouterr().out
    assert "A/RES/59/166#op26 A/RES/65/190#op33 amended" in said
    assert "new: A/RES/65/190#op3\n" in said
    assert "dropped: A/RES/59/166#op3\n" in said
    assert main(["align", "A/RES/59/166", "A/RES/1/1"]) == 2


def test_an_editor_can_place_a_text_in_a_series() -> None:
    one, two = series_text(0, list(SUBJECTS)), series_text(1, list(SUBJECTS))
    other = msgspec.structs.replace(two, title="Another title", series="trade-in-sample-texts")
    (series,) = lineage((one, series_text(2, list(SUBJECTS)), other)).series
    assert [member.branch for member in series.members] == [Branch.MAIN, Branch.RELATED, Branch.MAIN]
