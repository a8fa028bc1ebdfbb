"""Index a built site with Pagefind, so that the page /search/ finds every paragraph of every text.

Takes the folder that the builder wrote, writes `pagefind/` and `search/` in it. Only the pages of texts are indexed.
Pagefind reads those that are not known from before; the index is put together of what all pages give to it. A large
corpus gets several indexes, `pagefind-2/` and so on; the browser asks all of them. The same site gives the same bytes.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from itertools import chain
from pathlib import Path

import msgspec

from generator import cache
from generator.corpus import ConfigurationError
from generator.remembering import known
from generator.searching import filtering, pagefind
from generator.searching.facts import PATH as FACTS
from generator.searching.facts import Facts
from generator.searching.filtering import PATH as FILTERS
from generator.searching.joining import joined
from generator.searching.reading import Indexed, indexed
from generator.spreading import spread
from generator.versions import PROGRAM, digest_of
from generator.writing.files import write_file

NAME = "pagefind"
INDEXES = "search/indexes.json"
WORDS = "search/words.json"
LARGEST = 5000
"""Pages in one index: about 0.6 GB of memory while it is put together. The fewer indexes, the less is fetched."""

_Said = tuple[dict[str, filtering.Page], Counter[str]]
"""What one index is filtered by, page by page, and how often each word stands in it."""

_KIND = "searched"  # the folder in the cache
_AT_A_TIME = 100  # pages that Pagefind reads in one run


def index(site: Path, *caches: Path) -> int:
    """Index a built site; give the number of its pages that can be found. ConfigurationError if there is no site.

    What a page gives to the index is looked for in all `caches`, and kept in the first.
    """
    told = _told(site)
    for old in site.glob(f"{NAME}*"):
        shutil.rmtree(old)
    keys = _keys(site, told, told.texts)
    parts = list(_parts(sorted(told.texts)))
    names = [NAME if rank == 1 else f"{NAME}-{rank}" for rank in range(1, len(parts) + 1)]
    frame = pagefind.read_one_word()

    def put_together(rank: int) -> _Said:
        pages = _pages(site, told, {address: keys[address] for address in parts[rank]}, caches)
        for path, content in joined(pages, frame):
            write_file(site / names[rank] / path, content)
        return {page.id: page.filtered for page in pages}, _printed(pages)

    filtered: dict[str, filtering.Page] = {}
    printed: Counter[str] = Counter()
    # each in a process of its own, if there are several: together they would fill the memory
    for pages, words in spread(put_together, len(parts), worth=1):
        filtered |= pages
        printed.update(words)
    for kept in caches[:1]:
        cache.prune(kept, _KIND, frozenset(keys.values()))
    _write(site / INDEXES, names)
    _write(site / FILTERS, filtering.filters(filtered, told))
    _write(site / WORDS, " ".join(sorted(printed, key=lambda word: (-printed[word], word))))
    return len(filtered)


def _printed(pages: Iterable[Indexed]) -> Counter[str]:
    """How often each word stands on some pages."""
    printed: Counter[str] = Counter()
    for page in pages:
        printed.update(page.printed)
    return printed


def learn(site: Path, docs: Path, *caches: Path) -> None:
    """Find out what each page of a part of a site gives to the index, and keep it in the first of the `caches`."""
    told = _told(docs)
    addresses = (address for address in sorted(told.texts) if _page(site, address).is_file())
    _pages(site, told, _keys(site, told, addresses), caches)


def files_of_index(site: Path) -> tuple[str, ...]:
    """Give the paths of the files that the index of a site consists of."""
    parts = (file for folder in site.glob(f"{NAME}*") for file in folder.rglob("*") if file.is_file())
    return (*(file.relative_to(site).as_posix() for file in parts), INDEXES, FILTERS, WORDS)


def _parts(addresses: Sequence[str]) -> list[Sequence[str]]:
    """The pages of each index, as many in each as may be."""
    return [addresses[start : start + LARGEST] for start in range(0, len(addresses), LARGEST)]


def _told(folder: Path) -> Facts:
    if not (folder / FACTS).is_file():
        raise ConfigurationError(f"{folder}: no {FACTS}; build the site first")
    return msgspec.json.decode((folder / FACTS).read_bytes(), type=Facts)


def _page(site: Path, address: str) -> Path:
    return site / address / "index.html"


def _keys(site: Path, told: Facts, addresses: Iterable[str]) -> dict[str, str]:
    """Say for each page by address what all that it gives to the index is made from."""
    made_by = f"{PROGRAM} {metadata.version('pagefind-bin')}".encode()
    ranked = msgspec.json.encode((tuple(told.themes), tuple(told.addressees)))
    return {
        address: digest_of([made_by, ranked, bytes(told.texts[address]), _page(site, address).read_bytes()])
        for address in addresses
    }


def _pages(site: Path, told: Facts, keys: Mapping[str, str], caches: Sequence[Path]) -> list[Indexed]:
    """What each page that can be found gives to the index, in the order of their addresses."""
    found = {address: page for address, key in keys.items() if (page := _kept(caches, key)) is not None}
    missing = [address for address in keys if address not in found]
    lots = [missing[start : start + _AT_A_TIME] for start in range(0, len(missing), _AT_A_TIME)]
    read = spread(lambda rank: msgspec.msgpack.encode(list(indexed(site, lots[rank], told))), len(lots), worth=1)
    for page in chain.from_iterable(msgspec.msgpack.decode(lot, type=list[Indexed]) for lot in read):
        found[page.address] = page
        _keep(caches, keys[page.address], page)
    return [found[address] for address in keys if address in found]


def _kept(caches: Sequence[Path], key: str) -> Indexed | None:
    for rank, one in enumerate(caches):
        page = known(one, _KIND, key, Indexed)
        if page is not None:
            if rank:
                _keep(caches, key, page)
            return page
    return None


def _keep(caches: Sequence[Path], key: str, page: Indexed) -> None:
    for first in caches[:1]:
        cache.keep(first, _KIND, key, msgspec.msgpack.encode(page))


def _write(file: Path, told: object) -> None:
    write_file(file, msgspec.json.encode(told).decode("utf-8") + "\n")
