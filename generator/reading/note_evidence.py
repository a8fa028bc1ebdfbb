"""What the words of a text say about its notes: which numbers stand in them as marks."""

import re
from collections.abc import Iterable, Iterator

from generator.reading.sheet import Line

_DIGITS = re.compile(r"\d+")
_ENDS_A_WORD = re.compile(r"[a-z),;.”]$")
_IN_A_WORD = re.compile(r"\w$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SESSION = re.compile(r"\d/$")


def glued_numbers(lines: Iterable[Line]) -> frozenset[str]:
    """The numbers that words carry as glued marks: "women;5", "20021", "64/2931" for 1, 31 and 931."""
    digits = (run for line in lines for run in _DIGITS.finditer(line.text))
    return frozenset(label for run in digits for label in _glued(run))


def _glued(run: re.Match[str]) -> Iterator[str]:
    """What may be a mark at the end of a run of digits."""
    digits, before = run[0], run.string[max(0, run.start() - 2) : run.start()]
    if _ENDS_A_WORD.search(before):
        yield digits
    if _YEAR.match(digits) and not _IN_A_WORD.search(before):
        yield digits[4:]
    if _SESSION.match(before):
        yield from (digits[length:] for length in (1, 2, 3))
