"""What was read is put together: masthead, metadata, furniture, problems, and the `Resolution` itself."""

from collections.abc import Iterable

import msgspec

from generator import addresses
from generator.model import (
    SCHEMA_VERSION,
    Closing,
    Footnote,
    Furniture,
    MastheadField,
    Origin,
    Problem,
    RawText,
    Resolution,
    Status,
)
from generator.reading.blocks import Kind
from generator.reading.decisions import Decision, decision, leads_to_resolution
from generator.reading.enacting import is_enacting
from generator.reading.head import Head, Opened, merge_supplied, say
from generator.reading.nesting import Piece
from generator.reading.sheet import Ranks, Remark, Sheet, error, spans, warning, without_fences
from generator.reading.tree import Tree
from generator.reading.wording import Worded
from generator.symbols import is_draft, normalise, page_url

_UNKNOWN = "UNKNOWN"


class Parts(msgspec.Struct, frozen=True):
    """All that was read of a text, each part by its own room."""

    sheet: Sheet
    head: Head
    worded: Worded
    tree: Tree
    closing: Closing | None
    footnotes: tuple[Footnote, ...]
    remarks: tuple[Remark, ...]


def assemble(raw: RawText, parts: Parts, rank: Ranks) -> Resolution:
    """The resolution, with every problem that any room remarked."""
    worded, tree = parts.worded, parts.tree
    enacting = next((piece.marked.text for piece in worded.of(Kind.ENACTING)), None)
    decided = _decided(parts)
    said = say(
        parts.head,
        Opened(organ=_organ(enacting, decided), decided=decided.lead if decided else ""),
        closing_text=parts.closing.text if parts.closing else "",
        page_heads=tuple(item.text for item in parts.sheet.furniture if item.why == "page head"),
        symbol=raw.symbol,
    )
    fields, differing = merge_supplied(said, worded.title.text or None, raw.supplied)
    symbol = said.symbol or _UNKNOWN
    remarks = (
        *parts.remarks,
        *said.remarks,
        *differing,
        *_missing(symbol, enacting or decided, tree, raw.body),
        *_stray(worded),
    )
    return Resolution(
        schema_version=SCHEMA_VERSION,
        symbol=symbol,
        organ=fields["organ"],
        status=raw.supplied.status or (Status.DRAFT if is_draft(symbol) else Status.ADOPTED),
        language="en",
        title=fields["title"],
        title_marks=worded.title.marks,
        session=fields["session"],
        agenda_item=fields["agenda_item"],
        committee_report=fields["committee_report"],
        adopted=fields["adopted"],
        meeting=fields["meeting"],
        distributed=fields["distributed"],
        vote=fields["vote"],
        url=page_url(symbol),
        official_url=addresses.document(symbol),
        enacting=enacting,
        masthead=_masthead(parts.head, worded, rank),
        preamble=tree.preamble,
        operative=tree.operative,
        headings=tree.headings,
        annexes=tree.annexes,
        footnotes=parts.footnotes,
        closing=parts.closing,
        source=Origin(path=raw.path, sha256=raw.sha256, words=len(raw.body.split())),
        furniture=(*_left_out(raw), *_furniture(parts.sheet, worded.of(Kind.STRAY), rank)),
        corrections=tuple(
            sorted((*parts.sheet.corrections, *worded.corrections), key=lambda mended: (mended.line, mended.found))
        ),
        problems=tuple(sorted({_problem(remark, raw.path) for remark in remarks})),
        replaces=raw.replaces,
        series=raw.series,
        lineage=raw.lineage,
        adopted_as=raw.supplied.adopted_as,
    )


def _masthead(head: Head, worded: Worded, rank: Ranks) -> tuple[MastheadField, ...]:
    """The fields in the order of the text, the title and every enacting line among them."""
    found = list(head.fields)
    if head.title_lines:
        lines = spans((line.number for line in head.title_lines), rank)
        found.append(MastheadField("title", lines, worded.title.text))
    found += [
        MastheadField("enacting", spans(piece.block.numbers, rank), piece.marked.text)
        for piece in worded.of(Kind.ENACTING)
    ]
    return tuple(sorted(found, key=lambda field: field.lines))


def _left_out(raw: RawText) -> tuple[Furniture, ...]:
    return tuple(Furniture((), text, "left out when the file was taken in") for text in raw.left_out)


def _furniture(sheet: Sheet, stray: Iterable[Piece], rank: Ranks) -> tuple[Furniture, ...]:
    left = [
        Furniture(
            spans(piece.block.numbers, rank),
            without_fences(" ".join(line.text for line in piece.block.lines)),
            "after the closing",
        )
        for piece in stray
    ]
    return tuple(sorted((*sheet.furniture, *left), key=lambda item: (item.lines, item.text)))


def _stray(worded: Worded) -> list[Remark]:
    message = "this stands after the closing and belongs to no paragraph; say what it is or take it out"
    return [
        warning(piece.block.numbers[0], "text-after-closing", message)
        for piece in worded.of(Kind.STRAY)
        if any(len(line.text) > 3 for line in piece.block.lines)
    ]


def _decided(parts: Parts) -> Decision | None:
    """The sentence of a decision: its first paragraph, or in its head above an enacting line."""
    first = [parts.tree.operative[0].text] if parts.tree.operative and not parts.tree.preamble else []
    head = (
        field.text for field in parts.head.fields if field.field == "adoption" and not leads_to_resolution(field.text)
    )
    return next((found for text in (*first, *head) if (found := decision(text))), None)


def _organ(enacting: str | None, decided: Decision | None) -> str | None:
    """The organ that the enacting line names, or the sentence of a decision."""
    return (is_enacting(enacting) if enacting else None) or (decided.organ if decided else None) or None


def _missing(symbol: str, opened: str | Decision | None, tree: Tree, body: str) -> list[Remark]:
    """What a text cannot be without; `opened` is its enacting line, or what opens it as a decision."""
    if not body.strip():
        return [
            error(1, "text-empty", "there is no text here; paste the text of the resolution under the front matter")
        ]
    found = []
    if symbol == _UNKNOWN:
        found.append(error(1, "symbol-unknown", "the text does not say its symbol; write it in the front matter"))
    elif normalise(symbol) is None:
        found.append(error(1, "symbol-malformed", f"{symbol} is no UN document symbol that we know how to spell"))
    if opened is None:
        message = "no enacting line such as “The General Assembly,” was found; check where the text begins"
        found.append(warning(1, "enacting-missing", message))
    if not tree.operative:
        message = "no operative paragraph was found; check that the text is whole and its paragraphs are numbered"
        found.append(error(1, "operative-missing", message))
    return found


def _problem(remark: Remark, path: str) -> Problem:
    return Problem(path=path, line=remark.line, code=remark.code, severity=remark.severity, message=remark.message)
