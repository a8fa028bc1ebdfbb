"""Marks that are printed like the text, as plain figures: found only where nothing else can be meant.

A paragraph of a resolution ends with punctuation. A figure after that, with a note of that number, is its mark.
"""

import re
from collections.abc import Iterable

from generator.intake.marked import mark

_AT_END = re.compile(r"(?<=[^\W\d][,;.:])(\d{1,2})$|(?<=[\w”)][,;:])(\d{1,2})$")


def with_glued_marks(paragraphs: Iterable[str], labels: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs with such figures as marks, and a remark for each. `labels` are the labels of the notes."""
    marked: list[str] = []
    remarks: list[str] = []
    for paragraph in paragraphs:
        found = _AT_END.search(paragraph)
        if found and found[0] in labels:
            remarks.append(f"the figure {found[0]} was taken for a mark: … {paragraph[-60:]}")
            marked.append(paragraph[: found.start()] + mark(found[0]))
        else:
            marked.append(paragraph)
    return tuple(marked), tuple(remarks)
