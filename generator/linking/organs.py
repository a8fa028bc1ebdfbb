"""The organs that a text names, and which numbers each of them can have given to a resolution or a decision.

"The Council" is the one named so before. An organ that numbers resolutions of its own without a symbol, and any other
body that the words beside a number name ("Parliamentary Assembly resolution …"), owns what it is said to own: such a
resolution is nobody else's.
"""

import re
from collections.abc import Iterator

import msgspec

from generator import symbols
from generator.addresses import decimal
from generator.linking.context import Context

_WITH_SYMBOLS = (
    "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
    "Commission on Human Rights",
)  # fmt: skip
_OTHERS = (
    "Commission on Crime Prevention and Criminal Justice", "Commission on the Status of Women",
    "Commission on Narcotic Drugs", "Commission for Social Development", "Commission on Population and Development",
    "Commission on Sustainable Development", "Commission on Science and Technology for Development",
    "Statistical Commission", "Trusteeship Council", "Peacebuilding Commission", "International Law Commission",
    "Economic and Social Commission for Asia and the Pacific", "Economic and Social Commission for Western Asia",
    "Economic Commission for Africa", "Economic Commission for Europe",
    "Economic Commission for Latin America and the Caribbean", "Trade and Development Board",
    "Sub-Commission on the Promotion and Protection of Human Rights",
    "Sub-Commission on Prevention of Discrimination and Protection of Minorities",
    "Conference of the Parties", "Conference of the States Parties", "Conference of States Parties",
    "Assembly of States Parties", "Meeting of States Parties", "Governing Council", "World Health Assembly",
    "Environment Assembly", "Executive Board", "General Conference", "Parliamentary Assembly", "Council of Europe",
)  # fmt: skip
_ALL = (*_WITH_SYMBOLS, *_OTHERS)
_SHORT = ("Assembly", "Council", "Commission", "Conference")
_BODY = r"(?:Assembly|Authority|Board|Commission|Committee|Conference|Congress|Council|Parliament|Union)"
_NAMED = re.compile(rf"\b(?:{'|'.join(_ALL)}|(?<!-)(?:{'|'.join(_SHORT)})(?! (?:of|on|for) (?:the )?[A-Z]))\b")
# African *Commission* · Health *Assembly*: another than the one named so before; not “Recalling Council …”.
_CAPITALISED = r"(?<![.;:?!] )(?<![“\"(])(?<!^)\b[A-Z][\w’-]*(?<!ing)(?<!United Nations)(?<!\bUN)"
_PART_OF_A_NAME = re.compile(rf"{_CAPITALISED} $")
# ESCAP *resolution* · Commission for Asia and the Pacific (ESCAP) *resolution*; not “Recalling resolution”.
_OTHER_BESIDE = re.compile(rf"(?:{_CAPITALISED}|\([A-Z]{{2,}}\)) $")
# the Economic Commission for Africa, *in its* resolution
_OTHER_IN_ITS = re.compile(rf"\b{_BODY}(?: (?:of|on|for)(?: [\w’-]+){{1,8}}?)?,? in its (?:\w+ )?$")
# resolution 64/1 *of the Meeting of …*
_OTHER_AFTER = re.compile(r",? (?:of|adopted by) the [A-Z]")
_LONGEST_NAME = 120

OTHER = ""
"""An organ that is named, and none of those whose resolutions are known here."""


class Organ(msgspec.Struct, frozen=True):
    """An organ named in a text; its name is `OTHER` where it is none that is known."""

    start: int
    end: int
    name: str


