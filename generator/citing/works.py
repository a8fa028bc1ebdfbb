"""What a citation says of a text, whatever its form: who made it, what it is called, its number and its date.

The organ in full and the number name a resolution or a decision; the title is no part of its name (Editorial Manual,
"Resolutions and decisions"). A draft, and a text of another series, is known by its symbol.
"""

import re

import msgspec

from generator import symbols
from generator.citing.adoption import Adoptions
from generator.model import Resolution, Status
from generator.writing.escape import clean

# A/RES/59/166 · S/RES/2331(2016) · E/CN.4/RES/2004/45 · A/DEC/74/509; not A/RES/59/166/Corr.1, a document of its own
_NUMBERED = re.compile(r"(?P<series>[A-Z0-9./]+?)/(?P<kind>RES|DEC)/(?P<number>[^/]+(?:/[^/.]+)?)")
_KINDS = {"RES": "Resolution", "DEC": "Decision"}
# 2200A(XXI) is printed 2200 A (XXI), 68/247B is 68/247 B, 317(IV) is 317 (IV)
_PRINTED_SPACE = re.compile(r"(?<=\d)(?=[A-Z](?:-[A-Z])?(?:\(|$))|(?<=[\dA-Z])(?=\()")
# 68/247 A-B
_PARTS = re.compile(r"(?<= )([A-Z])-([A-Z])(?= |$)")


class Work(msgspec.Struct, frozen=True):
    """A text as its citations know it. `number` is None where only the symbol names it; dates are ISO."""

    symbol: str
    organ: str | None
    number: str | None
    title: str | None
    date: str | None
    language: str
    official_address: str
    is_draft: bool
    adopted_as: tuple[str, ...]

    @property
    def author(self) -> str:
        """The organ under its full name."""
        return f"United Nations {self.organ}" if self.organ else "United Nations"

    @property
    def genre(self) -> str:
        """What kind of text it is."""
        return "Draft resolution" if self.is_draft else kind(self.symbol)

    @property
    def heading(self) -> str:
        """The title, or for a text without one (the Security Council gives none) what stands for it."""
        return self.title or (f"{self.genre} {self.number}" if self.number else self.symbol)


def work(text: Resolution, adoptions: Adoptions) -> Work:
    """Give a text as its citations know it. A draft has no date of adoption: its date is that of its distribution."""
    is_draft = text.status is Status.DRAFT
    number = None if is_draft else printed_number(text.symbol)
    return Work(
        symbol=text.symbol,
        organ=symbols.organ_of(text.symbol) if is_draft or number else _shown(text.organ),
        number=number,
        title=_shown(text.title),
        date=text.distributed if is_draft else text.adopted,
        language=text.language,
        official_address=text.official_url,
        is_draft=is_draft,
        adopted_as=adoptions.adopted_as.get(text.symbol, ()) if is_draft else (),
    )


def printed_number(symbol: str) -> str | None:
    """Give the number that a text is cited by: "59/166", "2200 A (XXI)", "2331 (2016)"; None if it has none."""
    numbered = _NUMBERED.fullmatch(symbol)
    return _PARTS.sub(_both, _PRINTED_SPACE.sub(" ", numbered["number"])) if numbered else None


def kind(symbol: str) -> str:
    """Say what an adopted text is by its series: a "Decision", or a "Resolution"."""
    numbered = _NUMBERED.fullmatch(symbol)
    return _KINDS[numbered["kind"]] if numbered else "Resolution"


def name(symbol: str) -> str:
    """Name a text as the United Nations do: "General Assembly resolution 59/166"; by its symbol if it has no number."""
    number = printed_number(symbol)
    return f"{symbols.organ_of(symbol)} {kind(symbol).lower()} {number}" if number else symbol


def _shown(words: str | None) -> str | None:
    """Words as a page shows them, on one line; None where they say nothing."""
    return clean(words).strip() or None if words else None


def _both(parts: re.Match[str]) -> str:
    """Two parts of a composite text are "A and B", more are "A to D"."""
    first, last = parts[1], parts[2]
    return f"{first} {'and' if ord(last) == ord(first) + 1 else 'to'} {last}"
