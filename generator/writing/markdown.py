"""Write a resolution as the Markdown of its page.

The Markdown uses attribute lists, footnotes, admonitions, tables and Markdown inside HTML, nothing else; it reads well
in a diff, one paragraph a line, the notes at the end in their order.
"""

from collections import deque
from collections.abc import Iterator
from heapq import merge

import msgspec

from generator.citing.works import work
from generator.library import Library
from generator.model import Annex, MastheadField, Paragraph, Resolution
from generator.writing import citing
from generator.writing.about import about_blocks
from generator.writing.chips import overview_blocks
from generator.writing.escape import escape
from generator.writing.head import front_matter, head_blocks
from generator.writing.inline import Notes, notes_by_label, with_marks
from generator.writing.links import led_home
from generator.writing.neighbours import neighbour_blocks, series_row
from generator.writing.notes import note_definition
from generator.writing.paragraphs import (
    Apparatus,
    Headings,
    above,
    body_blocks,
    heading_blocks,
    paragraph_blocks,
)
from generator.writing.references import margins, reference_blocks

_NOTES_GO_HERE = "///Footnotes Go Here///"


def page(text: Resolution, library: Library) -> str:
    """Take a text and the library it stands in, give the Markdown of its page, front matter included.

    The same values give the same bytes.
    """
    resolution = led_home(text, library.held, library.authorities.instruments)
    notes = notes_by_label(resolution.footnotes)
    aliases = library.old_links.aliases.get(text.symbol, {})
    forms = citing.every_form(text, library)
    apparatus = Apparatus(notes, margins(text, library), aliases)
    blocks = [
        front_matter(resolution, work(text, library.adoptions)),
        *head_blocks(resolution, notes, (*citing.related(text, library), *series_row(text, library))),
        *overview_blocks(text, library),
        *_text_blocks(resolution, apparatus),
        *_closing_blocks(resolution, notes),
        *(block for annex in resolution.annexes for block in _annex_blocks(annex, apparatus)),
        *(("## Notes {: #notes .ours }", _NOTES_GO_HERE) if resolution.footnotes else ()),
        *neighbour_blocks(text, library),
        *citing.fold_out(text, forms),
        *reference_blocks(text, library),
        *about_blocks(resolution),
        citing.data_block(text, forms),
        "\n".join(note_definition(note, notes, apparatus.old_ids(note.anchor)) for note in resolution.footnotes),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _text_blocks(resolution: Resolution, apparatus: Apparatus) -> Iterator[str]:
    """The preamble and the operative part; in a composite text, each part's own."""
    headings = above(resolution.headings)
    if _has_parts(resolution):
        yield from _part_blocks(resolution, headings, apparatus)
    else:
        if resolution.preamble:
            yield "## Preamble {: #preamble .ours }"
        if resolution.enacting:
            yield _enacting(resolution.enacting)
        yield from body_blocks(resolution.preamble, headings, "pp", apparatus)
        if resolution.operative:
            yield "## Operative part {: #operative .ours }"
        yield from body_blocks(resolution.operative, headings, "op", apparatus)
    yield from heading_blocks(headings.get(None, ()), 3, apparatus)


def _part_blocks(resolution: Resolution, headings: Headings, apparatus: Apparatus) -> Iterator[str]:
    """The parts as printed: each with its heading, the organ's name, a preamble and an operative part."""
    preambular = {paragraph.anchor for paragraph in resolution.preamble}
    organs = deque(field for field in resolution.masthead if field.field == "enacting")
    for paragraph in merge(resolution.preamble, resolution.operative, key=_first_line):
        yield from heading_blocks(headings.get(paragraph.anchor, ()), 2, apparatus)
        while organs and _first_line(organs[0]) < _first_line(paragraph):
            yield _enacting(organs.popleft().text)
        yield from paragraph_blocks(paragraph, "pp" if paragraph.anchor in preambular else "op", apparatus)


def _has_parts(resolution: Resolution) -> bool:
    """Whether a part or section after the first has preambular paragraphs of its own."""
    later = {paragraph.anchor for paragraph in resolution.preamble[1:]}
    return any(heading.before in later for heading in resolution.headings)


def _first_line(printed: Paragraph | MastheadField) -> int:
    return printed.lines[0][0] if printed.lines else 0


def _enacting(words: str) -> str:
    """The organ's name in italics, the comma after it not."""
    return f"{with_marks(words, (), 'enacting', {}, words.rstrip(' ,'))}\n{{: .enacting }}"


def _closing_blocks(resolution: Resolution, notes: Notes) -> Iterator[str]:
    """The meeting, the date and the vote, a line each as printed."""
    if not resolution.closing:
        return
    start = 0
    for line in resolution.closing.text.split("\n"):
        end = start + len(line)
        inside = [mark for mark in resolution.closing.marks if start <= mark.at <= end]
        marks = [msgspec.structs.replace(mark, at=mark.at - start) for mark in inside]
        if line.strip():
            yield f"{with_marks(line, marks, 'closing', notes)}\n{{: .closing }}"
        start = end + 1


def _annex_blocks(annex: Annex, apparatus: Apparatus) -> Iterator[str]:
    title = with_marks(annex.title, annex.marks, annex.anchor, apparatus.notes)
    label = f"{apparatus.old_ids(annex.anchor)}[{escape(annex.label)}](#{annex.anchor}){{ .n }}"
    yield f"## {label} {title} {{: #{annex.anchor} .annex }}"
    headings = above(annex.headings)
    yield from body_blocks(annex.paragraphs, headings, "ap", apparatus)
    yield from heading_blocks(headings.get(None, ()), 3, apparatus)
