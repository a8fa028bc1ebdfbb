"""Lines that belong together become one line of text.

A hyphen at a line's end is the printer's ("unauthor-/ized"), the word's ("decision-/making") or suspended
("gender-/and age-sensitive"). The text's own words decide, then a word list; where neither knows, the hyphen stays.
"""

import re
from collections.abc import Iterable

from generator.model import Correction
from generator.reading.sheet import Line, by_rule
from generator.words import is_word

_HYPHEN_AT_END = re.compile(r"([A-Za-zÀ-ɏ][\wÀ-ɏ]*)[-\u00ad\u2010\u2011]$")
_LEADS_OVER = ("-", "\u00ad", "\u2010", "\u2011", "/", "–", "—")
_FIRST_WORD = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ]*")
_KEPT = frozenset({"non", "self", "ex", "quasi", "vice", "all"})
"""Prefixes that United Nations spelling parts with a hyphen."""
_PARTICLES = frozenset({"up", "ups", "off", "offs"})
"""What no compound is closed with: "build-up", "set-ups", "cut-off"."""
_PARTED = frozenset(
    ["grass-roots", "long-standing", "anti-personnel", "e-mail", "e-mails", "health-care", "law-making", "semi-annual"]
)
"""Compounds that United Nations spelling parts and the word list does not."""
_PREFIX_BEFORE_E = frozenset({"re", "pre", "de"})
# "1999 (No." before "182)": the full stop ends no sentence.
_ABBREVIATED = re.compile(r"\b(?:Nos?|vols?|chap|sect|paras?|arts?|pp?|Suppl|Sales No)\.\s*$")
# "1989/" and "(No. 3)/" name a number; "a/" is a mark. "and/" goes on with "or".
_STROKE_APART = re.compile(r"(?:[^A-Za-zÀ-ɏ]|(?<![\w/.])[a-z])/$")
_SUSPENDED = re.compile(r"(?:and|or|to|und) ")
# "age -appropriate", "post -conflict", "Secretary -General": a space that extraction put before a hyphen.
_LOOSE_HYPHEN = re.compile(r"(?<=[A-Za-z]) -(?=[A-Za-z])")
# "SecretaryGeneral", "Under-SecretaryGeneral": a hyphen that a lost line end took with it.
_RUN_OF_SPACES = re.compile(" {2,}")
_WORD_CUT_AT_END = re.compile(r"[\w-]*-$")
_WITH_HYPHENS = re.compile(r"[a-zà-ɏ]+(?:-[a-zà-ɏ]+)*")
_LOST_HYPHEN = re.compile(r"\b(Secretary)(Generals?\b)")


def ends_abbreviated(text: str) -> bool:
    """Whether a line ends with an abbreviation that its number follows: "vol.", "(No."."""
    return _ABBREVIATED.search(text) is not None


def join(lines: Iterable[Line], vocabulary: frozenset[str]) -> tuple[str, tuple[Correction, ...]]:
    """The words of `lines` as one line, and what had to be mended to join them.

    `vocabulary` holds the text's own words in lower case, hyphenated ones included.
    """
    parts: list[str] = []
    corrections: list[Correction] = []
    for line in lines:
        words, mended = _tight_hyphens(line)
        corrections += mended
        if not words:
            continue
        if parts:
            parts[-1], correction = _led_over(parts[-1], words, line.number, vocabulary)
            if correction:
                corrections.append(correction)
        parts.append(words)
    return _RUN_OF_SPACES.sub(" ", "".join(parts)).strip(), tuple(corrections)


def _tight_hyphens(line: Line) -> tuple[str, list[Correction]]:
    text = line.text
    if " -" not in text and "SecretaryG" not in text:
        return text, []
    corrections = []
    for pattern, shown in ((_LOOSE_HYPHEN, "-"), (_LOST_HYPHEN, r"\1-\2")):
        for found in pattern.finditer(text):
            before, after = _word_around(text, found)
            why = "space before a hyphen" if shown == "-" else "lost hyphen"
            corrections.append(
                by_rule(line.number, before + found.group() + after, before + found.expand(shown) + after, why)
            )
        text = pattern.sub(shown, text)
    return text, corrections


def _word_around(text: str, found: re.Match[str]) -> tuple[str, str]:
    before = re.search(r"[\w-]*$", text[: found.start()])
    after = re.match(r"[\w-]*", text[found.end() :])
    return (before.group() if before else ""), (after.group() if after else "")


def _led_over(text: str, words: str, number: int, vocabulary: frozenset[str]) -> tuple[str, Correction | None]:
    """The end of a line as it leads over to the `words` of the next: with a space, with its hyphen, or without."""
    if text.endswith(" -") and words[:1].isalpha():
        whole = f"{_last_word(text[:-2])}-{_first_word(words)}"
        return f"{text[:-2]}-", by_rule(number, whole.replace("-", " -"), whole, "space before a hyphen")
    if not text.endswith(_LEADS_OVER):
        return f"{text} ", None
    hyphen = _HYPHEN_AT_END.search(text)
    following = _FIRST_WORD.match(words)
    if not hyphen or not following:
        spaced = text.endswith((" –", " —", " /", "-")) or _STROKE_APART.search(text) is not None
        return (text if words[:1].isalnum() and not spaced else f"{text} "), None
    if _SUSPENDED.match(words):
        return f"{text} ", None
    first, second = hyphen.group(1), following.group()
    if _printers_hyphen(first, second, vocabulary):
        return text[:-1], by_rule(number, f"{first}- {second}", first + second, "hyphen at a line's end")
    return text, None


def _printers_hyphen(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    whole, hyphenated = (first + second).lower(), f"{first}-{second}".lower()
    if hyphenated in vocabulary or second[:1].isupper() or first.lower() in _KEPT:
        return False
    if first.lower() == "co" and any(word.startswith("co-") for word in vocabulary):
        return False
    if whole in vocabulary:
        return True
    return is_word(whole) and not _keeps_hyphen(first.lower(), second.lower(), vocabulary)


def _keeps_hyphen(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    """Whether a compound that the word list closes is printed with a hyphen: "build-up", "re-entry", "grass-roots".

    "co-operate" and "co-ordinate" are of older texts: newer ones print another such word closed.
    """
    if second in _PARTICLES or f"{first}-{second}" in _PARTED:
        return True
    if first == "co" and second.startswith("o"):
        return not any(word.startswith(("coop", "coord")) for word in vocabulary)
    return first in _PREFIX_BEFORE_E and second.startswith("e") and is_word(second)


def _last_word(text: str) -> str:
    found = re.search(r"[\w-]+$", text)
    return found.group() if found else ""


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group() if found else ""


def vocabulary_of(lines: Iterable[Line]) -> frozenset[str]:
    """The words of a text in lower case, hyphenated ones whole; words cut at a line's end are left out."""
    whole = (_WORD_CUT_AT_END.sub("", line.text) if line.text.endswith("-") else line.text for line in lines)
    return frozenset(_WITH_HYPHENS.findall(_LOOSE_HYPHEN.sub("-", "\n".join(whole)).lower()))
