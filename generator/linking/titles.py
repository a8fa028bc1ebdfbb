"""Instruments named by a title, or by a short form where it can only mean one: "the Protocols thereto".

"The Convention" is the one that the paragraph has named, else the only one that the text has named before. A treaty
that the authority file does not know may be the one that is meant: with it there are two, and none is chosen.
"The Charter" is that of the United Nations wherever no other charter was named.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.linking.context import Context, Found, says
from generator.linking.instruments import Instrument, Instruments, fold

_WORD = re.compile(r"\w+")
_TREATIES = ("Convention", "Covenant", "Protocol", "Treaty", "Statute", "Charter")
_TREATY = f"(?:{'|'.join(_TREATIES)})"
_LINK = r"(?:the|of|and|in|on|for|to|against|from|by|all|or|with|at|its|their|other)"
# European *Convention on the Prevention of Terrorism* · Optional *Protocol to the Convention …*; not “the Convention”.
_UNKNOWN = re.compile(
    rf"\b(?:[A-Z][\w-]* ){{0,6}}?{_TREATY}s? (?:on|against|for|concerning|relating to|relative to|to|of) "
    rf"(?:{_LINK} )*[A-Z][\w’'-]*(?:(?!,? and the |, the ),?(?: including)? (?:{_LINK} )*[A-Z][\w’'-]*)*"
)
# , *1999 (Convention No. 182)* · (Revised), *1949 (No. 97)*
_YEAR = re.compile(r"(?: \(Revised\))?,? (?:18|19|20)\d\d(?!\w)")
_ILO_NUMBER = re.compile(r",? \((?:Convention |Recommendation )?No\. (\d{1,3})\)")
# Optional *Protocol thereto* · the *protocols supplementing the Convention*
# *Additional Protocol I thereto* · *Additional Protocols I and II thereto*
_THERETO = re.compile(
    r"\b(?:[Oo]ptional |[Aa]dditional )?[Pp]rotocol(?P<many>s)? (?P<which>I{1,3}(?:(?:, | and )I{1,3}){0,2} )?"
    r"(?:thereto|supplementing (?:the Convention|it))\b"
)
# “the Convention” *and its Optional Protocol* · *and its 1967 Protocol*
_AND_ITS = re.compile(
    r"(?: \([^()]{0,80}\))?,? and its (?P<form>(?:\d{4} |two |three )?(?:Optional |Additional )?Protocol(?P<many>s)?)\b"
    r"(?! (?:to|of|for|against|thereto|supplementing)\b)(?P<on> on\b)?"
)
# Paris Agreement *on Trade*, Geneva Conventions *on the Law of the Sea*: the title of another.
_GOES_ON = re.compile(r" (?:on|of|for|against|concerning) (?:the )?[A-Z]")
_NOUNS = (
    *_TREATIES, "Declaration", "Plan of Action", "Programme of Action", "Platform for Action", "Compact", "Agenda",
    "Principles", "Rules",
)  # fmt: skip
_NOUN = f"(?:{'|'.join(_NOUNS)}|Covenants|Protocols)"
# the *Convention* · the *Global Plan of Action* · the said *Covenant*; not “the Convention on …”
_SHORT = re.compile(
    rf"\bthe (?:said )?(?P<form>(?:[A-Z][\w-]* ){{0,4}}?{_NOUN})\b"
    r"(?! (?:on|against|for|concerning|relating|relative|supplementing|thereto|and Programme|and Platform)\b)"
    r"(?! (?:to|of) (?:the )?[A-Z])"
)
# the *Optional Protocol to the* “Convention on the Rights of the Child” on samples · a *protocol to the* “Covenant …”
_PROTOCOL_TO = re.compile(r"\b(?:Optional |Additional )?[Pp]rotocols? to the $")
_LONGEST_PREFIX = 40
_CHARTER = fold("Charter of the United Nations")
# United Nations *Global Plan of Action* to Combat …; not “Agenda 21”, which nobody calls “the Agenda”.
_HEAD = re.compile(rf"(?:United Nations |International )?(?P<head>.*?(?P<noun>\b{_NOUN}))\b(?! \d)", re.IGNORECASE)


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every instrument that a text names by title or short form, and what looks like the title of another."""
    instruments = context.instruments
    titles = tuple(_without_foreign_protocols(text, _titles(text, instruments)))
    unknown = tuple(_unknown(text, titles)) if says(text, _TREATIES) else ()
    yield from titles
    yield from unknown
    named = sorted((*titles, *unknown), key=lambda one: (one.start, -one.end))
    short = tuple(_short_forms(text, named, context)) if says(text, _NOUNS) else ()
    yield from short
    if "rotocol" in text:
        yield from _thereto(text, sorted((*named, *short), key=lambda one: one.end), instruments)


def named_treaties(text: str, found: Sequence[Found], instruments: Instruments) -> tuple[str, ...]:
    """Give the ids of what was found, for the paragraphs that follow; of a treaty that is not known, its noun."""
    return tuple(dict.fromkeys(filter(None, (_name(text, one, instruments) for one in found))))


def _name(text: str, one: Found, instruments: Instruments) -> str | None:
    if one.instrument in instruments.by_id:
        return one.instrument
    noun = None if one.certain else re.search(_TREATY, text[one.start : one.end])
    return noun[0] if noun else None


def _titles(text: str, instruments: Instruments) -> Iterator[Found]:
    """Every title of the authority file, those inside another too."""
    folded = fold(text)
    for word in _WORD.finditer(folded) if instruments.are_titles_in(folded) else ():
        for title in instruments.titles_by_first_word.get(word[0], ()):
            end = word.start() + len(title)
            if folded.startswith(title, word.start()) and not folded[end : end + 1].isalnum():
                if title.count(" ") == 1 and _GOES_ON.match(text, end):
                    continue  # what is named by a place and a noun may be longer than we know
                entry = instruments.by_id[instruments.by_title[title]]
                yield Found(word.start(), _end(text, folded, end, entry, instruments), instrument=entry.id)
                break


