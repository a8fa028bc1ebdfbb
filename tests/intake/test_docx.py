"""Word files come back as the text they were made from."""

import re

import pytest

from generator.intake import Taken, take_in
from generator.model import Paragraph, RawText
from generator.reading import read
from tests.intake.known import trafficking
from tests.intake.write_docx import Typed, docx, part


def taken(content: bytes) -> Taken:
    found = take_in("text.docx", content)
    assert isinstance(found, Taken), found
    return found


@pytest.mark.parametrize("repeats", ["noteref", "superscript"])
def test_a_resolution_with_footnotes_comes_back_word_for_word(repeats: str) -> None:
    known = trafficking()
    found = taken(docx(known.blocks, known.notes, repeats=repeats))
    assert found.text == known.text
    assert found.remarks == ()


@pytest.mark.parametrize("repeats", ["noteref", "superscript"])
def test_all_its_notes_and_marks_are_paired_in_the_tree(repeats: str) -> None:
    known = trafficking()
    tree = read(RawText(path="text.txt", body=taken(docx(known.blocks, known.notes, repeats=repeats)).text, sha256=""))
    assert [note.text for note in tree.footnotes] == [text for _, text in known.notes]
    assert len([mark for paragraph in (*tree.preamble, *tree.operative) for mark in marks(paragraph)]) == 18
    assert all(note.cited_at for note in tree.footnotes)
    assert (len(tree.preamble), [each.label for each in tree.operative]) == (16, [str(n) for n in range(1, 27)])


def marks(paragraph: Paragraph) -> list[str]:
    return [mark.footnote for mark in paragraph.marks] + [m for child in paragraph.children for m in marks(child)]


def test_numbers_that_word_only_prints_are_written_out() -> None:
    typed = [Typed("Urges Governments:", 0), Typed("To act;", 1), Typed("To report, by:", 1), Typed("Letter;", 2),
             Typed("Note;", 2), Typed("Requests more:", 0), Typed("Again.", 1)]  # fmt: skip
    assert taken(docx(typed)).text.split("\n\n") == [
        "1. Urges Governments:", "(a) To act;", "(b) To report, by:", "(i) Letter;", "(ii) Note;", "2. Requests more:",
        "(a) Again.\n",
    ]  # fmt: skip


def test_tracked_changes_are_settled_and_said() -> None:
    raw = (
        "<w:p><w:r><w:t>Urges</w:t></w:r><w:ins><w:r><w:t xml:space='preserve'> all</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText xml:space='preserve'> some</w:delText></w:r></w:del>"
        "<w:r><w:t xml:space='preserve'> States.</w:t></w:r></w:p>"
    )
    found = taken(docx([Typed("", raw=raw)]))
    assert found.text == "Urges all States.\n"
    assert found.remarks == ("tracked insertion kept: all", "tracked deletion left out: some")


def test_headers_footers_and_hidden_words_are_left_out_and_listed() -> None:
    hidden = "<w:p><w:r><w:t>Shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Draft two</w:t></w:r></w:p>"
    found = taken(
        docx([Typed("", raw=hidden)], others={**part("header1.xml", "A/RES/59/166"), **part("footer1.xml", "3/5")})
    )
    assert found.text == "Shown\n"
    assert found.furniture == ("3/5 (footer)", "A/RES/59/166 (header)", "Draft two (hidden)")


@pytest.mark.parametrize(("ruled", "expected"), [
    ("<w:tblBorders><w:insideV w:val='single'/></w:tblBorders>", "| State | Share |\n| --- | --- |\n| A\\|B | 2 |\n"),
    ("", "State\n\nShare\n\nA|B\n\n2\n"),
])  # fmt: skip
def test_a_table_with_lines_is_a_table_and_one_without_is_layout(ruled: str, expected: str) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(a)}{cell.format(b)}</w:tr>" for a, b in (("State", "Share"), ("A|B", "2")))
    assert taken(docx([Typed("", raw=f"<w:tbl><w:tblPr>{ruled}</w:tblPr>{rows}</w:tbl>")])).text == expected


def test_a_mark_typed_by_hand_is_that_of_its_note() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    raw = f"<w:p><w:r><w:t>Crime</w:t></w:r>{mark}</w:p>"
    found = taken(docx([Typed("", raw=raw)], [("*", "Reissued.")]))
    assert found.text == "Crime[^*]\n\n[^*]: Reissued.\n"


def test_a_raised_number_without_a_note_stays_a_number() -> None:
    raw = '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r></w:p>'
    assert not re.search(r"\[\^", taken(docx([Typed("", raw=raw)])).text)
