"""What looks like the beginning of a paragraph, and was read as words of the one above, is said."""

import re

from generator.reading import labels
from generator.reading.blocks import Kind, Zone
from generator.reading.items import comes_next, follows_name
from generator.reading.line_edges import CAPITAL, leads_over
from generator.reading.numbers import FURTHEST
from generator.reading.openings import opens_beyond_doubt, opens_operative
from generator.reading.progress import Progress

# A label or a capital: "(c) the", "b. Location", "3. Name", "Noting"; most lines that go on begin with a small letter.
_MAY_BEGIN = re.compile(r"[^a-z]|[a-z]{1,5}[.)] ")
_OF_TEXT = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.PARAGRAPH, Kind.ITEM, Kind.TAIL, Kind.SECTION)


def remark_swallowed(so_far: Progress) -> None:
    """Say that a line goes on with the paragraph above although it begins as the next one would."""
    if not _MAY_BEGIN.match(so_far.text) or not so_far.stands_in(*_OF_TEXT) or so_far.quoting:
        return
    begins = _is_numbered_next(so_far) or _is_item_next(so_far) or _opens_as_known(so_far) or follows_name(so_far)
    if not begins or leads_over(so_far.end):
        return
    so_far.remark(
        "beginning-unsure",
        f"“{so_far.text[:40]}…” begins as the next paragraph or item would, but was read as words of the one above; "
        "compare the original: if it is one of its own, correct its label or what ends the one above",
    )


def _is_numbered_next(so_far: Progress) -> bool:
    """Whether the line begins with the number that must come, or stands apart with a later one."""
    label = labels.numbered(so_far.text)
    if label is None or not so_far.last_number or not CAPITAL.match(label.rest):
        return False
    ahead = labels.leading_number(label.bare) - so_far.last_number
    apart = so_far.zone != Zone.ANNEX and so_far.fresh and so_far.closed
    return ahead == 1 or (apart and 1 < ahead <= FURTHEST)


def _is_item_next(so_far: Progress) -> bool:
    """Whether the line begins with the label after that of the item above: "(c)" after "(b)"."""
    label = labels.item(so_far.text)
    if label is None or not so_far.items or not label.rest or not so_far.stands_in(Kind.ITEM):
        return False
    return comes_next(so_far.items[-1], label.bare)


def _opens_as_known(so_far: Progress) -> bool:
    """Whether the line opens with words that we know, below a paragraph without number that broke off with no pause."""
    if not so_far.stands_in(Kind.PREAMBULAR, Kind.OPERATIVE) or not so_far.parted:
        return False
    if so_far.zone == Zone.PREAMBLE and opens_beyond_doubt(so_far.text):
        return True
    return not so_far.has_numbers and opens_operative(so_far.text)
