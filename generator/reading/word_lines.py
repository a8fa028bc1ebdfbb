"""On which line of the raw text a place in joined words was printed.

Joining lines takes hyphens and spaces away and adds others, but no letter and no digit: those are counted.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from generator.reading.sheet import Line


class WordLines:
    """The lines of some texts by places in their words; each text is counted once, when it is first asked for."""

    def __init__(self, texts: Sequence[str], printed: Sequence[Sequence[Line]]) -> None:
        self._texts = texts
        self._printed = printed
        self._counted: dict[int, tuple[list[int], list[int]]] = {}

    def at(self, text: int, place: int) -> int:
        """The number of the line on which what stands at a place of a text was printed; 1 for a text without lines."""
        lines = self._printed[text]
        if not lines:
            return 1
        if text not in self._counted:
            ends = list(accumulate(sum(map(str.isalnum, line.text)) for line in lines))
            self._counted[text] = (ends, [0, *accumulate(map(str.isalnum, self._texts[text]))])
        ends, before = self._counted[text]
        return lines[min(bisect_right(ends, before[place]), len(lines) - 1)].number
