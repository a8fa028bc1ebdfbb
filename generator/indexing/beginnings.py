"""Where many patterns match in one text: each is tried only at the words that it can begin with."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.indexing.patterns import Pattern

_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000  # words: more than a corpus uses

Places = Mapping[str, Sequence[int]]
"""Where the matches of patterns begin, by the pattern as it is written; one that does not match has no entry."""


class Beginnings:
    """Patterns by the words that they begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.by_word: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for beginning in pattern.beginnings:
                self.by_word.setdefault(beginning, []).append(pattern)
        self.longest = max(map(len, self.by_word), default=0)

    def places(self, folded: str) -> Places:
        """Take a folded text; give every place where a match of each pattern begins, from left to right."""
        found: dict[str, list[int]] = {}
        for word in _WORD.finditer(folded):
            for pattern in _opened(self, word[0]):
                if pattern.expression.match(folded, word.start()):
                    found.setdefault(pattern.written, []).append(word.start())
        return found


@lru_cache(_REMEMBERED)
def _opened(beginnings: Beginnings, word: str) -> tuple[Pattern, ...]:
    """Give the patterns that a word can open. The words of texts are always the same, so it is remembered."""
    forms = (word, *(f"{word[:end]}*" for end in range(1, min(len(word), beginnings.longest) + 1)))
    opened = (pattern for form in forms for pattern in beginnings.by_word.get(form, ()))
    return tuple({pattern.written: pattern for pattern in opened}.values())
