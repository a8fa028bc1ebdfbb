"""The rules that open the paragraphs of a decision, which numbers none of them.

Each takes the progress and says whether the line begins what it looks for; if so, it has opened the block.
"""

from generator.reading import labels
from generator.reading.blocks import Kind, Zone
from generator.reading.decisions import decision, goes_on, opens_decision
from generator.reading.progress import Progress


def start_decision(so_far: Progress) -> bool:
    """Open "At its 46th plenary meeting, on …, the General Assembly …", or a further sentence of such a decision."""
    if so_far.current is None:
        opens = opens_decision(tuple(entry.line for entry in so_far.entries[so_far.place : so_far.place + 4]), 0)
    else:
        opens = so_far.fresh and so_far.ended and _in_decision(so_far) and goes_on(so_far.text)
    if not opens:
        return False
    so_far.open(Kind.OPERATIVE, so_far.text)
    so_far.zone, so_far.items = Zone.OPERATIVE, []
    return True


def start_numbered_item(so_far: Progress) -> bool:
    """Open "1. Election of officers." under an item that ends with a colon: it is no paragraph of the decision."""
    label = labels.numbered(so_far.text)
    if label is None or not so_far.closed or not so_far.stands_in(Kind.ITEM) or not _in_decision(so_far):
        return False
    number, before = labels.leading_number(label.bare), _number_before(so_far)
    if number != before + 1 or not (before or so_far.end.endswith(":")):
        return False
    so_far.open(Kind.ITEM, label.rest, label)
    return True


def _number_before(so_far: Progress) -> int:
    """The number of the item above, 0 where it has none."""
    above = so_far.blocks[-1].label
    return labels.leading_number(above.bare) if above and above.bare.isdigit() else 0


def _in_decision(so_far: Progress) -> bool:
    """Whether the line stands among the paragraphs of a decision: under no other enacting line, in no annex."""
    first = so_far.blocks[0]
    if so_far.zone != Zone.OPERATIVE or first.kind != Kind.OPERATIVE:
        return False
    return decision(" ".join(line.text for line in first.lines[:4])) is not None
