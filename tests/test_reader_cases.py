"""Texts that a simulated flavour was shrunk to when it was misread: tests/cases/reader.md holds them."""

import pytest

from generator.audit import audit
from generator.model import RawText
from generator.reading import read
from tests.cases import Case, load_cases
from tests.outline import outline

TO_BE_FIXED = "to be fixed: "


def _known(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=case.title)] if case.title.startswith(TO_BE_FIXED) else []
    return pytest.param(case, id=case.title.removeprefix(TO_BE_FIXED), marks=marks)


@pytest.mark.parametrize("case", [_known(case) for case in load_cases("reader")])
def test_a_shrunk_text_is_read(case: Case) -> None:
    resolution = read(RawText(path="text.txt", body=case.input, sha256=""))
    assert outline(resolution) == case.expected
    assert audit(resolution, case.input) == ()
