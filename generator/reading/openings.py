"""The opening words of a paragraph: "Taking note also", "Also calls upon", "Expresses its deep concern".

The United Nations Editorial Manual sets them in italics, without the "of" or "on" that follows. A preambular paragraph
opens with a participle or an adjective, an operative one with a verb in the third person; adverbs stand after the
verb in the preamble ("Recognizing also") and before it in the operative part ("Also urges"). For a verb that is not
in our lists the form of the word decides, and the answer says that it did.
"""

import re
from functools import lru_cache
from typing import NamedTuple


class Opening(NamedTuple):
    """The opening words as printed, and whether the verb is in our lists or was judged by its form."""

    words: str
    known: bool


_PARTICIPLES = """
Accepting Acknowledging Acting Adhering Adopting Affirming Agreeing Anticipating Appealing Applauding Appreciating
Approving Asserting Attaching Avowing Bearing Believing Calling Cautioning Celebrating Characterizing Citing Commemorating
Commending Concluding Concurring Condemning Confirming Congratulating Considering Consulting Continuing Convening
Declaring Decrying Demanding Denouncing Deploring Desiring Determining Drawing Emphasising Emphasizing Encouraging
Endorsing Ensuring Envisaging Examining Expecting Expressing Finding Following Fulfilling Giving Hailing Having
Highlighting Honouring Hoping Insisting Instructing Inviting Keeping Lamenting Looking Maintaining Meeting Noting Observing
Offering Paying Pledging Pointing Praising Proclaiming Proposing Pursuing Reacting Reaffirming Realising Realizing
Reasserting Recalling Recognising Recognizing Recommending Recommitting Recording Re-emphasizing Referring
Regretting Reinforcing Reiterating Rejecting Remaining Remembering Reminding Renewing Repeating Requesting Resolving
Respecting Responding Restating Reviewing Saluting Seeking Seeing Sharing Stating Stressing Striving Supporting Taking Thanking
Trusting Underlining Underscoring Understanding Upholding Urging Valuing Viewing Voicing Welcoming Wishing
"""
_STATES_OF_MIND = """
Alarmed Alert Anguished Anxious Appalled Appreciative Attentive Aware Cognizant Committed Concerned Confident Conscious
Conscious Convinced Deeming Determined Disappointed Dismayed Distressed Disturbed Eager Encouraged Engaged Grateful
Gratified Guided Horrified Indignant Inspired Interested Mindful Moved Noting Outraged Perturbed Persuaded Pleased
Preoccupied Prompted Reassured Resolved Saddened Satisfied Seized Sensitive Shocked Troubled Worried
"""
_VERBS = """
Accepts Acknowledges Acquiesces Addresses Adopts Advises Affirms Agrees Allocates Allows Amends Appeals Applauds Appoints
Appreciates Appropriates Approves Asks Assures Authorises Authorizes Believes Calls Cautions Celebrates Commemorates
Commends Commits Concludes Concurs Condemns Confirms Congratulates Considers Continues Convenes Decides Declares Deems
Defines Delegates Demands Denounces Deplores Designates Desires Determines Directs Draws Elects Emphasises Emphasizes
Empowers Encourages Endorses Enjoins Entrusts Envisages Establishes Exhorts Expects Expresses Extends Finds Fixes
Gives Grants Hails Highlights Holds Hopes Identifies Includes Insists Instructs Intends Invites Lauds Launches Leaves Lifts Looks
Makes Mandates Modifies Notes Notifies Observes Offers Opens Orders Pays Permits Places Pledges Postpones Praises
Proclaims Prohibits Promises Proposes Protests Provides Reaffirms Realizes Reasserts Recalls Recognises Recognizes
Recommends Recommits Reconfirms Records Refers Regards Registers Regrets Reiterates Rejects Remains Reminds
Renews Repeals Repeats Reproves Requests Requires Rescinds Reserves Resolves Restates Reviews Salutes Sanctions Sends Sets
Shares Stands States Strengthens Stresses Submits Suggests Supports Suspends Takes Terminates Thanks Transfers Transmits
Trusts Underlines Underscores Undertakes Upholds Urges Views Voices Vows Warns Welcomes Wishes
"""

