"""The enacting line: "The General Assembly,", which parts the head of a resolution from its text."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from generator.reading.masthead import ORGANS

_ORGAN = "|".join(sorted((re.escape(organ) for organ in ORGANS), key=len, reverse=True))
# "The Security Council", "THE SECURITY COUNCIL,", "The Commission on Science,"; not "The Council decides,", nor the
# "the General Assembly," of a sentence whose lines end there.
_ENACTING = re.compile(
    rf"(?=T)(?i:The ({_ORGAN}))(?: of the United Nations)?,?$"
    r"|The (?:Council|Commission|Assembly|Committee|Conference|Sub-Commission)"
    r"(?: (?:of|on|for|the|and|[A-Z][a-z-]+)){0,9},$"
)
# What a scanner makes of it: "The Genera/, Assembly,", "T he Security Coun cil,".
_BROKEN = re.compile(r"T ?h ?e [\w/ .,-]{5,40}[,.]?$")


@lru_cache(maxsize=2048)
def is_enacting(text: str) -> str | None:
    """The organ whose enacting line this is, empty where we do not know the organ; None where it is no such line."""
    if found := _ENACTING.match(text):
        organ = found[1]
        return next((known for known in ORGANS if organ and known.lower() == organ.lower()), "")
    return _nearest_organ(text) if len(text) < 45 and _BROKEN.match(text) else None


def _nearest_organ(text: str) -> str | None:
    letters = _letters(text)
    return next((organ for organ in ORGANS if fuzz.ratio(letters, _letters(f"The {organ}")) >= 90), None)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())
