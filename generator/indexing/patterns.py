"""The language in which an editor says which words mean a theme: phrases, compiled to safe regular expressions.

    victims              the word, in any case
    prosecut*            a word with any ending
    (a | b c)            one of several
    [public]             there or not
    …                    up to eight other words of the same sentence; three dots mean the same
    non-governmental     a hyphen, a dash, a space or nothing stands there; an apostrophe is read in the same way

Commas, brackets, quotation marks, hyphens and line breaks between two words do not matter; a full stop, a colon or a
semicolon does: nothing is found across it. No repeat in an expression is without bound but those that never give
anything back, so that a search is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.linking.instruments import fold

_GAP_WORDS = 8
_MOST_GAPS = 3
_MOST_BRACKETS = 8
_LONGEST = 300

# "self-regulat*", "women's", "…", "(", "|": commas and spaces part words.
_TOKEN = re.compile(r"[\s,]*(?:(?P<word>\w+(?:[-']\w+)*\*?)|(?P<gap>…|\.\.\.)|(?P<sign>[()\[\]|])|(?P<wrong>\S))")
_BETWEEN = r"[^\w.;:]*+"
_GAP = rf"(?:{_BETWEEN}\w++){{0,{_GAP_WORDS}}}?"
_CLOSING = {"(": ")", "[": "]"}


class PatternError(ValueError):
    """A pattern that means nothing; the message says why."""


class Pattern(msgspec.Struct, frozen=True):
    """A pattern as it was written, and what it is compiled to.

    Every match begins with a word that is one of `beginnings`, or begins so where a star stands behind it. In the same
    way it has a word of each of `needs`.
    """

    written: str
    expression: re.Pattern[str]
    beginnings: tuple[str, ...]
    needs: tuple[frozenset[str], ...]

    def find(self, folded: str, places: Iterable[int]) -> tuple[int, int] | None:
        """Where the first match in a folded text stands: its first character, and the one after its last.

        `places` are those where a match may begin, from left to right; `Beginnings` tells them.
        """
        return next(self.find_all(folded, places), None)

    def find_all(self, folded: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Where every match stands, from left to right, none within another."""
        end = 0
        for place in places:
            if place >= end and (found := self.expression.match(folded, place)):
                end = found.end()
                yield place, end


class _Piece(msgspec.Struct, frozen=True):
    """A part of an expression: what its first word can begin with, and whether it can be there without a word.

    Of each of `needs` one word has to be there; a piece that can be empty needs none.
    """

    expression: str
    beginnings: tuple[str, ...] = ()
    needs: tuple[frozenset[str], ...] = ()
    can_be_empty: bool = True
    is_gap: bool = False


def compiled(written: str) -> Pattern:
    """Compile a pattern. PatternError where it means nothing or could mean too much."""
    tokens = _tokens(written)
    _refuse_too_much(written, tokens)
    piece, rest = _alternatives(tokens)
    if rest:
        raise PatternError(f"“{rest[0]}” closes nothing that is open")
    if piece.can_be_empty:
        raise PatternError("every word of it is optional")
    return Pattern(written, re.compile(rf"(?<!\w)(?=\w){piece.expression}"), piece.beginnings, piece.needs)


def _tokens(written: str) -> tuple[str, ...]:
    found = []
    for token in _TOKEN.finditer(fold(written).rstrip()):
        if token["wrong"]:
            raise PatternError(f"“{token['wrong']}” has no meaning here")
        found.append("…" if token["gap"] else token.group(token.lastgroup or 0))
    return tuple(found)


def _refuse_too_much(written: str, tokens: Sequence[str]) -> None:
    """Raise where a search could take long: what the text has is multiplied by what the pattern leaves open."""
    if len(written) > _LONGEST:
        raise PatternError(f"it is longer than {_LONGEST} characters: make two of it")
    if tokens.count("…") > _MOST_GAPS:
        raise PatternError(f"it has more than {_MOST_GAPS} gaps")
    if sum(token in _CLOSING for token in tokens) > _MOST_BRACKETS:
        raise PatternError(f"it has more than {_MOST_BRACKETS} pairs of brackets: make two of it")


def _alternatives(tokens: Sequence[str]) -> tuple[_Piece, Sequence[str]]:
    """Read phrases parted by strokes up to a closing bracket or the end; give them as one piece, and what follows."""
    phrase, tokens = _phrase(tokens)
    phrases = [phrase]
    while tokens and tokens[0] == "|":
        phrase, tokens = _phrase(tokens[1:])
        phrases.append(phrase)
    if len(phrases) == 1:
        return phrase, tokens
    whole = _Piece(
        expression=f"(?:{'|'.join(one.expression for one in phrases)})",
        beginnings=tuple(word for one in phrases for word in one.beginnings),
        needs=_any_of(phrases),
        can_be_empty=any(one.can_be_empty for one in phrases),
    )
    return whole, tokens


def _any_of(phrases: Sequence[_Piece]) -> tuple[frozenset[str], ...]:
    """What is needed where one of several phrases stands: a word of one of them, if each needs any."""
    if any(phrase.can_be_empty for phrase in phrases):
        return ()
    return (frozenset().union(*(phrase.needs[-1] for phrase in phrases)),)


def _phrase(tokens: Sequence[str]) -> tuple[_Piece, Sequence[str]]:
    """Read words and brackets in a row."""
    pieces: list[_Piece] = []
    while tokens and tokens[0] not in {"|", ")", "]"}:
        piece, tokens = _part(tokens)
        pieces.append(piece)
    if not pieces:
        raise PatternError("a word is missing")
    edges = (pieces[0], pieces[-1])
    if any(piece.is_gap for piece in edges) or any(one.is_gap and next_.is_gap for one, next_ in pairwise(pieces)):
        raise PatternError("a gap stands between two words")
    first = next((rank for rank, piece in enumerate(pieces) if not piece.can_be_empty), len(pieces))
    whole = _Piece(
        expression="".join(piece.expression for piece in pieces),
        beginnings=tuple(word for piece in pieces[: first + 1] for word in piece.beginnings),
        needs=tuple(need for piece in pieces for need in piece.needs),
        can_be_empty=all(piece.can_be_empty for piece in pieces),
    )
    return whole, tokens


def _part(tokens: Sequence[str]) -> tuple[_Piece, Sequence[str]]:
    """Read one word, one gap or one pair of brackets."""
    token, rest = tokens[0], tokens[1:]
    if token == "…":
        return _Piece(_GAP, is_gap=True), rest
    if token not in _CLOSING:
        return _word(token), rest
    inside, rest = _alternatives(rest)
    if not rest or rest[0] != _CLOSING[token]:
        raise PatternError(f"“{token}” is not closed")
    if token == "[":
        inside = _Piece(f"(?:{inside.expression})?", inside.beginnings)
    return inside, rest[1:]


def _word(token: str) -> _Piece:
    parts = re.split(r"[-']", token.rstrip("*"))
    ending = r"\w*+" if token.endswith("*") else r"(?!\w)"
    whole = _BETWEEN.join(map(re.escape, parts))
    beginning = parts[0] if token == parts[0] else f"{parts[0]}*"
    expression = rf"{_BETWEEN}(?<!\w){whole}{ending}"
    return _Piece(expression, (beginning,), (frozenset((beginning,)),), can_be_empty=False)
