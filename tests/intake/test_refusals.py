"""What cannot be taken is refused in one line that says what to do; and no bytes at all raise an error."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import Refusal, Taken, take_in
from tests.intake.write_docx import docx

PDF_WITHOUT_TEXT = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
ENCRYPTED_PDF = PDF_WITHOUT_TEXT.replace(
    b"trailer<<",
    b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")/P -4>>/ID[(a)(a)]",
)
BROKEN_PDF = "this PDF is broken: open it in a PDF viewer and save or print it as a new PDF"
BROKEN_DOCX = "this Word file is broken: open it in Word or LibreOffice and save it again"


def _zip(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", b"", "this file is empty"),
        ("a.txt", b" \n\t\n", "this file is empty"),
        ("a.pdf", PDF_WITHOUT_TEXT, "this PDF is a scan: run OCR first"),
        ("a.pdf", ENCRYPTED_PDF, "this PDF is encrypted: save it without a password first"),
        ("a.pdf", b"%PDF-1.7\nrubbish", BROKEN_PDF),
        ("a.pdf", b"Resolution 59/166", "this PDF is broken: it does not begin as a PDF does"),
        ("a.txt", PDF_WITHOUT_TEXT, "this .txt file is a PDF: rename it to .pdf"),
        ("a.html", PDF_WITHOUT_TEXT, "this .html file is a PDF: rename it to .pdf"),
        ("a.pdf", docx(["Urges"]), "this .pdf file is a Word file (.docx): rename it to .docx"),
        ("a.docx", _zip("word/document.xml"), BROKEN_DOCX),
        ("a.docx", docx(["Urges"])[:300], BROKEN_DOCX),
        ("a.docx", _zip("a.txt"), "this is a zip file, not a text: unpack it first"),
        ("a.docx", b"Urges", "this Word file is broken: it does not begin as a .docx does"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"x" * 99,
         "this is an old .doc file or one with a password: save it as .docx without a password"),
        ("a.doc", b"x", ".doc files cannot be taken: save it as .docx"),
        ("a.txt", b"<!DOCTYPE html><p>Urges", "this .txt file is an HTML page: rename it to .html"),
        ("a.html", b"Urges all States", "this .html file is plain text: rename it to .txt"),
        ("a.html", b"<html><script>x</script></html>", "there is no text in this file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this file is binary, not a text"),
        ("a.csv", b"x", "files named .csv cannot be taken: give one of .pdf, .docx, .html, .htm, .md, .txt"),
        ("text", b"x", "files named without a suffix cannot be taken: give one of .pdf, .docx, .html, .htm, .md, .txt"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_do(name: str, content: bytes, reason: str) -> None:
    assert take_in(name, content) == Refusal(reason)


SUFFIXES = st.sampled_from([".pdf", ".docx", ".html", ".htm", ".md", ".txt", ".doc", ""])
STARTS = st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf"])


@settings(max_examples=150, deadline=None)
@given(SUFFIXES, STARTS, st.binary(max_size=400))
def test_no_bytes_raise_an_error(suffix: str, start: bytes, rest: bytes) -> None:
    assert isinstance(take_in(f"text{suffix}", start + rest), (Taken, Refusal))


PAGE = b"""<html><body><p>Urges<sup><a href='#n'>1</a></sup><table border=1><tr><td>a<td>b<tr><td>c<td>d</table>
<ol type=a><li>x</ol><p id=n>1 Ibid.</body></html>"""
WHOLE = (
    ("a.docx", docx(["1. Urges[^1] all", "2. Requests[^1]"], [("1", "Ibid.")])),
    ("a.html", PAGE),
    ("a.pdf", PDF_WITHOUT_TEXT),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_no_damage_to_a_file_raises_an_error(whole: tuple[str, bytes], data: st.DataObject) -> None:
    name, content = whole
    at = data.draw(st.integers(0, len(content)))
    dirt = data.draw(st.binary(max_size=20))
    drop = data.draw(st.integers(0, 40))
    assert isinstance(take_in(name, content[:at] + dirt + content[at + drop :]), (Taken, Refusal))


TAGS = [
    "<p>",
    "</p>",
    "<sup>",
    "</sup>",
    "<p\tid=a>",
    "</a>",
    "<a\thref='#a'>",
    "1",
    "*",
    "<ol>",
    "<li>",
    "<table\tborder=1>",
    "<tr>",
    "<td>",
    "<br>",
    "<pre>",
    "Urges,",
    "<div>",
    "</div>",
    "<nav>",
    "<font>",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=30))
def test_no_tag_soup_raises_an_error(tags: list[str]) -> None:
    assert isinstance(take_in("a.html", ("<html>" + "".join(tags)).encode()), (Taken, Refusal))
