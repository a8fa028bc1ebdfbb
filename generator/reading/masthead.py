"""The head of a document: who published it, under which symbol, when, at which session, on whose report.

A masthead line is read as a run of known phrases: "United Nations", a symbol, an organ, "Distr.: General", a date, a
session in words, an agenda item. A line is masthead only if the run covers all of it, so that phrases glued together
by extraction ("United NationsA/RES/58/137General Assembly") come apart, wherever in the file they stand.
"""

import re
from datetime import date
from typing import NamedTuple

ORGANS = (
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
    "Trusteeship Council",
    "Commission on Human Rights",
    "Human Rights Council",
    "Commission on the Status of Women",
    "Sub-Commission on the Promotion and Protection of Human Rights",
    "Commission on Crime Prevention and Criminal Justice",
    "Commission on Narcotic Drugs",
    "Commission on Population and Development",
    "Commission for Social Development",
)

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = "(?:" + "|".join(_MONTHS) + ")"
DATE = rf"\d{{1,2}} {_MONTH} \d{{4}}"
_ONES = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
)  # fmt: skip
_TENS = {"Twent": 20, "Thirt": 30, "Fort": 40, "Fift": 50, "Sixt": 60, "Sevent": 70, "Eight": 80, "Ninet": 90}
_ORDINAL = (
    r"(?:(?:"
    + "|".join(_TENS)
    + r")(?:ieth|y[- ](?:"
    + "|".join(_ONES[:9])
    + r"))|One hundred(?: and)? \w+|\d+(?:st|nd|rd|th)|"
    + "|".join(sorted(_ONES, key=len, reverse=True))
    + r")"
)
_KIND_OF_SESSION = r"(?:(?:emergency special|special|regular|substantive|organizational) )*"
_SESSION = rf"(?:(?:Resumed )?{_ORDINAL} (?:\(?resumed\)? )?{_KIND_OF_SESSION}session|(?:19|20)\d\d session)"
# "A/RES/58/137" also where the next phrase is glued to it.
_SYMBOL = (
    r"(?:A|E|S|T)/(?:[A-Z][A-Za-z]*(?:\.\d+)?(?:-\d+)?/|\d+/|(?:ES|S)-\d+/)*"
    r"(?:[A-Z]+\.)?\d+(?:\.\d+)*(?:[A-Z](?![a-z]))?"
    r"(?: ?\((?:\d{4}|(?:S-|ES-)?[IVXL]+)\))?(?:/(?:Rev|Add|Corr)\.\d+)*"
)

_PHRASES = (
    ("publisher", r"UNITED +NATIONS|United +Nations|UNITED|NATIONS|Nations Unies"),
    (
        "distribution",
        r"Distr(?:\.|ibution) ?:? ?(?i:general|limited|restricted)?|GENERAL(?! ASSEMBLY)|LIMITED",
    ),
    (
        "organ",
        "|".join(
            sorted((organ if case else organ.upper() for organ in ORGANS for case in (0, 1)), key=len, reverse=True)
        ),
    ),
    ("symbol", _SYMBOL),
    ("distributed", DATE),
    (
        "original",
        r"(?:Original|ORIGINAL) ?: ?(?:[A-Z][A-Za-z]+)(?:(?:, | and |/)[A-Z][A-Za-z]+)*|English only|ENGLISH ONLY",
    ),
    ("language", r"English|ENGLISH"),
    ("session", f"(?i:{_SESSION})"),
    (
        "agenda_item",
        r"(?:Agenda|AGENDA|Provisional agenda) items? \d+(?: ?\([a-z]\))?(?:(?:, | and )(?:\d+)?(?: ?\([a-z]\))?)*\*?",
    ),
    ("job number", r"\d{2}[- ]\d{5}(?: ?\([A-Z]\))?"),
)
_PHRASE = re.compile(
    r"\s*(?:" + "|".join(f"(?P<f{n}>{pattern})" for n, (_, pattern) in enumerate(_PHRASES)) + r")\s*(?:\*(?= |$))?"
)
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}),? (\d{{4}})")


class Phrase(NamedTuple):
    """A known phrase of a masthead, and the field it fills."""

    field: str
    text: str


def phrases(text: str) -> tuple[Phrase, ...]:
    """The masthead phrases that a line consists of; empty where any of it is something else."""
    found: list[Phrase] = []
    at = 0
    while at < len(text):
        match = _PHRASE.match(text, at)
        if not match or match.end() == at:
            return ()
        field = _PHRASES[int((match.lastgroup or "f0")[1:])][0]
        found.append(Phrase(field, match.group().strip()))
        at = match.end()
    return tuple(found)


def iso_date(text: str) -> str | None:
    """The first date in `text` as 2004-12-20, or None: "on 20 December 2004"."""
    found = _DATE.search(text)
    if not found:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])).isoformat()
    except ValueError:
        return None


def session_number(words: str) -> str | None:
    """A session in words as the short form of symbols: "59", "ES-11", "S-27"."""
    if by_year := re.match(r"((?:19|20)\d\d) session", words):
        return by_year[1]
    found = re.search(_ORDINAL, words, re.IGNORECASE)
    number = ordinal(found.group()) if found else None
    if number is None:
        return None
    lowered = words.lower()
    if "emergency special" in lowered:
        return f"ES-{number}"
    return f"S-{number}" if re.search(r"\bspecial\b", lowered) else str(number)


def ordinal(words: str) -> int | None:
    """The number an English ordinal names: "Fifty-ninth" is 59, "74th" is 74."""
    if figures := re.match(r"\d+", words):
        return int(figures.group())
    small = {word.lower(): value for value, word in enumerate(_ONES, start=1)}
    lowered = words.lower().strip()
    hundred = 100 if lowered.startswith("one hundred") else 0
    lowered = re.sub(r"^one hundred(?: and)? ", "", lowered)
    if lowered in small:
        return hundred + small[lowered]
    for stem, value in _TENS.items():
        if lowered == f"{stem.lower()}ieth":
            return hundred + value
        if lowered.startswith(f"{stem.lower()}y"):
            unit = small.get(lowered[len(stem) + 1 :].strip("- "))
            return hundred + value + unit if unit else None
    return None
