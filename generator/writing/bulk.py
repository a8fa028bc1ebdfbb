"""Everything in one file: a zip of all twins, Akoma Ntoso documents and tables, with their checksums.

Its name carries a version made of its content, so that whoever cites a download can be understood; `latest.json` says
which one it is today. The same content makes the same bytes.
"""

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from generator.writing.pieces import Content
from generator.writing.zipped import add_packed

LATEST = "download/latest.json"

_MANIFEST = "manifest.json"
_SUFFIXES = (".json", ".xml", ".csv")
_READ_BY_ALL = 0o644 << 16
_EFFORT = 4  # of 9: the steps above save one byte of ten and take twice the time
_PIECE = 1 << 20  # bytes
_LARGE = 1 << 31  # bytes: beyond these the zip has to be told before


class Packed(msgspec.Struct, frozen=True):
    """One file of the download: its path there and on the site, its length in bytes, its SHA-256."""

    path: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What the download holds."""

    version: str
    files: tuple[Packed, ...]


class Latest(msgspec.Struct, frozen=True):
    """The download of today: its version, its address relative to the site's root, its length and its SHA-256."""

    version: str
    url: str
    bytes: int
    sha256: str


class Last(msgspec.Struct, frozen=True):
    """The last download, and the paths of the files in it that are the same today."""

    file: Path
    same: frozenset[str]


def is_packed(path: str) -> bool:
    """Whether a file is data, for the download: pages and records for reference managers are not."""
    return path.endswith(_SUFFIXES)


def last_download(folder: Path, same: Iterable[str]) -> Last | None:
    """Give the download that stands in a folder, None if there is none or if it is damaged."""
    try:
        told = msgspec.json.decode((folder / LATEST).read_bytes(), type=Latest)
        with (folder / told.url).open("rb") as file:
            whole = _digest(file) == told.sha256
    except (OSError, msgspec.DecodeError):
        return None
    return Last(folder / told.url, frozenset(same)) if whole else None


def bulk(paths: Iterable[str], opened: Callable[[str], BinaryIO], last: Last | None = None) -> dict[str, Content]:
    """Take the paths of the data and what opens one; give path → content of the download and of the file naming it.

    The download is packed on the disk: all data together can be larger than the memory. What has not changed since the
    last one is taken over from it as it is packed.
    """
    archive = tempfile.TemporaryFile()  # noqa: SIM115 (it is read when the download is written)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=_EFFORT) as zipped, _before(last) as known:
        packed = tuple(
            _taken_over(zipped, *known[path]) if path in known else _added(zipped, path, opened)
            for path in sorted(paths)
        )
        version = hashlib.sha256(msgspec.json.encode(packed)).hexdigest()[:12]
        manifest = _json(Manifest(version, packed)).encode("utf-8")
        _added(zipped, _MANIFEST, lambda _: io.BytesIO(manifest))
    url = f"download/resolutions-{version}.zip"
    return {url: _pieces(archive), LATEST: _json(Latest(version, url, archive.tell(), _digest(archive)))}


@contextmanager
def _before(last: Last | None) -> Iterator[Mapping[str, tuple[zipfile.ZipFile, Packed]]]:
    """What can be taken over from the last download: it, and what it says of each file."""
    if last is None:
        yield {}
        return
    with zipfile.ZipFile(last.file) as zipped:
        files = msgspec.json.decode(zipped.read(_MANIFEST), type=Manifest).files
        yield {one.path: (zipped, one) for one in files if one.path in last.same}


def _taken_over(zipped: zipfile.ZipFile, before: zipfile.ZipFile, one: Packed) -> Packed:
    """Add a file as it is packed in another zip."""
    add_packed(zipped, before, before.getinfo(one.path))
    return one


def _added(zipped: zipfile.ZipFile, path: str, opened: Callable[[str], BinaryIO]) -> Packed:
    """Add a file to the zip, with nothing of the machine that does it: a name is given the earliest date by itself."""
    digest = hashlib.sha256()
    with opened(path) as source:
        size = source.seek(0, io.SEEK_END)
        with zipped.open(path, "w", force_zip64=size > _LARGE) as target:
            for piece in _pieces(source):
                digest.update(piece)
                target.write(piece)
    entry = zipped.getinfo(path)
    entry.external_attr = _READ_BY_ALL
    entry.create_system = 3
    return Packed(path, size, digest.hexdigest())


def _digest(file: BinaryIO) -> str:
    whole = hashlib.sha256()
    for piece in _pieces(file):
        whole.update(piece)
    return whole.hexdigest()


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open file, from its first."""
    source.seek(0)
    while piece := source.read(_PIECE):
        yield piece


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"
