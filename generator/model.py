"""Every type that crosses a border between two rooms of the generator.

All of them are frozen. The ones from `Mark` to `Resolution` are the JSON twin of a text, field by field: what the
site serves at `<symbol>.json` is `Resolution` encoded, and the published schema is made from it.
Lines are counted from 1 in the raw text, front matter not included. Offsets count characters.
"""

import sys
from enum import StrEnum
from typing import Literal

import msgspec

SCHEMA_VERSION = 1

Span = tuple[int, int]
"""First and last line of a stretch of the raw text, both included."""

Spans = tuple[Span, ...]


class Status(StrEnum):
    """Whether a text was adopted or only proposed."""

    ADOPTED = "adopted"
    DRAFT = "draft"


class Severity(StrEnum):
    """An error: something is missing, ambiguous or breaks a promise. A warning: a reader should know."""

    ERROR = "error"
    WARNING = "warning"


class Witness(StrEnum):
    """Who made a correction."""

    EDITOR = "editor"
    RULE = "rule"


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong, or that the reader of a text is not sure of.

    Inside a `Resolution`, `line` counts in the raw text; when printed, in the file as an editor sees it.
    """

    path: str
    line: int
    code: str
    severity: Severity
    message: str


def _share(one: msgspec.Struct, *names: str) -> None:
    """Hold words that many texts repeat once in memory: there are some two hundred of them in each."""
    for name in names:
        words = getattr(one, name)
        if words is not None:
            msgspec.structs.force_setattr(one, name, sys.intern(words))


class Mark(msgspec.Struct, frozen=True):
    """A footnote mark: the printed label of its note, and the offset in the text that it stands beside.

    `line` is set only where extraction left the mark on a line of its own, away from its word. `note` is set only where
    notes are numbered anew, so that a label does not name one: the anchor of the note, null where none answers it.
    """

    footnote: str
    at: int
    line: int | msgspec.UnsetType = msgspec.UNSET
    note: str | msgspec.UnsetType | None = msgspec.UNSET


class Citation(msgspec.Struct, frozen=True):
    """A document named in a text: the words that name it, where they begin, and what they name."""

    text: str
    at: int
    symbol: str | None
    pinpoint: str | None
    instrument: str | None
    url: str | None

    def __post_init__(self) -> None:
        """Share what other texts say as well."""
        _share(self, "symbol", "instrument", "url")


class Kind(StrEnum):
    """What a paragraph does: asks somebody for something, states something, or orders the organ's own work."""

    DIRECTIVE = "directive"
    DECLARATORY = "declaratory"
    PROCEDURAL = "procedural"


