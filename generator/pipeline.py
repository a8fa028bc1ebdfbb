"""The whole story: corpus → raw texts → resolutions, read, linked and indexed → pages, twins and indexes → docs/.

Every step takes a frozen value and gives one, together with what is wrong. A text that cannot be read at all is left
out and named; the others go on.
"""

import io
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import msgspec

from generator import problems, runs, symbols, walk
from generator.authorities import Authorities, read_authorities
from generator.built_site import check_site
from generator.corpus import ConfigurationError, read_corpus, with_body
from generator.gathering import gather, read_and_audit
from generator.generating import download, groups, listing
from generator.indexing.explaining import explained
from generator.indexing.overriding import override_faults
from generator.indexing.themes import unused
from generator.library import Library, library
from generator.lineage.alignment import align
from generator.lineage.faults import judgement_faults
from generator.lineage.model import Alignment
from generator.lineage.remembering import remembering
from generator.lineage.tracing import lineage
from generator.model import Problem, Resolution
from generator.neighbourhood import map_of
from generator.promise.fingerprints import words_held
from generator.promise.keeping import broken
from generator.promise.lock import NAME as LOCK
from generator.promise.lock import Lock, read_lock, written
from generator.promise.recording import Change
from generator.renewing import renew
from generator.reporting.base import corpus_at
from generator.reporting.comparing import Report, Stand, compare
from generator.shelf import Shelf
from generator.stages import Stages
from generator.writing import files
from generator.writing.bulk import is_packed
from generator.writing.files import Written
from generator.writing.pieces import Content, as_bytes


class Edition(msgspec.Struct, frozen=True):
    """All texts of a corpus as they were read, what is wrong with them, and the files that gave no page."""

    texts: Shelf
    paragraphs: int
    authorities: Authorities
    lock: Lock | None
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """All texts together, by symbol."""
        return tuple(self.texts.values())


class Generated(msgspec.Struct, frozen=True):
    """What a run came to: how many texts and paragraphs, what is wrong, what was left out, and what changed on disk."""

    texts: int
    paragraphs: int
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    written: Written


def build(corpus_folder: Path, docs_folder: Path, cache: Path | None = None, stages: Stages | None = None) -> Generated:
    """Generate docs/ from a corpus; where neither has changed since the last run, that run is all there is to tell."""
    stages = stages or Stages()
    if cache is None:
        return _build(corpus_folder, docs_folder, None, stages)
    with stages.stage("looking"):
        key, record = runs.key_of(corpus_folder), cache / f"{docs_folder.name}.made"
        known = runs.last_run(cache, key, docs_folder, record, Generated)
    if known is not None:
        return msgspec.structs.replace(known, written=Written((), ()))
    told = _build(corpus_folder, docs_folder, cache, stages)
    runs.keep_run(cache, key, record, told)
    return told


def _build(corpus_folder: Path, docs_folder: Path, cache: Path | None, stages: Stages) -> Generated:
    with stages.stage("reading"):
        edition = read_edition(corpus_folder, cache)
    with stages.stage("tracing"):
        tracer = remembering(cache, edition.texts.digests)
        held = library(edition.texts, edition.authorities, edition.lock or (), tracer)
    with stages.stage("writing"):
        record = None if cache is None else cache / f"{docs_folder.name}.made"
        chart = map_of(held)
        written = renew(docs_folder, groups(held, chart, cache), listing(held, chart), record)
    return Generated(len(edition.texts), edition.paragraphs, edition.problems, edition.left_out, written)


def check(corpus_folder: Path, site_folder: Path | None, cache: Path | None = None) -> Edition:
    """Hold a corpus, and the site built from it if there is one, against the laws."""
    edition = read_edition(corpus_folder, cache)
    if site_folder is None:
        return edition
    found = check_site(site_folder, edition.texts.values())
    return msgspec.structs.replace(edition, problems=edition.problems + found)


