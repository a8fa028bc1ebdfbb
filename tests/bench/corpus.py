"""A corpus of N resolutions made of the clauses of the five texts: the same N gives the same bytes.

Twelve resolutions make a series, one every other year. Each takes over most paragraphs of the one before it, changes a
word here and there, drops one or two and has one or two that are new.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator import walk
from generator.model import Mark, Paragraph, Resolution

A_SERIES = 12
_SUBJECTS = (
    "Trafficking in women and girls", "Prevention of trafficking in persons", "Protection of victims of trafficking",
    "Cooperation against transnational organized crime", "Elimination of all forms of exploitation",
    "Situation of migrant women workers", "Demand that fosters trafficking", "Rights of the child and trafficking",
)  # fmt: skip
_REGIONS = ("Africa", "Asia and the Pacific", "Eastern Europe", "Latin America and the Caribbean", "Western Europe")
_SWAPS = (
    ("Governments", "Member States"), ("measures", "steps"), ("women and girls", "women and children"),
    ("strengthen", "improve"), ("including", "in particular"), ("appropriate", "necessary"), ("victims", "survivors"),
)  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """The words of a paragraph with `[^]` where a note is marked, its items under their labels, and its notes."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass
class _Taking:
    """Notes in the order in which the words of a clause mark them."""

    of: dict[str, str]
    taken: list[str] = field(default_factory=list)


def clauses(texts: Sequence[Resolution]) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Give the preambular and the operative clauses of some texts."""
    preambular = tuple(_clause(paragraph, text) for text in texts for paragraph in text.preamble)
    operative = tuple(_clause(paragraph, text) for text in texts for paragraph in text.operative)
    return preambular, operative


def _clause(paragraph: Paragraph, text: Resolution) -> Clause:
    taking = _Taking({note.label: note.resolved or note.text for note in text.footnotes})
    lines = [
        f"{'' if one is paragraph else f'{one.printed} '}{_marked(one.text, one.marks, taking)}"
        for one in walk.with_items((paragraph,))
    ]
    return Clause(tuple(lines), tuple(taking.taken))


def _marked(words: str, marks: Sequence[Mark], taking: _Taking) -> str:
    for mark in reversed(marks):
        words = f"{words[: mark.at]}[^]{words[mark.at :]}"
    taking.taken += [taking.of[mark.footnote] for mark in marks if mark.footnote in taking.of]
    return words if len(marks) == words.count("[^]") else words.replace("[^]", "")


def write_corpus(folder: Path, size: int, texts: Sequence[Resolution]) -> None:
    """Write a corpus of so many texts into `folder`/texts."""
    home = folder / "texts"
    home.mkdir(parents=True, exist_ok=True)
    preambular, operative = clauses(texts)
    for start in range(0, size, A_SERIES):
        series = _series(start // A_SERIES, preambular, operative)
        for symbol, words in islice(series, min(A_SERIES, size - start)):
            (home / f"{symbol.replace('/', '-')}.txt").write_text(words, encoding="utf-8")


def _series(rank: int, preambular: Sequence[Clause], operative: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    """The texts of one series with their symbols."""
    dice = random.Random(rank)
    title = f"{_SUBJECTS[rank % len(_SUBJECTS)]} in {_REGIONS[rank % len(_REGIONS)]}, question {rank + 1}"
    before = dice.sample(preambular, dice.randint(14, 24))
    after = dice.sample(operative, dice.randint(16, 30))
    for member in range(A_SERIES):
        session = 55 + 2 * member
        symbol = f"A/RES/{session}/{rank + 1}"
        yield symbol, _printed(symbol, title, session, before, after)
        before = _moved_on(before, preambular, dice)
        after = _moved_on(after, operative, dice)


def _moved_on(taken: Sequence[Clause], pool: Sequence[Clause], dice: random.Random) -> list[Clause]:
    later = list(taken)
    for _ in range(dice.randint(0, 2)):
        later.pop(dice.randrange(len(later)))
    for _ in range(dice.randint(0, 2)):
        later.insert(dice.randrange(len(later)), dice.choice(pool))
    old, new = dice.choice(_SWAPS)
    changed = dice.randrange(len(later))
    later[changed] = Clause(tuple(line.replace(old, new, 1) for line in later[changed].lines), later[changed].notes)
    return later


def _printed(symbol: str, title: str, session: int, before: Sequence[Clause], after: Sequence[Clause]) -> str:
    """A text as it is handed in: a front matter, and words with `[^5]` for the marks and `[^5]: …` for the notes."""
    notes: list[str] = []
    blocks = ["The General Assembly,"]
    blocks += ["\n\n".join(_numbered(clause, notes)) for clause in before]
    blocks += [f"{number}. " + "\n\n".join(_numbered(clause, notes)) for number, clause in enumerate(after, 1)]
    blocks.append(f"74th plenary meeting\n20 December {1945 + session}")
    blocks += [f"[^{label}]: {note}" for label, note in enumerate(notes, 1)]
    head = f'---\nsymbol: {symbol}\nsupplied:\n  title: "{title}"\n  adopted: {1945 + session}-12-20\n---\n'
    return head + "\n\n".join(blocks) + "\n"


def _numbered(clause: Clause, notes: list[str]) -> Iterator[str]:
    waiting = iter(clause.notes)
    for line in clause.lines:
        pieces = line.split("[^]")
        words = pieces[0]
        for piece in pieces[1:]:
            notes.append(next(waiting))
            words += f"[^{len(notes)}]{piece}"
        yield words
