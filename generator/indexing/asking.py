"""The verbs with which a resolution asks for something, and where they stand in a paragraph.

This is the one table of them. "Urges", "Calls upon", "Requests" stand before those who are asked; "Demands that",
"Decides that … shall" before a clause of which they are the subject; "Calls for" before what is to be done, with those
who are to do it behind a "by". A first verb opens the paragraph; a second one follows an "and", a comma or a full
stop in it: "… and in this regard encourages". In a declaration the verbs stand in the first person: "We call upon".
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from generator.indexing.tokens import shaded


class Form(StrEnum):
    """What follows the verb: those who are asked, a clause about them, or what is asked for."""

    WHOM = "whom"
    THAT = "that"
    THAT_SHALL = "that … shall"
    WHAT = "what"


class Asking(NamedTuple):
    """A verb that asks: without adverbs, where it begins and where what follows it does, its form, whether it opens."""

    verb: str
    at: int
    end: int
    form: Form
    opens: bool


# Base forms, before a noun phrase: "Requests the Secretary-General to".
_ASKING_WORDS = """
ask authorise authorize beseech charge demand direct empower encourage enjoin entreat entrust exhort expect implore
instruct invite mandate recommend request require task urge
"""
ASKING = tuple(_ASKING_WORDS.split())
# Before "that" and a clause in which somebody is to do something.
ASKING_THAT = ("ask", "demand", "direct", "insist", "propose", "recommend", "request", "require", "suggest", "urge")
# Before "that" and a clause with "shall": an organ that decides so asks.
ORDERING_THAT = ("decide", "determine", "resolve")
# What an organ may make, renew or repeat instead: "Reiterates its call upon".
_MAKING = (
    "address",
    "direct",
    "extend",
    "issue",
    "launch",
    "make",
    "reaffirm",
    "reiterate",
    "renew",
    "repeat",
    "restate",
)
_REQUESTS = "(?:appeal|call|demand|encouragement|invitation|plea|recommendation|request)s?"

_ADVERB = r"(?:[a-z]+ly|also|further|again|once again|once more|equally|therefore|hereby|moreover|thus)"
# Calls once again on · Calls, in particular, upon · Requests in this regard
_LATER_WORDS = rf",?\s+(?:{_ADVERB}|in (?:this|that) [a-z]+|in particular|especially|furthermore),?"
_LATER = rf"(?:{_LATER_WORDS})?"
_ASIDE = (
    r"(?:(?:in (?:this|that|the same|particular)(?: [a-z]+)?|to (?:this|that|the same) end|for (?:this|that) [a-z]+"
    r"|accordingly|consequently),?\s+)?"
)
# Nouns of the same spelling: "requests for assistance", "demands of".
_NO_NOUN = r"(?!\s*(?:for|of|from|made|received|by|and|or|to|in|on|contained|is|are|was|were)\b)"
_BEFORE_THAT = r"(?:,[^,;:.]{0,120},)?\s+that\b"
# The Commission on Human Rights requests · We also call upon · Once again urges
_OPENS = rf"(?:The (?:[A-Z]\w+ (?:(?:and|on|of|the|for) )?){{1,8}}|We,? )?(?i:(?:{_ADVERB}\s+){{0,2}}{_ASIDE})"
# ", requests" · " and in this regard strongly encourages" · ". In this connection, it invites"
_FOLLOWS = rf"(?i:(?:(?<=[,;.:])\s+|\band,?\s+|\bbut\s+)(?:and,?\s+)?{_ASIDE}(?:(?:we|it)\s+)?(?:{_ADVERB}\s+){{0,2}})"
# Where `_FOLLOWS` may begin: white space after a stop, "and", "but". The first sign is named, so that it is soon found.
_MAY_BEGIN = re.compile(r"(?i:[\sab](?:(?<=[,;.:]\s)|(?<=\ba)nd|(?<=\bb)ut))")
_SAID_BETWEEN = re.compile(rf",[^,]*,|{_LATER_WORDS}(?=\s|$)")
_REMEMBERED = 100  # paragraphs: whom one asks, what it does and how it stops are told one after the other
# *Acting under Article 41 of the Charter,* decides · *Bearing in mind the report,* requests
_PARTICIPLE_BEFORE = re.compile(r"\W*[A-Z][a-z]+(?:ing|ed)\b[^;:.]*,\s+")
_FIRST_PERSON = re.compile(r"\bWe\b")


@lru_cache(_REMEMBERED)
def askings(text: str) -> tuple[Asking, ...]:
    """Give every verb of a paragraph that asks, in the order of the text."""
    return tuple(_askings(shaded(text)))


def _askings(words: str) -> Iterator[Asking]:
    for rank, found in enumerate(_found(_pattern(first_person=_FIRST_PERSON.search(words) is not None), words)):
        form = next(form for form in Form if found.group(form.name) is not None)
        verb = " ".join(_SAID_BETWEEN.sub("", found.group("verb")).split())
        opens = found.group("opens") is not None
        if rank == 0 and not opens:
            opens = _PARTICIPLE_BEFORE.fullmatch(words, 0, found.start("verb")) is not None
        yield Asking(verb[0].lower() + verb[1:], found.start("verb"), found.end(), form, opens)


def _found(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """Every match, none within another. They are looked for only where one may begin: few places of a text are such."""
    end = 0
    for place in (0, *(found.start() for found in _MAY_BEGIN.finditer(words))):
        if place >= end and (found := pattern.match(words, place)):
            yield found
            end = found.end()


def third_person(base: str) -> str:
    """Give the form of a verb that stands after "The Assembly": "urge" is "urges", "beseech" is "beseeches"."""
    return base + ("es" if base.endswith(("ch", "ss")) else "s")


@cache
def _pattern(*, first_person: bool) -> re.Pattern[str]:
    """Match the verbs in one person or the other, each form of them as a group of its name.

    Must match: "Also calls upon", "and in this regard encourages", "Demands that", "We call for"; must not:
    "requested the Secretary-General", "in response to requests for assistance".
    """

    def verbs(*bases: str) -> str:
        return _either(base if first_person else third_person(base) for base in bases)

    a_request = rf"{verbs(*_MAKING)}{_LATER}\s+(?:its|an|a|the|our)\s+(?:[a-z]+\s+){{0,3}}?{_REQUESTS}"
    upon = rf"{verbs('call')}{_LATER}\s+(?:upon|on)(?:\s+on)?|{a_request}\s+(?:upon|on)"
    to = rf"(?:{verbs('appeal', 'recommend')}{_LATER}|{a_request})\s+to"
    decides_to = rf"{verbs('decide', 'resolve')}{_LATER}\s+to\s+{_either([*ASKING, 'call upon'])}"
    asks = rf"{verbs(*ASKING)}{_LATER}{_NO_NOUN}"
    a_request_that = rf"{a_request}(?!\s+(?:upon|on|to)\b)(?:\s+[^,;:]{{0,80}})?"
    forms = {
        Form.THAT_SHALL: rf"{verbs(*ORDERING_THAT)}{_LATER}{_BEFORE_THAT}",
        Form.THAT: rf"(?:{verbs(*ASKING_THAT)}{_LATER}|{a_request_that}){_BEFORE_THAT}",
        Form.WHAT: rf"(?:{verbs('call', 'appeal')}{_LATER}|{a_request})\s+for\b",
        Form.WHOM: rf"(?:{upon}|{to}|{decides_to}|{asks})\b",
    }
    verb = "|".join(rf"(?P<{form.name}>{pattern})" for form, pattern in forms.items())
    return re.compile(rf"(?:(?P<opens>^\W*{_OPENS})|{_FOLLOWS})(?P<verb>(?i:{verb}))")


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(words) + ")"
