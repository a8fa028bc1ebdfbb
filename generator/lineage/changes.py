"""What changed between two wordings: runs of words that were kept, taken out and put in.

Runs are whole words and phrases, so that they can be read aloud. A few small words that happen to stand in both
wordings amid a change ("the", "and of") belong to the change. Put together, the kept and the deleted runs are the old
wording to the letter, the kept and the inserted ones the new.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

import msgspec

_LETTERS = r"[\w\u0300-\u036f]+"
_LETTER = re.compile(_LETTERS)
# One word: "age-sensitive", "59/166", "Secretary-General’s"; the hyphen of "gender- and" is none.
_WORD = re.compile(rf"{_LETTERS}(?:[-’'./]{_LETTERS})*")
_SMALL_WORDS = """
a an and as at be being been by for from in into is it its of on or such that the their them these this those to which
who with within
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_FEW = 2
_REMEMBERED = 2000  # pairs of wordings: a comparison, a ladder and a feed show the same one


class Change(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class Run(msgspec.Struct, frozen=True):
    """Some words side by side, with the space and punctuation between them."""

    change: Change
    text: str


class _Block(NamedTuple):
    """Words that both wordings have in the same order: where they begin in each, and how many they are."""

    old: int
    new: int
    length: int


@lru_cache(_REMEMBERED)
def changes(old: str, new: str) -> tuple[Run, ...]:
    """Give the runs that lead from one wording to another; what is put in follows what it replaces."""
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    words = [word[0] for word in before]
    # Of texts of 200 words and more, the matcher begins no match with a word of which there is more than one in a
    # hundred: that keeps its time in bounds.
    matcher = SequenceMatcher(None, words, [word[0] for word in after])
    blocks = [_Block(*block) for block in matcher.get_matching_blocks()]
    kept = [span for block in _without_islands(blocks, words) for span in _spans(block, before, after)]
    return tuple(_joined(_runs(old, new, kept)))


def old_wording(runs: Iterable[Run]) -> str:
    """Put the old wording together again."""
    return "".join(run.text for run in runs if run.change is not Change.INSERTED)


def new_wording(runs: Iterable[Run]) -> str:
    """Put the new wording together again."""
    return "".join(run.text for run in runs if run.change is not Change.DELETED)


def _without_islands(blocks: list[_Block], words: list[str]) -> list[_Block]:
    """Leave out the blocks that are few small words between two changes; the last block is empty and marks the end."""
    if len(blocks) < 2:
        return blocks
    start = _Block(0, 0, 0)
    kept: list[_Block] = []
    for block, following in pairwise(blocks):
        previous = kept[-1] if kept else start
        small = block.length <= _FEW and all(
            word.lower() in _SMALL for word in words[block.old : block.old + block.length]
        )
        if not (small and _apart(previous, block) and _apart(block, following)):
            kept.append(block)
    return kept


def _apart(block: _Block, following: _Block) -> bool:
    """Whether words were changed between two blocks."""
    return (block.old + block.length, block.new + block.length) != (following.old, following.new)


def _spans(
    block: _Block, before: list[re.Match[str]], after: list[re.Match[str]]
) -> Iterator[tuple[tuple[int, int], int]]:
    """Where words that were kept stand: the span in the old wording, and the start in the new.

    Mostly what is between the words of a block was kept as well, and the block is one span.
    """
    if not block.length:
        return
    first, last = before[block.old], before[block.old + block.length - 1]
    start, end = after[block.new].start(), after[block.new + block.length - 1].end()
    if first.string[first.start() : last.end()] == after[block.new].string[start:end]:
        yield (first.start(), last.end()), start
        return
    for at in range(block.length):
        yield before[block.old + at].span(), after[block.new + at].start()


def _runs(old: str, new: str, kept: list[tuple[tuple[int, int], int]]) -> Iterator[Run]:
    """The runs around the words that were kept, each given by its span in the old wording and its start in the new."""
    at_old = at_new = 0
    for (start, end), start_in_new in [*kept, ((len(old), len(old)), len(new))]:
        yield from _between(old[at_old:start], new[at_new:start_in_new])
        yield Run(Change.KEPT, old[start:end])
        at_old, at_new = end, start_in_new + end - start


def _between(old: str, new: str) -> Iterator[Run]:
    """The runs between two words that were kept: space and punctuation that both have at either end are kept too."""
    head = _same(_outer(old), _outer(new))
    old, new = old[len(head) :], new[len(head) :]
    tail = _same(_outer(old[::-1]), _outer(new[::-1]))[::-1]
    yield Run(Change.KEPT, head)
    yield Run(Change.DELETED, old.removesuffix(tail))
    yield Run(Change.INSERTED, new.removesuffix(tail))
    yield Run(Change.KEPT, tail)


def _outer(text: str) -> str:
    """What stands before the first letter."""
    letter = _LETTER.search(text)
    return text if letter is None else text[: letter.start()]


def _same(one: str, other: str) -> str:
    """What two texts begin with alike."""
    return "".join(pair[0] for pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of one kind side by side made one; empty ones left out."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is not None and last.change is run.change:
            last = Run(run.change, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
