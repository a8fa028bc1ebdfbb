"""What an editor wrote above a text: YAML between two lines of `---`, checked key by key.

Every fault is found at once, each with its line. A value at fault is left out and the rest is used; without a
readable `symbol` nothing is. Values are taken as they are written: `session: 60` is the words "60", a date is
`2004-12-20`, and `no` is not false.
"""

import re

import msgspec

from generator import symbols
from generator.handwritten import Fault, checked, read
from generator.model import Index, JudgedKind, Judgement, Override, ProposedCorrection, Supplied

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_NOTHING = "none"
_FIRST_LINE = 2  # the block begins below a line of ---


class Original(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file that a text was taken from: its name and SHA-256, where it was got, when, and with which tool."""

    name: str
    sha256: str | None = None
    address: str | None = None
    date: str | None = None
    tool: str | None = None


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an editor adds to the ids that a paragraph is indexed by, and what he takes away."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class Continuation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an editor says of one link: from which place to which paragraph of this text, and of what kind."""

    origin: str = msgspec.field(name="from")
    to: str
    kind: JudgedKind | None = None


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys that a corpus file may have."""

    symbol: str
    supplied: Supplied = Supplied()
    corrections: tuple[ProposedCorrection, ...] = ()
    original: Original | None = None
    replaces: str | tuple[str, ...] = ()
    series: str | None = None
    lineage: tuple[Continuation, ...] = ()
    themes: dict[str, Change] = {}
    addressees: dict[str, Change] = {}


def split(text: str) -> tuple[str, str] | None:
    """Part a corpus file into its front matter and its body, the latter untouched; None where there is no block."""
    block = _BLOCK.match(text)
    return None if block is None else (block.group(1), text[block.end() :])


def opens(text: str) -> bool:
    """Whether a text begins as one with a front matter does."""
    return re.match(r"\ufeff?---[ \t]*\r?(?:\n|\Z)", text) is not None


def load(block: str) -> tuple[FrontMatter | None, tuple[Fault, ...]]:
    """Read a block of front matter: what can be used of it (None without a symbol), and every fault."""
    sheet = read(block, _FIRST_LINE)
    if isinstance(sheet, Fault):
        return None, (msgspec.structs.replace(sheet, code=f"front-matter-{sheet.code}"),)
    if not isinstance(sheet.values, dict):
        message = "a list of keys and values is expected here"
        return None, (Fault(_FIRST_LINE, "front-matter-not-a-mapping", message),)
    usable, wrong = checked(sheet.values, FrontMatter, ())
    faults = sheet.repeated + tuple(Fault(sheet.line(place), code, message) for place, code, message in wrong)
    return msgspec.convert(usable, FrontMatter, strict=False) if "symbol" in usable else None, faults


def overrides(block: str, known: FrontMatter) -> tuple[Override, ...]:
    """Give what an editor says of the index, by the anchors it is said of, each with its line of the file."""
    return tuple(
        Override(index, anchor, line_of(block, key, anchor), change.add, change.remove)
        for index, key, changes in (
            (Index.THEME, "themes", known.themes),
            (Index.ADDRESSEE, "addressees", known.addressees),
        )
        for anchor, change in changes.items()
    )


def judgements(block: str) -> tuple[tuple[Judgement, ...], tuple[Fault, ...]]:
    """Give what an editor says of the lineage, each with its line of the file, and every fault that `load` leaves."""
    sheet = read(block, _FIRST_LINE)
    entries = {} if isinstance(sheet, Fault) else dict(enumerate(sheet.values.get("lineage") or ()))
    whole = {rank: entry for rank, entry in entries.items() if not checked(entry, Continuation, ("lineage", rank))[1]}
    found, faults = [], []
    for rank, entry in whole.items():
        said = msgspec.convert(entry, Continuation, strict=False)
        symbol, hash_sign, anchor = said.origin.partition("#")
        named, fault = (None, None) if said.origin == _NOTHING else _document(block, symbol, "lineage", rank)
        origin = f"{named}{hash_sign}{anchor}" if named else None
        to = None if said.to == _NOTHING else said.to
        line = line_of(block, "lineage", rank)
        if not fault and not origin and not to:
            fault = Fault(line, "nothing-judged", "`from` or `to` has to name a paragraph")
        if fault:
            faults.append(fault)
        else:
            found.append(Judgement(origin, to, said.kind, line))
    return tuple(found), tuple(faults)


def adoption(block: str, known: FrontMatter) -> tuple[tuple[str, ...], str | None, tuple[Fault, ...]]:
    """Give the drafts that a text replaces and what a draft was adopted as, in their one spelling, and every fault."""
    drafts = (known.replaces,) if isinstance(known.replaces, str) else known.replaces
    named = [_document(block, draft, "replaces", rank) for rank, draft in enumerate(drafts)]
    adopted_as, fault = _document(block, known.supplied.adopted_as, "supplied", "adopted_as")
    faults = [fault, *(fault for _, fault in named)]
    return tuple(symbol for symbol, _ in named if symbol), adopted_as, tuple(filter(None, faults))


def _document(block: str, written: str | None, *place: str | int) -> tuple[str | None, Fault | None]:
    """A symbol that an editor wrote, in its one spelling, and what is wrong with it."""
    symbol = symbols.normalise(written) if written is not None else None
    if written == symbol:
        return symbol, None
    unknown = "is not the symbol of a United Nations document; write it like A/C.3/73/L.7"
    said = unknown if symbol is None else f"is spelled {symbol}"
    return symbol, Fault(line_of(block, *place), "bad-symbol", f"“{written}” {said}")


def line_of(block: str, *place: str | int) -> int:
    """The line of the file on which a value of a well-formed front matter stands, or the nearest around it."""
    sheet = read(block, _FIRST_LINE)
    return 1 if isinstance(sheet, Fault) else sheet.line(place)
