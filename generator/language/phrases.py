"""The notable phrases of each theme: 4 to 12 words that at least two texts share.

`notable_phrases` takes the texts and the ids of the themes. A phrase is printed words without a capital or a number in
them, so that it runs over no name; it ends at a full stop, a colon, a semicolon, a bracket or a quotation mark. It is
maximal: no part of a longer one that as many texts have. Its paragraphs are those of the whole corpus.
"""

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from generator import walk
from generator.language.small_words import AT_NO_END, FORMULAS, PASSED_OVER
from generator.language.wording import Word, words
from generator.model import Paragraph, Resolution
from generator.writing.indexes.entries import in_time

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


class Place(msgspec.Struct, frozen=True):
    """A paragraph, and where a phrase begins and ends in all its words."""

    symbol: str
    paragraph: Paragraph
    at: int
    end: int


class Notable(msgspec.Struct, frozen=True):
    """A phrase as it was first printed, how many texts have it, and its paragraphs in order of time."""

    words: str
    texts: int
    places: tuple[Place, ...]


class _Run(msgspec.Struct, frozen=True):
    """Words that a phrase can be a part of, and where they stand."""

    symbol: str
    paragraph: Paragraph
    words: tuple[Word, ...]
    low: tuple[str, ...]


def notable_phrases(texts: Iterable[Resolution], themes: Iterable[str]) -> Mapping[str, tuple[Notable, ...]]:
    """Give the most telling phrases of each theme, the best first: the longer, and the more texts have it."""
    in_order = sorted(texts, key=in_time)
    runs = tuple(_runs(in_order))
    of_theme: dict[str, list[_Run]] = {theme: [] for theme in themes}
    for run in runs:
        for theme in run.paragraph.themes:
            of_theme.setdefault(theme, []).append(run)
    candidates = {theme: _candidates(found) for theme, found in of_theme.items()}
    places = _places({phrase for found in candidates.values() for phrase in found}, runs)
    most = len(in_order) / 2 if len(in_order) > _FEW_TEXTS else len(in_order)
    return {theme: tuple(_chosen(theme, found, places, most)) for theme, found in candidates.items()}


def recurring(runs: Sequence[tuple[str, Sequence[str]]]) -> Iterator[tuple[Phrase, int]]:
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
    of_text: dict[str, set[int]] = {}
    for symbol, run in places:
        of_text.setdefault(symbol, set()).update(ids[run])
    counts = Counter(chain.from_iterable(of_text.values()))
    return {phrase: number for phrase, number in counts.items() if number > 1 and phrase != _NONE}


def _runs(texts: Iterable[Resolution]) -> Iterator[_Run]:
    """The runs of words of some texts that a phrase can be a part of; the same words are cut once."""
    cut: dict[str, tuple[tuple[tuple[Word, ...], Phrase], ...]] = {}
    for text in texts:
        for paragraph in walk.paragraphs(text):
            printed = walk.all_words(paragraph)
            if printed not in cut:
                cut[printed] = tuple((run, tuple(word.low for word in run)) for run in _cut(printed))
            yield from (_Run(text.symbol, paragraph, run, low) for run, low in cut[printed])


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


def _candidates(runs: Sequence[_Run]) -> tuple[Phrase, ...]:
    """The phrases that recur and say something, without the little words around them, the best first."""
    found: dict[Phrase, int] = {}
    for phrase, number in recurring([(run.symbol, run.low) for run in runs]):
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


def _places(phrases: Iterable[Phrase], runs: Iterable[_Run]) -> Mapping[Phrase, list[Place]]:
    """Where each phrase stands, in one passage through the corpus; a paragraph counts once."""
    by_start: dict[Phrase, list[Phrase]] = {}
    for phrase in sorted(phrases):
        by_start.setdefault(phrase[:SHORTEST], []).append(phrase)
    found: dict[Phrase, list[Place]] = {}
    for run in runs:
        for at in range(len(run.low) - SHORTEST + 1):
            for phrase in by_start.get(run.low[at : at + SHORTEST], ()):
                if run.low[at : at + len(phrase)] == phrase:
                    places = found.setdefault(phrase, [])
                    if not places or places[-1].paragraph is not run.paragraph:
                        end = run.words[at + len(phrase) - 1].end
                        places.append(Place(run.symbol, run.paragraph, run.words[at].at, end))
    return found


def _chosen(
    theme: str, candidates: Iterable[Phrase], places: Mapping[Phrase, Sequence[Place]], most: float
) -> Iterator[Notable]:
    """The phrases that belong to a theme: half of their paragraphs stand under it. None is a part of another."""
    belonging = {}
    for phrase in candidates:
        there = places[phrase]
        texts = len({place.symbol for place in there})
        under = sum(theme in place.paragraph.themes for place in there)
        if 2 * under >= len(there) and texts <= most:
            belonging[phrase] = Notable(_as_printed(there[0]), texts, tuple(there))
    kept: list[str] = []
    for phrase in sorted(belonging, key=lambda one: (-_worth(one, belonging[one].texts), one)):
        spelled = f" {' '.join(phrase)} "
        if len(kept) < _MOST and not any(spelled in other or other in spelled for other in kept):
            kept.append(spelled)
            yield belonging[phrase]


def _as_printed(place: Place) -> str:
    return walk.all_words(place.paragraph)[place.at : place.end]
