"""What the site will hold: each file's path there, where it comes from, and the key of what it is made from.

The key of a page is the hash of its Markdown, the configuration, the theme and the program; that of any other file of
docs/ its length and time.
"""

import hashlib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import msgspec
from mkdocs.structure.files import InclusionLevel

from generator.building.mkdocs import Builder
from generator.versions import PROGRAM, digest_of

_RENDERED_BY = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pyyaml")


class Plan(msgspec.Struct, frozen=True):
    """The pages and the other files of a site: by path in the site, the path under docs/; and the key of each."""

    pages: Mapping[str, str]
    files: Mapping[str, str]
    keys: Mapping[str, str]


def plan(ready: Builder, config_file: Path) -> Plan:
    """Say what a site will hold."""
    look = _look(ready, config_file)
    pages, files, keys = {}, {}, {}
    for file in ready.files:
        if file.inclusion is InclusionLevel.EXCLUDED or not _stands_in_docs(ready, str(file.abs_src_path)):
            continue
        source, path = Path(str(file.abs_src_path)), file.dest_uri
        if file.is_documentation_page():
            pages[path] = file.src_uri
            keys[path] = hashlib.sha256(look + source.read_bytes()).hexdigest()
        else:
            files[path] = file.src_uri
            stat = source.stat()
            keys[path] = f"{stat.st_size} {stat.st_mtime_ns}"
    return Plan(pages, files, keys)


def _stands_in_docs(ready: Builder, path: str) -> bool:
    return path.startswith(ready.config.docs_dir)


def _look(ready: Builder, config_file: Path) -> bytes:
    """The digest of all that shapes every page."""
    return digest_of(_shaping(ready, config_file)).encode()


def _shaping(ready: Builder, config_file: Path) -> Iterator[bytes]:
    yield PROGRAM.encode()
    yield config_file.read_bytes()
    yield str(ready.config.site_url).encode()
    yield repr(sorted(ready.config.extra.items(), key=str)).encode()
    for name in _RENDERED_BY:
        yield f"{name} {metadata.version(name)}".encode()
    if custom := ready.config.theme.custom_dir:
        for file in sorted(Path(custom).rglob("*")):
            if file.is_file():
                yield file.relative_to(custom).as_posix().encode()
                yield file.read_bytes()
