"""Read the cases in `tests/cases/*.md`: each a title, an input and what is expected, with a lone dot between them.

    title
    .
    input, any number of lines
    .
    expected, any number of lines
    .

A line that begins with `# ` between two cases opens a section; other lines there are remarks up to the title,
which is the last line before the first dot.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
FENCE = "."


@dataclass(frozen=True)
class Case:
    """One case, and the line of its file that its title stands on."""

    section: str
    title: str
    input: str
    expected: str
    line: int

    def __str__(self) -> str:
        """Name the case in a test report."""
        return self.title


def load_cases(name: str, section: str | None = None) -> tuple[Case, ...]:
    """Give the cases of `tests/cases/<name>.md`, or of one of its sections; ValueError where there are none."""
    lines = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("\n")
    cases = tuple(case for case in _cases(lines) if section in {None, case.section})
    if not cases:
        raise ValueError(f"no case in {name}.md" + (f" under “{section}”" if section else ""))
    return cases


def _cases(lines: list[str]) -> list[Case]:
    fences = [number for number, line in enumerate(lines) if line == FENCE]
    if len(fences) % 3:
        raise ValueError("a case needs three lone dots: before the input, after it, and after what is expected")
    found = []
    section = ""
    after_last = 0
    for start, middle, end in zip(fences[::3], fences[1::3], fences[2::3], strict=True):
        headings = [line.removeprefix("# ") for line in lines[after_last:start] if line.startswith("# ")]
        section = headings[-1] if headings else section
        found.append(
            Case(
                section=section,
                title=lines[start - 1],
                input="\n".join(lines[start + 1 : middle]),
                expected="\n".join(lines[middle + 1 : end]),
                line=start,
            )
        )
        after_last = end + 1
    return found
