"""How language moved: the links careful readers found, ladders, what is new and dropped, and the words that changed."""

import html
import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import UNSET

from generator import walk
from generator.__main__ import main
from generator.authorities import Authorities
from generator.gathering import read_and_audit
from generator.library import Library, library
from generator.lineage.alignment import align
from generator.lineage.changes import Change, changes, new_wording, old_wording
from generator.lineage.lookup import parted
from generator.lineage.model import Branch, Link
from generator.lineage.series import series_of
from generator.lineage.strength import strength_of, weighed
from generator.lineage.tracing import lineage
from generator.model import Citation, Judgement, LinkKind, Paragraph, RawText, Resolution, Supplied
from generator.pipeline import read_edition
from generator.reading.openings import operative_opening
from generator.symbols import organ_of
from generator.walk import all_words, paragraphs
from generator.writing.lineage.data import PATH, SCHEMA, ladder_files
from generator.writing.lineage.diffs import excerpt
from generator.writing.lineage.pages import lineage_pages
from generator.writing.lineage.steps import folded, margin
from generator.writing.pieces import as_bytes
from tests.cases import Case, load_cases
from tests.measure_lineage import FIRST, SECOND, THROUGH, count, read_by
from tests.samples import paragraph, resolution
from tests.simulator.series import BUSY_YEARS, planted_series


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
    data = json.loads(as_bytes(files[PATH]))
    Draft202012Validator(json.loads(as_bytes(files[SCHEMA]))).validate(data)
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
    assert page.count(">of another organ</text>") == page.count(">related</text>") == 1
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


def written(symbol: str, adopted: str, paragraphs: list[str], entries: list[str]) -> str:
    """A corpus file of such operative paragraphs, and of what its editor says of their lineage."""
    said = "".join(f"  - {entry}\n" for entry in entries)
    lineage_said = f"lineage:\n{said}" if said else ""
    numbered = ";\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, start=1))
    return (
        f"---\nsymbol: {symbol}\nsupplied: {{title: A series, adopted: {adopted}}}\n{lineage_said}---\n"
        f"The General Assembly,\n\n{numbered}.\n"
    )


@pytest.mark.parametrize("case", load_cases("lineage", "Judgements"), ids=str)
def test_the_editor_of_the_later_text_judges(case: Case, tmp_path: Path) -> None:
    earlier, later, *said = (block.split("\n") for block in case.input.split("\n\n"))
    entries = [re.sub(r"from: (\d+)", r"from: A/RES/90/1#op\1", entry) for block in said for entry in block]
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "A-RES-90-1.txt").write_text(written("A/RES/90/1", "2035-12-20", earlier, []), encoding="utf-8")
    (folder / "A-RES-91-1.txt").write_text(written("A/RES/91/1", "2036-12-20", later, entries), encoding="utf-8")
    edition = read_edition(tmp_path)
    found = lineage(edition.resolutions)
    lines = [
        f"{link.origin.removeprefix('A/RES/90/1#op')}→{link.to.removeprefix('A/RES/91/1#op')} {link.kind}"
        + ("" if link.by is UNSET else "!")
        for link in found.links
    ]
    new = [place.removeprefix("A/RES/91/1#op") for place in found.new]
    dropped = [one.anchor.removeprefix("A/RES/90/1#op") for one in found.dropped]
    for name, places in (("new", new), ("dropped", dropped)):
        lines += [f"{name}: {' '.join(places)}"] if places else []
    assert lines == case.expected.split("\n")
    assert not [one for one in edition.problems if one.path.endswith("91-1.txt") and "link" in one.code]


def test_what_an_editor_judged_is_marked_on_the_pages_and_in_the_data(corpus_texts: tuple[Resolution, ...]) -> None:
    judged = tuple(
        msgspec.structs.replace(
            text,
            lineage=(
                Judgement("A/RES/59/166#op18", "op17", "merged", 1),
                Judgement("E/CN.4/RES/2004/45#op1", "op3", None, 2),
                Judgement("A/RES/59/166#op1", None, None, 3),
            ),
        )
        if text.symbol == "A/RES/65/190"
        else text
        for text in corpus_texts
    )
    held = library(judged, Authorities())
    made = lineage_pages(held)
    comparison = made["compare/A-RES-59-166/A-RES-65-190.md"]
    assert "(in part, judged by an editor)" in comparison
    assert "](<../../A/RES/59/166.md#op1>), judged by an editor" in comparison
    assert ", judged by an editor" in made["compare/E-CN.4-RES-2004-45/A-RES-65-190.md"]
    assert "judged by an editor" in made["ladders/E-CN.4-RES-2004-45-op6.md"]
    assert "in part, judged by an editor" in margin("A/RES/65/190#op17", held.lookup, held)
    files = ladder_files(held.lookup.lineage)
    data = json.loads(as_bytes(files[PATH]))
    Draft202012Validator(json.loads(as_bytes(files[SCHEMA]))).validate(data)
    by_editor = [(one["from"], one["to"], one["kind"]) for one in data["links"] if one.get("by") == "editor"]
    assert by_editor == [
        ("A/RES/59/166#op18", "A/RES/65/190#op17", "merged"),
        ("E/CN.4/RES/2004/45#op1", "A/RES/65/190#op3", "amended"),
    ]
    assert {"anchor": "A/RES/59/166#op1", "in": "A/RES/65/190"} in data["dropped"]
    assert "A/RES/65/190#op3" not in data["new"]


