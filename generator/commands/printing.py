"""How the commands speak: problems as `path:line: code: message`, numbers with their nouns, and the stage of a run."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TextIO

import msgspec
from rich.console import Console

from generator import corpus, problems
from generator.model import Problem


def print_problems(found: Iterable[Problem], corpus_folder: Path, stream: TextIO | None = None) -> None:
    """Print every problem once, sorted, with the path of its file as the user can open it."""
    for line in problems.listed(_where_it_stands(problem, corpus_folder) for problem in found):
        print(line, file=stream)


def _where_it_stands(problem: Problem, corpus_folder: Path) -> Problem:
    """Name the file as the user can open it: the corpus may stand anywhere."""
    path = PurePosixPath(problem.path)
    if path.parts[:1] != (corpus.HOME,):
        return problem
    return msgspec.structs.replace(problem, path=corpus_folder.joinpath(*path.parts[1:]).as_posix())


@contextmanager
def shown(stage: str) -> Iterator[Callable[[str], None]]:
    """On a terminal, show which stage a run is in and how far; anywhere else its lines are enough."""
    terminal = Console(stderr=True)
    if not terminal.is_terminal:
        yield lambda _: None
        return
    with terminal.status(f"{stage} …") as status:
        yield status.update


def count(number: int, thing: str) -> str:
    """Give a number with its noun: "1 text", "2 texts"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
