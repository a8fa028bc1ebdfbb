"""What a reader takes along is read without a network, and renewed when the site has changed."""

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.corpus import ConfigurationError
from generator.sealing import seal


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class Host:
    """A server that can be stopped and started again at one port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.start()

    def start(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(_Quiet, directory=str(self.folder)))
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture
def hosted(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "hosted"
    shutil.copytree(site, folder / "un")
    host = Host(folder)
    yield host
    host.stop()


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


def taken(device: BrowserContext, host: Host) -> Page:
    """A window on the page that has taken the site along."""
    page = device.new_page()
    page.goto(f"{host.address}/un/offline/")
    expect(page.locator("#taken")).to_contain_text("files,")
    page.get_by_role("button", name="Take it with you").click()
    expect(page.locator("#taken")).to_contain_text("This site is on your device", timeout=60_000)
    return page


def test_it_is_read_without_a_network_under_a_sub_path(device: BrowserContext, hosted: Host) -> None:
    page = taken(device, hosted)
    hosted.stop()
    try:
        page.goto(f"{hosted.address}/un/A/RES/59/166/#op18")
        expect(page.locator("[id='op18']")).to_be_in_viewport()
        page.goto(f"{hosted.address}/un/S/RES/9999(2044)")
        expect(page.locator("article")).to_contain_text("Decides to meet.")
        page.goto(f"{hosted.address}/un/cite/")
        page.get_by_label("Find").fill("65/190 para 3")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{hosted.address}/un/A/RES/65/190/#op3")
    finally:
        hosted.start()


def test_the_search_and_its_filters_work_without_a_network(device: BrowserContext, hosted: Host) -> None:
    page = taken(device, hosted)
    hosted.stop()
    try:
        page.goto(f"{hosted.address}/un/method/")
        page.get_by_role("searchbox", name="Search").fill("organ removl")
        page.keyboard.press("Enter")
        expect(page.locator("#search-found > li").first).to_contain_text("A/C.3/73/L.7, para. 39")
        page.get_by_text("Narrow these results").click()
        page.get_by_label("Year").select_option(value="2010")
        expect(page.locator("#search-found > li")).to_have_count(1)
        page.get_by_role("link", name="A/RES/65/190, para. 8").click()
        page.wait_for_url(f"{hosted.address}/un/A/RES/65/190/#op8")
        expect(page.locator("[id='op8']")).to_be_in_viewport()
    finally:
        hosted.start()


def test_a_copy_is_renewed_when_the_site_has_changed_and_a_line_says_so(device: BrowserContext, hosted: Host) -> None:
    page = taken(device, hosted)
    home = hosted.folder / "un" / "index.html"
    home.write_text(home.read_text("utf-8").replace("Find a paragraph", "Find any paragraph"), encoding="utf-8")
    seal(hosted.folder / "un")
    page.goto(f"{hosted.address}/un/method/")
    expect(page.get_by_role("status")).to_contain_text("has been renewed", timeout=60_000)
    hosted.stop()
    try:
        page.goto(f"{hosted.address}/un/")
        expect(page.locator("article")).to_contain_text("Find any paragraph")
    finally:
        hosted.start()


def test_it_can_be_removed_again(device: BrowserContext, hosted: Host) -> None:
    page = taken(device, hosted)
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_role("button", name="Take it with you")).to_be_visible()
    assert page.evaluate("caches.has('operative')") is False


def test_nothing_is_kept_before_somebody_asks(device: BrowserContext, hosted: Host) -> None:
    page = device.new_page()
    page.goto(f"{hosted.address}/un/A/RES/59/166/", wait_until="networkidle")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_the_list_names_every_page_and_is_the_same_for_the_same_site(site: Path) -> None:
    first = seal(site)
    assert seal(site) == first
    said = json.loads((site / "offline.json").read_text("utf-8"))
    addresses = {address for address, _, _ in said["files"]}
    assert {"", "A/RES/59/166/", "A/RES/59/166.json", "S/RES/9999(2044)/", "assets/offline.js"} <= addresses
    assert not [address for address in addresses if address.endswith((".zip", ".xml", "offline.json", "sw.js"))]


def test_a_folder_without_a_site_cannot_be_sealed(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="build the site first"):
        seal(tmp_path)