_ADVERB = r"(?:[A-Z][a-z]+ly|Also|Further|Again|Once again|Once more|Equally|Moreover|Hereby|Very|Being)"
_LATER = (
    r"(?:(?:,? ?once again,?|,? ?once more,?|,? ?in particular,?|also|further|again|equally|furthermore|moreover"
    r"|especially|strongly|deeply|fully|particularly)(?![\w-]))"
)
_FEELING = (
    r"(?:alarm|anguish|anxiety|appreciation|approval|astonishment|belief|concern|concerns|condolences|condemnation|confidence|"
    r"congratulations|conviction|deep regret|desire|determination|disappointment|dismay|displeasure|faith|fear|"
    r"gratification|gratitude|grief|hope|horror|indignation|interest|intention|opinion|opposition|outrage|pleasure|"
    r"pride|readiness|regret|resolve|respect|sadness|satisfaction|shock|solidarity|sorrow|support|sympathy|thanks|"
    r"trust|wish|willingness|worry)"
)
_ADJECTIVE = (
    r"(?:its|their|the|a|particular|great|deep|deepest|grave|gravest|serious|profound|sincere|sincerest|warm|warmest|"
    r"strong|strongest|utmost|full|fullest|keen|special|continued|continuing|firm|growing|high|increasing|heartfelt|much|"
    r"extreme|complete|renewed|total|unwavering|unanimous|very|also|once again|again|further|and|,)"
)
_WITH_FEELING = rf"with (?:{_ADJECTIVE} )*{_FEELING}(?:(?: and|,)(?: {_ADJECTIVE})* {_FEELING})*"
_COMPLEMENT = (
    rf"(?:note(?: also| further)?|into account|into consideration|cognizance|action|in mind|upon|attention|the attention"
    rf"|for|forward|tribute|seized|aware|mindful|convinced|concerned|committed|determined|importance|due account|account|effect"
    rf"|{_WITH_FEELING}|(?:{_ADJECTIVE} )+{_FEELING}|{_FEELING})(?![\w-])"
)
# Verbs that say little alone, so that what follows belongs to the opening words.
_LIGHT = (
    r"(?:Taking|Takes|Bearing|Keeping|Calling|Calls|Expressing|Expresses|Drawing|Draws|Looking|Looks|Paying|Pays|Having|"
    r"Remaining|Remains|Viewing|Views|Being|Guided|Giving|Gives|Noting|Notes|Recalling|Recalls|Welcoming|Welcomes|"
    r"Recognizing|Recognizes|Observing|Observes|Acknowledging|Acknowledges|Attaching|Attaches|"
    r"Renewing|Renews|Voicing|Voices|Learning|Receiving|Recording|Records|Considering|Sharing|Places|Regretting)"
)
_LIGHT_LOWER = _LIGHT.lower()
_HAVING = (
    r"Having(?: also| further| carefully| thoroughly| again)*"
    r" (?:considered|examined|heard|received|reviewed|adopted|noted|decided|learned|studied|been informed|met|taken note|"
    r"taken into account|discussed|regard|in mind|approved|concluded|determined|established|agreed|recognized|appointed|"
    r"borne in mind|called upon|carefully examined|resolved|taken into consideration|made|found|given|transmitted|[a-z]+ed)"
)


def _words(listed: str) -> str:
    return "|".join(sorted(set(listed.split()), key=len, reverse=True))


def _opening_pattern(verbs: str, unknown: str) -> re.Pattern[str]:
    lowered = "|".join(word.lower() for word in verbs.split("|"))
    verb = rf"(?:(?P<known>(?:{_ADVERB} ){{0,2}}(?:{verbs}|(?<=[a-z] )(?:{lowered})))|(?P<form>(?:{_ADVERB} )?{unknown}))(?![\w-])"
    return re.compile(rf"{verb}(?: {_LATER})?")


# Must match: "Whereas", "Taking note also", "Profoundly alarmed", "Having considered"; must not: "The", "We recognize".
_PREAMBULAR = _opening_pattern(
    _words(_PARTICIPLES) + "|" + _words(_STATES_OF_MIND) + "|Whereas|In view",
    r"(?!United|During|According|Including|Regarding|Concerning|Notwithstanding|Following|Pending|Being |King)[A-Z][a-z]{2,}(?:ing|ed)",
)
# Must match: "Also calls upon", "Solemnly declares", "Takes note with appreciation"; must not: "Members", "States parties".
_OPERATIVE = _opening_pattern(
    _words(_VERBS),
    r"(?!Its|This|His|Has|Was|Is|Does|As|Thus|Members|Nations|Parties|Peoples|Annexes|Articles|Paragraphs|Governments|Resolutions|Women|Rights)[A-Z][a-z]+s",
)
_TAIL_OF_LIGHT = re.compile(rf"(?: {_COMPLEMENT})?(?: {_LATER})?(?: {_WITH_FEELING})?")
_IS_LIGHT = re.compile(rf"(?:^|\b)(?:{_LIGHT}|{_LIGHT_LOWER})(?: {_LATER})?$")
_HAVING_DONE = re.compile(_HAVING + r"(?![\w-])")
# "States" and "Views" are nouns more often than verbs: they open a paragraph only as "States that", "Views with".
_NOUN_AS_VERB = re.compile(
    r"(?:States|Views|Notes|Hopes|Orders|Records|Places|Offers|Thanks|Wishes|Sets|Leaves|Shares|Stands)\b(?! (?:that|with|the|its|to|also|further|once|forward|on|upon|his))"
)


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


def _opening(found: re.Match[str] | None, text: str) -> Opening | None:
    if not found:
        return None
    end = found.end()
    if _IS_LIGHT.search(text[:end]):
        more = _TAIL_OF_LIGHT.match(text, end)
        end = more.end() if more else end
    return Opening(text[:end].rstrip(" ,"), known=found.group("known") is not None)
