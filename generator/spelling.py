"""Split and joined words that extraction left in a text ("p rotect", "Recallingall"): found and proposed, not mended.

The witness is the text's own words, then the word list. A pair that could be meant as printed is left alone: a missed
fault can be added by the editor, a wrong one may be overlooked.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

import msgspec

from generator.model import ProposedCorrection
from generator.reading.sheet import spread
from generator.words import is_word

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[^\W\d_]*[a-z](?=[A-Z][a-z])")
_SHORT = frozenset(
    ["a", "i", "am", "an", "as", "at", "be", "by", "co", "de", "do", "du", "ed", "el", "et", "eu", "ex", "go",
     "he", "id", "if", "ii", "in", "is", "it", "iv", "la", "le", "me", "my", "no", "of", "on", "or", "so", "to",
     "un", "up", "us", "vi", "we", "xi"]
)  # fmt: skip
"""Words and roman numbers of one and two letters that stand by themselves; a word list has too many others."""
_FUNCTION = frozenset(
    ["all", "also", "and", "any", "are", "at", "by", "for", "from", "has", "in", "into", "is", "its", "not", "of", "on",
     "or", "other", "that", "the", "their", "this", "to", "under", "upon", "which", "with"]
)  # fmt: skip
"""Words that run into their neighbours."""
_OFTEN = 5
_LONG = 8


class Text(msgspec.Struct, frozen=True):
    """What the proposals are made from: how often each word is used, and the hyphened words."""

    words: Counter[str]
    hyphened: frozenset[str]


def proposals(body: str) -> tuple[ProposedCorrection, ...]:
    """The corrections to propose for a raw text, by line, left to right."""
    lines = [(line.number, line.text) for line in spread(body).lines]
    known = Text(
        words=Counter(word.lower() for _, line in lines for word in _WORD.findall(line)),
        hyphened=frozenset(found.lower() for _, line in lines for found in re.findall(r"[A-Za-z]+-[A-Za-z]+", line)),
    )
    return tuple(proposal for number, line in lines for proposal in _in_line(number, line, known))


def _in_line(number: int, line: str, known: Text) -> Iterator[ProposedCorrection]:
    found = list(_WORD.finditer(line))
    for before, after in _split_words(line, found, known):
        yield _proposal(number, line, (before.start(), after.end()), before[0] + after[0], "split word")
    for word in found:
        parts = _joined_parts(word[0], known)
        if parts:
            yield _proposal(number, line, word.span(), parts, "lost hyphen" if "-" in parts else "joined words")


def _split_words(
    line: str, found: Sequence[re.Match[str]], known: Text
) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The pairs that are one word. Of two pairs that share a part ("of t", "t he") the better known word is meant."""
    pairs = [
        pair for pair in pairwise(found) if _are_neighbours(line, *pair) and _is_split(pair[0][0], pair[1][0], known)
    ]
    taken = -1
    for pair, following in zip_longest(pairs, pairs[1:]):
        rival = following if following and following[0] is pair[1] else None
        if pair[0].start() <= taken or (rival and _use(rival, known) > _use(pair, known)):
            continue
        taken = pair[1].start()
        yield pair


def _are_neighbours(line: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether only a space stands between two parts, and neither belongs to a hyphened or shortened word."""
    apart = line[: before.start()].endswith(("-", "’", "'")) or line[after.end() :].startswith(("-", "’", "'"))
    shortened = len(after[0]) == 1 and line[after.end() :].startswith(".")
    return line[before.end() : after.start()] == " " and not apart and not shortened


def _use(pair: tuple[re.Match[str], re.Match[str]], known: Text) -> int:
    return known.words[(pair[0][0] + pair[1][0]).lower()]


def _is_split(before: str, after: str, known: Text) -> bool:
    """Whether two neighbours are one word: it is known, and one of them is no word by itself."""
    whole = before + after
    if not (after.islower() and (before.islower() or before.istitle())):
        return False
    if not known.words[whole.lower()] and not _stands_alone(whole, known):
        return False
    odd = [not _stands_alone(part, known) for part in (before, after)]
    if len(before) == 1 and before.isupper():
        return odd[1]
    rare = min(known.words[before.lower()], known.words[after]) == 1 and min(len(before), len(after)) > 2
    return any(odd) or (rare and known.words[whole.lower()] >= _OFTEN)


def _stands_alone(part: str, known: Text) -> bool:
    """Whether a part is a word by itself: a short one of the list, or one the word list knows."""
    word = part.lower()
    return word in _SHORT if len(word) < 3 else is_word(word) or known.words[word] >= _OFTEN


def _joined_parts(word: str, known: Text) -> str | None:
    """A word that is really two, with what belongs between them; None if it is one or nobody can tell."""
    if known.words[word.lower()] > 1 or len(word) < _LONG or is_word(word):
        return None
    camel = _CAMEL.match(word)
    cuts: Sequence[int] = [camel.end()] if camel else range(2, len(word) - 1)
    found = [(word[:cut], word[cut:]) for cut in cuts if _are_two(word[:cut], word[cut:], known, bool(camel))]
    if len(found) != 1:
        return None
    hyphened = "-".join(found[0])
    return hyphened if hyphened.lower() in known.hyphened else " ".join(found[0])


def _are_two(first: str, second: str, known: Text, camel: bool) -> bool:
    """Whether both parts are words of this text, and one is of the kind that runs into its neighbour."""
    used = known.words[first.lower()] > 0 and known.words[second.lower()] > 0
    if camel:
        return used
    runs_in = (second in _FUNCTION and len(first) > 3) or (first.lower() in _FUNCTION and len(second) > 3)
    return used and runs_in and is_word(first) and is_word(second)


def _proposal(number: int, line: str, span: tuple[int, int], shown: str, why: str) -> ProposedCorrection:
    """A correction whose words stand on the line once before any other such: more words to the left if need be."""
    start, end = span
    while start and line.find(line[start:end]) != start:
        start = line.rfind(" ", 0, start - 1) + 1
    return ProposedCorrection(line=number, found=line[start:end], shown=line[start : span[0]] + shown, why=why)
