import markdown
import pytest

from generator.printed_notes import printed_label
from tests.reading_html import by_id, parse

EXTENSIONS = ["footnotes", "generator.printed_notes"]


@pytest.mark.parametrize(
    ("anchor", "label"),
    [
        ("fn:5", "5"),
        ("fn:22", "22"),
        ("fn:star", "*"),
        ("fn:star3", "***"),
        ("fn:a-5", "5"),
        ("fn:b-star2", "**"),
        ("fn:5-2nd", "5"),
        ("fn:a-12-11th", "12"),
        ("fn:a", "a"),
        ("fn:a-2nd", "a"),
        ("fn:b-a-2nd", "a"),
        ("fn:dagger", "†"),
        ("fn:dagger2", "††"),
        ("fn:ddagger", "‡"),
    ],
)
def test_the_label_comes_out_of_the_anchor(anchor: str, label: str) -> None:
    assert printed_label(anchor) == label


def test_a_page_that_begins_with_note_22_shows_22() -> None:
    html = markdown.markdown("One[^22], two[^star], one again[^22].\n\n[^22]: A.\n[^star]: B.", extensions=EXTENSIONS)
    page = by_id(parse(html))

    assert ["".join(page[name].itertext()) for name in ("fnref:22", "fnref:star", "fnref2:22")] == ["22", "*", "22"]
    assert "".join(page["fn:22"].itertext()).split() == ["22", "A.", "↩↩"]
    assert [link.get("title") for link in page["fn:22"].iter("a")][1:] == [
        "Back to mark 22, place 1",
        "Back to mark 22, place 2",
    ]


def test_a_note_without_a_mark_is_shown_and_leads_nowhere() -> None:
    note = by_id(parse(markdown.markdown("One.\n\n[^7]: Alone.", extensions=EXTENSIONS)))["fn:7"]

    assert "".join(note.itertext()).split() == ["7", "Alone."]
    assert [link.get("href") for link in note.iter("a")] == ["#fn:7"]


def test_the_notes_are_still_a_list_for_those_who_listen() -> None:
    root = parse(markdown.markdown("One[^1].\n\n[^1]: A.", extensions=EXTENSIONS))

    assert [listing.get("role") for listing in root.iter("ol")] == ["list"]