def member(line: str) -> Resolution:
    """A text as a case gives it."""
    symbol, adopted, title, *more = line.split("; ")
    said = dict(one.split(" ", 1) for one in more)
    cited = tuple(Citation(one, 0, one, None, None, None) for one in said.get("cites", "").split())
    return resolution(
        symbol=symbol,
        organ=organ_of(symbol),
        adopted=adopted,
        title=title,
        session=symbol.split("/")[-2],
        agenda_item=said.get("item"),
        series=said.get("in"),
        preamble=(paragraph("pp1", "Recalling its earlier resolutions,", citations=cited),),
    )


@pytest.mark.parametrize("case", load_cases("lineage", "Series"), ids=str)
def test_texts_are_of_one_series(case: Case) -> None:
    found = series_of(map(member, reversed(case.input.split("\n"))))
    lines = [
        " ".join(one.symbol if one.branch is Branch.MAIN else f"({one.symbol})" for one in series.members)
        for series in found
    ]
    assert lines == ([] if case.expected == "none" else case.expected.split("\n"))


@pytest.mark.parametrize("case", load_cases("lineage", "Verbs"), ids=str)
def test_a_verb_grew_stronger_or_weaker(case: Case, authorities: Authorities) -> None:
    before, after = (line.removeprefix("-") or None for line in case.input.split("\n"))
    assert (strength_of(authorities.verbs.force(before), authorities.verbs.force(after)) or "nothing") == case.expected


def test_the_scale_is_documented_as_it_is(authorities: Authorities) -> None:
    page = (Path(__file__).parent.parent / "docs" / "method.md").read_text(encoding="utf-8")
    for verb in re.findall(r"^\| (\d) \| (.+) \|$", page, re.MULTILINE):
        for word in verb[1].split(", "):
            assert authorities.verbs.force(word) == (int(verb[0]), 0)


def test_the_steps_of_a_ladder_say_what_became_of_the_verb(held: Library, pages: Mapping[str, str]) -> None:
    page = pages["ladders/E-CN.4-RES-2004-45-op6.md"]
    assert "*Also invites*, 1 of 5 · amended from" in page
    assert "*Urges*, 4 of 5 · " in page
    assert page.count("verb stronger") == 1
    assert "verb stronger](<" in margin("A/RES/65/190#op17", held.lookup, held)
    data = json.loads(as_bytes(ladder_files(held.lookup.lineage)[PATH]))
    assert {one["to"]: one.get("strength") for one in data["links"]}["A/RES/65/190#op17"] == "stronger"


def test_what_changed_stands_folded_below_a_paragraph(held: Library) -> None:
    block = folded("A/RES/59/166#op18", held.lookup, held)
    assert "Before, E/CN.4/RES/2004/45, para. 6: <del>Invites</del> <ins>Also invites</ins> Governments" in block
    assert "prevent" in block
    assert "legal framework" not in block  # words far from any change are left out


def test_nothing_is_folded_below_words_that_stayed(held: Library) -> None:
    same = next(
        one for one in held.lookup.lineage.links if one.kind == "verbatim" and len(held.lookup.before[one.to]) == 1
    )
    assert "Before" not in folded(same.to, held.lookup, held)


@given(wordings, wordings)
def test_an_excerpt_shows_every_change_and_no_word_that_is_not_there(old: str, new: str) -> None:
    shown = excerpt(old, new)
    runs = changes(old, new)
    if not shown:
        kept = sum(len(run.text) for run in runs if run.change is Change.KEPT)
        assert 2 * kept < max(len(old), len(new)) or not runs
    for change, tag in ((Change.DELETED, "del"), (Change.INSERTED, "ins")):
        told = [html.unescape(one) for one in re.findall(f"<{tag}>(.*?)</{tag}>", shown)]
        assert not shown or told == [run.text.strip() for run in runs if run.change is change and run.text.strip()]
    for words in re.split("<ins>.*?</ins>|<del>.*?</del>|…", shown):
        assert " ".join(html.unescape(words).split()) in " ".join(new.split())


def test_hostile_words_stay_words_in_an_excerpt() -> None:
    shown = excerpt(
        "Urges States & <b>others</b> to act", "Urges States & <b>others</b> to act <script>alert(1)</script>"
    )
    assert "<script>" not in shown
    assert "<ins>&lt;script&gt;" in shown


def read_as(symbol: str, block: str, authorities: Authorities) -> Resolution:
    """A text as a case gives it, read and linked like those of a corpus."""
    lines = block.split("\n")
    title = lines.pop(0).removeprefix("title: ") if lines[0].startswith("title: ") else None
    preamble = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    operative = [f"{rank}. {line};" for rank, line in enumerate((one for one in lines if one[0] != "-"), start=1)]
    body = "\n\n".join(("The General Assembly,", *(f"{one}," for one in preamble), *operative)).rstrip(";") + "."
    return read_and_audit(
        RawText(path="case.txt", body=f"{body}\n", sha256="", symbol=symbol, supplied=Supplied(title=title)),
        authorities,
    )


