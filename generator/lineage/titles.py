"""Titles of texts that continue one another: the same, or bent a little.

"Draft resolution: Traffic in women and girls" is the title "Trafficking in women and girls" of a draft; a word more, or
another, bends a title. `united` puts titles together, given what else speaks for it: "Situation of human rights in
Myanmar" and "… in Haiti" differ by a word as well.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

_LONGEST_ID = 60
_TOLD_APART = 6  # hexadecimal digits
_STEM = 6
_LEAST_SHARED = 2
_DRAFT = re.compile(
    r"^\W*(?:(?:revised|amended|oral(?:ly)?)\s+)*draft\s+(?:resolution|decision)s?\b(?:\s+[IVXLC\d]+\b)?"
    r"(?:\s+(?:submitted|proposed|sponsored)\s+by\b[^:]*)?(?:\s*:|\s+entitled\b|\s+on\b|\s*[-–—])\s*"
    r"|\s*[:–—-]\s*(?:(?:revised|amended)\s+)*(?:draft\s+)?(?:resolution|decision)\b[^:]*$"
    r"|\s*\((?:revised\s+)?draft(?:\s+(?:resolution|decision))?\)\s*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "their",
        "to",
        "with",
    ]
)


def identity(title: str) -> str:
    """Give the id of the series that a title belongs to: "trafficking-in-women-and-girls".

    That of a long title is cut and ends in a digest, for many begin alike ("Implementation of the Declaration on …").
    """
    slug = _slug(title)
    if len(slug) <= _LONGEST_ID:
        return slug
    return f"{slug[:_LONGEST_ID].rstrip('-')}-{hashlib.sha256(slug.encode()).hexdigest()[:_TOLD_APART]}"


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(title).lower()).strip("-")


def plain(title: str) -> str:
    """Give a title without what only says that the text is a draft, or what it is."""
    return _DRAFT.sub("", title).strip(' “”"*') or title


def united(titles: Mapping[str, str], akin: Callable[[str, str, bool], bool]) -> Iterator[tuple[str, ...]]:
    """Take titles by their ids, in order; give the ids of one series together, in order.

    Titles of the same words are of one series. Where a word differs, `akin` is asked whether the two are; it is told
    whether one of them holds all words of the other.
    """
    words = {one: _words(title) for one, title in titles.items()}
    group = {one: [one] for one in words}
    for first, second in _close(words):
        one, other = words[first], words[second]
        if group[first] is not group[second] and (one == other or akin(first, second, one < other or other < one)):
            group[first] += group[second]
            group |= dict.fromkeys(group[second], group[first])
    rank = {one: place for place, one in enumerate(words)}
    for joined in {id(one): one for one in group.values()}.values():
        yield tuple(sorted(joined, key=rank.__getitem__))


def _words(title: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _slug(title).split("-") if word not in _SMALL)


def _close(words: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """The pairs of titles that share all their words but one at most on either side, and two at the least."""
    sharing: dict[frozenset[str], list[str]] = defaultdict(list)
    for one, held in words.items():
        for part in {held, *(held - {word} for word in held)}:
            if len(part) >= _LEAST_SHARED:
                sharing[part].append(one)
    return sorted({pair for found in sharing.values() for pair in combinations(found, 2)})
