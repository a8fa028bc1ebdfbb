"""Write what changed between two texts of a paragraph: readable aloud, and without colour."""

import html
from collections.abc import Callable, Iterable, Iterator

from generator.lineage.changes import Change, Run, changes
from generator.writing.escape import escape, escape_line

_TAGS = {Change.INSERTED: "ins", Change.DELETED: "del"}
_AROUND = 4  # words that stay on either side of a change


def diff(old: str, new: str) -> str:
    """Give the later words as Markdown that opens a line, what was put in and taken out between tags."""
    return _tagged(changes(old, new), lambda words, opens: escape_line(words) if opens else escape(words))


def marked(old: str, new: str) -> str:
    """Give the later words as HTML, what was put in and taken out between tags."""
    return _tagged(changes(old, new), _as_html)


def excerpt(old: str, new: str) -> str:
    """Give as HTML what was put in and taken out, each with a few words around it, and "…" for the rest.

    "" where more of the words changed than stayed: an excerpt tells nothing then.
    """
    runs = changes(old, new)
    kept = sum(len(run.text) for run in runs if run.change is Change.KEPT)
    if 2 * kept < max(len(old), len(new)):
        return ""
    return _tagged(_shortened(runs), _as_html)


def _as_html(words: str, _: bool) -> str:
    return html.escape(words, quote=False)


def _tagged(runs: Iterable[Run], escaped: Callable[[str, bool], str]) -> str:
    """Put changes between tags, the space at their ends outside; `escaped` is told which words open the line."""
    written = ""
    for run in runs:
        tag = _TAGS.get(run.change)
        words = run.text.strip()
        if not tag or not words:
            written += escaped(run.text, not written)
            continue
        apart = " " if written.endswith("</del>") and words[0] not in ",;:." else ""
        before = run.text[: len(run.text) - len(run.text.lstrip())] or apart
        written += f"{before}<{tag}>{escaped(words, False)}</{tag}>{run.text[len(run.text.rstrip()) :]}"
    return written.strip()


def _shortened(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, those that were kept cut down to the words next to a change."""
    for rank, run in enumerate(runs):
        words = run.text.split(" ")
        head = words[: _AROUND + 1] if rank else []
        tail = words[-_AROUND - 1 :] if rank + 1 < len(runs) else []
        if run.change is Change.KEPT and len(words) > len(head) + len(tail) + 1:
            yield Run(Change.KEPT, " ".join((*head, "…", *tail)))
        else:
            yield run
