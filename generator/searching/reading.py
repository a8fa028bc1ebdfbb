"""What one page gives to the index: it is worked out once, and kept until the page or what is said of it changes."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from generator.language.wording import fold
from generator.searching import filtering, pagefind
from generator.searching.facts import Facts
from generator.searching.fragments import slimmed
from generator.searching.packing import listed, number

_HASH = 10  # hexadecimal digits
_WORD = re.compile(r"[^\W\d_]{3,}")

Stands = dict[str, bytes]
"""Words, and where each stands on a page, as Pagefind packs it."""


class Indexed(msgspec.Struct, frozen=True, array_like=True):
    """A page of the index: its address, id and length, what the browser gets of it, and where its words stand.

    `forms` has the words that stand there in another form, by the word that is looked up; `printed` how often each word
    of three letters or more stands there.
    """

    address: str
    id: str
    length: int
    fragment: bytes
    words: Stands
    forms: Mapping[str, Stands]
    printed: Mapping[str, int]
    filtered: filtering.Page


def indexed(site: Path, addresses: Sequence[str], told: Facts) -> Iterator[Indexed]:
    """Let Pagefind read some pages; give what each gives to the index."""
    read = pagefind.read_pages(site, addresses)
    words: list[Stands] = [{} for _ in read.pages]
    forms: list[dict[str, Stands]] = [{} for _ in read.pages]
    for word, pages, others in chain.from_iterable(read.words()):
        for at, stands in _standing(pages):
            words[at][word] = stands
        for form, its_pages in others:
            for at, stands in _standing(its_pages):
                forms[at].setdefault(word, {})[form] = stands
    for (id_, length), its_words, its_forms in zip(read.pages, words, forms, strict=True):
        raw = read.fragments[id_]
        fragment = slimmed(raw, told)
        yield Indexed(
            address=fragment.address,
            id=f"en_{hashlib.sha1(raw, usedforsecurity=False).hexdigest()[:_HASH]}",
            length=length,
            fragment=pagefind.packed(msgspec.json.encode(fragment)),
            words=its_words,
            forms=its_forms,
            printed=_printed(fragment.content),
            filtered=filtering.of_page(fragment, told),
        )


def _printed(content: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(content)).items():
        found[fold(word)] += times
    return found


def _standing(pages: Iterable[tuple[int, Any, Any]]) -> Iterator[tuple[int, bytes]]:
    """The number of each page, and where a word stands on it, packed."""
    at = 0
    for step, places, places_in_title in pages:
        at += step
        yield at, listed(map(number, places)) + listed(map(number, places_in_title))
