import re

from generator.writing.indexes import index_pages
from tests.samples import DRAFT, RICH, SAMPLES, UNTITLED, resolution


def test_there_is_a_page_for_every_organ_and_every_year() -> None:
    assert set(index_pages(SAMPLES)) == {
        "index.md", "organs/index.md", "organs/general-assembly.md", "organs/security-council.md",
        "years/index.md", "years/2044.md", "years/undated.md",
    }  # fmt: skip


def test_an_empty_corpus_has_the_pages_that_the_navigation_names() -> None:
    assert set(index_pages(())) == {"index.md", "organs/index.md", "years/index.md"}


def test_the_order_of_the_texts_does_not_matter() -> None:
    assert index_pages(SAMPLES) == index_pages(tuple(reversed(SAMPLES)))


def test_the_newest_text_stands_first_and_links_to_its_page() -> None:
    listed = re.findall(r"\]\(<(.*?)>\)", index_pages((DRAFT, UNTITLED, RICH))["index.md"])

    assert listed == ["A/RES/99/1.md", "S/RES/9999(2044).md", "A/C.3/99/L.7.md"]


def test_a_draft_is_called_one() -> None:
    assert "General Assembly, draft" in index_pages((DRAFT,))["organs/general-assembly.md"]


def test_a_hostile_title_stays_a_title() -> None:
    home = index_pages((resolution(title="](x) <b> *y*"),))["index.md"]

    assert "**A/RES/99/1** &#93;(x) &#60;b&#62; &#42;y&#42;" in home


def test_the_home_page_lists_the_fifty_newest_and_says_how_many_more_there_are() -> None:
    many = [resolution(symbol=f"A/RES/99/{n}", url=f"A/RES/99/{n}/", adopted="2044-12-20") for n in range(1, 53)]
    home = index_pages(many)["index.md"]

    assert home.count("\n- ") == 50
    assert "The 2 older texts" in home
