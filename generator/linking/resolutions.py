"""Resolutions cited by number: which symbol it is depends on the organ, and the text says it in one of several ways.

"Human Rights Council resolution 11/3" · "resolution 217 A (III) of the General Assembly" · "the Council, in its
resolution 2005/27" · "adopted by the Human Rights Council, in particular resolution 11/3" · and, where no organ is
named in the sentence, the text's own. A number that the organ cannot have given, or in another year, is not its.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from generator import symbols
from generator.linking import pinpoints
from generator.linking.context import Context, Found, Sentences
from generator.linking.instruments import Place, fold

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf" (?:of|dated) \d{{1,2}} {_MONTH}(?: (?P<year>\d{{4}}))?"
_PARTS = r"(?: ?[A-Z](?:(?: and |-|–| to )[A-Z])?(?![\w'’]))?"
# 55/25 · 68/247 A and B · 2004/45 · S-27/2 · ES-11/1 · 2200 A (XXI) · 1008 (ES-II) · 1445 (2002)
_NUMBER = (
    r"(?P<number>(?:S|ES)-\d{1,2}/\d{1,3}"
    rf"|\d{{1,4}}{_PARTS} ?\((?:(?:ES-|S-)?[IVXLC]+|(?:19|20)\d\d)\)"
    rf"|\d{{1,4}}/\d{{1,4}}{_PARTS})(?![\w/])"
)
_YEARLY = re.compile(r"\d+ ?\(\d{4}\)")  # 54 (1948): the Security Council's, and nobody else's
_ORGANS_WITH_SYMBOLS = (
    "General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
    "Commission on Human Rights",
)  # fmt: skip
_ORGANS = (
    *_ORGANS_WITH_SYMBOLS, "Commission on Crime Prevention and Criminal Justice",
    "Commission on the Status of Women", "Commission on Narcotic Drugs", "Commission for Social Development",
    "Commission on Population and Development", "Statistical Commission", "Trusteeship Council",
    "Sub-Commission on the Promotion and Protection of Human Rights", "Conference of the Parties",
    "Conference of States Parties", "Governing Council", "World Health Assembly", "Executive Board",
)  # fmt: skip
_SHORT_ORGANS = ("Assembly", "Council", "Commission", "Conference")
_ORGAN = rf"(?P<organ>{'|'.join(_ORGANS)}|{'|'.join(_SHORT_ORGANS)})"
_NAMED_ORGAN = re.compile(rf"\b{_ORGAN}\b")
# General Assembly *resolution* 59/166 · its *resolutions* 54/4 and … · *Resolution* 44/25; not “chap. I, resolution 1”.
_CITING = re.compile(r"\b[Rr]esolutions? (?:Nos?\. )?(?=\d|S-|ES-)")
_ENTRY = re.compile(rf"{_NUMBER}(?:{_DATE})?")
_NEXT = re.compile(r"(?P<range> to |–| through )|,? and |, |; ")
_OWNER = re.compile(rf",? (?:of|adopted by) the {_ORGAN}\b")
# “the General Assembly” *in its* · “the Council,” *pursuant to its*
_POSSESSED = re.compile(r",?(?: \w+){0,3} its (?:\w+ )?")
_ATTRIBUTIVE = re.compile(r"(?:'s|’s)? ")
_LONGEST_RANGE = 40
_NEAR = 8  # organs before a number that may own it


class Organ(msgspec.Struct, frozen=True):
    """An organ named in a text."""

    start: int
    end: int
    name: str


class Entry(msgspec.Struct, frozen=True):
    """A number in a list of resolutions, with its date and its place if it has them."""

    start: int
    end: int
    number: str
    year: int | None
    pinpoint: str | None
    ends_range: bool


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every resolution that a text cites by its number; without symbol where its organ is not known."""
    sentences = Sentences(text)
    organs = tuple(_organs(text, context))
    for citing in _CITING.finditer(text):
        entries = tuple(_entries(text, citing.end()))
        if not entries:
            continue
        here = _candidates(text, citing, entries[-1].end, organs, sentences)
        start = citing.start() if here.attributive is None else here.attributive.start
        for before, entry in zip((None, *entries), entries, strict=False):
            first = start if before is None else entry.start
            yield _found(entry, first, here, context)
            if before is not None and entry.ends_range:
                yield from _between(before, entry, here, context)


class _Candidates(msgspec.Struct, frozen=True):
    """The organs that a list of numbers may belong to: one that is said to own it, else those named before it."""

    attributive: Organ | None
    owner: str | None
    possessed: bool
    before: tuple[str, ...]


