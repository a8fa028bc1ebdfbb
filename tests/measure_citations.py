"""Count the citations found in the five texts against those that a careful reader found: `tests/truth`.

`python -m tests.measure_citations` prints, for each text, how many of the reader's citations are found, and how many
of those found are the reader's. A paragraph cites what its words and its notes name. What counts as the same:

- an instrument by its id, by the symbol the reader gives it, or as a member of a collective he names;
- a corrigendum or addendum as the document it belongs to;
- a document that is the reader's `target` of the note it is found in, as right.

Not counted: `PREV-RES` and `CONF-UNSPEC`, which name no document, and what a text says of itself.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator import symbols
from generator.corpus import read_corpus
from generator.linking import link
from generator.linking.ibid import resolve
from generator.linking.instruments import Instruments, read_instruments
from generator.model import Citation, Paragraph, Resolution
from generator.reading import read
from tests.outline import paragraphs_of

ROOT = Path(__file__).parent.parent
TRUTH = ROOT / "tests" / "truth"
STEMS = ("A-C.3-73-L.7", "A-RES-58-137", "A-RES-59-166", "A-RES-65-190", "E-CN.4-RES-2004-45")
UNSPECIFIED = {"PREV-RES", "CONF-UNSPEC"}


class Count(msgspec.Struct, frozen=True):
    """What was counted in one text: how many, and which are missed or wrong."""

    symbol: str
    expected: int
    missed: tuple[str, ...]
    found: int
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Found of those expected."""
        return 1 - len(self.missed) / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Right of those found."""
        return 1 - len(self.wrong) / self.found if self.found else 1.0


def linked_texts() -> tuple[tuple[Resolution, ...], Instruments]:
    """The five texts with their citations, and the authority file."""
    instruments, _ = read_instruments(ROOT / "corpus")
    texts = read_corpus(ROOT / "corpus").texts
    chosen = [text for text in texts if Path(text.path).stem in STEMS]
    return tuple(link(resolve(read(text)), instruments) for text in chosen), instruments


def count(text: Resolution, instruments: Instruments) -> Count:
    """Count one text."""
    truth = yaml.safe_load((TRUTH / f"{symbols.file_stem(text.symbol)}.yaml").read_text(encoding="utf-8"))
    targets = {str(note["number"]): note["target"] for note in truth.get("footnotes") or ()}
    documents = _documents_of_the_truth()
    expected = {
        entry["id"]: {cited["id"] for cited in entry.get("cites") or () if cited["id"] not in UNSPECIFIED}
        for entry in _entries([*truth["preambular"], *truth["operative"]])
    }
    missed: list[str] = []
    wrong: list[str] = []
    total = 0
    for paragraph in paragraphs_of(text):
        found = _once(_found(text, paragraph, targets))
        meant = {identity: _meant_by(identity, documents) for identity in expected.get(paragraph.anchor, ())}
        right = set().union(*meant.values(), *(_members(identity, instruments) for identity in meant))
        named = set().union(*found)
        missed += [f"{paragraph.anchor}: {identity}" for identity in sorted(meant) if not meant[identity] & named]
        total += len(found)
        wrong += [f"{paragraph.anchor}: {min(names)}" for names, sure in found.items() if not (sure or names & right)]
    return Count(text.symbol, sum(map(len, expected.values())), tuple(missed), total, tuple(wrong))


def _entries(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from _entries(entry.get("sub") or [])


def _documents_of_the_truth() -> dict[str, str]:
    listed = yaml.safe_load((TRUTH / "instruments.yaml").read_text(encoding="utf-8"))
    return {entry["id"]: entry["un_symbol"] or "" for entry in listed}


def _meant_by(identity: str, documents: dict[str, str]) -> set[str]:
    """What a citation of an instrument may be known by: its id, and the symbols that the reader gives it."""
    written = re.sub(r"(?<=\d) (?=[A-Z(])", "", documents[identity])
    whole = {found[0].rstrip(".,;") for found in re.finditer(r"\b[AES]/[\w/.()-]+", written)}
    return {identity, *whole} if ", annex" not in written else {identity}


def _members(identity: str, instruments: Instruments) -> set[str]:
    entry = instruments.by_id.get(identity)
    return set(entry.members) if entry else set()


def _found(text: Resolution, paragraph: Paragraph, targets: dict[str, str]) -> Iterator[tuple[frozenset[str], bool]]:
    """What a paragraph cites, each once with all its names, and whether the target of a note says the same."""
    for citation in paragraph.citations:
        if citation.symbol != text.symbol:
            yield _names(citation), False
    called = {mark.footnote for mark in paragraph.marks}
    for note in text.footnotes:
        if note.label in called:
            for citation in note.citations:
                yield _names(citation), (citation.symbol or "?") in targets[note.label]


def _once(found: Iterable[tuple[frozenset[str], bool]]) -> dict[frozenset[str], bool]:
    """What is named in the words and again in the note counts as one."""
    groups: dict[frozenset[str], bool] = {}
    for names, sure in found:
        same = [group for group in groups if group & names]
        sure_before = [groups.pop(group) for group in same]
        groups[names.union(*same)] = sure or any(sure_before)
    return groups


def _names(citation: Citation) -> frozenset[str]:
    symbol = citation.symbol and re.sub(r"(?:/(?:Add|Corr)\.\d+)+$", "", citation.symbol)
    return frozenset(name for name in (citation.instrument, symbol) if name) or frozenset({citation.text})


def main() -> int:
    """Print the counts; 1 if one of the two is below 0.97."""
    texts, instruments = linked_texts()
    counts = [count(text, instruments) for text in texts]
    total = Count(
        "all",
        sum(one.expected for one in counts),
        tuple(line for one in counts for line in one.missed),
        sum(one.found for one in counts),
        tuple(line for one in counts for line in one.wrong),
    )
    for one in (*counts, total):
        print(
            f"{one.symbol}: recall {one.recall:.3f} ({one.expected - len(one.missed)} of {one.expected}), "
            f"precision {one.precision:.3f} ({one.found - len(one.wrong)} of {one.found})"
        )
    for one in counts:
        for line in one.missed:
            print(f"missed: {one.symbol} {line}")
        for line in one.wrong:
            print(f"wrong: {one.symbol} {line}")
    return 0 if min(total.recall, total.precision) >= 0.97 else 1


if __name__ == "__main__":
    sys.exit(main())
