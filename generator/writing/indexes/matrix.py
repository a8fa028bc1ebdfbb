"""Write the matrix of themes and texts: how many paragraphs of each text a theme has, every figure a link."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.indexing.themes import Theme
from generator.library import Library
from generator.model import Resolution
from generator.symbols import file_stem
from generator.writing.dates import year
from generator.writing.escape import escape
from generator.writing.indexes.entries import IndexPages, in_time
from generator.writing.indexes.page import counted, index_page
from generator.writing.indexes.splitting import parts, short
from generator.writing.links import link

TITLE = "Themes and resolutions"
_FOLDER = "themes/matrix"

Counts = Mapping[str, Mapping[str, int]]
"""How many paragraphs, by theme and by text."""


def matrix(
    page: str, themes: Sequence[Theme], counts: Counts, pages: Mapping[str, IndexPages], library: Library
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Give the blocks of the matrix for the page that shows it, and the pages of years where it is too long for one.

    `pages` are those of each theme: they say where the group of a text stands.
    """

    def written(where: str) -> Iterator[tuple[str, str]]:
        return ((text.symbol, _row(where, text, themes, counts, pages)) for text in texts)

    texts = sorted(library.texts.values(), key=in_time)
    whole = short(written(page))
    if whole is not None:
        return (_table(page, themes, whole.values()),) if whole else (), {}
    rows = dict(written(f"{_FOLDER}/x.md"))
    files: dict[str, str] = {}
    lines: list[str] = []
    for part in parts(rows, lambda symbol: year(library.texts[symbol])):
        path = f"{_FOLDER}/{part.file}.md"
        said = f"[All years]({link(path, page)})"
        table = _table(path, themes, (rows[symbol] for symbol in part.symbols))
        files[path] = index_page(f"{TITLE}, {part.name}", said, table)
        lines.append(f"- [{part.name}]({link(page, path)}): {counted(len(part.symbols), 'text')}")
    return ("The matrix is large, so it is split by year:", "\n".join(lines)), files


def _table(page: str, themes: Sequence[Theme], rows: Iterable[str]) -> str:
    heads = (f"[{escape(theme.label)}](<{link(page, f'themes/{theme.id}.md')}>)" for theme in themes)
    head = f"| Text | {' | '.join(heads)} |\n|{' --- |' * (len(themes) + 1)}"
    return '<div class="matrix" markdown>\n\n' + "\n".join([head, *rows]) + "\n\n</div>"


def _row(page: str, text: Resolution, themes: Sequence[Theme], counts: Counts, pages: Mapping[str, IndexPages]) -> str:
    cells = (_cell(page, text, theme, counts, pages) for theme in themes)
    return f"| [{escape(text.symbol)}](<{link(page, f'{text.symbol}.md')}>) {year(text)} | {' | '.join(cells)} |"


def _cell(page: str, text: Resolution, theme: Theme, counts: Counts, pages: Mapping[str, IndexPages]) -> str:
    count = counts.get(theme.id, {}).get(text.symbol, 0)
    if not count:
        return ""
    return f"[{count}](<{link(page, pages[theme.id].places[text.symbol], file_stem(text.symbol))}>)"
