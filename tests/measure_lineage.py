"""Count the links between paragraphs against those that careful readers found: `tests/truth`.

`python -m tests.measure_lineage` prints, for pairs of texts that were read through: how many of the readers' links of
high certainty are found, how many of those found are the readers', how many of the merged or split ones are found,
how many have the right kind, and whether what is new and what was dropped is right. A folder of texts on other
subjects may be named: its texts are aligned with one another, and those that have links are printed.
`lineage.yaml` is the first reader's, `lineage-second-reader.yaml` that of another reader for another pair.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator.authorities import read_authorities
from generator.gathering import read_and_audit
from generator.handed_in import read_any_file
from generator.lineage.alignment import align, align_profiles
from generator.lineage.changes import changes
from generator.lineage.lookup import Lookup
from generator.lineage.model import Lineage, Link
from generator.lineage.profiles import profile
from generator.lineage.tracing import lineage
from generator.model import Resolution
from generator.pipeline import read_edition

ROOT = Path(__file__).parent.parent
FIRST, SECOND = "lineage.yaml", "lineage-second-reader.yaml"

Pair = tuple[str, str]


class Count(msgspec.Struct, frozen=True):
    """What was counted: the readers' links of high certainty, those found, and which are missed or wrong."""

    certain: int
    missed: tuple[Pair, ...]
    found: int
    wrong: tuple[Pair, ...]
    merged: int
    merged_missed: int
    of_other_kind: tuple[Pair, ...]

    @property
    def recall(self) -> float:
        """Found of those the readers are certain of."""
        return 1 - len(self.missed) / self.certain

    @property
    def precision(self) -> float:
        """The readers' of those found."""
        return 1 - len(self.wrong) / self.found

    @property
    def kinds(self) -> float:
        """Of the right kind, of those found that the readers are certain of."""
        return 1 - len(self.of_other_kind) / (self.certain - len(self.missed))


def read_by(name: str) -> dict[str, Any]:
    """Give what a reader found."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "truth" / name).read_text(encoding="utf-8"))
    return read


def count(name: str, texts: Mapping[str, Resolution], *, read_through: frozenset[Pair]) -> Count:
    """Count one reader's links; only texts that were read through tell which of our links are wrong."""
    given = read_by(name)
    read = {
        (_place(one["from"]), _place(one["to"])): one
        for key in ("operative_pairs", "preambular_pairs")
        for one in given.get(key, ())
    }
    pairs = {(_symbol(origin), _symbol(to)) for origin, to in read}
    ours = {(link.origin, link.to): link for a, b in sorted(pairs) for link in align(texts[a], texts[b]).links}
    certain = {pair: one for pair, one in read.items() if one.get("certainty", "high") == "high"}
    judged = [pair for pair in ours if (_symbol(pair[0]), _symbol(pair[1])) in read_through]
    merged = [pair for pair, one in certain.items() if one["relation"] == "merged"]
    return Count(
        certain=len(certain),
        missed=tuple(pair for pair in certain if pair not in ours),
        found=len(judged),
        wrong=tuple(pair for pair in judged if pair not in read),
        merged=len(merged),
        merged_missed=sum(pair not in ours for pair in merged),
        of_other_kind=tuple(pair for pair, one in certain.items() if _is_other(ours.get(pair), one["relation"])),
    )


def _is_other(link: Link | None, relation: str) -> bool:
    return link is not None and link.kind != relation


def _place(written: str) -> str:
    return written.replace(" ", "#", 1)


def _symbol(place: str) -> str:
    return place.partition("#")[0]


_LADDER = ("E/CN.4/RES/2004/45#op6", "A/RES/59/166#op18", "A/RES/65/190#op17", "A/C.3/73/L.7#op26")
_FOUND_AGAIN = "E/CN.4/RES/2004/45#op9"
_MOST_RUNS = 15
THROUGH = {
    FIRST: frozenset({("A/RES/59/166", "A/RES/65/190"), ("E/CN.4/RES/2004/45", "A/RES/59/166")}),
    SECOND: frozenset({("A/RES/65/190", "A/C.3/73/L.7")}),
}


