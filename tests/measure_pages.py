"""How heavy and how quick the pages are: `python -m tests.measure_pages [SITE]` weighs a first visit to each text of a
built site (default: site/), and the same Markdown as a stock page of the theme, with its own search, in the same run.

Bytes are compressed. First words are seen over a network of 1.6 Mbit/s with 150 ms to and fro, the median of some
visits, by turns with those to the stock page.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import Browser, sync_playwright

from generator.authorities import read_authorities
from generator.library import library
from generator.model import Resolution
from generator.pipeline import generated, read_edition
from generator.writing import files
from tests.find_chromium import NAMES
from tests.weighing import Host, Network, Visit, compressing, visit

ROOT = Path(__file__).parents[1]

_VISITS = 9
_WIDTH = 1440
_MOBILE = Network(throughput=200_000, latency=150)

_STOCK = {
    "site_name": "Stock",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": ["admonition", "attr_list", "footnotes", "md_in_html", "tables", {"toc": {"toc_depth": 3}}],
}


def stock_site(texts: Sequence[Resolution], folder: Path) -> Path:
    """Build the Markdown of the texts, and of nothing else, with the theme as it comes."""
    pages = generated(library(texts, read_authorities(ROOT / "corpus")[0]))
    paths = {f"{text.symbol}.md" for text in texts}
    files.write(folder / "docs", {"index.md": "# Stock", **{path: pages[path] for path in pages if path in paths}})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_STOCK), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True,
    )  # fmt: skip
    return folder / "site"


def compared(browser: Browser, hosts: Sequence[Host], path: str) -> tuple[Visit, ...]:
    """Visit a page on each host by turns, and give for each the visit whose first words came at the median time."""
    rounds = [[visit(browser, host, path, _WIDTH, _MOBILE) for host in hosts] for _ in range(_VISITS)]
    return tuple(sorted(visits, key=lambda one: one.first_words)[_VISITS // 2] for visits in zip(*rounds, strict=True))


def _row(name: str, ours: Visit, stock: Visit) -> str:
    return (
        f"{name:<20} {_kilo(ours.page):>8} {_kilo(stock.page):>8} {_kilo(ours.total):>9} {_kilo(stock.total):>8}"
        f" {ours.moved:>6.3f} {stock.moved:>6.3f} {ours.first_words:>8.0f} {stock.first_words:>8.0f}"
    )


def _kilo(size: int) -> str:
    return f"{size / 1000:.1f}"


def main(site: Path) -> None:
    """Print a line for each text."""
    texts = read_edition(ROOT / "corpus").resolutions
    print(f"{'':20} {'page, kB':^17} {'in all, kB':^18} {'moved':^13} {'first words, ms':^17}")
    print(
        " " * 20
        + f" {'ours':>8} {'stock':>8} {'ours':>9} {'stock':>8} {'ours':>6} {'stock':>6} {'ours':>8} {'stock':>8}"
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock = stock_site(texts, Path(folder))
        named = os.environ.get("OPERATIVE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-gpu"])
        times = []
        with compressing(site) as here, compressing(stock) as there:
            for text in texts:
                ours, theirs = compared(browser, (here, there), text.url)
                times.append((ours.first_words, theirs.first_words))
                print(_row(text.symbol, ours, theirs))
        browser.close()
    first, second = (median(column) for column in zip(*times, strict=True))
    print(f"first words, median of the texts: {first:.0f} ms here, {second:.0f} ms stock")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
