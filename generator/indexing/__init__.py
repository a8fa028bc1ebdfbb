"""Indexing: what each paragraph is about, whom it asks and what it does, with the words that say so."""

from collections.abc import Iterable

from generator.indexing.addressees import Addressees
from generator.indexing.addressing import with_addressees
from generator.indexing.themes import Themes
from generator.indexing.theming import with_themes
from generator.model import Index, Override, Resolution


def index(resolution: Resolution, overrides: Iterable[Override], themes: Themes, addressees: Addressees) -> Resolution:
    """Take a text, what an editor says of its index, and the authority files; give it with all that it is indexed by.

    An editor's word wins. Nothing else is needed: no other text.
    """
    said = tuple(overrides)
    themed = with_themes(resolution, _by_anchor(said, Index.THEME), themes)
    return with_addressees(themed, _by_anchor(said, Index.ADDRESSEE), addressees)


def _by_anchor(overrides: Iterable[Override], index_: Index) -> dict[str, Override]:
    return {override.anchor: override for override in overrides if override.index is index_}
