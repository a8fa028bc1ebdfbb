"""Leaving out syntax that a page has no sign of changes no byte of any page."""

from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
NAME = "generator.unused_syntax"
OTHERS = ["admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc", "generator.printed_notes"]

CASES = (
    "`code` and ``more``", "a \\* star", "*one* **two** ***three*** * alone *", "_one_ __two__ snake_case _",
    "[text](<a b.md>) [text][id] [id] [id][]\n\n[id]: http://example.org 'title'",
    "- item\n\n    [id]: there.md\n\n[id]",
    "![image](a.png) ![image][id]\n\n[id]: a.png", "<http://example.org> <FTP://x.y> <who@example.org>",
    "two spaces  \nat the end", "<b>bold</b> &amp; &#42; AT&T", "note[^1]\n\n[^1]: its text with `code`",
    "<div markdown>\n\n*inside* [id]\n\n[id]: x.md\n\n</div>", "| a | b |\n|---|---|\n| `c` | *d* |",
    "!!! note\n    *inside*\n\n    [id]\n\n    [id]: y.md", "> [id]\n>\n> [id]: z.md",
)  # fmt: skip
SIGNS = st.sampled_from([*"`\\[]!<>@*_&:#|()\n ^-", "  \n", "\n\n", "[id]: x", "[^1]: n", "word", "http:", "    "])


def converted(text: str, *extensions: str) -> str:
    return markdown.markdown(text, extensions=[*OTHERS, *extensions])


@pytest.mark.parametrize("text", CASES)
def test_every_kind_of_syntax_still_works(text: str) -> None:
    assert converted(text, NAME) == converted(text)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_any_text_comes_out_the_same(text: str) -> None:
    assert converted(text, NAME) == converted(text)


def test_every_page_of_the_site_comes_out_the_same(site: Path) -> None:
    pages = sorted((site.parent / "docs").rglob("*.md"))
    for page in (*pages[::9], *(page for page in pages if page.parent.name == "59")):
        text = page.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        assert converted(text, NAME) == converted(text), page


def test_the_site_is_built_with_it_and_with_what_is_tested_here() -> None:
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    named = yaml.safe_load(configuration)["markdown_extensions"]
    assert {one if isinstance(one, str) else next(iter(one)) for one in named} == {*OTHERS, NAME}
