"""A place is named in words as the footnotes of the United Nations name it."""

import pytest

from generator.model import Annex
from generator.places import places
from tests.samples import COMPOSITE, LINE, RICH, UNTITLED, heading, note, paragraph, resolution

ANNEXED = resolution(
    operative=(
        paragraph("s1-op1", "Finds", "1."),
        paragraph("s2-op1", "Finds", "1."),
        paragraph("op5bis", "Finds", "5 bis."),
        paragraph("op5", "Finds", "5."),
        paragraph("op5-2nd", "Finds", "5."),
    ),
    headings=(heading("s1-op1", "s1", "I", ""), heading("s2-op1", "s2", "II", "Measures")),
    annexes=(
        Annex("annex1", "ANNEX I", "x", (), LINE, (heading("annex1-art3-p1", "annex1-art3", "Article 3", ""),), (
            paragraph("annex1-art3-p1", "x", "1."),
            paragraph("annex1-art3-pu2", "x"),
        )),
        Annex("annex2", "Annex II", "x", (), LINE, (heading("annex2-s1-p7", "annex2-s1", None, "General"),), (
            paragraph("annex2-s1-p7", "x", "7.", children=(paragraph("annex2-s1-p7-a", "x", "(a)"),)),
        )),
    ),
    footnotes=(note("*", "x", anchor="fn:star"), note("5", "x", anchor="fn:5-2nd")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "anchor", "words"),
    [
        (RICH, "pp2-b", "preambular para. 2 (b)"),
        (RICH, "op2-b-ii", "para. 2 (b) (ii)"),
        (RICH, "op2-n3", "para. 2, item 3"),
        (RICH, "opu1", "unnumbered para. 1"),
        (RICH, "s1", "sect. I"),
        (RICH, "annex-p1", "annex, para. 1"),
        (RICH, "fn:3", "note 3"),
        (UNTITLED, "op1", "operative para. 1"),
        (COMPOSITE, "b-pp1", "part B, preambular para. 1"),
        (COMPOSITE, "a-op1", "part A, para. 1"),
        (COMPOSITE, "fn:b-1", "part B, note 1"),
        (ANNEXED, "s2-op1", "sect. II, para. 1"),
        (ANNEXED, "op5bis", "para. 5 bis"),
        (ANNEXED, "op5-2nd", "para. 5 (no. 2 of that number)"),
        (ANNEXED, "annex1", "annex I"),
        (ANNEXED, "annex1-art3-p1", "annex I, art. 3, para. 1"),
        (ANNEXED, "annex1-art3-pu2", "annex I, art. 3, unnumbered para. 2"),
        (ANNEXED, "annex2-s1-p7-a", "annex II, “General”, para. 7 (a)"),
        (ANNEXED, "fn:star", "note *"),
        (ANNEXED, "fn:5-2nd", "note 5 (no. 2 of that number)"),
    ],
)
def test_a_place_is_named_in_words(text: object, anchor: str, words: str) -> None:
    assert places(text)[anchor] == words  # type: ignore[arg-type]
