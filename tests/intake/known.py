"""A resolution whose every paragraph, mark and note is known: 59/166, from the truth beside the tests."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_TRUTH = Path(__file__).parents[1] / "truth"


@dataclass(frozen=True)
class Known:
    """What a document says: the lines of its head, its paragraphs (with `[^5]` marks), its closing, its notes."""

    head: tuple[str, ...]
    paragraphs: tuple[str, ...]
    closing: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """Everything but the notes, in order."""
        return (*self.head, *self.paragraphs, *self.closing)

    @property
    def text(self) -> str:
        """The whole in the reader's sixth flavour."""
        return "\n\n".join((*self.blocks, *(f"[^{label}]: {text}" for label, text in self.notes))) + "\n"


HEAD = (
    "General Assembly",
    "Distr.: General",
    "10 February 2005",
    "Fifty-ninth session",
    "Agenda item 98",
    "Resolution adopted by the General Assembly on 20 December 2004",
    "[on the report of the Third Committee (A/59/496)]",
    "59/166. Trafficking in women and girls",
    "The General Assembly,",
)


def trafficking() -> Known:
    """Give resolution 59/166 of the truth: 16 + 26 paragraphs, 14 notes, 18 marks."""
    clean = (_TRUTH / "A-RES-59-166.clean.txt").read_text(encoding="utf-8")
    known = yaml.safe_load((_TRUTH / "A-RES-59-166.yaml").read_text(encoding="utf-8"))
    paragraphs = [_printed(line) for line in clean.splitlines() if re.match(r"\[(pp|op)", line)]
    return Known(
        head=HEAD,
        paragraphs=tuple(paragraphs),
        closing=("74th plenary meeting", "20 December 2004"),
        notes=tuple((str(note["number"]), _plain(str(note["text"]))) for note in known["footnotes"]),
    )


def _printed(line: str) -> str:
    """A line "[op18] Also invites …" as it is printed."""
    part, text = re.findall(r"^\[(\w+)\] (.*)$", line)[0]
    return f"{part.removeprefix('op')}. {text}" if part.startswith("op") else str(text)


def _plain(note: str) -> str:
    """A note without the Markdown that its extraction added."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", note).replace("*", "")
