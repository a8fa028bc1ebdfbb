"""Index a built site with Pagefind, so that the page /search/ finds every paragraph of every text.

Takes the folder that the builder wrote, writes `pagefind/` and `search/` in it. Only the pages of texts are indexed. A
large corpus gets several indexes, `pagefind-2/` and so on, since one of many thousand pages takes more memory than a
machine has; the browser asks all of them. The same site gives the same bytes.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pagefind_bin

from generator.corpus import ConfigurationError
from generator.language.wording import fold
from generator.searching.facts import PATH as FACTS
from generator.searching.facts import Facts
from generator.searching.filtering import PATH as FILTERS
from generator.searching.filtering import filters
from generator.searching.fragments import Fragment, slimmed
from generator.writing.files import write_file

NAME = "pagefind"
INDEXES = "search/indexes.json"
WORDS = "search/words.json"
LARGEST = 2000
"""Pages in one index: about 1.7 GB of memory while it is made."""

_SMALL_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
"""A quarter of the usual size, so that less is fetched for a word; without it the search works as well."""

_BODY = "article.md-content__inner"
_NO_WORDS_OF_THE_TEXT = (
    ".headerlink", ".n", "sup[id^='fnref']", ".footnote-backref", ".resolved .by", ".masthead", ".official", ".margin",
    ".admonition", ".closing", ".neighbours", ".mend", ".printed", "details",
)  # fmt: skip
_NOT_USED = re.compile(r".*-ui\.(js|css)|pagefind-highlight\.js|wasm\.unknown\..*")  # Pagefind's ready-made pages
_WORD = re.compile(r"[^\W\d_]{3,}")


def index(site: Path) -> int:
    """Index a built site; give the number of its pages that can be found. ConfigurationError if there is no site."""
    if not (site / FACTS).is_file():
        raise ConfigurationError(f"{site}: no {FACTS}; build the site first")
    told = msgspec.json.decode((site / FACTS).read_bytes(), type=Facts)
    for old in site.glob(f"{NAME}*"):
        shutil.rmtree(old)
    parts = list(_parts(sorted(told.texts)))
    names = [NAME if rank == 1 else f"{NAME}-{rank}" for rank in range(1, len(parts) + 1)]
    fragments: dict[str, Fragment] = {}
    for name, addresses in zip(names, parts, strict=True):
        _run(site, addresses, site / name)
        found = {file.stem: slimmed(file, told.texts) for file in (site / name / "fragment").iterdir()}
        fragments |= found
    _write(site / INDEXES, names)
    _write(site / FILTERS, filters(fragments, told))
    _write(site / WORDS, _words(fragments.values()))
    return len(fragments)


def files_of_index(site: Path) -> tuple[str, ...]:
    """Give the paths of the files that the index of a site consists of."""
    parts = (file for folder in site.glob(f"{NAME}*") for file in folder.rglob("*") if file.is_file())
    return (*(file.relative_to(site).as_posix() for file in parts), INDEXES, FILTERS, WORDS)


def _parts(addresses: Sequence[str]) -> list[Sequence[str]]:
    """The pages of each index, as many in each as may be."""
    return [addresses[start : start + LARGEST] for start in range(0, len(addresses), LARGEST)]


def _run(site: Path, addresses: Iterable[str], to: Path) -> None:
    """Index some pages of a site. They are copied first: names of texts have signs that mean something in a glob."""
    with tempfile.TemporaryDirectory() as folder:
        for address in addresses:
            page = Path(folder, address, "index.html")
            page.parent.mkdir(parents=True)
            shutil.copyfile(site / address / "index.html", page)
        excluded = (part for selector in _NO_WORDS_OF_THE_TEXT for part in ("--exclude-selectors", selector))
        run = subprocess.run(  # noqa: S603 - the program of the package, and paths that are ours
            [
                str(pagefind_bin.get_executable()), "--site", folder, "--output-path", str(to.resolve()), "--silent",
                "--root-selector", _BODY, "--force-language", "en", *excluded,
            ],
            env={**os.environ, **_SMALL_CHUNKS}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if run.returncode:
        raise ConfigurationError(f"{site}: Pagefind could not index it: {(run.stderr or run.stdout).strip()}")
    for file in to.iterdir():
        if _NOT_USED.fullmatch(file.name):
            file.unlink()


def _words(pages: Iterable[Fragment]) -> str:
    """Every word of three letters or more, the most frequent first: what a misspelled word is held against."""
    counted = Counter(fold(word) for page in pages for word in _WORD.findall(page.content))
    return " ".join(sorted(counted, key=lambda word: (-counted[word], word)))


def _write(file: Path, told: object) -> None:
    write_file(file, msgspec.json.encode(told).decode("utf-8") + "\n")