def named(text: str, context: Context) -> Iterator[Organ]:
    """Give the organs that a text names, in order; "the Council" is the last one named so, or the text's own."""
    last = {context.organ.rpartition(" ")[2]: context.organ} if context.organ else {}
    if context.organ and context.organ.startswith("Commission"):
        last["Commission"] = context.organ
    for one in _NAMED.finditer(text):
        words = one[0]
        if words in _ALL:
            last.update({short: words for short in _SHORT if short in words.split()})
            yield Organ(one.start(), one.end(), words)
        elif _PART_OF_A_NAME.search(text, max(one.start() - _LONGEST_NAME, 0), one.start()):
            yield Organ(one.start(), one.end(), OTHER)
        else:
            name = last.get(words, {"Assembly": "General Assembly"}.get(words, words))
            yield Organ(one.start(), one.end(), name)


def another_before(text: str, at: int) -> bool:
    """Whether a body that is not known is said to own what is cited at an offset: "ESCAP resolution"."""
    start = max(at - _LONGEST_NAME, 0)
    return bool(_OTHER_BESIDE.search(text, start, at) or _OTHER_IN_ITS.search(text, start, at))


def another_after(text: str, at: int) -> bool:
    """Whether a body is said to own what ends at an offset: "of the Meeting of States Parties"."""
    return _OTHER_AFTER.match(text, at) is not None


def numbers_without_symbols(organ: str) -> bool:
    """Whether an organ is one of those that number resolutions to which no symbol of the series is given."""
    return organ in _OTHERS


def by_number(organ: str, number: str) -> str:
    """Give the organ meant by a short name that nobody explained: one Council only numbers by the year."""
    return "Economic and Social Council" if organ == "Council" and re.match(r"(?:19|20)\d\d/", number) else organ


def symbol(organ: str, number: str, *, decided: bool) -> str | None:
    """Give the symbol of an organ's resolution or decision, by its number."""
    return symbols.of_decision(organ, number) if decided else symbols.from_number(organ, number)


def could_adopt(organ: str, number: str, year: int | None, *, decided: bool = False) -> bool:
    """Whether an organ could have given a number, in that year if one is said.

    The General Assembly's 31st session was in 1976, one each year; the Human Rights Council sits three times a year
    since 2006. Neither gives as many numbers in one session as the other's highest. Decisions are numbered apart from
    resolutions: from 301, 401 or 501 on in the Assembly, from 201 on in the Economic and Social Council, from 101 on
    in the others.
    """
    if organ in _OTHERS:
        return re.fullmatch(r"\d{1,3}/\d{1,2}", number) is not None
    held = symbol(organ, number, decided=decided)
    if held is None:
        return False
    if roman := re.search(r"\(([IVXLC]+)\)", held):
        return organ != "General Assembly" or _fits(decimal(roman[1]), year, most=30)
    if special := re.search(r"/(ES|S)-(\d+)/", held):
        return _could_meet_specially(organ, special[1], int(special[2]), year)
    numbers = re.search(r"/(\d+)/(\d+)[A-Z-]*$", held)
    if numbers is None:
        return True
    session, rank = int(numbers[1]), int(numbers[2])
    if organ == "General Assembly":
        return (300 <= rank < 1000 if decided else rank < 500) and _fits(session, year)
    if organ == "Human Rights Council":
        in_time = year is None or abs(2006 + (session - 1) / 3 - year) <= 1.5
        return (100 < rank < 200 if decided else rank < 100) and in_time
    first = {"Economic and Social Council": 201, "Commission on Human Rights": 101}[organ] if decided else 0
    return (rank >= first or session < 1980) and session >= 1946 and (year is None or year == session)


def _fits(session: int, year: int | None, most: int = 199) -> bool:
    """Whether the General Assembly held a session in a year."""
    return session <= most and (year is None or year - 1945 - session in {0, 1})


def _could_meet_specially(organ: str, kind: str, session: int, year: int | None) -> bool:
    """The General Assembly held 28 special sessions to 2005; the Human Rights Council's began in 2006."""
    if organ == "General Assembly":
        return kind == "ES" or session > 28 or year is None or year <= 2005
    if organ == "Human Rights Council":
        return kind == "S" and (year is None or year >= 2006)
    return organ == "Commission on Human Rights" and kind == "S" and (year is None or year <= 2005)
