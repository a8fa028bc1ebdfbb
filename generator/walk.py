"""The paragraphs of a text in the order of its page, with their items or without."""

from collections.abc import Iterable, Iterator

from generator.model import Paragraph, Resolution


def paragraphs(resolution: Resolution) -> tuple[Paragraph, ...]:
    """Give the preambular and operative paragraphs and those of the annexes, without their items."""
    annexed = (paragraph for annex in resolution.annexes for paragraph in annex.paragraphs)
    return (*resolution.preamble, *resolution.operative, *annexed)


def with_items(tops: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Give paragraphs, each followed by its items."""
    for paragraph in tops:
        yield paragraph
        yield from with_items(paragraph.children)


def anchors(resolution: Resolution) -> Iterator[str]:
    """Give every anchor of a text: of its paragraphs and items, headings, annexes and notes."""
    yield from (paragraph.anchor for paragraph in with_items(paragraphs(resolution)))
    yield from (heading.anchor for heading in resolution.headings)
    for annex in resolution.annexes:
        yield annex.anchor
        yield from (heading.anchor for heading in annex.headings)
    yield from (note.anchor for note in resolution.footnotes)
