"""What a note names, taken apart: "Resolution 55/25, annex II" is a title and a locator.

A source is printed from the wide to the narrow: the title, then the elements of its series (volume, session,
supplement, document), then locators (chapter, annex, paragraph). Commas part them; what stands in brackets belongs to
the element before it and is never the source itself.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

import msgspec


class Level(IntEnum):
    """How far in an element stands: of two that differ, the higher one stands inside the lower one."""

    SERIES = 1
    PART = 2
    DOCUMENT = 3
    CHAPTER = 4
    INSIDE = 5
    SECTION = 6
    PLACE = 7


class Kind(msgspec.Struct, frozen=True):
    """A kind of element: its name, how far in it stands, and the word it is known by.

    `needs` is what a source must say already for an element of this kind to be added to it.
    """

    name: str
    level: Level
    word: str
    needs: str = ""
    of_series: bool = False


class Element(msgspec.Struct, frozen=True):
    """One element of a source: where it begins there, its words, and its kind if it is a known one."""

    start: int
    text: str
    kind: Kind | None


_NUMERAL = r"(?:\d+|[IVXLCDM]+|[A-Za-z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)"
_TOKEN = rf"{_NUMERAL}(?:[./]{_NUMERAL})*(?: ?\(\w{{1,5}}\))*(?: (?:bis|ter)\b)?"
_LABELS = rf"{_TOKEN}(?:(?:, | and | to | or | ?[-–—] ?){_TOKEN})*"
_NOTE_IN_BRACKETS = r"(?: ?\(.*\))?"

_NOTHING_WILL_DO = r"(?!)"

_CHAPTER = Kind("chapter", Level.CHAPTER, r"\bchap(?:s?\.|ters?\b)")
# A resolution within a chapter, whose section is not said: it may stand in that section or in another.
_ONLY_A_CHAPTER = rf"^(?!.*\bsect(?:s?\.|ions?\b)).*{_CHAPTER.word}"
_LOCATORS = (
    _CHAPTER,
    Kind("annex", Level.CHAPTER, r"\bannex(?:es)?\b"),
    Kind("part", Level.CHAPTER, r"\b(?:[Pp]arts?\b|pts?\.)"),
    Kind("appendix", Level.INSIDE, r"\bappendi(?:x|ces)\b"),
    Kind("enclosure", Level.INSIDE, r"\benclosures?\b"),
    Kind("resolution", Level.INSIDE, r"\b(?:resolution|decision)s?\b", needs=_ONLY_A_CHAPTER),
    Kind("section", Level.SECTION, r"\bsect(?:s?\.|ions?\b)"),
    Kind("article", Level.SECTION, r"\bart(?:s?\.|icles?\b)"),
    Kind("paragraph", Level.PLACE, r"\bpara(?:s?\.|graphs?\b)"),
    Kind("page", Level.PLACE, r"\b(?:pp?\.|pages?\b)"),
)
_VOLUME = Kind("volume", Level.SERIES, r"\bvols?\.", needs=_NOTHING_WILL_DO, of_series=True)
_NUMBER = Kind("number", Level.PART, r"\bNos?\.", needs=_VOLUME.word, of_series=True)
_SESSION = Kind("session", Level.SERIES, r"\b(?:[Ss]ession|[Yy]ear)\b", needs=_NOTHING_WILL_DO, of_series=True)
_RECORD = Kind("record", Level.PART, r"\bSupplement\b|\bmeetings?\b", needs=_SESSION.word, of_series=True)
_DOCUMENT = Kind("document", Level.DOCUMENT, r"\bdocuments?\b", needs=r"\bSupplement\b", of_series=True)

_ORDINAL = r"(?:Resumed )?[A-Z][a-z]+(?:-[a-z]+)?(?<=st|nd|rd|th)"
_SHAPES = (
    (_VOLUME, re.compile(rf"vols?\. {_LABELS}(?::.*|{_NOTE_IN_BRACKETS})")),
    (_NUMBER, re.compile(rf"Nos?\. {_LABELS}{_NOTE_IN_BRACKETS}")),
    (_SESSION, re.compile(rf"{_ORDINAL} (?:\w+ ){{0,3}}(?:[Ss]ession|Year)|(?:19|20)\d\d(?:[-–/]\d{{2,4}})?")),
    (_RECORD, re.compile(r"(?:Special )?Supplement\b.*|\d+(?:st|nd|rd|th) (?:plenary )?meetings?")),
    (_DOCUMENT, re.compile(r"documents? .+")),
    *((kind, re.compile(rf"{kind.word}(?: {_LABELS})?{_NOTE_IN_BRACKETS}")) for kind in _LOCATORS),
)
_MORE_LABELS = re.compile(_LABELS)
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MORE_MONTHS = re.compile(rf"{_MONTHS}\b(?: and {_MONTHS})? ?(?:\d{{4}})?")
_RECORDS = "Official Records of"
_LONGEST = 1000  # characters: no source is that long, and patterns stay quick on shorter ones

_SYMBOL = r"\b[A-Z]{1,7}(?:\.\d+)?/[\w./]*\d[\w./]*"
_SYMBOLS = re.compile(rf"{_SYMBOL}(?:\s?[-–—]\s?{_SYMBOL})*")
_ONE_OF_ITS_KIND = re.compile(r"\b(?:[Rr]esolution|[Dd]ecision|Official Records|Treaty Series)\b")
_SURELY_SEVERAL = re.compile(r"\b(?:[Rr]esolutions|[Dd]ecisions|[Ss]ee)\b")
_JOINED = re.compile(
    r"(?:,? and|,? or|,? as well as|,) (?:see |the )?(?:(?:General|Security|Economic|Human|Commission)[\w ]*? )?"
    r"(?:[Rr]esolution \d+[/ ]\(?\d*|[Dd]ecision \d+/|United Nations, |Official Records|Reports? of )"
)
# chap. III, sect. B, *decision 68/6*: a place in the source, not another one.
_IN_A_CHAPTER = re.compile(
    r"(?P<place>\b(?:[Cc]hap(?:\.|ter)|[Ss]ect(?:\.|ion)|[Pp]art) [\w.]{1,8}), (?:[Rr]esolution|[Dd]ecision) [\w/-]+"
)
_ABBREVIATED = r"(?<!\bvol)(?<!\bNo)(?<!\bchap)(?<!\bsect)(?<!\bpara)(?<!\bart)(?<!\bed)(?<!\bvs)"
_INITIAL = r"(?<!\.[A-Z])(?<!^[A-Z])(?<!\. [A-Z])(?<!, [A-Z])"
_NEXT_SENTENCE = re.compile(rf"{_ABBREVIATED}{_INITIAL}[.!?]['\"”’]? +(?:[A-Z][a-z]|[A-Z]/)")
_TELLS = re.compile(
    r"(?:Such as|For|One|Two|At|In|As|Adopted|Also|Subsequently|Later|Previously|Formerly|Reissued|Text|Available)\b"
    r"|.*\b(?:is|are|was|were|be|been|has|have|had|did|does|shall|will|would|voted|adopted|submitted|not|that)\b"
    r"|.*\b(?:(?:foot)?notes? \d|above\b|below\b|present (?:resolution|report|document))"
)
_NAMES_ANOTHER = re.compile(rf"\((?:[^()]|\([^()]*\))*(?:\b[Ss]ee\b|Treaty Series|\bibid|[Rr]esolution \d|{_SYMBOL},)")


def elements(source: str) -> tuple[Element, ...]:
    """Give the elements of a source in their order; lists such as "paras. 3, 4 and 7" are one."""
    found: list[Element] = []
    for start, text in _pieces(source):
        before = found[-1] if found else None
        if before and _goes_on(before, text):
            found[-1] = _element(before.start, source[before.start : start + len(text)], source)
        else:
            found.append(_element(start, text, source))
    return tuple(found)


def names_several(source: str) -> bool:
    """Whether a note names more than one source: "A/73/171 and A/HRC/38/45", "…; and resolution 66/138, annex"."""
    bare = _IN_A_CHAPTER.sub(r"\g<place>", without_brackets(source))
    repeated = [word.lower() for word in _ONE_OF_ITS_KIND.findall(bare)]
    return bool(
        runs_on(source)
        or _SURELY_SEVERAL.search(bare)
        or _JOINED.search(bare)
        or len(_SYMBOLS.findall(bare)) > 1
        or len(repeated) > len(set(repeated))
    )


def runs_on(text: str) -> bool:
    """Whether `text` is more than one citation: a semicolon or a sentence's end outside brackets, or too long."""
    bare = without_brackets(text)
    return len(text) > _LONGEST or ";" in bare or bool(_NEXT_SENTENCE.search(bare))


