"""The five texts are read as a careful reader read them: tests/truth holds what that reader found."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.audit import audit
from generator.corpus import read_corpus
from generator.model import RawText, Resolution
from generator.reading import read
from tests.outline import paragraphs_of, with_marks

ROOT = Path(__file__).parent.parent
TRUTH = ROOT / "tests" / "truth"
STEMS = ("A-C.3-73-L.7", "A-RES-58-137", "A-RES-59-166", "A-RES-65-190", "E-CN.4-RES-2004-45")
# preambular, operative, items, notes, marks, repeated marks
COUNTS = {
    "A-RES-58-137": (16, 17, 14, 8, 11, 3),
    "E-CN.4-RES-2004-45": (18, 25, 0, 0, 0, 0),
    "A-RES-59-166": (16, 26, 0, 14, 18, 4),
    "A-RES-65-190": (25, 33, 0, 16, 23, 7),
    "A-C.3-73-L.7": (36, 50, 0, 32, 37, 5),
}
_LINK = re.compile(r"\[([^\]]+)\]\(http[^)]+\)")


@cache
def raw(stem: str) -> RawText:
    texts = {text.path: text for text in read_corpus(ROOT / "corpus").texts}
    return next(text for path, text in texts.items() if path.endswith(f"{stem}.txt"))


@cache
def resolution(stem: str) -> Resolution:
    return read(raw(stem))


@cache
def truth(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((TRUTH / f"{stem}.yaml").read_text(encoding="utf-8"))
    return loaded


def clean(stem: str) -> dict[str, str]:
    text = (TRUTH / f"{stem}.clean.txt").read_text(encoding="utf-8")
    found = dict(re.findall(r"^\[([^\]^]+)\] (.*)$", text, re.MULTILINE))
    return {anchor: words for anchor, words in found.items() if anchor.startswith(("pp", "op"))}


def spelled(lines: tuple[tuple[int, int], ...]) -> str:
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in lines)


@pytest.mark.parametrize("stem", STEMS)
def test_it_has_every_paragraph_item_note_and_mark(stem: str) -> None:
    read_text = resolution(stem)
    every = list(paragraphs_of(read_text))
    marks = [mark.footnote for paragraph in every for mark in paragraph.marks]
    items = len(every) - len(read_text.preamble) - len(read_text.operative)
    repeated = len(marks) - len(set(marks))
    found = (len(read_text.preamble), len(read_text.operative), items, len(read_text.footnotes), len(marks), repeated)
    assert found == COUNTS[stem]


@pytest.mark.parametrize("stem", STEMS)
def test_every_paragraph_has_its_words_and_every_mark_its_place(stem: str) -> None:
    found = {
        paragraph.anchor: with_marks(paragraph.text, paragraph.marks) for paragraph in paragraphs_of(resolution(stem))
    }
    assert found == clean(stem)


@pytest.mark.parametrize("stem", STEMS)
def test_every_paragraph_has_its_opening_words_and_its_lines(stem: str) -> None:
    found = {
        paragraph.anchor: (paragraph.opening, spelled(paragraph.lines)) for paragraph in paragraphs_of(resolution(stem))
    }
    for entry in (*truth(stem)["preambular"], *truth(stem)["operative"]):
        opening, lines = found[entry["id"]]
        assert opening == entry["opening"], entry["id"]
        # The careful reader parts the spans of a paragraph at a page's end; blank lines alone do not part ours.
        assert lines in {str(entry["lines"]), str(entry["lines"]).replace(",", "-")}, entry["id"]


@pytest.mark.parametrize("stem", STEMS)
def test_every_note_has_its_words_its_lines_and_its_paragraphs(stem: str) -> None:
    found = {note.label: note for note in resolution(stem).footnotes}
    expected = truth(stem).get("footnotes") or []
    assert sorted(found) == sorted(str(entry["number"]) for entry in expected)
    for entry in expected:
        note = found[str(entry["number"])]
        assert note.text == _LINK.sub(r"\1", entry["text"].replace("*", ""))
        assert spelled(note.lines) == str(entry["lines"])
        assert list(note.cited_at) == list(dict.fromkeys(mark["para"] for mark in entry["referenced"]))


@pytest.mark.parametrize("stem", STEMS)
def test_the_metadata_are_the_texts_own(stem: str) -> None:
    said = truth(stem)["metadata"]
    found = resolution(stem)

    def value(key: str) -> object:
        return said.get(key, {}).get("value")

    assert found.symbol == value("symbol")
    assert found.title == value("title")
    assert found.organ == value("body")
    assert found.session == str(said["session"]["number"])
    assert found.agenda_item == value("agenda_item")
    assert found.committee_report == value("committee_report")
    assert found.adopted == value("date_adopted")
    assert found.meeting == value("meeting")
    assert found.distributed == value("date_distributed")
    assert found.vote == value("vote")
    assert found.enacting == value("enacting_formula")
    assert found.status == ("draft" if "draft" in said["document_type"]["value"] else "adopted")


@pytest.mark.parametrize("stem", STEMS)
def test_the_originals_own_slips_are_kept(stem: str) -> None:
    words = " ".join(paragraph.text for paragraph in paragraphs_of(resolution(stem)))
    words += (resolution(stem).closing.text if resolution(stem).closing else "").replace("\n", " ")  # type: ignore[union-attr]
    notes = " ".join(note.text for note in resolution(stem).footnotes)
    for kept in truth(stem)["keep_as_is"]:
        if "..." in kept["text"]:
            continue
        assert re.sub(r" \d+$", "", kept["text"]) in words + notes


@pytest.mark.parametrize("stem", STEMS)
def test_no_word_is_lost_and_nothing_is_wrong(stem: str) -> None:
    assert resolution(stem).problems == ()
    assert audit(resolution(stem), raw(stem).body) == ()


@pytest.mark.parametrize("stem", STEMS)
def test_the_raw_text_alone_reads_as_the_corpus_file_does(stem: str) -> None:
    """Without front matter the same preamble, operative part and notes; an editor's corrections aside."""
    alone = read(RawText(path="raw.txt", body=raw(stem).body, sha256="", corrections=raw(stem).corrections))
    known = resolution(stem)
    assert (alone.preamble, alone.operative, alone.footnotes) == (known.preamble, known.operative, known.footnotes)
    assert alone.symbol == known.symbol