class Part(StrEnum):
    """Where in a text a paragraph stands."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


class Index(StrEnum):
    """What a paragraph is indexed by."""

    THEME = "theme"
    ADDRESSEE = "addressee"


class Ground(msgspec.Struct, frozen=True):
    """Why a paragraph stands under a theme or is addressed to somebody: the rule, and the words that it matched.

    `rule` is the pattern as the authority file spells it, the place in the grammar ("opening", "second verb"), or
    "editor". `anchor` is the paragraph's, or that of the item in which the words stand; `at` counts in the words of
    that paragraph or item, its tail after them. An editor's word has no `text`.
    """

    index: Index
    id: str
    rule: str
    anchor: str
    at: int | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        """Share what other texts say as well."""
        _share(self, "id", "rule", "anchor")


class Table(msgspec.Struct, frozen=True):
    """A table printed inside a paragraph, after so many characters of its text."""

    after: int
    rows: tuple[tuple[str, ...], ...]


class Tail(msgspec.Struct, frozen=True):
    """What a paragraph still says after its last item."""

    text: str
    marks: tuple[Mark, ...]
    lines: Spans


class Paragraph(msgspec.Struct, frozen=True):
    """A preambular or operative paragraph, an item of one, or a paragraph of an annex.

    `text` is the paragraph's own words on one line, without its number, its marks and its items.
    `label` is the printed number bare ("18", "b"); `printed` is the same as it stands on the page ("18.", "(b)").
    The first of `themes` is the primary one; `grounds` says why each theme and addressee is there.
    """

    anchor: str
    label: str | None
    printed: str | None
    opening: str | None
    text: str
    marks: tuple[Mark, ...]
    children: tuple["Paragraph", ...]
    lines: Spans
    themes: tuple[str, ...]
    addressees: tuple[str, ...]
    citations: tuple[Citation, ...]
    kind: Kind | None = None
    grounds: tuple[Ground, ...] = ()
    tail: Tail | msgspec.UnsetType = msgspec.UNSET
    tables: tuple[Table, ...] | msgspec.UnsetType = msgspec.UNSET


class Heading(msgspec.Struct, frozen=True):
    """The heading of a section, a part or an article; `before` is the anchor of the paragraph it stands above."""

    before: str | None
    anchor: str
    label: str | None
    text: str
    marks: tuple[Mark, ...]
    lines: Spans


class Annex(msgspec.Struct, frozen=True):
    """An annex: what is printed above it, and its paragraphs."""

    anchor: str
    label: str
    title: str
    marks: tuple[Mark, ...]
    lines: Spans
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]


class Footnote(msgspec.Struct, frozen=True):
    """A note under its printed label. `resolved`, `rule` and `antecedent` say what an "Ibid." stands for."""

    anchor: str
    label: str
    text: str
    resolved: str | None
    rule: str | None
    antecedent: str | None
    cited_at: tuple[str, ...]
    lines: Spans
    citations: tuple[Citation, ...]


class MastheadField(msgspec.Struct, frozen=True):
    """One thing the head of a document says, with the words that say it."""

    field: str
    lines: Spans
    text: str


class Closing(msgspec.Struct, frozen=True):
    """What is printed under the last paragraph: the meeting, the date, the vote. Its lines are kept apart."""

    text: str
    lines: Spans
    marks: tuple[Mark, ...] = ()


class Furniture(msgspec.Struct, frozen=True):
    """What belongs to the page and not to the text: heads, feet, rules, job numbers, dirt.

    What was left out before there was a text has no lines.
    """

    lines: Spans
    text: str
    why: str


class Correction(msgspec.Struct, frozen=True):
    """A fault of extraction that was mended: the words as found and as shown."""

    line: int
    found: str = msgspec.field(name="from")
    shown: str = msgspec.field(name="to")
    why: str
    by: Witness


class LinkKind(StrEnum):
    """How a later paragraph continues an earlier one.

    Verbatim: the same words in the same order. Amended: one ancestor, other words. Merged: one of several ancestors,
    or an ancestor that was split over several.
    """

    VERBATIM = "verbatim"
    AMENDED = "amended"
    MERGED = "merged"


JudgedKind = Literal["verbatim", "amended", "merged", "none"]


class Judgement(msgspec.Struct, frozen=True):
    """An editor's word on what the paragraph at the anchor `to` continues: the place `origin`, and how.

    Without an origin the paragraph is new; without `to` nothing here continues the origin. Of the kind "none", the one
    does not continue the other. Without a kind, the words say it. `line` counts in the file.
    """

    origin: str | None = msgspec.field(name="from")
    to: str | None
    kind: JudgedKind | None
    line: int


class Origin(msgspec.Struct, frozen=True):
    """Where the raw text is kept, its SHA-256, and how many words it has between white space."""

    path: str
    sha256: str
    words: int


class Resolution(msgspec.Struct, frozen=True):
    """A text as it was read: the JSON twin.

    `replaces` and `adopted_as` are an editor's word: the drafts that became this text, and what this draft became;
    so are `series`, the id of the series that it belongs to, and `lineage`, what its paragraphs continue or do not.
    """

    schema_version: int
    symbol: str
    organ: str | None
    status: Status
    language: str
    title: str | None
    title_marks: tuple[Mark, ...]
    session: str | None
    agenda_item: str | None
    committee_report: str | None
    adopted: str | None
    meeting: str | None
    distributed: str | None
    vote: str | None
    url: str
    official_url: str
    enacting: str | None
    masthead: tuple[MastheadField, ...]
    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    annexes: tuple[Annex, ...]
    footnotes: tuple[Footnote, ...]
    closing: Closing | None
    source: Origin
    furniture: tuple[Furniture, ...]
    corrections: tuple[Correction, ...]
    problems: tuple[Problem, ...]
    replaces: tuple[str, ...] = ()
    adopted_as: str | None = None
    series: str | None = None
    lineage: tuple[Judgement, ...] = ()


class Supplied(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an editor knows of a text and the text itself does not say. Dates are written 2004-12-20."""

    organ: str | None = None
    status: Status | None = None
    title: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    committee_report: str | None = None
    adopted: str | None = None
    meeting: str | None = None
    distributed: str | None = None
    vote: str | None = None
    adopted_as: str | None = None


class ProposedCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexical fault of extraction that an editor confirmed, by line of the raw text."""

    line: int
    found: str = msgspec.field(name="from")
    shown: str = msgspec.field(name="to")
    why: str = "confirmed by an editor"


class Override(msgspec.Struct, frozen=True):
    """An editor's word on what the paragraph at `anchor` is indexed by; `line` counts in the file."""

    index: Index
    anchor: str
    line: int
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class RawText(msgspec.Struct, frozen=True):
    """A text as it is handed to the reader: the body byte for byte, and what is known about it beforehand.

    `path` is what problems name; `first_line` is the line of that file on which the body begins.
    `symbol` is None where nobody has said it yet (`parse` on a file from outside the corpus). `left_out` is what the
    intake took out of a PDF's or Word file's pages before there was a text.
    """

    path: str
    body: str
    sha256: str
    first_line: int = 1
    symbol: str | None = None
    supplied: Supplied = Supplied()
    corrections: tuple[ProposedCorrection, ...] = ()
    overrides: tuple[Override, ...] = ()
    left_out: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    series: str | None = None
    lineage: tuple[Judgement, ...] = ()
