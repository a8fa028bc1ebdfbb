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
from generator.model import Annex, Closing, Furniture, Mark, Resolution, Table, Tail
from generator.writing.escape import clean
from generator.writing.markdown import page
from tests.reading_html import by_id, one_line, parse, words, words_of_paragraph
from tests.samples import HOSTILE, LINE, heading, note, paragraph, resolution

_SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"

_TRAPS = (
    "*a*", "**b**", "_c_", "`d`", "[x](y)", "![x](y)", "[^1]", "[^1]: ", "[x]: /y", "{: #id }", "{ .n onclick=x }",
    "<script>", "</p>", "<!--", "-->", "<details markdown>", "&amp;", "&#42;", "|", "| --- |", "---", "===", "# ",
    "> ", "- ", "1. ", "1) ", "1986. ", "(a) ", "    ", ": ", "!!! note", "??? x", "///Footnotes Go Here///",
    "[TOC]", "*[abbr]: x", "$x$", "~x~", "^x^", "==x==", "++x++", ":smile:", "\\", "\\*", "http://x.y", "<http://x.y>",
    "\u00a0", "\u202f", "\u2028", "\x02", "\x03", "\x00", "\ud800", "\ufeff", "\n", "\n\n", "\t", "\r", "--8<--",
    "{{ x }}", "{% x %}", "klzzwxh:0", "\x02wzxhzdk:0\x03", "stx", "“", "é", "中", "\U0001f600", "</title>", "]]>",
)  # fmt: skip
_nasty = st.lists(st.sampled_from(_TRAPS) | st.text(max_size=6), max_size=8).map("".join)


def _with(text: str, at: int) -> Resolution:
    """A resolution that says `text` wherever a text can say something, with a mark in it at `at`."""
    marks = (Mark("1", min(at, len(text))),)
    said = _said(text)
    fields: dict[str, Any] = {
        "title": said,
        "title_marks": marks,
        "enacting": "The General Assembly,",
        "session": said,
        "preamble": (
            paragraph("pp1", text, marks=marks),
            paragraph("pp2", f"Recalling {text}", opening="Recalling", children=(paragraph("pp2-n1", text),)),
        ),
        "operative": (
            paragraph(
                "op1", text, "1.", marks=marks,
                children=(paragraph("op1-a", text, "(a)"),), tail=Tail(said, marks, LINE),
            ),
            paragraph("op2", f"x{text} y", "2.", tables=(Table(1, ((text, "x"), ("x", text))),)),
        ),
        "headings": (heading("op1", "s1", "I", text, *marks), heading("op2", "s2", None, said)),
        "annexes": (Annex("annex", "Annex", text, marks, LINE, (), (paragraph("annex-p1", text, "1."),)),),
        "footnotes": (note("1", text), note("2", f"x{text}")),
        "closing": Closing(f"x\n{clean(said)}", lines=LINE, marks=(Mark("1", 2),)),
        "furniture": (Furniture(LINE, text, text),),
    }  # fmt: skip
    return resolution(**fields)


def _said(text: str) -> str:
    """The text, or a letter where it says nothing."""
    return text if clean(text).strip() else "x"


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
    return _skeleton(_html(_with("x", 0)))


def _shown(text: str) -> str:
    return one_line(clean(text))


@given(_nasty, st.integers(0, 40))
@settings(max_examples=250, deadline=None)
@example(HOSTILE, 9)
@example("", 0)
@example(": x", 0)
@example("\u00a0", 1)
def test_hostile_text_comes_out_as_printed(text: str, at: int) -> None:
    root = _html(_with(text, at))
    elements = by_id(root)

    assert _skeleton(root) == _harmless_skeleton()
    for anchor in ("pp1", "pp2-n1", "op1-a", "annex-p1"):
        assert words_of_paragraph(root, anchor) == _shown(text)
    assert words_of_paragraph(root, "pp2") == _shown(f"Recalling {text}")
    assert words_of_paragraph(root, "op1") == one_line(f"{_shown(text)} {_shown(_said(text))}")
    assert words_of_paragraph(root, "op2") == one_line(f"x {_shown(text)} y")
    assert [words(cell) for row in root.iter("tr") for cell in row] == [_shown(text), "x", "x", _shown(text)]
    assert words(elements["title"]) == _shown(_said(text))
    assert words(elements["s1"]) == _shown(text)
    assert words(elements["annex"]) == _shown(text)
    assert words(elements["fn:1"]) == _shown(text)
    assert words(elements["fn:2"]) == _shown(f"x{text}")


@given(_nasty)
@example('"</title><script>alert(1)</script>')
@settings(deadline=None)
def test_the_front_matter_says_what_was_printed_and_is_escaped_for_the_theme(text: str) -> None:
    titled = resolution(title=text or "x")
    block = page(titled, library((titled,), Authorities())).split("---\n")[1]
    title = yaml.safe_load(block)["title"]

    assert html.unescape(title) == clean(f"A/RES/99/1: {text or 'x'}").strip()
    assert not set("<>\"'") & set(title)
