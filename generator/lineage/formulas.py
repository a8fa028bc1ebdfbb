"""Formulas: what resolutions on any subject say in the same words.

"Requests the Secretary-General to report to the General Assembly at its sixty-first session" stands in hundreds of
texts and tells nothing of where a text comes from. `formula_spans` says which words of a paragraph are such; `duty`
says what a paragraph that is little else does. Two texts that continue one another by their other paragraphs also
continue one another's duties: a request for a report is followed by the next one.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Duty(StrEnum):
    """What a paragraph does for the organ's own work."""

    REPORT_NOTED = "report noted"
    REPORT_REQUESTED = "report requested"
    AGENDA = "agenda"
    SEIZED = "seized"
    OWN_RESOLUTIONS = "own resolutions"


class Owed(NamedTuple):
    """A duty and whose it is, in lower case: a report of the Secretary-General is not one of a Special Rapporteur."""

    duty: Duty
    who: str


_ALSO = r"(?: also| further| once again)?"
_FEELING = r"(?: with (?:deep |great |much |keen )?(?:appreciation|interest|concern|satisfaction))?"
_WHO = (
    r"(?P<who>Secretary-?General|President|Director-General|High Commissioner|Special \w+|[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)
_OWNER = rf"(?:the |its |his |her )?(?:United Nations )?{_WHO}"
_ORGAN = (
    r"(?:(?:the |it |to it )?(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council"
    r"|Commission(?: on [A-Z][\w-]+(?: (?:and |of |the )*[A-Z][\w-]+){0,6})?|Assembly|Council|Committee))"
)
_SESSION = r"(?:,? at (?:its|the) (?:[\w-]+ ){1,4}sessions?)"
_DATE = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_NUMBER = r"\d+(?:/\d+)?(?: ?[A-Z])?(?: ?\([A-Z\d-]+\))?"
_NUMBERED = rf"{_NUMBER}(?: of {_DATE})?"
_THIS_RESOLUTION = r"(?:the )?(?:implementation|application) of (?:the present|this) resolution"

# "Takes note with appreciation of the report of the Secretary-General"; not "Takes note of the Vienna Forum".
_NOTES_REPORT = (
    rf"(?:(?:Also |Further )?[Tt]akes note|[Tt]aking note|Having (?:considered|examined|received)|"
    rf"(?:Also |Further )?[Ww]elcom(?:es|ing)|Expressing its appreciation for){_ALSO}{_FEELING}"
    rf"(?: of)? (?:the|his) (?:[a-z]+ ){{0,2}}?reports? of {_OWNER}"
)
# "Requests the Secretary-General to submit to the General Assembly at its sixty-first session a report".
_REQUESTS_REPORT = (
    rf"(?:Also |Further )?[Rr]equests {_OWNER}(?:[^;.]{{0,700}}?)\b"
    rf"(?:to report|and report|(?:submit|prepare|present|provide)\b[^;.]{{0,120}}?\breport)\b"
)
_ASKS = rf"(?:Also |Further )?[Rr]equests {_OWNER}"
_BY_WHEN = rf"(?:to )?(?:submit|report|present)?(?: a(?: \w+)? report)?(?: to)? ?{_ORGAN}{_SESSION}"
_A_REPORT_ON = rf"(?:an? (?:\w+ )?)?report on {_THIS_RESOLUTION}"
# "Decides to continue its consideration of the question at its next session", "to include in the provisional agenda".
_AGENDA = (
    r"Decides (?:also |further )?to (?:continue (?:its |the )?consideration|continue to consider|consider|include"
    r"|resume|revert)\b[^;.]{0,250}?(?:session|agenda(?: item)?)\b(?:[^;.]{0,60}?\bagenda item)?"
)
_SEIZED = (
    r"(?:Decides to )?[Rr]emains?(?:ing)? (?:actively )?seized of (?:the|this) (?:matter|question|issue|situation)"
)
# "Recalling its resolutions 48/104 of 20 December 1993 and 59/166", "Reaffirming its previous resolutions".
_OWN_RESOLUTIONS = (
    rf"(?:Recall|Reaffirm)(?:s|ing){_ALSO}(?: all)? (?:its|all|the)?(?: (?:previous|relevant|earlier|other|pertinent))*"
    rf" (?:resolutions?|decisions?)(?: {_NUMBERED}(?:(?:, (?:and )?| and ){_NUMBERED}){{0,40}})?"
)
_LITTLE_ELSE = r"[^;]{0,90}$"
_OF_THE_UN = r"(?: of the United Nations)?"
# Article 2, paragraph 4, of the Charter as it is quoted, and the duties that its Chapters V to VII give the Council.
_NO_FORCE = (
    r"refrain (?:in their international relations )?from the (?:threat or )?use of force"
    r"(?:[^;]{0,80}?political independence)?"
    r"(?: of any State)?(?:,? or in any (?:other )?manner inconsistent with the purposes of the United Nations)?"
)
_CHARTER = (
    ("principles", rf"(?:the )?purposes and principles (?:enshrined in |of |set forth in )*the Charter{_OF_THE_UN}"),
    ("refrain", _NO_FORCE),
    ("primary", r"primary responsibility[^,;.]{0,60}? for the maintenance of international peace and security"),
    ("a threat", r"(?:constitutes?|continues? to (?:pose|constitute)) a threat to international peace and security"),
    ("Chapter", rf"[Aa]cting under Chapter [IVX]+ of the Charter{_OF_THE_UN}"),
    ("settle", r"settle (?:their|its) international disputes by peaceful means[^;]{0,100}?endangered"),
    ("non-compliance", r"in the event of non-compliance with (?:the present|this) resolution"),
    (
        "measures under",
        rf"to adopt(?: appropriate| effective)* measures under[^;.]{{0,80}}? of the Charter{_OF_THE_UN}",
    ),
    ("integrity", r"the territorial integrity(?:, unity| and unity)? and political independence"),
    ("Universal", r"the Universal Declaration of Human Rights"),
)
_FORMULAS = tuple(
    (needle, re.compile(pattern))
    for needle, pattern in (
        ("report", _NOTES_REPORT),
        ("equests", _ASKS),
        ("session", _BY_WHEN),
        ("report on", _A_REPORT_ON),
        ("resolution", _THIS_RESOLUTION),
        ("Decides", _AGENDA),
        ("seized", _SEIZED),
        ("Re", _OWN_RESOLUTIONS),
        *_CHARTER,
    )
)
"""Each with letters that it holds, which are faster looked for."""

_DUTIES = (
    (Duty.REPORT_NOTED, re.compile(_NOTES_REPORT)),
    (Duty.REPORT_REQUESTED, re.compile(_REQUESTS_REPORT)),
    (Duty.AGENDA, re.compile(_AGENDA)),
    (Duty.SEIZED, re.compile(_SEIZED)),
    (Duty.OWN_RESOLUTIONS, re.compile(_OWN_RESOLUTIONS + _LITTLE_ELSE)),
)


def formula_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a paragraph's text that are formulas; they may overlap."""
    for needle, formula in _FORMULAS:
        if needle in text:
            yield from (found.span() for found in formula.finditer(text))


def duty(text: str) -> Owed | None:
    """Say what a paragraph does for the organ's own work, judged by how it opens; None for any other paragraph."""
    for one, pattern in _DUTIES:
        if found := pattern.match(text):
            return Owed(one, (found.groupdict().get("who") or "").replace("-", "").lower())
    return None
