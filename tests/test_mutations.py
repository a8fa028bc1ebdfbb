"""Law 1 bites: whatever is taken out of a twin, or put in another order, the audit says so."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.audit import audit
from generator.corpus import read_corpus
from generator.model import Paragraph, RawText, Resolution, Severity
from generator.reading import read
from tests.simulator.flavours import FLAVOURS, Flavour
from tests.simulator.pages import Setting
from tests.simulator.texts import texts

Paragraphs = tuple[Paragraph, ...]
Change = Callable[[Paragraph], Paragraph | None]
Mutation = Callable[[Resolution, str], Iterator[Resolution]]

RAW_TEXTS = read_corpus(Path(__file__).parents[1] / "corpus").texts
_PAGE_TURN = re.compile(r"\f|(?:page \d+|-{3,}|_{5,})\s*$")
_PAGE_WITHOUT_TURNS = 25


def without_a_paragraph(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """One paragraph or item is gone, its own items with it."""
    del body
    return _changed(resolution, lambda _: None)


def without_the_end_of_a_paragraph(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """The last word of one paragraph is gone."""
    del body
    return _changed(resolution, _without_last_word)


def without_a_tail(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """What followed the last item of one paragraph is gone."""
    del body
    return _changed(resolution, lambda paragraph: msgspec.structs.replace(paragraph, tail=msgspec.UNSET))


def without_a_mark(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """One paragraph has lost its last footnote mark."""
    del body
    return _changed(resolution, lambda paragraph: msgspec.structs.replace(paragraph, marks=paragraph.marks[:-1]))


def with_two_words_swapped(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """Two neighbouring words in the middle of one paragraph have changed places."""
    del body
    return _changed(resolution, _swapped)


def without_a_note(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """One footnote is gone."""
    del body
    notes = resolution.footnotes
    for place in range(len(notes)):
        yield msgspec.structs.replace(resolution, footnotes=notes[:place] + notes[place + 1 :])


def without_a_page(resolution: Resolution, body: str) -> Iterator[Resolution]:
    """The reader never saw the lines between two page turns."""
    lines = body.split("\n")
    for first, last in _pages(lines):
        if any(any(letter.isalnum() for letter in line) for line in lines[first:last]):
            blind = "\n".join([*lines[:first], *[""] * (last - first), *lines[last:]])
            yield read(RawText(path=resolution.source.path, body=blind, sha256="", symbol=resolution.symbol))


MUTATIONS: tuple[Mutation, ...] = (
    without_a_paragraph, without_the_end_of_a_paragraph, without_a_tail, without_a_mark, with_two_words_swapped,
    without_a_note, without_a_page,
)  # fmt: skip
NAMED = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__.replace("_", " "))


@NAMED
def test_the_audit_sees_it_in_a_corpus_text(mutation: Mutation) -> None:
    mutants = 0
    for raw in RAW_TEXTS:
        for mutant in mutation(read(raw), raw.body):
            assert _is_seen(mutant, raw.body), f"{raw.path}: mutant {mutants}"
            mutants += 1
    assert mutants or mutation is without_a_tail  # no text of the corpus has a tail


@NAMED
@settings(
    max_examples=settings().max_examples // 10,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(flavour=st.sampled_from(FLAVOURS), data=st.data())
def test_the_audit_sees_it_in_a_simulated_text(mutation: Mutation, flavour: Flavour, data: st.DataObject) -> None:
    text = data.draw(texts(flavour.organ))
    body = flavour.printed(text, Setting(flavour.widths[0], flavour.lengths[0], flavour.breaks))
    resolution = read(RawText(path="simulated.txt", body=body, sha256="", symbol=text.head.symbol))
    for mutant in mutation(resolution, body):
        assert _is_seen(mutant, body)


def _is_seen(mutant: Resolution, body: str) -> bool:
    return any(problem.severity == Severity.ERROR for problem in audit(mutant, body))


def _changed(resolution: Resolution, change: Change) -> Iterator[Resolution]:
    for preamble in _variants(resolution.preamble, change):
        yield msgspec.structs.replace(resolution, preamble=preamble)
    for operative in _variants(resolution.operative, change):
        yield msgspec.structs.replace(resolution, operative=operative)
    for place, annex in enumerate(resolution.annexes):
        for paragraphs in _variants(annex.paragraphs, change):
            other = msgspec.structs.replace(annex, paragraphs=paragraphs)
            annexes = (*resolution.annexes[:place], other, *resolution.annexes[place + 1 :])
            yield msgspec.structs.replace(resolution, annexes=annexes)


def _variants(paragraphs: Paragraphs, change: Change) -> Iterator[Paragraphs]:
    """The paragraphs, each time with another one changed; one that the change leaves as it is gives none."""
    for place, paragraph in enumerate(paragraphs):
        before, after = paragraphs[:place], paragraphs[place + 1 :]
        changed = change(paragraph)
        if changed != paragraph:
            yield (*before, *([changed] if changed else []), *after)
        for children in _variants(paragraph.children, change):
            yield (*before, msgspec.structs.replace(paragraph, children=children), *after)


def _without_last_word(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.rpartition(" ")[0]
    marks = tuple(mark for mark in paragraph.marks if mark.at <= len(text))
    return msgspec.structs.replace(paragraph, text=text, marks=marks)


def _swapped(paragraph: Paragraph) -> Paragraph:
    words = paragraph.text.split(" ")
    for place in range(len(words) // 2, len(words) - 1):
        one, other = words[place : place + 2]
        if _ink(one + other) != _ink(other + one):
            text = " ".join([*words[:place], other, one, *words[place + 2 :]])
            return msgspec.structs.replace(paragraph, text=text, marks=paragraph.marks)
    return paragraph


def _ink(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum()).lower()


def _pages(lines: list[str]) -> Iterator[tuple[int, int]]:
    turns = [place for place, line in enumerate(lines) if _PAGE_TURN.match(line)]
    if len(turns) < 2:
        turns = list(range(0, len(lines), _PAGE_WITHOUT_TURNS))
    yield from zip([0, *turns], [*turns, len(lines)], strict=True)
