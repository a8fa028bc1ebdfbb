"""Write "About this text": where the words come from, what was counted, left out and mended, and what is still open."""

from collections.abc import Iterator, Sequence

from generator import walk
from generator.model import Correction, Furniture, Problem, Resolution, Spans, Witness
from generator.writing.escape import escape


def about_blocks(resolution: Resolution) -> Iterator[str]:
    """Give the Markdown blocks of the fold-out at the foot of a page."""
    yield '<details class="about" data-search-exclude markdown>\n<summary>About this text</summary>'
    yield "\n".join(_facts(resolution))
    yield from _list("Left out as furniture of the page", [_furniture(item) for item in resolution.furniture])
    yield from _list("Faults of extraction mended", [_correction(item) for item in resolution.corrections])
    yield from _list("Open problems", [_problem(item) for item in resolution.problems])
    yield "</details>"


def _facts(resolution: Resolution) -> Iterator[str]:
    source = resolution.source
    yield f"- Source: {escape(source.path)}, {source.words:,} words, lines counted from 1"
    yield f"- SHA-256 of the source: <code>{escape(source.sha256)}</code>"
    yield f"- Counted: {', '.join(_counts(resolution))}"
    if resolution.preamble:
        yield "- The numbers beside preambular paragraphs are ours; none are printed"
    yield f"- The same as data: {_beside(resolution, '.json')}; as Akoma Ntoso: {_beside(resolution, '.xml')}"


def _beside(resolution: Resolution, suffix: str) -> str:
    """A link to a file that stands beside the page of a text: its symbol's last part, with the suffix of its format."""
    name = resolution.url.rstrip("/").rpartition("/")[2] + suffix
    return f"[{escape(name)}](<{name}>)"


def _counts(resolution: Resolution) -> Iterator[str]:
    annexed = tuple(paragraph for annex in resolution.annexes for paragraph in annex.paragraphs)
    tops = walk.paragraphs(resolution)
    everything = tuple(walk.with_items(tops))
    marks = sum(len(paragraph.marks) + (len(paragraph.tail.marks) if paragraph.tail else 0) for paragraph in everything)
    yield _counted(len(resolution.preamble), "preambular paragraph")
    yield _counted(len(resolution.operative), "operative paragraph")
    if annexed:
        yield _counted(len(annexed), "paragraph") + f" in {_counted(len(resolution.annexes), 'annex', 'annexes')}"
    yield _counted(len(everything) - len(tops), "item")
    yield _counted(len(resolution.footnotes), "note")
    yield _counted(marks, "mark")


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"**{title}** ({len(items)})"
        yield "\n".join(f"- {item}" for item in items)


def _furniture(item: Furniture) -> str:
    return f"{_lines(item.lines)}, {escape(item.why)}: {escape(item.text)}"


def _correction(item: Correction) -> str:
    witness = "an editor" if item.by is Witness.EDITOR else "a rule of the reader"
    return (
        f"Line {item.line}: “{escape(item.found)}” is shown as “{escape(item.shown)}” ({escape(item.why)}; {witness})"
    )


def _problem(item: Problem) -> str:
    return f"Line {item.line}: {escape(item.code)}: {escape(item.message)}"


def _lines(lines: Spans) -> str:
    spelled = [str(first) if first == last else f"{first}–{last}" for first, last in lines]
    return ("Line " if len(lines) == 1 and lines[0][0] == lines[0][1] else "Lines ") + ", ".join(spelled)


def _counted(number: int, name: str, names: str | None = None) -> str:
    return f"{number} {name if number == 1 else names or name + 's'}"
