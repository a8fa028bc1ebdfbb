"""What is taken over from earlier work is the very file, and nothing else is left where the next site is made."""

from pathlib import Path

import pytest

from generator.made import Store, clear, files_in, held, looked_at, recorded, take_over
from tests.folders import content

KEYS = {"a.html": "1", "b/c.html": "2", "b/d/e.html": "3"}


@pytest.fixture
def earlier(tmp_path: Path) -> Store:
    for path, words in KEYS.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(words, encoding="utf-8")
    return Store(tmp_path / "site", recorded(tmp_path / "site", KEYS))


def begun(earlier: Store, keys: dict[str, str], into: Path) -> dict[str, bytes]:
    found = held([earlier], keys)
    clear(into, found)
    take_over(found, into)
    return content(into)


def test_a_folder_that_is_there_is_brought_to_what_is_taken_over(earlier: Store, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert begun(earlier, KEYS, new) == content(earlier.folder)
    (new / "left").mkdir()
    (new / "left/over.html").write_text("over", encoding="utf-8")
    (new / "b/c.html").unlink()
    (new / "b/c.html").write_text("2", encoding="utf-8")  # the same words in another file
    assert begun(earlier, KEYS | {"b/d/e.html": "other"}, new) == {"a.html": b"1", "b/c.html": b"2"}
    assert (new / "b/c.html").samefile(earlier.folder / "b/c.html")
    assert sorted(file.name for file in new.iterdir()) == ["a.html", "b"]
    assert not (new / "b/d").exists()


def test_what_was_touched_in_both_places_at_once_is_not_taken_over(earlier: Store, tmp_path: Path) -> None:
    new = tmp_path / "new"
    begun(earlier, KEYS, new)
    (new / "a.html").write_text("changed", encoding="utf-8")
    assert (earlier.folder / "a.html").read_text(encoding="utf-8") == "changed"
    assert set(begun(earlier, KEYS, new)) == {"b/c.html", "b/d/e.html"}


def test_a_file_stands_where_a_folder_was_and_a_folder_where_a_file_was(earlier: Store, tmp_path: Path) -> None:
    new = tmp_path / "new"
    (new / "a.html").mkdir(parents=True)
    (new / "a.html/x").write_text("x", encoding="utf-8")
    (new / "b").write_text("b", encoding="utf-8")
    assert begun(earlier, KEYS, new) == content(earlier.folder)


def test_without_second_names_files_are_copied(earlier: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("generator.made.os.link", none)
    for _ in range(2):
        assert begun(earlier, KEYS, tmp_path / "new") == content(earlier.folder)


def test_a_file_is_read_again_only_if_it_was_touched(earlier: Store) -> None:
    first = looked_at(Store(earlier.folder, {}), "a.html")
    known = Store(earlier.folder, {"a.html": first})
    assert looked_at(known, "a.html") is first
    (earlier.folder / "a.html").write_text("9", encoding="utf-8")
    assert looked_at(known, "a.html").key != first.key


def test_the_files_of_a_folder_are_given_by_their_paths(earlier: Store) -> None:
    assert sorted(files_in(earlier.folder)) == sorted(KEYS)
