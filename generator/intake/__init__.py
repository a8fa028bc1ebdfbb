"""The intake: the bytes of a PDF, Word, HTML, Markdown or text file become plain text for the reader.

Text and Markdown are decoded and passed on as they are. The other kinds come out in the reader's sixth flavour: one
paragraph a line, marks as `[^5]` directly after their word, notes as `[^5]: …` at the end, page furniture left out and
listed.
"""

from collections.abc import Callable, Mapping

from generator.intake.docx import docx_text
from generator.intake.html import html_text
from generator.intake.kinds import Kind, kind_of
from generator.intake.pdf import pdf_text
from generator.intake.plain import plain_text
from generator.intake.taken import Refusal, Taken

__all__ = ["Refusal", "Taken", "take_in"]

_TAKERS: Mapping[Kind, Callable[[bytes], Taken | Refusal]] = {
    Kind.PDF: pdf_text,
    Kind.DOCX: docx_text,
    Kind.HTML: html_text,
    Kind.PLAIN: plain_text,
}


def take_in(name: str, content: bytes) -> Taken | Refusal:
    """The text of the file `name` with the bytes `content`, or why there is none. Any bytes at all, never an error."""
    kind = kind_of(name, content)
    if isinstance(kind, Refusal):
        return kind
    taken = _TAKERS[kind](content)
    if isinstance(taken, Taken) and not taken.text.strip():
        return Refusal("there is no text in this file")
    return taken
