"""The notable phrases of each theme: 4 to 12 words that at least two texts share.

`notable_phrases` takes the texts and the ids of the themes. A phrase is printed words without a capital or a number in
them, so that it runs over no name; it ends at a full stop, a colon, a semicolon, a bracket or a quotation mark. It is
maximal: no part of a longer one that as many texts have. Its paragraphs are those of the whole corpus.
"""

import math
import re
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from pathlib import Path
from sys import intern

import msgspec

from generator import walk
from generator.language.small_words import AT_NO_END, FORMULAS, PASSED_OVER
from generator.language.wording import Word, words
from generator.model import Resolution
from generator.remembering import Kind, remembered
from generator.versions import PROGRAM, digest_of

SHORTEST, LONGEST = 4, 12
"""Words of a phrase."""

_MOST = 40  # phrases of a theme
_CANDIDATES = 5 * _MOST  # whose paragraphs are looked for
_TELLING = 3  # different words that say something
_FEW_TEXTS = 20  # of so few, nothing is in most of them because it is a formula
_PLAIN = re.compile(r"[^\dA-Z]+")
_ENDS = re.compile(r"[.:;()\[\]“”\"]")

COMMA = ","
"""Stands between words as one of them: where a clause ends is a part of the wording."""

_NONE = -1
_PAIR = 1 << 32
"""Two numbers of phrases make one: the first so many times, and the second."""

Phrase = tuple[str, ...]
"""Words as they are compared, and commas."""

KIND = Kind("phrases", tuple[Phrase, ...], worth=sys.maxsize)  # the indexes beside it keep all processes busy


class Place(msgspec.Struct, frozen=True):
    """A paragraph: its themes, and all its words."""

    symbol: str
    anchor: str
    themes: tuple[str, ...]
    words: str


class Notable(msgspec.Struct, frozen=True):
    """A phrase as it was first printed, how many texts have it, and its paragraphs in order of time."""

    words: str
    texts: int
    places: tuple[Place, ...]


_Places = Callable[[Phrase], tuple[Place, ...]]
"""Gives the paragraphs that have a phrase, in order of time."""

_Cut = Mapping[str, Sequence[Phrase]]
"""The runs of words that a phrase can be a part of, by all words of a paragraph: many stand in text after text."""


def notable_phrases(
    texts: Iterable[Resolution], themes: Iterable[str], kept: Path | None = None
) -> Mapping[str, tuple[Notable, ...]]:
    """Take texts, oldest first; give the most telling phrases of each theme: the longer, and the more texts have it.

    `kept` is the folder of the cache: what recurs in a theme is looked for only when one of its paragraphs changed.
    """
    known: dict[str, str] = {}
    by_text = [_printed(text, known) for text in texts]
    printed = list(chain.from_iterable(by_text))
    cut = {words: tuple(_runs(words)) for words in dict.fromkeys(one.words for one in printed)}
    of_theme: dict[str, list[Place]] = {theme: [] for theme in themes}
    for one in printed:
        for theme in one.themes:
            of_theme.setdefault(theme, []).append(one)
    candidates = dict(zip(of_theme, _all_candidates(tuple(of_theme.values()), cut, kept), strict=True))
    ranks = _ranks({phrase for found in candidates.values() for phrase in found}, printed, cut)

    def places(phrase: Phrase) -> tuple[Place, ...]:
        return tuple(printed[rank] for rank in ranks[phrase])

    most = len(by_text) / 2 if len(by_text) > _FEW_TEXTS else len(by_text)
    return {theme: tuple(_chosen(theme, found, places, most)) for theme, found in candidates.items()}


def _printed(text: Resolution, known: dict[str, str]) -> Sequence[Place]:
    """The paragraphs of a text; words that are `known` are held once."""
    every = ((one, walk.all_words(one)) for one in walk.paragraphs(text))
    return [Place(text.symbol, intern(one.anchor), one.themes, known.setdefault(words, words)) for one, words in every]


