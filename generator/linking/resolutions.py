"""Resolutions and decisions cited by number: whose one is depends on the organ, and the text says it in several ways.

"Human Rights Council resolution 11/3" · "resolution 217 A (III) of the General Assembly" · "the Council, in its
resolution 2005/27" · "adopted by the Human Rights Council, in particular resolution 11/3" · and, where no organ is
named in the sentence, the text's own. A number that the organ cannot have given, or in another year, is not its.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.linking import organs, pinpoints, reports
from generator.linking.context import Context, Found, Sentences, says
from generator.linking.instruments import Place, fold
from generator.linking.organs import OTHER, Organ

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# 4 May 2000 · 27 May · 23 and 30 March 2007 · 31 July and 6 August 1990
_DAYS = rf"\d{{1,2}}(?:(?: {_MONTH})?(?:,| and|, and| to) \d{{1,2}}){{0,4}}"
_DATE = rf" (?:of|dated) {_DAYS} {_MONTH}(?: (?P<year>\d{{4}}))?"
_PARTS = r"(?: ?[A-Z](?:(?: and |-|–| to )[A-Z])?(?![\w'’]))?"
# 55/25 · 68/247 A and B · 2004/45 · S-27/2 · ES-11/1 · 2200 A (XXI) · 1008 (ES-II) · 1445 (2002) · 1/CP.21
_NUMBER = (
    r"(?P<number>(?:S|ES)-\d{1,2}/\d{1,3}"
    rf"|\d{{1,4}}{_PARTS} ?\((?:(?:ES-|S-)?[IVXLC]+|(?:19|20)\d\d)\)"
    rf"|\d{{1,4}}/\d{{1,4}}{_PARTS}|\d{{1,3}}/C(?:P|MP|MA)\.\d{{1,2}})(?![\w/])"
)
_YEARLY = re.compile(r"\d+ ?\(\d{4}\)")  # 54 (1948): the Security Council's
# General Assembly *resolution* 59/166 · its *decisions* 54/4 and … · *resolutions, in particular* 44/25
# not “chap. I, resolution 1”
_CHOSEN = r"(?:,? (?:in particular|including|inter alia|namely|notably),?)?"
_CITING = re.compile(
    rf"\b[Rr]esolutions?{_CHOSEN} (?:Nos?\. )?(?=\d|S-|ES-)|\b[Dd]ecisions?{_CHOSEN} (?:Nos?\. )?(?=\d|S-)"
)
_CITED = ("esolution", "ecision")
_ENTRY = re.compile(rf"{_NUMBER}(?:{_DATE})?")
_NEXT = re.compile(r"(?P<range> to |–| through )|,? and |,? as well as |, |; ")
# resolutions 5/1 on institution-building *and 5/2 on* … · resolution 55/2 of …, entitled “…”, *and 60/1 of* …
_LATER = re.compile(
    rf"(?:,? and |,? as well as |, )(?={_NUMBER}(?:{_DATE}\b|,? on |,? entitled |,? in which |,? by which ))"
)
_CITES_AGAIN = re.compile(r"\b(?:[Rr]esolution|[Dd]ecision)s?\b|;")
_OWNER = r",? (?:of|adopted by) the (?:United Nations )?"
_OWNED_AFTER = re.compile(_OWNER)
# “the General Assembly” *in its* · “the Council,” *pursuant to its* · “the Assembly” *, at its tenth session, in its*
# not “the General Assembly” *and its own*, which are those of the organ that speaks
_POSSESSED = re.compile(
    r"(?:, (?:at|during|by) [^,;.]{1,60})?,?(?! and its\b| as well as its\b)(?: \w+){0,3} its (?:\w+ )?"
)
# *its* resolution · *its own* resolutions · *its previous resolutions, including* resolutions
_OWN = re.compile(rf"\bits (?:[a-z-]+ ){{0,3}}?(?:(?:resolution|decision)s?{_CHOSEN} )?$")
_LONGEST_OWN = 80
_IN_ITS = re.compile(r",? in its (?:\w+ )?")
_JOINED = re.compile(r",? and (?:the )?|, (?:the )?")
_ATTRIBUTIVE = re.compile(r"(?:'s|’s)? ")
_LONGEST_RANGE = 40
_NEAR = 8  # organs before a number that may own it


class Entry(msgspec.Struct, frozen=True):
    """A number in a list of resolutions, with its date and its place if it has them.

    `apart` says that other words than "and" stand before it: "5/1 on institution-building and 5/2 on …".
    """

    start: int
    end: int
    number: str
    year: int | None
    pinpoint: str | None
    ends_range: bool
    apart: bool


class _Candidates(msgspec.Struct, frozen=True):
    """The organs that a list of numbers may belong to: those that are said to own it, else those named before it.

    More than one owns it in "General Assembly and Security Council resolutions".
    """

    decided: bool
    attributive: Organ | None
    owners: tuple[str, ...]
    said_plainly: bool
    possessed: bool
    before: tuple[str, ...]
    numbers: tuple[tuple[str, int | None], ...] = ()


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every resolution and decision that a text cites by number; without symbol where its organ is not known."""
    found = tuple(_CITING.finditer(text)) if says(text, _CITED) else ()
    if not found:
        return
    sentences = Sentences(text)
    named = tuple(organs.named(text, context))
    for citing in found:
        begin, stop = sentences.around(citing.start())
        entries = tuple(_entries(text, citing.end(), stop))
        if not entries:
            continue
        here = _candidates(text, citing, entries, named, begin)
        start = citing.start() if here.attributive is None else here.attributive.start
        for before, entry in zip((None, *entries), entries, strict=False):
            first = start if before is None else entry.start
            yield _found(entry, first, here, context)
            if before is not None and entry.ends_range:
                yield from _between(before, entry, here, context)


