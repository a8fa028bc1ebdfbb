"""What each stage of the generator costs: `python -m tests.benchmark_stages [-n N …] [CORPUS …]`.

The texts are those of the corpora (by default our own), again and again under other symbols, dates and titles, N in all
(by default 200). Every copy is amended: of its longer words some are others, or a memory of words once read would look
better than it is. Printed are the CPU milliseconds a text of each stage, and the memory that the texts take. Several N
show whether a stage grows faster than the corpus.
"""

import argparse
import gc
import io
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.audit import audit
from generator.authorities import Authorities, read_authorities
from generator.corpus import read_corpus
from generator.exports import akoma_ntoso
from generator.exports.feeds import feeds
from generator.generating import groups
from generator.indexing.addressing import with_addressees
from generator.indexing.theming import with_themes
from generator.language.shingles import index_files
from generator.library import Library, library
from generator.lineage.tracing import lineage
from generator.linking import ibid, link
from generator.model import RawText, Resolution
from generator.neighbourhood import map_of
from generator.reading import read
from generator.searching import telling
from generator.writing import citing, files, twin
from generator.writing.bulk import bulk
from generator.writing.lineage.data import ladder_files
from generator.writing.lineage.pages import lineage_pages
from generator.writing.markdown import page
from generator.writing.phrases import phrase_pages
from generator.writing.pieces import Content, as_bytes
from generator.writing.table import table_files
from tests.written_indexes import written_indexes

OUR_OWN = Path(__file__).parent.parent / "corpus"
_LONG_WORD = re.compile(r"(?<= )[a-z]{8,}(?= )")
_OTHERWISE = 1 / 10  # of the longer words, about one in each paragraph
_OF_ONE_TITLE = 8  # texts in a series
_A_YEAR = 100
_PART = "of it: "

T = TypeVar("T")


class Clock:
    """Adds up CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work of a stage, give what it gives."""
        start = time.process_time()
        done = work()
        self.seconds[stage] = self.seconds.get(stage, 0) + time.process_time() - start
        return done


def copies(texts: tuple[RawText, ...], size: int) -> Iterator[RawText]:
    """Give as many raw texts as asked, each amended, under a symbol, a date and a title of its own."""
    vocabulary = sorted({word for text in texts for word in _LONG_WORD.findall(text.body)})
    for number in range(size):
        chance = random.Random(number)  # the same number has to give the same text
        text = texts[number % len(texts)]
        kind = number % len(texts) + number // len(texts) // _OF_ONE_TITLE * len(texts)
        symbol = f"A/RES/{31 + number // _A_YEAR}/{number % _A_YEAR + 1}"
        supplied = msgspec.structs.replace(
            text.supplied, title=f"Question of {vocabulary[kind % len(vocabulary)]} No. {kind}",
            adopted=f"{1976 + number // _A_YEAR}-12-20", adopted_as=None,
        )  # fmt: skip
        body = _LONG_WORD.sub(
            lambda word: chance.choice(vocabulary) if chance.random() < _OTHERWISE else word[0],  # noqa: B023
            text.body,
        )
        yield msgspec.structs.replace(
            text, path=f"corpus/texts/{number}.txt", body=body, symbol=symbol, supplied=supplied,
            overrides=(), corrections=(), replaces=(), series=None,
        )  # fmt: skip


def read_all(texts: tuple[RawText, ...], authorities: Authorities, clock: Clock) -> Iterator[Resolution]:
    """Take each text through the stages of `pipeline.read_and_audit`."""
    for text in texts:
        plain = clock.time("read", lambda: read(text))  # noqa: B023
        resolved = clock.time("ibid", lambda: ibid.resolve(plain))  # noqa: B023
        linked = clock.time("link", lambda: link(resolved, authorities.instruments))  # noqa: B023
        themed = clock.time("themes", lambda: with_themes(linked, {}, authorities.themes))  # noqa: B023
        indexed = clock.time("addressees", lambda: with_addressees(themed, {}, authorities.addressees))  # noqa: B023
        clock.time("audit", lambda: audit(indexed, text.body))  # noqa: B023
        yield indexed


