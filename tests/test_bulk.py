"""The download of everything holds what the site serves, with checksums, and is the same for the same content."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import pytest

from generator.authorities import Authorities
from generator.library import library
from generator.model import Resolution
from generator.pipeline import generated
from generator.writing.bulk import LATEST, bulk, is_packed, last_download
from generator.writing.files import write_file
from generator.writing.pieces import as_bytes

FILES = {"A/RES/99/1.xml": "<a>é</a>".encode(), "A/RES/99/1.json": b"{}\n", "paragraphs.csv": b"symbol\n"}


def packed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    made = bulk(files, lambda path: io.BytesIO(files[path]))
    return {path: as_bytes(content) for path, content in made.items()}


def archive(files: Mapping[str, str | bytes]) -> zipfile.ZipFile:
    latest = json.loads(files[LATEST])
    content = files[latest["url"]]
    assert isinstance(content, bytes)
    assert (len(content), hashlib.sha256(content).hexdigest()) == (latest["bytes"], latest["sha256"])
    return zipfile.ZipFile(io.BytesIO(content))


def test_it_holds_every_data_file_with_its_checksum() -> None:
    zipped = archive(packed(FILES))
    manifest = json.loads(zipped.read("manifest.json"))
    assert [one["path"] for one in manifest["files"]] == ["A/RES/99/1.json", "A/RES/99/1.xml", "paragraphs.csv"]
    for one in manifest["files"]:
        content = zipped.read(one["path"])
        assert content == FILES[one["path"]]
        assert (one["bytes"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_pages_and_records_are_no_data() -> None:
    paths = (*FILES, "A/RES/99/1.md", "A/RES/99/1.bib")
    assert [path for path in paths if is_packed(path)] == list(FILES)


def test_its_version_is_that_of_its_content() -> None:
    whole = packed(FILES)
    other = {**FILES, "paragraphs.csv": b"symbol,anchor\n"}
    assert packed(dict(reversed(FILES.items()))) == whole
    assert packed(other)[LATEST] != whole[LATEST]


def laid_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        write_file(folder / path, content)


@pytest.mark.parametrize(
    ("title", "same", "opened"),
    [
        ("nothing is the same", set(), set(FILES)),
        ("one file is", {"A/RES/99/1.xml"}, {"A/RES/99/1.json", "paragraphs.csv"}),
        ("all are", set(FILES), set()),
        ("a file is gone", {*FILES, "A/RES/99/2.json"}, set()),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_the_same_is_taken_from_the_last_download(
    title: str, same: set[str], opened: set[str], tmp_path: Path
) -> None:
    laid_out(tmp_path, packed({**FILES, "A/RES/99/2.json": b"gone"}))
    asked = set()

    def read(path: str) -> BinaryIO:
        asked.add(path)
        return io.BytesIO(FILES[path])

    again = bulk(FILES, read, last_download(tmp_path, same))
    assert {path: as_bytes(content) for path, content in again.items()} == packed(FILES), title
    assert asked == opened


@pytest.mark.parametrize(
    ("title", "damage"),
    [
        ("it is gone", Path.unlink),
        ("half of it is there", lambda file: file.write_bytes(file.read_bytes()[:100])),
        ("a byte of it is another", lambda file: file.write_bytes(b"X" + file.read_bytes()[1:])),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_damaged_download_is_not_taken_from(title: str, damage: Callable[[Path], object], tmp_path: Path) -> None:
    made = packed(FILES)
    laid_out(tmp_path, made)
    damage(tmp_path / json.loads(made[LATEST])["url"])
    assert last_download(tmp_path, FILES) is None, title


@pytest.fixture(scope="session")
def files(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> Mapping[str, str | bytes]:
    return generated(library(corpus_texts, authorities))


def test_the_download_of_the_corpus_holds_every_twin_and_document(
    corpus_texts: tuple[Resolution, ...], files: Mapping[str, str | bytes]
) -> None:
    names = set(archive(files).namelist())
    for text in corpus_texts:
        assert {f"{text.symbol}.json", f"{text.symbol}.xml"} <= names
    assert {"resolutions.json", "citations.json", "paragraphs.csv", "schema/resolution.schema.json"} <= names


def test_the_list_of_all_names_files_that_are_there(files: Mapping[str, str | bytes]) -> None:
    for entry in json.loads(files["resolutions.json"])["resolutions"]:
        assert {entry["twin"], entry["xml"], f"{entry['url'].rstrip('/')}.md"} <= files.keys()
