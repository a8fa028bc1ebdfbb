"""Pagefind, the program: run over some pages, and what it writes of them, read.

Its files are packed CBOR or JSON. A chunk of the index is a list of words, in order; each with the pages it stands on,
and again those where it stands in another form, that is with accents. Of a page it says its number, less that of the
one before it, and the places there of the word.
"""

import gzip
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import cbor2
import msgspec
import pagefind_bin

from generator.corpus import ConfigurationError

FRAGMENTS, CHUNKS, META, ENTRY = "fragment", "index", "pf_meta", "pagefind-entry.json"
PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind")
"""The files of it that run in the browser, without its ready-made pages."""

_HEAD = b"pagefind_dcd"
_EFFORT = 6  # of 9: the steps above save one byte of two hundred and take twice the time
_BODY = "article.md-content__inner"
_NO_WORDS_OF_THE_TEXT = (
    ".headerlink", ".n", "sup[id^='fnref']", ".footnote-backref", ".resolved .by", ".masthead", ".official", ".margin",
    ".admonition", ".closing", ".neighbours", ".mend", ".printed", "details", "img",
)  # fmt: skip


class Read(msgspec.Struct, frozen=True):
    """What Pagefind makes of some pages: their fragments by id, the chunks, and what it says of the index."""

    fragments: dict[str, bytes]
    chunks: tuple[bytes, ...]
    meta: list[Any]
    entry: dict[str, Any]
    program: dict[str, bytes]

    @property
    def pages(self) -> list[tuple[str, int]]:
        """The id and the length of each page, in the order of their numbers."""
        return [(id_, length) for id_, length in self.meta[1]]

    def words(self) -> Iterator[list[Any]]:
        """Give the words of each chunk."""
        for chunk in self.chunks:
            (words,) = cbor2.loads(chunk)
            yield words


def read(write: Callable[[Path], None]) -> Read:
    """Run Pagefind over the pages that `write` puts into a folder. ConfigurationError if it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        pages, index = Path(folder, "pages"), Path(folder, "index")
        write(pages)
        excluded = (part for selector in _NO_WORDS_OF_THE_TEXT for part in ("--exclude-selectors", selector))
        run = subprocess.run(  # noqa: S603 - the program of the package, and paths that are ours
            [
                str(pagefind_bin.get_executable()), "--site", str(pages), "--output-path", str(index), "--silent",
                "--root-selector", _BODY, "--force-language", "en", *excluded,
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            raise ConfigurationError(f"Pagefind could not index the site: {(run.stderr or run.stdout).strip()}")
        return written(index)


def written(index: Path) -> Read:
    """Read the folder of an index."""
    (meta,) = index.glob(f"*.{META}")
    return Read(
        fragments={file.stem: opened(file) for file in (index / FRAGMENTS).iterdir()},
        chunks=tuple(opened(file) for file in (index / CHUNKS).iterdir()),
        meta=cbor2.loads(opened(meta)),
        entry=msgspec.json.decode((index / ENTRY).read_bytes()),
        program={name: (index / name).read_bytes() for name in PROGRAM},
    )


def read_pages(site: Path, addresses: Sequence[str]) -> Read:
    """Run Pagefind over pages of a site, which are copied: names of texts have signs that mean something in a glob."""

    def copy(into: Path) -> None:
        for address in addresses:
            (into / address).mkdir(parents=True)
            shutil.copyfile(site / address / "index.html", into / address / "index.html")

    return read(copy)


def read_one_word() -> Read:
    """Run Pagefind over a page that has one word: what is not about pages is the same in each index."""

    def write(into: Path) -> None:
        into.mkdir()
        (into / "index.html").write_text('<article class="md-content__inner"><h1>word</h1></article>', encoding="utf-8")

    return read(write)


def opened(file: Path) -> bytes:
    """Give what a packed file holds."""
    return gzip.decompress(file.read_bytes()).removeprefix(_HEAD)


def packed(content: bytes) -> bytes:
    """Pack the content of a file."""
    return gzip.compress(_HEAD + content, _EFFORT, mtime=0)
