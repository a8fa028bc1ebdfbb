"""Hold a built site against the third law: every id is unique on its page, and every internal link lands on one.

Takes the folder that the builder wrote and the resolutions it was built from; gives the problems, each with the line
of the HTML file. Links to other sites are not followed; `addresses_elsewhere` lists them for whoever does.
"""

from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import msgspec

from generator import walk
from generator.corpus import ConfigurationError
from generator.model import Problem, Resolution, Severity

_LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))
_FETCHED = frozenset({"http", "https"})
_ROOT = "http://this.site/"
_NOT_FOUND = "404.html"  # is served under any address, so its links are absolute ones


class Link(msgspec.Struct, frozen=True):
    """An address on a page, the element that names it, and the line it stands on."""

    element: str
    target: str
    line: int


class HtmlPage(msgspec.Struct, frozen=True):
    """What matters here of one page: its address under the site's root, its ids and its links."""

    address: str
    ids: tuple[str, ...]
    links: tuple[Link, ...]


def check_site(site: Path, resolutions: Iterable[Resolution]) -> tuple[Problem, ...]:
    """Give what is wrong with the ids and links of a built site. ConfigurationError if there is none."""
    pages = {page.address: page for page in read_pages(site)}
    ids = {address: frozenset(page.ids) for address, page in pages.items()}
    found: list[Problem] = []
    for page in pages.values():
        path = _file(site, page.address).as_posix()
        repeated = (name for name, times in Counter(page.ids).items() if times > 1)
        found += (_problem(path, 1, "repeated-id", f"the id “{name}” is given more than once") for name in repeated)
        found += (
            _problem(path, link.line, "dead-link", f"“{link.target}” leads nowhere")
            for link in page.links
            if not _lands(site, ids, page.address, link.target)
        )
    for resolution in resolutions:
        path = _file(site, resolution.url).as_posix()
        there = ids.get(resolution.url)
        if there is None:
            found.append(_problem(path, 1, "missing-page", f"{resolution.symbol} has no page"))
            continue
        lost = (anchor for anchor in walk.anchors(resolution) if anchor not in there)
        found += (_problem(path, 1, "missing-anchor", f"nothing on the page has the id “{one}”") for one in lost)
    return tuple(sorted(found))


def addresses_elsewhere(pages: Iterable[HtmlPage]) -> dict[str, str]:
    """Give every address on another site that a reader can follow, sorted, with the first page that leads there."""
    found: dict[str, str] = {}
    for page in pages:
        followed = (urldefrag(link.target).url for link in page.links if link.element == "a")
        for address in followed:
            if urlsplit(address).scheme in _FETCHED:
                found.setdefault(address, page.address)
    return dict(sorted(found.items()))


def read_pages(site: Path) -> tuple[HtmlPage, ...]:
    """Read every page of a built site but the one for what is not found. ConfigurationError if there is no site."""
    if not (site / "index.html").is_file():
        raise ConfigurationError(f"{site}: no index.html; build the site first")
    return tuple(_page(site, file) for file in sorted(site.rglob("*.html")) if file.name != _NOT_FOUND)


def _problem(path: str, line: int, code: str, message: str) -> Problem:
    return Problem(path=path, line=line, code=code, severity=Severity.ERROR, message=message)


def _page(site: Path, file: Path) -> HtmlPage:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    return HtmlPage(address, tuple(reader.ids), tuple(reader.links))


def _file(site: Path, address: str) -> Path:
    return site / address if address.endswith(".html") else site / address / "index.html"


def _lands(site: Path, ids: dict[str, frozenset[str]], here: str, target: str) -> bool:
    """Whether a link leads to another host, to a file of the site, or to an id on one of its pages."""
    whole = urlsplit(urljoin(f"{_ROOT}{here}", target))
    if not whole.geturl().startswith(_ROOT) or target.startswith("/"):
        return True
    address = unquote(whole.path).lstrip("/").removesuffix("index.html")
    fragment = unquote(whole.fragment)
    if address in ids:
        return not fragment or fragment in ids[address]
    return not fragment and (site / address).is_file()


class _Reader(HTMLParser):
    """Collects ids and links; the parser of the standard library leaves no other way than a class."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value is not None}
        if "id" in values:
            self.ids.append(values["id"])
        line = self.getpos()[0]
        self.links += (Link(tag, values[name], line) for kind, name in _LINKS if kind == tag and name in values)
