"""The lock of anchors: what it says can be read and written, what is broken is found, and it only ever grows."""

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Resolution, Severity
from generator.promise.fingerprints import Words, words_by_anchor
from generator.promise.keeping import broken
from generator.promise.lock import Fate, Lock, Locked, Said, latest, parse, whereto, written
from generator.promise.recording import UnknownPlaceError, accepted, moved, with_new, withdrawn
from tests.samples import RICH, note, paragraph, resolution

TEXT = resolution(
    operative=(
        paragraph("op1", "Urges States to act;", "1.", lines=((7, 7),)),
        paragraph("op2", "Requests a report.", "2.", lines=((8, 8),), children=(paragraph("op2-a", "Soon.", "(a)"),)),
    ),
    footnotes=(note("1", "Resolution 1/1.", "op1"),),
)
SAID = Said("2026-11-25", "a word was misread")
PATHS = {"A/RES/99/1": ("corpus/texts/A-RES-99-1.txt", 5)}


def held(*texts: Resolution) -> Mapping[str, Mapping[str, Words]]:
    return {text.symbol: words_by_anchor(text) for text in texts}


def operative(*paragraphs: object) -> Resolution:
    return msgspec.structs.replace(TEXT, operative=paragraphs)


def faults(lock: Lock, *texts: Resolution) -> list[tuple[str, str]]:
    return [
        (problem.code, problem.message)
        for problem in broken(lock, held(*texts), PATHS)
        if problem.severity is Severity.ERROR
    ]


LOCK = with_new((), held(TEXT))


def test_every_anchor_is_recorded_once_with_the_fingerprint_of_its_words() -> None:
    assert [locked.place for locked in LOCK] == [
        "A/RES/99/1#op1", "A/RES/99/1#op2", "A/RES/99/1#op2-a", "A/RES/99/1#fn:1",
    ]  # fmt: skip
    assert with_new(LOCK, held(TEXT)) == LOCK
    assert broken(LOCK, held(TEXT), PATHS) == ()


def test_a_lock_is_read_as_it_was_written() -> None:
    lock = (
        *LOCK,
        Locked("A/RES/99/1", "op1", Fate.ACCEPTED, "0" * 12, said=SAID),
        Locked("A/RES/99/1", "op2", Fate.MOVED, to="A/RES/99/1#op3", said=SAID),
        Locked("A/RES/98/1", "", Fate.WITHDRAWN, said=SAID),
    )
    read, problems = parse(written(lock))
    assert problems == ()
    assert [msgspec.structs.replace(locked, line=0) for locked in read] == [lock[6], lock[3], *lock[:1], lock[4],
                                                                          lock[1], lock[5], lock[2]]  # fmt: skip
    assert written(read) == written(lock)


def test_op9_stands_before_op10() -> None:
    text = operative(*(paragraph(f"op{number}", "Acts.", f"{number}.") for number in (10, 9, 100)))
    lines = [line for line in written(with_new((), held(text))).splitlines() if "#op" in line]
    assert [line.split()[0] for line in lines] == ["A/RES/99/1#op9", "A/RES/99/1#op10", "A/RES/99/1#op100"]


@pytest.mark.parametrize(
    "line", ["A/RES/59/166", "A/RES/59/166#op1", "A/RES/59/166#op1 xyz", "A/RES/59/166#op1 moved somewhere"]
)
def test_a_line_that_is_none_is_an_error_at_its_line(line: str) -> None:
    lock, problems = parse(f"# head\n{written(LOCK)}{line}\n")
    assert len(lock) == len(LOCK)
    assert [(problem.line, problem.code) for problem in problems] == [(8, "bad-lock-line")]


def test_other_words_at_a_published_anchor_are_an_error_at_the_line_of_the_text() -> None:
    other = operative(paragraph("op1", "Urges all to act;", "1.", lines=((7, 7),)), TEXT.operative[1])
    problems = broken(LOCK, held(other), PATHS)
    assert [(one.path, one.line, one.code) for one in problems] == [
        ("corpus/texts/A-RES-99-1.txt", 11, "anchor-changed")
    ]
    assert '--accept "A/RES/99/1#op1"' in problems[0].message
    mended = accepted(LOCK, held(other), ["A/RES/99/1#op1"], SAID)
    assert mended[: len(LOCK)] == LOCK
    assert broken(mended, held(other), PATHS) == ()
    assert faults(mended, TEXT) != [], "the old words are no longer what was accepted"


def test_all_changes_of_a_text_can_be_accepted_at_once() -> None:
    other = operative(paragraph("op1", "A;", "1."), paragraph("op2", "B.", "2.", children=TEXT.operative[1].children))
    mended = accepted(LOCK, held(other), ["A/RES/99/1"], SAID)
    assert [locked.place for locked in mended[len(LOCK) :]] == ["A/RES/99/1#op1", "A/RES/99/1#op2"]
    assert broken(mended, held(other), PATHS) == ()


