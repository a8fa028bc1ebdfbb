"""The authority file: what it says can be used, and each fault in it is found at its line."""

from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from generator.linking.instruments import Instruments, load, read_instruments

ROOT = Path(__file__).parent.parent


def test_the_authority_file_has_no_fault_and_every_id_of_the_truth() -> None:
    instruments, problems = read_instruments(ROOT / "corpus")
    truth = yaml.safe_load((ROOT / "tests" / "truth" / "instruments.yaml").read_text(encoding="utf-8"))
    # A resolution cited by its number is a symbol, and the unspecified are no documents.
    named = {entry["id"] for entry in truth if "unspecified" not in entry["type"]}
    assert problems == ()
    assert named - instruments.by_id.keys() == {"RES-55-25", "RES-64-293", "HRC-11-3", "HRC-14-2"}


def test_the_authority_file_says_of_treaties_what_the_truth_says() -> None:
    instruments, _ = read_instruments(ROOT / "corpus")
    truth = yaml.safe_load((ROOT / "tests" / "truth" / "instruments.yaml").read_text(encoding="utf-8"))
    for entry in truth:
        if entry["treaty_series"]:
            assert instruments.by_series[entry["treaty_series"]] == entry["id"]


def test_an_editor_adds_one_in_five_lines() -> None:
    instruments, problems = load(
        dedent("""\
        - id: SAMPLES
          title: Convention on Sample Texts
          type: treaty
          symbol: A/RES/99/1, annex
          treaty_series: vol. 9999, No. 99999
        """)
    )
    assert problems == ()
    assert instruments.by_series["vol. 9999, No. 99999"] == "SAMPLES"
    assert instruments.at("A/RES/99/1", "annex, article 3") == "SAMPLES"
    assert instruments.at("A/RES/99/1", "annex II") is None
    assert instruments.address("SAMPLES") == "https://docs.un.org/en/A/RES/99/1"


@pytest.mark.parametrize(
    ("key", "line", "code"),
    [
        ("symbol: A/RES/59-166", 5, "bad-value"),
        ("symbol: A/RES/317 (IV), annex", 5, "bad-value"),
        ("treaty_series: volume 3", 5, "bad-value"),
        ("depositary: 18-12", 5, "bad-value"),
        ("ilo: 182", 5, "bad-value"),
        ("sales: E96", 5, "bad-value"),
        ("address: http://example.org", 5, "bad-value"),
        ("address: 'https://example.org/a b'", 5, "bad-value"),
        ("symbols: A/RES/59/166", 5, "unknown-key"),
        ("short: A", 5, "bad-value"),
        ("protocol_to: NOBODY", 5, "unknown-id"),
        ("members: [NOBODY]", 5, "unknown-id"),
        ("former: ['']", 5, "bad-value"),
    ],
)
def test_a_fault_is_found_at_its_line_and_the_rest_is_used(key: str, line: int, code: str) -> None:
    instruments, problems = load(
        f"# A remark\n- id: A1\n  title: Treaty on One\n  type: treaty\n  {key}\n"
        "- {id: B, title: Two, type: treaty}\n"
    )
    assert [(one.path, one.line, one.code) for one in problems] == [("corpus/instruments.yml", line, code)]
    assert list(instruments.by_id) == ["B"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("- id: [", 1, "not-yaml"),
        ("id: A", 1, "bad-value"),
        ("- {id: A, title: One, type: t}\n- {id: A, title: Two, type: t}", 2, "repeated-id"),
        ("- {id: A, title: One, type: t}\n- {id: B, title: ONE, type: t}", 2, "repeated-title"),
        ("- {id: A, title: One}", 1, "missing-type"),
        ("- A", 1, "bad-value"),
    ],
)
def test_a_file_at_fault_is_said_to_be(text: str, line: int, code: str) -> None:
    _, problems = load(text)
    assert [(one.line, one.code) for one in problems] == [(line, code)]


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    instruments, problems = read_instruments(tmp_path)
    assert isinstance(instruments, Instruments)
    assert not instruments.by_id
    assert problems == ()


def test_what_two_instruments_share_stands_for_neither() -> None:
    instruments, _ = load(
        "- {id: A, title: One, type: t, symbol: 'A/RES/59/166, annex'}\n"
        "- {id: B, title: Two, type: t, symbol: 'A/RES/59/166, annex'}\n"
    )
    assert instruments.at("A/RES/59/166", "annex") is None
