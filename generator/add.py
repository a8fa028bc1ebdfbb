"""Bringing texts in: a file in any form the intake knows becomes one corpus file for each resolution in it.

A corpus file gets the front matter that can be inferred, and the spelling faults that are proposed for correction: an
editor reviews both. Nothing is ever written over.
"""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
import yaml

from generator import front_matter, spelling, symbols
from generator.intake import Refusal, take_in
from generator.model import Problem, ProposedCorrection, RawText, Resolution, Severity
from generator.reading import read
from generator.several import part_resolutions

_TOOLS = {".pdf": "pdfplumber", ".docx": "lxml", ".html": "lxml", ".htm": "lxml"}
_UNKNOWN = "UNKNOWN"
_WIDE = 10_000
"""No line of a front matter is broken: one entry, one line."""


class Added(msgspec.Struct, frozen=True):
    """What came of the files: the paths written, those that were there already, what an editor should look at."""

    written: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class CorpusFile(msgspec.Struct, frozen=True):
    """A corpus file to be: its symbol, its content, the SHA-256 of the file it was made from."""

    symbol: str
    content: str
    sha256: str


def add(files: Iterable[Path], corpus_folder: Path) -> Added:
    """Write a corpus file for each resolution in `files`. OSError where a file cannot be read or written."""
    home = corpus_folder / "texts"
    total = Added()
    for file in files:
        made, found = corpus_files(file.name, file.read_bytes())
        total = _joined(total, found)
        for each in made:
            total = _joined(total, _write(each, home, str(file)))
    return total


def corpus_files(name: str, content: bytes) -> tuple[tuple[CorpusFile, ...], Added]:
    """The corpus files that a file makes, and what there is to say about it. Problems name the file as `name`."""
    taken = take_in(name, content)
    if isinstance(taken, Refusal):
        return (), Added(problems=(_error(name, "refused", taken.reason),))
    if front_matter.split(taken.text) is not None:
        message = "this file has a front matter: it is a corpus file and belongs in texts/ as it is"
        return (), Added(problems=(_error(name, "has-front-matter", message),))
    problems = [_warning(name, "taken-in", remark) for remark in taken.remarks]
    made: list[CorpusFile] = []
    parts = _whole(part_resolutions(taken.text), taken.text)
    for part in parts:
        file, found = _corpus_file(name, content, part, alone=len(parts) == 1)
        problems += found
        made += [file] if file else []
    return tuple(made), Added(left_out=taken.furniture, problems=tuple(problems))


