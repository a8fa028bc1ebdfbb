"""Draw how many paragraphs each year has: a small bar chart as SVG, and the same figures as a table.

The drawing has a title and a description for those who do not see it; nothing in it needs a style sheet or a script.
"""

import html
from collections.abc import Iterator, Mapping

from generator.writing.indexes.page import folded

_BAR, _GAP, _HEIGHT, _LABELS = 12, 4, 56, 16
_WIDEST = 45  # years that a drawing of full bars has room for


def timeline(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    """Take counts by year ("2004", or "Undated"), give the Markdown blocks; nothing where no year is known."""
    years = {int(year): count for year, count in counts.items() if year.isdigit()}
    if not years:
        return
    first, last = min(years), max(years)
    told = f"From {first} to {last}, at most {max(years.values())} in a year. The table below has the same."
    yield f'<div class="timeline">{_drawing(title, told, years)}</div>'
    rows = "\n".join(f"| {year} | {count} |" for year, count in counts.items() if count)
    yield folded("The same as a table", f"| Year | Paragraphs |\n| --- | --- |\n{rows}")


def _drawing(title: str, told: str, years: Mapping[int, int]) -> str:
    first, last = min(years), max(years)
    span = last - first + 1
    bar, gap = (_BAR, _GAP) if span <= _WIDEST else (_BAR * _WIDEST / span, _GAP * _WIDEST / span)
    width = max(span * (bar + gap), 80)
    tallest = max(years.values())
    bars = "".join(
        f'<rect x="{_number((year - first) * (bar + gap))}" y="{_number(_HEIGHT - _HEIGHT * count / tallest)}"'
        f' width="{_number(bar)}" height="{_number(_HEIGHT * count / tallest)}"></rect>'
        for year, count in sorted(years.items())
    )
    ends = f'<text x="0" y="{_HEIGHT + _LABELS - 3}">{first}</text>'
    if last != first:
        ends += f'<text x="{_number(width)}" y="{_HEIGHT + _LABELS - 3}" text-anchor="end">{last}</text>'
    return (
        f'<svg role="img" aria-labelledby="timeline-title timeline-told" viewBox="0 0 {_number(width)} '
        f'{_HEIGHT + _LABELS}" width="{_number(width)}" height="{_HEIGHT + _LABELS}">'
        f'<title id="timeline-title">{html.escape(title)}</title>'
        f'<desc id="timeline-told">{told}</desc>{bars}{ends}</svg>'
    )


def _number(value: float) -> str:
    """A length with at most two places, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
