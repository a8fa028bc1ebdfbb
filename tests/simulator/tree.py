"""The tree of a simulated resolution, and the outline it has to be read back as.

Words carry their marks as `[^5]`. Anchors are spelled here once more, from docs/decisions/0001, so that the reader's
own spelling of them is held against something.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Node:
    """A paragraph or an item: its printed label bare, its words, its items, and what follows the last of them."""

    label: str | None
    words: str
    opening: str = ""
    items: tuple["Node", ...] = ()
    tail: str = ""


@dataclass(frozen=True)
class Section:
    """A section of the operative part; `title` may be empty."""

    label: str
    title: str
    paragraphs: tuple[Node, ...]


@dataclass(frozen=True)
class Annex:
    """An annex with numbered paragraphs."""

    label: str
    title: str
    paragraphs: tuple[Node, ...]


@dataclass(frozen=True)
class Note:
    """A note under its printed number."""

    label: str
    words: str


@dataclass(frozen=True)
class Head:
    """What the masthead says."""

    organ: str
    symbol: str
    number: str
    title: str
    session: str
    agenda_item: str
    report: str
    adopted: date
    distributed: date
    meeting: int


@dataclass(frozen=True)
class Text:
    """A resolution. `operative` stands before the first section."""

    head: Head
    preamble: tuple[Node, ...]
    operative: tuple[Node, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    notes: tuple[Note, ...]


def outline(text: Text) -> str:
    """What has to be read, as `tests.outline` writes a resolution that was read."""
    return "\n".join(
        (
            *(line for place, node in enumerate(text.preamble, 1) for line in _of_node(f"pp{place}", node)),
            *_operative(text),
            *_annexes(text),
            "closing | " + " / ".join(closing(text.head)),
            *(f"fn:{note.label} | {note.words}" for note in sorted(text.notes, key=lambda note: int(note.label))),
        )
    )


def restarts(text: Text) -> bool:
    """Whether the sections count their paragraphs anew."""
    labels = [node.label for section in text.sections for node in section.paragraphs]
    labels += [node.label for node in text.operative]
    return len(set(labels)) < len(labels)


def closing(head: Head) -> tuple[str, ...]:
    """The lines under the last operative paragraph."""
    if head.organ == "Security Council":
        return (f"Adopted unanimously at the {ordinal(head.meeting)} meeting.",)
    plenary = "plenary " if head.organ == "General Assembly" else ""
    return (f"{ordinal(head.meeting)} {plenary}meeting", printed_date(head.adopted))


def printed_date(when: date) -> str:
    """A date as the United Nations prints it: 20 December 2004."""
    return f"{when:%-d %B %Y}"


def ordinal(number: int) -> str:
    """A number as an ordinal: 74th, 4632nd."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def printed_label(label: str | None, level: int) -> str:
    """A label as it is printed: "1.", "(b)", "(ii)", "a."."""
    if label is None:
        return ""
    return f"{label}." if level in {0, 3} else f"({label})"


def _operative(text: Text) -> Iterator[str]:
    for place, node in enumerate(text.operative, 1):
        yield from _of_node(f"op{node.label or place}", node)
    for number, section in enumerate(text.sections, 1):
        yield f"s{number} # {section.label} {section.title}".rstrip()
        prefix = f"s{number}-" if restarts(text) else ""
        for node in section.paragraphs:
            yield from _of_node(f"{prefix}op{node.label}", node)


def _annexes(text: Text) -> Iterator[str]:
    for place, annex in enumerate(text.annexes, 1):
        anchor = "annex" if len(text.annexes) == 1 else f"annex{place}"
        yield f"{anchor} # {annex.label} {annex.title}"
        for node in annex.paragraphs:
            yield from _of_node(f"{anchor}-p{node.label}", node)


def _of_node(anchor: str, node: Node, level: int = 0) -> Iterator[str]:
    label = f"{printed_label(node.label, level)} | " if node.label else ""
    yield f"{anchor} | {label}{node.words}"
    for item in node.items:
        yield from _of_node(f"{anchor}-{item.label}", item, level + 1)
    if node.tail:
        yield f"{anchor} … {node.tail}"
