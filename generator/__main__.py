"""The command line: the one place that prints and sets the exit code.

0: done. 1: a text was left out (`build`, `parse`), or something is wrong with one (`check`, `build --strict`).
2: wrong usage or configuration.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TextIO

import msgspec
from rich.console import Console

from generator import add as adding
from generator import corpus, pipeline, problems, sealing
from generator.authorities import read_authorities
from generator.building import site as building
from generator.built_site import addresses_elsewhere, read_pages
from generator.gathering import read_and_audit
from generator.indexing.overriding import override_faults
from generator.model import Problem
from generator.promise.lock import NAME as LOCK
from generator.promise.lock import Said
from generator.promise.recording import Change, UnknownPlaceError, accepted, moved, with_new, withdrawn
from generator.reporting.markdown import markdown, shortened
from generator.searching import engine
from generator.stages import Stages
from generator.usage import usage
from generator.writing import twin

DONE, FAULTY, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = usage().parse_args(arguments)
    try:
        return _COMMANDS[asked.command](asked)
    except (corpus.ConfigurationError, UnknownPlaceError, OSError) as error:
        print(f"operative: {error}", file=sys.stderr)
        return MISUSED


def build(asked: argparse.Namespace) -> int:
    """Generate docs/ from the corpus; 1 if a text had to be left out, or with --strict if anything is wrong."""
    stages = Stages(_shown)
    told = pipeline.build(asked.corpus, asked.docs, asked.cache, stages)
    _print_problems(told.problems, asked.corpus)
    print(
        f"{_count(told.texts, 'text')} built, {len(told.left_out)} left out; "
        f"{_count(len(told.written.changed), 'file')} changed, {len(told.written.removed)} removed under {asked.docs}"
    )
    wrong = _count(len(set(told.problems)), "problem")
    print(f"{_count(told.paragraphs, 'paragraph')}, {wrong}; {stages.summary()}")
    faulty = problems.errors(told.problems) if asked.strict else told.left_out
    return FAULTY if faulty else DONE


def check(asked: argparse.Namespace) -> int:
    """Hold a corpus, and a built site, against the laws; 1 on any error."""
    edition = pipeline.check(asked.corpus, asked.site, asked.cache)
    _print_problems(edition.problems, asked.corpus)
    wrong = problems.errors(edition.problems)
    warnings = len(set(edition.problems)) - len(set(wrong))
    print(
        f"{_count(len(edition.resolutions), 'text')} checked: "
        f"{_count(len(set(wrong)), 'error')}, {_count(warnings, 'warning')}"
    )
    return FAULTY if wrong else DONE


def parse(asked: argparse.Namespace) -> int:
    """Print the JSON twin of one text; 1 if it cannot be read."""
    text, found = corpus.read_any_file(asked.file)
    authorities, faults = read_authorities(asked.corpus)
    _print_problems(faults, asked.corpus, sys.stderr)
    resolution = None if text is None else read_and_audit(text, authorities)
    if text is not None and resolution is not None:
        found += override_faults(resolution, text.overrides, authorities.known)
    for line in problems.listed(msgspec.structs.replace(problem, path=str(asked.file)) for problem in found):
        print(line, file=sys.stderr)
    if resolution is None:
        return FAULTY
    sys.stdout.buffer.write(twin.encode(resolution).encode("utf-8"))
    return DONE


def add(asked: argparse.Namespace) -> int:
    """Bring texts into a corpus; 1 if something of them is wrong or was not taken."""
    added = adding.add(asked.files, asked.corpus)
    _print_problems(added.problems, asked.corpus)
    for outcome, lines in (("left out", added.left_out), ("already there", added.present), ("written", added.written)):
        for line in lines:
            print(f"{outcome}: {line}")
    return FAULTY if problems.errors(added.problems) else DONE


def lock(asked: argparse.Namespace) -> int:
    """Record new anchors, or what became of a published one; 1 if a promise is still broken."""
    edition = pipeline.record(asked.corpus, _change(asked))
    _print_problems(edition.problems, asked.corpus)
    print(f"{_count(len(edition.lock or ()), 'line')} in {asked.corpus / LOCK}")
    return FAULTY if problems.errors(edition.problems) else DONE


def _change(asked: argparse.Namespace) -> Change:
    """What the editor asked to record."""
    if not (asked.accept or asked.move or asked.withdraw):
        return with_new
    if not asked.why:
        raise corpus.ConfigurationError('say why, for those who will read the lock: --why "…"')
    said = Said(datetime.now(UTC).date().isoformat(), asked.why)
    if asked.accept:
        return lambda lines, held: accepted(lines, held, asked.accept, said)
    if asked.move:
        place, to = asked.move
        return lambda lines, held: moved(lines, held, place, to, said)
    return lambda lines, _: withdrawn(lines, asked.withdraw, said)


def site(asked: argparse.Namespace) -> int:
    """Build the site from docs/, or one shard of it; 1 if MkDocs has something to complain about."""
    place = building.Place(asked.config, asked.docs, asked.site, asked.cache)
    stages = Stages(_shown)
    built = (
        building.build_shard(place, asked.shard) if asked.shard else building.build_site(place, asked.shards, stages)
    )
    for complaint in built.complaints:
        print(complaint)
    where = "nothing was published" if built.complaints else f"the site is in {asked.site}"
    print(f"{_count(built.rendered, 'page')} rendered, {built.taken_over} taken over; {where}")
    if stages.seconds:
        print(stages.summary())
    return FAULTY if built.complaints else DONE


def search(asked: argparse.Namespace) -> int:
    """Index a built site."""
    print(f"{_count(engine.index(asked.site), 'text')} can be searched in {asked.site}")
    return DONE


def sealed(asked: argparse.Namespace) -> int:
    """List in a built site what a reader takes along to read without a network."""
    made = sealing.seal(asked.site)
    print(f"{_count(len(made.files), 'file')} to take along, {made.bytes / 1e6:.1f} MB, version {made.version}")
    return DONE


def links(asked: argparse.Namespace) -> int:
    """Print the addresses on other sites that a built site leads to, one a line."""
    for address in addresses_elsewhere(read_pages(asked.site)):
        print(address)
    return DONE


def align(asked: argparse.Namespace) -> int:
    """Print which paragraphs of one text another continues, and what is new and was dropped."""
    found = pipeline.aligned(asked.corpus, asked.earlier, asked.later)
    for one in found.links:
        print(f"{one.origin} {one.to} {one.kind} {one.score:.2f}")
    for name, places in (("new", found.new), ("dropped", found.dropped)):
        for place in places:
            print(f"{name}: {place}")
    return DONE


def report(asked: argparse.Namespace) -> int:
    """Print as Markdown what leads from the corpus of a commit to the one of today."""
    whole = markdown(pipeline.report(asked.corpus, asked.base))
    if asked.whole:
        asked.whole.write_text(whole, encoding="utf-8")
    sys.stdout.write(shortened(whole) if asked.whole else whole)
    return DONE


def explain(asked: argparse.Namespace) -> int:
    """Print why a paragraph has its themes and addressees."""
    for line in pipeline.explain(asked.corpus, asked.paragraph):
        print(line)
    return DONE


def _print_problems(found: Iterable[Problem], corpus_folder: Path, stream: TextIO | None = None) -> None:
    for line in problems.listed(_where_it_stands(problem, corpus_folder) for problem in found):
        print(line, file=stream)


def _where_it_stands(problem: Problem, corpus_folder: Path) -> Problem:
    """Name the file as the user can open it: the corpus may stand anywhere."""
    path = PurePosixPath(problem.path)
    if path.parts[:1] != (corpus.HOME,):
        return problem
    return msgspec.structs.replace(problem, path=corpus_folder.joinpath(*path.parts[1:]).as_posix())


def _shown(stage: str) -> AbstractContextManager[object]:
    """On a terminal, show which stage a run is in; anywhere else its lines are enough."""
    terminal = Console(stderr=True)
    return terminal.status(f"{stage} …") if terminal.is_terminal else nullcontext()


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": build,
    "site": site,
    "search": search,
    "seal": sealed,
    "check": check,
    "links": links,
    "report": report,
    "parse": parse,
    "add": add,
    "lock": lock,
    "align": align,
    "explain": explain,
}


if __name__ == "__main__":
    # What is read stays to the end, and next to nothing is left in circles: the collector would only go through all
    # texts again and again.
    gc.disable()
    sys.exit(main())