def write_all(held: Library, clock: Clock) -> dict[str, str | bytes]:
    """Do what `generating` does, stage by stage, but without its small libraries; give most of the files."""
    texts = tuple(held.texts.values())
    pages = clock.time("pages", lambda: {f"{text.symbol}.md": page(text, held) for text in texts})
    twins = clock.time("twins", lambda: {twin.path(text.symbol): twin.encode(text) for text in texts})
    xml = clock.time(
        "akoma ntoso",
        lambda: {akoma_ntoso.path(text.symbol): akoma_ntoso.akoma_ntoso(text, held.authorities) for text in texts},
    )
    clock.time("records", lambda: [citing.downloads(text, held) for text in texts])
    clock.time("graph", lambda: as_bytes(twin.graph(texts)))
    clock.time("neighbours", lambda: list(groups(held, map_of(held))))
    clock.time("facts", lambda: as_bytes(telling.encoded(texts, held.places, held.authorities)))
    tables = clock.time("tables", lambda: _whole(table_files(texts)))
    told = clock.time("feeds", lambda: feeds(held))
    lists = clock.time("index pages", lambda: written_indexes(held))
    of_lineage = clock.time("lineage pages", lambda: lineage_pages(held))
    ladders = clock.time("ladders", lambda: _whole(ladder_files(held.lookup.lineage)))
    wording = clock.time("wording", lambda: _whole(index_files(texts)))
    phrases = clock.time("phrases", lambda: phrase_pages(held))
    served = {path: content.encode("utf-8") for path, content in {**twins, **xml, **told}.items()} | tables | ladders
    packed = clock.time("bulk", lambda: _whole(bulk(served, lambda path: io.BytesIO(served[path]))))
    return {**pages, **lists, **of_lineage, **wording, **phrases, **served, **packed}


def _whole(files: Mapping[str, Content]) -> dict[str, bytes]:
    return {path: as_bytes(content) for path, content in files.items()}


def measure(texts: tuple[RawText, ...], authorities: Authorities) -> dict[str, float]:
    """Give the CPU milliseconds a text of each stage, and the memory of a text in kilobytes."""
    clock = Clock()
    empty = _memory()
    read_texts = tuple(read_all(texts, authorities, clock))
    held = clock.time("library", lambda: library(read_texts, authorities))
    full = _memory()
    clock.time(f"{_PART}lineage", lambda: lineage(held.texts.values()))
    made = write_all(held, clock)
    with tempfile.TemporaryDirectory() as folder:
        clock.time("files", lambda: files.write(Path(folder), made))
    by_stage = {stage: seconds / len(texts) * 1000 for stage, seconds in clock.seconds.items()}
    together = sum(milliseconds for stage, milliseconds in by_stage.items() if not stage.startswith(_PART))
    return {**by_stage, "together": together, "KB a text": (full - empty) / len(texts)}


def _memory() -> float:
    """The kilobytes this process has used at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Print a line for each stage, a column for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, nargs="+", default=[200], metavar="N")
    parser.add_argument("corpora", type=Path, nargs="*", default=[OUR_OWN], metavar="CORPUS")
    asked = parser.parse_args()
    authorities, _ = read_authorities(OUR_OWN)
    texts = tuple(text for folder in asked.corpora for text in read_corpus(folder).texts)
    columns = [measure(tuple(copies(texts, size)), authorities) for size in asked.n]
    print(f"{'texts':16}", *(f"{size:>8}" for size in asked.n))
    for stage in columns[0]:
        print(f"{stage:16}", *(f"{column[stage]:8.2f}" for column in columns))


if __name__ == "__main__":
    gc.disable()  # as the command line does
    main()
