"""Texts that try to become markup, and a resolution that says such a text wherever a text can say something."""

from typing import Any

from hypothesis import strategies as st

from generator.model import Annex, Closing, Furniture, Mark, Resolution, Table, Tail
from generator.writing.escape import clean
from tests.samples import LINE, heading, note, paragraph, resolution

_TRAPS = (
    "*a*", "**b**", "_c_", "`d`", "[x](y)", "![x](y)", "[^1]", "[^1]: ", "[x]: /y", "{: #id }", "{ .n onclick=x }",
    "<script>", "</p>", "<!--", "-->", "<details markdown>", "&amp;", "&#42;", "|", "| --- |", "---", "===", "# ",
    "> ", "- ", "1. ", "1) ", "1986. ", "(a) ", "    ", ": ", "!!! note", "??? x", "///Footnotes Go Here///",
    "[TOC]", "*[abbr]: x", "$x$", "~x~", "^x^", "==x==", "++x++", ":smile:", "\\", "\\*", "http://x.y", "<http://x.y>",
    "\u00a0", "\u202f", "\u2028", "\x02", "\x03", "\x00", "\ufeff", "\n", "\n\n", "\t", "\r", "--8<--",
    "{{ x }}", "{% x %}", "klzzwxh:0", "\x02wzxhzdk:0\x03", "stx", "“", "é", "中", "\U0001f600", "</title>", "]]>",
)  # fmt: skip
nasty = st.lists(st.sampled_from(_TRAPS) | st.text(max_size=6), max_size=8).map("".join)


def saying(text: str, at: int) -> Resolution:
    """A resolution that says `text` wherever a text can say something, with a mark in it at `at`."""
    marks = (Mark("1", min(at, len(text))),)
    said = or_a_letter(text)
    marks_in_said = (Mark("1", min(at, len(said))),)
    fields: dict[str, Any] = {
        "title": said,
        "title_marks": marks_in_said,
        "enacting": "The General Assembly,",
        "session": said,
        "preamble": (
            paragraph("pp1", text, marks=marks),
            paragraph("pp2", f"Recalling {text}", opening="Recalling", children=(paragraph("pp2-n1", text),)),
        ),
        "operative": (
            paragraph(
                "op1", text, "1.", marks=marks,
                children=(paragraph("op1-a", text, "(a)"),), tail=Tail(said, marks_in_said, LINE),
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


def or_a_letter(text: str) -> str:
    """The text, or a letter where it says nothing."""
    return text if clean(text).strip() else "x"
