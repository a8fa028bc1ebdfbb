"""The commands: what they print, what they write, and their exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.test_invalid import FOLDER

ROOT = Path(__file__).parents[1]
SEED = ROOT / "corpus/texts/A-RES-59-166.txt"
Output = pytest.CaptureFixture[str]


def bare(file: Path, folder: Path) -> Path:
    """Copy a corpus file without its front matter."""
    body = file.read_bytes().split(b"---\n", 2)[2]
    copy = folder / "text.txt"
    copy.write_bytes(body)
    return copy


def test_build_writes_pages_twins_indexes_and_schema(tmp_path: Path, capsys: Output) -> None:
    assert main(["build", "--corpus", str(ROOT / "corpus"), "--docs", str(tmp_path)]) == 0
    assert "5 texts built, 0 left out" in capsys.readouterr().out
    for path in ("A/RES/59/166.md", "A/RES/59/166.json", "index.md", "resolutions.json"):
        assert (tmp_path / path).is_file()
    assert (tmp_path / "schema/resolution.schema.json").is_file()


def test_two_builds_are_equal_to_the_byte_wherever_the_corpus_stands(tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "texts-of-mine"
    shutil.copytree(ROOT / "corpus", moved)
    built = []
    for corpus, docs in ((ROOT / "corpus", tmp_path / "one"), (moved, tmp_path / "two")):
        assert main(["build", "--corpus", str(corpus), "--docs", str(docs)]) == 0
        built.append({file.relative_to(docs): file.read_bytes() for file in docs.rglob("*") if file.is_file()})
    assert built[0] == built[1]


def test_one_text_alone_is_read_as_among_all(tmp_path: Path, capsys: Output) -> None:
    main(["build", "--corpus", str(ROOT / "corpus"), "--docs", str(tmp_path)])
    capsys.readouterr()
    assert main(["parse", str(SEED)]) == 0
    assert capsys.readouterr().out == (tmp_path / "A/RES/59/166.json").read_text(encoding="utf-8")


def test_parse_needs_no_front_matter(tmp_path: Path, capsys: Output) -> None:
    main(["parse", str(SEED)])
    whole = json.loads(capsys.readouterr().out)
    assert main(["parse", str(bare(SEED, tmp_path))]) == 0
    alone = json.loads(capsys.readouterr().out)
    for part in ("preamble", "operative", "footnotes", "closing", "title", "adopted"):
        assert alone[part] == whole[part]


def test_parse_refuses_in_one_line_what_holds_no_text(tmp_path: Path, capsys: Output) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert main(["parse", str(empty)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{empty}:1: ")
    assert len(printed.err.splitlines()) == 1


def test_check_passes_on_the_corpus(capsys: Output) -> None:
    assert main(["check", "--corpus", str(ROOT / "corpus")]) == 0
    assert "5 texts checked: 0 errors" in capsys.readouterr().out


def test_explain_says_why_a_paragraph_has_its_themes_a_line_a_ground(capsys: Output) -> None:
    assert main(["explain", "A/RES/59/166#op18", "--corpus", str(ROOT / "corpus")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("theme non-punishment: “from being prosecuted” (op18, character 185) by the rule: from ")
    assert lines[1].startswith("theme migration: “illegal entry” (op18, character 217) by the rule: (illegal | ")


def test_explain_names_the_editor(tmp_path: Path, capsys: Output) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "mine")
    seed = tmp_path / "mine/texts/A-RES-59-166.txt"
    said = "themes:\n  op1: {add: [training], remove: [un-follow-up]}\n---\n"
    seed.write_text(seed.read_text(encoding="utf-8").replace("\n---\n", f"\n{said}", 1), encoding="utf-8")
    assert main(["explain", "A/RES/59/166#op1", "--corpus", str(tmp_path / "mine")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "theme training: added by the editor (op1)",
        "theme un-follow-up: taken away by the editor",
    ]


def test_explain_says_where_there_is_nothing(capsys: Output) -> None:
    assert main(["explain", "A/RES/59/166#pp4", "--corpus", str(ROOT / "corpus")]) == 0
    assert capsys.readouterr().out == "pp4 has no theme and no addressee\n"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("A/RES/59/166", "A/RES/59/166#op18"),
        ("A/RES/99/1#op1", "no text of corpus has that symbol"),
        ("A/RES/59/166#op99", "no such paragraph"),
        ("#op1", "A/RES/59/166#op18"),
    ],
)
def test_explain_says_what_it_cannot_find(
    address: str, said: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["explain", address]) == 2
    printed = capsys.readouterr().err
    assert said in printed
    assert len(printed.splitlines()) == 1


def test_parse_says_what_is_wrong_with_an_override(capsys: Output) -> None:
    file = FOLDER / "override-of-nothing/corpus/texts/A-RES-99-2.txt"
    assert main(["parse", str(file), "--corpus", str(file.parents[1])]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["symbol"] == "A/RES/99/2"
    assert f"{file}:4: unknown-theme: " in printed.err


def test_problems_name_the_file_where_it_stands(tmp_path: Path, capsys: Output) -> None:
    shutil.copytree(FOLDER / "unknown-key/corpus", tmp_path / "mine")
    main(["check", "--corpus", str(tmp_path / "mine")])
    assert f"{tmp_path.as_posix()}/mine/texts/A-RES-99-2.txt:3: unknown-key: " in capsys.readouterr().out


def test_a_failed_build_leaves_what_the_last_good_one_wrote(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    main(["build", "--corpus", str(ROOT / "corpus"), "--docs", str(docs)])
    before = {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()}
    assert main(["build", "--corpus", str(tmp_path / "nowhere"), "--docs", str(docs)]) == 2
    assert {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--corpus", "no/such/folder"],
        ["check", "--corpus", "no/such/folder"],
        ["check", "--site", "no/such/folder"],
        ["parse", "no/such/file.txt"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_one_line_with_exit_code_2(
    arguments: list[str], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "no/such" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["mend"], ["build", "--fast"], ["parse"], ["explain"]], ids=str)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
