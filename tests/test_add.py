"""`add` makes corpus files that the corpus can read, says what to look at, and never writes over one."""

import hashlib
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.add import Added, add, corpus_files
from generator.corpus import read_corpus
from generator.reading import read
from tests.intake.known import trafficking
from tests.intake.write_docx import docx

WORD = docx(trafficking().blocks, trafficking().notes)


def brought(folder: Path, name: str, content: bytes) -> Added:
    file = folder / name
    file.write_bytes(content)
    return add([file], folder / "corpus")


def codes(added: Added) -> list[str]:
    return [problem.code for problem in added.problems]


def test_a_word_file_becomes_a_corpus_file(tmp_path: Path) -> None:
    added = brought(tmp_path, "trafficking.docx", WORD)
    path = tmp_path / "corpus/texts/A-RES-59-166.txt"
    assert added.written == (path.as_posix(),)
    assert path.read_text(encoding="utf-8").split("---\n", 2)[2] == trafficking().text
    (text,) = read_corpus(tmp_path / "corpus").texts
    assert (text.symbol, len(read(text).operative)) == ("A/RES/59/166", 26)
    assert hashlib.sha256(WORD).hexdigest() in path.read_text(encoding="utf-8")
    assert read_corpus(tmp_path / "corpus").problems == ()


def test_the_same_file_again_changes_nothing_and_another_is_a_problem(tmp_path: Path) -> None:
    (path,) = brought(tmp_path, "a.docx", WORD).written
    before = Path(path).read_bytes()
    assert brought(tmp_path, "b.docx", WORD).present == (path,)
    other = brought(tmp_path, "c.txt", trafficking().text.encode())
    assert (other.written, codes(other)[-1]) == ((), "symbol-taken")
    assert Path(path).read_bytes() == before


def test_text_stays_as_it_is_byte_for_byte(tmp_path: Path) -> None:
    body = "\r\n" + trafficking().text.replace("\n", "\r\n") + "\t \r\n"
    (path,) = brought(tmp_path, "a.md", body.encode()).written
    assert Path(path).read_bytes().endswith(b"---\n" + body.encode())


def test_split_words_are_proposed_and_listed(tmp_path: Path) -> None:
    text = trafficking().text.replace("Welcomes the efforts", "Welcomes t he efforts")
    added = brought(tmp_path, "a.txt", text.encode())
    assert codes(added) == ["correction-proposed"]
    assert "from: t he, to: the" in Path(added.written[0]).read_text(encoding="utf-8")
    (raw,) = read_corpus(tmp_path / "corpus").texts
    assert read(raw).operative[1].text.startswith("Welcomes the efforts")


def test_several_resolutions_in_one_file_are_parted_with_their_heads_and_notes(tmp_path: Path) -> None:
    first = trafficking()
    second = [block.replace("59/166", "59/167").replace("Agenda item 98", "Agenda item 99") for block in first.blocks]
    notes = [f"[^{label}]: {text}" for label, text in first.notes]
    text = "\n\n".join((*first.blocks, *second, *notes, *notes)) + "\n"
    added = brought(tmp_path, "two.txt", text.encode())
    assert [Path(path).name for path in added.written] == ["A-RES-59-166.txt", "A-RES-59-167.txt"]
    one, two = (read(raw) for raw in read_corpus(tmp_path / "corpus").texts)
    assert (one.agenda_item, two.agenda_item) == ("98", "99")
    for each in (one, two):
        assert (len(each.preamble), len(each.operative), len(each.footnotes), each.problems) == (16, 26, 14, ())


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"x", "refused"),
        ("a.txt", b"---\nsymbol: A/RES/59/166\n---\nUrges", "has-front-matter"),
        ("a.txt", b"The quick brown fox jumps.\n", "not-a-resolution"),
        ("a.txt", b"The Assembly,\n\n1. Urges all States to act;\n\n2. Requests a report.\n", "no-symbol"),
    ],
)
def test_what_cannot_be_added_is_said(name: str, content: bytes, code: str) -> None:
    made, added = corpus_files(name, content)
    assert made == ()
    assert codes(added) == [code]


def test_a_symbol_that_the_text_does_not_say_is_taken_from_the_file_name() -> None:
    body = b"The Assembly,\n\n1. Urges all States to act;\n\n2. Requests a report.\n"
    (made,), added = corpus_files("E-CN.4-RES-2004-45.txt", body)
    assert made.symbol == "E/CN.4/RES/2004/45"
    assert "symbol-from-name" in codes(added)


def test_the_command_prints_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(WORD)
    assert main(["add", str(file), "--corpus", str(tmp_path / "corpus")]) == 0
    assert capsys.readouterr().out == f"written: {tmp_path}/corpus/texts/A-RES-59-166.txt\n"
    assert main(["add", str(file), "--corpus", str(tmp_path / "corpus")]) == 0
    assert capsys.readouterr().out == f"already there: {tmp_path}/corpus/texts/A-RES-59-166.txt\n"
