"""A resolution as a few readable lines, for cases: `op5-b | (b) | Words of it[^3];`.

Each row of a table stands below its paragraph: `op5 = Austria | 0.720`.
"""

from collections.abc import Iterator

import msgspec

from generator.model import Mark, Paragraph, Resolution, Tail


def outline(resolution: Resolution) -> str:
    """One line a paragraph, heading, annex, note and closing, in the order of the page."""
    return "\n".join(_lines(resolution))


def with_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """The text with its marks written where they stand, as `[^5]`."""
    for mark in sorted(marks, key=lambda mark: mark.at, reverse=True):
        text = f"{text[: mark.at]}[^{mark.footnote}]{text[mark.at :]}"
    return text


def paragraphs_of(resolution: Resolution) -> Iterator[Paragraph]:
    """Every preambular and operative paragraph and item, each before its items."""
    for paragraph in (*resolution.preamble, *resolution.operative):
        yield from _flat(paragraph)


def _flat(paragraph: Paragraph) -> Iterator[Paragraph]:
    yield paragraph
    for child in paragraph.children:
        yield from _flat(child)


def _lines(resolution: Resolution) -> Iterator[str]:
    headings = {
        heading.before: f"{heading.anchor} # {heading.label or ''} {heading.text}".rstrip()
        for heading in resolution.headings
    }
    for paragraph in (*resolution.preamble, *resolution.operative):
        if paragraph.anchor in headings:
            yield headings[paragraph.anchor]
        yield from _of(paragraph)
    for annex in resolution.annexes:
        yield f"{annex.anchor} # {annex.label} {annex.title}".rstrip()
        inside = {
            heading.before: f"{heading.anchor} # {heading.label or ''} {heading.text}".rstrip()
            for heading in annex.headings
        }
        for paragraph in annex.paragraphs:
            if paragraph.anchor in inside:
                yield inside[paragraph.anchor]
            yield from _of(paragraph)
    if resolution.closing:
        yield "closing | " + with_marks(resolution.closing.text, resolution.closing.marks).replace("\n", " / ")
    for note in resolution.footnotes:
        yield f"{note.anchor} | {note.text}"


def _of(paragraph: Paragraph) -> Iterator[str]:
    printed = f"{paragraph.printed} | " if paragraph.printed else ""
    yield f"{paragraph.anchor} | {printed}{with_marks(paragraph.text, paragraph.marks)}".rstrip()
    for table in () if isinstance(paragraph.tables, msgspec.UnsetType) else paragraph.tables:
        yield from (f"{paragraph.anchor} = {' | '.join(row)}" for row in table.rows)
    for child in paragraph.children:
        yield from _of(child)
    if isinstance(paragraph.tail, Tail):
        yield f"{paragraph.anchor} … {with_marks(paragraph.tail.text, paragraph.tail.marks)}"
