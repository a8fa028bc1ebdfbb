"""What is printed under the last paragraph: the meeting, the date, the vote.

"74th plenary meeting", "20 December 2004"; "[Adopted without a vote. See chap. XII.]"; "Adopted unanimously at the
4632nd meeting."; "by 9 votes to none, with 2 abstentions (France, …)"; "RECORDED VOTE ON RESOLUTION 71/189: 131 in
favour, …".
"""

import re

from generator.reading.masthead import DATE

_ORDINAL = r"\d{1,4} ?_?(?:st|nd|rd|th)_?"
_OF_ITS_KIND = r"(?:closing|opening|resumed|organizational)"
_WHICH = rf"(?:\(?{_OF_ITS_KIND}\)? ){{0,2}}(?:plenary |formal )?(?:\({_OF_ITS_KIND}\) )?"
_IN_WORDS = r"(?:[A-Z][a-z]+ and [a-z]+(?:-[a-z]+)? |[A-Z][a-z]+(?:-[a-z]+)? )"
_MEETING = rf"(?:{_ORDINAL} |{_IN_WORDS})?{_WHICH}meeting\b"
_ADOPTED = r"(?:Adopted|Approved|Rejected) (?:unanimously|at |by |without |on |with |as )"
# "RECORDED VOTE ON RESOLUTION 71/189:", and below it "131 in favour, 34 against, 19 abstentions"
_VOTE_HEADED = r"(?i:(?:recorded|roll-call) vote(?: on .{0,80})?:?$)"
_NUMBER = r"(?:\d{1,3}|none)"
_VOTES_COUNTED = (
    rf"{_NUMBER} (?:votes )?in favour,? (?:and )?{_NUMBER} against(?:,? (?:and |with )?{_NUMBER} abstentions?)?"
)
_VOTES_NAMED = r"(?:In favour|Against|Abstaining|Abstentions?) ?:"
_OPENS = re.compile(
    rf"(?:{_MEETING}[,.]?(?: {DATE})?\.?$|{_ORDINAL} (?:plenary )?meeting\b.{{0,60}}$|\[?{_ADOPTED}|\[Adopted\b"
    rf"|\[Resolution adopted|{_VOTES_NAMED}|{_VOTE_HEADED}|The (?:draft )?resolution was adopted)"
)
MEETINGS = rf"(?:{_ORDINAL}(?:,? and |, | to ))*{_ORDINAL} {_WHICH}meetings?(?: \({_OF_ITS_KIND}\))?"
"""One meeting or several: "46th plenary meeting", "3rd, 4th and 5th (resumed) meetings"."""
MEETING_AND_DATE = rf"{_ORDINAL} (?:plenary )?meeting,?(?: {DATE})?\.?"
NAMES_VOTES = re.compile(_VOTES_NAMED)
STARTS_WITH_DATE = re.compile(rf"{DATE}")
_CONTINUES = re.compile(
    rf"(?:{DATE}[,.]?$|by \d+ votes|with \d+ abstention|{_VOTES_NAMED}|{_VOTES_COUNTED}|\[|None\b|\d+(?:st|nd|rd|th) )"
)
_MEETING_NAME = re.compile(rf"{_ORDINAL} {_WHICH}meeting")
_HOW = (
    r"(?:unanimously|without a vote|by consensus|by acclamation"
    r"|by (?:a (?:recorded|roll-call) vote of )?\d+(?: votes)? to (?:\d+|none)(?:(?!,? as follows)[^.:\]])*)"
)
_VOTE = re.compile(rf"Adopted(?: at the [\w ]+? meeting,?)? ?{_HOW}|{_VOTES_COUNTED}")


def opens(text: str) -> bool:
    """Whether a line opens the closing of a resolution."""
    return bool(_OPENS.match(text))


def continues(text: str) -> bool:
    """Whether a line below the first is still the closing: a date, the votes, the names of those who abstained."""
    return bool(_OPENS.match(text) or _CONTINUES.match(text))


def meeting(text: str) -> str | None:
    """The meeting that a closing names: "74th plenary meeting"."""
    found = _MEETING_NAME.search(text.replace("\n", " "))
    return found.group().replace("_", "") if found else None


def vote(text: str) -> str | None:
    """The vote as printed: "Adopted without a vote", "131 in favour, 34 against, 19 abstentions"."""
    found = _VOTE.search(" ".join(text.split()))
    return found.group().strip(" .") if found else None