def _candidates(
    text: str, citing: re.Match[str], end: int, organs: Sequence[Organ], sentences: Sentences
) -> _Candidates:
    begin, _ = sentences.around(citing.start())
    index = bisect_left(organs, citing.start(), key=lambda organ: organ.end)
    near = organs[max(index - _NEAR, 0) : index]
    preceding = tuple(organ for organ in reversed(near) if organ.start >= begin)
    nearest = preceding[0] if preceding else None
    gap = text[nearest.end : citing.start()] if nearest else ""
    attributive = nearest if _ATTRIBUTIVE.fullmatch(gap) else None
    after = _OWNER.match(text, end)
    owned_after = next((organ.name for organ in organs[index:] if after and organ.end == after.end()), None)
    owner = attributive.name if attributive else owned_after
    if owner is None and nearest and _POSSESSED.fullmatch(gap):
        owner = nearest.name
    possessed = text.endswith("its ", 0, citing.start())
    names = tuple(dict.fromkeys(organ.name for organ in preceding))
    return _Candidates(attributive, owner, possessed, names)


def _found(entry: Entry, start: int, here: _Candidates, context: Context) -> Found:
    organ = _organ_of(entry, here, context)
    symbol = symbols.from_number(organ, entry.number) if organ else None
    if organ and symbol is None:
        title = fold(f"{organ} resolution {entry.number}")
        instrument = context.instruments.by_title.get(title)
        if instrument and (held := context.instruments.by_id[instrument].symbol):
            place = Place.of(held)
            within = ", ".join(part for part in (place.within, entry.pinpoint) if part) or None
            return Found(start, entry.end, (place.document,), instrument, within)
    return Found(start, entry.end, (symbol,), pinpoint=entry.pinpoint)


def _organ_of(entry: Entry, here: _Candidates, context: Context) -> str | None:
    """The organ whose resolution it is, None where no organ named could have adopted it."""
    if _YEARLY.fullmatch(entry.number):
        return "Security Council"
    if here.owner:
        return here.owner if could_adopt(here.owner, entry.number, None) else None
    own = (context.organ,) if context.organ else ()
    order = (*own, *here.before) if here.possessed else (*here.before, *own)
    return next((organ for organ in order if could_adopt(organ, entry.number, entry.year)), None)


def could_adopt(organ: str, number: str, year: int | None) -> bool:
    """Whether an organ could have given a number, in that year if one is said.

    The General Assembly's 31st session was in 1976, one each year; the Human Rights Council sits three times a year
    since 2006. Neither gives as many numbers in one session as the other's highest.
    """
    if organ in _ORGANS and organ not in _ORGANS_WITH_SYMBOLS:
        return re.fullmatch(r"\d{1,3}/\d{1,2}", number) is not None
    if symbols.from_number(organ, number) is None:
        return False
    session, _, rest = number.partition("/")
    rank = re.match(r"\d+", rest)
    if not rank or not session.isdigit():
        return True
    if organ == "General Assembly":
        return int(rank[0]) < 1000 and (year is None or year - 1945 - int(session) in {0, 1})
    if organ == "Human Rights Council":
        return int(rank[0]) < 100 and (year is None or abs(2006 + (int(session) - 1) / 3 - year) <= 1.5)
    return year is None or year == int(session)


def _entries(text: str, at: int) -> Iterator[Entry]:
    """The numbers of a list, from the first on."""
    ends_range = False
    while entry := _ENTRY.match(text, at):
        place = pinpoints.after(text, entry.end())
        end, pinpoint = place or (entry.end(), None)
        year = int(entry["year"]) if entry["year"] else None
        yield Entry(entry.start(), end, entry["number"], year, pinpoint, ends_range)
        following = _NEXT.match(text, end)
        if not following:
            return
        at, ends_range = following.end(), following["range"] is not None


def _between(first: Entry, last: Entry, here: _Candidates, context: Context) -> Iterator[Found]:
    """The resolutions that a range leaves unprinted: "46/181 to 46/185"."""
    ends = [re.fullmatch(r"(.+/)(\d+)", entry.number) for entry in (first, last)]
    if ends[0] and ends[1] and ends[0][1] == ends[1][1]:
        low, high = int(ends[0][2]), int(ends[1][2])
        if low < high <= low + _LONGEST_RANGE:
            numbers = (f"{ends[0][1]}{rank}" for rank in range(low + 1, high))
            inner = (msgspec.structs.replace(first, number=number, pinpoint=None) for number in numbers)
            named = tuple(_found(entry, first.start, here, context).symbols[0] for entry in inner)
            yield Found(first.end, last.start, named)


def _organs(text: str, context: Context) -> Iterator[Organ]:
    """The organs that a text names; "the Council" is the last one named so, or the text's own."""
    last = {context.organ.rpartition(" ")[2]: context.organ} if context.organ else {}
    if context.organ and context.organ.startswith("Commission"):
        last["Commission"] = context.organ
    for named in _NAMED_ORGAN.finditer(text):
        words = named["organ"]
        name = last.get(words, {"Assembly": "General Assembly"}.get(words, words))
        if words in _ORGANS:
            name = words
            last.update({short: words for short in _SHORT_ORGANS if short in words.split()})
        yield Organ(named.start(), named.end(), name)
