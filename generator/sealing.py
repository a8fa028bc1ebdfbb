"""Seal a built site: list what a reader takes along to read without a network, each file with its hash and its length.

Takes the folder that the builder wrote; gives the words of `offline.json`. What only machines read stays out, and so
does what has no use without a network.
"""

import hashlib
from pathlib import Path

import msgspec

from generator.corpus import ConfigurationError
from generator.searching.facts import PATH as FACTS
from generator.versions import NAME as BUILD
from generator.writing.files import write_file

NAME = "offline.json"

_LEFT_HERE = frozenset({".xml", ".zip", ".csv", ".bib", ".ris", ".gz", ".map", ".txt"})
_ALSO_LEFT_HERE = frozenset({NAME, FACTS, BUILD, "sw.js", "404.html"})
_HASH = 12  # hexadecimal digits


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """One file: its address relative to the site's root, the beginning of its SHA-256, its length in bytes."""

    address: str
    sha256: str
    bytes: int


class Seal(msgspec.Struct, frozen=True):
    """What there is to take along: a version made of the content of all files, their length, and the files."""

    version: str
    bytes: int
    files: tuple[Kept, ...]


def seal(site: Path) -> Seal:
    """Write `offline.json` into a built site and give what it says. ConfigurationError if there is no site."""
    if not (site / "index.html").is_file():
        raise ConfigurationError(f"{site}: no index.html; build the site first")
    files = tuple(_kept(site, file) for file in sorted(site.rglob("*")) if _is_taken(site, file))
    version = hashlib.sha256(msgspec.json.encode(files)).hexdigest()[:_HASH]
    sealed = Seal(version, sum(file.bytes for file in files), files)
    write_file(site / NAME, msgspec.json.encode(sealed).decode("utf-8") + "\n")
    return sealed


def _is_taken(site: Path, file: Path) -> bool:
    path = file.relative_to(site).as_posix()
    return file.is_file() and file.suffix not in _LEFT_HERE and path not in _ALSO_LEFT_HERE


def _kept(site: Path, file: Path) -> Kept:
    content = file.read_bytes()
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    return Kept(address, hashlib.sha256(content).hexdigest()[:_HASH], len(content))
