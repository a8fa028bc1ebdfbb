"""Compare folders by every byte in them."""

from pathlib import Path


def content(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder, by their paths there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """Give the paths at which two folders hold other bytes, or only one of them holds a file."""
    first, second = content(one), content(other)
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))
