"""Where many patterns match in one text: each is tried only at the words that it can begin with.

And only where the text has the other words that it needs, wherever they stand: of twelve places one is left then.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from generator.indexing.patterns import Pattern

_WORD = re.compile(r"\w+")
_REMEMBERED = 50_000  # words: more than a corpus uses

Places = Mapping[str, Sequence[int]]
"""Where the matches of patterns begin, by the pattern as it is written; one that does not match has no entry."""


class _Word(NamedTuple):
    """What a word is to the patterns: those that it can open, each with what it needs, and the needs that it meets.

    Needs are bits of a number, so that those of a whole text are put together and compared at once.
    """

    opens: tuple[tuple[Pattern, int], ...]
    meets: int


class Beginnings:
    """Patterns by the words that they begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.opened_by: dict[str, list[Pattern]] = {}
        self.met_by: dict[str, int] = {}
        self.bits: dict[frozenset[str], int] = {}
        for pattern in patterns:
            for beginning in pattern.beginnings:
                self.opened_by.setdefault(beginning, []).append(pattern)
            for need in pattern.needs:
                bit = self.bits.setdefault(need, 1 << len(self.bits))
                self.met_by |= {form: self.met_by.get(form, 0) | bit for form in need}
        self.longest = max(map(len, (*self.opened_by, *self.met_by)), default=0)

    def places(self, folded: str) -> Places:
        """Take a folded text; give every place where a match of each pattern begins, from left to right."""
        words = [(word.start(), known) for word in _WORD.finditer(folded) if (known := _known(self, word[0]))]
        met = reduce(or_, (word.meets for _, word in words), 0)
        found: dict[str, list[int]] = {}
        for at, word in words:
            for pattern, needs in word.opens:
                if needs & met == needs and pattern.expression.match(folded, at):
                    found.setdefault(pattern.written, []).append(at)
        return found


@lru_cache(_REMEMBERED)
def _known(beginnings: Beginnings, word: str) -> _Word | None:
    """Give what a word is to the patterns, if anything. The words of texts are always the same: it is remembered."""
    starts = (f"{word[:end]}*" for end in range(1, min(len(word), beginnings.longest) + 1))
    forms = (word, *starts)
    opened = {pattern.written: pattern for form in forms for pattern in beginnings.opened_by.get(form, ())}
    opens = ((pattern, sum({beginnings.bits[need] for need in pattern.needs})) for pattern in opened.values())
    meets = reduce(or_, (beginnings.met_by.get(form, 0) for form in forms))
    return _Word(tuple(opens), meets) if opened or meets else None
