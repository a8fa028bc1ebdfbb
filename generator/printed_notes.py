"""A Python-Markdown extension that shows the printed label of every footnote.

The `footnotes` extension keeps our ids (`fn:22`, `fn:star`) but counts the notes for the reader: a document whose first
note is 22 would show 1. Here the mark and the note show what is printed, and a note that no mark calls for loses its
way back. Named in `mkdocs.yml` after `footnotes`; it takes no options.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from generator import anchors

_NOTE_ID = re.compile(
    r"""fn:
    (?:[a-z]+-(?!\d+(?:st|nd|rd|th)$))?  # the part of a composite text: fn:a-5, but not note a printed again: fn:a-2nd
    (?P<label>.+?)              # the printed label; signs are spelled out
    (?:-\d+(?:st|nd|rd|th))?$   # a label printed again: fn:5-2nd
    """,
    re.VERBOSE,
)

_SIGNS = {name: sign for sign, name in anchors.SIGNS.items()}
_SIGN = re.compile(rf"(?P<name>{'|'.join(_SIGNS)})(?P<times>\d*)")

_AFTER_INLINE_AND_REPEATED_MARKS = 14


def printed_label(anchor: str) -> str:
    """Give the label that a footnote's anchor was made of: "5" for "fn:5" and "fn:a-5", "**" for "fn:star2"."""
    found = _NOTE_ID.match(anchor)
    label = found["label"] if found else anchor
    sign = _SIGN.fullmatch(label)
    return _SIGNS[sign["name"]] * int(sign["times"] or 1) if sign else label


class PrintedNotes(Treeprocessor):
    """Rewrites what `footnotes` has made of marks and notes."""

    def run(self, root: Element) -> None:
        """Give marks and notes their printed labels, in place."""
        marks = _show_labels_of_marks(root)
        for block in root.iter("div"):
            if block.get("class") == "footnote":
                for listing in block.iter("ol"):
                    listing.set("role", "list")
                for note in block.iter("li"):
                    _show_label_of_note(note, marks)


def _show_labels_of_marks(root: Element) -> set[str]:
    """Label each mark by the note it leads to; give the ids of the marks."""
    ids = set()
    for mark in root.iter("sup"):
        for link in mark.iter("a"):
            if link.get("class") == "footnote-ref":
                link.text = printed_label(link.get("href", "").removeprefix("#"))
                ids.add(mark.get("id", ""))
    return ids


def _show_label_of_note(note: Element, marks: set[str]) -> None:
    anchor = note.get("id", "")
    label = printed_label(anchor)
    ways_back = [
        (paragraph, link) for paragraph in note.iter("p") for link in paragraph.findall("a[@class='footnote-backref']")
    ]
    for place, (paragraph, link) in enumerate(ways_back, start=1):
        link.set("title", f"Back to mark {label}" + (f", place {place}" if len(ways_back) > 1 else ""))
        if link.get("href", "").removeprefix("#") not in marks:
            paragraph.remove(link)
    first = next(note.iter("p"), None)
    if first is None:
        first = SubElement(note, "p")
    number = Element("a", {"class": "n", "href": f"#{anchor}"})
    number.text = label
    number.tail = f" {first.text or ''}"
    first.text = ""
    first.insert(0, number)


class PrintedNotesExtension(Extension):
    """Registers the rewriting between the inline patterns and the printing of the tree."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Add the tree processor to `md`."""
        md.treeprocessors.register(PrintedNotes(md), "printed_notes", _AFTER_INLINE_AND_REPEATED_MARKS)


def makeExtension(**settings: Any) -> PrintedNotesExtension:  # noqa: N802 (Python-Markdown's name)
    """Give the extension; Python-Markdown calls this by its name."""
    return PrintedNotesExtension(**settings)
