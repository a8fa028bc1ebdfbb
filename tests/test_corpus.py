"""The corpus: bodies kept byte for byte, and any bytes at all give a text or a problem."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import corpus, front_matter
from generator.model import ProposedCorrection, Supplied

ROOT = Path(__file__).parents[1]
PATH = "corpus/texts/A-RES-59-166.txt"
FRONT = b"---\nsymbol: A/RES/59/166\n---\n"
BODIES = st.one_of(st.text(), st.text(alphabet="-\r\n\f\t\x0b\x1c\x85\u2028 ab:"))


def test_the_five_texts_are_read_without_a_problem() -> None:
    read = corpus.read_corpus(ROOT / "corpus")
    assert read.problems == ()
    assert [text.symbol for text in read.texts] == [
        "A/C.3/73/L.7",
        "A/RES/58/137",
        "A/RES/59/166",
        "A/RES/65/190",
        "E/CN.4/RES/2004/45",
    ]


def test_a_body_and_its_first_line_are_those_of_the_file() -> None:
    for text in corpus.read_corpus(ROOT / "corpus").texts:
        lines = (ROOT / text.path).read_bytes().split(b"\n")
        assert "\n".join(line.decode() for line in lines[text.first_line - 1 :]) == text.body


def test_what_an_editor_knows_reaches_the_reader() -> None:
    texts = {text.symbol: text for text in corpus.read_corpus(ROOT / "corpus").texts}
    assert texts["E/CN.4/RES/2004/45"].supplied == Supplied(session="60", agenda_item="12")
    first = ProposedCorrection(line=248, found="prost itution", shown="prostitution", why="split word")
    assert texts["A/C.3/73/L.7"].corrections[0] == first


@given(BODIES)
@example("\ufeff")
@example("---\n")
@example("\r\n\r\n")
@example("text\n---\nmore\f\n ")
def test_a_body_is_kept_byte_for_byte(body: str) -> None:
    data = FRONT + body.encode("utf-8")
    text, problems = corpus.read_corpus_file(PATH, data)
    assert problems == ()
    assert text is not None
    assert text.body == body
    assert text.first_line == 4
    assert text.sha256 == hashlib.sha256(body.encode("utf-8")).hexdigest()


@pytest.mark.parametrize("start", ["\ufeff---\n", "---\r\n", "---  \n"])
def test_a_front_matter_may_begin_as_other_editors_write_it(start: str) -> None:
    text, problems = corpus.read_corpus_file(PATH, f"{start}symbol: A/RES/59/166\r\n---\r\nx\r\n".encode())
    assert problems == ()
    assert text is not None
    assert text.body == "x\r\n"


@given(st.binary())
@example(b"\xff\xfe")
@example(b"---\nsymbol: \x00\n---\n")
@example(b"---\n" + b"[" * 5000 + b"\n---\n")
@example(b"---\n&a [*a]\n---\n")
def test_any_bytes_give_a_text_or_a_problem(data: bytes) -> None:
    for whole in (data, b"---\n" + data + b"\n---\n", b"---\nsymbol: A/RES/59/166\n" + data + b"\n---\nbody"):
        text, problems = corpus.read_corpus_file(PATH, whole)
        assert text is not None or problems
        assert all(1 <= problem.line <= whole.count(b"\n") + 1 for problem in problems)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["symbol", "supplied", "corrections", "line", "from", "to", "x"]), inner)
    ),
    max_leaves=8,
)


@given(values)
def test_whatever_stands_in_a_front_matter_is_used_or_said_to_be_wrong(value: object) -> None:
    """JSON is YAML, so any value can stand there."""
    known, faults = front_matter.load(f"{json.dumps(value)}\n")
    assert known is not None or faults


def test_the_order_of_files_makes_no_difference(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("A-RES-59-2", "A-RES-59-10", "A-RES-59-1"):
        symbol = name.replace("-", "/")
        (texts / f"{name}.txt").write_text(f"---\nsymbol: {symbol}\n---\nx", encoding="utf-8")
    read = corpus.read_corpus(tmp_path)
    assert [text.path for text in read.texts] == sorted(text.path for text in read.texts)


def test_a_folder_without_texts_is_a_fault_of_configuration(tmp_path: Path) -> None:
    with pytest.raises(corpus.ConfigurationError, match="texts"):
        corpus.read_corpus(tmp_path)
