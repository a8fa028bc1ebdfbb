"""PDFs that a browser printed come back as the text they were made from."""

import pytest
from playwright.sync_api import Browser

from generator.intake import Taken, take_in
from generator.model import RawText
from generator.reading import read
from tests.intake.known import trafficking
from tests.intake.print_pdf import by_hand, flowing, marked, notes, printed


def taken(content: bytes) -> Taken:
    found = take_in("text.pdf", content)
    assert isinstance(found, Taken), found
    return found


@pytest.fixture(scope="module")
def resolution(browser: Browser) -> Taken:
    return taken(printed(browser, flowing(trafficking())))


def test_a_resolution_comes_back_word_for_word(resolution: Taken) -> None:
    assert resolution.text == trafficking().text
    assert resolution.remarks == ()


def test_what_the_pages_add_is_listed(resolution: Taken) -> None:
    assert "page 2: A/RES/59/166 (running head)" in resolution.furniture
    assert all(piece.endswith(("(page or job number)", "(running head)", "(the same on several pages)"))
               for piece in resolution.furniture)  # fmt: skip


def test_it_is_read_as_the_same_tree(resolution: Taken) -> None:
    tree = read(RawText(path="text.txt", body=resolution.text, sha256=""))
    assert (len(tree.preamble), len(tree.operative), len(tree.footnotes)) == (16, 26, 14)
    assert sum(len(paragraph.marks) for paragraph in (*tree.preamble, *tree.operative)) == 18


CUT = "Recalling the Convention,[^1] and bearing in mind the need for all Governments of coun-"
GOES_ON = "tries of origin, transit and destination to act together in the matter,"
BROKEN = "1. Urges all Governments to heed decision-<br>making and gender-<br>and age-sensitive ways,<sup>2</sup> "
LONG = "as was said before in many other places and on many other occasions by many others;"


def test_a_paragraph_cut_by_a_page_and_its_notes_is_whole_again(browser: Browser) -> None:
    pages = (
        (
            "<p>Noting well, with care and with much appreciation, the report of the Secretary-General,</p>"
            f'<p class="cut">{marked(CUT)}</p><div class="foot">{notes([("1", "Resolution 34/180, annex.")])}</div>'
        ),
        (
            f'<p class="goes-on">{GOES_ON}</p><p>Recalling that countries differ in many ways and in many respects,</p>'
            f'<p>{BROKEN}{LONG}</p><div class="foot">{notes([("2", "Ibid.")])}</div>'
        ),
    )
    assert taken(printed(browser, by_hand(pages))).text.split("\n\n")[1:] == [
        f"{CUT.removesuffix('-')}{GOES_ON}",
        "Recalling that countries differ in many ways and in many respects,",
        f"1. Urges all Governments to heed decision-making and gender- and age-sensitive ways,[^2] {LONG}",
        "[^1]: Resolution 34/180, annex.",
        "[^2]: Ibid.\n",
    ]


ITEMS = (
    (
        "0",
        "1. Calls upon all Governments to take the following measures in the matter, as soon as possible for them:",
    ),
    (
        "24pt",
        "(a) To strengthen the laws against the traffic, in accordance with their own legal systems and traditions:",
    ),
    (
        "48pt",
        "(i) By acceding to the Convention and the Protocols to it, which has been asked of all of them before;",
    ),
    ("48pt", "(ii) By acting on it;"),
    ("24pt", "(b) To report;"),
    (
        "0",
        "2. Decides to continue its consideration of the question at its next session, under the item of its agenda.",
    ),
)


@pytest.mark.parametrize(
    "form", ["margin-left: {}; text-indent: 24pt", "margin-left: calc({} + 24pt); text-indent: -24pt"]
)
def test_items_are_paragraphs_of_their_own_however_they_are_indented(browser: Browser, form: str) -> None:
    page = "".join(f'<p style="{form.format(indent)}">{text}</p>' for indent, text in ITEMS)
    assert taken(printed(browser, by_hand([page]))).text.strip().split("\n\n") == [text for _, text in ITEMS]


def test_two_columns_are_read_one_after_the_other(browser: Browser) -> None:
    text = "<p>{}. <i>Requests</i> the States of the region to report on the matter numbered {} in full;</p>"
    left = "".join(text.format(number, number) for number in range(1, 9))
    page = (
        "<h3>Resolutions adopted without reference to a Committee in the year</h3>"
        f"<div class='left'>{left}</div><div class='right'>{left.replace('Requests', 'Urges')}</div>"
    )
    blocks = taken(printed(browser, by_hand([page]))).text.split("\n\n")
    assert [block.split()[1] for block in blocks if block[0].isdigit()] == ["Requests"] * 8 + ["Urges"] * 8


def test_a_ruled_table_is_kept_as_one(browser: Browser) -> None:
    table = "<table style='border-collapse:collapse'>" + "".join(
        f"<tr><td style='border:1px solid'>{a}</td><td style='border:1px solid'>{b}</td></tr>"
        for a, b in (("State", "Share"), ("Austria", "0.677"), ("Chad", "0.001"))
    ) + "</table>"  # fmt: skip
    page = f"<p>1. <i>Decides</i> that the scale shall be as follows:</p>{table}<p>2. <i>Decides</i> to go on.</p>"
    assert taken(printed(browser, by_hand([page]))).text.split("\n\n") == [
        "1. Decides that the scale shall be as follows:",
        "| State | Share |\n| --- | --- |\n| Austria | 0.677 |\n| Chad | 0.001 |",
        "2. Decides to go on.\n",
    ]


def test_a_figure_after_the_last_comma_is_a_mark_if_it_has_a_note(browser: Browser) -> None:
    page = (
        f"<p>Recalling the priorities,1</p><p>Recalling chapter 4,</p><div class='foot'>{notes([('1', 'Ibid.')])}</div>"
    )
    found = taken(printed(browser, by_hand([page])))
    assert found.text == "Recalling the priorities,[^1]\n\nRecalling chapter 4,\n\n[^1]: Ibid.\n"
    assert found.remarks == ("the figure 1 was taken for a mark: … Recalling the priorities,1",)


def test_a_power_is_no_mark(browser: Browser) -> None:
    foot = f"<div class='foot'>{notes([('2', 'Ibid.')])}</div>"
    page = f"<p>Noting the 300 km<sup>2</sup> of the zone,<sup>2</sup></p>{foot}"
    assert taken(printed(browser, by_hand([page]))).text == "Noting the 300 km² of the zone,[^2]\n\n[^2]: Ibid.\n"
