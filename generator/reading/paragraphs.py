"""The rules that open paragraphs without number: preambular, operative, in an annex, of unknown opening, quoted.

Each takes the progress and says whether the line begins what it looks for; if so, it has opened the block. A line that
no rule wants goes on with the paragraph before it.
"""

import re

from generator.reading import closing, labels
from generator.reading.blocks import HEADINGS, Kind, Zone
from generator.reading.enacting import is_enacting
from generator.reading.line_edges import PREAMBLE_PAUSE, QUOTE, QUOTE_ENDS, SENTENCE, leads_over
from generator.reading.openings import bracketed_preambular, opens_beyond_doubt, operative_opening, preambular_opening
from generator.reading.progress import Progress

_NOW_THEREFORE = re.compile(r"Now,? therefore,? ")
_FURTHEST = 60
"""How many lines a section may go on below its preamble where it numbers nothing."""


# ---- quotations


def read_quotation(so_far: Progress) -> bool:
    """A text quoted in a paragraph, line by line: its numbers and labels are not the resolution's own."""
    if not so_far.quoting:
        return False
    number = labels.numbered(so_far.text)
    opening = operative_opening(number.rest) if number else None
    if number and opening and opening.known and labels.leading_number(number.bare) == so_far.last_number + 1:
        so_far.quoting = False
        return False
    if QUOTE.match(so_far.text):
        so_far.open(Kind.ITEM, so_far.text)
    else:
        so_far.extend()
    so_far.quoting = not QUOTE_ENDS.search(so_far.text)
    return True


# ---- preambular


def start_preambular(so_far: Progress) -> bool:
    """Open "Recalling …": opening words we know, or by their form where the line stands apart."""
    opening = preambular_opening(so_far.text) or bracketed_preambular(so_far.text)
    if opening is None or not _preamble_here(so_far):
        return False
    if not so_far.closed:
        return _start_without_pause(so_far)
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING, Kind.ANNEX)
    if not (opening.known or headed or (so_far.fresh and not so_far.line.turned)):
        return False
    if so_far.zone == Zone.ANNEX:
        so_far.open(Kind.PARAGRAPH, so_far.text)
        return True
    if not opening.known:
        so_far.remark(
            "opening-unknown",
            f"“{opening.words}” is no opening we know; by its form a preambular paragraph begins here: check",
        )
    so_far.open(Kind.PREAMBULAR, so_far.text)
    so_far.items = []
    return True


def _start_without_pause(so_far: Progress) -> bool:
    """Open "Noting …" below a paragraph that ends in no comma: a blank line parts them, and it opens as we know."""
    apart = so_far.fresh and not so_far.line.turned and not leads_over(so_far.end)
    in_preamble = so_far.zone == Zone.PREAMBLE and so_far.stands_in(Kind.PREAMBULAR, Kind.ITEM)
    if not (apart and in_preamble and opens_beyond_doubt(so_far.text)):
        return False
    so_far.remark(
        "pause-missing",
        f"the paragraph above “{so_far.text[:40]}…” ends in no comma; the blank line and the opening words "
        "parted the two: compare the original, they may be one",
    )
    so_far.open(Kind.PREAMBULAR, so_far.text)
    so_far.items = []
    return True


def _preamble_here(so_far: Progress) -> bool:
    if so_far.zone == Zone.OPERATIVE:
        return so_far.stands_in(Kind.SECTION, Kind.ENACTING, Kind.PREAMBULAR)
    if so_far.zone == Zone.ANNEX:
        return so_far.stands_in(Kind.SECTION, Kind.ANNEX) or (
            so_far.stands_in(Kind.PARAGRAPH) and so_far.end.endswith((",", ";"))
        )
    return True


# ---- without number


def start_unnumbered(so_far: Progress) -> bool:
    """Open "Decides …" in a text that numbers nothing, or beside numbered paragraphs where it stands apart."""
    if so_far.zone == Zone.ANNEX or so_far.in_article or not so_far.closed:
        return False
    opening = operative_opening(so_far.text)
    known = _NOW_THEREFORE.match(so_far.text) is not None or (opening is not None and opening.known)
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING)
    if not known or not (headed or so_far.fresh or not so_far.has_numbers or so_far.end.endswith((";", ":"))):
        return False
    if so_far.zone == Zone.OPERATIVE and not (so_far.ended or headed or _is_alone_in_section(so_far)):
        return False
    if so_far.before_numbers and not headed:
        return False
    so_far.open(Kind.OPERATIVE, so_far.text)
    so_far.zone, so_far.items = Zone.OPERATIVE, []
    return True


def _is_alone_in_section(so_far: Progress) -> bool:
    """Whether the line stands below the preamble of a section that numbers nothing: the next number is another's."""
    if not so_far.stands_in(Kind.PREAMBULAR) or not so_far.fresh or so_far.line.turned:
        return False
    for text in so_far.texts_below(_FURTHEST):
        if labels.section(text) or labels.annex(text) or closing.opens(text) or is_enacting(text) is not None:
            return True
        if labels.numbered(text):
            return False
    return True


def start_annex_paragraph(so_far: Progress) -> bool:
    """A sentence that stands apart in an annex or under an article."""
    if so_far.zone != Zone.ANNEX and not so_far.in_article:
        return False
    if not SENTENCE.match(so_far.text) and not so_far.text.startswith("("):
        return False
    if not (so_far.stands_in(*HEADINGS) or (so_far.fresh and (so_far.ended or so_far.after_pause))):
        return False
    so_far.open(Kind.PARAGRAPH, so_far.text)
    so_far.items = []
    return True


def start_unknown(so_far: Progress) -> bool:
    """A paragraph whose opening words say nothing: it is kept as one, and said."""
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING)
    if not so_far.closed or not SENTENCE.match(so_far.text) or (so_far.stands_in(Kind.ITEM) and not so_far.ended):
        return False
    if not headed and (not so_far.fresh or so_far.line.turned):
        return False
    in_preamble = so_far.zone == Zone.PREAMBLE
    if not headed and not (PREAMBLE_PAUSE.search(so_far.end) if in_preamble else so_far.ended):
        return False
    by_form = operative_opening(so_far.text) is not None
    if not so_far.stands_in(Kind.ENACTING) or not by_form:
        so_far.remark(
            "opening-unknown",
            f"the paragraph “{so_far.text[:40]}…” opens with no verb we know; check that a paragraph begins here",
        )
    so_far.open(Kind.PREAMBULAR if in_preamble and not by_form else Kind.OPERATIVE, so_far.text)
    if by_form:
        so_far.zone, so_far.items = Zone.OPERATIVE, []
    return True
