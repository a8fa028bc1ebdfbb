"""The words and signs of a text, each with its place, so that a phrase that is found can be quoted."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

import msgspec

from generator.linking.instruments import fold

# What stands in brackets or between quotation marks names something else and is passed over; an underline is dirt.
_MAY_BE_PASSED_OVER = re.compile('[(“"_]')
_PASSED_OVER = re.compile(r"\([^()]{0,300}\)|“[^“”]{0,300}”|\"[^\"]{0,300}\"|_")
# States’ · co-operate · and/or · UN-Women · "," · "…"
_TOKEN = re.compile(r"[^\W_]+(?:[’'/-][^\W_]+)*[’']?|[^\s\w]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or a sign of punctuation: as printed, folded, and where it begins."""

    text: str
    low: str
    at: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign."""
        return self.text[0].isalnum()


_AT = attrgetter("at")


def shaded(text: str) -> str:
    """Give a text of the same length, with blanks for what stands in brackets or is quoted."""
    if not _MAY_BE_PASSED_OVER.search(text):
        return text
    return _PASSED_OVER.sub(lambda found: " " * len(found.group()), text)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Give the words and signs of a text in their order."""
    folded = fold(text)
    spans = map(re.Match.span, _TOKEN.finditer(text))
    return tuple([Token(text[start:end], folded[start:end], start) for start, end in spans])


def between(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    """Give the tokens that stand between two places of the text."""
    return tuple(tokens[_rank(tokens, start) : _rank(tokens, end)])


def last_before(tokens: Sequence[Token], end: int, limit: int) -> tuple[Token, ...]:
    """Give the last tokens before a place of the text, at most `limit`."""
    rank = _rank(tokens, end)
    return tuple(tokens[max(0, rank - limit) : rank])


def _rank(tokens: Sequence[Token], place: int) -> int:
    return bisect_left(tokens, place, key=_AT)
