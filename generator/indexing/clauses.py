"""Whom the clause after a verb that asks is addressed to.

After "Urges" stand those who are asked, up to the "to" of what they are to do; after "Demands that" they are the
subject, up to its verb; after "Calls for" they stand behind a "by", or in "the efforts of".
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.indexing.addressees import Addressees
from generator.indexing.antecedents import GROUP, antecedent, begins_with_pronoun, named_before
from generator.indexing.asking import Asking, Form
from generator.indexing.boundaries import MODALS, end_of_subject, infinitive, is_no_task, is_passive
from generator.indexing.noun_phrases import BODIES, Named, named_in
from generator.indexing.pieces import PREPOSITIONS, head
from generator.indexing.tokens import Token, between

# In these somebody takes part: "Encourages the continued efforts of", "further contributions from".
_EFFORT_WORDS = """
activities assistance collaboration commitment contribution contributions cooperation co-operation coordination dialogue
effort efforts engagement initiative initiatives involvement participation steps support work
"""
_EFFORTS = frozenset(_EFFORT_WORDS.split())
_OF_WHOM = {"of", "by", "from", "among", "between"}
_AND_OTHERS = {",", "and", "or", "as", "together"}
# "prepared by", "undertaken by", "held by", "carried out by": no agent of what is asked for.
_DONE_ENDS = ("ed", "en", "wn")
_DONE = {"built", "done", "forward", "held", "led", "made", "out", "paid", "run", "sent", "set", "up"}
_DRAFTS = {"resolution", "resolutions", "decision", "decisions", "draft", "text"}
_GAP = 10  # tokens between "and" and "to": "and States parties to implement"


class Clause(NamedTuple):
    """What stands after a verb that asks and what before it; whether a second verb or the items cut it short."""

    asking: Asking
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    is_cut: bool


def addressed(clause: Clause, last: Sequence[Named], addressees: Addressees) -> Iterator[Named]:
    """Give those to whom a clause is addressed; `last` are those whom the clause before it asked."""
    if begins_with_pronoun(clause.tokens):
        pronoun, *others = clause.tokens
        yield from antecedent(pronoun, last, clause.before, addressees)
        if not others or others[0].low not in _AND_OTHERS:
            return
        clause = clause._replace(tokens=tuple(others))
    for one in _by_form(clause, addressees):
        name = between(clause.tokens, one.start, one.end)
        yield one if one.id else one._replace(id=named_before(name, clause.before, addressees))


def _by_form(clause: Clause, addressees: Addressees) -> Iterator[Named]:
    """Look where the form of the verb says that those who are asked stand."""
    tokens, form = clause.tokens, clause.asking.form
    if form in {Form.THAT, Form.THAT_SHALL}:
        for part in _that_clauses(tokens):
            yield from (one for one in _subject(part, clause, addressees) if one.id or one.noun in BODIES)
            if form is Form.THAT:
                yield from _doers(part, addressees)
        return
    end = infinitive(tokens)
    if end is not None and form is Form.WHOM:
        named = named_in(_in_efforts(tokens[:end]) or tokens[:end], addressees)
        yield from (one for one in named if one.noun not in _EFFORTS)
        yield from _in_a_gap(tokens[end:], addressees)
        return
    if end is not None or clause.is_cut:
        yield from _known(_named_next(_in_efforts(tokens[:end]) or tokens[:end], addressees))
    elif clause.asking.verb.endswith(" to"):  # "Recommends to the Assembly the adoption"
        yield from _known(named_in(tokens[: end_of_subject(tokens, addressees)], addressees))
    else:
        yield from _known(named_in(_in_efforts(tokens), addressees))
    yield from _agents(tokens, addressees)
    if clause.asking.verb == "recommends":
        yield from _receivers(clause, addressees)


def _known(named: Iterable[Named]) -> Iterator[Named]:
    """Leave out what no entry has, where it may be the thing that is asked for."""
    return (one for one in named if one.id)


def _in_efforts(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give what follows "the continued efforts of", which are asked of whom they are; nothing where there are none."""
    words = head(tokens)
    after = tokens[len(words) :]
    return after[1:] if words and words[-1].low in _EFFORTS and after and after[0].low in _OF_WHOM else ()


