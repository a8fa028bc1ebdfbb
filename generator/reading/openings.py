"""The opening words of a paragraph: "Taking note also", "Also calls upon", "Expresses its deep concern".

The United Nations Editorial Manual sets them in italics, without the "of" or "on" that follows. A preambular paragraph
opens with a participle or an adjective, an operative one with a verb in the third person; adverbs stand after the
verb in the preamble ("Recognizing also") and before it in the operative part ("Also urges"). For a verb that is not
in our lists the form of the word decides, and the answer says that it did.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class Opening(NamedTuple):
    """The opening words as printed, and whether the verb is in our lists or was judged by its form."""

    words: str
    known: bool


_PARTICIPLES = """
Accepting Acknowledging Acting Adhering Adopting Affirming Agreeing Anticipating Appealing Applauding
Appreciating Approving Asserting Attaching Avowing Bearing Believing Calling Cautioning Celebrating
Characterizing Citing Commemorating Commending Concluding Concurring Condemning Confirming Congratulating
Considering Consulting Continuing Convening Declaring Decrying Demanding Denouncing Deploring Desiring
Determining Drawing Emphasising Emphasizing Encouraging Endorsing Ensuring Envisaging Examining Expecting
Expressing Finding Following Fulfilling Giving Hailing Having Highlighting Honouring Hoping Insisting
Instructing Inviting Keeping Lamenting Looking Maintaining Meeting Noting Observing Offering Paying Pledging
Pointing Praising Proclaiming Proposing Pursuing Re-emphasizing Reacting Reaffirming Realising Realizing
Reasserting Recalling Recognising Recognizing Recommending Recommitting Recording Referring Regretting
Reinforcing Reiterating Rejecting Remaining Remembering Reminding Renewing Repeating Requesting Resolving
Respecting Responding Restating Reviewing Saluting Seeing Seeking Sharing Stating Stressing Striving
Supporting Taking Thanking Trusting Underlining Underscoring Understanding Upholding Urging Valuing Viewing
Voicing Welcoming Wishing
"""
_STATES_OF_MIND = """
Alarmed Alert Anguished Anxious Appalled Appreciative Attentive Aware Cognizant Committed Concerned Confident
Conscious Convinced Deeming Determined Disappointed Dismayed Distressed Disturbed Eager Encouraged Engaged
Grateful Gratified Guided Horrified Indignant Inspired Interested Mindful Moved Noting Outraged Persuaded
Perturbed Pleased Preoccupied Prompted Reassured Resolved Saddened Satisfied Seized Sensitive Shocked Troubled
Worried
"""
_VERBS = """
Accepts Acknowledges Acquiesces Addresses Adopts Advises Affirms Agrees Allocates Allows Amends Appeals
Applauds Appoints Appreciates Appropriates Approves Asks Assures Authorises Authorizes Believes Calls Cautions
Celebrates Commemorates Commends Commits Concludes Concurs Condemns Confirms Congratulates Considers Continues
Convenes Decides Declares Deems Defines Delegates Demands Denounces Deplores Designates Desires Determines
Directs Draws Elects Emphasises Emphasizes Empowers Encourages Endorses Enjoins Entrusts Envisages Establishes
Exhorts Expects Expresses Extends Finds Fixes Gives Grants Hails Highlights Holds Hopes Identifies Includes
Insists Instructs Intends Invites Lauds Launches Leaves Lifts Looks Makes Mandates Modifies Notes Notifies
Observes Offers Opens Orders Pays Permits Places Pledges Postpones Praises Proclaims Prohibits Promises
Proposes Protests Provides Reaffirms Realizes Reasserts Recalls Recognises Recognizes Recommends Recommits
Reconfirms Records Refers Regards Registers Regrets Reiterates Rejects Remains Reminds Renews Repeals Repeats
Reproves Requests Requires Rescinds Reserves Resolves Restates Reviews Salutes Sanctions Sends Sets Shares
Stands States Strengthens Stresses Submits Suggests Supports Suspends Takes Terminates Thanks Transfers
Transmits Trusts Underlines Underscores Undertakes Upholds Urges Views Voices Vows Warns Welcomes Wishes
"""

_ALSO_NOUNS = frozenset({"Finding", "Meeting", "Offering", "Understanding"})
"""Participles that stand inside a title as well: "the High-level Meeting"."""

_ADVERB = r"(?:[A-Z][a-z]+ly|Also|Further|Again|Once again|Once more|Equally|Moreover|Hereby|Very|Being)"
_LATER = (
    r"(?:(?:,? ?once again,?|,? ?once more,?|,? ?in particular,?|also|further|again|equally|furthermore|moreover"
    r"|especially|strongly|deeply|fully|particularly)(?![\w-]))"
)
_FEELING_WORDS = """
alarm anguish anxiety appreciation approval astonishment belief concern concerns condemnation condolences confidence
congratulations conviction desire determination disappointment dismay displeasure faith fear gratification gratitude
grief hope horror indignation intention interest opinion opposition outrage pleasure pride readiness regret resolve
respect sadness satisfaction shock solidarity sorrow support sympathy thanks trust willingness wish worry
"""
_ADJECTIVE_WORDS = """
its their the a particular great deep deepest grave gravest serious profound sincere sincerest warm warmest strong
strongest utmost full fullest keen special continued continuing firm growing high increasing heartfelt much extreme
complete renewed total unwavering unanimous very also again further and ,
"""
_COMPLEMENT_WORDS = (
    "into account", "into consideration", "cognizance", "action", "in mind", "upon", "attention", "the attention",
    "for", "forward", "tribute", "seized", "aware", "mindful", "convinced", "concerned", "committed", "determined",
    "importance", "due account", "account", "effect",
)  # fmt: skip


def _either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(sorted(set(words), key=len, reverse=True)) + ")"


_FEELING = _either([*_FEELING_WORDS.split(), "deep regret"])
_ADJECTIVE = _either([*_ADJECTIVE_WORDS.split(), "once again"])
_WITH_FEELING = rf"with (?:{_ADJECTIVE} )*{_FEELING}(?:(?: and|,)(?: {_ADJECTIVE})* {_FEELING})*"
_COMPLEMENT = (
    rf"(?:note(?: also| further)?|{_either(_COMPLEMENT_WORDS)}|{_WITH_FEELING}"
    rf"|(?:{_ADJECTIVE} )+{_FEELING}|{_FEELING})(?![\w-])"
)
# Verbs that say little alone, so that what follows belongs to the opening words.
_LIGHT_VERBS = """
Acknowledges Acknowledging Attaches Attaching Bearing Being Calling Calls Considering Drawing Draws Expresses Expressing
Gives Giving Guided Having Keeping Learning Looking Looks Notes Noting Observes Observing Paying Pays Places Recalling
Recalls Receiving Recognizes Recognizing Recording Records Regretting Remaining Remains Renewing Renews Sharing Takes
Taking Viewing Views Voices Voicing Welcomes Welcoming
"""
_LIGHT = _either([form for word in _LIGHT_VERBS.split() for form in (word, word.lower())])
_DONE_WORDS = (
    "been informed", "taken note", "taken into account", "regard", "in mind", "borne in mind", "called upon", "heard",
    "carefully examined", "taken into consideration", "made", "found", "given", "met", "learned", "[a-z]+ed",
)  # fmt: skip
_HAVING = rf"Having(?: (?:also|further|carefully|thoroughly|again))* {_either(_DONE_WORDS)}"

_NO_PARTICIPLE = (
    "(?!United|During|According|Including|Regarding|Concerning|Notwithstanding|Following|Pending|Being |King)"
)
_NO_VERB = (
    "(?!Its|This|His|Has|Was|Is|Does|As|Thus|Members|Nations|Parties|Peoples|Annexes|Articles|Paragraphs|Governments"
    "|Resolutions|Women|Rights)"
)


def _opening_pattern(verbs: list[str], unknown: str) -> re.Pattern[str]:
    """Opening words with a verb of ours (group "known") or with a word of the right form (group "form")."""
    known = rf"(?:{_ADVERB} ){{0,2}}(?:{_either(verbs)}|(?<=[a-z] ){_either(verb.lower() for verb in verbs)})"
    verb = rf"(?:(?P<known>{known})|(?P<form>(?:{_ADVERB} )?{unknown}))(?![\w-])"
    return re.compile(rf"{verb}(?: {_LATER})?")


# Must match: "Whereas", "Taking note also", "Profoundly alarmed"; must not: "The", "We recognize".
_PREAMBULAR = _opening_pattern(
    [*_PARTICIPLES.split(), *_STATES_OF_MIND.split(), "Whereas", "In view"],
    rf"{_NO_PARTICIPLE}[A-Z][a-z]{{2,}}(?:ing|ed)",
)
# Must match: "Also calls upon", "Solemnly declares", "Takes note with appreciation"; must not: "Members".
_OPERATIVE = _opening_pattern(_VERBS.split(), rf"{_NO_VERB}[A-Z][a-z]+s")
_TAIL_OF_LIGHT = re.compile(rf"(?: {_COMPLEMENT})?(?: {_LATER})?(?: {_WITH_FEELING})?")
# Calls *on*, Calls once again *on*; not “Places on record”
_TAIL_OF_CALL = re.compile(rf"(?: (?:on(?![\w-])|{_COMPLEMENT}))?(?: {_LATER})?")
_IS_CALL = re.compile(r"\b[Cc]all(?:s|ing)\b")
_IS_LIGHT = re.compile(rf"(?:^|\b){_LIGHT}(?: {_LATER})?$")
_HAVING_DONE = re.compile(_HAVING + r"(?![\w-])")
# Nouns more often than verbs: they open a paragraph only as "States that", "Views with".
_NOUN = r"(?:States|Views|Hopes|Orders|Records|Places|Offers|Thanks|Wishes|Sets|Leaves|Shares|Stands)"
# "Notes Security Council resolution …" notes it; "Notes by the Secretariat", "Notes: …" and "Notes" alone are some.
_NOTES = (
    r"Notes(?! in (?:this|that|particular)\b)"
    r"(?= (?:by|from|of|for|in|or|and|prepared|submitted|issued|contained|circulated|verbales?)\b| ?[^\w\s]|\s*$)"
)
_NOUN_AS_VERB = re.compile(rf"{_NOUN}\b(?! (?:that|with|the|its|to|also|further|once|forward|on|upon|his))|{_NOTES}")


@lru_cache(maxsize=4096)
def preambular_opening(text: str) -> Opening | None:
    """The opening words of `text` as a preambular paragraph, or None where it does not open as one."""
    if having := _HAVING_DONE.match(text):
        return Opening(having.group(), known=True)
    return _opening(_PREAMBULAR.match(text), text)


@lru_cache(maxsize=4096)
def operative_opening(text: str) -> Opening | None:
    """The opening words of `text` as an operative paragraph, or None where it does not open as one."""
    if _NOUN_AS_VERB.match(text):
        return None
    return _opening(_OPERATIVE.match(text), text)


def opens_beyond_doubt(text: str) -> bool:
    """Whether `text` opens with preambular words that we know and that stand in no title: "Noting", not "Meeting"."""
    return opens_preambular(text) and text.split(" ", maxsplit=1)[0] not in _ALSO_NOUNS


def bracketed_preambular(text: str) -> Opening | None:
    """The opening words of a preambular paragraph that is not agreed, "[Reaffirming …;]", where we know its verb."""
    opening = preambular_opening(text[1:]) if text.startswith("[") else None
    return opening if opening and opening.known else None


def opens_preambular(text: str) -> bool:
    """Whether `text` opens with preambular words that we know."""
    opening = preambular_opening(text)
    return opening is not None and opening.known


def opens_operative(text: str) -> bool:
    """Whether `text` opens with an operative verb that we know."""
    opening = operative_opening(text)
    return opening is not None and opening.known


def _opening(found: re.Match[str] | None, text: str) -> Opening | None:
    if not found:
        return None
    end = found.end()
    if _IS_LIGHT.search(text[:end]):
        more = (_TAIL_OF_CALL if _IS_CALL.search(text[:end]) else _TAIL_OF_LIGHT).match(text, end)
        end = more.end() if more else end
    return Opening(text[:end].rstrip(" ,"), known=found.group("known") is not None)


class Parts(NamedTuple):
    """Opening words taken apart: "Also takes note with appreciation" is "Also", "Takes", "note with appreciation"."""

    adverbs: str
    verb: str
    complement: str

    @property
    def family(self) -> str:
        """The verb and what it cannot do without: "Takes note", "Calls upon", "Expresses concern", "Recalling"."""
        bare = re.sub(rf" ?{_WITH_FEELING}", "", self.complement)
        words = re.sub(rf"(?<![\w-]){_ADJECTIVE}(?![\w-])", "", bare).split()
        return " ".join([self.verb, *words])


@lru_cache(maxsize=4096)
def parts(opening: str) -> Parts:
    """Take opening words as `preambular_opening` and `operative_opening` give them, take them apart."""
    before = re.match(rf"(?i:(?:{_ADVERB} )*)", opening)
    adverbs, rest = (before[0], opening[before.end() :]) if before else ("", opening)
    verb, _, complement = rest.partition(" ")
    later = re.match(rf"(?:{_LATER} ?)*", complement)
    more, kept = (later[0], complement[later.end() :]) if later else ("", complement)
    trailing = re.search(rf"(?: {_LATER})*$", kept)
    if trailing:
        more, kept = f"{more} {trailing[0]}", kept[: trailing.start()]
    words = " ".join(f"{adverbs} {more}".split())
    return Parts(words, verb[:1].upper() + verb[1:], kept.strip(" ,"))
