"""Say of the paragraphs of a text whom they ask, and what they do."""

from collections.abc import Mapping

import msgspec

from generator import walk
from generator.indexing.addressees import Addressees
from generator.indexing.asked import asked
from generator.indexing.kinds import kind_of
from generator.indexing.overriding import overridden
from generator.model import Override, Paragraph, Part, Resolution


def with_addressees(resolution: Resolution, said: Mapping[str, Override], addressees: Addressees) -> Resolution:
    """Take a text, an editor's words by anchor, and the authority file; give it with the addressees and the kinds.

    Whom an item asks, its paragraph asks; the item's ground names the item.
    """

    def addressed(paragraph: Paragraph, part: Part) -> Paragraph:
        grounds = overridden(asked(paragraph, addressees).grounds, said.get(paragraph.anchor), addressees.by_id)
        return msgspec.structs.replace(
            paragraph,
            kind=kind_of(paragraph, part),
            addressees=tuple(dict.fromkeys(ground.id for ground in grounds)),
            grounds=(*paragraph.grounds, *grounds),
        )

    return walk.changed(resolution, addressed)
