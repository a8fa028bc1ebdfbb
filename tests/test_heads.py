"""What a text says of itself, in its head and under its last paragraph, case by case: tests/cases/heads.md."""

import pytest

from generator.audit import audit
from generator.model import RawText, Resolution
from generator.reading import read
from tests.cases import Case, load_cases

SAID = ("title", "organ", "session", "agenda_item", "committee_report", "adopted", "meeting", "vote", "enacting")


def _said(resolution: Resolution) -> str:
    """The symbol and every field that the text says, its sponsors, then the codes of its problems."""
    fields = [(name, getattr(resolution, name)) for name in ("symbol", *SAID)]
    fields += [(entry.field, entry.text) for entry in resolution.masthead if entry.field == "sponsors"]
    problems = (f"{problem.line}: {problem.code}" for problem in resolution.problems)
    return "\n".join((*(f"{name}: {value}" for name, value in fields if value), *problems))


@pytest.mark.parametrize("case", load_cases("heads"), ids=str)
def test_a_text_says_what_it_is(case: Case) -> None:
    resolution = read(RawText(path="text.txt", body=case.input, sha256=""))
    assert _said(resolution) == case.expected
    assert audit(resolution, case.input) == ()
