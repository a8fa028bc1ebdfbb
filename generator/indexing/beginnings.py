"""Where many patterns match in one text: each is tried only at the words that it can begin with.

And only where the text has the other words that it needs, wherever they stand: of twelve places one is left then.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.indexing.patterns import Pattern

_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000  # words: more than a corpus uses

Places = Mapping[str, Sequence[int]]
"""Where the matches of patterns begin, by the pattern as it is written; one that does not match has no entry."""


class _Word(NamedTuple):
    """What a word is to the patterns: those that it can open, and which of their beginnings and needs it is."""

    opens: tuple[Pattern, ...]
    forms: tuple[str, ...]


class Beginnings:
    """Patterns by the words that they begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.by_word: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for beginning in pattern.beginnings:
                self.by_word.setdefault(beginning, []).append(pattern)
            for form in frozenset().union(*pattern.needs):
                self.by_word.setdefault(form, [])
        self.longest = max(map(len, self.by_word), default=0)

    def places(self, folded: str) -> Places:
        """Take a folded text; give every place where a match of each pattern begins, from left to right."""
        words = [(word.start(), known) for word in _WORD.finditer(folded) if (known := _known(self, word[0]))]
        said = {form for _, word in words for form in word.forms}
        found: dict[str, list[int]] = {}
        for at, word in words:
            for pattern in word.opens:
                if not any(map(said.isdisjoint, pattern.needs)) and pattern.expression.match(folded, at):
                    found.setdefault(pattern.written, []).append(at)
        return found


@lru_cache(_REMEMBERED)
def _known(beginnings: Beginnings, word: str) -> _Word | None:
    """Give what a word is to the patterns, if anything. The words of texts are always the same: it is remembered."""
    starts = (f"{word[:end]}*" for end in range(1, min(len(word), beginnings.longest) + 1))
    forms = tuple(form for form in (word, *starts) if form in beginnings.by_word)
    opened = (pattern for form in forms for pattern in beginnings.by_word[form])
    return _Word(tuple({pattern.written: pattern for pattern in opened}.values()), forms) if forms else None
