"""Authority files: lists of entries that editors keep in YAML beside the texts.

`read_list` takes the words of one and the type of its entries; it gives the entries that can be used, each knowing its
lines, and a `Problem` at its line for everything that is wrong with the others.
"""

from typing import Generic, TypeVar

import msgspec

from generator.handwritten import Fault, Sheet, checked, read
from generator.model import Problem, Severity

Kind = TypeVar("Kind")


class Entry(msgspec.Struct, Generic[Kind], frozen=True):
    """One entry of an authority file: what it says, its rank in the file, and the file's sheet."""

    value: Kind
    rank: int
    sheet: Sheet

    def line(self, *place: str | int) -> int:
        """The line of one of its values, or of the nearest thing around it that is there."""
        return self.sheet.line((self.rank, *place))


def read_list(text: str, path: str, kind: type[Kind]) -> tuple[tuple[Entry[Kind], ...], tuple[Problem, ...]]:
    """Read an authority file that problems name as `path`: its usable entries in their order, and every fault."""
    sheet = read(text)
    if isinstance(sheet, Fault):
        return (), (fault(path, sheet.line, sheet.code, sheet.message),)
    if sheet.values is None:
        return (), ()
    if not isinstance(sheet.values, list):
        return (), (fault(path, 1, "bad-value", "a list is expected here: begin each entry with a hyphen"),)
    entries: list[Entry[Kind]] = []
    problems = [fault(path, one.line, one.code, one.message) for one in sheet.repeated]
    for rank, value in enumerate(sheet.values):
        usable, wrong = checked(value, kind, (rank,))
        problems += [fault(path, sheet.line(place), code, message) for place, code, message in wrong]
        if not wrong:
            entries.append(Entry(msgspec.convert(usable, kind, strict=False), rank, sheet))
    return tuple(entries), tuple(problems)


def fault(path: str, line: int, code: str, message: str) -> Problem:
    """Give what is wrong with an entry, as an error."""
    return Problem(path=path, line=line, code=code, severity=Severity.ERROR, message=message)