def _all_candidates(themes: Sequence[Sequence[Place]], cut: _Cut, kept: Path | None) -> Iterator[tuple[Phrase, ...]]:
    """The candidates of each theme, given its paragraphs."""
    keys = [_key(paragraphs) for paragraphs in themes]
    return remembered(kept, KIND, keys, lambda number: _candidates(themes[number], cut))


def _key(paragraphs: Iterable[Place]) -> str:
    parts = (part.encode() for one in paragraphs for part in (one.symbol, one.words))
    return digest_of(chain((PROGRAM.encode(),), parts))


def recurring(runs: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[Phrase, int]]:
    """Take runs of words, each with its text, those of a text together; give the maximal phrases that two texts share.

    Each comes with the number of its texts. A longer phrase is only looked for where both its shorter parts recur, so
    the work grows with the words and not with their pairs.
    """
    distinct: dict[Phrase, int] = {}  # most runs stand in text after text, word for word
    places = [(symbol, distinct.setdefault(tuple(low), len(distinct))) for symbol, low in runs]
    ids, phrases = _shortest(distinct)
    before = _in_two_texts(places, ids)
    for _ in range(SHORTEST, LONGEST + 1):
        ids, pairs = _a_word_longer(ids, before)
        found = _in_two_texts(places, ids)
        for phrase, number in found.items():
            for part in divmod(pairs[phrase], _PAIR):
                if before.get(part) == number:
                    before[part] = 0  # it is a part of a phrase that as many texts have
        yield from ((phrases[phrase], number) for phrase, number in before.items() if number)
        recurs = found.keys()
        phrases = [
            (*phrases[pair // _PAIR], phrases[pair % _PAIR][-1]) if phrase in recurs else ()
            for phrase, pair in enumerate(pairs)
        ]
        before = found


def _shortest(runs: Iterable[Phrase]) -> tuple[list[list[int]], list[Phrase]]:
    """A number for each phrase of the shortest length: those of each run by place, and what each number stands for."""
    numbers: dict[Phrase, int] = {}
    ids = [
        [numbers.setdefault(run[at : at + SHORTEST], len(numbers)) for at in range(len(run) - SHORTEST + 1)]
        for run in runs
    ]
    return ids, list(numbers)


def _a_word_longer(ids: Iterable[Sequence[int]], recurring_ones: Container[int]) -> tuple[list[list[int]], list[int]]:
    """A number for each phrase a word longer that is two recurring ones overlapping; and which two, as one number."""
    numbers: dict[int, int] = {}
    longer = []
    for run in ids:
        held = [one if one in recurring_ones else _NONE for one in run]
        longer.append(
            [
                _NONE if one < 0 or other < 0 else numbers.setdefault(one * _PAIR + other, len(numbers))
                for one, other in pairwise(held)
            ]
        )
    return longer, list(numbers)


def _in_two_texts(places: Iterable[tuple[str, int]], ids: Sequence[Sequence[int]]) -> dict[int, int]:
    """The phrases that two texts have, with the number of their texts; `places` says which runs stand in which text."""
    counts: Counter[int] = Counter()
    for _, runs in groupby(places, key=lambda place: place[0]):
        counts.update(set().union(*(ids[run] for _, run in runs)))
    return {phrase: number for phrase, number in counts.items() if number > 1 and phrase != _NONE}


def _runs(printed: str) -> Iterator[Phrase]:
    """The runs of words of a paragraph that a phrase can be a part of, as they are compared."""
    return (tuple(intern(word.low) for word in run) for run in _cut(printed))


def _cut(printed: str) -> Iterator[tuple[Word, ...]]:
    """Cut words where no phrase goes on; runs that are too short for one are left out."""
    run: list[Word] = []
    for word in words(printed):
        plain = _PLAIN.fullmatch(printed, word.at, word.end)
        between = printed[run[-1].end : word.at] if run else ""
        if run and (not plain or _ENDS.search(between)):
            yield from _long_enough(run)
            run = []
        elif COMMA in between:
            run.append(Word(COMMA, run[-1].end, run[-1].end))
        if plain:
            run.append(word)
    yield from _long_enough(run)


def _long_enough(run: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    if len(run) >= SHORTEST:
        yield tuple(run)


def _candidates(paragraphs: Iterable[Place], cut: _Cut) -> tuple[Phrase, ...]:
    """The phrases that recur and say something, without the little words around them, the best first."""
    found: dict[Phrase, int] = {}
    for phrase, number in recurring((one.symbol, run) for one in paragraphs for run in cut[one.words]):
        trimmed = _trimmed(phrase)
        if len(trimmed) - trimmed.count(COMMA) >= SHORTEST and len(_telling(trimmed)) >= _TELLING:
            found[trimmed] = max(number, found.get(trimmed, 0))
    return tuple(sorted(found, key=lambda phrase: (-_worth(phrase, found[phrase]), phrase)))[:_CANDIDATES]


def _trimmed(phrase: Phrase) -> Phrase:
    """Take away little words at both ends, and a word that a comma cuts off from what follows or goes before."""
    start, end = 0, len(phrase)
    while start < end and (_is_little(phrase[start]) or _is_cut_off(phrase[start : start + 3])):
        start += 1
    while end > start and (_is_little(phrase[end - 1]) or (end - start > 1 and phrase[end - 2] == COMMA)):
        end -= 1
    return phrase[start:end]


def _is_little(word: str) -> bool:
    return word == COMMA or word in AT_NO_END


def _is_cut_off(opening: Phrase) -> bool:
    """Whether it is the end of another clause: "girls, for prostitution …" is, "prevent, suppress …" is a list."""
    return len(opening) > 2 and opening[1] == COMMA and opening[2] in AT_NO_END


def _telling(phrase: Phrase) -> set[str]:
    return set(phrase) - PASSED_OVER - FORMULAS - {COMMA}


def _worth(phrase: Phrase, texts: int) -> float:
    return len(_telling(phrase)) * math.log2(1 + texts)


def _ranks(phrases: Iterable[Phrase], printed: Sequence[Place], cut: _Cut) -> Mapping[Phrase, Sequence[int]]:
    """The ranks of the paragraphs that have each phrase, in one passage through the corpus."""
    by_start: dict[Phrase, list[Phrase]] = {}
    for phrase in sorted(phrases):
        by_start.setdefault(phrase[:SHORTEST], []).append(phrase)
    held = {words: tuple(_held(runs, by_start)) for words, runs in cut.items()}
    found: dict[Phrase, array[int]] = {}
    for rank, one in enumerate(printed):
        for phrase in held[one.words]:
            found.setdefault(phrase, array("I")).append(rank)
    return found


def _held(runs: Iterable[Phrase], by_start: Mapping[Phrase, Iterable[Phrase]]) -> Iterable[Phrase]:
    """The phrases that a paragraph has, each once."""
    return dict.fromkeys(
        phrase
        for run in runs
        for at in range(len(run) - SHORTEST + 1)
        for phrase in by_start.get(run[at : at + SHORTEST], ())
        if run[at : at + len(phrase)] == phrase
    )


def _chosen(theme: str, candidates: Iterable[Phrase], places: _Places, most: float) -> Iterator[Notable]:
    """The phrases that belong to a theme: half of their paragraphs stand under it. None is a part of another."""
    belonging: dict[Phrase, int] = {}
    for phrase in candidates:
        there = places(phrase)
        texts = len({place.symbol for place in there})
        under = sum(theme in place.themes for place in there)
        if 2 * under >= len(there) and texts <= most:
            belonging[phrase] = texts
    kept: list[str] = []
    for phrase in sorted(belonging, key=lambda one: (-_worth(one, belonging[one]), one)):
        spelled = f" {' '.join(phrase)} "
        if len(kept) < _MOST and not any(spelled in other or other in spelled for other in kept):
            kept.append(spelled)
            there = places(phrase)
            yield Notable(_as_printed(phrase, there[0]), belonging[phrase], there)


def _as_printed(phrase: Phrase, place: Place) -> str:
    """The words of a phrase where a paragraph first has it."""
    return next(
        place.words[run[at].at : run[at + len(phrase) - 1].end]
        for run in _cut(place.words)
        for at in range(len(run) - len(phrase) + 1)
        if tuple(word.low for word in run[at : at + len(phrase)]) == phrase
    )
