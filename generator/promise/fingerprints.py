"""A fingerprint of the words at each anchor: it tells whether they are the same words, and never makes an id.

Only letters and digits count, in one case: a repaired space, hyphen or comma changes no word. A paragraph's fingerprint
is of its own words and its tail; its items have anchors of their own.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import UNSET

from generator import walk
from generator.model import Resolution
from generator.shelf import WhenAsked

_LENGTH = 12  # hexadecimal digits: enough to tell a million texts of one anchor apart


class Words(msgspec.Struct, frozen=True):
    """What stands at an anchor: the words, and the line of the raw text on which they begin."""

    text: str
    line: int

    @property
    def fingerprint(self) -> str:
        """Tell these words from others."""
        letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", self.text).casefold()))
        return hashlib.sha256(letters.encode("utf-8")).hexdigest()[:_LENGTH]


Held = Mapping[str, Mapping[str, Words]]
"""The words of each text by anchor, by symbol."""


def words_by_anchor(resolution: Resolution) -> Mapping[str, Words]:
    """Give the words at every anchor of a text, in the order of its page."""
    return {anchor: Words(text, lines[0][0] if lines else 1) for anchor, text, lines in _words(resolution)}


def words_held(texts: Mapping[str, Resolution]) -> Held:
    """Take texts by symbol; give the words of each by anchor."""
    return WhenAsked(texts, lambda symbol: words_by_anchor(texts[symbol]), most=100)


def _words(resolution: Resolution) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
    for paragraph in walk.with_items(walk.paragraphs(resolution)):
        tail = "" if paragraph.tail is UNSET else paragraph.tail.text
        yield paragraph.anchor, f"{paragraph.text} {tail}", paragraph.lines
    for heading in resolution.headings:
        yield heading.anchor, f"{heading.label or ''} {heading.text}", heading.lines
    for annex in resolution.annexes:
        yield annex.anchor, f"{annex.label} {annex.title}", annex.lines
        for heading in annex.headings:
            yield heading.anchor, f"{heading.label or ''} {heading.text}", heading.lines
    for note in resolution.footnotes:
        yield note.anchor, note.text, note.lines