def _candidates(
    text: str, citing: re.Match[str], entries: Sequence[Entry], named: Sequence[Organ], begin: int
) -> _Candidates:
    """The organs near a list: in its sentence, before it or right after the part of it that is printed together."""
    index = bisect_left(named, citing.start(), key=lambda organ: organ.end)
    near = named[max(index - _NEAR, 0) : index]
    preceding = tuple(organ for organ in reversed(near) if organ.start >= begin)
    nearest = preceding[0] if preceding else None
    gap = text[nearest.end : citing.start()] if nearest else ""
    attributive = nearest if _ATTRIBUTIVE.fullmatch(gap) else None
    owner = attributive.name if attributive else _owner_after(text, _together(entries), named[index:])
    if owner is None and nearest and _POSSESSED.fullmatch(gap):
        owner = nearest.name
    if owner is None:
        owner = reports.owner(text, citing.start())
    if owner is None and organs.another_before(text, citing.start()):
        owner = OTHER
    joined = _joined(text, preceding) if owner and attributive else ()
    return _Candidates(
        decided=citing[0][0] in "Dd",
        attributive=attributive,
        owners=() if owner is None else (owner, *joined),
        said_plainly=attributive is not None or _IN_ITS.fullmatch(gap) is not None,
        possessed=_OWN.search(text, max(citing.start() - _LONGEST_OWN, 0), citing.start()) is not None,
        before=tuple(dict.fromkeys(organ.name for organ in preceding)),
        numbers=tuple((entry.number, entry.year) for entry in entries if not _YEARLY.fullmatch(entry.number)),
    )


def _joined(text: str, preceding: Sequence[Organ]) -> tuple[str, ...]:
    """The organs that are named in one breath with the one before a number: "General Assembly and Security Council"."""
    names = []
    for later, earlier in pairwise(preceding):
        if not _JOINED.fullmatch(text, earlier.end, later.start):
            break
        names.append(earlier.name)
    return tuple(names)


def _together(entries: Sequence[Entry]) -> int:
    """Where the part of a list that is printed together ends."""
    apart = next((rank for rank, entry in enumerate(entries) if entry.apart), len(entries))
    return entries[apart - 1].end


def _owner_after(text: str, at: int, following: Sequence[Organ]) -> str | None:
    """The organ that is said to own what ends at an offset: "of the General Assembly"."""
    owned = _OWNED_AFTER.match(text, at)
    if owned is None:
        return None
    known = next((organ.name for organ in following[:_NEAR] if organ.start == owned.end()), None)
    return known or (OTHER if organs.another_after(text, at) else None)


def _found(entry: Entry, start: int, here: _Candidates, context: Context) -> Found:
    organ = _organ_of(entry, here, context)
    symbol = organs.symbol(organ, entry.number, decided=here.decided) if organ else None
    if organ and symbol is None:
        title = fold(f"{organ} {'decision' if here.decided else 'resolution'} {entry.number}")
        instrument = context.instruments.by_title.get(title)
        if instrument and (held := context.instruments.by_id[instrument].symbol):
            place = Place.of(held)
            within = ", ".join(part for part in (place.within, entry.pinpoint) if part) or None
            return Found(start, entry.end, (place.document,), instrument, within)
    return Found(start, entry.end, (symbol,), pinpoint=entry.pinpoint)


def _organ_of(entry: Entry, here: _Candidates, context: Context) -> str | None:
    """The organ whose resolution it is, None where no organ named could have adopted it."""
    if _YEARLY.fullmatch(entry.number):
        other = here.said_plainly and any(map(organs.numbers_without_symbols, here.owners[:1]))
        return None if other or here.decided else "Security Council"
    if here.owners:
        owners = (organs.by_number(owner, entry.number) for owner in here.owners)
        return _first_that_could(owners, entry.number, None, here)
    own = (context.organ,) if context.organ else ()
    order = (*own, *here.before) if here.possessed else (*here.before, *own)
    return _owner_of_all(order, here) or _first_that_could(order, entry.number, entry.year, here)


def _owner_of_all(order: Iterable[str], here: _Candidates) -> str | None:
    """The first organ that could have adopted every resolution of a list: one list has one owner."""
    return next(
        (
            organ
            for organ in order
            if all(organs.could_adopt(organ, number, year, decided=here.decided) for number, year in here.numbers)
        ),
        None,
    )


def _first_that_could(order: Iterable[str], number: str, year: int | None, here: _Candidates) -> str | None:
    return next((organ for organ in order if organs.could_adopt(organ, number, year, decided=here.decided)), None)


def _entries(text: str, at: int, stop: int) -> Iterator[Entry]:
    """The numbers of a list, from the first on, until the sentence stops or cites anew."""
    ends_range = apart = False
    limit: int | None = None
    while entry := _ENTRY.match(text, at):
        place = pinpoints.after(text, entry.end())
        end, pinpoint = place or (entry.end(), None)
        year = int(entry["year"]) if entry["year"] else None
        yield Entry(entry.start(), end, entry["number"], year, pinpoint, ends_range, apart)
        following = _NEXT.match(text, end)
        if following and _ENTRY.match(text, following.end()):
            at, ends_range, apart = following.end(), following["range"] is not None, False
            continue
        if limit is None:
            again = _CITES_AGAIN.search(text, end, stop)
            limit = again.start() if again else stop
        later = _LATER.search(text, end, limit)
        if later is None:
            return
        at, ends_range, apart = later.end(), False, True


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
