"""What the words of a text say about its notes: which numbers stand in them as marks, which lines answer those."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.reading import note_forms
from generator.reading.marks import labels_in
from generator.reading.sheet import Line

_DIGITS = re.compile(r"\d+")
_ENDS_A_WORD = re.compile(r"[a-z),;.”]$")
_IN_A_WORD = re.compile(r"\w$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SESSION = re.compile(r"\d/$")


class MarksAbove:
    """The marks in the lines of a text below its last note. Each line is looked at once, and only when asked."""

    def __init__(self) -> None:
        self._unread: list[Line] = []
        self._plain: set[str] = set()
        self._possible: set[str] = set()

    def add(self, line: Line) -> None:
        """One more line of the text."""
        self._unread.append(line)

    def labels(self, *, plainly: bool) -> frozenset[str]:
        """The labels of all that may be a mark; where `plainly`, of what is one plain to see."""
        for line in self._unread:
            self._plain |= labels_in(line.text, plain=True)
            self._possible |= labels_in(line.text, plain=False)
        self._unread.clear()
        return frozenset(self._plain if plainly else self._possible)


def glued_numbers(lines: Iterable[Line]) -> frozenset[str]:
    """The numbers that words carry as glued marks: "women;5", "20021", "64/2931" for 1, 31 and 931."""
    digits = (run for line in lines for run in _DIGITS.finditer(line.text))
    return frozenset(label for run in digits for label in _glued(run))


def answer_marks(foot: Sequence[Line], marked: frozenset[str]) -> bool:
    """Whether the numbered lines of a page's foot, from its first on, answer one by one what is `marked` above."""
    wanted = 0
    for line in foot:
        label = note_forms.note_label(line.text, strokes=False, plain=True)
        if label is None or label.style != note_forms.PLAIN or (wanted and int(label.bare) != wanted):
            continue
        if label.bare not in marked:
            return False
        wanted = int(label.bare) + 1
    return wanted > 0


def _glued(run: re.Match[str]) -> Iterator[str]:
    """What may be a mark at the end of a run of digits."""
    digits, before = run[0], run.string[max(0, run.start() - 2) : run.start()]
    if _ENDS_A_WORD.search(before):
        yield digits
    if _YEAR.match(digits) and not _IN_A_WORD.search(before):
        yield digits[4:]
    if _SESSION.match(before):
        yield from (digits[length:] for length in (1, 2, 3))
