"""A shelf gives its texts as they were put there, however few of them stay open; and a site is the same site."""

import shutil
from pathlib import Path

import pytest

from generator import pipeline, shelf
from generator.corpus import ConfigurationError, read_corpus, with_body
from generator.model import Resolution
from generator.shelf import Shelf, WhenAsked
from tests.folders import differing

ROOT = Path(__file__).parent.parent


@pytest.fixture(params=[0, 2, 99])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_OPEN", request.param)
    monkeypatch.setattr(shelf, "_LENT", 1)


@pytest.mark.usefixtures("few")
def test_texts_come_back_as_they_were_in_the_order_of_their_symbols(texts: tuple[Resolution, ...]) -> None:
    held = Shelf(reversed(texts))
    assert list(held) == sorted(text.symbol for text in texts)
    assert {symbol: held[symbol] for symbol in held} == {text.symbol: text for text in texts}
    assert len(held) == len(texts)
    assert texts[0].symbol in held
    assert "A/RES/1/1" not in held
    with pytest.raises(KeyError):
        held["A/RES/1/1"]


def test_the_head_of_a_text_says_all_but_what_it_consists_of(texts: tuple[Resolution, ...]) -> None:
    held = Shelf(texts)
    for text in texts:
        head = held.heads[text.symbol]
        assert (head.title, head.adopted, head.organ, head.url, head.source) == (
            text.title, text.adopted, text.organ, text.url, text.source,
        )  # fmt: skip
        assert not any((head.preamble, head.operative, head.annexes, head.footnotes))


def test_texts_of_other_content_have_other_digests(texts: tuple[Resolution, ...]) -> None:
    digests = Shelf(texts).digests
    assert len(set(digests.values())) == len(texts)
    assert digests == Shelf(reversed(texts)).digests


@pytest.mark.usefixtures("few")
def test_the_site_is_the_same_however_few_texts_stay_open(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    pipeline.build(ROOT / "corpus", tmp_path / "docs")
    assert differing(tmp_path / "docs", docs) == []


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "docs"
    pipeline.build(ROOT / "corpus", folder)
    return folder


def test_what_is_made_when_it_is_asked_for_is_made_once_while_it_is_remembered() -> None:
    made = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    asked = WhenAsked({"a": None, "b": None}, make, most=1)
    assert [asked[key] for key in "aabba"] == list("AABBA")
    assert made == ["a", "b", "a"]
    assert dict(asked) == {"a": "A", "b": "B"}
    assert asked.get("c") is None
    assert made == ["a", "b", "a", "b"]


def test_a_body_that_was_left_on_the_disk_is_the_body(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    whole = read_corpus(tmp_path / "corpus").texts
    left = read_corpus(tmp_path / "corpus", bodies=False).texts
    assert not any(text.body for text in left)
    assert tuple(with_body(tmp_path / "corpus", text) for text in left) == whole


def test_a_text_that_is_edited_while_it_is_read_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    text = read_corpus(tmp_path / "corpus", bodies=False).texts[0]
    with (tmp_path / text.path).open("a", encoding="utf-8") as file:
        file.write("another line\n")
    with pytest.raises(ConfigurationError, match=r"A-C\.3-73-L\.7\.txt: this file was changed while it was read"):
        with_body(tmp_path / "corpus", text)
