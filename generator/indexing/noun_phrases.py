"""Whom a string of noun phrases names: "Governments, United Nations bodies and non-governmental organizations".

Each piece of the string is one of three: a noun phrase of its own; a remark between commas ("within existing
resources", "in cooperation with civil society"); or a further part of what was said before it ("of countries of
origin, transit and destination", "that deal with conflict, post-conflict …"). Only the first kind is addressed, and of
it only the noun that heads it: in "Governments of Member States" the Governments.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from generator.indexing.addressees import Addressees, Mention
from generator.indexing.pieces import (
    PREPOSITIONS,
    RELATIVES,
    Joint,
    Piece,
    head,
    is_participle,
    noun_of,
    pieces,
)
from generator.indexing.tokens import Token

_OPEN_NOUN_WORDS = """
actors administrator agencies agency bodies body board chair chairman chairperson director director-general entities
entity funds head heads institutions mechanisms offices organization organizations organs parts partners president
programmes secretariat
"""
_BODY_WORDS = """
agencies agency assembly authorities authority board bodies body bureau centre chair chairman chairperson commission
commissioner committee committees council countries country court director director-general entities envoy executive
government governments group mechanism mission monitor office ombudsperson organization organizations panel
parties party president rapporteur rapporteurs representative representatives secretariat secretary secretary-general
state states team tribunal
"""
BODIES = frozenset(_BODY_WORDS.split())
"""Nouns of those who can do something: "all States", "the Committee"; not "the measures", "the item", "the mandate"."""
# What opens a remark, beside a preposition, a relative and a participle.
_REMARKS = {"subject", "pursuant", "consistent", "bearing", "notwithstanding", "inter", "not", "so", "more", "given"}
# With these a remark goes on to name others, who are not addressed: "in cooperation with A, B and C".
_COMPANY = {"with", "through", "by", "among", "between"}
_BETWEEN = {"between", "among", "amongst"}
_ON_A_SUBJECT = {"on", "for", "against", "with"}
_NO_PLURAL_WORDS = """
access bahamas barbados belarus business congress cyprus honduras maldives mauritius nations netherlands philippines
press process seychelles
"""
_NO_PLURALS = frozenset(_NO_PLURAL_WORDS.split())
# Nouns that name nobody until more is said: "organizations of the United Nations system", "entities that deal with".
_OPEN_NOUNS = frozenset(_OPEN_NOUN_WORDS.split())
_NO_NOUNS = {"the", "a", "an", "any"}
_PRONOUNS = {"them", "it", "him", "her", "themselves", "itself", "all", "those", "others", "they", "one", "each"}


class Named(NamedTuple):
    """Somebody addressed: the id, or None where no entry has the words; where the words are; and their noun, folded."""

    id: str | None
    start: int
    end: int
    noun: str

    @property
    def is_many(self) -> bool:
        """Whether the noun is a plural."""
        return self.noun.endswith("s") and self.noun not in _NO_PLURALS


def named_in(tokens: Sequence[Token], addressees: Addressees) -> Iterator[Named]:
    """Give those whom a string of noun phrases names, and each noun phrase of it that no entry has."""
    for piece, further in _addressed(pieces(tokens, addressees), addressees):
        words = head(piece.tokens)
        found = _meant(piece, words, further, addressees)
        start = piece.tokens[0].at
        if found:
            yield Named(found.id, start, found.tokens[-1].end, noun_of(words or found.tokens).low)
        elif _may_be_somebody(words) and piece.joint is not Joint.INCLUDING:
            yield Named(None, start, words[-1].end, words[-1].low)


def _meant(piece: Piece, words: tuple[Token, ...], further: Sequence[Piece], addressees: Addressees) -> Mention | None:
    """Give whom a noun phrase names and the words that say so: a name, or an open noun and whose it is."""
    is_open = bool(words) and words[-1].low in _OPEN_NOUNS
    if piece.mention and is_open and piece.before + len(piece.mention.tokens) < len(words):
        return Mention(piece.mention.id, words)  # "United Nations humanitarian agencies"
    if piece.is_headed and piece.mention:
        return piece.mention._replace(tokens=piece.tokens) if _is_closed_clause(piece.after) else piece.mention
    said = [*piece.tokens[len(words) :], *(token for one in further for token in one.tokens)]
    return _owner(said, addressees) if is_open else None


def _owner(said: Sequence[Token], addressees: Addressees) -> Mention | None:
    """Give whose organizations are meant: whose name stands after "of", or who deals with what they deal with."""
    if said and said[0].low in {"of", "within"}:
        start = 2 if said[1:] and said[1].low == "the" else 1
        return addressees.at(said, start) if start < len(said) else None
    identity = addressees.dealing_with(token.low for token in said)
    return Mention(identity, tuple(said)) if identity else None


def _may_be_somebody(words: Sequence[Token]) -> bool:
    """Whether words that no entry has are a noun phrase at all."""
    if not words or words[0].low in _PRONOUNS or words[-1].low in _NO_NOUNS:
        return False
    return words[-1].is_capital or words[-1].low not in _OPEN_NOUNS  # "the Agency" may be somebody named before


class _Tail(Enum):
    """What a piece may go on with: nothing, a phrase "of" or "on" something, a clause, a remark, or one that lists."""

    NONE = auto()
    PHRASE = auto()
    SUBJECT = auto()
    CLAUSE = auto()
    REMARK = auto()
    COMPANY = auto()


def _addressed(pieces: Iterable[Piece], addressees: Addressees) -> Iterator[tuple[Piece, list[Piece]]]:
    """Give each piece that is a noun phrase of its own, with the further pieces of what it says."""
    tail = _Tail.NONE
    last: tuple[Piece, list[Piece]] | None = None
    listed = False
    dangling = False
    for piece in pieces:
        names = _meant(piece, head(piece.tokens), (), addressees) is not None
        if not dangling and _goes_on(piece, tail, names=names, listed=listed):
            listed = listed or piece.joint is Joint.COMMA
            if last:
                last[1].append(piece)
            continue
        dangling, listed = False, False
        if _is_remark(piece):
            dangling = piece.joint is Joint.FRESH
            tail = _Tail.COMPANY if _COMPANY.intersection(token.low for token in piece.tokens) else _Tail.REMARK
            continue
        if last:
            yield last
        last = (piece, [])
        tail = _tail(piece)
    if last:
        yield last


def _goes_on(piece: Piece, tail: _Tail, *, names: bool, listed: bool) -> bool:
    """Whether a piece, which names somebody or not, is a further part of what stands before it."""
    if tail is _Tail.NONE:
        return False
    if _is_remark(piece):
        return piece.joint is Joint.AND
    if piece.joint is Joint.FRESH:
        return listed and (tail is _Tail.COMPANY or (tail is _Tail.CLAUSE and not names))
    if tail is _Tail.COMPANY:
        return True
    if tail is _Tail.REMARK:
        return piece.joint in {Joint.AND, Joint.INCLUDING} or not names
    if not names:
        return True
    if tail is _Tail.CLAUSE:
        return piece.joint is Joint.AND
    opens_anew = piece.tokens[0].is_capital or piece.tokens[0].low in {"the", "all"}
    return tail is _Tail.SUBJECT and piece.joint is Joint.AND and not opens_anew


def _tail(piece: Piece) -> _Tail:
    """What may go on after a noun phrase."""
    after = piece.after if piece.is_headed else piece.tokens
    if _is_closed_clause(after):
        return _Tail.NONE
    if any(token.low in _BETWEEN for token in after):
        return _Tail.COMPANY
    for token in after:
        if token.low in RELATIVES or is_participle(token.low):
            return _Tail.CLAUSE
        if token.low in _ON_A_SUBJECT:
            return _Tail.SUBJECT
        if token.low in PREPOSITIONS:
            return _Tail.PHRASE
    return _Tail.NONE


def _is_remark(piece: Piece) -> bool:
    """Whether a piece only says how, when or with whom; "participating States" are somebody for all that."""
    if piece.mention and piece.before < 2 and is_participle(piece.tokens[0].low):
        return False
    if all(token.low.endswith("ly") for token in piece.tokens):
        return True
    first = piece.tokens[0].low
    return first in PREPOSITIONS or first in RELATIVES or first in _REMARKS or is_participle(first)


def _is_closed_clause(tokens: Sequence[Token]) -> bool:
    """Whether a clause is complete: "that have not yet done so", "in a position to do so"."""
    return bool(tokens) and tokens[-1].low == "so"  # the last word of all such clauses
