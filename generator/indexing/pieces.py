"""A string of noun phrases cut where its members are joined, each piece with the name that stands in it.

"Governments, relevant United Nations bodies and regional and non-governmental organizations" is four pieces, and the
third, "regional", shares the noun of the fourth. A name of the authority file is never cut: "the United Nations
Educational, Scientific and Cultural Organization" is one.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from generator.indexing.addressees import Addressees, Mention
from generator.indexing.tokens import Token


class Joint(Enum):
    """What stands before a piece: nothing, a comma, "and", a fresh start (", and", "as well as"), "including"."""

    NONE = auto()
    COMMA = auto()
    AND = auto()
    FRESH = auto()
    INCLUDING = auto()


class Piece(NamedTuple):
    """What stands between two joints; the first name in it, and how many tokens stand before that."""

    joint: Joint
    tokens: tuple[Token, ...]
    mention: Mention | None
    before: int

    @property
    def after(self) -> tuple[Token, ...]:
        """What stands behind the name; everything where there is none."""
        return self.tokens[self.before + len(self.mention.tokens) :] if self.mention else self.tokens

    @property
    def is_headed(self) -> bool:
        """Whether the name is the noun of the piece: no preposition before it, and no other noun after it."""
        if self.mention is None:
            return False
        before = self.tokens[: self.before]
        if any(token.low in PREPOSITIONS or token.low in RELATIVES or not token.is_word for token in before):
            return False
        return not self.after or may_follow(self.after[0])


_PREPOSITION_WORDS = """
about above across after against among amongst around as at before below between beyond by concerning despite during
for from in inside into near of on outside over pending per regarding since through throughout to towards under until
upon via with within without
"""
PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
RELATIVES = {"that", "which", "who", "whom", "whose", "where", "when", "whether", "while", "if", "should", "wherever"}
_AFTER_A_NAME_WORDS = "again alike also concerned each forthwith involved not once party themselves thereupon worldwide"
_AFTER_A_NAME = frozenset(_AFTER_A_NAME_WORDS.split())
_PARTICIPLES_BEFORE_A_NOUN = {"working", "existing", "participating", "remaining"}
_JOINTS: tuple[tuple[tuple[str, ...], Joint], ...] = (
    (("as", "well", "as"), Joint.FRESH), (("together", "with"), Joint.FRESH), (("along", "with"), Joint.FRESH),
    (("jointly", "with"), Joint.FRESH), (("in", "particular"), Joint.INCLUDING), (("such", "as"), Joint.INCLUDING),
    (("including",), Joint.INCLUDING), (("especially",), Joint.INCLUDING), (("particularly",), Joint.INCLUDING),
    (("notably",), Joint.INCLUDING), (("namely",), Joint.INCLUDING), (("and", "to"), Joint.FRESH),
    (("and", "upon"), Joint.FRESH), (("and/or",), Joint.AND), (("and",), Joint.AND),
    (("or",), Joint.AND), (("but",), Joint.FRESH), ((",", "to"), Joint.COMMA),
    ((",",), Joint.COMMA),
)  # fmt: skip
_JOINTS_BY_FIRST_WORD = {
    first: tuple((words, joint) for words, joint in _JOINTS if words[0] == first)
    for first in {words[0] for words, _ in _JOINTS}
}
_FILLERS = {"either", "also", "inter", "alia", "respectively", "further", "again", "once"}
_SHARED_NAME = 3  # words before the noun: "national human rights institutions"


def pieces(tokens: Sequence[Token], addressees: Addressees) -> tuple[Piece, ...]:
    """Cut a string of noun phrases, and give adjectives the noun that they share."""
    return _with_shared_nouns(tuple(_cut(tokens, addressees)), addressees)


def _cut(tokens: Sequence[Token], addressees: Addressees) -> Iterator[Piece]:
    """Cut at the joints; a name of the authority file is never cut: "Educational, Scientific and Cultural"."""
    joint = Joint.NONE
    held: list[Token] = []
    mention: Mention | None = None
    before = place = 0
    while place <= len(tokens):
        width, next_joint = _joint_at(tokens, place) if place < len(tokens) else (1, Joint.NONE)
        if width:
            if held:
                yield Piece(joint, tuple(held), mention, before)
                joint = next_joint
            else:
                joint = _both(joint, next_joint)
            held, mention = [], None
            place += width
        elif found := addressees.at(tokens, place):
            if mention is None:
                mention, before = found, len(held)
            held += found.tokens
            place += len(found.tokens)
        else:
            if held or tokens[place].low not in _FILLERS:
                held.append(tokens[place])
            place += 1


def _joint_at(tokens: Sequence[Token], place: int) -> tuple[int, Joint]:
    """How many tokens join at `place`, and as what: "including through" joins nothing."""
    for words, joint in _JOINTS_BY_FIRST_WORD.get(tokens[place].low, ()):
        after = place + len(words)
        if tuple(token.low for token in tokens[place:after]) == words:
            follows = tokens[after].low if after < len(tokens) else ""
            if joint is Joint.INCLUDING and (follows in PREPOSITIONS or follows == "," or is_participle(follows)):
                return 0, Joint.NONE
            return len(words), joint
    return 0, Joint.NONE


def _both(first: Joint, second: Joint) -> Joint:
    """What two joints in a row come to: ", and" starts afresh, ", including" includes."""
    if first is Joint.NONE:
        return second
    return Joint.INCLUDING if Joint.INCLUDING in {first, second} else Joint.FRESH


def _with_shared_nouns(pieces: tuple[Piece, ...], addressees: Addressees) -> tuple[Piece, ...]:
    """Give adjectives the noun they share: "regional and non-governmental organizations" are two kinds of them."""
    given: list[Piece] = []
    noun: Token | None = None
    joint_of_next = Joint.NONE
    for piece in reversed(pieces):
        done = piece
        if piece.mention is None and noun and joint_of_next in {Joint.AND, Joint.COMMA}:
            done = _with_noun(piece, noun, addressees)
        if done is piece:
            noun = _noun(piece)
        given.append(done)
        joint_of_next = piece.joint
    return tuple(reversed(given))


def _with_noun(piece: Piece, noun: Token, addressees: Addressees) -> Piece:
    """Give the piece with the name that its last words make with the noun, if they make one."""
    words = (*piece.tokens, noun)
    for place in range(max(0, len(piece.tokens) - _SHARED_NAME), len(piece.tokens)):
        mention = addressees.at(words, place)
        if mention and place + len(mention.tokens) == len(words):
            return piece._replace(tokens=words, mention=mention, before=place)
    return piece


def _noun(piece: Piece) -> Token | None:
    """The noun at the end of what is named at the head of a piece."""
    if piece.mention is None or not piece.is_headed:
        return None
    return noun_of(piece.mention.tokens)


def noun_of(words: Sequence[Token]) -> Token:
    """Give the noun of a name: its last word before a preposition."""
    return (head(words) or words)[-1]


def may_follow(token: Token) -> bool:
    """Whether a word can stand behind the noun of somebody named: "States in", "parties concerned", "bodies that"."""
    low = token.low
    return (
        not token.is_word
        or low in PREPOSITIONS
        or low in RELATIVES
        or low in _AFTER_A_NAME
        or is_participle(low)
        or low.endswith(("ly", "ed"))
    )


def is_participle(word: str) -> bool:
    """Whether a word is a present participle, which opens a remark or a clause."""
    return word.endswith("ing") and word not in _PARTICIPLES_BEFORE_A_NOUN


def head(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Give the words of a noun phrase before its first preposition, relative or participle."""
    for place, token in enumerate(tokens):
        if token.low in PREPOSITIONS or token.low in RELATIVES or (place and is_participle(token.low)):
            return tuple(tokens[:place])
    return tuple(tokens)
