"""Write the home page: what this is, a field to find a paragraph with, ways to browse, and the newest texts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator import walk
from generator.library import Library
from generator.model import Resolution, Status
from generator.writing.dates import in_words, year
from generator.writing.escape import escape
from generator.writing.indexes.entries import in_time
from generator.writing.indexes.page import counted, slug
from generator.writing.indexes.texts import grouped, organ
from generator.writing.indexes.themes import INDEX as THEMES
from generator.writing.indexes.themes import theme_page
from generator.writing.lineage.addresses import series_page
from generator.writing.lineage.series_pages import INDEX as SERIES

HOME = "index.md"

_NEWEST = 10
_NAMED = 6  # themes, series, years or organs; each list leads to the whole of it

_HEAD = """---
title: "Resolutions"
hide: [toc]
---

# United Nations resolutions, paragraph by paragraph {: #title }

Find a paragraph, read it with its notes, link to it and cite it.
{: .lead }

<form class="resolver find" role="search" aria-label="Find a paragraph" action="search/">
<label for="find">Find</label>
<input id="find" type="search" name="q" maxlength="300" autocomplete="off" autocapitalize="off" spellcheck="false"
 placeholder="organ removal, or 59/166 para 18">
<button type="submit" class="md-button">Search</button>
</form>"""

_FOOT = """**This is an unofficial edition; the official text prevails.** Each page links to it in the six languages of
the United Nations. [How this is made](method.md) says how far to trust a page, [How to cite](cite.md) how to quote
one. The site can be [taken along](offline.md) where there is no network, is [also data](machines.md), and can be
[mended and added to](contribute.md)."""

_ELSEWHERE = """Also by [those who are asked](addressees/index.md), [opening words](openings/index.md) and
[instruments named](instruments/index.md). [Agreed language](language.md) finds where words were used first, and any
two texts can be [compared](compare.md)."""

Ways = Sequence[tuple[str, str, str]]
"""What can be browsed: its name, the path of its page, and what is said of it."""


def home_page(library: Library) -> str:
    """Take the library, give the Markdown of the home page."""
    texts = sorted(library.heads.values(), key=in_time)
    paragraphs, themes = _counted(library.texts.values())
    newest = tuple(newest_first(texts))
    more = f"[All {len(newest)} texts, by year](years/index.md)" if len(newest) > _NEWEST else ""
    listing = "\n".join(map(_entry, newest[:_NEWEST]))
    blocks = (
        _HEAD,
        _held(texts, paragraphs),
        '<div class="browse" markdown>',
        *_browse("By theme", "themes", _themes(themes, library), THEMES),
        *_browse("By series", "series", _series(library), SERIES),
        *_browse("By year", "years", _grouped("years", texts, year), "years/index.md"),
        *_browse("By organ", "organs", _grouped("organs", texts, organ), "organs/index.md"),
        "</div>",
        _ELSEWHERE,
        "## Newest",
        f'<div class="texts" markdown>\n\n{listing}\n\n</div>',
        more,
        _FOOT,
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def newest_first(oldest_first: Sequence[Resolution]) -> Iterator[Resolution]:
    """Turn the order of texts round; those without a date stay last."""
    yield from reversed([text for text in oldest_first if year(text).isdigit()])
    yield from (text for text in oldest_first if not year(text).isdigit())


def _counted(texts: Iterable[Resolution]) -> tuple[int, Counter[str]]:
    """How many paragraphs there are, and how many stand under each theme."""
    paragraphs, themes = 0, Counter[str]()
    for text in texts:
        for paragraph in walk.paragraphs(text):
            paragraphs += 1
            themes.update(paragraph.themes)
    return paragraphs, themes


def _held(texts: Sequence[Resolution], paragraphs: int) -> str:
    """How much is here, and from when: "5 texts of 2003 to 2010, 240 paragraphs"."""
    years = sorted({year(text) for text in texts if year(text).isdigit()})
    between = f" of {years[0]} to {years[-1]}" if len(years) > 1 else f" of {years[0]}" if years else ""
    return f"{counted(len(texts), 'text')}{between}, {counted(paragraphs, 'paragraph')}.\n{{: .of }}" if texts else ""


def _browse(title: str, name: str, ways: Ways, index: str) -> Iterator[str]:
    """One list of ways, and the way to all of them; nothing where there is none."""
    if not ways:
        return
    lines = [f"- [{escape(shown)}](<{path}>){f' {said}' if said else ''}" for shown, path, said in ways[:_NAMED]]
    if len(ways) > _NAMED:
        lines.append(f"- [All {len(ways)} {name}]({index})")
    yield "\n\n".join(("<section markdown>", f"## {title}", "\n".join(lines), "</section>"))


def _themes(counts: Mapping[str, int], library: Library) -> Ways:
    """The themes, those that most paragraphs stand under first."""
    known = library.authorities.themes.by_id
    return _most_first((known[one].theme.label, theme_page(one), number) for one, number in counts.items())


def _series(library: Library) -> Ways:
    return _most_first((one.title, series_page(one), len(one.members)) for one in library.lookup.lineage.series)


def _grouped(folder: str, texts: Iterable[Resolution], key: Callable[[Resolution], str]) -> Ways:
    """The pages of a folder of lists: years from the newest, organs from the one that has most texts."""
    ways = ((name, f"{folder}/{slug(name)}.md", len(of)) for name, of in grouped(texts, key).items())
    if folder == "organs":
        return _most_first(ways)
    newest = sorted(ways, key=lambda way: (way[0].isdigit(), way[0]), reverse=True)
    return tuple((name, path, str(count)) for name, path, count in newest)


def _most_first(ways: Iterable[tuple[str, str, int]]) -> Ways:
    return tuple((name, path, str(count)) for name, path, count in sorted(ways, key=lambda way: (-way[2], way[0])))


def _entry(text: Resolution) -> str:
    """A link to a text, with what tells it from others."""
    said = [text.organ, text.adopted and in_words(text.adopted), "draft" if text.status is Status.DRAFT else None]
    name = f"**{escape(text.symbol)}** {escape(text.title)}" if text.title else escape(text.symbol)
    return f"- [{name.strip()}](<{text.symbol}.md>) {', '.join(escape(words) for words in said if words)}".rstrip()
