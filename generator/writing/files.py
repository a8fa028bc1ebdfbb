"""The one place that writes: generated files go under docs/, only those that changed, each in one step.

The generated folders hold nothing else, so a page or data file there that nobody generates any more is taken away.
"""

import filecmp
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from generator.writing.pieces import Content

GENERATED_FOLDERS = (
    "A", "E", "S", "T", "addressees", "compare", "download", "feeds", "instruments", "ladders", "language",
    "openings", "organs", "schema", "search", "series", "themes", "years",
)  # fmt: skip
_GENERATED_KINDS = frozenset({".md", ".json", ".xml", ".zip", ".bib", ".ris"})


class Written(msgspec.Struct, frozen=True):
    """What changed on disk: paths relative to the folder, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write(folder: Path, files: Mapping[str, Content]) -> Written:
    """Make the generated part of a folder equal to `files` (relative path to content). OSError if it cannot be."""
    changed = tuple(path for path in sorted(files) if write_file(folder / path, files[path]))
    return Written(changed, remove_others(folder, files))


def remove_others(folder: Path, kept: Container[str]) -> tuple[str, ...]:
    """Take away every generated file that is not among those to keep; give the paths."""
    removed = tuple(sorted(path for path in generated_files(folder) if path not in kept))
    for path in removed:
        (folder / path).unlink()
        _drop_empty_folders(folder, (folder / path).parent)
    return removed


def write_file(file: Path, content: Content) -> bool:
    """Write a file unless it says the same already; a reader sees the old content or the new, never half of it."""
    if not isinstance(content, str | bytes):
        return _write_pieces(file, content)
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
        return False
    unfinished = _unfinished(file)
    unfinished.write_bytes(data)
    unfinished.replace(file)
    return True


def _write_pieces(file: Path, content: Iterable[bytes]) -> bool:
    unfinished = _unfinished(file)
    with unfinished.open("wb") as written:
        written.writelines(content)
    if file.is_file() and filecmp.cmp(unfinished, file, shallow=False):
        unfinished.unlink()
        return False
    unfinished.replace(file)
    return True


def _unfinished(file: Path) -> Path:
    """Where a file is written before it is put into its place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.with_name(f".{file.name}.unfinished")


def generated_files(folder: Path) -> Iterator[str]:
    """Give the paths of what stands in the generated folders."""
    for name in GENERATED_FOLDERS:
        for file in (folder / name).rglob("*"):
            if file.suffix in _GENERATED_KINDS and file.is_file():
                yield file.relative_to(folder).as_posix()


def _drop_empty_folders(root: Path, folder: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
