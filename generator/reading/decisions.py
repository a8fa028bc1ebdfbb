"""Decisions, which are no resolutions: one sentence says at which meeting, on which day, who decided what.

"At its 46th plenary meeting, on 14 December 2011, the General Assembly, on the recommendation of …, decided …" opens a
decision where an enacting line would open a resolution. Where it leads to one ("decided to adopt the following text:"),
it belongs to the head.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.reading.closing import MEETINGS
from generator.reading.masthead import DATE, ORGANS
from generator.reading.sheet import Line

_ORGAN = "|".join(sorted(ORGANS, key=len, reverse=True))
_SHORT = r"(?:[A-Z][\w-]+ )*(?:Assembly|Council|Commission|Committee|Sub-Commission|Conference)"
_DAYS = rf"(?:[\w ]{{1,30}} and )?{DATE}"
# "At its 46th plenary meeting, on 14 December 2011, the General Assembly", "At its 3rd and 4th meetings, on 5 and
# 6 May 1999, the Council"; not "Adopted at its 46th meeting", "At its 46th meeting, the Council".
_SITTING = re.compile(rf"At its {MEETINGS}")
_OPENING = re.compile(rf"{_SITTING.pattern},? (?:held )?on {_DAYS},? the (?:(?P<organ>{_ORGAN})\b|{_SHORT}\b)")
_GOES_ON = re.compile(rf"(?:At the same (?:plenary )?meeting|The (?:{_ORGAN}|{_SHORT}))\b")
_RESOLUTION = re.compile(r"\bresolutions?:\W*$")


class Decision(NamedTuple):
    """The words up to the organ, which name the meeting and the day, and the organ; empty where we do not know it."""

    lead: str
    organ: str


@lru_cache(maxsize=256)
def decision(text: str) -> Decision | None:
    """What the opening words of a decision say, or None where the text does not open as one."""
    found = _OPENING.match(text)
    return Decision(found.group(), found["organ"] or "") if found else None


def names_meeting(text: str) -> bool:
    """Whether a line opens as the sentence of a decision does, though the day or the organ may stand below it."""
    return _SITTING.match(text) is not None


def leads_to_resolution(text: str) -> bool:
    """Whether the sentence says that a resolution was adopted: "… adopted the following resolution:"."""
    return _RESOLUTION.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a further paragraph of a decision opens: "At the same meeting, the Council …", "The Assembly also …"."""
    return decision(text) is not None or _GOES_ON.match(text) is not None


def opens_decision(lines: tuple[Line, ...], place: int) -> bool:
    """Whether a decision opens on a line; its opening words may go on below."""
    if not lines[place].text.startswith("At its "):
        return False
    return decision(" ".join(line.text for line in lines[place : place + 4])) is not None
