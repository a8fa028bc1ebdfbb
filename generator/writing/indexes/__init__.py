"""Write the pages of the indexes: each leads to paragraphs or texts, and quotes what it leads to."""

from collections.abc import Iterator

from generator.library import Library
from generator.writing.indexes.addressees import addressee_pages
from generator.writing.indexes.instruments import instrument_pages
from generator.writing.indexes.openings import opening_pages
from generator.writing.indexes.paging import IndexPage
from generator.writing.indexes.texts import text_pages
from generator.writing.indexes.themes import theme_pages


def index_pages(library: Library) -> Iterator[IndexPage]:
    """Take the library; give every page that lists texts or paragraphs, not written yet."""
    yield from text_pages(library)
    yield from theme_pages(library)
    yield from addressee_pages(library)
    yield from opening_pages(library)
    yield from instrument_pages(library)
