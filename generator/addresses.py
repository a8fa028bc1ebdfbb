"""The one place that spells an address on another site: where the official document, treaty or instrument stands."""

import re

_UNITED_NATIONS = "https://docs.un.org"
_TREATY_COLLECTION = "https://treaties.un.org"
_ILO = "https://www.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE"

# vol. 2225, No. 39574 · vols. 2171 and 2173, No. 27531 · vol. 75, Nos. 970–973
SERIES = re.compile(r"vols?\. (\d+)(?: and (\d+))?, Nos?\. (\d+)(?:(?:[–-]| and )(\d+))?")
_VOLUME = re.compile(r"vol\. (?:(\d+)|([IVXLC]+))(?:, Nos?\. .*)?")
_VOCABULARIES = {
    "sdg": "http://metadata.un.org/sdg/",
    "unbis": "http://metadata.un.org/thesaurus/",
    "eurovoc": "http://eurovoc.europa.eu/",
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def document(symbol: str, language: str = "en") -> str:
    """Where the United Nations publishes a document, in one of its six official languages."""
    return f"{_UNITED_NATIONS}/{language}/{symbol}"


def treaty_status(number: str) -> str:
    """Where the Secretary-General, as depositary, shows a treaty: its number is chapter and rank, "XVIII-12-a"."""
    chapter = decimal(number.partition("-")[0])
    return f"{_TREATY_COLLECTION}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_en"


def treaty_series(volume_and_number: str) -> str | None:
    """Where a volume of the Treaty Series can be read, that of the League of Nations if it is roman; None for two."""
    volume = _VOLUME.fullmatch(volume_and_number)
    if volume is None:
        return None
    series, number = ("UNTS", volume[1]) if volume[1] else ("UNTS/LON", str(decimal(volume[2])))
    return f"{_TREATY_COLLECTION}/doc/Publication/{series}/Volume%20{number}/v{number}.pdf"


def ilo_instrument(code: str) -> str:
    """Where the International Labour Organization shows one of its instruments."""
    return f"{_ILO}:{code}"


def concept(vocabulary: str, code: str) -> str:
    """The URI of a concept: code 1006622 of the UNBIS Thesaurus ("unbis"), target 5.2 of the Goals ("sdg")."""
    return _VOCABULARIES[vocabulary] + code


def decimal(roman: str) -> int:
    """Give the value of a roman number of a chapter, a volume or a session."""
    values = [_ROMAN[sign] for sign in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