@pytest.mark.parametrize("case", load_cases("lineage", "Kinship"), ids=str)
def test_texts_are_akin_or_not(case: Case, authorities: Authorities) -> None:
    earlier, later = case.input.split("\n\n")
    found = align(read_as("A/RES/90/1", earlier, authorities), read_as("A/RES/91/1", later, authorities))
    places = [(parted(link.origin)[1], parted(link.to)[1]) for link in found.links]
    shown = " ".join(f"{one}→{other}".replace("op", "").replace("pp", "p") for one, other in places)
    assert (shown or "nothing") == case.expected


def test_titles_of_treaties_that_two_preambles_recall_are_no_evidence(held: Library) -> None:
    read = {(one["from"].replace(" ", "#"), one["to"].replace(" ", "#")) for one in read_by(FIRST)["operative_pairs"]}
    for later in ("A/RES/59/166", "E/CN.4/RES/2004/45"):
        links = align(held.texts["A/RES/58/137"], held.texts[later]).links
        assert links
        assert {(link.origin, link.to) for link in links} <= read


@settings(max_examples=20)
@given(st.integers(2, 5), st.integers(4, 30), st.integers(0, 10_000))
def test_planted_splits_merges_moves_and_renumberings_are_found(members: int, paragraphs: int, seed: int) -> None:
    series = planted_series(members, paragraphs, seed, BUSY_YEARS)
    found = lineage(series.texts)
    assert {(link.origin, link.to) for link in found.links} == series.links
    for earlier, later in pairwise(series.texts):
        for link in align(earlier, later).links:
            words = [all_words(held_by(text, place)) for text, place in ((earlier, link.origin), (later, link.to))]
            assert (link.kind == "verbatim") == (words[0].lower() == words[1].lower())


@settings(max_examples=15)
@given(st.integers(3, 5), st.integers(4, 15), st.integers(0, 10_000), st.data())
def test_a_text_more_adds_no_link_among_the_others_and_changes_none(
    members: int, paragraphs: int, seed: int, data: st.DataObject
) -> None:
    texts = planted_series(members, paragraphs, seed, BUSY_YEARS).texts
    left_out = data.draw(st.sampled_from(texts))
    whole = lineage(data.draw(st.permutations(texts)))
    fewer = lineage([text for text in texts if text is not left_out])
    among = {one for one in whole.links if left_out.symbol not in {parted(one.origin)[0], parted(one.to)[0]}}
    assert among <= set(fewer.links)
    if left_out in {texts[0], texts[-1]}:
        assert among == set(fewer.links)


@settings(max_examples=15)
@given(st.integers(2, 4), st.integers(4, 15), st.integers(0, 10_000), st.data())
def test_the_same_texts_give_the_same_bytes(members: int, paragraphs: int, seed: int, data: st.DataObject) -> None:
    texts = planted_series(members, paragraphs, seed, BUSY_YEARS).texts
    again = data.draw(st.permutations(texts))
    once, twice = (as_bytes(ladder_files(lineage(order))[PATH]) for order in (texts, again))
    assert once == twice


def held_by(text: Resolution, place: str) -> Paragraph:
    return next(one for one in walk.paragraphs(text) if one.anchor == parted(place)[1])


@pytest.mark.parametrize(
    ("before", "after", "strength"),
    [
        ("Urges Utopia to lift the closure, and calls upon it to release detained women;",
         "Calls upon Utopia to release the detained women;", "same"),
        ("Urges Utopia to lift the closure, and strongly calls upon it to release detained women;",
         "Calls upon Utopia to release the detained women;", "weaker"),
        ("Urges Utopia to lift the closure, and calls upon it to release detained women;",
         "Calls upon Utopia to lift the closure;", "weaker"),
        ("Calls upon Utopia to release the detained women;",
         "Urges Utopia to lift the closure, and calls upon it to release detained women;", "same"),
        ("Urges Utopia to lift the closure, and requests the Secretary-General to report;",
         "Invites Utopia to lift the closure, and requests the Secretary-General to report;", "weaker"),
    ],
)  # fmt: skip
def test_what_goes_on_is_weighed_by_its_own_verb(
    before: str, after: str, strength: str, authorities: Authorities
) -> None:
    old, new = (
        resolution(symbol=symbol, operative=(paragraph("op1", words, opening=opening_of(words)),))
        for symbol, words in (("A/RES/70/1", before), ("A/RES/71/1", after))
    )
    link = Link("A/RES/70/1#op1", "A/RES/71/1#op1", LinkKind.AMENDED, 0.9)
    assert [one.strength for one in weighed([link], {one.symbol: one for one in (old, new)}, authorities.verbs)] == [
        strength
    ]


def opening_of(words: str) -> str:
    opening = operative_opening(words)
    assert opening
    return opening.words
