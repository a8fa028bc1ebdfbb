"""Indexing: what each paragraph is about, and the words that say so."""

from collections.abc import Iterable, Mapping

import msgspec

from generator.indexing.assigning import first_of_each_rule, grounds_in, in_order
from generator.indexing.overriding import overridden
from generator.indexing.themes import Themes
from generator.linking import read_words
from generator.model import Annex, Index, Override, Paragraph, Resolution

Overrides = Mapping[str, Override]


def index(resolution: Resolution, overrides: Iterable[Override], themes: Themes) -> Resolution:
    """Take a text, what an editor says of its index, and the authority file; give it with the themes of everything.

    A paragraph stands under the themes of its own words, of its tail's and of its items', an item under those of its
    own. An editor's word wins. Nothing else is needed: no other text.
    """
    said = {override.anchor: override for override in overrides if override.index is Index.THEME}
    return msgspec.structs.replace(
        resolution,
        preamble=_paragraphs(resolution.preamble, said, themes),
        operative=_paragraphs(resolution.operative, said, themes),
        annexes=tuple(_annex(annex, said, themes) for annex in resolution.annexes),
    )


def _annex(annex: Annex, said: Overrides, themes: Themes) -> Annex:
    return msgspec.structs.replace(annex, paragraphs=_paragraphs(annex.paragraphs, said, themes))


def _paragraphs(paragraphs: Iterable[Paragraph], said: Overrides, themes: Themes) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(paragraph, said, themes) for paragraph in paragraphs)


def _paragraph(paragraph: Paragraph, said: Overrides, themes: Themes) -> Paragraph:
    items = _paragraphs(paragraph.children, said, themes)
    of_items = (ground for item in items for ground in item.grounds if ground.index is Index.THEME)
    own = grounds_in(read_words(paragraph), paragraph.anchor, themes)
    found = overridden(first_of_each_rule((*own, *of_items)), said.get(paragraph.anchor), themes)
    grounds = in_order(found, themes)
    others = (ground for ground in paragraph.grounds if ground.index is not Index.THEME)
    return msgspec.structs.replace(
        paragraph,
        children=items,
        themes=tuple(dict.fromkeys(ground.id for ground in grounds)),
        grounds=(*grounds, *others),
    )
