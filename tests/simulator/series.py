"""A series of resolutions that never was, with planted changes: what each paragraph continues is known.

`planted_series` draws the words of a first text, then amends, drops, adds, moves, splits and merges paragraphs from
member to member, and says which paragraph continues which.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.model import Resolution
from tests.samples import paragraph, resolution

_OPENINGS = ("Urges Governments to", "Invites States to", "Encourages Member States to", "Calls upon States to")
_SHORTEST, _LONGEST = 25, 60
QUIET_YEARS = {"kept": 54, "amended": 40, "replaced": 2, "moved": 2, "split": 1, "merged": 1}
BUSY_YEARS = {"kept": 30, "amended": 30, "replaced": 10, "moved": 10, "split": 10, "merged": 10}
_SYLLABLES = [consonant + vowel for consonant, vowel in zip("bcdfghjklmnprstvwz", "aeiou" * 4, strict=False)]


class Planted(NamedTuple):
    """A paragraph that was planted: its words, and the numbers of those of the text before that it continues."""

    words: tuple[str, ...]
    origins: tuple[int, ...]


class PlantedSeries(NamedTuple):
    """The texts of a series, the first first, and the places that continue one another from each to the next."""

    texts: tuple[Resolution, ...]
    links: frozenset[tuple[str, str]]


def planted_series(
    members: int, paragraphs: int, seed: int = 0, years: Mapping[str, int] = QUIET_YEARS
) -> PlantedSeries:
    """Give a series of so many texts, the first of so many paragraphs; the same for the same seed.

    `years` says what becomes of how many paragraphs of a hundred from one text to the next.
    """
    chance = random.Random(seed)
    vocabulary = [f"{a}{b}{c}" for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]
    common = chance.sample(vocabulary, 60)

    def sentence() -> tuple[str, ...]:
        length = chance.randint(_SHORTEST, _LONGEST)
        rare = chance.choices(vocabulary, k=length)
        return tuple(chance.choice(common) if chance.random() < 0.3 else word for word in rare)

    text = [Planted(sentence(), ()) for _ in range(paragraphs)]
    texts, links = [_text(0, text)], set()
    for number in range(1, members):
        text = _next(text, chance, sentence, years)
        texts.append(_text(number, text))
        links |= {
            (f"{texts[-2].symbol}#op{origin}", f"{texts[-1].symbol}#op{at}")
            for at, one in enumerate(text, start=1)
            for origin in one.origins
        }
    return PlantedSeries(tuple(texts), frozenset(links))


def _next(
    text: Sequence[Planted], chance: random.Random, sentence: Callable[[], tuple[str, ...]], years: Mapping[str, int]
) -> list[Planted]:
    """What a text becomes a year later."""
    later: list[Planted] = []
    for number, one in enumerate(text, start=1):
        (fate,) = chance.choices(list(years), weights=list(years.values()))
        words = one.words
        if fate == "amended":
            changed = list(words)
            for _ in range(chance.randint(1, 4)):
                changed[chance.randrange(len(changed))] = chance.choice(sentence())
            later.append(Planted(tuple(changed), (number,)))
        elif fate == "replaced":
            later.append(Planted(sentence(), ()))
        elif fate == "moved":
            later.insert(chance.randint(0, len(later)), Planted(words, (number,)))
        elif fate == "split" and len(words) >= _SHORTEST:
            middle = len(words) // 2
            later += [Planted(words[:middle], (number,)), Planted(words[middle:], (number,))]
        elif fate == "merged" and later and len(later[-1].words) + len(words) <= 2 * _LONGEST:
            before = later.pop()
            later.append(Planted(before.words + words, (*before.origins, number)))
        else:
            later.append(Planted(words, (number,)))
    return later


def _text(number: int, text: Sequence[Planted]) -> Resolution:
    return resolution(
        symbol=f"A/RES/{40 + number}/100",
        url=f"A/RES/{40 + number}/100/",
        session=str(40 + number),
        adopted=f"{1985 + number}-12-20",
        operative=tuple(
            paragraph(
                f"op{place}",
                f"{(opening := _OPENINGS[len(one.words) % len(_OPENINGS)])} {' '.join(one.words)};",
                f"{place}.",
                opening=opening.split()[0],
            )
            for place, one in enumerate(text, start=1)
        ),
    )
