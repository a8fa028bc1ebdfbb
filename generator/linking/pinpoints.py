"""The place within a document: "annex II", "article 6, paragraph 2", before its name or after it."""

import re
from collections.abc import Iterable
from itertools import takewhile

_OPTIONAL_LABEL = r"(?:[Aa]nnex(?:es)?|[Aa]ppendix)"
_WORD = (
    r"(?:(?:preambular |operative )?(?:[Pp]aragraphs?|[Pp]aras?\.)|[Aa]rticles?|[Aa]rts?\.|[Ss]ections?|[Ss]ects?\."
    r"|[Cc]hapters?|[Cc]haps?\.|[Pp]arts?|[Rr]ules?|[Gg]oals?|[Tt]argets?|pp?\.)"
)
# (b) (ii) · (a) to (c)
_ITEM = r"\([a-z0-9]{1,4}\)"
_BETWEEN = r"(?:, and |, | and | to |–|-)"
_ITEMS = rf"(?: ?{_ITEM}){{0,4}}(?:{_BETWEEN}{_ITEM}){{0,6}}"
# 18 · 18 (b) (ii) · 4 (a) to (c) · 5 bis · II · II.A · A · 76 b, where the letter ends the label · one, in “part one”
_NUMERAL = r"(?:\d+(?: ?bis| ?ter| [a-h](?=,? (?:of|and|to)\b))?|[IVXLC]+|[A-Z])(?:\.[A-Z0-9]{1,4}){0,3}"
_LABEL = rf"(?:{_NUMERAL}{_ITEMS}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)(?![\w/])"
# Bounded, so that a text made of nothing else takes no longer than another.
_LABELS = rf"{_LABEL}(?:{_BETWEEN}{_LABEL}){{0,20}}"
# resolution 1, of a conference · decision 1/CP.21 · and, within a chapter: resolution 1998/19
_BY_A_CONFERENCE = r"(?:[Rr]esolution|[Dd]ecision) (?:\d{1,2}|[IVX]{1,4})(?! ?[(/]|\w)"
_ADOPTED_THERE = r"[Dd]ecision \d{1,3}/C(?:P|MP|MA)\.\d+"
_NUMBERED_THERE = r"(?:[Rr]esolution|[Dd]ecision) \d{1,4}/\d{1,3}"
# decision 42/I, as committees number theirs
_BY_A_COMMITTEE = r"[Dd]ecision \d{1,3}/[IVXLC]{1,7}(?![\w/])"
_PIN = rf"(?:{_OPTIONAL_LABEL}(?: {_LABELS})?|{_BY_A_CONFERENCE}|{_ADOPTED_THERE}|{_WORD} {_LABELS})(?!\w)"
_AND = r"(?:, | and )"
_PINS = rf"{_PIN}(?:{_AND}{_PIN}){{0,5}}"
_PLACES = re.compile(_PINS)
_WITHIN = r",? (?:of|to|in) (?:the )?"
# *paragraph 3 of section II* · *Article 41 of Chapter VII*
_CHAIN = rf"(?P<pin>{_PINS}(?:{_WITHIN}{_PINS}){{0,2}})"

# “resolution 55/25” *, annex II* · “A/C.3/55/3” *, annex* · “(A/64/53” *), chap. III, sect. A*; not “, annexed to”.
_FIRST = re.compile(rf",? (?={_PIN})")
_AFTER_TITLE = re.compile(rf", (?={_WORD} {_LABEL})")
_NEAR_BY = re.compile(r" (?:above|below|(?:of|to) the present)\b")
_BRACKET = re.compile(rf"\){{1,2}},? (?={_PIN})")
_ONE = re.compile(rf"{_PIN}|{_NUMBERED_THERE}(?![\w/])|{_BY_A_COMMITTEE}")
_MORE = re.compile(_AND)
_CHAPTER = re.compile(r"[Cc]hap|[Ss]ect")
_RECORD = r"(?:resolutions?|decisions?|documents?|paragraphs?|sections?|annex)\b"
# “resolution 2625 (XXV), annex” *, of the General Assembly*: whose the resolution is, not another document
_OF_THE_ORGAN = r"(?!, of the (?:United Nations )?(?:[A-Z]\w+ (?:and Social )?)?(?:Assembly|Council|Commission)\b)"
_OF_ANOTHER = re.compile(
    rf"{_OF_THE_ORGAN},? of (?:[A-Z]|(?:the|its|that|this)\b|{_RECORD})| (?:to|in) (?:its |the )?{_RECORD}"
)
_MOST = 6
# *paragraphs 25 and 27 of the* “Vienna Declaration” · *the annex to* “resolution 55/25” · *article 6, paragraph 2, of*
_LEADING_OVER = " (?:of|to|in) (?:the |its |that )?(?:said |aforementioned |above-mentioned )?(?:documents? )?"
_BEFORE = re.compile(rf"\b{_CHAIN},?{_LEADING_OVER}")
_LEADS_OVER = re.compile(f"{_LEADING_OVER}$")
_LONGEST_LEAD = 40  # characters: " of that above-mentioned documents "
# *paragraph 3* above · *paragraphs 3 and 4* below · *paragraph 2 of section I* above
_NEARBY = re.compile(rf"\b{_CHAIN} (?:above|below)\b")


def after(text: str, at: int) -> tuple[int, str] | None:
    """Give the place named directly after an offset, and where its words end."""
    return _following(text, _FIRST.match(text, at))


def after_bracket(text: str, at: int) -> str | None:
    """Give the place named after the bracket that closes at an offset: "(A/64/53), chap. III"."""
    place = _following(text, _BRACKET.match(text, at))
    return place[1] if place else None


def after_title(text: str, at: int) -> tuple[int, str] | None:
    """Give the place named directly after a title: ", articles 6 and 7"; not this text's own, "paragraph 3 above"."""
    place = _following(text, _AFTER_TITLE.match(text, at))
    return place if place and not _NEAR_BY.match(text, place[0]) else None


def before(text: str, names: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Give the places that a text names before their document: by the offset where its name begins, their own.

    `names` are the offsets of what the text names; where no "of the" leads over to one, there is nothing to look for.
    """
    if not any(_LEADS_OVER.search(text[max(0, at - _LONGEST_LEAD) : at]) for at in names):
        return {}
    return {place.end(): (place.start(), _from_the_wide(text, *place.span("pin"))) for place in _BEFORE.finditer(text)}


def nearby(text: str) -> list[tuple[int, int, str]]:
    """Give the places of itself that a text names, "paragraph 3 above": where they begin, where they end."""
    return [(place.start(), place.end(), _from_the_wide(text, *place.span("pin"))) for place in _NEARBY.finditer(text)]


def _following(text: str, first: re.Match[str] | None) -> tuple[int, str] | None:
    """Read one place after another; one that is said to be another document's ("paragraph 3 of …") ends the list."""
    if first is None:
        return None
    start = at = first.end()
    end = None
    for _ in range(_MOST):
        place = _ONE.match(text, at)
        if place is None or _OF_ANOTHER.match(text, place.end()):
            break
        if re.match(_NUMBERED_THERE, place[0]) and not (end and _CHAPTER.search(text, start, end)):
            break
        end = place.end()
        more = _MORE.match(text, end)
        if more is None:
            break
        at = more.end()
    return (end, text[start:end]) if end else None


def _from_the_wide(text: str, start: int, end: int) -> str:
    """Spell "paragraph 3 of section II" as places are printed after a document: "section II, paragraph 3"."""
    places = takewhile(lambda place: place.start() < end, _PLACES.finditer(text, start))
    return ", ".join(reversed([place[0] for place in places]))
