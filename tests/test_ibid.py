"""Every "Ibid." stands for the right note or is said to be unresolved: cases, the five texts, and generated chains."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus import read_corpus
from generator.linking.ibid import UNRESOLVED, resolve
from generator.model import Footnote, RawText, Resolution, Severity
from generator.reading import read
from tests.cases import Case, load_cases

ROOT = Path(__file__).parent.parent
IBIDS_OF_THE_SEEDS = 28


def text_with(notes: list[tuple[str, str]]) -> str:
    """A text that marks each of its notes once, and prints them in the order given."""
    marks = [f"{place}. Urges States to act,[^{label}]" for place, label in enumerate(sorted({*dict(notes)}), 1)]
    return "\n\n".join(["The General Assembly,", *marks, *(f"[^{label}]: {words}" for label, words in notes)])


def resolved(notes: list[tuple[str, str]]) -> Resolution:
    return resolve(read(RawText(path="text.txt", body=text_with(notes), sha256="")))


def told(resolution: Resolution) -> list[str]:
    """What stands for another note, a line each."""
    why = {
        problem.message.partition(":")[0]: problem.message.partition(": ")[2]
        for problem in resolution.problems
        if problem.code == UNRESOLVED
    }
    return [
        f"{note.label} unresolved: {why[f'note {note.label}']}"
        if note.rule == UNRESOLVED
        else f"{note.label} {note.resolved} ({note.rule}, {note.antecedent})"
        for note in sorted(resolution.footnotes, key=lambda note: int(note.label))
        if note.rule
    ]


@pytest.mark.parametrize("case", load_cases("ibid"), ids=str)
def test_a_case(case: Case) -> None:
    notes = [(line.partition(" ")[0], line.partition(" ")[2]) for line in case.input.splitlines()]
    assert told(resolved(notes)) == case.expected.splitlines()


@cache
def corpus() -> tuple[tuple[Path, Resolution], ...]:
    return tuple((Path(text.path), resolve(read(text))) for text in read_corpus(ROOT / "corpus").texts)


def test_the_five_texts_have_every_ibid_as_a_careful_reader_has_it() -> None:
    expected = {}
    for path, _ in corpus():
        truth = yaml.safe_load((ROOT / "tests/truth" / f"{path.stem}.yaml").read_text(encoding="utf-8"))
        for entry in truth.get("footnotes") or ():
            if "ibid" in entry:
                words, antecedent = entry["ibid"]["expanded"], str(entry["ibid"]["antecedent"])
                expected[path.stem, str(entry["number"])] = (words, antecedent)
    found = {
        (path.stem, note.label): (note.resolved, note.antecedent)
        for path, resolution in corpus()
        for note in resolution.footnotes
        if note.rule
    }
    assert len(expected) == IBIDS_OF_THE_SEEDS
    assert found == expected


def test_a_problem_is_a_warning_at_the_line_of_its_note() -> None:
    resolution = resolved([("3", "Ibid., annex II.")])
    note = resolution.footnotes[0]
    problem = next(problem for problem in resolution.problems if problem.code == UNRESOLVED)
    assert (problem.path, problem.line, problem.severity) == ("text.txt", note.lines[0][0], Severity.WARNING)
    assert (note.resolved, note.antecedent) == (None, None)


def test_parts_that_number_apart_have_chains_of_their_own() -> None:
    resolution = resolved([("1", "Resolution 55/25, annex I."), ("2", "Ibid., annex II.")])
    first, second = resolution.footnotes
    words = dict(citations=(), resolved=None, rule=None, antecedent=None, cited_at=(), lines=((1, 1),))  # noqa: C408
    other = [
        Footnote(anchor="fn:b-1", label="1", text="A/59/185.", **words),  # type: ignore[arg-type]
        Footnote(anchor="fn:b-2", label="2", text="Ibid., annex.", **words),  # type: ignore[arg-type]
        Footnote(anchor="fn:star", label="*", text="Ibid.", **words),  # type: ignore[arg-type]
    ]
    again = resolve(_with_notes(resolution, (first, second, *other)))
    assert [note.resolved for note in again.footnotes] == [
        None, "Resolution 55/25, annex II.", None, "A/59/185, annex.", None,
    ]  # fmt: skip
    assert again.footnotes[-1].rule == UNRESOLVED


def test_it_changes_nothing_else_and_nothing_twice() -> None:
    for _, resolution in corpus():
        assert resolve(resolution) == resolution
        assert resolution.problems == ()


def _with_notes(resolution: Resolution, notes: tuple[Footnote, ...]) -> Resolution:
    return msgspec.structs.replace(resolution, footnotes=notes)


# Chains that know the right answer: a source is a list of elements, each with a place in its order.


@dataclass(frozen=True)
class Made:
    """A note as it is made: what is printed, what it stands for (None: nothing certain), and from which note."""

    printed: str
    stands_for: str | None
    antecedent: str | None = None


@dataclass(frozen=True)
class Chain:
    """Where a chain stands: its signal, the elements of its last note, the shapes of them, and its first note."""

    signal: str
    elements: tuple[str, ...]
    shapes: tuple[st.SearchStrategy[str], ...]
    first: str


def _numbers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


_ROMAN = st.sampled_from(["I", "II", "III", "IV", "V", "IX", "XI"])
_ORDINALS = st.sampled_from(["First", "Second", "Third", "Eighth", "Twenty-second", "Thirty-third", "Sixty-fourth"])
_WORDS = st.sampled_from(["Wombat", "Gazette", "Law", "Treaties", "Annals", "Digest", "Rivers", "Peace"])
_ANNEX = st.builds("annex {}".format, _ROMAN) | st.builds("annexes {} and {}".format, _ROMAN, _ROMAN)
_CHAPTER = st.builds("chap. {}".format, _ROMAN) | st.builds("chaps. {}, {} and {}".format, _ROMAN, _ROMAN, _ROMAN)
_SECTION = st.builds("sect. {}".format, st.sampled_from(["A", "B", "C.2", "VI.B"]))
_PARAGRAPH = st.builds("para. {}".format, _numbers(1, 99)) | st.builds(
    "paras. {}, {} and {} (b)".format, _numbers(1, 9), _numbers(10, 19), _numbers(20, 99)
)
_PAGE = st.builds("p. {}".format, _numbers(1, 900)) | st.builds("pp. {}-{}".format, _numbers(1, 9), _numbers(10, 99))
_ARTICLE = st.builds("art. {}".format, _numbers(1, 99))
_VOLUME = st.builds("vol. {}".format, _numbers(1, 2999)) | st.builds("vols. {} and {}".format, _numbers(1, 9), _ROMAN)
_NUMBER = st.builds("No. {}".format, _numbers(1, 49999)) | st.builds("Nos. {}–{}".format, _numbers(1, 9), _ROMAN)
_SUPPLEMENT = st.builds("Supplement No. {0} (A/{1}/{0})".format, _numbers(1, 60), _numbers(31, 80)) | st.builds(
    "Supplement No. {0} and corrigendum (A/{1}/{0} and Corr.1)".format, _numbers(1, 60), _numbers(31, 80)
)
_QUARTER = st.builds("Supplement for {} {}".format, st.sampled_from(
    ["January, February and March", "April, May and June", "July, August and September"]), _numbers(1946, 1999)
)  # fmt: skip
_DOCUMENT = st.builds("document S/{}".format, _numbers(1, 30000)) | st.builds(
    "document S/{}/Add.{}".format, _numbers(1, 30000), _numbers(1, 9)
)
_TITLE = st.builds("{} {} of {}".format, _WORDS, _WORDS, _WORDS) | st.builds(
    "A. {}, The {} of {} (Oxford, 1998)".format, _WORDS, _WORDS, _WORDS
)
_SYMBOL = st.builds("A/{}/{}".format, _numbers(31, 80), _numbers(1, 999)) | st.builds(
    "E/CN.4/{}/{} and Add.1".format, _numbers(1990, 2006), _numbers(1, 99)
)
_RESOLUTION = st.builds("Resolution {}/{}".format, _numbers(31, 80), _numbers(1, 300)) | st.builds(
    "Resolution {} ({})".format, _numbers(100, 3000), st.sampled_from(["III", "XXI", "S-VI"])
)
_ASSEMBLY = st.just("Official Records of the General Assembly")
_COUNCIL = st.just("Official Records of the Security Council")
_SESSION = st.builds("{} Session".format, _ORDINALS)
_YEAR = st.builds("{} Year".format, _ORDINALS)
_REPORT = st.builds(
    "Report of the {} Conference, Cairo, 5-13 September {} (United Nations publication, Sales No. E.{}.IV.8)".format,
    _WORDS, _numbers(1975, 2005), _numbers(75, 99),
)  # fmt: skip
_CONFERENCE = st.builds("resolution {}".format, _numbers(1, 9))

_FAMILIES: tuple[tuple[st.SearchStrategy[str], ...], ...] = (
    (st.just("United Nations, Treaty Series"), _VOLUME, _NUMBER),
    (st.just("League of Nations, Treaty Series"), _VOLUME, _PAGE),
    (_RESOLUTION, _ANNEX, _PARAGRAPH),
    (_RESOLUTION, _ANNEX, _SECTION, _PARAGRAPH),
    (_SYMBOL, _CHAPTER, _SECTION, _PARAGRAPH),
    (_ASSEMBLY, _SESSION, _SUPPLEMENT, _CHAPTER, _SECTION),
    (_COUNCIL, _YEAR, _QUARTER, _DOCUMENT, _PARAGRAPH),
    (_REPORT, _CHAPTER, _CONFERENCE, _ANNEX),
    (_TITLE, _VOLUME, _CHAPTER, _PAGE),
    (_TITLE, _ARTICLE),
)
_MUST_FOLLOW = (_VOLUME, _SESSION, _YEAR, _SUPPLEMENT, _QUARTER)  # never the end of what is printed
_NOT_A_SOURCE = st.sampled_from([
    "A/73/171 and A/HRC/38/45.", "Resolutions 55/25 and 55/61.", "See footnote 4.",
    "United Nations, Treaty Series, vol. 3, No. 5; and resolution 66/138, annex.",
    "Such as the Bali Process (see A/C.3/55/3, annex), and the activities of the Council of Europe.",
    "The report was submitted on 10 November 1948 (see Resolution 55/25, annex I).",
    "One member (China) did not participate in the voting.", "Wombat, op. cit., p. 5.",
    "Resolution 55/25, annex I, and resolution 60/1.", "E/CN.4/1998/54 and E/CN.4/1998/55, annex.",
])  # fmt: skip


@st.composite
def chains(draw: st.DrawFn) -> list[tuple[str, Made]]:
    """Notes by label: sources, whatever is none, and Ibids after all of them; some numbers are lost."""
    number = draw(_numbers(1, 90))
    notes: list[tuple[str, Made]] = []
    chain: Chain | None = None
    for _ in range(draw(_numbers(1, 9))):
        kind = draw(st.sampled_from(["source", "ibid", "ibid", "ibid", "whole", "other", "lost"]))
        label = str(number)
        number += 1
        if kind == "lost":
            chain = None
        elif kind == "other":
            chain = None
            printed = draw(_NOT_A_SOURCE)
            notes.append((label, Made(printed, None)))
        elif kind == "source":
            chain = draw(_sources(label))
            notes.append((label, Made(_printed(chain.signal, chain.elements), None)))
        else:
            made, chain = draw(_ibids(chain, bare=kind == "whole"))
            notes.append((label, made))
    return notes


@st.composite
def _sources(draw: st.DrawFn, label: str) -> Chain:
    family = draw(st.sampled_from(_FAMILIES))
    shapes = family[: draw(_numbers(1, len(family)))]
    while shapes[-1] in _MUST_FOLLOW or shapes[-1] in (_ASSEMBLY, _COUNCIL, _FAMILIES[0][0], _FAMILIES[1][0]):
        shapes = family[: len(shapes) + 1]
        if shapes == family:
            break
    signal = draw(st.sampled_from(["", "", "See", "See also"]))
    return Chain(signal, tuple(draw(shape) for shape in shapes), family, label)


@st.composite
def _ibids(draw: st.DrawFn, chain: Chain | None, *, bare: bool) -> tuple[Made, Chain | None]:
    """An Ibid. after a chain: bare, or with elements of it given anew from any but the first on."""
    own = draw(st.sampled_from(["", "", "", "See"]))
    word = "Ibid." if not own else "ibid."
    if chain is None:
        given = "" if bare else f", {draw(st.one_of(_ANNEX, _VOLUME, _DOCUMENT, _PARAGRAPH))}"
        return Made(f"{own} {word}{given}.".strip().replace("..", "."), None), None
    signal = own or chain.signal
    if bare:
        after = Chain(signal, chain.elements, chain.shapes, chain.first)
        return Made(f"{own} {word}".strip(), _printed(signal, chain.elements), chain.first), after
    start = draw(_numbers(1, min(len(chain.elements), len(chain.shapes) - 1)))
    end = draw(_numbers(start + 1, len(chain.shapes)))
    while end < len(chain.shapes) and chain.shapes[end - 1] in _MUST_FOLLOW:
        end += 1
    anew = tuple(draw(shape) for shape in chain.shapes[start:end])
    elements = (*chain.elements[:start], *anew)
    printed = f"{own} {word}, {', '.join(anew)}.".strip()
    if start == len(chain.elements) and (chain.shapes[start] is _VOLUME or chain.shapes[start - 1] is _CONFERENCE):
        return Made(printed, None), None  # a volume of what has none; an annex of the resolution, or of the report
    return Made(printed, _printed(signal, elements), chain.first), Chain(signal, elements, chain.shapes, chain.first)


def _printed(signal: str, elements: tuple[str, ...]) -> str:
    words = ", ".join(elements) + "."
    return f"{signal} {words.replace('Resolution', 'resolution')}" if signal else words


@given(chains(), st.randoms())
@settings(max_examples=1000, deadline=None)
def test_no_generated_chain_is_resolved_wrongly(notes: list[tuple[str, Made]], order: object) -> None:
    expected = dict(notes)
    printed = [(label, made.printed) for label, made in notes]
    order.shuffle(printed)  # type: ignore[attr-defined]
    for note in _resolve_notes(printed):
        made = expected[note.label]
        if re.search(r"ibid\.", made.printed, re.IGNORECASE):
            assert (note.resolved, note.antecedent) == (made.stands_for, made.antecedent), made.printed
            assert (note.rule == UNRESOLVED) == (made.stands_for is None)
        else:
            assert note.resolved is None


def _resolve_notes(notes: list[tuple[str, str]]) -> tuple[Footnote, ...]:
    made = tuple(
        Footnote(
            anchor=f"fn:{label}", label=label, text=words, resolved=None, rule=None, antecedent=None,
            cited_at=(), lines=((1, 1),), citations=(),
        )
        for label, words in notes
    )  # fmt: skip
    return resolve(_with_notes(corpus()[0][1], made)).footnotes


@given(st.text(alphabet="Iibd., ;()/Seeop.citA1XVvolN\n“”chap"), st.text(alphabet="Iibd., ;()SeeA1XVvolN"))
def test_any_words_give_an_answer(first: str, second: str) -> None:
    for note in _resolve_notes([("1", first), ("2", f"Ibid., {second}"), ("3", "Ibid.")]):
        assert note.rule is None or (note.rule == UNRESOLVED) == (note.resolved is None)
