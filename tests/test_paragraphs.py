from typing import Any

import msgspec
import pytest
import yaml

from generator.model import Paragraph
from generator.writing.inline import notes_by_label
from generator.writing.paragraphs import Apparatus, paragraph_blocks
from tests.cases import Case, load_cases
from tests.samples import note

APPARATUS = Apparatus(notes_by_label((note("1", "One."), note("5", "Five."), note("*", "Star.", anchor="fn:star"))))
_EMPTY: dict[str, Any] = {
    "label": None, "printed": None, "opening": None, "marks": [], "children": [], "lines": [], "themes": [],
    "addressees": [], "citations": [],
}  # fmt: skip


@pytest.mark.parametrize("case", load_cases("paragraphs"), ids=str)
def test_a_paragraph_as_markdown(case: Case) -> None:
    given = yaml.safe_load(case.input)
    kind = given.pop("kind", "op")

    assert "\n\n".join(paragraph_blocks(_paragraph(given), kind, APPARATUS)) == case.expected


def _paragraph(given: dict[str, Any]) -> Paragraph:
    return msgspec.convert(_filled(given), Paragraph)


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    return {**_EMPTY, **given, "children": [_filled(child) for child in given.get("children", ())]}