def _end(text: str, folded: str, end: int, entry: Instrument, instruments: Instruments) -> int:
    """Where a title ends, with the treaty it supplements, and the year and number of a labour convention."""
    if entry.protocol_to and entry.type != "collective":
        for words in _supplementing(instruments.by_id[entry.protocol_to]):
            if folded.startswith(words, end) and not folded[end + len(words) :][:1].isalnum():
                return end + len(words)
    if entry.ilo:
        if year := _YEAR.match(text, end):
            end = year.end()
        number = _ILO_NUMBER.match(text, end)
        if number and entry.ilo == f"{entry.ilo[0]}{int(number[1]):03d}" and entry.ilo[0] != "P":
            end = number.end()
    return end


@cache
def _supplementing(treaty: Instrument) -> tuple[str, ...]:
    """The ways to say, after the title of a protocol, which treaty it supplements."""
    return tuple(f", supplementing the {name}" for name in ("convention", *map(fold, treaty.names)))


def _without_foreign_protocols(text: str, titles: Iterable[Found]) -> Iterator[Found]:
    """A protocol that is not known, to a treaty that is, names neither: "Protocol to the Convention … on samples"."""
    reach = 0
    for title in titles:
        foreign = _PROTOCOL_TO.search(text, max(title.start - _LONGEST_PREFIX, reach), title.start)
        if foreign and title.start >= reach:
            yield Found(foreign.start(), title.end, certain=False)
        else:
            yield title
        reach = max(reach, title.end)


def _unknown(text: str, titles: Sequence[Found]) -> Iterator[Found]:
    """What is capitalised like the title of a treaty, between the titles that are known."""
    start = 0
    for known in (*titles, Found(len(text), len(text))):
        for named in _UNKNOWN.finditer(text, start, max(known.start, start)):
            yield Found(named.start(), named.end(), certain=False)
        start = max(start, known.end)


def _short_forms(text: str, named: Sequence[Found], context: Context) -> Iterator[Found]:
    by_end = deque(sorted(named, key=lambda one: one.end))
    here: set[str] = set()
    for short in _SHORT.finditer(text):
        while by_end and by_end[0].end <= short.start():
            here.update(filter(None, [_name(text, by_end.popleft(), context.instruments)]))
        fitting = _fitting(short["form"], here, context.instruments)
        if not fitting:
            fitting = _fitting(short["form"], set(context.named), context.instruments)
        if short["form"] == "Charter":
            fitting |= set(filter(None, [context.instruments.by_title.get(_CHARTER)]))
        if len(fitting) == 1 and (identity := fitting.pop()) in context.instruments.by_id:
            yield Found(short.start("form"), short.end(), instrument=identity)


def _fitting(form: str, named: set[str], instruments: Instruments) -> set[str]:
    """Those of the named that a short form may mean; a treaty that is not known may be any of its noun."""
    ids = {one for one in named if one in instruments.by_id and fold(form) in _heads(instruments.by_id[one])}
    return ids | (set(re.findall(_TREATY, form)) & named)


@cache
def _heads(entry: Instrument) -> set[str]:
    """What an instrument may be called once it has been named: "Global Plan of Action"; a treaty by its noun."""
    heads = [head for name in entry.names if (head := _HEAD.match(name))]
    return {fold(head["head"]) for head in heads} | {fold(head["noun"]) for head in heads if entry.is_treaty}


def _thereto(text: str, named: Sequence[Found], instruments: Instruments) -> Iterator[Found]:
    """A protocol to the treaty named last: the only one, the one with these words, or all of them."""
    treaties = [one for one in named if not one.certain or _is_main(one.instrument, instruments)]
    ends = [one.end for one in treaties]
    for thereto in _THERETO.finditer(text):
        before = bisect_left(ends, thereto.start())
        treaty = treaties[before - 1].instrument if before else None
        end, meant = _meant(text, thereto, treaty, instruments)
        yield Found(thereto.start(), end, instrument=meant)
    for treaty_named in treaties:
        its = _AND_ITS.match(text, treaty_named.end)
        if its and treaty_named.instrument:
            end, meant = _meant(text, its, treaty_named.instrument, instruments)
            is_another = its["on"] and end == its.end()
            yield Found(
                its.start("form"), its.end("form") if is_another else end, instrument=None if is_another else meant
            )


def _is_main(identity: str | None, instruments: Instruments) -> bool:
    entry = instruments.by_id.get(identity or "")
    is_treaty = entry is not None and (entry.is_treaty or entry.type == "collective")
    return is_treaty and entry is not None and entry.protocol_to is None


def _meant(text: str, said: re.Match[str], treaty: str | None, instruments: Instruments) -> tuple[int, str | None]:
    """Where the name of a protocol ends, and which protocol to a treaty it is; None where that is not certain."""
    at = said.start("on") if said.groupdict().get("on") else said.end()
    protocols = instruments.protocols.get(treaty, ()) if treaty else ()
    if said["many"]:
        together = [one.id for one in protocols if one.type == "collective"]
        return said.end(), together[0] if len(together) == 1 else None
    single = [one for one in protocols if one.type != "collective"]
    for one in single:
        rest = fold(one.title).partition(fold(instruments.by_id[treaty or ""].title))[2]
        if rest and fold(text[at : at + len(rest)]) == rest:
            return at + len(rest), one.id
    if which := (said.groupdict().get("which") or "").strip():
        single = [one for one in single if f"(Protocol {which})" in one.title]
    return said.end(), single[0].id if len(single) == 1 else None
