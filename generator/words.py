"""A word list as a second witness: the first is always the text's own words.

The list is the English frequency dictionary that symspellpy ships. It is read once, and only when somebody asks.
"""

from functools import cache
from importlib.resources import files


def is_word(word: str) -> bool:
    """Whether the list knows `word`, in any case."""
    return word.lower() in _words()


@cache
def _words() -> frozenset[str]:
    listed = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return frozenset(listed.split()[::2])  # each line is a word and how often it was seen
