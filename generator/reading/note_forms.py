"""What a footnote looks like on a line: its label, and the words that notes begin with.

A label is fenced ("[^5]: "), has a stroke ("5/ "), stands plain before the text ("5 Resolution …") or alone on a line.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from generator.reading.sheet import MARK_CLOSE, MARK_OPEN, SIGNS


class NoteLabel(NamedTuple):
    """A label at the start of a line: its style, the label, and the words after it."""

    style: str
    bare: str
    rest: str


FENCED, STROKE, PLAIN, ALONE, STAR = "fenced", "stroke", "plain", "alone", "star"

DATED_NAME = r"(?:1[89]|20)\d\d [A-Z]"
"""How a name that begins with its year begins: "2005 World Summit Outcome"."""

_FENCED = re.compile(rf"{MARK_OPEN}([\w{SIGNS}]+){MARK_CLOSE}(:?)\s*(.*)$")
_STROKE = re.compile(r"(\d{1,3})/(?: +(\S.*))?$")
_PLAIN = re.compile(rf"(\d{{1,3}}) (?!\(\d)((?:[A-Z“\"(‘]|{DATED_NAME}).*)$")  # not "2 (4) of the Charter"
_STAR = re.compile(r"(\*{1,3}) ?([A-Z].*)$")
_ALONE = re.compile(r"(\d{1,3})()$")
_STYLES = ((STROKE, _STROKE), (PLAIN, _PLAIN), (ALONE, _ALONE), (STAR, _STAR))
_FIRST_LABELS = frozenset({"1", "a", "*", "†"})
_CAPITAL = re.compile(rf"[A-Z“\"‘(\[]|{DATED_NAME}")

_COUNCIL = r"(?:(?:Security|Economic and Social|Human Rights|Governing) )?Council"
_INSTITUTION = rf"(?:General Assembly|Commission|{_COUNCIL})"
_ITSELF = r"(?:delegation|report|text|present|term|meeting|draft|list|vote|representative|recommendations?|Convention)"
_BEGINNINGS = (
    r"See(?: also)?\b", r"[Ii]b[il]d\b", r"bid\.", r"Op\. ?cit", r"Cf\.", r"(?:Resolutions?|Decisions?) ",
    rf"{_INSTITUTION}(?:'s)? (?:resolution|decision)", r"United Nations[,.] ", r"Official Records?\b",
    r"Reports? (?:of|on) ", r"Such as ", r"[A-Z]+(?:\.\d+)?/[A-Z\d]", r"[AES][/-]", r"League of Nations", r"For the ",
    r"Documents? ", r"Adopted ", r"(?:One|Two) members?", r"International (?:Labour|Legal)", r"Also ",
    r"In accordance with ", r"As (?:amended|contained|adopted)", rf"The {_ITSELF}\b", r"Subsequently", r"Later ",
    r"At the ", r"Formerly ", r"World ", r"Available", r"Text ", r"Note", r"Treaty Series", r"Recueil",
    r"Previously", r"Reissued", r"Annex", r"SAARC", r"FAO", r"UNEP",
)  # fmt: skip
# What the text of a note begins with; a sentence of a paragraph does not.
_NOTE_LIKE = re.compile("(?:" + "|".join(_BEGINNINGS) + ")")
# "chap. I, sect. B", "paras. 3-5", "p. 12", "No. 37245"; not "chapter I", "part of".
_PINPOINT = re.compile(r"(?:chaps?|sects?|paras?|arts?|vols?|pp?|[Nn]os?)\. ?(?:\d|[IVXL]+\b|[A-Z]\b)")


def note_label(text: str, *, strokes: bool, plain: bool) -> NoteLabel | None:
    """The label a line begins with. Strokes and plain numbers are labels only in texts that use them."""
    if fenced := _FENCED.match(text):
        certain = fenced[2] or not fenced[3] or _CAPITAL.match(fenced[3])
        return NoteLabel(FENCED, fenced[1], fenced[3]) if certain else None
    for style, pattern in _STYLES:
        if (style == STROKE and not strokes) or (style == PLAIN and not plain):
            continue
        if found := pattern.match(text):
            return NoteLabel(style, found[1], found[2] or "")
    return None


def begins_anew(label: str, taken: Container[str]) -> bool:
    """Whether a label is the first of a numbering, and among the labels that were `taken` before."""
    return label in _FIRST_LABELS and label in taken


def is_defined(text: str) -> bool:
    """Whether a line is a note beyond doubt: "[^5]: …"."""
    found = _FENCED.match(text)
    return found is not None and bool(found[2])


def has_stroke(text: str) -> bool:
    """Whether a line begins as the notes of the 1990s do: "1/ Resolution …"."""
    return _STROKE.match(text) is not None


def is_note_like(text: str) -> bool:
    """Whether words could begin a note."""
    return _NOTE_LIKE.match(text) is not None


def goes_on_as_note(text: str) -> bool:
    """Whether words say where in a document to look, as the second line of a note does: "chap. I, sect. B."."""
    return _PINPOINT.match(text) is not None


def is_capital(text: str) -> bool:
    """Whether words begin as a sentence does."""
    return _CAPITAL.match(text) is not None
