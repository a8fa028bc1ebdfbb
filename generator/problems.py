"""What is wrong with a text, put so that an editor can find it: `path:line: code: message`, sorted."""

from collections.abc import Iterable

import msgspec

from generator.model import Problem, Severity


def in_the_file(problem: Problem, first_line: int) -> Problem:
    """Turn a problem's line of the raw text into the line of the file, whose body begins on `first_line`."""
    return msgspec.structs.replace(problem, line=problem.line + first_line - 1)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give those problems by which something of a text is missing, ambiguous or breaks a promise."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def printed(problem: Problem) -> str:
    """Put a problem on one line; a warning is marked as one."""
    mark = "" if problem.severity is Severity.ERROR else "warning: "
    message = " ".join(problem.message.split())
    return f"{problem.path}:{problem.line}: {problem.code}: {mark}{message}"


def listed(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Put problems on lines, by path and line, each said once."""
    return tuple(printed(problem) for problem in sorted(set(problems)))
