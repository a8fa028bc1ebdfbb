"""Measure the indexes of a large corpus: `python -m tests.benchmark_indexes [N …]`, by default 1000 and 5000 texts.

The texts are the five of the corpus again and again under other symbols and dates, some hundred a year. Printed are the
CPU seconds of the indexes for each size, per text, and the largest page as HTML, as MkDocs would write it.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.authorities import read_authorities
from generator.library import library
from generator.model import Resolution
from generator.pipeline import read_edition
from generator.writing import files
from tests.written_indexes import written_indexes

ROOT = Path(__file__).parent.parent
_A_YEAR = 100


def corpus_of(size: int, texts: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Give as many texts as asked, each under a symbol and a date of its own."""
    return tuple(
        msgspec.structs.replace(
            texts[number % len(texts)],
            symbol=(symbol := f"A/RES/{31 + number // _A_YEAR}/{number % _A_YEAR + 1}"),
            url=f"{symbol}/",
            adopted=f"{1976 + number // _A_YEAR}-12-20",
        )
        for number in range(size)
    )


def largest_as_html(pages: Mapping[str, str], folder: Path) -> tuple[str, int]:
    """Build the largest index pages alone, give the largest built one and its bytes."""
    chosen = sorted(pages, key=lambda path: len(pages[path]), reverse=True)[:8]
    docs = folder / "docs"
    files.write(docs, {"index.md": "# Home", **{path: pages[path] for path in chosen}})
    configuration = folder / "mkdocs.yml"
    configuration.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {docs}\nsite_dir: {folder / 'site'}\n"
        f"theme: {{custom_dir: {ROOT / 'overrides'}}}\nnav: [index.md]\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--config-file", str(configuration)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    sizes = {path.removesuffix(".md"): 0 for path in chosen}
    for name in sizes:
        page = folder / "site" / name.removesuffix("index") / "index.html"
        sizes[name] = page.stat().st_size
    return max(sizes.items(), key=lambda entry: entry[1])


def main() -> int:
    """Print the figures of each size."""
    texts = read_edition(ROOT / "corpus").resolutions
    authorities, _ = read_authorities(ROOT / "corpus")
    for size in [int(number) for number in sys.argv[1:]] or [1000, 5000]:
        held = library(corpus_of(size, texts), authorities)
        start = time.process_time()
        pages = written_indexes(held)
        seconds = time.process_time() - start
        with tempfile.TemporaryDirectory() as folder:
            name, length = largest_as_html(pages, Path(folder))
        print(
            f"{size} texts: {seconds:.1f} CPU s ({seconds / size * 1000:.2f} ms a text), {len(pages)} pages; "
            f"the largest, {name}, has {length / 1000:.0f} KB of HTML"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
