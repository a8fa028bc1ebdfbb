"""Write the pages of the indexes: each leads to paragraphs or texts, and quotes what it leads to."""

from collections.abc import Iterator

from generator.library import Library
from generator.writing.indexes.addressees import ASKED, addressee_pages
from generator.writing.indexes.instruments import citing, instrument_pages
from generator.writing.indexes.openings import opened, opening_pages
from generator.writing.indexes.paging import IndexPage
from generator.writing.indexes.sorting import sort_out
from generator.writing.indexes.texts import operative, text_pages
from generator.writing.indexes.themes import THEMED, theme_pages, unclassified


def index_pages(library: Library) -> Iterator[IndexPage]:
    """Take the library; give every page that lists texts or paragraphs, not written yet."""
    listed, themed, without, asked, open_, cite = sort_out(
        library.texts.values(), operative, THEMED, unclassified, ASKED, opened, citing
    )
    yield from text_pages(library, listed)
    yield from theme_pages(library, themed, without)
    yield from addressee_pages(library, asked)
    yield from opening_pages(library, open_)
    yield from instrument_pages(library, cite)
