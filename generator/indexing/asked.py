"""Who is asked in a paragraph, and which words say so: in its own words, in its tail and in its items."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.indexing.addressees import Addressees
from generator.indexing.asking import Asking, askings
from generator.indexing.boundaries import CLAUSE_ENDS
from generator.indexing.clauses import Clause, addressed
from generator.indexing.noun_phrases import Named
from generator.indexing.tokens import Token, between, last_before, shaded, tokens_of
from generator.linking import read_words
from generator.model import Ground, Index, Paragraph

OPENING = "opening"
SECOND_VERB = "second verb"
_BEFORE = 400  # tokens before a verb among which "them" and "the Office" are looked for


class Asked(NamedTuple):
    """Who is asked: each id once, those of the opening first; its ground; and the phrases that no entry has."""

    ids: tuple[str, ...]
    grounds: tuple[Ground, ...]
    unknown: tuple[str, ...]


def asked(paragraph: Paragraph, addressees: Addressees) -> Asked:
    """Take a paragraph and the authority file; give whom it asks. Nothing else is needed: no other paragraph."""
    grounds: dict[str, Ground] = {}
    unknown: list[str] = []
    for ground in _in_paragraph(paragraph, addressees, (), None):
        if ground.id:
            grounds.setdefault(ground.id, ground)
        else:
            unknown.append(ground.text or "")
    ordered = sorted(grounds.values(), key=lambda ground: ground.rule != OPENING)
    return Asked(tuple(ground.id for ground in ordered), tuple(ordered), tuple(dict.fromkeys(unknown)))


def _in_paragraph(
    paragraph: Paragraph, addressees: Addressees, context: tuple[Token, ...], begun: Asking | None
) -> Iterator[Ground]:
    """Give a ground for everybody asked in a paragraph and its items, with no id where no entry has the words.

    `context` is what the chapeaux above said, and `begun` the verb that the last of them ends with: "Requests:".
    """
    words = read_words(paragraph)
    last: list[Named] = []
    for clause in _clauses(paragraph, context, begun):
        named = list(addressed(clause, last, addressees))
        rule = OPENING if clause.asking.opens else f"{SECOND_VERB}: {clause.asking.verb}"
        for one in named:
            yield Ground(Index.ADDRESSEE, one.id or "", rule, paragraph.anchor, one.start, words[one.start : one.end])
        last = [one for one in named if one.id] or last
    if not paragraph.children:
        return
    said = (*context, *tokens_of(shaded(paragraph.text)))[-_BEFORE:]
    for child in paragraph.children:
        yield from _in_paragraph(child, addressees, said, _left_open(paragraph) or begun)


def _clauses(paragraph: Paragraph, context: tuple[Token, ...], begun: Asking | None) -> Iterator[Clause]:
    """Part the words of a paragraph into what stands after each verb that asks."""
    words = read_words(paragraph)
    found = list(askings(words))
    if context:  # an item opens nothing but what its chapeau began
        found = [one._replace(opens=False) for one in found]
    if begun:
        found.insert(0, begun._replace(at=0, end=0))
    if not found:  # as in most paragraphs: no need to part their words
        return
    tokens = tokens_of(shaded(words))
    for rank, asking in enumerate(found):
        end = found[rank + 1].at if rank + 1 < len(found) else len(words)
        after = between(tokens, asking.end, end)
        stop = next((place for place, token in enumerate(after) if token.low in CLAUSE_ENDS), len(after))
        reaches_items = bool(paragraph.children) and end > len(paragraph.text)
        is_cut = after[stop].low == ":" if stop < len(after) else end < len(words) or reaches_items
        yield Clause(asking, after[:stop], (*context, *last_before(tokens, asking.at, _BEFORE)), is_cut)


def _left_open(paragraph: Paragraph) -> Asking | None:
    """Give the verb after which a chapeau stops: "Requests:", "Decides that:"."""
    last = next(reversed(askings(paragraph.text)), None)
    return last if last and not paragraph.text[last.end :].strip(" :,–—") else None
