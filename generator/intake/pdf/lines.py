"""The characters of a PDF page become its lines: words with their places, and footnote marks as `[^5]`.

A mark is found by size and position alone: digits or asterisks that are smaller than the words beside them and stand
higher. Sizes are compared within a line, so that any document's own sizes will do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import msgspec

from generator.intake.marked import MARK_LABEL, clean, mark

_SAME_BASELINE = 0.15
_SMALLER = 0.9
_RAISED = 0.12
_BESIDE = 1.0
_GAP_WITH_SPACES = 0.6
_GAP_WITHOUT_SPACES = 0.2
_UNITS = ("m", "km", "cm", "mm")
"""Units of length: the raised figure after one is a power, not a mark."""


class Char(msgspec.Struct, frozen=True):
    """One printed character; its size and its place are in points from the page's top left corner."""

    text: str
    font: str
    size: float
    x0: float
    x1: float
    top: float
    bottom: float


class Word(msgspec.Struct, frozen=True):
    """A run of characters without a space, marks included, and where it stands."""

    text: str
    x0: float
    x1: float
    italic: bool
    bold: bool
    size: float


class Line(msgspec.Struct, frozen=True):
    """A printed line. `note` is the label of a raised number at its very start; `column` is 0 across the page."""

    page: int
    words: tuple[Word, ...]
    top: float
    bottom: float
    size: float
    note: str | None = None
    column: int = 0

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return clean(" ".join(word.text for word in self.words))

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return max(word.x1 for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, as headings are."""
        return all(word.bold for word in self.words)


def char_of(raw: Mapping[str, Any]) -> Char:
    """A character as pdfplumber gives it. A non-breaking space separates words like any other."""
    return Char(
        text=str(raw["text"]),
        font=str(raw.get("fontname", "")),
        size=float(raw["size"]),
        x0=float(raw["x0"]),
        x1=float(raw["x1"]),
        top=float(raw["top"]),
        bottom=float(raw["bottom"]),
    )


def lines_of(chars: Iterable[Char], page: int) -> tuple[Line, ...]:
    """The lines of a page from top to bottom; raised and lowered characters are in the line they stand beside."""
    kept = [char for char in chars if char.size > 0]
    printed = [char for char in kept if char.text.strip()]
    spaced = len(kept) - len(printed) > len(printed) / 20
    rows = _with_neighbours([run for row in _baselines(kept if spaced else printed) for run in _runs(row)])
    lines = [_line(row, page, spaced) for row in rows]
    return tuple(sorted((line for line in lines if line), key=lambda line: (line.top + line.bottom, line.x0)))


def _baselines(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Characters that stand on one baseline."""
    row: list[Char] = []
    for char in sorted(chars, key=lambda char: char.bottom):
        if row and char.bottom - row[0].bottom > max(1.0, _SAME_BASELINE * min(char.size, row[0].size)):
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _runs(row: Sequence[Char]) -> Iterator[list[Char]]:
    """A baseline whole if it holds words; if it holds only a few small figures, each of them by itself."""
    ordered = sorted(row, key=lambda char: char.x0)
    figures = sum(bool(MARK_LABEL.fullmatch(char.text.strip() or "*")) for char in ordered)
    if figures < len(ordered) / 2:
        yield ordered
        return
    run = ordered[:1]
    for before, char in pairwise(ordered):
        if char.x0 - before.x1 > before.size:
            yield run
            run = []
        run.append(char)
    yield run


def _with_neighbours(rows: list[list[Char]]) -> list[list[Char]]:
    """Short runs above or below a baseline join the longer row whose words they touch."""
    lines: list[list[Char]] = []
    tops: list[tuple[float, float]] = []
    for row in sorted(rows, key=len, reverse=True):
        top, bottom = min(char.top for char in row), max(char.bottom for char in row)
        size = median(char.size for char in row)
        host = next(
            (
                number
                for number, (other_top, other_bottom) in enumerate(tops)
                if min(bottom, other_bottom) - max(top, other_top) > (bottom - top) / 2
                and _touches(row, lines[number], size)
            ),
            None,
        )
        if host is None:
            lines.append(list(row))
            tops.append((top, bottom))
        else:
            lines[host].extend(row)
    return lines


def _touches(run: Sequence[Char], row: Sequence[Char], size: float) -> bool:
    """Whether a run stands in a gap or at an end of a row, right beside a character, without covering one."""
    x0, x1 = min(char.x0 for char in run), max(char.x1 for char in run)
    printed = [char for char in row if char.text.strip()]
    covered = any(min(x1, char.x1) - max(x0, char.x0) > 0.5 * (char.x1 - char.x0) for char in printed)
    near = _BESIDE * max(size, max((char.size for char in printed), default=0))
    return not covered and any(-1 <= x0 - char.x1 < near or -1 <= char.x0 - x1 < near for char in printed)


def _line(row: Iterable[Char], page: int, spaced: bool) -> Line | None:
    """The words of one row, its raised figures as marks."""
    chars = sorted(row, key=lambda char: char.x0)
    printed = [char for char in chars if char.text.strip()]
    if not printed:
        return None
    sizes = Counter(round(char.size, 1) for char in printed if not MARK_LABEL.fullmatch(char.text)) or Counter(
        round(char.size, 1) for char in printed
    )
    size = max(sizes, key=lambda each: (sizes[each], each))
    main = [char for char in printed if round(char.size, 1) == size]
    base = median(char.bottom for char in main)
    words = tuple(word for chunk in _chunks(chars, size, spaced) if (word := _word(chunk, size, base)) is not None)
    words = _without_powers(words)
    note = words[0].text if words and words[0].text.startswith("[^") else None
    label, rest = _note_label(note)
    if label and len(words) + bool(rest) > 1:
        head = (msgspec.structs.replace(words[0], text=rest),) if rest else ()
        return Line(page, (*head, *words[1:]), min(c.top for c in main), base, size, note=label)
    return Line(page, words, min(char.top for char in main), base, size)


def _note_label(word: str | None) -> tuple[str | None, str]:
    """A first word "[^5]See" as its label and what is glued to it."""
    if word is None or "]" not in word:
        return None, ""
    label, _, rest = word.removeprefix("[^").partition("]")
    return label, rest.removeprefix("/")


def _chunks(chars: Sequence[Char], size: float, spaced: bool) -> Iterator[list[Char]]:
    """Characters between spaces: printed spaces where the page has them, else gaps."""
    gap = size * (_GAP_WITH_SPACES if spaced else _GAP_WITHOUT_SPACES)
    chunk: list[Char] = []
    for char in chars:
        if not char.text.strip():
            if chunk:
                yield chunk
            chunk = []
            continue
        if chunk and char.x0 - chunk[-1].x1 > gap:
            yield chunk
            chunk = []
        chunk.append(char)
    if chunk:
        yield chunk


def _word(chunk: Sequence[Char], size: float, base: float) -> Word | None:
    """A word, in which a raised run of figures is a mark and other raised letters are letters."""
    parts: list[str] = []
    raised = ""
    for char in chunk:
        if _is_raised(char, size, base):
            raised += char.text
            continue
        parts += [_as_mark(raised), char.text]
        raised = ""
    text = "".join((*parts, _as_mark(raised)))
    first = chunk[0]
    return Word(
        text=text,
        x0=first.x0,
        x1=max(char.x1 for char in chunk),
        italic=_is_style(first.font, "Italic", "Oblique"),
        bold=all(_is_style(char.font, "Bold", "Black", "Heavy") for char in chunk),
        size=first.size,
    )


def _is_raised(char: Char, size: float, base: float) -> bool:
    return char.size <= _SMALLER * size and base - char.bottom >= _RAISED * size


def _as_mark(raised: str) -> str:
    """A raised "5" as a mark; "5,6" and "[5]" and "5/" too; "st" stays."""
    labels = raised.replace("[", " ").replace("]", " ").replace("/", " ").replace(",", " ").replace(")", " ").split()
    if labels and all(MARK_LABEL.fullmatch(label) for label in labels):
        return "".join(mark(label) for label in labels)
    return raised


def _without_powers(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A "km" with a raised 2 or 3 is a unit."""
    powers = {unit + mark(digit): unit + sign for unit in _UNITS for digit, sign in (("2", "²"), ("3", "³"))}
    return tuple(msgspec.structs.replace(word, text=powers.get(word.text, word.text)) for word in words)


def _is_style(font: str, *styles: str) -> bool:
    return any(style.lower() in font.lower() for style in styles)
