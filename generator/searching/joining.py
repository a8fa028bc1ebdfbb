"""One index of many pages, as Pagefind would write it: from what each page gives to it.

Takes pages in their order; gives the files that the browser fetches. A chunk holds the words from one to another, and
where they stand on all pages; all chunks are about as large, so that little is fetched for a word.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

import cbor2
import msgspec

from generator.searching import pagefind
from generator.searching.packing import begun, listed, number
from generator.searching.pagefind import Read
from generator.searching.reading import Indexed
from generator.spreading import spread

_CHUNK = 11_000  # bytes of places: the less, the more files; a word is never split
_WORTH = 20  # chunks for which another process is started
_HASH = 10  # hexadecimal digits

Standing = list[tuple[int, bytes]]
"""The numbers of pages, and where a word stands on each."""


class Word(msgspec.Struct):
    """Where a word stands as it is looked up, and where in each of its other forms."""

    pages: Standing
    forms: dict[str, Standing]


class Chunk(msgspec.Struct, frozen=True, array_like=True):
    """A part of the index: its name, and its content as the browser gets it."""

    name: str
    content: bytes


def joined(pages: Sequence[Indexed], frame: Read) -> Iterator[tuple[str, bytes]]:
    """Give the files of an index by their paths in its folder; `frame` is an index of whatever pages."""
    words = _inverted(pages)
    shares = list(_shares(words))
    chunks = list(spread(lambda rank: _chunk(shares[rank], words), len(shares), worth=_WORTH))
    for chunk in chunks:
        yield f"{pagefind.CHUNKS}/{chunk.name}.pf_index", chunk.content
    for page in pages:
        yield f"{pagefind.FRAGMENTS}/{page.id}.pf_fragment", page.fragment
    version, _, _, *others = frame.meta
    parts = [[first, last, chunk.name] for (first, last), chunk in zip(ends(shares), chunks, strict=True)]
    meta = cbor2.dumps([version, [[page.id, page.length] for page in pages], parts, *others])
    yield f"pagefind.{_name(meta)}.{pagefind.META}", pagefind.packed(meta)
    language = {**frame.entry["languages"]["en"], "hash": _name(meta), "page_count": len(pages)}
    yield pagefind.ENTRY, msgspec.json.encode({**frame.entry, "languages": {"en": language}})
    yield from frame.program.items()


def _inverted(pages: Iterable[Indexed]) -> dict[str, Word]:
    """Every word of the pages, with the pages it stands on."""
    found: dict[str, Word] = defaultdict(lambda: Word([], {}))
    for at, page in enumerate(pages):
        for word, stands in page.words.items():
            found[word].pages.append((at, stands))
        for word, forms in page.forms.items():
            for form, stands in forms.items():
                found[word].forms.setdefault(form, []).append((at, stands))
    return found


def _shares(words: dict[str, Word]) -> Iterator[list[str]]:
    """Words in their order, as many together as make a chunk."""
    share: list[str] = []
    size = 0
    for word in sorted(words):
        share.append(word)
        its = words[word]
        size += sum(len(stands) for pages in (its.pages, *its.forms.values()) for _, stands in pages)
        if size >= _CHUNK:
            yield share
            share, size = [], 0
    if share:
        yield share


def _chunk(share: Iterable[str], words: dict[str, Word]) -> Chunk:
    content = listed([listed(_packed(word, words[word]) for word in share)])
    return Chunk(_name(content), pagefind.packed(content))


def _packed(word: str, its: Word) -> bytes:
    forms = [listed([cbor2.dumps(form), _standing(pages)]) for form, pages in sorted(its.forms.items())]
    return listed([cbor2.dumps(word), _standing(its.pages), listed(forms)])


def _standing(pages: Standing) -> bytes:
    """Pages with where a word stands on each; of a number stands there how much greater it is than the one before."""
    steps = zip(pages, [(0, b""), *pages], strict=False)
    three = begun(3)  # the step, and twice where the word stands
    return listed(three + number(at - before) + stands for (at, stands), (before, _) in steps)


def ends(shares: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The first and the last word of each chunk, cut to what tells them from the words of its neighbours."""
    firsts, lasts = [share[0] for share in shares], [share[-1] for share in shares]
    for rank, (share, following) in enumerate(pairwise(shares)):
        last, first = share[-1], following[0]
        cut = 1 + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, first, strict=False)))
        firsts[rank + 1] = first[:cut]
        if last[:cut] >= firsts[rank]:  # else the chunk would end before it begins
            lasts[rank] = last[:cut]
    return list(zip(firsts, lasts, strict=True))


def _name(content: bytes) -> str:
    return f"en_{hashlib.sha256(content).hexdigest()[:_HASH]}"
