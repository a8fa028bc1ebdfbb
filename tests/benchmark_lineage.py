"""Measure how long a series takes to align: `python -m tests.benchmark_lineage`.

A series of 40 years with 250 paragraphs a text (10,000 paragraphs) stands against one of 4 years. The changes in it are
planted (`tests/simulator/series.py`), so the links that are found are counted too. Ten times the members may cost at
most twelve times the CPU; exit 1 otherwise. For scale, the texts of the corpus are measured as well.
"""

import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from generator.lineage.alignment import align_profiles
from generator.lineage.profiles import profile
from generator.lineage.tracing import lineage
from generator.model import Resolution
from generator.pipeline import read_edition
from tests.simulator.series import PlantedSeries, planted_series

CORPUS = Path(__file__).parent.parent / "corpus"
_MEMBERS, _PARAGRAPHS, _TIMES, _AT_MOST = 4, 250, 10, 12.0
_ROUNDS = 3


def seconds_of(texts: Sequence[Resolution], rounds: int = 1) -> float:
    """Give the CPU seconds of a lineage, the mean of some rounds."""
    start = time.process_time()
    for _ in range(rounds):
        lineage(texts)
    return (time.process_time() - start) / rounds


def line(series: PlantedSeries, seconds: float) -> str:
    """Say what a planted series cost, and how many of its links are found."""
    ours = {(link.origin, link.to) for link in lineage(series.texts).links}
    members, number = len(series.texts), sum(len(text.operative) for text in series.texts)
    return (
        f"{members:3} texts, {number:6} paragraphs: {seconds:6.2f} CPU s, {seconds / members * 1000:6.1f} ms a text, "
        f"{len(series.links & ours)} of {len(series.links)} planted links found, {len(ours - series.links)} others"
    )


def main() -> int:
    """Print the figures; 1 where the larger series costs too much."""
    gc.disable()  # as the command line does
    small, large = planted_series(_MEMBERS, _PARAGRAPHS), planted_series(_MEMBERS * _TIMES, _PARAGRAPHS)
    # By turns, so that other work on the machine weighs on both alike.
    rounds = [(seconds_of(small.texts, _TIMES), seconds_of(large.texts)) for _ in range(_ROUNDS)]
    few, many = (mean(column) for column in zip(*rounds, strict=True))
    print(line(small, few), line(large, many), sep="\n")
    print(f"{_TIMES} times the members: {many / few:.1f} times the cost (at most {_AT_MOST:.0f})")
    texts = read_edition(CORPUS).resolutions
    seconds = seconds_of(texts, _ROUNDS)
    start = time.process_time()
    profiles = [profile(text) for text in texts]
    ready = time.process_time()
    for one in profiles:
        for other in profiles:
            align_profiles(one, other)
    end = time.process_time()
    print(
        f"the corpus, {len(texts)} texts: {seconds / len(texts) * 1000:.1f} ms a text; "
        f"{(ready - start) / len(texts) * 1000:.1f} ms to prepare one, "
        f"{(end - ready) / len(texts) ** 2 * 1000:.1f} ms to align two"
    )
    return 0 if many <= _AT_MOST * few else 1


if __name__ == "__main__":
    sys.exit(main())
