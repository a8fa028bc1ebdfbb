"""Write a report as Markdown: a table of what changed, then each text with its words before and after.

What texts say is shown and never read as markup: a report is shown where a stranger's text may bring one in.
"""

from collections.abc import Iterable, Iterator

from generator.reporting.comparing import KINDS, Difference, Report, TextChange
from generator.writing.escape import escape, escape_line
from generator.writing.lineage.diffs import diff

_SHOWN = 200
"""How many gained or lost things of one kind a reviewer is shown; the rest is counted."""

SHORT = 60_000
"""Characters that a comment or a summary has room for on any code host."""

_FOLD_END = "</details>"
_GOES_ON = "\n**The report goes on: it is too long to be shown here. The file beside it has all of it.**\n"


def markdown(report: Report) -> str:
    """Give a report as one Markdown text."""
    blocks = ["# What this change changes", *_blocks(report)]
    return "\n\n".join(blocks).replace("@", "&#64;") + "\n"  # a comment would call whoever is named so


def shortened(report: str, at_most: int = SHORT) -> str:
    """Give a report that is too long to be shown up to the last line that fits, and say that it goes on."""
    if len(report) <= at_most:
        return report
    room = at_most - len(f"\n{_FOLD_END}\n{_GOES_ON}")
    kept = report[: report.rfind("\n", 0, room) + 1]
    open_folds = kept.count("<details>") - kept.count(_FOLD_END)
    return kept + (f"\n{_FOLD_END}\n" if open_folds else "") + _GOES_ON


def _blocks(report: Report) -> Iterator[str]:
    if not (report.texts or report.problems or report.at_risk):
        yield "Nothing: every text reads as before."
        return
    if report.at_risk:
        yield f"**{_count(len(report.at_risk), 'published address')} at risk.**"
        yield _listed(report.at_risk)
    if report.texts:
        yield "\n".join(_table(report.texts))
    for name, lines in (("New problems", report.problems.gained), ("Problems gone", report.problems.lost)):
        if lines:
            yield f"## {name}"
            yield _listed(lines)
    for text in report.texts:
        yield from _text(text)


def _table(texts: Iterable[TextChange]) -> Iterator[str]:
    yield f"| text | | {' | '.join(KINDS)} | reworded |"
    yield "|---" * (len(KINDS) + 3) + "|"
    for text in texts:
        cells = (_sum(text.differences.get(kind, Difference())) for kind in KINDS)
        yield f"| {escape(text.symbol)} | {text.fate} | {' | '.join(cells)} | {len(text.reworded) or ''} |"


def _sum(difference: Difference) -> str:
    counted = ((len(difference.gained), "+"), (len(difference.lost), "−"))
    return " ".join(f"{sign}{number}" for number, sign in counted if number)


def _text(text: TextChange) -> Iterator[str]:
    yield f"## {escape(text.symbol)}: {text.fate}"
    for one in text.reworded:
        yield f"**{escape(one.anchor)}** {diff(one.old, one.new)}"
    for kind in KINDS:
        difference = text.differences.get(kind, Difference())
        for sign, lines in (("gained", difference.gained), ("lost", difference.lost)):
            if lines:
                yield f"<details><summary>{kind} {sign}: {len(lines)}</summary>"
                yield _listed(lines)
                yield _FOLD_END


def _listed(lines: Iterable[str]) -> str:
    shown = [f"- {escape_line(line)}" for line in lines]
    rest = [f"- and {len(shown) - _SHOWN} more"] if len(shown) > _SHOWN else []
    return "\n".join([*shown[:_SHOWN], *rest])


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}es"
