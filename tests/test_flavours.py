"""Whatever a text was extracted by, it is read back as the tree it was printed from, and nothing of it is lost."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.audit import audit
from generator.model import RawText
from generator.reading import read
from tests.outline import outline
from tests.simulator.flavours import FLAVOURS, Flavour
from tests.simulator.pages import Setting
from tests.simulator.texts import texts
from tests.simulator.tree import outline as printed_outline

# The faults that keep a flavour from being read are the cases "to be fixed" in tests/cases/reader.md.
MISREAD: dict[str, str] = {}


def _known(flavour: Flavour) -> object:
    reason = MISREAD.get(flavour.name)
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(flavour, id=flavour.name, marks=marks)


# A text is big: a few will do here, and to shrink one takes minutes.
@pytest.mark.parametrize("flavour", [_known(flavour) for flavour in FLAVOURS])
@settings(
    max_examples=settings().max_examples // 4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_a_text_is_read_back_as_it_was_printed(flavour: Flavour, data: st.DataObject) -> None:
    text = data.draw(texts(flavour.organ))
    width, length = data.draw(st.integers(*flavour.widths)), data.draw(st.integers(*flavour.lengths))
    body = flavour.printed(text, Setting(width, length, flavour.breaks))
    symbol = None if flavour.says_symbol else text.head.symbol
    found = read(RawText(path="simulated.txt", body=body, sha256="", symbol=symbol))
    assert outline(found) == printed_outline(text)
    assert audit(found, body) == ()
    assert found.enacting == f"The {text.head.organ},"
    assert found.symbol == text.head.symbol
    if flavour.says_title:
        assert found.title == text.head.title
