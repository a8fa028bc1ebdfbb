"""Make any text inert in Markdown: what was printed is what is shown.

A backslash does not disarm everything, so characters become numeric references (`&#42;` for an asterisk). Only those
that Markdown, the extensions in `mkdocs.yml` or HTML could read as markup are touched: plain prose stays plain.
"""

import html
import json
import re
import string
from functools import lru_cache

_REMEMBERED = 10_000  # words: places, dates, themes and signs of punctuation are asked for again and again
_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]<>&#|!~^=+$\u00a0\u202f"}
_HAS_MARKUP = re.compile("[" + re.escape("".join(map(chr, _MARKUP))) + "]")
_NUMBER_AT_START = re.compile(r"(\d+)([.)])")
_FOLDED_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
    for plane in range(0, 0x110000, 0x10000)) + "]"
)  # fmt: skip


def clean(text: str) -> str:
    """Give `text` on one line, runs of white space as one space, and U+FFFD for what no page can show.

    Non-breaking spaces are kept: they are part of what was printed.
    """
    if text.isprintable() and "  " not in text:
        return text
    return _UNSHOWABLE.sub("\ufffd", _FOLDED_SPACE.sub(" ", text))


@lru_cache(_REMEMBERED)
def escape(text: str) -> str:
    """Give `text` as Markdown that shows exactly it, to stand inside a line."""
    inert = clean(text)
    if _HAS_MARKUP.search(inert):  # most prose has none, and looking is quicker than replacing
        inert = inert.translate(_MARKUP)
    inert = inert.replace("//", "&#47;&#47;")
    return _reference(inert[0]) + inert[1:] if inert.startswith(":") else inert


def escape_line(text: str) -> str:
    """Give `text` as Markdown that shows exactly it, to open a line: there, a digit or a dash could begin a list."""
    inert = escape(text.lstrip())
    if number := _NUMBER_AT_START.match(inert):
        return number[1] + _reference(number[2]) + inert[number.end() :]
    if inert and inert[0] in string.punctuation and inert[0] != "&":
        return _reference(inert[0]) + inert[1:]
    return inert


def front_matter_value(text: str) -> str:
    """Give `text` as a quoted YAML scalar, escaped for HTML: Material prints titles and descriptions as they are."""
    return json.dumps(html.escape(clean(text).strip()), ensure_ascii=False)


def _reference(sign: str) -> str:
    return f"&#{ord(sign)};"
