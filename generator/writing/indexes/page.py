"""What every index page has: a front matter, a title, and a name that can stand in an address."""

import re

from generator.writing.escape import escape, front_matter_value


def index_page(title: str, *blocks: str) -> str:
    """Give the Markdown of a page: its title and its blocks; empty blocks are left out.

    A search finds the paragraphs themselves, not their quotes here.
    """
    head = f"---\ntitle: {front_matter_value(title)}\nsearch:\n  exclude: true\n---"
    return "\n\n".join([head, f"# {escape(title)} {{: #title }}", *filter(None, blocks)]) + "\n"


def folded(summary: str, content: str) -> str:
    """Give Markdown that is folded away under a summary."""
    return f'<details class="whole" markdown>\n<summary>{summary}</summary>\n\n{content}\n\n</details>'


def slug(name: str) -> str:
    """Give a name as an address spells it: "Security Council" is "security-council"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "other"


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Give a number with its noun: "1 text", "2 texts"."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
