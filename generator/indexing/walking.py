"""Every paragraph of a text, one after the other."""

from collections.abc import Iterator

from generator.model import Paragraph, Resolution


def paragraphs_of(resolution: Resolution) -> Iterator[Paragraph]:
    """Give the paragraphs of the preamble, of the operative part and of the annexes, each before its items."""
    annexed = (paragraph for annex in resolution.annexes for paragraph in annex.paragraphs)
    for paragraph in (*resolution.preamble, *resolution.operative, *annexed):
        yield from _with_items(paragraph)


def _with_items(paragraph: Paragraph) -> Iterator[Paragraph]:
    yield paragraph
    for item in paragraph.children:
        yield from _with_items(item)
