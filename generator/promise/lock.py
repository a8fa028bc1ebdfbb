"""`corpus/anchors.lock`: every anchor that has been published, one line each. Lines are added and never taken away.

    A/RES/59/166#op18 0f3a9c81d0b4                                    published, with the fingerprint of its words
    A/RES/59/166#op18 77e1b02c9a55 accepted 2026-11-25 a misread word was mended
    A/RES/59/166#op27 moved A/RES/59/166#op26-n1 2026-11-25 the reader took an item for a paragraph
    A/RES/59/166#op28 withdrawn 2026-11-25 it belongs to the neighbouring text
    A/RES/59/167# withdrawn 2026-11-25 brought in twice
    A/RES/59/167# moved A/RES/59/166# 2026-11-25 the symbol was misread

What is said last of an anchor holds. `parse` takes the words of a lock and gives its lines with what is wrong;
`written` gives them back, sorted.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from generator.authority import fault
from generator.model import Problem

NAME = "anchors.lock"
PATH = f"corpus/{NAME}"

_HEAD = """\
# Every anchor that has been published, and what became of it. Nothing is ever taken out of this file.
# `python -m generator lock` adds what is new; it says how to record a change. docs/decisions/0004-lock.md says why.
"""
_DATE = r"\d{4}-\d\d-\d\d"
_PLACE = r"[^\s#]+#\S*"
_LINE = re.compile(
    rf"(?P<place>{_PLACE}) (?:(?P<fingerprint>[0-9a-f]{{12}})(?: accepted (?P<accepted>{_DATE}) (?P<why>\S.*))?"
    rf"|moved (?P<to>{_PLACE}) (?P<moved>{_DATE}) (?P<why_moved>\S.*)"
    rf"|withdrawn (?P<withdrawn>{_DATE}) (?P<why_withdrawn>\S.*))"
)


class Fate(StrEnum):
    """What a line says of its anchor."""

    PUBLISHED = "published"
    ACCEPTED = "accepted"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


class Said(msgspec.Struct, frozen=True):
    """When an editor said what became of a place, and why."""

    date: str
    why: str


class Locked(msgspec.Struct, frozen=True):
    """One line: a place (symbol and anchor; the anchor of a whole text is empty), what became of it, when and why."""

    symbol: str
    anchor: str
    fate: Fate
    fingerprint: str | None = None
    to: str | None = None
    said: Said | None = None
    line: int = 0

    @property
    def place(self) -> str:
        """The address within the edition: "A/RES/59/166#op18"."""
        return f"{self.symbol}#{self.anchor}"


Lock = tuple[Locked, ...]


def read_lock(folder: Path) -> tuple[Lock | None, tuple[Problem, ...]]:
    """Read the lock of a corpus: its lines, None where it has no lock, and each line that cannot be read."""
    file = folder / NAME
    return parse(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else (None, ())


def parse(text: str) -> tuple[Lock, tuple[Problem, ...]]:
    """Read a lock: its lines in their order, and each that cannot be read."""
    lines: list[Locked] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found:
            lines.append(_locked(found, number))
        else:
            message = f"“{line.strip()[:80]}” is no line of a lock; take it back to what it was in the last commit"
            problems.append(fault(PATH, number, "bad-lock-line", message))
    return tuple(lines), tuple(problems)


def written(lock: Iterable[Locked]) -> str:
    """Give the words of a lock: by symbol and anchor, what was said first before what was said later."""
    ordered = sorted(lock, key=lambda locked: (_natural(locked.symbol), _natural(locked.anchor)))
    return _HEAD + "".join(f"{_line(locked)}\n" for locked in ordered)


def latest(lock: Iterable[Locked]) -> Mapping[str, Locked]:
    """Give what is said last of each place."""
    return {locked.place: locked for locked in lock}


def whereto(place: str, lock: Mapping[str, Locked]) -> str:
    """Follow a place through all its moves; a place that was not moved is where it was."""
    seen = {place}
    while (locked := lock.get(place)) and locked.fate is Fate.MOVED and locked.to and locked.to not in seen:
        place = locked.to
        seen.add(place)
    return place


def _locked(found: re.Match[str], number: int) -> Locked:
    symbol, _, anchor = found["place"].partition("#")
    date = found["accepted"] or found["moved"] or found["withdrawn"]
    if not date:
        return Locked(symbol, anchor, Fate.PUBLISHED, found["fingerprint"], line=number)
    fate = Fate.MOVED if found["moved"] else Fate.WITHDRAWN if found["withdrawn"] else Fate.ACCEPTED
    why = found["why"] or found["why_moved"] or found["why_withdrawn"]
    return Locked(symbol, anchor, fate, found["fingerprint"], found["to"], Said(date, why), number)


def _line(locked: Locked) -> str:
    told = (locked.said.date, " ".join(locked.said.why.split())) if locked.said else ()
    words = {
        Fate.PUBLISHED: (locked.fingerprint,),
        Fate.ACCEPTED: (locked.fingerprint, locked.fate, *told),
        Fate.MOVED: (locked.fate, locked.to, *told),
        Fate.WITHDRAWN: (locked.fate, *told),
    }[locked.fate]
    return " ".join((locked.place, *(str(word) for word in words)))


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """The key by which "op9" stands before "op10"."""
    return tuple((int(run), "") if run.isdigit() else (0, run) for run in re.split(r"(\d+)", text) if run)
