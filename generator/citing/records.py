"""Citations as data, for reference managers: BibTeX, RIS and CSL-JSON.

Each is a report by the organ, of the type "Resolution", numbered by the symbol. Styles print all of that for a report;
of what they take for a law or a bill of one country they drop the organ, the symbol or the date (decision 0005).
"""

import json
import re
from datetime import date
from functools import lru_cache

from generator.citing.templates import Slot, Template, joined, listed
from generator.citing.wording import REMEMBERED
from generator.citing.works import Work, name

_PUBLISHER = "United Nations"
_BIBTEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "#$%&_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_END_OF_RECORD = "\n  }\n]"


def bibtex(work: Work, place: Template) -> Template:
    """Give the entry of a text, which LaTeX can read; what is not ASCII is kept as UTF-8."""
    day = _day(work)
    note = _note(work, place)
    lines: list[Template] = [
        (f"@techreport{{{_key(work)}",),
        (f"  author = {{{{{escape_bibtex(work.author)}}}}}",),
        (f"  title = {{{{{escape_bibtex(work.heading)}}}}}",),
        (f"  type = {{{work.genre}}}",),
        (f"  number = {{{escape_bibtex(work.symbol)}}}",),
        (f"  institution = {{{_PUBLISHER}}}",),
        (f"  year = {{{day.year}}},\n  month = {_MONTHS[day.month - 1]}",) if day else (),
        ("  url = {", Slot.ADDRESS, "}"),
        ("  note = {", *note, "}") if note else (),
    ]
    return joined((*listed(lines, ",\n"), "\n}"))


def ris(work: Work, place: Template) -> Template:
    """Give the record of a text in the tags that reference managers share, a field a line."""
    day = _day(work)
    note = _note(work, place)
    lines: list[Template] = [
        ("TY  - RPRT",),
        (f"AU  - {work.author}",),
        (f"TI  - {work.heading}",),
        (f"M3  - {work.genre}",),
        (f"SN  - {work.symbol}",),
        (f"PB  - {_PUBLISHER}",),
        (f"PY  - {day.year}\nDA  - {day.year}/{day.month:02}/{day.day:02}/",) if day else (),
        (f"LA  - {work.language}",),
        ("UR  - ", Slot.ADDRESS),
        ("N1  - ", *note) if note else (),
        ("ER  - ",),
    ]
    return listed(lines, "\n")


def csl_json(work: Work, place: Template) -> Template:
    """Give a list with the one item of a text, as CSL processors take it."""
    day = _day(work)
    item = {
        "id": work.symbol,
        "type": "report",
        "genre": work.genre,
        "author": [{"literal": work.author}],
        "title": work.heading,
        "number": work.symbol,
        "publisher": _PUBLISHER,
        **({"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}),
        "language": work.language,
    }
    opened = json.dumps([item], indent=2, ensure_ascii=False).removesuffix(_END_OF_RECORD)
    note = _note(work, place)
    noted = (',\n    "note": "', *note, '"') if note else ()
    return joined((opened, ',\n    "URL": "', Slot.ADDRESS, '"', *noted, _END_OF_RECORD))


@lru_cache(REMEMBERED)
def escape_bibtex(words: str) -> str:
    """Give words as BibTeX and LaTeX show them."""
    return words.translate(_BIBTEX)


@lru_cache(REMEMBERED)
def escape_json(words: str) -> str:
    """Give words as they stand inside a JSON string."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _note(work: Work, place: Template) -> Template:
    """What a draft became, and the place; the name of a resolution has nothing in it that these formats escape."""
    adopted = " and ".join(name(symbol) for symbol in work.adopted_as)
    return listed(((f"Adopted as {adopted}",) if adopted else (), place), "; ")


def _key(work: Work) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", work.symbol).strip("-")


def _day(work: Work) -> date | None:
    try:
        return date.fromisoformat(work.date) if work.date else None
    except ValueError:
        return None
