"""What several test files share: the built site of the corpus, a server for it, and a real browser."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from generator.authorities import Authorities, read_authorities
from generator.library import library
from generator.model import Resolution
from generator.pipeline import generated, read_edition
from generator.sealing import seal
from generator.writing import files
from tests.find_chromium import NAMES
from tests.samples import OLD_LINKS, SAMPLES

ROOT = Path(__file__).parents[1]
SUB_PATH = "/un/texts"

_HAND_WRITTEN = (
    "cite.md",
    "compare.md",
    "contribute.md",
    "language.md",
    "machines.md",
    "manifest.webmanifest",
    "method.md",
    "offline.md",
    "search.md",
    "sw.js",
    "assets",
)
_CHROMIUM_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden pages anew from what is generated")


@pytest.fixture(scope="session")
def corpus_texts() -> tuple[Resolution, ...]:
    """The texts of the project's own corpus, as they are read today."""
    return read_edition(ROOT / "corpus").resolutions


@pytest.fixture(scope="session")
def texts(corpus_texts: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The texts of the site under test: the corpus, and the hand-built samples."""
    return (*corpus_texts, *SAMPLES)


@pytest.fixture(scope="session")
def authorities() -> Authorities:
    """The project's own authority files."""
    return read_authorities(ROOT / "corpus")[0]


@pytest.fixture(scope="session")
def site(texts: tuple[Resolution, ...], authorities: Authorities, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built in strict mode from hand-written and generated pages."""
    folder = tmp_path_factory.mktemp("built")
    docs = folder / "docs"
    for name in _HAND_WRITTEN:
        source = ROOT / "docs" / name
        if source.is_dir():
            shutil.copytree(source, docs / name)
        else:
            docs.mkdir(exist_ok=True)
            shutil.copy(source, docs / name)
    files.write(docs, generated(library(texts, authorities, OLD_LINKS)))
    built = build_site(folder, docs)
    seal(built)
    return built


def build_site(folder: Path, docs: Path, environment: Mapping[str, str] | None = None) -> Path:
    """Run MkDocs over `docs` with the project's configuration; fails on its first warning."""
    configuration = folder / "mkdocs.yml"
    configuration.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {docs}\nsite_dir: {folder / 'site'}\n"
        f"theme: {{custom_dir: {ROOT / 'overrides'}}}\nhooks: [{ROOT / 'generator/searching/hook.py'}]\n",
        encoding="utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr, run.stderr
    return folder / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder at the root and under a sub-path."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(SUB_PATH))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of a server on this machine that serves the site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(params=["", SUB_PATH], ids=["at the root", "under a sub-path"])
def base(host: str, request: pytest.FixtureRequest) -> str:
    """The address of the site."""
    return host + str(request.param)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. Without one the browser tests fail: they are never skipped."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(playwright), args=list(_CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


def _chromium(playwright: Playwright) -> str:
    named = os.environ.get("OPERATIVE_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), playwright.chromium.executable_path)
    if not Path(found).is_file():
        pytest.fail("no Chromium found: install one (`playwright install chromium`) or name it in OPERATIVE_CHROMIUM")
    return found


@pytest.fixture(scope="session", params=[360, 1440], ids="{} px".format)
def desk(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Windows as wide as a phone, then windows as wide as a desk."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield context
    context.close()


@pytest.fixture
def window(desk: BrowserContext) -> Iterator[Page]:
    """A window of the browser, open for one test."""
    opened = desk.new_page()
    yield opened
    opened.close()
