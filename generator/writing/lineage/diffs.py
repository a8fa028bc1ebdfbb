"""Write what changed between two texts of a paragraph: readable aloud, and without colour."""

from generator.lineage.changes import Change, changes
from generator.writing.escape import escape, escape_line

_TAGS = {Change.INSERTED: "ins", Change.DELETED: "del"}


def diff(old: str, new: str) -> str:
    """Give the later words as Markdown that opens a line, what was put in and taken out between tags.

    The space at the ends of a change stands outside its tags.
    """
    written = ""
    for run in changes(old, new):
        tag = _TAGS.get(run.change)
        words = run.text.strip()
        if not tag or not words:
            written += escape(run.text) if written else escape_line(run.text)
            continue
        before = run.text[: len(run.text) - len(run.text.lstrip())] or (" " if written.endswith("</del>") else "")
        written += f"{before}<{tag}>{escape(words)}</{tag}>{run.text[len(run.text.rstrip()) :]}"
    return written.strip()
