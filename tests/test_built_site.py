"""The check of a built site: it passes on ours, and finds what is broken in one that is."""

from pathlib import Path

import pytest

from generator import walk
from generator.__main__ import main
from generator.built_site import addresses_elsewhere, check_site, read_pages
from generator.corpus import ConfigurationError
from generator.model import Resolution


def a_site(folder: Path, **pages: str) -> Path:
    """Write pages: the name is the address, with `_` for `/`, and `index` for the root."""
    for name, html in pages.items():
        page = folder / (Path() if name == "index" else Path(name.replace("_", "/"))) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, encoding="utf-8")
    return folder


def codes(site: Path) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in check_site(site, ())]


def test_the_site_of_the_corpus_has_every_anchor_and_no_dead_link(site: Path, texts: tuple[Resolution, ...]) -> None:
    assert check_site(site, texts) == ()


def test_an_id_given_twice_is_found(tmp_path: Path) -> None:
    assert codes(a_site(tmp_path, index='<p id="op1">\n<p id="op1">')) == [(1, "repeated-id")]


@pytest.mark.parametrize("link", ["b/", "a/#op2", "#op1", "a/index.html#op1", "a/?q=x#op1", "b.json", "../a/"])
def test_a_dead_link_is_found_on_its_line(link: str, tmp_path: Path) -> None:
    site = a_site(tmp_path, index=f'\n<a href="{link}">x</a>', a='<p id="op1">')
    lands = link in {"a/index.html#op1", "a/?q=x#op1", "../a/"}
    assert codes(site) == ([] if lands else [(2, "dead-link")])


def test_links_with_brackets_and_to_other_hosts_are_no_dead_links(tmp_path: Path) -> None:
    links = '<a href="S/RES/1%282000%29/#op1">x</a><a href="https://docs.un.org/en/A/RES/59/166">y</a><a href="#">z</a>'
    folder = tmp_path / "S/RES/1(2000)"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text('<p id="op1"><a href="../../../">home</a>', encoding="utf-8")
    assert codes(a_site(tmp_path, index=links)) == []


def test_a_page_or_an_anchor_that_is_lost_is_found(tmp_path: Path, corpus_texts: tuple[Resolution, ...]) -> None:
    first, second = corpus_texts[:2]
    page = a_site(tmp_path, index="home") / first.url
    page.mkdir(parents=True)
    kept = [anchor for anchor in walk.anchors(first) if anchor != "op18"]
    (page / "index.html").write_text("".join(f'<p id="{anchor}">' for anchor in kept), encoding="utf-8")
    found = check_site(tmp_path, (first, second))
    assert {(problem.code, problem.message.split(" ")[0]) for problem in found} == {
        ("missing-anchor", "nothing"),
        ("missing-page", second.symbol),
    }


def test_a_folder_that_holds_no_site_is_a_fault_of_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"index\.html"):
        check_site(tmp_path, ())


def test_the_addresses_that_a_reader_can_follow_to_other_sites_are_listed_once(tmp_path: Path) -> None:
    canonical = '<link rel="canonical" href="https://here.example/">'
    site = a_site(
        tmp_path,
        index=f'{canonical}<a href="a/">ours</a><a href="https://docs.un.org/en/A/RES/59/166">official</a>',
        a='<a href="https://docs.un.org/en/A/RES/59/166#page=2">again</a><a href="mailto:x@y.example">no</a>'
        '<a href="http://metadata.un.org/sdg/5.2">a concept</a><script src="https://there.example/x.js"></script>',
    )
    assert addresses_elsewhere(read_pages(site)) == {
        "http://metadata.un.org/sdg/5.2": "a/",
        "https://docs.un.org/en/A/RES/59/166": "a/",
    }


def test_the_command_prints_them_one_a_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", str(site)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == sorted(set(lines))
    assert "https://docs.un.org/fr/A/RES/59/166" in lines


def test_where_there_is_no_site_there_is_nothing_to_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", str(tmp_path)]) == 2
    assert "no index.html" in capsys.readouterr().err
