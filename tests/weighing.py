"""Weigh a first visit to a page: what goes over the wire, whether anything moves, when the first words are seen."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
from playwright.sync_api import Browser

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml"}

WATCH = """
window.moved = []
new PerformanceObserver((seen) => {
  for (const { value, hadRecentInput } of seen.getEntries()) if (!hadRecentInput) window.moved.push(value)
}).observe({ type: "layout-shift", buffered: true })
"""
"""Notes in `window.moved` how far parts of a page move that nobody asked to."""

_SEEN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


class Network(msgspec.Struct, frozen=True):
    """How slow the wire is: bytes a second, and milliseconds to and fro."""

    throughput: float
    latency: float


class Visit(msgspec.Struct, frozen=True):
    """Bytes of the page and of all it loads, compressed; how far its parts moved; milliseconds to the first words."""

    page: int
    total: int
    files: tuple[str, ...]
    moved: float
    first_words: float


class Host(msgspec.Struct):
    """A server that compresses, and what it has sent: paths and bytes, headers not counted."""

    address: str
    sent: list[tuple[str, int]]


@contextmanager
def compressing(folder: Path) -> Iterator[Host]:
    """Serve a folder on this machine as a site on the net is served, compressed."""
    sent: list[tuple[str, int]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, sent, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host(f"http://127.0.0.1:{server.server_port}", sent)
        server.shutdown()


class _Compressing(SimpleHTTPRequestHandler):
    def __init__(self, sent: list[tuple[str, int]], *arguments: object, directory: str) -> None:
        self._sent = sent
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _COMPRESSED:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._sent.append((self.path, len(body)))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def visit(browser: Browser, host: Host, path: str, width: int, network: Network | None = None) -> Visit:
    """Go to a page as a reader does who has never been there."""
    host.sent.clear()
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    if network:
        slow = {"offline": False, "latency": network.latency}
        slow |= {"downloadThroughput": network.throughput, "uploadThroughput": network.throughput}
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    page.goto(f"{host.address}/{path}", wait_until="networkidle")
    moved, first_words = page.evaluate("window.moved"), page.evaluate(_SEEN)
    context.close()
    return Visit(
        page=host.sent[0][1],
        total=sum(size for _, size in host.sent),
        files=tuple(name for name, _ in host.sent),
        moved=sum(moved),
        first_words=first_words,
    )
