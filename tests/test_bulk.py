"""The download of everything holds what the site serves, with checksums, and is the same for the same content."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from generator.authorities import Authorities
from generator.library import library
from generator.model import Resolution
from generator.pipeline import generated
from generator.writing.bulk import LATEST, bulk, is_packed
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
