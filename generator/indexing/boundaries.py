"""Where those who are asked end and what they are asked begins: "to implement", "shall", the verb of a clause."""

from collections.abc import Sequence

from generator.indexing.addressees import Addressees
from generator.indexing.pieces import may_follow
from generator.indexing.tokens import Token

CLAUSE_ENDS = {";", ":", "."}
MODALS = {"shall", "should", "must"}
_JOINS = {",", "and", "or", "and/or", "as", "including"}
# "to" before one of these is no infinitive: "parties to the conflict", "parties to human rights treaties".
_NO_VERB_WORDS = """
a all an any armed both climate core date each either every existing her him his human international it its one other
our regional relevant same such that the their them themselves these this those what which whom whose women
"""
_NO_VERBS = frozenset(_NO_VERB_WORDS.split())
_NO_VERB_ENDS = ("s", "ing", "ional", "ental")
_VERBS_ALL_THE_SAME = {"bias", "bring", "canvas", "focus"}
# "to" after one of these goes on with a clause about those who are asked: "in a position to", "which have yet to".
_STILL_ABOUT_THEM = {"position", "able", "willing", "wishing", "continue", "yet", "failed", "ready", "seeking", "have"}
_PASSIVES = {"be", "been", "being"}
# What somebody shall do that asks nothing of them: "shall consist of ten members", "shall have these functions".
_STATES = {"apply", "begin", "cease", "come", "comprise", "consist", "end", "enter", "expire", "have", "last", "remain"}
_NEAR = 8  # tokens between a subject and its verb


def infinitive(tokens: Sequence[Token]) -> int | None:
    """Where the first "to implement" or "not to recognize" stands."""
    for place, token in enumerate(tokens[:-1]):
        before = tokens[place - 1].low if place else ""
        if token.low == "to" and before not in _STILL_ABOUT_THEM and _is_verb(tokens[place + 1]):
            return place - 1 if before == "not" else place
    return None


def end_of_subject(tokens: Sequence[Token], addressees: Addressees) -> int | None:
    """Where the verb of a clause stands: at "shall", or at a word behind somebody's name that cannot go on with it."""
    ends = {place + len(mention.tokens) for place, mention in addressees.mentions(tokens)}
    for place, token in enumerate(tokens):
        if token.low in MODALS:
            return place
        if place in ends and not (token.low in _JOINS or (may_follow(token) and not token.low.endswith("ly"))):
            return place
    return None


def is_passive(tokens: Sequence[Token]) -> bool:
    """Whether a verb says that something is done to its subject: "be invited", "shall henceforth be known"."""
    for place, token in enumerate(tokens[:_NEAR]):
        if not token.is_word or (place and tokens[place - 1].low == "to"):
            return False
        if token.low in _PASSIVES:
            return True
    return False


def is_no_task(tokens: Sequence[Token]) -> bool:
    """Whether what "shall" begins asks nothing of its subject: "shall be composed of", "shall expire"."""
    verb = next((token.low for token in tokens[1:] if token.low != "not" and not token.low.endswith("ly")), "")
    return verb in _STATES or is_passive(tokens)


def _is_verb(token: Token) -> bool:
    """Whether a word after "to" is a verb: no plural, gerund, adjective or name, and none of a few other words."""
    if token.low in _VERBS_ALL_THE_SAME or token.low.endswith("ss"):
        return True
    is_other = token.is_capital or token.low in _NO_VERBS or token.low.endswith(_NO_VERB_ENDS)
    return token.is_word and not is_other
