"""How well the search finds: `python -m tests.measure_search [SITE]` asks a built site (default: site/) every query of
tests/cases/queries.yaml in a real browser, as a reader does, and prints those that none of the places meant answers
among the first five hits.
"""

import json
import os
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import msgspec
from playwright.sync_api import Page, expect, sync_playwright

from generator.model import Resolution
from tests.find_chromium import NAMES

QUERIES = Path(__file__).parent / "cases/queries.yaml"
FIRST = 5


class Query(msgspec.Struct, frozen=True, rename={"words": "q", "places": "any"}):
    """What is typed, and the places of which one is meant."""

    words: str
    places: tuple[str, ...]


def queries() -> tuple[Query, ...]:
    """The queries, in the order of the file."""
    return msgspec.yaml.decode(QUERIES.read_bytes(), type=tuple[Query, ...])


def answers(window: Page, base: str, typed: str) -> list[str]:
    """The places that a search leads to, such as "A/RES/59/166#op18": its hits, or the one it goes to by itself."""
    window.goto(f"{base}/search/?q={quote(typed, safe='')}", wait_until="commit")
    done = window.locator("#search-found[aria-busy=false], h1#title").first
    expect(done).to_be_attached(timeout=20_000)
    if urlsplit(window.url).path.removeprefix(urlsplit(base).path) != "/search/":
        return [_place(window.url, base)]
    hits = window.locator("#search-found a").evaluate_all("links => links.map((link) => link.href)")
    return [_place(address, base) for address in hits]


def _place(address: str, base: str) -> str:
    page, _, anchor = unquote(address.removeprefix(f"{base}/")).partition("#")
    return f"{page.rstrip('/')}#{anchor}".rstrip("#")


def is_answered(query: Query, hits: Iterable[str], citing: Mapping[str, Iterable[str]]) -> bool:
    """Whether one of the places meant is among hits; a note may be answered by a paragraph that cites it."""
    meant = {place for one in query.places for place in (one, *citing.get(one, ()))}
    return bool(meant & set(hits))


def citing_paragraphs(twins: Iterable[Resolution]) -> dict[str, list[str]]:
    """The paragraphs that cite each note."""
    return {
        f"{text.symbol}#{note.anchor}": [f"{text.symbol}#{anchor}" for anchor in note.cited_at]
        for text in twins
        for note in text.footnotes
    }


def unanswered(window: Page, base: str, citing: Mapping[str, Iterable[str]]) -> list[tuple[Query, list[str]]]:
    """Ask every query; give those that are not answered among the first five hits, with these."""
    asked = ((query, answers(window, base, query.words)[:FIRST]) for query in queries())
    return [(query, hits) for query, hits in asked if not is_answered(query, hits, citing)]


def chromium() -> str | None:
    """The Chromium that is there; None for that of Playwright."""
    return os.environ.get("OPERATIVE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server on this machine for a folder: its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def main() -> int:
    """Print the queries that are not answered, and how many are."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "site"
    catalogue = json.loads((site / "resolutions.json").read_text("utf-8"))["resolutions"]
    twins = (msgspec.json.decode((site / entry["twin"]).read_bytes(), type=Resolution) for entry in catalogue)
    citing = citing_paragraphs(twins)
    with sync_playwright() as playwright, served(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        missed = unanswered(browser.new_page(), base, citing)
        browser.close()
    for query, hits in missed:
        print(f"{query.words}: {', '.join(hits) or 'nothing'}; meant is one of {', '.join(query.places)}")
    print(f"{len(queries()) - len(missed)} of {len(queries())} queries answered among the first {FIRST} hits")
    return 0


if __name__ == "__main__":
    sys.exit(main())
