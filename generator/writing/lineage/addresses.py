"""Where the pages of the lineage stand, under `docs/`."""

from generator.lineage.lookup import parted
from generator.lineage.model import Ladder, Series
from generator.symbols import file_stem


def ladder_page(ladder: Ladder) -> str:
    """Give the path of a ladder's page."""
    symbol, anchor = parted(ladder.id)
    return f"ladders/{file_stem(symbol)}-{anchor}.md"


def series_page(series: Series) -> str:
    """Give the path of a series' page."""
    return f"series/{series.id}.md"


def comparison_page(earlier: str, later: str) -> str:
    """Give the path of the page that compares two neighbours of a series."""
    return f"compare/{file_stem(earlier)}/{file_stem(later)}.md"
