"""Measure the index of wording: `python -m tests.benchmark_language [N …]`, by default 5, 1000 and 5000 texts.

The texts are made of the paragraphs of the corpus: half of them have all their words anew, the others every twelfth, so
that texts share about as much as those of related series do. Printed are the CPU seconds of the index and the phrases,
and the bytes that a lookup of a paragraph fetches: the index, the buckets, and the twins of six texts.
"""

import gzip
import json
import random
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator import walk
from generator.authorities import read_authorities
from generator.language.phrases import notable_phrases
from generator.language.shingles import INDEX, WORDS, bucket_path, index_files
from generator.language.wording import shingles, words
from generator.model import Paragraph, Resolution
from generator.pipeline import read_edition
from generator.writing import twin
from generator.writing.pieces import as_bytes
from tests.benchmark_indexes import corpus_of

ROOT = Path(__file__).parent.parent
_ASKED, _READ = 24, 6  # as docs/assets/agreed.js and language.js have them


def amended(text: Resolution, chance: random.Random, vocabulary: list[str]) -> Resolution:
    """Give a text of which each paragraph is amended, or is about something else."""

    def change(paragraph: Paragraph) -> Paragraph:
        anew = chance.random() < 0.5
        changed = (
            chance.choice(vocabulary) if anew or chance.random() < 1 / 12 else word for word in paragraph.text.split()
        )
        return msgspec.structs.replace(
            paragraph, text=" ".join(changed), children=tuple(map(change, paragraph.children))
        )

    return walk.changed(text, lambda paragraph, _: change(paragraph))


def fetched(texts: list[Resolution], files: Mapping[str, str], pasted: Paragraph) -> list[str]:
    """Give the contents of the files that a lookup of a paragraph fetches, the twins of any six texts among them."""
    runs = [run for _, run in shingles([word.low for word in words(walk.all_words(pasted))])]
    step = max(1, len(runs) / _ASKED)
    asked = [runs[int(rank * step)] for rank in range(min(len(runs), _ASKED))]
    number = json.loads(files[INDEX])["buckets"]
    buckets = {bucket_path(run % number) for run in asked}
    return [files[INDEX], files[WORDS], *map(files.__getitem__, sorted(buckets)), *map(twin.encode, texts[:_READ])]


def main() -> int:
    """Print the figures of each size."""
    texts = read_edition(ROOT / "corpus").resolutions
    themes = read_authorities(ROOT / "corpus")[0].themes.by_id
    pasted = next(one for one in texts[2].operative if one.anchor == "op18")
    vocabulary = [word for text in texts for one in walk.paragraphs(text) for word in one.text.split()]
    for size in [int(number) for number in sys.argv[1:]] or [5, 1000, 5000]:
        chance = random.Random(size)
        made = [amended(text, chance, vocabulary) for text in corpus_of(size, texts)]
        start = time.process_time()
        files = {path: as_bytes(content).decode() for path, content in index_files(made).items()}
        indexed = time.process_time()
        notable_phrases(made, themes)
        end = time.process_time()
        index = [content for path, content in files.items() if path.startswith("language/")]
        parts = fetched(made, files, pasted)
        plain, packed = (sum(map(len, of)) for of in (parts, [gzip.compress(part.encode()) for part in parts]))
        print(
            f"{size} texts: index {indexed - start:.1f} CPU s, phrases {end - indexed:.1f} CPU s; "
            f"{len(index)} files of {sum(map(len, index)) / 1000:.0f} KB; a lookup fetches {len(parts)} files, "
            f"{plain / 1000:.0f} KB ({packed / 1000:.0f} KB packed), "
            f"of which twins {sum(map(len, parts[-_READ:])) / 1000:.0f} KB"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
