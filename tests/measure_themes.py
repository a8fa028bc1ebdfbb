"""Hold the themes found in three texts against those that a careful reader found: `tests/truth`.

`python -m tests.measure_themes` prints, over the operative paragraphs:

- micro precision, recall and F1, and how often the first theme is the reader's first;
- the same F1 for each text with only those rules that also match in another text of the corpus: a rule that fits one
  text alone does not count there, so this says what the rules may be worth in a text that nobody has seen;
- each theme with the paragraphs it misses and those it should not have.

Exit code 1 if F1 is below 0.90.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import yaml

from generator import symbols
from generator.model import Index, Paragraph, Resolution
from generator.pipeline import read_edition
from generator.walk import paragraphs, with_items

ROOT = Path(__file__).parent.parent
TRUTH = ROOT / "tests" / "truth"
ANNOTATED = ("A/RES/58/137", "A/RES/59/166", "A/C.3/73/L.7")
LEAST = 0.90

Rule = tuple[str, str]
"""A theme and one of its patterns."""

Themes = Mapping[str, tuple[str, ...]]
"""The themes of each paragraph, named by symbol and anchor, the primary one first."""


class Count(msgspec.Struct, frozen=True):
    """How many assignments are right, and which are missed or wrong, each as a theme and a paragraph."""

    right: int
    missed: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        """Right of those found."""
        return self.right / (self.right + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Found of those expected."""
        return self.right / (self.right + len(self.missed) or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (2 * self.right + len(self.missed) + len(self.wrong) or 1)


def expected() -> dict[str, tuple[str, ...]]:
    """The themes that the reader gave to each operative paragraph of the three texts."""
    return {
        f"{symbol} {entry['id']}": tuple(entry["themes"])
        for symbol in ANNOTATED
        for entry in yaml.safe_load((TRUTH / f"{symbols.file_stem(symbol)}.yaml").read_text("utf-8"))["operative"]
    }


def found(resolutions: Iterable[Resolution]) -> dict[str, tuple[str, ...]]:
    """The themes that the rules give to each operative paragraph of the three texts."""
    return {name: paragraph.themes for name, paragraph in _annotated(resolutions)}


def found_with_rules_of_others(resolutions: tuple[Resolution, ...]) -> dict[str, tuple[str, ...]]:
    """The same, by those rules alone that also match somewhere in another text."""
    matching = {resolution.symbol: set(_rules(*with_items(paragraphs(resolution)))) for resolution in resolutions}
    return {
        name: tuple(dict.fromkeys(theme for theme, rule in _rules(paragraph) if (theme, rule) in others))
        for symbol in ANNOTATED
        for others in [set().union(*(rules for other, rules in matching.items() if other != symbol))]
        for name, paragraph in _annotated(resolutions)
        if name.startswith(f"{symbol} ")
    }


def count(truth: Themes, given: Themes) -> Count:
    """Hold what was given against the truth, paragraph by paragraph."""
    wanted = {(theme, name) for name, themes in truth.items() for theme in themes}
    made = {(theme, name) for name, themes in given.items() for theme in themes}
    return Count(len(wanted & made), tuple(sorted(wanted - made)), tuple(sorted(made - wanted)))


def right_first(truth: Themes, given: Themes) -> float:
    """How often the first theme is the reader's first."""
    return sum(given[name][:1] == themes[:1] for name, themes in truth.items()) / len(truth)


def _annotated(resolutions: Iterable[Resolution]) -> Iterator[tuple[str, Paragraph]]:
    for resolution in resolutions:
        if resolution.symbol in ANNOTATED:
            for paragraph in resolution.operative:
                yield f"{resolution.symbol} {paragraph.anchor}", paragraph


def _rules(*paragraphs: Paragraph) -> Iterator[Rule]:
    for paragraph in paragraphs:
        yield from ((ground.id, ground.rule) for ground in paragraph.grounds if ground.index is Index.THEME)


def main() -> int:
    """Print the figures; 1 if they are too low."""
    resolutions = read_edition(ROOT / "corpus").resolutions
    truth, given = expected(), found(resolutions)
    whole = count(truth, given)
    print(f"all rules: precision {whole.precision:.3f}, recall {whole.recall:.3f}, F1 {whole.f1:.3f}")
    print(f"the first theme is the reader's: {right_first(truth, given):.3f}")
    crossed = found_with_rules_of_others(resolutions)
    for symbol in ANNOTATED:
        own = {name: themes for name, themes in truth.items() if name.startswith(f"{symbol} ")}
        print(f"{symbol} by rules that match in another text: F1 {count(own, _only(crossed, own)).f1:.3f}")
    print(f"all three by such rules: F1 {count(truth, crossed).f1:.3f}")
    for theme in sorted({theme for themes in truth.values() for theme in themes}):
        _print_theme(theme, truth, given)
    return 0 if whole.f1 >= LEAST else 1


def _only(given: Themes, names: Iterable[str]) -> Themes:
    return {name: given[name] for name in names}


def _print_theme(theme: str, truth: Themes, given: Themes) -> None:
    one = count(*({name: (theme,) for name in themes if theme in themes[name]} for themes in (truth, given)))
    print(f"{theme}: F1 {one.f1:.3f} ({one.right} right)")
    for what, names in (("missed", one.missed), ("wrong", one.wrong)):
        for _, name in names:
            print(f"  {what}: {name}")


if __name__ == "__main__":
    sys.exit(main())
