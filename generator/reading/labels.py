"""The labels printed before a paragraph, an item, a section, an annex or an article, and what follows what."""

import re
from typing import NamedTuple


class Label(NamedTuple):
    """A label at the start of a line: bare, as printed, and the words after it."""

    bare: str
    printed: str
    rest: str

    @property
    def in_brackets(self) -> bool:
        """Whether the label is "(a)" and not "a."."""
        return self.printed.lstrip("[").startswith("(")


_BRACKET = r"(?P<bracket>\[?)"
"""What a negotiating text puts before words that are not agreed: "[2. Calls upon …;]"."""
_BIS = r"(?: ?(?:bis|ter|quater|quinquies)| alt(?: \d)?)?"
_BIS_AFTER = re.compile(r"(\d) ?(bis|ter|quater|quinquies)")
_INSERTED = re.compile(r" ?(?:bis|ter|quater|quinquies)$| alt(?: \d)?$")
# "18. Urges", "5 bis. Urges", "51.Calls upon", "[2 alt. Urges"; not "1.5 per cent", "2004/45", "25 and 27", "[8] See".
_NUMBERED = re.compile(rf"{_BRACKET}(?P<bare>\d{{1,4}}{_BIS})(?P<dot> ?[.,)]) ?(?P<rest>(?![\d)]).*)$")
_LEADING_NUMBER = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(rf"(?P<bare>\d{{1,3}}{_BIS})\.$")
# What a scanner makes of "1", "11" and "17": "l. Requests", "ll. Further requests", "I7."
_MISREAD_ONE = re.compile(r"[lIi|]")
_NUMBER_MISREAD = re.compile(r"(?P<printed>[lIiO\d|]{1,3})\. (?P<rest>[A-Z].*)$")
# "(a) To provide", "( b) Instruments", "(iv)", "a) ", "(1)", "[(c) To pay", "(a bis) To keep"; "(aa)" after "(z)".
_ITEM = re.compile(
    rf"{_BRACKET}\( ?(?P<bare>(?:[a-z]{{1,2}}|[ivxl]{{1,6}}|\d{{1,2}}|[A-Z]){_BIS}) ?\) ?(?P<rest>\S.*)?$"
)
_LOOSE_ITEM = re.compile(r"(?P<bare>[a-z]|[ivx]{2,5})[.)] (?P<rest>[A-Z“\"].*)$")
_DASH_ITEM = re.compile(r"(?P<printed>[-–—•·●○▪‒]) ?(?P<rest>[A-Z“\"].*)$")
_ROMAN = r"(?=[IVXL])(?:X{0,4}(?:IX|IV|V?I{0,3}))"
# "I", "II.", "III. Measures by States", "A", "B. Prevention", "Section 2", "Part I".
_SECTION_WORD = r"(?:(?:SECTION|Section|PART|Part|CHAPTER|Chapter) )?"
_TITLE_BESIDE = r"(?:[ ]?[-–—.:]?[ ](?P<rest>[A-Z].{2,160}))?"
_SECTION = re.compile(rf"{_SECTION_WORD}(?P<bare>{_ROMAN}|[A-H])\.?{_TITLE_BESIDE}$")
_ANNEX_NAME = rf"(?:ANNEX|Annex|APPENDIX|Appendix)(?: (?:{_ROMAN}|\d|[A-H]))?"
_ANNEX = re.compile(rf"(?P<bare>{_ANNEX_NAME})[.:]?(?: (?P<rest>[A-Z].*))?$")
_ARTICLE_WORD = r"(?:ARTICLE|Article|Art\.?|Rule|RULE|Principle|PRINCIPLE)"
_ARTICLE = re.compile(
    rf"(?P<bare>{_ARTICLE_WORD} (?P<number>\d{{1,3}}|[IVXL]+)(?: bis)?)[.:]?(?: [-–—]? ?(?P<rest>[A-Z“\"].*))?$"
)

_ROMAN_OF_ITEM = re.compile(r"x{0,4}(?:ix|iv|v?i{0,3})")

ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def numbered(text: str) -> Label | None:
    """The number of a paragraph that opens with one: "18. Also invites …"."""
    found = _NUMBERED.match(text)
    if not found:
        return None
    bare = _BIS_AFTER.sub(r"\1 \2", found["bare"])
    return Label(bare, found["bracket"] + found["bare"] + found["dot"].strip(), found["rest"].strip())


def number_alone(text: str) -> str | None:
    """The number on a line that holds nothing else: "18."."""
    found = _NUMBER_ALONE.match(text)
    return found["bare"] if found else None


def misread_number(text: str, expected: int) -> Label | None:
    """The number `expected` as a scanner may have misread it: "ll." where 11 must come."""
    found = _NUMBER_MISREAD.match(text)
    if not found or _MISREAD_ONE.sub("1", found["printed"]).replace("O", "0") != str(expected):
        return None
    return Label(str(expected), f"{expected}.", found["rest"])


def item(text: str) -> Label | None:
    """The label of an item: "(a)", "(iv)", "( b)", "a)"."""
    if found := _ITEM.match(text):
        return Label(found["bare"], f"{found['bracket']}({found['bare']})", (found["rest"] or "").strip())
    if found := _LOOSE_ITEM.match(text):
        return Label(found["bare"], text[: found.start("rest")].strip(), found["rest"])
    return None


def dash_item(text: str) -> Label | None:
    """A dash or bullet at the start of a line, which numbers nothing: its bare label is empty."""
    found = _DASH_ITEM.match(text)
    return Label("", found["printed"], found["rest"]) if found else None


def section(text: str) -> Label | None:
    """A section's heading: a roman number or a capital letter, alone or with a title."""
    found = _SECTION.match(text)
    if not found or not found["bare"]:
        return None
    rest = (found["rest"] or "").strip()
    return Label(found["bare"], text[: found.start("rest")].strip() if rest else text, rest)


def annex(text: str) -> Label | None:
    """The heading of an annex: "Annex", "ANNEX II"."""
    found = _ANNEX.match(text)
    if not found or (found["rest"] and not found["bare"].isupper() and " " not in found["bare"]):
        return None
    return Label(found["bare"], found["bare"], (found["rest"] or "").strip())


def article(text: str) -> Label | None:
    """The heading of an article: "Article 3", "Rule 12"."""
    found = _ARTICLE.match(text)
    return Label(found["number"], found["bare"], (found["rest"] or "").strip()) if found else None


def followed(label: str) -> str:
    """The label that an inserted one follows: "a" for "a bis", "5" for "5 bis"; any other label is its own."""
    return _INSERTED.sub("", label)


def leading_number(label: str) -> int:
    """The number a label begins with: 5 for "5 bis"."""
    found = _LEADING_NUMBER.match(label)
    return int(found.group()) if found else 0


def roman(label: str) -> int | None:
    """The value of a roman number of either case, or None where it is none: "iv" is 4, "iix" is None."""
    lowered = label.lower()
    if not _ROMAN_OF_ITEM.fullmatch(lowered) or not lowered:
        return None
    values = [ROMAN_DIGITS[digit] for digit in lowered]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def letter(label: str) -> int | None:
    """The place of a letter label in its list: "a" is 1, "aa" is 27."""
    if len(label) == 1 and label.isalpha():
        return ord(label.lower()) - 96
    if len(label) == 2 and label[0] == label[1] and label.isalpha():
        return 26 + ord(label[0].lower()) - 96
    return None
