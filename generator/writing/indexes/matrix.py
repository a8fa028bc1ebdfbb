"""Write the matrix of themes and texts: how many paragraphs of each text a theme has, every figure a link."""

from collections.abc import Iterable, Mapping, Sequence

from generator.indexing.themes import Theme
from generator.library import Library
from generator.model import Resolution
from generator.symbols import file_stem
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.entries import in_time
from generator.writing.indexes.page import counted
from generator.writing.indexes.paging import IndexPage
from generator.writing.indexes.splitting import is_short, parts
from generator.writing.links import link

TITLE = "Themes and resolutions"
_FOLDER = "themes/matrix"

Counts = Mapping[str, Mapping[str, int]]
"""How many paragraphs, by theme and by text."""

Places = Mapping[str, Mapping[str, str]]
"""The path of the page on which the group of a text stands, by theme and by text."""


def matrix(
    page: str, themes: Sequence[Theme], counts: Counts, places: Places, library: Library
) -> tuple[tuple[str, ...], list[IndexPage]]:
    """Give the blocks of the matrix for the page that shows it, and the pages of years where it is too long for one."""

    def rows(where: str) -> dict[str, str]:
        return {text.symbol: _row(where, text, themes, counts, places) for text in texts}

    texts = sorted(library.heads.values(), key=in_time)
    whole = rows(page)
    if is_short(_weights(whole)):
        return (_table(page, themes, whole.values()),) if whole else (), []
    split = rows(f"{_FOLDER}/x.md")
    pages: list[IndexPage] = []
    lines: list[str] = []
    for part in parts(_weights(split), lambda symbol: year(library.heads[symbol])):
        path = f"{_FOLDER}/{part.file}.md"
        said = f"[All years]({link(path, page)})"
        table = _table(path, themes, (split[symbol] for symbol in part.symbols))
        pages.append(IndexPage(path, f"{TITLE}, {part.name}", (said, table)))
        lines.append(f"- [{part.name}]({link(page, path)}): {counted(len(part.symbols), 'text')}")
    return ("The matrix is large, so it is split by year:", "\n".join(lines)), pages


def _weights(rows: Mapping[str, str]) -> Mapping[str, int]:
    return {symbol: len(row) for symbol, row in rows.items()}


def _table(page: str, themes: Sequence[Theme], rows: Iterable[str]) -> str:
    heads = (f"[{escape(theme.label)}](<{link(page, f'themes/{theme.id}.md')}>)" for theme in themes)
    head = f"| Text | {' | '.join(heads)} |\n|{' --- |' * (len(themes) + 1)}"
    return '<div class="matrix" markdown>\n\n' + "\n".join([head, *rows]) + "\n\n</div>"


def _row(page: str, text: Resolution, themes: Sequence[Theme], counts: Counts, places: Places) -> str:
    cells = (_cell(page, text, theme, counts, places) for theme in themes)
    return f"| [{escape(text.symbol)}](<{link(page, f'{text.symbol}.md')}>) {year(text)} | {' | '.join(cells)} |"


def _cell(page: str, text: Resolution, theme: Theme, counts: Counts, places: Places) -> str:
    count = counts.get(theme.id, {}).get(text.symbol, 0)
    if not count:
        return ""
    return f"[{count}](<{link(page, places[theme.id][text.symbol], file_stem(text.symbol))}>)"
