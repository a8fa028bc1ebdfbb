"""The paragraphs of a text in the order of its page, with their items or without."""

from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec import UNSET

from generator.model import Paragraph, Part, Resolution


def paragraphs(resolution: Resolution) -> tuple[Paragraph, ...]:
    """Give the preambular and operative paragraphs and those of the annexes, without their items."""
    annexed = (paragraph for annex in resolution.annexes for paragraph in annex.paragraphs)
    return (*resolution.preamble, *resolution.operative, *annexed)


def with_items(tops: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Give paragraphs, each followed by its items."""
    for paragraph in tops:
        yield paragraph
        yield from with_items(paragraph.children)


def changed(resolution: Resolution, change: Callable[[Paragraph, Part], Paragraph]) -> Resolution:
    """Give a text each of whose paragraphs is what `change` makes of it and of the part it stands in."""

    def of(part: Part, tops: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(change(paragraph, part) for paragraph in tops)

    return msgspec.structs.replace(
        resolution,
        preamble=of(Part.PREAMBLE, resolution.preamble),
        operative=of(Part.OPERATIVE, resolution.operative),
        annexes=tuple(
            msgspec.structs.replace(annex, paragraphs=of(Part.ANNEX, annex.paragraphs)) for annex in resolution.annexes
        ),
    )


def stretches(paragraph: Paragraph) -> Iterator[tuple[str, int, str]]:
    """Give all words of a paragraph in their order, those of its items under their printed labels.

    Each stretch comes with the anchor of the paragraph or item whose words it is and the offset there at which it
    begins, a tail counted after the words; what is between stretches has no anchor.
    """
    yield paragraph.anchor, 0, paragraph.text
    for item in paragraph.children:
        yield "", 0, f" {item.printed} " if item.printed else " "
        yield from stretches(item)
    if paragraph.tail is not UNSET:
        yield "", 0, " "
        yield paragraph.anchor, len(paragraph.text) + 1, paragraph.tail.text


def all_words(paragraph: Paragraph) -> str:
    """Give the words of a paragraph and of its items as one line."""
    return "".join(text for _, _, text in stretches(paragraph))


def anchors(resolution: Resolution) -> Iterator[str]:
    """Give every anchor of a text: of its paragraphs and items, headings, annexes and notes."""
    yield from (paragraph.anchor for paragraph in with_items(paragraphs(resolution)))
    yield from (heading.anchor for heading in resolution.headings)
    for annex in resolution.annexes:
        yield annex.anchor
        yield from (heading.anchor for heading in annex.headings)
    yield from (note.anchor for note in resolution.footnotes)
