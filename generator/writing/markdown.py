"""Write a resolution as the Markdown of its page.

The Markdown uses attribute lists, footnotes, admonitions, tables and Markdown inside HTML, nothing else; it reads well
in a diff, one paragraph a line, the notes at the end in their order.
"""

from collections.abc import Iterator
from heapq import merge

from generator.model import Annex, Footnote, Mark, Paragraph, Resolution
from generator.writing.about import about_blocks
from generator.writing.escape import escape, escape_line
from generator.writing.head import front_matter, head_blocks
from generator.writing.paragraphs import Notes, above, body_blocks, heading_blocks, notes_by_label, with_marks

_NOTES_GO_HERE = "///Footnotes Go Here///"


def page(resolution: Resolution) -> str:
    """Take a resolution, give the Markdown of its page, front matter included. The same value gives the same bytes."""
    notes = notes_by_label(resolution.footnotes)
    blocks = [
        front_matter(resolution),
        *head_blocks(resolution, notes),
        *_text_blocks(resolution, notes),
        *_closing_blocks(resolution, notes),
        *(block for annex in resolution.annexes for block in _annex_blocks(annex, notes)),
        *(("## Notes {: #notes .ours }", _NOTES_GO_HERE) if resolution.footnotes else ()),
        *about_blocks(resolution),
        "\n".join(_note(note) for note in resolution.footnotes),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _text_blocks(resolution: Resolution, notes: Notes) -> Iterator[str]:
    """The preamble and the operative part; in a composite text, each part's own."""
    headings = above(resolution.headings)
    if _has_parts(resolution):
        yield from _enacting(resolution)
        preambular = {paragraph.anchor for paragraph in resolution.preamble}
        for paragraph in merge(resolution.preamble, resolution.operative, key=_first_line):
            kind = "pp" if paragraph.anchor in preambular else "op"
            yield from body_blocks((paragraph,), headings, kind, 2, notes)
    else:
        if resolution.preamble:
            yield "## Preamble {: #preamble .ours }"
        yield from _enacting(resolution)
        yield from body_blocks(resolution.preamble, headings, "pp", 3, notes)
        if resolution.operative:
            yield "## Operative part {: #operative .ours }"
        yield from body_blocks(resolution.operative, headings, "op", 3, notes)
    yield from heading_blocks(headings.get(None, ()), 3, notes)


def _has_parts(resolution: Resolution) -> bool:
    """Whether a part or section after the first has preambular paragraphs of its own."""
    later = {paragraph.anchor for paragraph in resolution.preamble[1:]}
    return any(heading.before in later for heading in resolution.headings)


def _first_line(paragraph: Paragraph) -> int:
    return paragraph.lines[0][0] if paragraph.lines else 0


def _enacting(resolution: Resolution) -> Iterator[str]:
    """The organ's name in italics, the comma after it not."""
    if resolution.enacting:
        organ = resolution.enacting.rstrip(" ,")
        comma = resolution.enacting[len(organ) :]
        yield f"{with_marks(resolution.enacting, (), 'enacting', {}, organ or comma)}\n{{: .enacting }}"


def _closing_blocks(resolution: Resolution, notes: Notes) -> Iterator[str]:
    """The meeting, the date and the vote, a line each as printed."""
    if not resolution.closing:
        return
    start = 0
    for line in resolution.closing.text.split("\n"):
        end = start + len(line)
        marks = [Mark(mark.footnote, mark.at - start) for mark in resolution.closing.marks if start <= mark.at <= end]
        if line.strip():
            yield f"{with_marks(line, marks, 'closing', notes)}\n{{: .closing }}"
        start = end + 1


def _annex_blocks(annex: Annex, notes: Notes) -> Iterator[str]:
    title = with_marks(annex.title, annex.marks, annex.anchor, notes)
    yield f"## [{escape(annex.label)}](#{annex.anchor}){{ .n }} {title} {{: #{annex.anchor} .annex }}"
    headings = above(annex.headings)
    yield from body_blocks(annex.paragraphs, headings, "ap", 3, notes)
    yield from heading_blocks(headings.get(None, ()), 3, notes)


def _note(note: Footnote) -> str:
    return f"[^{note.anchor.removeprefix('fn:')}]: {escape_line(note.text) or '&#160;'}"
