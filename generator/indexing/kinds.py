"""What a paragraph does: it asks somebody for something, states something, or orders the organ's own work.

A paragraph that asks the Secretary-General for a report is a directive: somebody is asked. Procedural is only what the
organ says that it will do itself: "Decides to continue its consideration of the question", "Decides to remain seized".
A preambular paragraph has no kind: all of them give grounds, so to call each declaratory would tell nobody anything.
"""

import re
from collections.abc import Sequence

from generator.indexing.asking import Asking, Form, askings
from generator.indexing.boundaries import CLAUSE_ENDS, MODALS, is_no_task
from generator.indexing.noun_phrases import BODIES
from generator.indexing.pieces import head, may_follow
from generator.indexing.tokens import Token, shaded, tokens_of
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
    return asking.form is not Form.THAT_SHALL or _is_task(tokens_of(shaded(text[asking.end :])))


def _is_task(tokens: Sequence[Token]) -> bool:
    """Whether a clause says that somebody shall do something.

    That is so of "all States shall adopt" and "the Committee shall report", not of "the measures shall apply", "the
    mandate shall expire", "the Committee shall be composed".
    """
    end = next((place for place, token in enumerate(tokens) if token.low in CLAUSE_ENDS | MODALS), None)
    if end is None or tokens[end].low not in MODALS or is_no_task(tokens[end:]):
        return False
    subject = head(tokens[:end])
    ends = (place for place in range(len(subject)) if place + 1 == len(subject) or _may_end(subject[place + 1]))
    return any(subject[place].low in BODIES for place in ends)


def _may_end(after: Token) -> bool:
    """Whether a word can stand behind the noun of a name: "States *and* other actors", "the parties *concerned*"."""
    return after.low in {"and", "or"} or may_follow(after)
