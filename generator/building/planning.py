"""What the site will hold: each file's path there, where it comes from, and the key of what it is made from.

The key of a page is the hash of its Markdown, the configuration, the theme and the program; that of any other file of
docs/ its length and time. Markdown that has the length and the time it had last is not read again.
"""

import hashlib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import msgspec
from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_build_date

from generator.building.mkdocs import Builder, stands_in_docs
from generator.made import looked_at, remember, store
from generator.searching.facts import PATH as FACTS
from generator.searching.facts import Facts
from generator.versions import PROGRAM, digest_of

_RENDERED_BY = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pyyaml")


class Plan(msgspec.Struct, frozen=True):
    """The pages and the other files of a site: by path in the site, the path under docs/; and the key of each.

    `whole` is the key of all together and of the date in the site map, `searched` that of what the search finds.
    """

    pages: Mapping[str, str]
    files: Mapping[str, str]
    keys: Mapping[str, str]
    whole: str
    searched: str


def plan(ready: Builder, config_file: Path, seen: Path) -> Plan:
    """Say what a site will hold. `seen` is the record of the digests of pages, so that they are not all read again."""
    look = _look(ready, config_file)
    docs = store(Path(ready.config.docs_dir), seen)
    pages, files, keys, digests = {}, {}, {}, {}
    for file in ready.files:
        if file.inclusion is InclusionLevel.EXCLUDED or not stands_in_docs(ready, file):
            continue
        source, path = file.src_uri, file.dest_uri
        if file.is_documentation_page():
            pages[path] = source
            digests[source] = looked_at(docs, source)
            keys[path] = hashlib.sha256(look + digests[source].key.encode()).hexdigest()
        else:
            files[path] = source
            stat = (docs.folder / source).stat()
            keys[path] = f"{stat.st_size} {stat.st_mtime_ns}"
    remember(seen, digests)
    whole = digest_of(f"{path} {key}".encode() for path, key in (*sorted(keys.items()), ("", get_build_date())))
    return Plan(pages, files, keys, whole, _searched(keys, docs.folder))


def _searched(keys: Mapping[str, str], docs: Path) -> str:
    """The key of all pages of texts, and of what the search says of them."""
    file = docs / FACTS
    if not file.is_file():
        return ""
    told = file.read_bytes()
    pages = (f"{address}index.html" for address in sorted(msgspec.json.decode(told, type=Facts).texts))
    return digest_of([told, *(keys.get(page, "").encode() for page in pages)])


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
