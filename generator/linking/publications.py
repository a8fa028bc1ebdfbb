"""What is named by a number of a series: Treaty Series volumes, conference reports on sale, conventions of the ILO.

General comments and recommendations of treaty bodies have numbers too; which symbol one has, the number does not say.
"""

import re
from collections.abc import Iterator

from generator import addresses
from generator.linking import pinpoints
from generator.linking.context import Context, Found, Sentences, says
from generator.linking.instruments import Instruments

# United Nations, Treaty Series, vol. 2225, No. 39574 · vols. 2171 and 2173, No. 27531 · vol. 382 (1960), No. 5475
# League of Nations, Treaty Series, vol. LX, No. 1414 · not with a number, but a page: vol. 860, p. 105
_ROMAN_OR_NOT = r"(?:\d+|[IVXLC]+)"
# 2171, 2173 and 2983 · 970–973; a comma alone goes on to something else
_VOLUMES = rf"vols?\. {_ROMAN_OR_NOT}(?:(?:, {_ROMAN_OR_NOT}){{0,8}},? and {_ROMAN_OR_NOT}(?!\w))?"
_NUMBERS = r"Nos?\. \d+(?:[–-]\d+|(?:, \d+){0,8},? and \d+(?!\w))?"
_VOLUME = rf"(?P<volume>{_VOLUMES})(?: \((?:18|19|20)\d\d\))?(?P<number>, {_NUMBERS})?(?!\w)"
_TREATY_SERIES = re.compile(rf"(?P<league>League of Nations,? |United Nations,? )?Treaty Series, {_VOLUME}")
# “vol. 999, No. 14668” *and vol. 993, No. 14531*
_ANOTHER_VOLUME = re.compile(rf"(?:,? and |, |; ){_VOLUME}")
# Report of the Fourth World Conference on Women, … (United Nations publication, *Sales No. E.96.IV.13*)
_SALES = re.compile(
    r"\(United Nations publication, Sales No\. (?P<number>(?:[A-Z]\.)?\d\d\.[IVX]+(?:\.[A-Z])?\.[A-Z]?\d+)[^()]*\)"
)
_REPORT = re.compile(r"\b(?:Report of|Official Records of|Proceedings of|Yearbook of) ")
# ILO Convention No. 29 · (Convention No. 182) · (No. 29) · Conventions Nos. 138 and 182; in a sentence on the ILO
_ILO_NUMBER = re.compile(
    r"(?:\((?:(?P<kind>Convention|Recommendation) )?No\. (?P<number>\d{1,3})\)"
    r"|\b(?P<kinds>Convention|Recommendation)s? Nos?\. (?P<numbers>\d{1,3}(?:(?:, | and |, and )\d{1,3})*))(?!\w)"
)
# general recommendation No. 30 (2013) of a treaty body
_GENERAL_COMMENT = re.compile(r"\b[Gg]eneral (?:[Cc]omment|[Rr]ecommendation) No\. ?\d{1,3}(?: \(\d{4}\))?(?!\w)")
_ILO = re.compile(r"International Labour (?:Organi[sz]ation|Conference)|\bILO\b")


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every publication that a text names by its number."""
    if "Treaty Series" in text:
        yield from _volumes(text, context)
    if "Sales No." in text:
        yield from _reports(text, context)
    if says(text, ("No.", "Nos.")):
        yield from _conventions(text, context)
        for comment in _GENERAL_COMMENT.finditer(text):
            yield Found(comment.start(), comment.end(), certain=False)


def _volumes(text: str, context: Context) -> Iterator[Found]:
    for first in _TREATY_SERIES.finditer(text):
        named: re.Match[str] | None = first
        start = first.start()
        while named:
            series = (named["volume"] + (named["number"] or "")).replace("-", "–")
            end, page = pinpoints.after(text, named.end()) or (named.end(), None)
            url = addresses.treaty_series(series)
            yield Found(start, end, instrument=_in_volumes(series, context.instruments), pinpoint=page, url=url)
            if named := _ANOTHER_VOLUME.match(text, end):
                start = named.start("volume")


def _in_volumes(series: str, instruments: Instruments) -> str | None:
    """The treaty that a volume and number stand for, or the collective of those that several do."""
    if known := instruments.by_series.get(series):
        return known
    volumes, _, numbers = series.partition(", No")
    pairs = [
        f"vol. {volume}, No. {number}"
        for volume in re.findall(r"\d+", volumes)
        for number in re.findall(r"\d+", numbers)
    ]
    each = [instruments.by_series.get(pair) for pair in pairs]
    return instruments.by_members.get(frozenset(filter(None, each))) if all(each) and "–" not in numbers else None


def _reports(text: str, context: Context) -> Iterator[Found]:
    """A report begins at its last "Report of" before the brackets, never in the report before."""
    floor = 0
    for sold in _SALES.finditer(text):
        begins = [title.start() for title in _REPORT.finditer(text, floor, sold.start())]
        floor = sold.end()
        end, within = pinpoints.after(text, sold.end()) or (sold.end(), None)
        number = sold["number"] if sold["number"][0].isalpha() else f"E.{sold['number']}"
        instrument = context.instruments.at(number, within)
        start, end = (begins[-1], end) if begins else (sold.start() + 1, sold.end() - 1)
        yield Found(start, end, instrument=instrument, pinpoint=within)


def _conventions(text: str, context: Context) -> Iterator[Found]:
    sentences = Sentences(text)
    speaks_of_ilo = {sentences.around(named.start()) for named in _ILO.finditer(text)}
    for named in _ILO_NUMBER.finditer(text):
        if sentences.around(named.start()) not in speaks_of_ilo:
            continue
        letter = (named["kind"] or named["kinds"] or "Convention")[0]
        group = "number" if named["number"] else "numbers"
        for number in re.finditer(r"\d+", named[group]):
            code = f"{letter}{int(number[0]):03d}"
            first = number.start() == 0
            start = named.start() if first else named.start(group) + number.start()
            end = named.end() if group == "number" else named.start(group) + number.end()
            yield Found(
                start, end, instrument=context.instruments.by_ilo_code.get(code), url=addresses.ilo_instrument(code)
            )
