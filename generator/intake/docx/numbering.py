"""The numbers that Word prints and does not write: list labels, worked out from the numbering part.

A `Numbering` says which labels there are; `Counters` counts through one document, in the order of its paragraphs.
"""

import re
from collections.abc import Mapping

import msgspec
from lxml import etree

from generator.intake.docx.parts import Parts, W, child, value

_BULLETS = "bullet"
_LEVELS = 9
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Level(msgspec.Struct, frozen=True):
    """One level of a list: its first number, how numbers are written, and the pattern "(%2)" of its label."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""


class Numbered(msgspec.Struct, frozen=True):
    """One list: the definition it counts with, its levels, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


Numbering = Mapping[str, Numbered]


def numbering_of(parts: Parts) -> Numbering:
    """All lists that numbering.xml defines, by id."""
    root = parts.get("numbering.xml")
    if root is None:
        return {}
    abstract = {value(each, "abstractNumId"): _levels(each) for each in root.findall(W + "abstractNum")}
    return {value(each, "numId") or "": _numbered(each, abstract) for each in root.findall(W + "num")}


def _levels(element: etree._Element) -> dict[int, Level]:
    return {_number(value(level, "ilvl"), 0): _level(level) for level in element.findall(W + "lvl")}


def _level(element: etree._Element) -> Level:
    return Level(
        start=_number(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        pattern=value(child(element, "lvlText")) or "",
    )


def _numbered(element: etree._Element, abstract: Mapping[str | None, dict[int, Level]]) -> Numbered:
    name = value(child(element, "abstractNumId"))
    levels, restarts = dict(abstract.get(name, {})), {}
    for override in element.findall(W + "lvlOverride"):
        depth = _number(value(override, "ilvl"), 0)
        if (level := child(override, "lvl")) is not None:
            levels[depth] = _level(level)
        if (start := value(child(override, "startOverride"))) is not None:
            restarts[depth] = _number(start, 1)
    return Numbered(abstract=name or "", levels=levels, restarts=restarts)


class Counters:
    """How far each list has counted. It changes as the document is read: counting is what it is for."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, depth: int) -> str:
        """The label of the next paragraph of this list at this depth, or "" where it prints none."""
        numbered = self._numbering.get(list_id)
        if numbered is None or depth not in numbered.levels:
            return ""
        counts = self._counts.setdefault(numbered.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for level, start in numbered.restarts.items():
                counts[level] = start - 1
        counts[depth] = counts.get(depth, numbered.levels[depth].start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        return _label(numbered.levels, depth, counts)


def _label(levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]) -> str:
    level = levels[depth]
    if level.form == _BULLETS:
        return "•"
    if level.form == "none":
        return ""

    def written(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        of = levels.get(at, Level())
        return number_as(counts.get(at, of.start), of.form)

    return re.sub(r"%([1-9])", written, level.pattern)


def number_as(number: int, form: str) -> str:
    """A number as Word's number format of this name writes it; decimal for the names nobody uses here."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "chicago" and number > 0:
        return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise
