"""`make bench N=1000`: what a site of N resolutions costs, beside the same Markdown through stock MkDocs and Material.

Prints for each step the seconds of processor and of clock, the memory of the largest process and the bytes that came
of it; then the ratios that the project holds itself to. Everything is measured in one run, one after another, on this
machine: compare the ratios, not the seconds. Zensical is fetched and measured as well, where there is a network.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.authorities import read_authorities
from generator.corpus import read_corpus
from generator.pipeline import read_edition
from tests.bench.corpus import write_corpus
from tests.bench.measuring import Cost, cost_of
from tests.benchmark_stages import measure
from tests.other_builders import KNOWN_TO_WORK, installed

ROOT = Path(__file__).parents[2]
_STAGED = 204  # texts: whole series of twelve
_HAND_WRITTEN = ("generator", "overrides", "mkdocs.yml")
_STOCK = """\
site_name: Stock
docs_dir: {docs}
site_dir: {site}
theme: {{name: material}}
plugins: [search]
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables, toc]
nav: [index.md]
"""
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "PYTHONPATH": str(ROOT)}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=200, help="how many resolutions (default: 200)")
    parser.add_argument("--shards", type=int, default=0, metavar="N", help="also build it in so many shards and join")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _prepare(home, asked.number)
        _measure(home, asked.number, asked.shards)
    return 0


def _prepare(home: Path, number: int) -> None:
    for name in _HAND_WRITTEN:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, home / name)
    (home / "docs").mkdir()
    for entry in (ROOT / "docs").iterdir():
        if entry.name in {"assets", "manifest.webmanifest", "sw.js"}:
            (shutil.copytree if entry.is_dir() else shutil.copy)(entry, home / "docs" / entry.name)
        elif entry.suffix == ".md" and entry.name != "index.md":
            shutil.copy(entry, home / "docs" / entry.name)
    (home / "corpus").mkdir()
    for file in (ROOT / "corpus").glob("*.yml"):
        shutil.copy(file, home / "corpus")
    write_corpus(home / "corpus", number, read_edition(ROOT / "corpus").resolutions)


def _run(home: Path, *arguments: str) -> Cost:
    return cost_of([sys.executable, "-m", "generator", *arguments], home, _ENVIRONMENT)


def _measure(home: Path, number: int, shards: int) -> None:
    print(f"{number} resolutions, {os.cpu_count()} cores")
    print(f"{'':42}{'processor':>10}{'clock':>9}{'memory':>9}{'bytes':>10}")
    generated = _told("generator, nothing known", _run(home, "build"), home / "docs")
    _stages(home)
    built = _told("pages, search and seal, nothing known", _run(home, "site"), home / "site")
    whole = _told("whole, nothing known", generated + built)
    same = _whole(home)
    _told("whole, nothing changed", same)
    for text in (home / "corpus/texts").iterdir():
        text.touch()
    touched = _told("whole, every text touched", _whole(home))
    changed = [_changed(home, at * number // 4) for at in (1, 2, 3)]
    one = _told("whole, one text changed (median of three)", _median(changed))
    if shards:
        _in_shards(home, shards)
    stock = _told("stock MkDocs and Material, all pages", _stock(home, home / "docs"), home / "stock")
    texts = _told("the same, pages of resolutions only", _stock(home, _texts_only(home)), home / "stock")
    _told("search alone, all pages indexed anew", _run(home, "search", "site"))
    zensical = _zensical(home)
    if zensical:
        _told("Zensical, all pages", zensical, home / "site-of-zensical")
    print()
    _ratio("generator's processor to stock, resolution pages", generated.processor / texts.processor, 1.0)
    _ratio("whole from nothing to stock, clock", whole.clock / stock.clock, 1.2)
    _ratio("every text touched to stock, clock", touched.clock / stock.clock, 0.25)
    _ratio("one text changed to whole from nothing, clock", one.clock / whole.clock, 0.08)
    _ratio("nothing changed to whole from nothing, clock", same.clock / whole.clock, 0.03)


def _stages(home: Path) -> None:
    """Print what the generator costs stage by stage: of some of the texts, all in this process, one after another."""
    authorities, _ = read_authorities(home / "corpus")
    texts = read_corpus(home / "corpus").texts[:_STAGED]
    print(f"  of it, of {len(texts)} texts, milliseconds of processor a text:")
    for stage, milliseconds in measure(texts, authorities).items():
        print(f"  {stage:40}{milliseconds:9.2f}", flush=True)


def _whole(home: Path) -> Cost:
    return _run(home, "build") + _run(home, "site")


def _changed(home: Path, rank: int) -> Cost:
    """Change one word of one text, and build."""
    text = sorted((home / "corpus/texts").iterdir())[rank]
    text.write_text(text.read_text(encoding="utf-8").replace("women", "persons", 1), encoding="utf-8")
    return _whole(home)


def _median(costs: list[Cost]) -> Cost:
    return sorted(costs, key=lambda cost: cost.clock)[len(costs) // 2]


def _in_shards(home: Path, shards: int) -> None:
    names = [f"shard-{number}" for number in range(1, shards + 1)]
    costs = [
        _run(home, "site", "--shard", f"{number}/{shards}", "--site", name) for number, name in enumerate(names, 1)
    ]
    _told("the dearest shard", max(costs, key=lambda cost: cost.clock))
    _told("joining the shards", _run(home, "site", "--site", "joined", "--shards", *names))


def _stock(home: Path, docs: Path) -> Cost:
    shutil.rmtree(home / "stock", ignore_errors=True)
    (home / "stock.yml").write_text(_STOCK.format(docs=docs, site=home / "stock"), encoding="utf-8")
    return cost_of([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "stock.yml"], home, _ENVIRONMENT)


def _texts_only(home: Path) -> Path:
    docs = home / "texts-only"
    shutil.copytree(home / "docs/A", docs / "A", ignore=shutil.ignore_patterns("*.json", "*.xml", "*.bib", "*.ris"))
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    return docs


def _zensical(home: Path) -> Cost | None:
    """Build with Zensical, which is fetched for it; None where it cannot be had."""
    builder = next(one for one in KNOWN_TO_WORK if one.startswith("zensical"))
    try:
        command = installed(home / "zensical", builder, "zensical")
    except subprocess.CalledProcessError:
        print(f"{builder} cannot be installed here, and is not measured")
        return None
    (home / "zensical.yml").write_text(_STOCK.format(docs="docs", site="site-of-zensical"), encoding="utf-8")
    return cost_of([str(command), "build", "-f", "zensical.yml"], home, _ENVIRONMENT)


def _told(what: str, cost: Cost, folder: Path | None = None) -> Cost:
    size = f"{_bytes(folder) / 1e6:8.1f}MB" if folder else ""
    print(f"{what:42}{cost.processor:9.1f}s{cost.clock:8.1f}s{cost.memory:7.0f}MB{size}", flush=True)
    return cost


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _ratio(what: str, measured: float, target: float) -> None:
    print(f"{what:52}{measured:6.3f}  (target {target}: {'met' if measured <= target else 'missed'})")


if __name__ == "__main__":
    sys.exit(main())
