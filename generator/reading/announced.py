"""The title of a text that a paragraph announces and that follows in the body: "Adopts the following Declaration:".

Such a text has a title, headings and a numbering of its own. Its title is a heading, and no part of the paragraph that
ends in the colon; the headings inside it may stand above sentences without number, as those of an annex may.
"""

import re

from generator.reading import labels
from generator.reading.blocks import Kind, Zone
from generator.reading.line_edges import NO_HEADING, without_marks_at_end
from generator.reading.openings import opens_operative, opens_preambular
from generator.reading.progress import Progress

_ADOPTING = (
    r"\b(?:[Aa]dopts?|[Pp]roclaims?|[Aa]pproves?|[Ee]ndorses?|[Dd]eclares?|[Ii]ssues?|[Pp]romulgates?|[Ss]ets? out)"
)
_TEXT = (
    "[Dd]eclarations?|[Oo]utcomes?|[Aa]genda|[Pp]rogrammes?|[Pp]lans?|[Ss]trateg(?:y|ies)|[Ff]rameworks?|[Cc]harter"
    "|[Cc]ovenant|[Cc]onvention|[Pp]rotocol|[Aa]greement|[Ss]tatute|[Cc]ode|[Rr]ules|[Rr]egulations|[Pp]rinciples"
    "|[Gg]uidelines|[Ss]tandards|[Cc]ompact|[Cc]ommuniqu[eé]|[Ss]tatement|[Cc]all for action|[Tt]ext|[Dd]ocument"
)
# Announces: "Adopts the following 2005 World Summit Outcome:", "Solemnly proclaims the present Declaration:";
# does not: "Adopts the following measures:", "Calls upon States to apply the following rules:".
_ANNOUNCES = re.compile(rf"{_ADOPTING}\b.*\b(?:following|present|this)\b.*\b(?:{_TEXT})\b.*:$")
_TITLE_BEGINS = re.compile(r"(?:(?:19|20)\d\d )?[A-Z]")
_LONGEST_TITLE = 4
"""How many lines the title of such a text may take."""
_FURTHEST = 150
"""How many lines below its title its first number or section may stand, behind a preamble of its own."""


def start_announced_title(so_far: Progress) -> bool:
    """Open the title between "Adopts the following Declaration:" and the text, which begins with a number of its own.

    Above a section with a label the title is an item of the paragraph, so that section I is the first one.
    """
    if so_far.place < so_far.title_until:
        so_far.extend()
        return True
    if so_far.line.turned or not _is_announced(so_far) or not _TITLE_BEGINS.match(so_far.text):
        return False
    count = _lines_of_title(so_far)
    below = so_far.texts_below(_FURTHEST)
    begins = next((first for text in below[count - 1 :] if (first := _first_of_text(text)) is not None), False)
    if not count or not begins:
        return False
    headed = _first_of_text(below[count - 1]) and labels.section(below[count - 1])
    so_far.open(Kind.ITEM if headed else Kind.SECTION, so_far.text)
    so_far.title_until, so_far.announced, so_far.sections = so_far.place + count, True, []
    return True


def _lines_of_title(so_far: Progress) -> int:
    """How many lines the title takes, down to the first number of the text or to a blank line; 0 where it is none."""
    lines = [entry.line for entry in so_far.entries[so_far.place : so_far.place + _LONGEST_TITLE + 1]]
    for count, line in enumerate(lines[1:], start=1):
        if _first_of_text(line.text) or (line.gap and so_far.line.gap):
            return count if all(_is_title_line(above.text) for above in lines[:count]) else 0
    return 0


def _is_announced(so_far: Progress) -> bool:
    block = so_far.current
    if block is None or so_far.zone != Zone.OPERATIVE or block.kind != Kind.OPERATIVE or not so_far.end.endswith(":"):
        return False
    return _ANNOUNCES.search(without_marks_at_end(" ".join(line.text for line in block.lines))) is not None


def _is_title_line(text: str) -> bool:
    """Whether a line may be one of a title: no label, no verb of a paragraph, no stop."""
    plain = without_marks_at_end(text)
    if len(text) > 160 or NO_HEADING.search(plain) or labels.numbered(text) or labels.item(text):
        return False
    return not (opens_operative(text) or opens_preambular(text))


def _first_of_text(text: str) -> bool | None:
    """Whether a line with a number, a section's label or an article's is the first; None where it has none of them."""
    if label := labels.numbered(text):
        return labels.leading_number(label.bare) == 1
    if label := labels.article(text):
        return labels.leading_number(label.bare) == 1
    if label := labels.section(text):
        return label.bare in {"I", "A", "1"}
    return None
