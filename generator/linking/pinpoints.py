"""The place within a document: "annex II", "article 6, paragraph 2", before its name or after it."""

import re

_OPTIONAL_LABEL = r"(?:[Aa]nnex(?:es)?|[Aa]ppendix)"
_WORD = (
    r"(?:(?:preambular |operative )?(?:[Pp]aragraphs?|[Pp]aras?\.)|[Aa]rticles?|[Aa]rts?\.|[Ss]ections?|[Ss]ects?\."
    r"|[Cc]hapters?|[Cc]haps?\.|[Pp]arts?|[Rr]esolution|[Dd]ecision|[Rr]ules?|[Gg]oals?|[Tt]argets?)"
)
# 18 · 18 (b) (ii) · 5 bis · II · II.A · A
_LABEL = r"(?:\d+(?: ?bis| ?ter)?|[IVXLC]+|[A-Z])(?:\.[A-Z0-9]{1,4}){0,3}(?: ?\([a-z0-9]{1,4}\)){0,4}(?![\w/])"
_BETWEEN = r"(?:, and |, | and | to |–|-)"
# Bounded, so that a text made of nothing else takes no longer than another.
_LABELS = rf"{_LABEL}(?:{_BETWEEN}{_LABEL}){{0,20}}"
_PIN = rf"(?:{_OPTIONAL_LABEL}(?: {_LABELS})?|{_WORD} {_LABELS})(?!\w)"
_PINS = rf"{_PIN}(?:, {_PIN}){{0,5}}"

# “resolution 55/25” *, annex II* · “A/C.3/55/3” *, annex* · “(A/64/53” *), chap. III, sect. A*; not “, annexed to”.
_AFTER = re.compile(rf",? (?P<pin>{_PINS})")
_AFTER_BRACKET = re.compile(rf"\), (?P<pin>{_PINS})")
# *paragraphs 25 and 27 of the* “Vienna Declaration” · *the annex to* “resolution 55/25” · *article 6, paragraph 2, of*
_BEFORE = re.compile(rf"\b(?P<pin>{_PINS}),? (?:of|to|in) (?:the |its |that |this )?")
# *paragraph 3* above · *paragraphs 3 and 4* below
NEARBY = re.compile(rf"\b(?P<pin>{_PINS}) (?:above|below)\b")


def after(text: str, at: int) -> tuple[int, str] | None:
    """Give the place named directly after an offset, and where its words end."""
    place = _AFTER.match(text, at)
    return (place.end(), place["pin"]) if place else None


def after_bracket(text: str, at: int) -> str | None:
    """Give the place named after the bracket that closes at an offset: "(A/64/53), chap. III"."""
    place = _AFTER_BRACKET.match(text, at)
    return place["pin"] if place else None


def before(text: str) -> dict[int, tuple[int, str]]:
    """Give the places that a text names before their document: by the offset where its name begins, their own."""
    return {place.end(): (place.start(), place["pin"]) for place in _BEFORE.finditer(text)}
