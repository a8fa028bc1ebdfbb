"""How strongly a verb asks, by the editorial scale in `verbs.yml`, and whether a link made it stronger or weaker."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from generator.authority import Entry, fault, read_list
from generator.lineage.model import Link, Strength
from generator.model import Problem, Resolution

NAME = "verbs.yml"
_PATH = f"corpus/{NAME}"
STRONGEST = 5

Force = tuple[int, int]
"""A grade, and how many adverbs make it stronger."""


class Graded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `verbs.yml`: verbs and their grade, or adverbs and their effect."""

    words: tuple[str, ...]
    grade: int | None = None
    effect: Literal["stronger", "none"] | None = None


class Verbs(msgspec.Struct, frozen=True):
    """The scale: the grade of each verb, and how much each adverb adds; all in lower case."""

    grades: Mapping[str, int] = {}
    adverbs: Mapping[str, int] = {}

    def force(self, opening: str | None) -> Force | None:
        """Say how strongly the opening of a paragraph asks; None where it asks nobody or is not on the scale."""
        words = f" {(opening or '').lower()} "
        added = 0
        for adverb, more in self.adverbs.items():
            if f" {adverb} " in words:
                words = words.replace(f" {adverb} ", " ")
                added += more
        grade = self.grades.get(words.strip())
        return None if grade is None else (grade, added)

    def change(self, before: str | None, after: str | None) -> Strength | None:
        """Say whether a verb became stronger or weaker; None where one of the two has no strength."""
        return _change(self.force(before), self.force(after))


def _change(before: Force | None, after: Force | None) -> Strength | None:
    if before is None or after is None:
        return None
    return Strength.SAME if before == after else Strength.STRONGER if before < after else Strength.WEAKER


def weighed(links: Iterable[Link], texts: Iterable[Resolution], verbs: Verbs) -> Iterator[Link]:
    """Give links with what became of the verb, where the scale says it."""
    of_opening = cache(verbs.force)  # a few openings stand over and over
    force = {f"{text.symbol}#{one.anchor}": of_opening(one.opening) for text in texts for one in text.operative}
    for link in links:
        change = _change(force.get(link.origin), force.get(link.to))
        yield msgspec.structs.replace(link, strength=change) if change else link


def read_verbs(folder: Path) -> tuple[Verbs, tuple[Problem, ...]]:
    """Read the scale that a corpus has, and everything that is wrong with it; without the file no verb has strength."""
    file = folder / NAME
    if not file.is_file():
        return Verbs(), ()
    entries, faults = read_list(file.read_text(encoding="utf-8", errors="replace"), _PATH, Graded)
    wrong = tuple(_faults(entries))
    usable = [entry.value for entry in entries if _is_whole(entry.value)]
    grades = {word.lower(): said.grade for said in usable if said.grade for word in said.words}
    adverbs = {word.lower(): int(said.effect == "stronger") for said in usable if said.effect for word in said.words}
    longest_first = dict(sorted(adverbs.items(), key=lambda entry: -len(entry[0])))
    return Verbs(grades, longest_first), faults + wrong


def _is_whole(said: Graded) -> bool:
    """Whether an entry says one of the two, and a grade that there is."""
    return (said.grade is None) != (said.effect is None) and said.grade in {None, *range(1, STRONGEST + 1)}


def _faults(entries: Iterable[Entry[Graded]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for entry in entries:
        said = entry.value
        if not _is_whole(said):
            message = "give verbs a `grade` from 1 to 5, or adverbs an `effect`, and not both"
            yield fault(_PATH, entry.line("grade"), "grade-or-effect", message)
        for rank, word in enumerate(said.words):
            line = entry.line("words", rank)
            if word.lower() in first:
                yield fault(_PATH, line, "repeated-verb", f"“{word}” stands on line {first[word.lower()]} already")
            first.setdefault(word.lower(), line)
