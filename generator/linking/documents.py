"""Documents named by their symbol: "A/59/185 and Corr.1" is two, "E/2004/23–E/CN.4/2004/127" is one.

A place that is named after a document and its corrigenda or addenda is the document's: "A/59/185 and Corr.1, para. 3".
"""

import re
from collections.abc import Iterator

from generator import symbols
from generator.linking import pinpoints
from generator.linking.context import Context, Found
from generator.symbols import SERIES

# /59 · /L.7 · /COP(13) · / 13697 and /Add. 1, as scanners space them
_WORD = r"(?:(?:Add|Corr|Rev)\. \d+|[A-Za-z0-9.]+)"
_COMPONENT = rf"/(?: (?=\d))?{_WORD}(?:-(?!{SERIES}/)[A-Za-z0-9.]+)*(?:\(\d{{1,3}}\))?"
_PART = r" [A-Z](?![\w'’])"
_BRACKET = r" ?\((?:(?:ES-|S-)?[IVXLC]+|(?:19|20)\d\d|(?:Part|Vol\.|Sect\.) ?[IVX\d]{1,5})\)"
# A/59/185 · E/CN.4/2004/76 · A/C.3/73/L.7/Rev.1 · A/RES/2200 A (XXI) · S/RES/1445 (2002) · A/CONF.157/24 (Part I)
# and not: HIV/AIDS · SN 200/99 · and/or · 25/1
_SPELLED = re.compile(
    rf"{SERIES}(?:{_COMPONENT})+(?P<part>{_PART})?(?P<bracket>{_BRACKET}(?:{_COMPONENT})*)?",
)
_SYMBOL = re.compile(rf"(?<![\w/.-]){_SPELLED.pattern}")
_TWIN = re.compile(rf" ?[–—-] ?(?={SERIES}/)")
# “A/59/185” *and Corr.1* · *and Add.1–4* · *, Add.1 and 2* · *and Add.1/Rev.1*
_MODIFIER = re.compile(
    r"(?:,? and |, |-|–)(?P<whole>(?P<kind>Add|Corr|Rev)\. ?(?P<first>\d+)"
    r"(?P<more>(?:(?:–|-| and |, | to )\d+(?![\d/]))*)(?P<stacked>(?:/(?:Add|Corr|Rev)\.\d+)*))"
)
# “S/7930/Add.1584” *to Add.1640* · “A/C.5/59/SR.17” *–24*
_RUN_ON = re.compile(r"(?: to (?:Add|SR|PV)\.|[–-](?:(?:Add|SR|PV)\.)?)(?P<last>\d+)(?![\w/])")
_IN_A_RUN = r"/(?:Add|Corr|L|PV|SR)\.\d+"
_LONGEST_RANGE = 40


def find(text: str, _: Context) -> Iterator[Found]:
    """Give every document that a text names by its symbol, with its corrigenda and addenda."""
    position = 0 if "/" in text else len(text)
    while printed := _SYMBOL.search(text, position):
        position = printed.end()
        read = _read(printed)
        if read is None:
            continue
        end, symbol = read
        position = end
        if (joined := _TWIN.match(text, end)) and (twin := _SPELLED.match(text, joined.end())):
            end = position = (_read(twin) or (end, ""))[0]
        if (run := _RUN_ON.match(text, end)) and re.search(rf"{_IN_A_RUN}$", symbol):
            symbol, end = f"{symbol}-{run['last']}", run.end()
        modifiers = tuple(_modifiers(text, end, symbol))
        last = modifiers[-1].end if modifiers else end
        place = pinpoints.after(text, last)
        pin = place[1] if place else pinpoints.after_bracket(text, last)
        if place and not modifiers:  # "A/59/185, para. 3, and Corr.1"
            end = last = place[0]
            modifiers = tuple(_modifiers(text, end, symbol))
            last = modifiers[-1].end if modifiers else end
        yield Found(printed.start(), end, tuple(_run(symbol)), pinpoint=pin)
        yield from modifiers
        position = max(position, last)


def _read(printed: re.Match[str]) -> tuple[int, str] | None:
    """The longest reading of what was printed that is a symbol, and where it ends."""
    whole = printed[0]
    ends = [len(whole)]
    if printed["bracket"]:
        ends.append(printed.start("bracket") - printed.start())
    if printed["part"]:
        ends.append(printed.start("part") - printed.start())
    for end in ends:
        words = whole[:end].rstrip(".-")
        if symbol := symbols.normalise(words):
            return printed.start() + len(words), symbol
    return None


def _run(symbol: str) -> Iterator[str | None]:
    """Spell out "S/8248/Add.7-9"."""
    run = re.fullmatch(r"(.+/(?:Add|Corr|L|PV|SR)\.)(\d+)(-\d+)", symbol)
    if run is None:
        yield symbol
    else:
        yield from (symbols.normalise(f"{run[1]}{number}") for number in _numbers(int(run[2]), run[3]))


def _modifiers(text: str, end: int, symbol: str) -> Iterator[Found]:
    base = re.sub(r"(?:/(?:Add|Corr)\.\d+(?:-\d+)?)+$", "", symbol)
    while modifier := _MODIFIER.match(text, end):
        end = modifier.end()
        numbers = tuple(_numbers(int(modifier["first"]), modifier["more"]))
        named = tuple(f"{base}/{modifier['kind']}.{number}{modifier['stacked']}" for number in numbers)
        yield Found(modifier.start("whole"), end, tuple(symbols.normalise(name) for name in named))


def _numbers(first: int, more: str) -> Iterator[int]:
    """Spell out "1–4" and "1 and 2"."""
    yield first
    for separator, written in re.findall(r"(–|-| and |, | to )(\d+)", more):
        number = int(written)
        runs = separator in {"–", "-", " to "} and first < number <= first + _LONGEST_RANGE
        yield from range(first + 1, number + 1) if runs else (number,)
        first = number
