"""Write the pages that lead to the texts: the home page, and the lists by organ and by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.library import Library
from generator.model import Resolution, Status
from generator.writing.dates import in_words, year
from generator.writing.escape import escape
from generator.writing.indexes.entries import Entry, Subject, entry_pages, in_time, listed
from generator.writing.indexes.page import counted, index_page, slug

_LISTED_AT_HOME = 50

_HOME = """---
title: "Resolutions"
hide: [toc]
---

# United Nations resolutions, paragraph by paragraph {: #title }

Find a paragraph, read it with its notes, link to it and cite it. Each text stands at its symbol and each paragraph at
its number: operative paragraph 18 of resolution 59/166 is at `/A/RES/59/166/#op18`.
{: .lead }

Begin with a text below, or look [by series](series/index.md), [by theme](themes/index.md),
[by addressee](addressees/index.md), [by opening words](openings/index.md), [by instrument](instruments/index.md),
[by organ](organs/index.md) or [by year](years/index.md). To quote one, see [How to cite](cite.md); to know how far to
trust a page, see [How this is made](method.md).

**This is an unofficial edition; the official text prevails.** Each page links to it in the six languages of the United
Nations."""


def text_pages(library: Library) -> Mapping[str, str]:
    """Give path → Markdown of the home page and of the lists by organ and by year."""
    texts = sorted(library.texts.values(), key=in_time)
    return {
        "index.md": _home(texts),
        **_lists("organs", "Resolutions by organ", _grouped(texts, _organ), library, year),
        **_lists("years", "Resolutions by year", _grouped(texts, year), library, _organ),
    }


def _home(oldest_first: Sequence[Resolution]) -> str:
    dated = [text for text in oldest_first if year(text).isdigit()]
    texts = [*reversed(dated), *(text for text in oldest_first if not year(text).isdigit())]
    older = len(texts) - _LISTED_AT_HOME
    more = f"The {older} older texts are listed [by year](years/index.md)." if older > 0 else ""
    listing = "\n".join(_entry(text) for text in texts[:_LISTED_AT_HOME])
    blocks = (_HOME, "## Texts", f'<div class="texts" markdown>\n\n{listing}\n\n</div>', more)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _entry(text: Resolution) -> str:
    """A link to a text, with what tells it from others."""
    said = [text.organ, text.adopted and in_words(text.adopted), "draft" if text.status is Status.DRAFT else None]
    name = f"**{escape(text.symbol)}** {escape(text.title)}" if text.title else escape(text.symbol)
    return f"- [{name.strip()}](<{text.symbol}.md>) {', '.join(escape(words) for words in said if words)}".rstrip()


def _lists(
    folder: str,
    title: str,
    groups: Mapping[str, Sequence[Resolution]],
    library: Library,
    split_by: Callable[[Resolution], str],
) -> dict[str, str]:
    """A page for each group of texts, and one that leads to them."""
    files: dict[str, str] = {}
    for name, texts in groups.items():
        entries = {text.symbol: [Entry(text.symbol, paragraph) for paragraph in text.operative] for text in texts}
        subject = Subject(f"{folder}/{slug(name)}.md", name, split_by=split_by)
        files |= entry_pages(subject, entries, library, listed).files
    lines = (f"- [{escape(name)}]({slug(name)}.md), {counted(len(texts), 'text')}" for name, texts in groups.items())
    return {f"{folder}/index.md": index_page(title, "\n".join(lines)), **files}


def _grouped(texts: Iterable[Resolution], key: Callable[[Resolution], str]) -> dict[str, list[Resolution]]:
    groups: dict[str, list[Resolution]] = defaultdict(list)
    for text in texts:
        groups[key(text)].append(text)
    return dict(sorted(groups.items()))


def _organ(text: Resolution) -> str:
    return text.organ or "Other bodies"
