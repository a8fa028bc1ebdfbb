"""What the program is: its own source as a digest, so that nothing an older one worked out is taken over.

Also what a site says of itself in `build.json`: from which commit and which corpus it was made, and by what.
"""

import hashlib
import os
import platform
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import msgspec

_HOME = Path(__file__).parent
_LEANS_ON = ("ftfy", "lxml", "msgspec", "pdfplumber", "python-frontmatter", "pyyaml", "rapidfuzz", "symspellpy")


def digest_of(parts: Iterable[bytes]) -> str:
    """Give one SHA-256 (hexadecimal) of several pieces of content; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def _program() -> str:
    sources = sorted(file for file in _HOME.rglob("*") if file.suffix in {".py", ".json", ".js", ".txt"})
    versions = (f"{name} {metadata.version(name)}" for name in _LEANS_ON)
    named = (part for file in sources for part in (file.relative_to(_HOME).as_posix().encode(), file.read_bytes()))
    return digest_of([platform.python_version().encode(), "\n".join(versions).encode(), *named])


PROGRAM = _program()
"""The digest of the program's source and of the libraries that shape what it gives."""

NAME = "build.json"
_MADE_BY = (*_LEANS_ON, "jinja2", "markdown", "mkdocs", "mkdocs-material", "pagefind-bin", "pymdown-extensions")


class Build(msgspec.Struct, frozen=True):
    """What a site was made of: the commit, the digest of the corpus, that of the program, and versions by name."""

    commit: str | None
    corpus: str
    program: str
    versions: dict[str, str]


def commit() -> str | None:
    """Give the commit that is being built, which the Makefile and CI say in BUILD_COMMIT."""
    return os.environ.get("BUILD_COMMIT") or None


def build(corpus: str) -> str:
    """Take the digest of a corpus; give the words of `build.json`."""
    versions = {"python": platform.python_version(), **{name: metadata.version(name) for name in _MADE_BY}}
    told = Build(commit(), corpus, PROGRAM, versions)
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode("utf-8") + "\n"
