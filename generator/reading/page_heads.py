"""The heads and feet of pages, wherever extraction left them in a text: the document's own symbol, page numbers, job
numbers, running heads of records.
"""

import itertools
import re
from collections import Counter
from collections.abc import Mapping

from generator.reading.enacting import is_enacting
from generator.reading.page_breaks import above_enacting, lines_at_breaks
from generator.reading.sheet import Line, Remark, Sheet, warning

_SERIES = r"(?:A|E|S|T|ST|CCPR|CERD|CEDAW|CAT|CRC|TD|UNEP|HRI|DP)"
_COMPONENT = r"(?:[A-Z]+[\w.-]*/|[\d.]+/|(?:ES|S)-\d+/)"
_SESSION = r"(?: \((?:\d{4}|[IVXL]+)\))?"
SYMBOL = rf"{_SERIES}/{_COMPONENT}*[\w.()-]*\d[\w.()-]*{_SESSION}(?:/(?:Rev|Add|Corr)\.\d+)*\*{{0,2}}"
# What old page heads say of the version: "English", above "Page 3" or before it.
_LANGUAGE = re.compile(r"English(?: only)?$", re.IGNORECASE)
_PAGE_WORDS = re.compile(
    r"(?:English )?(?:page|p\.) ?\d{1,3}(?: (?:of|/) ?\d{1,3})?$|[-–—] ?\d{1,3} ?[-–—]$", re.IGNORECASE
)
_PAGE_OF = re.compile(r"\d{1,3} ?/ ?\d{1,3}$")
_JOB = r"(?:\d{2}[- ]\d{5}(?: ?\([A-Z]\))?|(?:GE|V|N|HR|NY)\.?\d{2}-\d{5}(?: ?\([A-Z]\))?)"
_PAGE = r"\d{1,3}(?:/\d{1,3})?"
_BAR_CODE = r"(?:\* ?\d{7} ?\*?[a-z]?\*?|\d{7}[a-z]?\*)"
# Job numbers with a page: "17-17057 (E)", "18-16831 6/12", "03 50280"; a bar code: "*1717057*".
_JOB_LINE = re.compile(
    rf"(?:{_JOB}(?: {{0,3}}{_PAGE})?|{_PAGE} {{0,3}}{_JOB}|{_JOB}(?: +\d{{6}})?(?: +\*\d+\*)?|{_BAR_CODE})"
    r"(?: ?/ ?\.{3})?$"
)
# A bar code without its asterisks or a date in six figures, which only the job number beside it tells from an amount.
_BARE_CODE = re.compile(r"\d{6,7}[a-z]?$")
_NO_FIGURE = re.compile(r"\D")
_CONTINUED = re.compile(r"/ ?\. ?\. ?\.$|/…$")
_SYMBOL_ALONE = re.compile(rf"{SYMBOL}(?<!\.)$")
_SYMBOL_IN_HEAD = re.compile(rf"(?<![\w/]){SYMBOL}(?=\s|$|General)")
_BESIDE_SYMBOL = re.compile(
    rf"(?:(?:English)?[Pp]age\d+|English|\d{{1,3}}/\d{{1,3}}|\d{{1,3}}|{_JOB.replace(' ?', '')})"
)
_OF_RECORDS = r"(?:General Assembly|Security Council|Economic and Social Council)"
# "General Assembly—Eleventh Session", "Resolutions adopted on the reports of the Third Committee", also misread
_SESSION_HEAD = rf"(?:\d{{1,3}} +)?(?i:{_OF_RECORDS}) ?[-—–]+ ?\w+(?:-\w+)? (?:\w+ )?(?i:Se)\S*$"
_CHAPTER_HEAD = r"(?:[IVX]+\. )?R(?i:esolutions adopted (?:on the (?:repor|recommend)\w*|without|by|at))\b[^.,;:]*"
_RECORD_HEAD = re.compile(rf"(?:{_SESSION_HEAD}|(?:\d{{1,3}} +)?{_CHAPTER_HEAD}$)")
_SURE_HEAD = re.compile(rf"(?:{_SESSION_HEAD}|\d{{1,3}} +{_CHAPTER_HEAD}$|{_CHAPTER_HEAD} \d{{1,3}}$)")
"""Heads that no sentence holds: with a dash, or with the number of the page."""


def set_aside_page_heads(sheet: Sheet) -> Sheet:
    """The document's own symbol, page numbers, job numbers and running heads, wherever they stand between two pages.

    The first lines of a document are its masthead, where its symbol is not a page's head; another document's symbol
    on a line of its own may be the whole of a footnote. A line that only looks like a head stays, and that is said.
    """
    own = _own_symbol(sheet)
    masthead = _masthead_lines(sheet)
    sheet = sheet.set_aside(
        lambda line: "page head" if line.number not in masthead and _SURE_HEAD.match(line.text) else None
    )
    reasons = _reasons(sheet, own, masthead)
    above = above_enacting(sheet.lines) | masthead
    inside = [None if line.number in above else reasons.get(line.number) for line in sheet.lines]
    furniture = above | lines_at_breaks(sheet, inside)
    opened = False

    def why(line: Line) -> str | None:
        nonlocal opened
        reason = reasons.get(line.number) if line.number in furniture else None
        if reason == "page head" and not opened and line.number in masthead:
            opened = True
            return None
        return reason

    kept = [line for line, reason in zip(sheet.lines, inside, strict=True) if reason and line.number not in furniture]
    return sheet.set_aside(why).remarked(_kept_as_words(line) for line in kept)


