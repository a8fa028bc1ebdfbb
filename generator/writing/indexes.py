"""Write the pages that lead to the texts: the home page, and the lists by organ and by year.

A page's path is relative to `docs/`. Lists run from the newest text to the oldest; texts without a date come last,
under "Undated".
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model import Resolution, Status
from generator.writing.dates import in_words
from generator.writing.escape import escape, front_matter_value

_LISTED_AT_HOME = 50

_HOME = """---
title: "Resolutions"
hide: [toc]
---

# United Nations resolutions, paragraph by paragraph {: #title }

Find a paragraph, read it with its notes, link to it and cite it. Each text stands at its symbol and each paragraph at
its number: operative paragraph 18 of resolution 59/166 is at `/A/RES/59/166/#op18`.
{: .lead }

Begin with a text below, or look [by organ](organs/index.md) or [by year](years/index.md). To quote one, see
[How to cite](cite.md); to know how far to trust a page, see [How this is made](method.md).

**This is an unofficial edition; the official text prevails.** Each page links to it in the six languages of the United
Nations."""


def index_pages(resolutions: Iterable[Resolution]) -> Mapping[str, str]:
    """Take every text of the corpus, in any order; give path → Markdown of the pages that list them."""
    newest_first = sorted(sorted(resolutions, key=lambda text: text.symbol), key=_date, reverse=True)
    by_organ = _grouped(newest_first, lambda text: text.organ or "Other bodies")
    by_year = _grouped(newest_first, _year)
    return {
        "index.md": _home(newest_first),
        "organs/index.md": _list_of_lists("Resolutions by organ", sorted(by_organ.items())),
        "years/index.md": _list_of_lists("Resolutions by year", by_year.items()),
        **{f"organs/{_slug(organ)}.md": _organ_page(organ, texts) for organ, texts in by_organ.items()},
        **{f"years/{_slug(year)}.md": _page(year, _listing(texts, "../")) for year, texts in by_year.items()},
    }


def _home(texts: Sequence[Resolution]) -> str:
    older = len(texts) - _LISTED_AT_HOME
    more = f"The {older} older texts are listed [by year](years/index.md)." if older > 0 else ""
    blocks = (_HOME, "## Texts", _listing(texts[:_LISTED_AT_HOME], ""), more)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _organ_page(organ: str, texts: Sequence[Resolution]) -> str:
    years = _grouped(texts, _year)
    return _page(organ, *(block for year, part in years.items() for block in (f"## {year}", _listing(part, "../"))))


def _list_of_lists(title: str, groups: Iterable[tuple[str, Sequence[Resolution]]]) -> str:
    return _page(title, "\n".join(f"- [{escape(name)}]({_slug(name)}.md), {_count(texts)}" for name, texts in groups))


def _page(title: str, *blocks: str) -> str:
    return "\n\n".join([_front_matter(title), f"# {escape(title)} {{: #title }}", *blocks]) + "\n"


def _front_matter(title: str) -> str:
    return f"---\ntitle: {front_matter_value(title)}\n---"


def _listing(texts: Iterable[Resolution], to_root: str) -> str:
    """A list of links, each with what tells the text from others; `to_root` leads from the page to `docs/`."""
    return '<div class="texts" markdown>\n\n' + "\n".join(_entry(text, to_root) for text in texts) + "\n\n</div>"


def _entry(text: Resolution, to_root: str) -> str:
    said = [text.organ, text.adopted and in_words(text.adopted), "draft" if text.status is Status.DRAFT else None]
    name = f"**{escape(text.symbol)}** {escape(text.title)}" if text.title else escape(text.symbol)
    link = f"[{name.strip()}](<{to_root}{text.url.rstrip('/')}.md>)"
    return f"- {link} {', '.join(escape(words) for words in said if words)}".rstrip()


def _grouped(texts: Iterable[Resolution], key: Callable[[Resolution], str]) -> dict[str, list[Resolution]]:
    groups: dict[str, list[Resolution]] = defaultdict(list)
    for text in texts:
        groups[key(text)].append(text)
    return groups


def _date(text: Resolution) -> str:
    return text.adopted or text.distributed or ""


def _year(text: Resolution) -> str:
    return _date(text)[:4] or "Undated"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "other"


def _count(texts: Sequence[Resolution]) -> str:
    return f"{len(texts)} text{'' if len(texts) == 1 else 's'}"
