"""What the reader makes of a folder of texts: `python -m tests.report DIR` prints a table, a row a file.

    op    operative numbers found in sequence, from 1 on, of those that were found
    par   paragraphs and items            notes, marks   as read
    -mark notes that no mark calls for    -note  marks without a note
    lost  words of the raw text that are nowhere in the twin, counted from outside, without regard to their order
    new   words of the twin that are nowhere in the raw text

PDF, Word and HTML files go through the intake first. Exit code 0: this measures, it does not judge.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.audit import audit
from generator.handed_in import read_any_file
from generator.model import Mark, Paragraph, RawText, Resolution, Tail
from generator.reading import read

_COLUMNS = ("op", "par", "notes", "marks", "-mark", "-note", "lost", "new")
# Marks are glued to words and numbers, so each digit counts for itself.
_WORD = re.compile(r"[^\W\d_]+|\d")
_TAG = re.compile(r"</?sup>|<!--.*?-->")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def main(arguments: Sequence[str]) -> int:
    """Print the table of one folder, its sub-folders included; 2 where there is none."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m tests.report DIR")
        return 2
    folder = Path(arguments[0])
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    width = max((len(str(file.relative_to(folder))) for file in files), default=0)
    print(" ".join([f"{'file':{width}}", *(f"{name:>6}" for name in _COLUMNS), " problems"]))
    for file in files:
        print(f"{file.relative_to(folder)!s:{width}} {_row(file)}")
    return 0


def _row(file: Path) -> str:
    raw, problems = read_any_file(file)
    if raw is None:
        return "; ".join(problem.message for problem in problems)
    resolution = read(raw)
    numbers = [paragraph.label for paragraph in resolution.operative if paragraph.label]
    marks = [mark.footnote for mark in marks_of(resolution)]
    notes = [note.label for note in resolution.footnotes]
    lost, new = _words_apart(raw, resolution)
    cells = (
        f"{_in_sequence(numbers)}/{len(resolution.operative)}",
        sum(1 for _ in paragraphs_of(resolution)),
        len(notes),
        len(marks),
        len(set(notes) - set(marks)),
        len(set(marks) - set(notes)),
        lost,
        new,
    )
    codes = Counter(problem.code for problem in (*resolution.problems, *audit(resolution, raw.body)))
    said = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
    return " ".join([*(f"{cell:>6}" for cell in cells), f" {said}"])


def paragraphs_of(resolution: Resolution) -> Iterator[Paragraph]:
    """Every paragraph and item of a text, those of its annexes too."""
    tops = (*resolution.preamble, *resolution.operative, *(p for annex in resolution.annexes for p in annex.paragraphs))
    for top in tops:
        yield from _flat(top)


def marks_of(resolution: Resolution) -> Iterator[Mark]:
    """Every footnote mark of a text, wherever it stands."""
    yield from resolution.title_marks
    yield from (mark for heading in resolution.headings for mark in heading.marks)
    yield from (mark for annex in resolution.annexes for mark in annex.marks)
    for paragraph in paragraphs_of(resolution):
        yield from paragraph.marks
        if isinstance(paragraph.tail, Tail):
            yield from paragraph.tail.marks
    if resolution.closing:
        yield from resolution.closing.marks


def _flat(paragraph: Paragraph) -> Iterator[Paragraph]:
    yield paragraph
    for child in paragraph.children:
        yield from _flat(child)


def _in_sequence(numbers: Sequence[str]) -> int:
    """How many of the numbers follow the one before, or begin again at 1."""
    found, last = 0, 0
    for number in numbers:
        if number.isdigit() and int(number) in {last + 1, 1}:
            found, last = found + 1, int(number)
    return found


def _words_apart(raw: RawText, resolution: Resolution) -> tuple[int, int]:
    """Words of the raw text that the twin lacks, and the reverse. A correction is undone on both sides."""
    printed = _counted(_TAG.sub("", raw.body))
    shown = _counted(" ".join(_words_of(resolution)))
    for correction in resolution.corrections:
        printed += _counted(correction.shown)
        shown += _counted(correction.found)
    return (printed - shown).total(), (shown - printed).total()


def _counted(words: str) -> Counter[str]:
    return Counter(_WORD.findall(words.translate(_SUPERSCRIPT).lower()))


def _words_of(resolution: Resolution) -> Iterator[str]:
    """Every word of the twin, what was left out of the page included."""
    yield from (field.text for field in resolution.masthead)
    for paragraph in paragraphs_of(resolution):
        yield from (paragraph.label or "", paragraph.text)
        if isinstance(paragraph.tail, Tail):
            yield paragraph.tail.text
        if not isinstance(paragraph.tables, msgspec.UnsetType):
            yield from (cell for table in paragraph.tables for row in table.rows for cell in row)
    headings = (*resolution.headings, *(heading for annex in resolution.annexes for heading in annex.headings))
    yield from (f"{heading.label or ''} {heading.text}" for heading in headings)
    yield from (f"{annex.label} {annex.title}" for annex in resolution.annexes)
    yield from (f"{note.label} {note.text}" for note in resolution.footnotes)
    yield from (mark.footnote for mark in marks_of(resolution))
    yield resolution.closing.text if resolution.closing else ""
    yield from (item.text for item in resolution.furniture)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
