"""The one place that reads the corpus: `<folder>/texts/*.txt`, each a front matter and a text kept byte for byte.

A file that cannot be used is left out and said to be; whatever is wrong with the others is said as well, every fault
at once. Paths in problems and twins begin with `corpus/`, wherever the folder stands, so that two machines agree.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from generator import front_matter, symbols
from generator.model import Problem, RawText, Severity

HOME = "corpus"


class ConfigurationError(Exception):
    """What was asked for cannot be done: a folder or a file that is not there. The message says which."""


class Corpus(msgspec.Struct, frozen=True):
    """The texts that can be read, by file name, and what is wrong with the files."""

    texts: tuple[RawText, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    """The paths of files that give no page at all."""


def read_corpus(folder: Path, *, bodies: bool = True) -> Corpus:
    """Read every text of a corpus. ConfigurationError if the folder has no `texts` in it.

    Without `bodies` these are left on the disk: `with_body` reads one when it is wanted.
    """
    home = folder / "texts"
    if not home.is_dir():
        raise ConfigurationError(f"{home}: no such folder; a corpus keeps its texts there")
    texts: list[RawText] = []
    problems: list[Problem] = []
    left_out: list[str] = []
    for file in sorted(home.iterdir(), key=lambda entry: entry.name):
        if file.name.startswith("."):
            continue
        path = f"{HOME}/texts/{file.name}"
        text, found = _read_file(file, path)
        problems.extend(found)
        if text is None:
            left_out.append(path)
        else:
            texts.append(text if bodies else msgspec.structs.replace(text, body=""))
    return _without_rivals(tuple(texts), tuple(problems), tuple(left_out))


def with_body(folder: Path, text: RawText) -> RawText:
    """Give a text of a corpus with its body. ConfigurationError if that is another now: somebody is editing it."""
    file = folder / "texts" / PurePosixPath(text.path).name
    _, body = front_matter.split(file.read_bytes().decode("utf-8", errors="replace")) or ("", "")
    if sha256_of(body) != text.sha256:
        raise ConfigurationError(f"{file}: this file was changed while it was read; try again")
    return msgspec.structs.replace(text, body=body)


def read_corpus_file(path: str, data: bytes) -> tuple[RawText | None, tuple[Problem, ...]]:
    """Read one file of a corpus: the raw text, None if it cannot be used, and every fault of the front matter."""
    if not data.strip():
        return None, (_error(path, 1, "empty-file", "there is nothing in this file"),)
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (_error(path, line, "not-utf-8", f"byte {error.start + 1} of the file is not UTF-8"),)
    parts = front_matter.split(content)
    if parts is None and front_matter.opens(content):
        return None, (_error(path, 1, "unclosed-front-matter", "no line of --- ends the front matter"),)
    if parts is None:
        return None, (_error(path, 1, "no-front-matter", "the file has to begin with --- and a symbol"),)
    block, body = parts
    known, faults = front_matter.load(block)
    found = tuple(_error(path, fault.line, fault.code, fault.message) for fault in faults)
    if known is None:
        return None, found
    symbol = symbols.normalise(known.symbol)
    found += tuple(
        _error(path, front_matter.line_of(block, "symbol"), code, message)
        for code, message in _symbol_faults(known.symbol, symbol, PurePosixPath(path).stem)
    )
    replaces, adopted_as, unspelled = front_matter.adoption(block, known)
    judgements, unjudged = front_matter.judgements(block)
    found += tuple(_error(path, fault.line, fault.code, fault.message) for fault in (*unspelled, *unjudged))
    if symbol is None or symbols.organ_of(symbol) is None:
        return None, found
    text = RawText(
        path=path,
        body=body,
        sha256=sha256_of(body),
        first_line=content.count("\n", 0, len(content) - len(body)) + 1,
        symbol=symbol,
        supplied=msgspec.structs.replace(known.supplied, adopted_as=adopted_as),
        corrections=known.corrections,
        overrides=front_matter.overrides(block, known),
        replaces=replaces,
        series=known.series,
        lineage=judgements,
    )
    return text, found


def _read_file(file: Path, path: str) -> tuple[RawText | None, tuple[Problem, ...]]:
    if file.suffix != ".txt" or not file.is_file():
        message = "only .txt files are texts of a corpus; bring others in with `python -m generator add`"
        return None, (_error(path, 1, "not-a-text", message),)
    return read_corpus_file(path, file.read_bytes())


def _symbol_faults(given: str, symbol: str | None, stem: str) -> Iterator[tuple[str, str]]:
    """Give code and message of what is wrong with the symbol that a file was given, and with the file's name."""
    if symbol is None or symbols.organ_of(symbol) is None:
        yield "bad-symbol", f"“{given}” is not the symbol of a resolution or a draft"
        return
    if symbol != given:
        yield "bad-symbol", f"“{given}” is spelled {symbol}"
    if stem != symbols.file_stem(symbol):
        yield "wrong-file-name", f"{symbol} belongs in a file named {symbols.file_stem(symbol)}.txt"


def _without_rivals(texts: tuple[RawText, ...], problems: tuple[Problem, ...], left_out: tuple[str, ...]) -> Corpus:
    """Leave out the files that claim one symbol: which of them is meant, nobody has said."""
    claims = Counter(text.symbol for text in texts)
    rivals = tuple(text for text in texts if claims[text.symbol] > 1)
    said = tuple(_error(text.path, 1, "two-files-with-one-symbol", _rivalry(text, rivals)) for text in rivals)
    return Corpus(
        texts=tuple(text for text in texts if claims[text.symbol] == 1),
        problems=tuple(sorted(problems + said)),
        left_out=left_out + tuple(text.path for text in rivals),
    )


def _rivalry(text: RawText, rivals: tuple[RawText, ...]) -> str:
    others = (other.path for other in rivals if other.symbol == text.symbol and other is not text)
    return f"{text.symbol} is claimed by {' and '.join(others)} too; none of them is used"


def _error(path: str, line: int, code: str, message: str) -> Problem:
    return Problem(path=path, line=line, code=code, severity=Severity.ERROR, message=message)


def sha256_of(body: str) -> str:
    """Give the digest of a body."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