def test_an_anchor_that_is_gone_is_an_error_with_a_way_out() -> None:
    renumbered = operative(TEXT.operative[0], msgspec.structs.replace(TEXT.operative[1], anchor="op3"))
    found = faults(LOCK, renumbered)
    assert [code for code, _ in found] == ["anchor-lost"]
    assert '--move "A/RES/99/1#op2" "A/RES/99/1#op3"' in found[0][1]
    mended = moved(LOCK, held(renumbered), "A/RES/99/1#op2", "A/RES/99/1#op3", SAID)
    assert faults(mended, renumbered) == []
    assert whereto("A/RES/99/1#op2", latest(mended)) == "A/RES/99/1#op3"


def test_what_is_withdrawn_is_missed_no_longer_until_it_comes_back() -> None:
    shorter = operative(TEXT.operative[0])
    gone = withdrawn(LOCK, ["A/RES/99/1#op2", "A/RES/99/1#op2-a"], SAID)
    assert len(faults(LOCK, shorter)) == 2
    assert faults(gone, shorter) == []
    assert with_new(gone, held(TEXT))[len(gone) :] == LOCK[1:3]


def test_a_text_that_is_gone_is_one_error_until_its_fate_is_told() -> None:
    assert [code for code, _ in faults(LOCK)] == ["text-lost"]
    assert faults(withdrawn(LOCK, ["A/RES/99/1"], SAID)) == []


def test_a_text_can_move_to_another_symbol() -> None:
    elsewhere = msgspec.structs.replace(TEXT, symbol="A/RES/99/2")
    lock = moved(LOCK, held(elsewhere), "A/RES/99/1#", "A/RES/99/2#", SAID)
    assert [code for code, _ in faults(with_new(lock, held(elsewhere)), elsewhere)] == []


def test_anchors_that_nobody_recorded_are_one_warning_a_text() -> None:
    problems = broken((), held(TEXT), PATHS)
    assert [(one.code, one.severity, one.path, one.line) for one in problems] == [
        ("anchor-not-locked", Severity.WARNING, "corpus/texts/A-RES-99-1.txt", 1)
    ]


@pytest.mark.parametrize("place", ["A/RES/99/1#op7", "A/RES/1/1#op1", "A/RES/1/1"])
def test_nothing_is_said_of_a_place_that_nobody_published(place: str) -> None:
    with pytest.raises(UnknownPlaceError, match=r"A/RES"):
        withdrawn(LOCK, [place], SAID)
    with pytest.raises(UnknownPlaceError, match=r"A/RES"):
        accepted(LOCK, held(TEXT), [place], SAID)
    with pytest.raises(UnknownPlaceError, match=r"A/RES"):
        moved(LOCK, held(TEXT), "A/RES/99/1#op1", place, SAID)


def test_repaired_spaces_hyphens_and_commas_are_no_change() -> None:
    def fingerprint(words: str) -> str:
        return Words(words, 1).fingerprint

    assert fingerprint("age -appropriate, and p rotect") == fingerprint("Age-appropriate and protect")
    assert fingerprint("protect") != fingerprint("protects")


def test_every_kind_of_anchor_has_words() -> None:
    anchors = set(words_by_anchor(RICH))
    assert {"pp2-a", "op2-b-ii", "opu1", "s1", "annex", "annex-s1", "annex-p1", "fn:star"} <= anchors


edits = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.integers(0, 9), st.text("abc", min_size=1, max_size=5)),
        st.tuples(st.just("delete"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("reword"), st.integers(0, 9), st.text("abc", min_size=1, max_size=5)),
        st.tuples(st.just("re-extract"), st.integers(0, 9), st.sampled_from([" ", "-", ","])),
    ),
    max_size=6,
)


@given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=8), st.lists(edits, max_size=3))
def test_after_any_edits_an_editor_can_put_the_promise_right_and_no_line_is_lost(
    start: list[str], rounds: list[list[tuple[str, int, str]]]
) -> None:
    """Insertions and deletions renumber what follows: those anchors hold other words, which somebody must accept."""
    words = list(start)
    lock = with_new((), held(numbered(words)))
    for round_ in rounds:
        before = lock
        for kind, at, new in round_:
            place = at % (len(words) + 1)
            if kind == "insert":
                words.insert(place, new)
            elif place < len(words) and kind == "reword":
                words[place] = new
            elif place < len(words) and kind == "re-extract":
                words[place] = words[place][:1] + new + words[place][1:]
            elif place < len(words) and len(words) > 1:
                del words[place]
        now = held(numbered(words))
        changed = {locked.place for locked in latest(lock).values() if differs(locked, now)}
        told = {
            problem.message.split()[0] for problem in broken(lock, now, PATHS) if problem.severity is Severity.ERROR
        }
        assert told == changed
        lock = accepted(lock, now, ["A/RES/99/1"], SAID)
        lock = withdrawn(
            lock, [place for place in sorted(changed) if place.partition("#")[2] not in now["A/RES/99/1"]], SAID
        )
        lock = with_new(lock, now)
        assert broken(lock, now, PATHS) == ()
        assert lock[: len(before)] == before


def differs(locked: Locked, now: Mapping[str, Mapping[str, Words]]) -> bool:
    if locked.fate is Fate.WITHDRAWN:
        return False
    words = now["A/RES/99/1"].get(locked.anchor)
    return words is None or words.fingerprint != locked.fingerprint


def numbered(words: list[str]) -> Resolution:
    return operative(*(paragraph(f"op{place}", text, f"{place}.") for place, text in enumerate(words, start=1)))
