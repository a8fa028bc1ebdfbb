"""Whom "them", "it", "him" and "the Office" mean: somebody whom the paragraph named before."""

from collections.abc import Sequence

from generator.indexing.addressees import Addressees
from generator.indexing.boundaries import CLAUSE_ENDS, end_of_subject, infinitive
from generator.indexing.noun_phrases import Named, named_in
from generator.indexing.tokens import Token

GROUP = 100  # tokens within which those who are named together stand
_ONE = {"it", "him", "her"}
_MANY = {"them", "they", "those"}
_PERSON_WORDS = """
adviser chair chairman chairperson commissioner coordinator director envoy expert mediator president rapporteur
representative secretary-general
"""
_PERSONS = frozenset(_PERSON_WORDS.split())


def begins_with_pronoun(tokens: Sequence[Token]) -> bool:
    """Whether a string begins with a pronoun: "them", "it", "those that", but not "those States"."""
    if not tokens or tokens[0].low not in _ONE | _MANY:
        return False
    return tokens[0].low != "those" or (len(tokens) > 1 and tokens[1].low in {"that", "which"})


def antecedent(
    pronoun: Token, last: Sequence[Named], before: Sequence[Token], addressees: Addressees
) -> tuple[Named, ...]:
    """Give whom a pronoun stands for: those whom the clause before asked, or the first group named that it suits."""
    meant = last if _suits(pronoun.low, last) else _first_group(pronoun.low, before, addressees)
    return tuple(one._replace(start=pronoun.at, end=pronoun.end) for one in meant)


def named_before(name: Sequence[Token], before: Sequence[Token], addressees: Addressees) -> str | None:
    """Give the last one named by a name that has the last word of "the Office"; None where nobody is."""
    if len(name) < 2 or name[0].low != "the" or not name[-1].is_capital:
        return None
    meant = None
    for _, mention in addressees.mentions(before):
        if name[-1].low in {token.low for token in mention.tokens}:
            meant = mention.id
    return meant


def _suits(pronoun: str, group: Sequence[Named]) -> bool:
    """Whether a pronoun can stand for a group: "them" for many, "him" for a person, "it" for a body."""
    if not group:
        return False
    is_many = len(group) > 1 or group[0].is_many
    if is_many or pronoun not in _ONE:
        return is_many and pronoun not in _ONE
    return (pronoun == "it") != (group[0].noun in _PERSONS)


def _first_group(pronoun: str, before: Sequence[Token], addressees: Addressees) -> Sequence[Named]:
    read = 0
    for place, mention in addressees.mentions(before):
        if before[place].at >= read:
            group = _group_at(place, before, addressees)
            if _suits(pronoun, group):
                return group
            read = max([mention.tokens[-1].end, *(one.end for one in group)])
    return ()


def _group_at(place: int, tokens: Sequence[Token], addressees: Addressees) -> Sequence[Named]:
    """Give those who are named together from `place` on."""
    after = tokens[place : place + GROUP]
    stop = next((rank for rank, token in enumerate(after) if token.low in CLAUSE_ENDS), len(after))
    ends = (infinitive(after[:stop]), end_of_subject(after[:stop], addressees))
    end = min((one for one in ends if one is not None), default=stop)
    return [one for one in named_in(after[:end], addressees) if one.id]
