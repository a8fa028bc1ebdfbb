"""How lines begin and end: with a capital, a pause, a stop, or with a word that leads over to the next line.

Lists of names carry no punctuation. What tells their entries apart is that the line above had room for the next word,
and that it does not end in a word which another must follow ("of the", "paragraph").
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.reading.sheet import SIGNS, Line

# ---- beginnings

CAPITAL = re.compile(r"[\"“‘'(\[\ue000]?[A-ZÀ-Þ]|\ue000")
SENTENCE = re.compile(r"[“\"‘A-ZÀ-Þ]")
QUOTE = re.compile(r"[“\"]")

# ---- ends

QUOTE_ENDS = re.compile(r".[”\"][.,;]?$")
PREAMBLE_PAUSE = re.compile(r"(?:[,;.:]|[,;] and)\s*[\"”’')\]|]*$")
MID_SENTENCE = re.compile(r"[^,;] (?:and|or)$")
CLOSED = re.compile(r"(?:[,;:.…]|\b(?:and|or):?)\s*[\"”’')\]|]*$")
ENDED = re.compile(r"(?:[;.:…]|; (?:and|or|and/or))\s*[\"”’')\]|]*$")
NO_HEADING = re.compile(r"[.,;:]$")
_PLAIN_MARK = r"(?<=[,;:.)”\"\s])(?:(?<!\d\.)|(?<=(?:19|20)\d\d\.))\d{1,3}(?:[ ,]+\d{1,3})?"
_MARKS_AT_END = re.compile(rf"(?:\s*(?:\ue000[\w{SIGNS}@]+\ue001|{_PLAIN_MARK}|\d{{1,2}}/|\*{{1,3}}))+$")

# ---- words that lead over

_NARROWEST = 60
"""So many letters a line of a page holds at least: a text of short lines only is a list, and not a narrow page."""
_LOOSE = 0.85
"""Lines of letters of different widths are not equally long: one that ends within this part of the width had room."""
_ARTICLES = "a an the this that these those its their his her our all each any no such other same"
_PREPOSITIONS = """
of in on to for with by from at as into under upon within without between among against through during until since
after before above below over per via about concerning regarding including towards throughout
"""
_JOINING = (
    "and or nor but if when where which who whose than is are was were be been has have had not also entitled see"
)
_NUMBERED_THINGS = """
paragraphs? paras? sub-?paragraphs? articles? arts? rules? regulations? resolutions? decisions? sections? sect
chapters? chap parts? annex(?:es)? appendix tables? figures? items? sub-?items? principles? goals? targets? phases?
options? categor(?:y|ies) class(?:es)? pages? pp? vols? volumes? nos? numbers? supplement add corr rev
january february march april may june july august september october november december
"""
_LED_OVER = "|".join((*_ARTICLES.split(), *_PREPOSITIONS.split(), *_JOINING.split(), *_NUMBERED_THINGS.split()))
# Leads over: "as set out in the", "in accordance with paragraph", "pursuant to Article", "non-", "(see";
# does not: "Mesbah Energy Company", "Pyongyang, DPRK", "the Charter –", "item 5]".
_LEADS_OVER = re.compile(rf"(?:(?<![\w-])(?:{_LED_OVER})\.?|\w[-/]|[(\[“‘])$", re.IGNORECASE)


def leads_over(text: str) -> bool:
    """Whether the last word of `text` is one that another must follow."""
    return _LEADS_OVER.search(text[-40:]) is not None


def usual_width(lines: Sequence[Line]) -> int:
    """How many letters the lines of a text hold where they are full."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    return max(_NARROWEST, lengths[len(lengths) * 9 // 10]) if lengths else _NARROWEST


def had_room(above: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would have stood on the line above, had it gone on with its sentence."""
    first = len(line.text.partition(" ")[0])
    return above.indent + len(above.text) + 1 + first < _LOOSE * width


@lru_cache(maxsize=1024)
def without_marks_at_end(text: str) -> str:
    """A text without the footnote marks at its end, so that its last punctuation shows."""
    end = max(0, len(text) - 40)
    return text[:end] + _MARKS_AT_END.sub("", text[end:]).rstrip()