def _reasons(sheet: Sheet, own: str | None, masthead: frozenset[int]) -> dict[int, str]:
    """What each line looks like that may belong to a page and not to the text, by its number."""
    number = _number_in_head(sheet, own)
    found = {line.number: reason for line in sheet.lines if (reason := _page_furniture(line, own))}
    if number is not None:
        del found[number]
    for line in _bare_codes(sheet, found):
        found[line] = "job number"
    for line in _languages_in_heads(sheet, own) - masthead:
        found[line] = "page head"
    return found


def _kept_as_words(line: Line) -> Remark:
    return warning(
        line.number,
        "page-line-unsure",
        f"“{line.text}” stands alone inside a sentence and was kept as words of it; "
        "if a page's head or foot was printed there, take the line out",
    )


def _bare_codes(sheet: Sheet, found: Mapping[int, str]) -> frozenset[int]:
    """The lines that hold six or seven figures and stand beside a job number, or repeat one."""
    jobs = {_NO_FIGURE.sub("", line.text)[:7] for line in sheet.lines if found.get(line.number) == "job number"}
    codes = {item.lines[0][0] for item in sheet.furniture if item.why == "printer's mark"}
    result: set[int] = set()
    for above, line, below in zip((None, *sheet.lines), sheet.lines, (*sheet.lines[1:], None), strict=False):
        if not _BARE_CODE.match(line.text):
            continue
        start = above.number if above else 0
        end = below.number if below else line.number + 1
        beside = any(other and found.get(other.number) == "job number" for other in (above, below))
        if beside or line.text[:7] in jobs or any(start < code < end for code in codes):
            result.add(line.number)
    return frozenset(result)


def _languages_in_heads(sheet: Sheet, own: str | None) -> frozenset[int]:
    """The lines that hold the name of a language and nothing else, between the symbol and the number of a page."""
    heads = [_page_furniture(line, own) in {"page head", "page number"} for line in sheet.lines]
    around = zip(sheet.lines[1:], heads, heads[2:], strict=False)
    return frozenset(line.number for line, above, below in around if above and below and _LANGUAGE.match(line.text))


def _number_in_head(sheet: Sheet, own: str | None) -> int | None:
    """The line of a head on which the resolution's number stands alone: "16/18" is no page of eighteen there."""
    head = itertools.takewhile(lambda line: is_enacting(line.text) is None, sheet.lines[:40])
    named = (line.number for line in head if own and _PAGE_OF.match(line.text) and own.endswith(f"/{line.text}"))
    return next(named, None)


def _masthead_lines(sheet: Sheet) -> frozenset[int]:
    """The first lines of a document, down to its enacting line at most."""
    head = itertools.takewhile(lambda line: is_enacting(line.text) is None, sheet.lines[:12])
    return frozenset(line.number for line in head)


def _own_symbol(sheet: Sheet) -> str | None:
    """The symbol that stands in the masthead, else the one that most often stands alone on a line."""
    alone = [found.group() for line in sheet.lines if (found := _SYMBOL_ALONE.match(line.text))]
    masthead = _masthead_lines(sheet)
    for line in (line for line in sheet.lines[:12] if line.number in masthead):
        if (found := _SYMBOL_IN_HEAD.search(line.text)) and not line.text.startswith(("[", "(")):
            return _bare(found.group())
    counted = Counter(alone).most_common(1)
    return _bare(counted[0][0]) if counted and (counted[0][1] > 1 or "/RES/" in counted[0][0]) else None


def _bare(symbol: str) -> str:
    """A symbol without spaces, and without the asterisk that on the first page alone leads to a note."""
    return symbol.replace(" ", "").rstrip("*")


def _page_furniture(line: Line, own: str | None) -> str | None:
    text = line.text
    if own and len(text) < 160 and _is_own_head(text, own):
        return "page head"
    if _RECORD_HEAD.match(text):
        return "page head"
    if _PAGE_WORDS.match(text) or (_PAGE_OF.match(text) and _is_page_of(text)):
        return "page number"
    if _JOB_LINE.match(text):
        return "job number"
    return "continuation mark" if _CONTINUED.match(text) else None


def _is_page_of(text: str) -> bool:
    """Whether "2/6" can be a page of so many: "60/1" is none."""
    page, pages = (int(number) for number in text.split("/"))
    return page <= pages


def _is_own_head(text: str, own: str) -> bool:
    bare = text.replace(" ", "").rstrip("*")
    if not bare.startswith(own) and not bare.endswith(own):
        return False
    rest = bare.replace(own, "", 1).strip("*")
    return not rest or bool(_BESIDE_SYMBOL.fullmatch(rest)) or _is_title_beside(text, own)


def _is_title_beside(text: str, own: str) -> bool:
    """Whether the line is the symbol and a title: "Right to peace A/RES/71/189", no sentence."""
    words = text.replace(own, "").strip()
    return own in text and words[:1].isupper() and not re.search(r"[.,;:]|\bresolution$|\bdocument$|Distr", words)