def _whole(parts: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The parts, if each is a resolution; the text uncut where all but one are ends of its neighbours."""
    whole = [part for part in parts if read(RawText(path="", body=part, sha256="")).operative]
    return parts if len(whole) > 1 else (text,)


def _corpus_file(name: str, content: bytes, body: str, *, alone: bool) -> tuple[CorpusFile | None, list[Problem]]:
    """The corpus file of one resolution, or why there is none."""
    corrections = spelling.proposals(body)
    resolution = read(RawText(path=name, body=body, sha256="", corrections=corrections))
    if not (resolution.enacting or resolution.operative):
        return None, [_error(name, "not-a-resolution", "nothing in this text reads as a resolution: it was not added")]
    symbol, said = _symbol(name, resolution, None if alone else body)
    if symbol is None:
        return None, said
    sha256 = hashlib.sha256(content).hexdigest()
    block = _front_matter(symbol, corrections, name, sha256)
    written = f"---\n{block}---\n{body}"
    said += [_in_corpus(problem, symbol, block) for problem in resolution.problems if problem.code != "no-symbol"]
    said += [_proposed(each, symbol, block) for each in corrections]
    return CorpusFile(symbol, written, sha256), said


def _symbol(name: str, resolution: Resolution, part: str | None) -> tuple[str | None, list[Problem]]:
    """The symbol that the text says; else the one that the file is named for, if the text is no `part` of it."""
    told = symbols.normalise(resolution.symbol) if resolution.symbol != _UNKNOWN else None
    named = _named(Path(name).stem) if part is None else None
    if told and symbols.organ_of(told):
        differ = named is not None and named != told
        message = f"the text says {told}, the file is named for {named}: the text was believed"
        return told, [_warning(name, "two-symbols", message)] if differ else []
    if named:
        return named, [
            _warning(name, "symbol-from-name", f"the text does not say its symbol: {named} is the file's name")
        ]
    message = "this text does not say its symbol: name the file for it (A-RES-59-166.txt) and add it again"
    if part is not None:
        begins = next((line.strip() for line in part.splitlines() if line.strip()), "")[:60]
        message = (
            f"one of the texts in this file does not say its symbol: put what begins with “{begins}” into a file named "
            "for it (A-RES-59-166.txt), and add that"
        )
    return None, [_error(name, "no-symbol", message)]


def _named(stem: str) -> str | None:
    """The symbol of a file's name: `E-CN.4-RES-2004-45`, or `A-RES-59-166.scan`."""
    found = (symbols.symbol_of_stem(each) for each in (stem, stem.rpartition(".")[0]))
    return next((symbol for symbol in found if symbol and symbols.organ_of(symbol)), None)


def _front_matter(symbol: str, corrections: Sequence[ProposedCorrection], name: str, sha256: str) -> str:
    """The YAML above the text: `symbol`, `corrections` to review, and the `original`."""
    tool = _TOOLS.get(Path(name).suffix.lower())
    original = {"name": name, "sha256": sha256} | ({"tool": f"{tool} {version(tool)}"} if tool else {})
    known: dict[str, object] = {"symbol": symbol}
    if corrections:
        known["corrections"] = [msgspec.to_builtins(each) for each in corrections]
    known["original"] = original
    return yaml.safe_dump(known, sort_keys=False, allow_unicode=True, default_flow_style=None, width=_WIDE)


def _write(made: CorpusFile, home: Path, source: str) -> Added:
    """Write a corpus file where none of that name is; say what is there otherwise."""
    path = home / f"{symbols.file_stem(made.symbol)}.txt"
    if path.exists():
        return _there(made, path, source)
    home.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(made.content.encode("utf-8", errors="replace"))
    return Added(written=(path.as_posix(),))


def _there(made: CorpusFile, path: Path, source: str) -> Added:
    """A file of that name is there: the same original is no news, another is a problem."""
    parts = front_matter.split(path.read_text(encoding="utf-8", errors="replace"))
    known = front_matter.load(parts[0])[0] if parts else None
    if known and known.original and known.original.sha256 == made.sha256:
        return Added(present=(path.as_posix(),))
    message = f"{made.symbol} is there already, from another file: {path.as_posix()} was left as it is"
    return Added(problems=(_error(source, "symbol-taken", message),))


def _in_corpus(problem: Problem, symbol: str, block: str) -> Problem:
    """A problem of the text by the path and line it has in the corpus file."""
    path = f"corpus/texts/{symbols.file_stem(symbol)}.txt"
    return msgspec.structs.replace(problem, path=path, line=problem.line + block.count("\n") + 2)


def _proposed(correction: ProposedCorrection, symbol: str, block: str) -> Problem:
    message = f"is “{correction.found}” to be “{correction.shown}”? ({correction.why}) If not, take the entry out"
    return _in_corpus(_warning("", "correction-proposed", message, correction.line), symbol, block)


def _joined(first: Added, second: Added) -> Added:
    return Added(
        written=first.written + second.written,
        present=first.present + second.present,
        left_out=first.left_out + second.left_out,
        problems=first.problems + second.problems,
    )


def _error(path: str, code: str, message: str) -> Problem:
    return Problem(path=path, line=1, code=code, severity=Severity.ERROR, message=message)


def _warning(path: str, code: str, message: str, line: int = 1) -> Problem:
    return Problem(path=path, line=line, code=code, severity=Severity.WARNING, message=message)
