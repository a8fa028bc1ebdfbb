"""The feeds say which texts are new and what changed in them, as a feed reader reads them."""

import re
from collections.abc import Mapping

import feedparser
import msgspec
import pytest

from generator.authorities import Authorities
from generator.exports.feeds import ALL, feeds
from generator.library import library
from generator.lineage.lookup import parted
from generator.lineage.tracing import lineage
from generator.model import Resolution
from tests.samples import HOSTILE, paragraph, resolution


@pytest.fixture(scope="session")
def written(corpus_texts: tuple[Resolution, ...], authorities: Authorities) -> Mapping[str, str]:
    return feeds(library(corpus_texts, authorities))


def test_every_feed_is_read_without_a_fault(written: Mapping[str, str], authorities: Authorities) -> None:
    assert len(written) == len(authorities.themes.by_id) + 1
    for path, content in written.items():
        read = feedparser.parse(content)
        assert not read.bozo, path
        assert read.feed.title
        assert read.feed.id.startswith("urn:uuid:")
        assert read.feed.updated


def test_the_newest_text_stands_first_and_drafts_without_a_date_in_none(written: Mapping[str, str]) -> None:
    entries = feedparser.parse(written[ALL]).entries
    assert [entry.title.split()[0] for entry in entries] == [
        "A/RES/65/190", "A/RES/59/166", "E/CN.4/RES/2004/45", "A/RES/58/137",
    ]  # fmt: skip
    assert entries[0].updated == "2010-12-21T00:00:00Z"
    assert entries[0].link == "../A/RES/65/190/"


def test_a_changed_paragraph_comes_with_its_changes_and_a_new_one_whole(written: Mapping[str, str]) -> None:
    content = feedparser.parse(written[ALL], sanitize_html=False).entries[0].content[0].value
    assert re.search(
        r'<a href="../A/RES/65/190/#op17">para\. 17</a> '
        r"\(before: [^<]*A/RES/59/166, para\. 18, in part, verb stronger; [^<]*\) "
        "<del>Also invites</del> <ins>Urges</ins>",
        content,
    )
    assert '<a href="../A/RES/65/190/#op3">para. 3</a> (new) Urges' in content
    assert '<a href="../A/RES/65/190/#pp1">' in content


def test_words_that_stayed_are_not_said_again(corpus_texts: tuple[Resolution, ...], written: Mapping[str, str]) -> None:
    content = feedparser.parse(written[ALL], sanitize_html=False).entries[0].content[0].value
    same = [one for one in lineage(corpus_texts).links if one.kind == "verbatim" and one.to.startswith("A/RES/65/190#")]
    for link in same:
        assert f'#{parted(link.to)[1]}">' in content
        assert re.search(rf'#{parted(link.to)[1]}">[^<]*</a> \(before: [^<]*word for word[^<]*\)</p>', content)
    assert same


def test_the_feed_says_what_the_data_say_is_new_and_gone(
    corpus_texts: tuple[Resolution, ...], written: Mapping[str, str]
) -> None:
    found = lineage(corpus_texts)
    for entry in feedparser.parse(written[ALL], sanitize_html=False).entries:
        symbol, content = entry.title.split()[0], entry.content[0].value
        new = [parted(place)[1] for place in found.new if parted(place)[0] == symbol]
        assert re.findall(r'#([^"]+)">[^<]*</a> \(new\)', content) == new
        assert content.count("<p>No longer there: ") == sum(one.where == symbol for one in found.dropped)
    assert "No longer there: A/RES/59/166, para. 3 <del>Also welcomes" in written[ALL].replace("&lt;", "<").replace(
        "&gt;", ">"
    )


def test_the_feed_of_a_theme_has_its_paragraphs_alone(written: Mapping[str, str]) -> None:
    content = feedparser.parse(written["feeds/non-punishment.xml"]).entries[0].content[0].value
    assert "#op17" in content
    assert "#op33" not in content


def test_an_id_does_not_depend_on_the_other_texts(
    corpus_texts: tuple[Resolution, ...], authorities: Authorities, written: Mapping[str, str]
) -> None:
    fewer = feedparser.parse(feeds(library(corpus_texts[1:2], authorities))[ALL]).entries
    ids = {entry.title: entry.id for entry in feedparser.parse(written[ALL]).entries}
    assert [entry.id for entry in fewer] == [ids[entry.title] for entry in fewer]


def test_a_hostile_text_does_nothing() -> None:
    text = resolution(title=f"{HOSTILE}\x00", adopted="2044-12-20", operative=(paragraph("op1", HOSTILE, "1."),))
    content = feeds(library((msgspec.structs.replace(text),), Authorities()))[ALL]
    (entry,) = feedparser.parse(content, sanitize_html=False).entries
    assert "<script>" not in entry.content[0].value
