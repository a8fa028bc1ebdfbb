"""All pages of the lineage: series, comparisons of neighbours, and ladders."""

from collections.abc import Mapping

from generator.library import Library
from generator.writing.lineage.comparisons import comparison_pages
from generator.writing.lineage.ladder_pages import ladder_pages
from generator.writing.lineage.series_pages import series_pages


def lineage_pages(library: Library) -> Mapping[str, str]:
    """Take the library, give path → Markdown of every page that shows how paragraphs moved."""
    lookup = library.lookup
    return {
        **series_pages(lookup, library),
        **comparison_pages(lookup, library),
        **ladder_pages(lookup, library),
    }
