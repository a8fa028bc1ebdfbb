"""The names of United Nations documents: how one is spelled, which organ it belongs to, where our page of it stands.

A symbol is spelled in one way everywhere, without spaces: `A/RES/317(IV)`, `A/RES/68/247B`, `S/RES/2331(2016)`.
Nothing here guesses: what is not a symbol gives None.
"""

import re

# A/RES/317(IV), A/RES/1008(ES-II), A/RES/3201(S-VI) until 1975; A/RES/59/166, A/RES/S-27/2 from the 31st session on.
_PART = r"[A-Z]?(?:-[A-Z])?"
_ROMAN_SESSION = rf"\d+{_PART}\((?:ES-|S-)?[IVXLC]+\)"
_SPECIAL_SESSION = rf"(?:ES|S)-\d+/\d+{_PART}"
_STACKED = r"(?:/(?:Add|Rev|Corr)\.\d+)*"
_RESOLUTIONS = {
    "A/RES/": rf"{_ROMAN_SESSION}|{_SPECIAL_SESSION}|(?:3[1-9]|[4-9]\d|1\d\d)/\d+{_PART}",
    "S/RES/": r"\d+\((?:19|20)\d\d\)",
    "E/RES/": rf"{_ROMAN_SESSION}|{_SPECIAL_SESSION}|(?:19|20)\d\d/\d+{_PART}",
    "E/CN.4/RES/": rf"{_ROMAN_SESSION}|{_SPECIAL_SESSION}|(?:19|20)\d\d/\d+{_PART}",
    "A/HRC/RES/": rf"{_SPECIAL_SESSION}|\d+/\d+{_PART}",
}
_RESOLUTION = re.compile(
    "|".join(f"{re.escape(series)}(?:{number}){_STACKED}" for series, number in _RESOLUTIONS.items())
)

# Any other document: A/59/496, A/C.3/73/L.7/Rev.1, E/CN.4/1997/47, A/CONF.157/24(PartI), CEDAW/C/2004/II/CRP.3.
# Main organs and Secretariat; treaty bodies; programmes and funds; conferences of parties and of disarmament.
SERIES = (
    r"(?:A|E|S|T|ST|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|HRI|DC|DP|ECE|HS|HSP|ID|IDB|JIU|LC|TD|UNEP|UNW"
    r"|BWC|CAC|CCW|CD|CTOC|FCCC|ICCD|ISBA|NPT|SPLOS)"
)
"""The first component of a symbol, as a pattern."""
_WORD = r"(?!(?:Add|Corr|Rev)(?!\.\d))[A-Z][A-Za-z]*(?:[.-][0-9A-Z]+)*"
_NUMBER = r"\d+(?:[A-Z]|-[A-Z])?"
_COMPONENT = rf"/(?:{_WORD}|{_NUMBER})(?:\([A-Za-z0-9.-]+\))?"
_DOCUMENT = re.compile(rf"{SERIES}(?:{_COMPONENT})+")
_BODY = re.compile(r"(?:C|CN|AC|CONF|WG|Sub|GC)\.\d+|[A-Z][A-Za-z]*|(?:ES|S)-\d+")

_SPACE_INSIDE = re.compile(
    r"\s+(?=[/(]|[A-Z](?:-[A-Z])?(?:\s*\(|$))|(?<=[/(])\s+|\s+(?=\))"
    r"|(?<=\(Part)\s+|(?<=\(Vol\.)\s+|(?<=\(Sect\.)\s+|(?<=/Add\.)\s+|(?<=/Rev\.)\s+|(?<=/Corr\.)\s+"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-"))
_COMPOSITE_PARTS = re.compile(r"(?<=\d)\s+([A-Z])\s*(?:-|to|and)\s*([A-Z])$")

_ORGANS = (
    ("A/HRC/", "Human Rights Council"),
    ("A/", "General Assembly"),
    ("S/", "Security Council"),
    ("E/CN.3/", "Statistical Commission"),
    ("E/CN.4/", "Commission on Human Rights"),
    ("E/CN.5/", "Commission for Social Development"),
    ("E/CN.6/", "Commission on the Status of Women"),
    ("E/CN.7/", "Commission on Narcotic Drugs"),
    ("E/CN.9/", "Commission on Population and Development"),
    ("E/CN.15/", "Commission on Crime Prevention and Criminal Justice"),
    ("E/", "Economic and Social Council"),
    ("T/", "Trusteeship Council"),
)
_SERIES_OF_ORGAN = {
    "General Assembly": "A/RES/",
    "Security Council": "S/RES/",
    "Economic and Social Council": "E/RES/",
    "Commission on Human Rights": "E/CN.4/RES/",
    "Human Rights Council": "A/HRC/RES/",
}


def normalise(text: str) -> str | None:
    """Take a symbol as somebody printed it and give its one spelling; None if it is no symbol of a UN document."""
    dashed = text.strip().translate(_DASHES)
    symbol = _SPACE_INSIDE.sub("", _COMPOSITE_PARTS.sub(r"\1-\2", dashed))
    if "RES" in symbol.split("/"):
        return symbol if _RESOLUTION.fullmatch(symbol) else None
    if not _DOCUMENT.fullmatch(symbol):
        return None
    names_a_body_only = all(_BODY.fullmatch(component) for component in symbol.split("/"))
    return None if names_a_body_only else symbol


def from_number(organ: str, number: str) -> str | None:
    """Take an organ and the number its resolution is cited by ("59/166", "1445 (2002)") and give the symbol."""
    series = _SERIES_OF_ORGAN.get(organ)
    return None if series is None else normalise(series + number.strip())


def of_decision(organ: str, number: str) -> str | None:
    """Take an organ and the number its decision is cited by ("60/509", "2/102") and give the symbol.

    The Security Council numbers no decisions.
    """
    series = _SERIES_OF_ORGAN.get(organ)
    if series is None or organ == "Security Council" or not re.fullmatch(r"[\w-]+/\d+(?: ?[A-Z])?", number.strip()):
        return None
    return normalise(series.replace("RES", "DEC") + number.strip())


def organ_of(symbol: str) -> str | None:
    """The organ that a symbol's series belongs to, None where it is not one that adopts resolutions."""
    return next((organ for series, organ in _ORGANS if symbol.startswith(series)), None)


def is_draft(symbol: str) -> bool:
    """Whether the symbol is one of limited distribution (`/L.7`): a text that is proposed, not adopted."""
    return any(re.fullmatch(r"L\.\d+[A-Z]?", component) for component in symbol.split("/"))


def page_url(symbol: str) -> str:
    """Where the page of a text stands, relative to the site's root: `A/RES/59/166/`."""
    return f"{symbol}/"


def file_stem(symbol: str) -> str:
    """The name of a text's corpus file, without its suffix: `A-RES-59-166`."""
    return symbol.replace("/", "-")


def symbol_of_stem(stem: str) -> str | None:
    """The symbol that `file_stem` would give this name to; None if there is none."""
    # A hyphen is the symbol's own after the S or ES of a special session, inside brackets, and between two parts (A-B).
    own_hyphen = r"(?<=-S)-(?=\d)|(?<=-ES)-(?=\d)|(?<=\(S)-|(?<=\(ES)-|(?<=\d[A-Z])-(?=[A-Z]$)"
    kept = re.sub(own_hyphen, "\0", stem)
    return normalise(kept.replace("-", "/").replace("\0", "-"))
