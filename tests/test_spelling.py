"""Split and joined words are proposed for correction; what may be meant as printed is left alone."""

import pytest

from generator.spelling import proposals

OWN = "protect persons, the Secretary-General, recalling all persons, persons and persons; trafficking in persons\n"


@pytest.mark.parametrize(
    ("line", "found", "shown"),
    [
        ("and to p rotect them", "p rotect", "protect"),
        ("the publication of t he report", "t he", "the"),
        ("to notice data o n trafficking", "data o n", "data on"),
        ("trafficking in per sons", "per sons", "persons"),
        ("and e specially women", "e specially", "especially"),
        ("R ecalling the above", "R ecalling", "Recalling"),
        ("Recallingall matters", "Recallingall", "Recalling all"),
        ("the SecretaryGeneral", "SecretaryGeneral", "Secretary-General"),
    ],
)
def test_a_fault_is_proposed_with_its_line(line: str, found: str, shown: str) -> None:
    made = proposals(f"{OWN}\n{line}\n")
    assert [(each.line, each.found, each.shown) for each in made] == [(3, found, shown)]
    assert line.find(found) == line.index(found)


@pytest.mark.parametrize(
    "line",
    [
        "per cent of the persons",
        "to re-establish the re-export",
        "See p. 4 and vol. I on section B on persons",
        "inter alia, de facto, ad hoc, vis-à-vis",
        "as may be, in to, any one, with in",
        "Calls upon on all Governments",
        "subregional and notwithstanding",
        "A/C.3/73/L.7 and E/CN.4/2004/L.5 of 4 May",
        "item (a) and (b) e of annex I to it",
        "McDonald of Guinea-Bissau and UNESCO",
    ],
)
def test_what_may_be_meant_is_left_alone(line: str) -> None:
    assert proposals(f"{OWN}\n{line}\n") == ()
