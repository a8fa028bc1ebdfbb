"""The command line: the one place that prints and sets the exit code.

0: done. 1: a text was left out (`build`, `parse`), or something is wrong with one (`check`, `build --strict`).
2: wrong usage or configuration.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TextIO

import msgspec

from generator import add as adding
from generator import corpus, pipeline, problems, sealing
from generator.authorities import read_authorities
from generator.built_site import addresses_elsewhere, read_pages
from generator.indexing.overriding import override_faults
from generator.model import Problem
from generator.promise.lock import NAME as LOCK
from generator.promise.lock import Said
from generator.promise.recording import Change, UnknownPlaceError, accepted, moved, with_new, withdrawn
from generator.reporting.markdown import markdown, shortened
from generator.writing import twin

DONE, FAULTY, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = _usage().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (corpus.ConfigurationError, UnknownPlaceError, OSError) as error:
        print(f"operative: {error}", file=sys.stderr)
        return MISUSED


def build(asked: argparse.Namespace) -> int:
    """Generate docs/ from the corpus; 1 if a text had to be left out, or with --strict if anything is wrong."""
    edition, written = pipeline.build(asked.corpus, asked.docs)
    _print_problems(edition.problems, asked.corpus)
    print(
        f"{_count(len(edition.resolutions), 'text')} built, {len(edition.left_out)} left out; "
        f"{_count(len(written.changed), 'file')} changed, {len(written.removed)} removed under {asked.docs}"
    )
    faulty = problems.errors(edition.problems) if asked.strict else edition.left_out
    return FAULTY if faulty else DONE


def check(asked: argparse.Namespace) -> int:
    """Hold a corpus, and a built site, against the laws; 1 on any error."""
    edition = pipeline.check(asked.corpus, asked.site)
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
    resolution = None if text is None else pipeline.read_and_audit(text, authorities)
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


def _usage() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="United Nations resolutions as pages.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="generate docs/ from a corpus")
    _add_corpus(command)
    command.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="where to (default: docs)")
    command.add_argument("--strict", action="store_true", help="exit 1 on any error")
    command.set_defaults(run=build)
    command = commands.add_parser("check", help="hold a corpus against the laws; exit 1 on any error")
    _add_corpus(command)
    command.add_argument("--site", type=Path, metavar="DIR", help="a built site whose ids and links to check as well")
    command.set_defaults(run=check)
    command = commands.add_parser("parse", help="print the JSON twin of one text")
    command.add_argument("file", type=Path, metavar="FILE", help="a text, with a front matter or without")
    _add_corpus(command)
    command.set_defaults(run=parse)
    command = commands.add_parser("add", help="bring PDF, Word, HTML, Markdown or text files into a corpus")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a .pdf, .docx, .html, .md or .txt")
    _add_corpus(command)
    command.set_defaults(run=add)
    command = commands.add_parser("explain", help="print why a paragraph has its themes and addressees")
    command.add_argument("paragraph", metavar="SYMBOL#ANCHOR", help="such as A/RES/59/166#op18")
    _add_corpus(command)
    command.set_defaults(run=explain)
    command = commands.add_parser("align", help="print the pairs of paragraphs of two texts")
    command.add_argument("earlier", metavar="A", help="a symbol, such as A/RES/59/166")
    command.add_argument("later", metavar="B", help="the symbol of the later text")
    _add_corpus(command)
    command.set_defaults(run=align)
    command = commands.add_parser("report", help="print what the corpus changes since a commit, as Markdown")
    command.add_argument("base", metavar="BASE", help="a commit, such as origin/main")
    command.add_argument("--whole", type=Path, metavar="FILE", help="write it there; print what a comment has room for")
    _add_corpus(command)
    command.set_defaults(run=report)
    command = commands.add_parser("seal", help="list in a built site what is read without a network")
    command.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")
    command.set_defaults(run=sealed)
    command = commands.add_parser("links", help="print the addresses on other sites that a built site leads to")
    command.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")
    command.set_defaults(run=links)
    command = commands.add_parser("lock", help="record published anchors, or what became of one")
    _add_corpus(command)
    told = command.add_mutually_exclusive_group()
    told.add_argument("--accept", nargs="+", metavar="PLACE", help="the words there are others now; or a whole text")
    told.add_argument("--move", nargs=2, metavar=("PLACE", "TO"), help="the words stand elsewhere now")
    told.add_argument("--withdraw", nargs="+", metavar="PLACE", help="they are there no longer; or a whole text")
    command.add_argument("--why", metavar="WHY", help="the reason, for those who read the lock")
    command.set_defaults(run=lock)
    return parser


def _add_corpus(command: argparse.ArgumentParser) -> None:
    command.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR", help="default: corpus")


def _print_problems(found: Iterable[Problem], corpus_folder: Path, stream: TextIO | None = None) -> None:
    for line in problems.listed(_where_it_stands(problem, corpus_folder) for problem in found):
        print(line, file=stream)


def _where_it_stands(problem: Problem, corpus_folder: Path) -> Problem:
    """Name the file as the user can open it: the corpus may stand anywhere."""
    path = PurePosixPath(problem.path)
    if path.parts[:1] != (corpus.HOME,):
        return problem
    return msgspec.structs.replace(problem, path=corpus_folder.joinpath(*path.parts[1:]).as_posix())


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


if __name__ == "__main__":
    sys.exit(main())
