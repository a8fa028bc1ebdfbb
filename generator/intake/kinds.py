"""Which kind of file it is, by its suffix, and by its first bytes where the suffix does not tell the truth."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from generator.intake.taken import Refusal


class Kind(StrEnum):
    """The kinds that can be taken in. The value is how a refusal names the kind."""

    PDF = "a PDF"
    DOCX = "a Word file (.docx)"
    HTML = "an HTML page"
    PLAIN = "plain text"


_BY_SUFFIX: Mapping[str, Kind] = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".md": Kind.PLAIN,
    ".txt": Kind.PLAIN,
}
_SUFFIX_OF: Mapping[Kind, str] = {Kind.PDF: ".pdf", Kind.DOCX: ".docx", Kind.HTML: ".html", Kind.PLAIN: ".txt"}

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[a-zA-Z!/]|<\x00[a-zA-Z!/]|\x00<\x00[a-zA-Z!/]")
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_START = 1024
"""A PDF's header may stand anywhere in so many first bytes (ISO 32000-1, annex H)."""


def kind_of(name: str, content: bytes) -> Kind | Refusal:
    """The kind that the suffix of `name` promises and `content` keeps, or what is wrong with it."""
    suffix = PurePath(name).suffix.lower()
    if not content.strip():
        return Refusal("this file is empty")
    if suffix in (".doc", ".rtf", ".odt"):
        return Refusal(f"{suffix} files cannot be taken: save it as .docx")
    if suffix not in _BY_SUFFIX:
        return Refusal(
            f"files named {suffix or 'without a suffix'} cannot be taken: give one of {', '.join(_BY_SUFFIX)}"
        )
    promised, found = _BY_SUFFIX[suffix], _kept(content)
    if isinstance(found, Refusal):
        return found
    if promised is Kind.HTML and found is Kind.PLAIN and _TAG.search(content):
        return Kind.HTML
    if promised is found:
        return found
    if found is Kind.PLAIN and promised is Kind.PDF:
        return Refusal("this PDF is broken: it does not begin as a PDF does")
    if found is Kind.PLAIN and promised is Kind.DOCX:
        return Refusal("this Word file is broken: it does not begin as a .docx does")
    return Refusal(f"this {suffix} file is {found}: rename it to {_SUFFIX_OF[found]}")


def _kept(content: bytes) -> Kind | Refusal:
    """What the bytes themselves say."""
    if b"%PDF-" in content[:_START]:
        return Kind.PDF
    if content.startswith(_ZIP):
        is_word = b"word/" in content
        return Kind.DOCX if is_word else Refusal("this is a zip file, not a text: unpack it first")
    if content.startswith(_OLE):
        return Refusal("this is an old .doc file or one with a password: save it as .docx without a password")
    if content.startswith(b"{\\rtf"):
        return Refusal("this is an RTF file: save it as .docx")
    if _HTML_START.match(content[:_START]):
        return Kind.HTML
    return Refusal("this file is binary, not a text") if _is_binary(content) else Kind.PLAIN


def _is_binary(content: bytes) -> bool:
    """Whether so many bytes are control characters that it cannot be a text in any encoding we know."""
    start = content[: 64 * _START]
    if start.startswith(_UTF_16_BOMS) or looks_like_utf_16(start):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\x0b\x0c\r\x1b" for byte in start)
    return b"\x00" in start or controls > len(start) // 50


def looks_like_utf_16(content: bytes) -> bool:
    """Whether every second byte is nearly always zero, as in UTF-16 of a text in Latin letters."""
    half = len(content) // 2
    return half > 1 and max(content[0::2].count(0), content[1::2].count(0)) > 0.7 * half