def _agents(tokens: Sequence[Token], addressees: Addressees) -> Iterator[Named]:
    """Give those who are to do what is asked for: "its implementation, …, by the United Nations"."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1].low if place else ""
        if token.low == "by" and not _is_done(before):
            found = _named_next(tokens[place + 1 : place + GROUP], addressees)
            if found:
                yield from _known(found)
                return


def _doers(tokens: Sequence[Token], addressees: Addressees) -> Iterator[Named]:
    """Give those by whom something is to be done: "that aid be delivered without delay by all actors"."""
    done = next((place for place in range(1, len(tokens)) if _is_done_by_them(tokens, place)), len(tokens))
    for place in range(done + 1, len(tokens)):
        if tokens[place].low == "by" and (place == done + 1 or not _is_done(tokens[place - 1].low)):
            found = _named_next(tokens[place + 1 : place + GROUP], addressees)
            if found:
                yield from _known(found)
                return


def _is_done_by_them(tokens: Sequence[Token], place: int) -> bool:
    """Whether a participle behind "be" stands at a place: "be fully *delivered*"."""
    before = [token.low for token in tokens[:place] if not token.low.endswith("ly")]
    return before[-1:] == ["be"] and _is_done(tokens[place].low)


def _is_done(word: str) -> bool:
    """Whether a word is a past participle: "prepared", "taken", not "need"."""
    return word in _DONE or (word.endswith(_DONE_ENDS) and not word.endswith("eed"))


def _receivers(clause: Clause, addressees: Addressees) -> Iterator[Named]:
    """Give those to whom a text is recommended: "the following draft decision to the Economic and Social Council"."""
    tokens = clause.tokens
    place = next((place for place, token in enumerate(tokens) if token.low in PREPOSITIONS), 0)
    if place and tokens[place].low == "to" and tokens[place - 1].low in _DRAFTS:
        yield from _known(_named_next(tokens[place + 1 : place + GROUP], addressees))


def _in_a_gap(tokens: Sequence[Token], addressees: Addressees) -> Iterator[Named]:
    """Give those of whom more is asked without a new verb: "to consider ratifying and States to implement"."""
    for place, token in enumerate(tokens):
        if token.low == "and" and place > 1:
            after = tokens[place + 1 : place + _GAP]
            end = infinitive(after)
            if end and _may_end_a_task(tokens, place, addressees):
                found = _named_next(after[:end], addressees)
                yield from found if all(one.id for one in found) else ()


def _may_end_a_task(tokens: Sequence[Token], place: int, addressees: Addressees) -> bool:
    """Whether what somebody is to do may end before `place`: with a participle, or with a comma that ends no name."""
    last, before = tokens[place - 2 : place]
    if before.low == ",":
        return last not in {mention.tokens[-1] for _, mention in addressees.mentions(tokens)}
    return before.low.endswith("ing")


def _named_next(tokens: Sequence[Token], addressees: Addressees) -> list[Named]:
    """Give those whom a string names, if the first of them that an entry has stands at once."""
    found = list(named_in(tokens, addressees))
    return found if found and found[0].id and found[0].start == tokens[0].at else []


def _that_clauses(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Give the clauses of "that …, and that …"."""
    start = 0
    for place, token in enumerate(tokens):
        if token.low == "that" and place and tokens[place - 1].low == "and":
            yield tokens[start:place]
            start = place + 1
    yield tokens[start:]


def _subject(tokens: Sequence[Token], clause: Clause, addressees: Addressees) -> Iterator[Named]:
    """Give those who are the subject of a clause, unless something is to be done to them."""
    end = end_of_subject(tokens, addressees)
    if end is None:
        yield from _subject_before_a_remark(tokens, clause, addressees)
    elif tokens[end].low in MODALS:
        nobody = is_no_task if clause.asking.form is Form.THAT_SHALL else is_passive
        yield from () if nobody(tokens[end:]) else named_in(tokens[:end], addressees)
    elif clause.asking.form is Form.THAT and not is_passive(tokens[end:]):
        yield from named_in(tokens[:end], addressees)


def _subject_before_a_remark(tokens: Sequence[Token], clause: Clause, addressees: Addressees) -> Iterator[Named]:
    """Give the subject whose verb stands behind a remark or in the items: "that States, with …, strengthen"."""
    commas = [place for place, token in enumerate(tokens[:-1]) if token.low == ","]
    verbs = (*tokens[: commas[0] if commas else 0], *(tokens[place + 1] for place in commas))
    is_done_to_them = any(token.low == "be" for token in verbs)
    if clause.is_cut or (commas and clause.asking.form is Form.THAT and not is_done_to_them):
        yield from named_in(tokens[: commas[0]] if commas else tokens, addressees)
