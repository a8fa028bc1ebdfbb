"""Write the pages of the indexes: each leads to paragraphs or texts, and quotes what it leads to."""

from collections.abc import Mapping

from generator.library import Library
from generator.writing.indexes.addressees import addressee_pages
from generator.writing.indexes.instruments import instrument_pages
from generator.writing.indexes.openings import opening_pages
from generator.writing.indexes.texts import text_pages
from generator.writing.indexes.themes import theme_pages


def index_pages(library: Library) -> Mapping[str, str]:
    """Take the library; give path → Markdown of every page that lists texts or paragraphs."""
    return {
        **text_pages(library),
        **theme_pages(library),
        **addressee_pages(library),
        **opening_pages(library),
        **instrument_pages(library),
    }
