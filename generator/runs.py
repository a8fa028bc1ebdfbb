"""What the last run came to: where neither the corpus nor docs/ has changed since, there is only that to say.

A run is known by the digest of every file of the corpus, of the program and of the commit; and it is told again only if
every generated file under docs/ is as that run left it.
"""

import hashlib
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec

from generator import cache
from generator.made import store, untouched
from generator.versions import PROGRAM, commit, digest_of
from generator.writing.files import generated_files

KIND = "runs"

Told = TypeVar("Told")


def key_of(corpus_folder: Path) -> str:
    """Give the key of a run over a corpus as it is."""
    files = sorted(file for file in corpus_folder.rglob("*") if file.is_file())
    parts = (
        part for file in files for part in (file.relative_to(corpus_folder).as_posix().encode(), file.read_bytes())
    )
    return digest_of(chain((PROGRAM.encode(), str(commit()).encode()), parts))


def last_run(kept: Path | None, key: str, docs: Path, record: Path, told: type[Told]) -> Told | None:
    """Give what the run with a key came to, None if docs/ is not as it left it, or if nobody knows."""
    value = cache.found(kept, KIND, key)
    if value is None or not record.is_file():
        return None
    try:
        of_record, said = msgspec.msgpack.decode(value, type=tuple[bytes, msgspec.Raw])
        found = msgspec.msgpack.decode(said, type=told)
    except msgspec.DecodeError:
        return None
    before = store(docs, record)
    same = of_record == _digest(record) and all(untouched(before, path) for path in before.made)
    return found if same and all(path in before.made for path in generated_files(docs)) else None


def keep_run(kept: Path | None, key: str, record: Path, told: object) -> None:
    """Remember what a run came to, in place of the run before."""
    value = msgspec.msgpack.encode((_digest(record), msgspec.Raw(msgspec.msgpack.encode(told))))
    cache.keep(kept, KIND, key, value)
    cache.prune(kept, KIND, frozenset({key}))


def _digest(record: Path) -> bytes:
    return hashlib.sha256(record.read_bytes()).digest()
