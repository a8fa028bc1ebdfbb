"""Printed lines become one line of text: what a hyphen at a line's end means."""

import re
from collections.abc import Iterable

_LAST_WORD = re.compile(r"([\w’']+(?:-[\w’']+)*)-$")
_FIRST_WORD = re.compile(r"[\w’']+")
_SUSPENDED = frozenset({"and", "or", "to", "as"})
"""After one of these the hyphen is a suspended one ("gender- and age-sensitive") and keeps its space."""


def joined(lines: Iterable[str], words: frozenset[str]) -> str:
    """The lines as one. `words` are the document's own words in lower case, the witness for line-end hyphens."""
    text = ""
    for line in lines:
        text = _join(text, line, words) if text else line
    return text


def _join(before: str, after: str, words: frozenset[str]) -> str:
    """Two lines. A soft hyphen is dropped; a hard one too, where only the word without it is used elsewhere."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last and first:
        if first[0].lower() in _SUSPENDED:
            return f"{before} {after}"
        whole, hyphened = last[1] + first[0], f"{last[1]}-{first[0]}"
        unsplit = whole.lower() in words and hyphened.lower() not in words
        return before[:-1] + after if unsplit else before + after
    glued = re.search(r"\S[/–—]$", before) is not None and not before.endswith((" –", " —"))
    return before + after if glued else f"{before} {after}"


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document, hyphened ones whole, apart from those that a line's end may have cut."""
    return frozenset(
        word for line in lines for word in re.findall(r"[\w’']+(?:-[\w’']+)*(?!-?$)", line.lower().partition(" ")[2])
    )