def agreement(name: str, found: Lineage) -> Iterator[tuple[str, float]]:
    """Give how far what is new and what was dropped agrees with what a reader lists: of all named, those both name."""
    given = read_by(name)
    for title, read in given.get("new_in", {}).items():
        symbol = title.split()[0]
        ours = {_anchor(place) for place in found.new if _symbol(place) == symbol and _is_operative(place)}
        yield f"new in {title}", _shared(ours, set(read))
    for title, read in given.get("dropped", {}).items():
        earlier, later = title.split(" -> ")
        gone = {one.anchor for one in found.dropped if one.where == later and _symbol(one.anchor) == earlier}
        ours = {_anchor(place) for place in gone if _is_operative(place)}
        yield f"dropped {title}", _shared(ours, set(read))


def _shared(ours: set[str], read: set[str]) -> float:
    return len(ours & read) / len(ours | read) if ours | read else 1.0


def _anchor(place: str) -> str:
    return place.partition("#")[2]


def _is_operative(place: str) -> bool:
    return _anchor(place).startswith("op")


def linked_strangers(folder: Path) -> tuple[int, list[str]]:
    """Align each text of a folder with each other; give how many pairs there are, and those that have links."""
    read = [read_any_file(file)[0] for file in sorted(folder.rglob("*")) if file.suffix in {".txt", ".pdf"}]
    authorities, _ = read_authorities(ROOT / "corpus")
    profiles = [profile(read_and_audit(text, authorities)) for text in read if text]
    pairs = list(combinations(profiles, 2))
    found = [(one, other, len(align_profiles(one, other).links)) for one, other in pairs]
    return len(pairs), [f"{one.symbol} → {other.symbol}: {number}" for one, other, number in found if number]


def main() -> int:
    """Print the counts; 1 if one of them is below its target. A folder of other texts may be named."""
    edition = read_edition(ROOT / "corpus")
    texts = {text.symbol: text for text in edition.resolutions}
    good = True
    for name, read_through in THROUGH.items():
        one = count(name, texts, read_through=read_through)
        print(
            f"{name}: recall {one.recall:.3f} of {one.certain}, precision {one.precision:.3f} of {one.found}, "
            f"merged {one.merged - one.merged_missed} of {one.merged}, kinds {one.kinds:.3f}"
        )
        for what, pairs in (("missed", one.missed), ("wrong", one.wrong), ("of another kind", one.of_other_kind)):
            for origin, to in pairs:
                print(f"  {what}: {origin} → {to}")
        good &= min(one.recall, one.precision) >= 0.97 and one.kinds >= 0.93
        good &= one.merged_missed <= one.merged / 10
    lookup = Lookup(lineage(texts.values()), texts)
    for what, share in agreement(FIRST, lookup.lineage):
        print(f"{what}: {share:.3f} agrees")
        good &= share >= 0.9
    runs = changes(lookup.words(_LADDER[1]), lookup.words(_LADDER[2]))
    print(f"changes from {_LADDER[1]} to {_LADDER[2]}: {len(runs)} runs")
    whole = lookup.ladder_of[_LADDER[0]].places
    print(f"ladder: {' → '.join(whole)}")
    later = [link.to for link in lookup.after.get(_FOUND_AGAIN, ())]
    print(f"{_FOUND_AGAIN} is found again: {', '.join(later) or 'no'}")
    good &= len(runs) <= _MOST_RUNS and whole == _LADDER and any(_anchor(place).startswith("pp") for place in later)
    for folder in map(Path, sys.argv[1:]):
        number, strangers = linked_strangers(folder)
        print(f"{folder.name}: {len(strangers)} of {number} pairs have links; texts on one subject may")
        print(*(f"  {line}" for line in strangers), sep="\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
