"""The whole story: corpus → raw texts → resolutions, read and audited → pages, twins and indexes → docs/.

Every step takes a frozen value and gives one, together with what is wrong. A text that cannot be read at all is left
out and named; the others go on.
"""

from pathlib import Path

import msgspec

from generator import problems
from generator.audit import audit
from generator.built_site import check_site
from generator.corpus import read_corpus
from generator.library import Library, library
from generator.linking import ibid, link
from generator.linking.instruments import Instruments, read_instruments
from generator.model import Problem, RawText, Resolution
from generator.reading import read
from generator.writing import citing, files, twin
from generator.writing.indexes import index_pages
from generator.writing.markdown import page


class Edition(msgspec.Struct, frozen=True):
    """All texts of a corpus as they were read, what is wrong with them, and the files that gave no page."""

    resolutions: tuple[Resolution, ...]
    instruments: Instruments
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]


def build(corpus_folder: Path, docs_folder: Path) -> tuple[Edition, files.Written]:
    """Generate docs/ from a corpus: what was read, and which files changed."""
    edition = read_edition(corpus_folder)
    return edition, files.write(docs_folder, generated(library(edition.resolutions, edition.instruments)))


def check(corpus_folder: Path, site_folder: Path | None) -> Edition:
    """Hold a corpus, and the site built from it if there is one, against the laws."""
    edition = read_edition(corpus_folder)
    if site_folder is None:
        return edition
    found = check_site(site_folder, edition.resolutions)
    return msgspec.structs.replace(edition, problems=edition.problems + found)


def read_edition(corpus_folder: Path) -> Edition:
    """Read and audit every text of a corpus. Problems name the line of the file, front matter counted."""
    corpus = read_corpus(corpus_folder)
    instruments, faults = read_instruments(corpus_folder)
    resolutions = tuple(read_and_audit(text, instruments) for text in corpus.texts)
    found = tuple(
        problems.in_the_file(problem, text.first_line)
        for text, resolution in zip(corpus.texts, resolutions, strict=True)
        for problem in resolution.problems
    )
    return Edition(resolutions, instruments, corpus.problems + faults + found, corpus.left_out)


def read_and_audit(text: RawText, instruments: Instruments) -> Resolution:
    """Read one text, say what each "Ibid." stands for and which documents are named, and audit the reading."""
    resolution = link(ibid.resolve(read(text)), instruments)
    found = {*resolution.problems, *audit(resolution, text.body)}
    return msgspec.structs.replace(resolution, problems=tuple(sorted(found)))


def generated(held: Library) -> dict[str, str]:
    """Give every generated file: its path under docs/, and its content."""
    texts = tuple(held.texts.values())
    pages = {f"{text.symbol}.md": page(text, held) for text in texts}
    twins = {twin.path(text.symbol): twin.encode(text) for text in texts}
    records = {path: record for text in texts for path, record in citing.downloads(text, held).items()}
    data = {twin.CATALOGUE: twin.catalogue(texts), twin.GRAPH: twin.graph(held.edges)}
    return {**pages, **twins, **records, **index_pages(held), **twin.schemas(), **data}
