"""What a paragraph does: it asks somebody for something, states something, or orders the organ's own work.

A paragraph that asks the Secretary-General for a report is a directive: somebody is asked. Procedural is only what the
organ says that it will do itself: "Decides to continue its consideration of the question", "Decides to remain seized".
A preambular paragraph has no kind: all of them give grounds, so to call each declaratory would tell nobody anything.
"""

import re

from generator.indexing.asking import Asking, Form, askings
from generator.model import Kind, Paragraph, Part
from generator.reading.openings import opens_operative

_OWN_WORK = (
    "adjourn|close|conclude|consider|continue|convene|defer|devote|discuss|examine|hold|include|inscribe|keep|meet|place"
    "|postpone|reconvene|remain|resume|retain|return|revert|review|revisit|schedule|suspend|take up"
)
# Decides to remain seized · Also decides, at its next session, to consider · Decides that it will review
_PROCEDURAL = re.compile(
    r"(?:[A-Z][a-z]+ )?(?i:(?:decides|resolves|agrees|intends|undertakes)(?: also| further)?(?:,[^,;:.]{0,120},)? "
    rf"(?:to (?:[a-z]+ly )?(?:{_OWN_WORK})\b|that it (?:will|shall)\b)"
    r"|remains (?:actively )?seized|(?:adjourns|closes|concludes|defers|postpones|resumes) )"
)
# Decides that all States shall adopt; not "Decides that the measures shall apply", "that the item shall be included".
_SOMEBODY_SHALL = re.compile(
    r"\s+(?:(?:all|any|both|each|every|no|the|those) )?(?:[A-Z][\w-]*|[a-z]+ing|other|relevant|concerned)?\s*"
    r"(?:States?|Governments?|parties|Party|Parties|Secretary-General|[A-Z]\w+ Committee)\b[^;:.]{0,200}?"
    r"\b(?:shall|should|must)\b(?! (?:not )?be\b)"
)
_WE = re.compile(r"We,? ")


def kind_of(paragraph: Paragraph, part: Part) -> Kind | None:
    """Give what a paragraph does; None in a preamble, and in an annex where it is no statement of an organ."""
    if part is Part.PREAMBLE:
        return None
    first = next(iter(askings(paragraph.text)), None)
    if first and first.opens and _asks(first, paragraph.text):
        return Kind.DIRECTIVE
    if _PROCEDURAL.match(paragraph.text):
        return Kind.PROCEDURAL
    states = part is Part.OPERATIVE or opens_operative(paragraph.text) or _WE.match(paragraph.text)
    return Kind.DECLARATORY if states else None


def _asks(asking: Asking, text: str) -> bool:
    """Whether a verb asks: a decision does so only where somebody shall do something by it."""
    return asking.form is not Form.THAT_SHALL or _SOMEBODY_SHALL.match(text, asking.end) is not None
