"""The comparison of our site with another builder's. `make builders` runs the builders themselves."""

from pathlib import Path

from tests.other_builders import ROOT, differences, ids, without_hooks


def test_pages_and_ids_that_one_site_has_and_the_other_has_not_are_named() -> None:
    ours = {"": frozenset({"a"}), "A/RES/1/1/": frozenset({"op1", "op2"}), "method/": frozenset[str]()}
    others = {"": frozenset({"a"}), "A/RES/1/1/": frozenset({"op1", "op-2"}), "search/": frozenset[str]()}
    assert list(differences(ours, others)) == [
        "/A/RES/1/1/: no id “op2”",
        "/A/RES/1/1/: an id of its own, “op-2”",
        "/method/: no such page",
        "/search/: a page that MkDocs does not write",
    ]
    assert list(differences(ours, ours)) == []


def test_the_themes_own_ids_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<label id="__toc"></label><p id="op1">', encoding="utf-8")
    assert ids(tmp_path) == {"": frozenset({"op1"})}


def test_the_pages_need_no_hook() -> None:
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    others = without_hooks(configuration)
    assert "hooks:" not in others
    assert others.splitlines() == [line for line in configuration.splitlines() if line in others.splitlines()]
    assert "markdown_extensions:" in others


def test_the_site_has_the_ids_that_are_compared(site: Path) -> None:
    assert "op18" in ids(site)["A/RES/59/166/"]