def read_edition(corpus_folder: Path, cache: Path | None = None) -> Edition:
    """Read and audit every text of a corpus. Problems name the line of the file, front matter counted.

    `cache` is a folder that remembers what was read before.
    """
    corpus = read_corpus(corpus_folder, bodies=False)
    authorities, faults = read_authorities(corpus_folder)
    outcomes = gather(corpus.texts, authorities, cache, partial(with_body, corpus_folder))
    failed: list[Problem] = []
    found: list[Problem] = []
    paragraphs = 0

    def read() -> Iterator[Resolution]:
        nonlocal paragraphs
        for text, outcome in zip(corpus.texts, outcomes, strict=True):
            failed.extend((outcome.problem,) if outcome.problem else ())
            if resolution := outcome.resolution:
                paragraphs += len(walk.paragraphs(resolution))
                found.extend(problems.in_the_file(problem, text.first_line) for problem in resolution.problems)
                found.extend(override_faults(resolution, text.overrides, authorities.known))
                yield resolution

    texts = Shelf(read())
    idle = unused(authorities.themes, texts.values())
    lock, unread = read_lock(corpus_folder)
    files_of = {text.symbol: (text.path, text.first_line) for text in corpus.texts if text.symbol}
    promised = () if lock is None else broken(lock, words_held(texts), files_of)
    misjudged = judgement_faults(texts)
    problems_found = (*corpus.problems, *failed, *faults, *found, *idle, *unread, *promised, *misjudged)
    left_out = corpus.left_out + tuple(problem.path for problem in failed)
    return Edition(texts, paragraphs, authorities, lock, problems_found, left_out)


def record(corpus_folder: Path, change: Change) -> Edition:
    """Write what `change` adds to the lock of a corpus; give the edition as it stands then.

    `UnknownPlaceError` where an editor names a place that is not there.
    """
    edition = read_edition(corpus_folder)
    lock = change(edition.lock or (), words_held(edition.texts))
    files.write_file(corpus_folder / LOCK, written(lock))
    return read_edition(corpus_folder)


def report(corpus_folder: Path, commit: str) -> Report:
    """Say what leads from the corpus of a commit to the one of today. ConfigurationError if the commit is not there."""
    with corpus_at(commit, corpus_folder) as folder:
        before = _stand(read_edition(folder))
    return compare(before, _stand(read_edition(corpus_folder)))


def _stand(edition: Edition) -> Stand:
    return Stand(edition.resolutions, lineage(edition.resolutions), edition.problems)


def aligned(corpus_folder: Path, earlier: str, later: str) -> Alignment:
    """Give what one text of a corpus continues of another. ConfigurationError where one of them is not there."""
    edition = read_edition(corpus_folder)
    held = edition.texts
    first, second = (symbols.normalise(one) or one for one in (earlier, later))
    for one in (first, second):
        if one not in held:
            raise ConfigurationError(f"{one}: no text of {corpus_folder} has that symbol")
    return align(held[first], held[second], held[second].lineage)


def explain(corpus_folder: Path, address: str) -> tuple[str, ...]:
    """Say why a paragraph stands under its themes and is addressed to somebody; `address` is `A/RES/59/166#op18`.

    ConfigurationError where there is no such text or no such paragraph.
    """
    symbol, _, anchor = address.partition("#")
    if not (symbol and anchor):
        raise ConfigurationError(f"{address}: name a paragraph by symbol and anchor, as in A/RES/59/166#op18")
    wanted = symbols.normalise(symbol) or symbol
    text = next((text for text in read_corpus(corpus_folder).texts if text.symbol == wanted), None)
    if text is None:
        raise ConfigurationError(f"{symbol}: no text of {corpus_folder} has that symbol")
    authorities, _ = read_authorities(corpus_folder)
    resolution = read_and_audit(text, authorities)
    held = {paragraph.anchor: paragraph for paragraph in walk.with_items(walk.paragraphs(resolution))}
    if anchor not in held:
        raise ConfigurationError(f"{anchor}: {wanted} has no such paragraph; its anchors are {', '.join(held)}")
    return explained(held[anchor], text.overrides)


def generated(held: Library) -> dict[str, str | bytes]:
    """Give every generated file: its path under docs/, and its content."""
    made: dict[str, str | bytes] = {}
    packed: dict[str, str] = {}
    chart = map_of(held)
    for group in chain(groups(held, chart), listing(held, chart)):
        files_of = {path: _whole(content) for path, content in group.make().items()}
        made |= files_of
        packed |= {path: group.key for path in files_of if group.packed and is_packed(path)}
    packing = download(packed, lambda path: io.BytesIO(as_bytes(made[path]))).make()
    return {**made, **{path: _whole(content) for path, content in packing.items()}}


def _whole(content: Content) -> str | bytes:
    return content if isinstance(content, str) else as_bytes(content)
