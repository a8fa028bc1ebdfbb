"""Measure the search: `python -m tests.benchmark_search [N …]`, by default 5, 1000 and 5000 texts.

The texts are made of the paragraphs of the corpus as those of `tests.benchmark_language` are, on pages that have
nothing but these, beside the pages and scripts of the built site/. For each size are printed the CPU seconds and memory
of indexing; and for each query, in a real browser that has visited nothing before, the bytes that are fetched until the
first results stand there (what a server packs, packed), and the time that the main thread was busy, less that of the
same page without a query.
"""

import gzip
import html
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Response, sync_playwright

from generator import walk
from generator.authorities import read_authorities
from generator.model import Resolution
from generator.pipeline import read_edition
from generator.places import places
from generator.searching import engine, facts, filtering, telling
from generator.writing.files import write_file
from tests.benchmark_indexes import corpus_of
from tests.benchmark_language import amended
from tests.measure_search import chromium, served

ROOT = Path(__file__).parent.parent
QUERIES = (
    "organ removal", "illegal entry or residence", '"child pornography"', "globalizaton",
    "trafficking in women and girls", "international cooperation among all States",
)  # fmt: skip
_PACKED = (".js", ".json", ".css", ".html", "/")


def page(text: Resolution) -> str:
    """The page of a text, as far as the index reads it."""
    elements = [f'<h1 id="title">{html.escape(text.title or text.symbol)}</h1>']
    elements += (f'<p id="{one.anchor}">{html.escape(one.text)}</p>' for one in walk.with_items(walk.paragraphs(text)))
    elements += (f'<li id="{note.anchor}">{html.escape(note.text)}</li>' for note in text.footnotes)
    return f'<html lang="en"><body><article class="md-content__inner">{"".join(elements)}</article></body></html>'


def written(size: int, folder: Path) -> Path:
    """Write the site of so many texts."""
    chance = random.Random(size)
    of_corpus = read_edition(ROOT / "corpus").resolutions
    vocabulary = [word for text in of_corpus for one in walk.paragraphs(text) for word in one.text.split()]
    made = of_corpus if size <= len(of_corpus) else corpus_of(size, of_corpus)
    texts = [text if text in of_corpus else amended(text, chance, vocabulary) for text in made]
    for part in ("assets", "search", "resolutions.json"):
        source = ROOT / "site" / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    for text in texts:
        write_file(folder / text.url / "index.html", page(text))
    names = {text.symbol: places(text) for text in texts}
    write_file(folder / facts.PATH, telling.encoded(texts, names, read_authorities(ROOT / "corpus")[0]))
    return folder


def asked(browser: Browser, address: str) -> tuple[list[tuple[str, int]], float]:
    """Open a page in a browser that knows nothing yet; what it fetched, each with its bytes, and the busy seconds."""
    context = browser.new_context(service_workers="block")
    window = context.new_page()
    answers: list[Response] = []
    window.on("response", lambda response: answers.append(response))  # noqa: PLW0108 - playwright marks what it is given
    client = context.new_cdp_session(window)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    window.goto(address, wait_until="load")
    if "?" in address:
        window.locator("#search-found > li").first.wait_for()
    busy = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
    fetched = [(one.url, _bytes(one)) for one in answers]
    context.close()
    return fetched, busy


def _bytes(answer: Response) -> int:
    body = answer.body()
    return len(gzip.compress(body)) if answer.url.split("?")[0].endswith(_PACKED) else len(body)


def lines(size: int, site: Path) -> Iterator[str]:
    """The figures of a size."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.process_time()
    engine.index(site)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - start + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    kept = {path: len(gzip.compress((site / path).read_bytes())) // 1000 for path in (engine.WORDS, filtering.PATH)}
    yield f"{size} texts: indexed in {seconds:.1f} CPU s, {after.ru_maxrss / 1e6:.2f} GB; packed, in KB: {kept}"
    with sync_playwright() as playwright, served(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        without, idle = asked(browser, f"{base}/search/")
        known = {url for url, _ in without}
        for query in QUERIES:
            fetched, busy = asked(browser, f"{base}/search/?q={quote(query)}")
            new = [(url, length) for url, length in fetched if url not in known and "/search/?" not in url]
            fragments = sum(length for url, length in new if "/fragment/" in url)
            yield (
                f"  {query}: {sum(length for _, length in new) / 1000:.0f} KB in {len(new)} files, of which "
                f"{fragments / 1000:.0f} KB are pages; main thread {1000 * (busy - idle):.0f} ms"
            )
        browser.close()


def main() -> int:
    """Print the figures of each size."""
    for size in [int(number) for number in sys.argv[1:]] or [5, 1000, 5000]:
        with tempfile.TemporaryDirectory() as folder:
            for line in lines(size, written(size, Path(folder))):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
