"""Words as they are compared: in one case, without accents, apostrophes or punctuation; and runs of four of them.

`docs/assets/wording.js` does the same in the browser; tests/cases/wording.md holds both to the same cases.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language.small_words import PASSED_OVER

SHINGLE = 4
"""Words in a shingle: fewer would be found everywhere, more would miss what was amended."""

_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")  # States · children’s · 2004 · Rome; age-sensitive is two words
_DROPPED = re.compile(r"[\u0300-\u036f'’]")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in its text."""

    low: str
    at: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """Give the words of a text in their order."""
    return tuple(Word(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Give a word as it is compared: "Children’s" is "childrens", "Côte" is "cote"."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", word)).lower()


def shingles(low: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Take words as they are compared; give each run of four that is indexed: where it begins, and its CRC-32."""
    for place in range(len(low) - SHINGLE + 1):
        if low[place] not in PASSED_OVER:
            yield place, zlib.crc32(" ".join(low[place : place + SHINGLE]).encode("utf-8", "replace"))
