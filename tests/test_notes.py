"""What a page shows of a note beside its printed words."""

from pathlib import Path
from xml.etree.ElementTree import Element

import markdown

from generator.linking.ibid import resolve
from generator.model import RawText, Resolution
from generator.reading import read
from generator.writing.inline import notes_by_label, with_marks
from generator.writing.notes import note_definition
from tests.reading_html import by_id, one_line, parse, words

_TEXT = """The General Assembly,

1. Urges States to act,[^3] to act,[^4] and to act;[^5]

[^3]: Ibid., annex.

[^4]: Wombat *Gazette* <b>, p. 3.

[^5]: See ibid., p. 5."""


def shown(note: Element) -> str | None:
    """The words of a note that are set apart as its full form."""
    apart = [element for element in note.iter("span") if element.get("class") == "resolved"]
    return one_line("".join(apart[0].itertext())) if apart else None


def test_the_full_form_is_set_apart_from_the_printed_words() -> None:
    text = resolve(read(RawText(path="text.txt", body=_TEXT, sha256="")))
    notes = notes_by_label(text.footnotes)
    definitions = "\n".join(note_definition(note, notes) for note in text.footnotes)
    html = markdown.markdown(f"A[^3][^4][^5]\n\n{definitions}", extensions=["footnotes", "generator.printed_notes"])
    page = by_id(parse(html))

    assert shown(page["fn:3"]) == "→ not resolved"
    assert shown(page["fn:4"]) is None
    assert shown(page["fn:5"]) == "→ See Wombat Gazette <b>, p. 5. from note 4: another place in it"
    for note in text.footnotes:
        assert words(page[note.anchor]) == one_line(note.text)


def test_a_mark_leads_to_the_note_of_its_own_page_where_pages_number_anew() -> None:
    body = "The General Assembly,\n\n1. Urges States to act,[^1]\n\n[^1]: First.\n\nand to act.[^1]\n\n[^1]: Second.\n"
    text = read(RawText(path="text.txt", body=f"{body}\n2. Takes note.[^1]", sha256=""))
    notes = notes_by_label(text.footnotes)
    written = [with_marks(one.text, one.marks, one.anchor, notes) for one in text.operative]

    assert written == [
        "Urges States to act,[^1] and to act.[^1-2nd]",
        'Takes note.<sup class="mark">1</sup>',
    ]


def test_every_page_shows_what_every_ibid_stands_for(site: Path, corpus_texts: tuple[Resolution, ...]) -> None:
    for text in corpus_texts:
        page = by_id(parse((site / text.url / "index.html").read_text(encoding="utf-8")))
        for note in text.footnotes:
            full = shown(page[note.anchor])
            assert (full is None) == (note.rule is None)
            if full and note.resolved:
                assert full.startswith(f"→ {note.resolved} from note {note.antecedent}: ")
                sources = [link.get("href") for link in page[note.anchor].iter("a")]
                assert f"#fn:{note.antecedent}" in sources
