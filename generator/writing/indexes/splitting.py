"""Split a list that would make a long page: by year, or by whatever its texts are told apart by, and then into parts.

What stands on a page of a split list depends on the texts of that page's name alone ("2004"), so that a text more
changes no other page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from generator.writing.indexes.page import slug

LONGEST = 150_000  # characters of Markdown: less than 300 KB of HTML, whatever the words


class Part(msgspec.Struct, frozen=True):
    """A page of a split list: its name ("2004", "2004, part 2"), the name of its file, the symbols that stand on it."""

    name: str
    file: str
    symbols: tuple[str, ...]


def short(written: Iterable[tuple[str, str]]) -> dict[str, str] | None:
    """Take what is written for each text, by symbol; give it all, or None as soon as it is too much for one page."""
    taken: dict[str, str] = {}
    length = 0
    for symbol, blocks in written:
        taken[symbol] = blocks
        length += len(blocks)
        if length > LONGEST:
            return None
    return taken


def parts(written: Mapping[str, str], name_of: Callable[[str], str]) -> Iterator[Part]:
    """Give the pages of a list in order of their names; the texts of one name keep their order."""
    for name, symbols in groupby(sorted(written, key=name_of), key=name_of):
        cut = tuple(_cut(written, tuple(symbols)))
        for number, part in enumerate(cut, start=1):
            if len(cut) == 1:
                yield Part(name, slug(name), part)
            else:
                yield Part(f"{name}, part {number}", f"{slug(name)}-{number}", part)


def _cut(written: Mapping[str, str], symbols: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The symbols in runs, none of them too long for a page."""
    run: list[str] = []
    length = 0
    for symbol in symbols:
        if run and length + len(written[symbol]) > LONGEST:
            yield tuple(run)
            run, length = [], 0
        run.append(symbol)
        length += len(written[symbol])
    yield tuple(run)
