"""Writing: only what changed, each file in one step, and nothing that is not ours is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.writing.files import write


def test_a_second_writing_changes_nothing(tmp_path: Path) -> None:
    files = {"A/RES/59/166.md": "one\n", "index.md": "two\n"}
    assert write(tmp_path, files).changed == ("A/RES/59/166.md", "index.md")
    before = {path: (tmp_path / path).stat().st_mtime_ns for path in files}
    assert write(tmp_path, files).changed == ()
    assert {path: (tmp_path / path).stat().st_mtime_ns for path in files} == before


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"A/1.md": "one", "A/2.md": "two"})
    assert write(tmp_path, {"A/1.md": "one", "A/2.md": "changed"}).changed == ("A/2.md",)
    assert (tmp_path / "A/2.md").read_text(encoding="utf-8") == "changed"


def test_a_page_that_nobody_generates_any_more_goes_with_its_empty_folder(tmp_path: Path) -> None:
    gone = ("E/RES/2016/12.json", "E/RES/2016/12.md", "E/RES/2016/12.xml")
    write(tmp_path, {"A/RES/59/166.md": "one", **dict.fromkeys(gone, "two")})
    assert write(tmp_path, {"A/RES/59/166.md": "one"}).removed == gone
    assert not (tmp_path / "E").exists()


def test_what_is_written_by_hand_stays(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    by_hand = [tmp_path / "method.md", tmp_path / "assets/mark.svg"]
    for file in by_hand:
        file.write_text("by hand", encoding="utf-8")
    assert write(tmp_path, {"A/1.md": "one"}).removed == ()
    assert all(file.read_text(encoding="utf-8") == "by hand" for file in by_hand)


def test_lines_end_as_they_were_given(tmp_path: Path) -> None:
    write(tmp_path, {"A/1.md": "one\r\ntwo\nthree"})
    assert (tmp_path / "A/1.md").read_bytes() == b"one\r\ntwo\nthree"


def test_a_writing_that_fails_leaves_the_old_content_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"A/1.md": "good"})

    def full(_self: Path, _data: bytes) -> int:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        write(tmp_path, {"A/1.md": "better"})
    assert (tmp_path / "A/1.md").read_text(encoding="utf-8") == "good"


def test_pieces_are_one_file_that_is_written_only_if_it_says_something_else(tmp_path: Path) -> None:
    assert write(tmp_path, {"A/1.json": iter([b"[", b"1", b"]"])}).changed == ("A/1.json",)
    assert (tmp_path / "A/1.json").read_bytes() == b"[1]"
    assert write(tmp_path, {"A/1.json": iter([b"[1", b"]"])}).changed == ()
    assert write(tmp_path, {"A/1.json": iter([b"[2", b"]"])}).changed == ("A/1.json",)
    assert [file.name for file in (tmp_path / "A").iterdir()] == ["1.json"]


def test_pieces_that_break_off_leave_the_old_content_whole(tmp_path: Path) -> None:
    write(tmp_path, {"A/1.json": b"good"})

    def broken() -> Iterator[bytes]:
        yield b"bet"
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        write(tmp_path, {"A/1.json": broken()})
    assert (tmp_path / "A/1.json").read_bytes() == b"good"
