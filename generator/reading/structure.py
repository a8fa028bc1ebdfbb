"""From lines to blocks, in one pass in the order of the text.

Each line is offered to the rules in turn. The first that wants it opens a block; a line that no rule wants goes on
with the block before it, whatever blank lines or page ends lie between.
"""

from collections.abc import Callable

import msgspec

from generator.reading import announced, decided, divisions, headings, items, numbers, paragraphs
from generator.reading.blocks import HEADINGS, Blocks, Kind, Zone
from generator.reading.doubts import remark_swallowed
from generator.reading.floats import Labelled
from generator.reading.progress import Progress
from generator.reading.sheet import TABLE
from generator.reading.tables import is_row, rules_rows

RULES: tuple[Callable[[Progress], bool], ...] = (
    paragraphs.read_quotation,
    decided.start_decision,
    divisions.start_enacting,
    divisions.start_part,
    divisions.start_annex,
    divisions.start_closing,
    divisions.read_after_closing,
    divisions.read_part_head,
    divisions.read_slipped_masthead,
    divisions.start_article,
    announced.start_announced_title,
    headings.start_section,
    decided.start_numbered_item,
    numbers.start_number,
    numbers.start_decimal,
    items.start_item,
    headings.continue_heading,
    headings.start_heading,
    paragraphs.start_preambular,
    paragraphs.start_unnumbered,
    items.start_unlabelled_item,
    paragraphs.start_annex_paragraph,
    paragraphs.start_unknown,
    items.start_tail,
)

_HOLDS_TABLES = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.PARAGRAPH, Kind.ITEM)


def read_blocks(entries: tuple[Labelled, ...]) -> Blocks:
    """The blocks of a text, from its enacting line on."""
    so_far = Progress(entries)
    for place in range(len(entries)):
        so_far.go_to(place)
        for rule in RULES:
            if rule(so_far):
                break
        else:
            _go_on(so_far)
    return Blocks(tuple(so_far.blocks), tuple(so_far.corrections), tuple(so_far.remarks))


def _go_on(so_far: Progress) -> None:
    if so_far.current is None or so_far.stands_in(Kind.ENACTING):
        so_far.remark("opening-unknown", "the text begins with no words we know; check that a paragraph begins here")
        so_far.open(Kind.PREAMBULAR, so_far.text)
    elif so_far.stands_in(Kind.MASTHEAD):
        so_far.open(Kind.PARAGRAPH if so_far.zone == Zone.ANNEX else Kind.STRAY, so_far.text)
    elif is_row(so_far.text) and so_far.stands_in(*_HOLDS_TABLES, *HEADINGS):
        if so_far.stands_in(*HEADINGS):
            _open_for_table(so_far)
        _add_row(so_far)
    else:
        remark = _remark_row if is_row(so_far.text) else remark_swallowed
        remark(so_far)
        so_far.extend()


def _open_for_table(so_far: Progress) -> None:
    """A table right under a heading belongs to no paragraph: one without words of its own holds it."""
    in_annex = so_far.zone == Zone.ANNEX or so_far.in_article
    so_far.open(Kind.PARAGRAPH if in_annex else Kind.OPERATIVE, "")


def _remark_row(so_far: Progress) -> None:
    """What follows the items of a paragraph has no room for a table: the cells are its words, and that is said."""
    if so_far.current is not None and not is_row(so_far.current.lines[-1].text):
        so_far.remark(
            "table-without-place",
            "the rows of a table from here on were read as running words; compare with the original",
        )


def _add_row(so_far: Progress) -> None:
    block = so_far.blocks[-1]
    block.numbers += [*so_far.entry.borrowed, so_far.line.number]
    if not rules_rows(so_far.text):
        if not block.rows or block.rows[-1][0] != len(block.lines):
            last = block.lines[-1]
            block.lines[-1] = msgspec.structs.replace(last, text=last.text + TABLE)
        cells = tuple(cell.strip() for cell in so_far.text.strip("|").split("|"))
        block.rows.append((len(block.lines), cells))