def tells(source: str) -> bool:
    """Whether a note tells something, or points to another place of the same text, rather than naming a source."""
    return not re.search(r"[A-Za-z]{2}|/", source) or bool(_TELLS.match(without_brackets(source)))


def names_another_in_brackets(source: str) -> bool:
    """Whether brackets in `source` name a source of their own: "Treaty of Guarantee (…, Treaty Series, …)"."""
    return bool(_NAMES_ANOTHER.search(source))


def without_brackets(text: str) -> str:
    """Give `text` without what stands in brackets."""
    shown = []
    depth = 0
    for sign in text:
        depth += sign == "("
        if not depth:
            shown.append(sign)
        depth -= sign == ")" and depth > 0
    return "".join(shown)


def _pieces(source: str) -> Iterator[tuple[int, str]]:
    """What stands between the commas that are in no brackets, and where."""
    depth = start = 0
    for at, sign in enumerate(f"{source},"):
        depth += (sign == "(") - (sign == ")" and depth > 0)
        if (sign == "," and depth == 0) or at == len(source):
            piece = source[start:at]
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
            start = at + 1


def _goes_on(before: Element, text: str) -> bool:
    """Whether a piece belongs to the element before it: more labels, or more months of a Supplement."""
    if before.kind is _RECORD:
        return bool(_MORE_MONTHS.fullmatch(text))
    return before.kind is not None and before.kind is not _SESSION and bool(_MORE_LABELS.fullmatch(text))


def _element(start: int, text: str, source: str) -> Element:
    kind = next((kind for kind, shape in _SHAPES if shape.fullmatch(text)), None)
    is_year_of_records = kind is not _SESSION or not text[0].isdigit() or source.startswith(_RECORDS) or start == 0
    return Element(start, text, kind if is_year_of_records else None)
