"""Seal a built site: list what a reader takes along to read without a network, each file with its hash and its length.

Takes the folder that the builder wrote; gives the words of `offline.json`. What only machines read stays out, and so
does what has no use without a network.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import msgspec

from generator.corpus import ConfigurationError
from generator.made import files_in
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


def seal(site: Path, known: Mapping[str, Kept] | None = None) -> Seal:
    """Write `offline.json` into a built site and give what it says. ConfigurationError if there is no site.

    `known` has the lines of files, by their addresses, that are as they were when these lines were written.
    """
    if not (site / "index.html").is_file():
        raise ConfigurationError(f"{site}: no index.html; build the site first")
    known = known or {}
    paths = {address(path): path for path in sorted(files_in(site)) if _is_taken(path)}
    files = tuple(known.get(one) or _kept(site, path) for one, path in paths.items())
    version = hashlib.sha256(msgspec.json.encode(files)).hexdigest()[:_HASH]
    sealed = Seal(version, sum(file.bytes for file in files), files)
    write_file(site / NAME, msgspec.json.encode(sealed).decode("utf-8") + "\n")
    return sealed


def lines(site: Path) -> dict[str, Kept]:
    """Give what the seal of a site says of each file, by address; nothing where it is missing or damaged."""
    try:
        told = msgspec.json.decode((site / NAME).read_bytes(), type=Seal)
    except (OSError, msgspec.DecodeError):
        return {}
    return {file.address: file for file in told.files}


def address(path: str) -> str:
    """Where a file of a site is asked for, relative to the site's root."""
    return path.removesuffix("index.html")


def _is_taken(path: str) -> bool:
    return PurePosixPath(path).suffix not in _LEFT_HERE and path not in _ALSO_LEFT_HERE


def _kept(site: Path, path: str) -> Kept:
    content = (site / path).read_bytes()
    return Kept(address(path), hashlib.sha256(content).hexdigest()[:_HASH], len(content))
