"""An extension of Python-Markdown that leaves out, page by page, the syntax of which a page has no sign.

Python-Markdown tries every kind of inline syntax on every piece of text. A kind whose signs stand nowhere in a page can
match nothing there, so that the page comes out the same, in less time. Any builder loads it by its name.
"""

import re
from collections.abc import Mapping

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_BEFORE_ALL = 200
_REFERENCE = re.compile(r"\[(?!\^)[^\[\]]*\]:")  # wherever it stands: in a list it is indented
# The kinds of inline syntax by their names in the registry; without a match in the page, the kind is left out.
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "backtick": re.compile("`"),
    "escape": re.compile(r"\\"),
    "reference": _REFERENCE,
    "short_reference": _REFERENCE,
    "image_link": re.compile(r"!\["),
    "image_reference": re.compile(r"!\["),
    "short_image_ref": re.compile(r"!\["),
    "autolink": re.compile(r"<[a-zA-Z]+:"),
    "automail": re.compile("@"),
    "linebreak": re.compile("(?m)  $"),
    "html": re.compile("<"),
    "entity": re.compile("&"),
    "em_strong": re.compile("[*_]"),
}


class _Leaver(Preprocessor):
    """Looks through the page before anything else does; it changes no line of it."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for name, sign in _SIGNS.items():
            if name in self.md.inlinePatterns and not sign.search(text):
                self.md.inlinePatterns.deregister(name)
        return lines


class UnusedSyntax(Extension):
    """Register the preprocessor that leaves syntax out; an instance of Markdown is for one page only."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Look through the page first."""
        md.preprocessors.register(_Leaver(md), "unused_syntax", _BEFORE_ALL)


def makeExtension(**options: object) -> UnusedSyntax:  # noqa: N802 (the name is Python-Markdown's)
    """Give the extension to Python-Markdown."""
    return UnusedSyntax(**options)
