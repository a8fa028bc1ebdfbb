"""Everything in one file: a zip of all twins, Akoma Ntoso documents and tables, with their checksums.

Its name carries a version made of its content, so that whoever cites a download can be understood; `latest.json` says
which one it is today. The same content makes the same bytes.
"""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable

import msgspec

LATEST = "download/latest.json"

_MANIFEST = "manifest.json"
_SUFFIXES = (".json", ".xml", ".csv")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can carry: there is no clock in it
_READ_BY_ALL = 0o644 << 16
_EFFORT = 4  # of 9: the steps above save one byte of ten and take twice the time


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


def is_packed(path: str) -> bool:
    """Whether a file is data, for the download: pages and records for reference managers are not."""
    return path.endswith(_SUFFIXES)


def bulk(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, str | bytes]:
    """Take the paths of the data and what reads one; give path → content of the download and of the file naming it."""
    archive = io.BytesIO()
    packed: list[Packed] = []
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in sorted(paths):
            content = read(path)
            packed.append(Packed(path, len(content), _sha256(content)))
            _add(zipped, path, content)
        version = _sha256(msgspec.json.encode(packed))[:12]
        _add(zipped, _MANIFEST, _json(Manifest(version, tuple(packed))).encode("utf-8"))
    url = f"download/resolutions-{version}.zip"
    whole = archive.getvalue()
    return {url: whole, LATEST: _json(Latest(version, url, len(whole), _sha256(whole)))}


def _add(zipped: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _READ_BY_ALL
    entry.create_system = 3  # the same on every machine
    zipped.writestr(entry, content, compresslevel=_EFFORT)


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
