"""Put the paragraphs of a text, and their items, under themes."""

from collections.abc import Mapping

import msgspec

from generator import walk
from generator.indexing.assigning import first_of_each_rule, grounds_in, in_order
from generator.indexing.overriding import overridden
from generator.indexing.themes import Themes
from generator.linking import read_words
from generator.model import Override, Paragraph, Resolution


def with_themes(resolution: Resolution, said: Mapping[str, Override], themes: Themes) -> Resolution:
    """Take a text, an editor's words by anchor, and the authority file; give it with the themes of everything.

    A paragraph stands under the themes of its own words, of its tail's and of its items', an item under those of its
    own.
    """
    return walk.changed(resolution, lambda paragraph, _: _themed(paragraph, said, themes))


def _themed(paragraph: Paragraph, said: Mapping[str, Override], themes: Themes) -> Paragraph:
    items = tuple(_themed(item, said, themes) for item in paragraph.children)
    of_items = (ground for item in items for ground in item.grounds)
    own = grounds_in(read_words(paragraph), paragraph.anchor, themes)
    found = overridden(first_of_each_rule((*own, *of_items)), said.get(paragraph.anchor), themes.by_id)
    grounds = in_order(found, themes)
    return msgspec.structs.replace(
        paragraph, children=items, themes=tuple(dict.fromkeys(ground.id for ground in grounds)), grounds=grounds
    )
