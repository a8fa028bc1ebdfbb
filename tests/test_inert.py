"""Whatever a text says is shown as printed and stays inert: no element and no attribute comes out of its words."""

import html
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.authorities import Authorities
from generator.library import library
from generator.model import Resolution
from generator.writing.escape import clean
from generator.writing.markdown import page
from tests.hostile import nasty, or_a_letter, saying
from tests.reading_html import by_id, one_line, parse, words, words_of_paragraph
from tests.samples import HOSTILE, resolution

_SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"


def _html(text: Resolution) -> Element:
    """What Python-Markdown makes of the text's page with the extensions of the site."""
    body = page(text, library((text,), Authorities())).split("\n---\n", 1)[1]
    return parse(markdown.markdown(body, **_markdown_settings()))


def _markdown_settings() -> dict[str, Any]:
    section = _SETTINGS.read_text(encoding="utf-8").partition("\nmarkdown_extensions:")[2]
    entries = [entry if isinstance(entry, dict) else {entry: {}} for entry in yaml.safe_load(section)]
    settings = {name: options for entry in entries for name, options in entry.items()}
    return {"extensions": list(settings), "extension_configs": settings}


def _skeleton(element: Element) -> list[object]:
    """The elements and attributes of a page, without any of its text."""
    return [element.tag, sorted(element.attrib.items()), [_skeleton(child) for child in element]]


@cache
def _harmless_skeleton() -> list[object]:
    return _skeleton(_html(saying("x", 0)))


def _shown(text: str) -> str:
    return one_line(clean(text))


@given(nasty, st.integers(0, 40))
@settings(max_examples=250, deadline=None)
@example(HOSTILE, 9)
@example("", 0)
@example(": x", 0)
@example("\u00a0", 1)
def test_hostile_text_comes_out_as_printed(text: str, at: int) -> None:
    root = _html(saying(text, at))
    elements = by_id(root)

    assert _skeleton(root) == _harmless_skeleton()
    for anchor in ("pp1", "pp2-n1", "op1-a", "annex-p1"):
        assert words_of_paragraph(root, anchor) == _shown(text)
    assert words_of_paragraph(root, "pp2") == _shown(f"Recalling {text}")
    assert words_of_paragraph(root, "op1") == one_line(f"{_shown(text)} {_shown(or_a_letter(text))}")
    assert words_of_paragraph(root, "op2") == one_line(f"x {_shown(text)} y")
    assert [words(cell) for row in root.iter("tr") for cell in row] == [_shown(text), "x", "x", _shown(text)]
    assert words(elements["title"]) == _shown(or_a_letter(text))
    assert words(elements["s1"]) == _shown(text)
    assert words(elements["annex"]) == _shown(text)
    assert words(elements["fn:1"]) == _shown(text)
    assert words(elements["fn:2"]) == _shown(f"x{text}")


@given(nasty)
@example('"</title><script>alert(1)</script>')
@settings(deadline=None)
def test_the_front_matter_says_what_was_printed_and_is_escaped_for_the_theme(text: str) -> None:
    titled = resolution(title=text or "x")
    block = page(titled, library((titled,), Authorities())).split("---\n")[1]
    title = yaml.safe_load(block)["title"]

    assert html.unescape(title) == clean(f"A/RES/99/1: {text or 'x'}").strip()
    assert not set("<>\"'") & set(title)
