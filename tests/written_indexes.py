"""Every page of the indexes, written: path → Markdown."""

from collections.abc import Mapping

from generator.library import Library
from generator.writing.indexes import index_pages
from generator.writing.indexes.home import HOME, home_page
from generator.writing.indexes.paging import markdown


def written_indexes(held: Library) -> Mapping[str, str]:
    """Take a library, give its home page and every page that lists texts or paragraphs."""
    return {HOME: home_page(held), **{page.path: markdown(page, held) for page in index_pages(held)}}
