"""The types of a lineage: what continues what, between two texts and along a series.

Places are written `A/RES/59/166#op18`: a symbol and the anchor of a paragraph.
"""

from enum import StrEnum

import msgspec

from generator.model import LinkKind, Status, Witness


class Strength(StrEnum):
    """Whether a later verb asks more strongly or less."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    SAME = "same"


class Link(msgspec.Struct, frozen=True):
    """One paragraph continues another; `score` says how much of their weighted words they share, from 0 to 1.

    `by` is there where an editor judged it, `strength` where both paragraphs open with verbs that ask.
    """

    origin: str = msgspec.field(name="from")
    to: str
    kind: LinkKind
    score: float
    by: Witness | msgspec.UnsetType = msgspec.UNSET
    strength: Strength | msgspec.UnsetType = msgspec.UNSET


class Alignment(msgspec.Struct, frozen=True):
    """The links between two texts, and the paragraphs of either that have none, each in the order of its page."""

    earlier: str
    later: str
    links: tuple[Link, ...]
    new: tuple[str, ...]
    dropped: tuple[str, ...]


class Branch(StrEnum):
    """Where in a series a text stands: on its main line, or beside it."""

    MAIN = "main"
    SIBLING = "sibling"
    RELATED = "related"


class Member(msgspec.Struct, frozen=True):
    """A text of a series. A sibling has the same title and another organ; a related text has another title."""

    symbol: str
    branch: Branch
    status: Status
    session: str | None
    adopted: str | None


class Series(msgspec.Struct, frozen=True):
    """Texts that continue one another, the earliest first. `id` names it in addresses and in front matters."""

    id: str
    title: str
    members: tuple[Member, ...]


class Drop(msgspec.Struct, frozen=True):
    """A paragraph that the next text of its line no longer has; `where` is that text."""

    anchor: str
    where: str = msgspec.field(name="in")


class Ladder(msgspec.Struct, frozen=True):
    """One paragraph's life: all the places it stood in, the earliest first, and the links that lead through them.

    `id` is the first place. `joins` are links by which single clauses came from other ladders, or went to them.
    """

    id: str
    places: tuple[str, ...]
    steps: tuple[Link, ...]
    joins: tuple[Link, ...]


class Lineage(msgspec.Struct, frozen=True):
    """All series of a corpus, with what continues what in them."""

    series: tuple[Series, ...]
    links: tuple[Link, ...]
    new: tuple[str, ...]
    dropped: tuple[Drop, ...]
    ladders: tuple[Ladder, ...]
