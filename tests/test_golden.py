"""Golden pages: the Markdown of whole texts, kept in `tests/golden/` for a person to read in a diff.

`python -m pytest tests/test_golden.py --renew-golden` writes them anew; read the diff before you commit it.
"""

from pathlib import Path

import pytest

from generator.authorities import Authorities
from generator.library import library
from generator.model import Resolution
from generator.symbols import file_stem
from generator.writing.markdown import page
from tests.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"


def test_the_pages_are_the_golden_ones(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, request: pytest.FixtureRequest
) -> None:
    held = library((*corpus_texts, *SAMPLES), authorities)
    pages = {f"{file_stem(text.symbol)}.md": page(text, held) for text in held.texts.values()}
    if request.config.getoption("--renew-golden"):
        for name, content in pages.items():
            (GOLDEN / name).write_text(content, encoding="utf-8")

    assert sorted(file.name for file in GOLDEN.iterdir()) == sorted(pages)
    for name, content in pages.items():
        assert content == (GOLDEN / name).read_text(encoding="utf-8"), name
