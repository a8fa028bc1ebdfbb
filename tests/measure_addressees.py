"""Count the addressees found in three texts against those that a careful reader found: `tests/truth`.

`python -m tests.measure_addressees` prints, for each text and for all, precision, recall and F1 of the ids per
operative paragraph (those of the opening and those of second verbs together), what is missed and what is wrong, the
kinds that differ, and the noun phrases that no entry of the authority file has.
"""

import sys
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator import symbols
from generator.corpus import read_corpus
from generator.indexing.addressees import Addressees, read_addressees
from generator.indexing.asked import asked
from generator.indexing.kinds import kind_of
from generator.model import Part, Resolution
from generator.reading import read

ROOT = Path(__file__).parent.parent
TRUTH = ROOT / "tests" / "truth"
STEMS = ("A-C.3-73-L.7", "A-RES-58-137", "A-RES-59-166")


class Count(msgspec.Struct, frozen=True):
    """What was counted in one text or in several."""

    symbol: str
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    kinds: int
    other_kinds: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Right of those found."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Found of those expected."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(1, 2 * self.right + len(self.wrong) + len(self.missed))

    def __add__(self, other: "Count") -> "Count":
        """Count two together."""
        return Count("all", *(getattr(self, key) + getattr(other, key) for key in self.__struct_fields__[1:]))


def texts() -> tuple[Resolution, ...]:
    """The three texts as they are read."""
    return tuple(read(text) for text in read_corpus(ROOT / "corpus").texts if Path(text.path).stem in STEMS)


def count(text: Resolution, addressees: Addressees) -> Count:
    """Count one text against what the reader found in it."""
    truth = yaml.safe_load((TRUTH / f"{symbols.file_stem(text.symbol)}.yaml").read_text(encoding="utf-8"))
    by_anchor = {entry["id"]: entry for entry in truth["operative"]}
    total = Count(text.symbol, 0, (), (), 0, (), ())
    for paragraph in text.operative:
        entry = by_anchor[paragraph.anchor]
        expected = _ids(entry)
        found = asked(paragraph, addressees)
        kind = kind_of(paragraph, Part.OPERATIVE)
        where = f"{text.symbol} {paragraph.anchor}"
        total += Count(
            text.symbol,
            right=len(expected & {*found.ids}),
            missed=tuple(f"{where}: {one}" for one in sorted(expected - {*found.ids})),
            wrong=tuple(f"{where}: {one}" for one in sorted({*found.ids} - expected)),
            kinds=1,
            other_kinds=() if kind == entry["kind"] else (f"{where}: {kind}, not {entry['kind']}",),
            unknown=tuple(f"{where}: {words}" for words in found.unknown),
        )
    return msgspec.structs.replace(total, symbol=text.symbol)


def _ids(entry: dict[str, Any]) -> set[str]:
    second = [one for verb in entry.get("secondary") or () for one in verb["addressees"]]
    return {identity for one in (*entry["addressees"], *second) for identity in one["ids"]}


def total(counts: list[Count]) -> Count:
    """Count all together."""
    first, *others = counts
    for other in others:
        first += other
    return first


def main() -> int:
    """Print the counts; 1 if F1 is below 0.95."""
    addressees, problems = read_addressees(ROOT / "corpus")
    for problem in problems:
        print(f"{problem.path}:{problem.line}: {problem.code}: {problem.message}")
    counts = [count(text, addressees) for text in texts()]
    for one in (*counts, total(counts)):
        print(
            f"{one.symbol}: precision {one.precision:.3f}, recall {one.recall:.3f}, F1 {one.f1:.3f} "
            f"({one.right} right, {len(one.missed)} missed, {len(one.wrong)} wrong); "
            f"kinds {one.kinds - len(one.other_kinds)} of {one.kinds}"
        )
    every = total(counts)
    for name, lines in (
        ("missed", every.missed),
        ("wrong", every.wrong),
        ("kind", every.other_kinds),
        ("in no entry", every.unknown),
    ):
        for line in lines:
            print(f"{name}: {line}")
    return 0 if every.f1 >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
