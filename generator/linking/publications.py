"""Publications named by a number: Treaty Series volumes, conference reports on sale, conventions of the ILO."""

import re
from collections.abc import Iterator

from generator import addresses
from generator.linking import pinpoints
from generator.linking.context import Context, Found, Sentences

# United Nations, Treaty Series, vol. 2225, No. 39574 · vols. 2171 and 2173, No. 27531 · League of Nations, … vol. LX
_TREATY_SERIES = re.compile(
    r"(?P<league>League of Nations, |United Nations, )?Treaty Series, "
    r"(?P<volume>vols?\. (?:\d+|[IVXLC]+)(?: and (?:\d+|[IVXLC]+))?)(?P<number>, Nos?\. \d+(?:[–-]\d+)?)?(?!\w)"
)
# Report of the Fourth World Conference on Women, … (United Nations publication, *Sales No. E.96.IV.13*)
_SALES = re.compile(r"\(United Nations publication, Sales No\. (?P<number>(?:[A-Z]\.)?\d\d\.[IVX]+\.[A-Z]?\d+)[^()]*\)")
_REPORT = re.compile(r"\b(?:Report of|Official Records of|Proceedings of|Yearbook of) ")
# ILO Convention No. 29 · (Convention No. 182) · (No. 29) · Conventions Nos. 138 and 182; in a sentence on the ILO
_ILO_NUMBER = re.compile(
    r"(?:\((?:(?P<kind>Convention|Recommendation) )?No\. (?P<number>\d{1,3})\)"
    r"|\b(?P<kinds>Convention|Recommendation)s? Nos?\. (?P<numbers>\d{1,3}(?:(?:, | and |, and )\d{1,3})*))(?!\w)"
)
_ILO = re.compile(r"International Labour (?:Organi[sz]ation|Conference)|\bILO\b")


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every publication that a text names by its number."""
    yield from _volumes(text, context)
    yield from _reports(text, context)
    yield from _conventions(text, context)


def _volumes(text: str, context: Context) -> Iterator[Found]:
    for named in _TREATY_SERIES.finditer(text):
        if (named["league"] or "").startswith("League"):
            yield Found(named.start(), named.end())
            continue
        series = named["volume"] + (named["number"] or "")
        instrument = context.instruments.by_series.get(series.replace("-", "–"))
        yield Found(named.start(), named.end(), instrument=instrument, url=addresses.treaty_series(series))


def _reports(text: str, context: Context) -> Iterator[Found]:
    """A report begins at its last "Report of" before the brackets, never in the report before."""
    floor = 0
    for sold in _SALES.finditer(text):
        begins = [title.start() for title in _REPORT.finditer(text, floor, sold.start())]
        floor = sold.end()
        place = pinpoints.after(text, sold.end())
        end, within = place or (sold.end(), None)
        instrument = context.instruments.at(sold["number"], within)
        yield Found(begins[-1] if begins else sold.start() + 1, end, instrument=instrument, pinpoint=within)


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
