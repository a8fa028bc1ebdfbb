"""Write Word files as Word does: real footnotes, NOTEREF fields, automatic numbers, tracked changes."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FORMS = ("decimal", "lowerLetter", "lowerRoman")
_PATTERNS = ("%1.", "(%2)", "(%3)")
_MARK = re.compile(r"\[\^([^\]]+)\]")


@dataclass(frozen=True)
class Typed:
    """One paragraph as its author typed it: `level` is its depth in the numbered list, if it is in one."""

    text: str
    level: int | None = None
    raw: str = ""


def docx(
    paragraphs: Sequence[Typed | str],
    notes: Sequence[tuple[str, str]] = (),
    *,
    repeats: str = "noteref",
    others: dict[str, str] | None = None,
) -> bytes:
    """Give the bytes of a Word file. A mark used again is a cross-reference, or a superscript number."""
    seen: set[str] = set()
    ids = {label: number + 2 for number, (label, _) in enumerate(notes)}
    body = "".join(_paragraph(each, ids, seen, repeats) for each in paragraphs)
    written = "".join(_note(ids[label], text) for label, text in notes)
    parts = {
        "document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "footnotes.xml": f"<w:footnotes {_W}>{_SEPARATORS}{written}</w:footnotes>",
        "numbering.xml": f"<w:numbering {_W}>{_numbering()}</w:numbering>",
        **(others or {}),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}", f'<?xml version="1.0" encoding="UTF-8"?>{xml}')
    return content.getvalue()


_SEPARATORS = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def part(name: str, text: str) -> dict[str, str]:
    """Give a header or footer with one paragraph."""
    tag = "hdr" if name.startswith("header") else "ftr"
    return {name: f"<w:{tag} {_W}><w:p>{_run(text)}</w:p></w:{tag}>"}


def _paragraph(typed: Typed | str, ids: dict[str, int], seen: set[str], repeats: str) -> str:
    each = Typed(typed) if isinstance(typed, str) else typed
    if each.raw:
        return each.raw
    listed = "" if each.level is None else \
        f'<w:pPr><w:numPr><w:ilvl w:val="{each.level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'  # fmt: skip
    runs = ""
    for at, piece in enumerate(_MARK.split(each.text)):
        runs += _run(piece) if at % 2 == 0 else _mark(piece, ids, seen, repeats)
    return f"<w:p>{listed}{runs}</w:p>"


def _mark(label: str, ids: dict[str, int], seen: set[str], repeats: str) -> str:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    if label not in seen:
        seen.add(label)
        return f'<w:r>{raised}<w:footnoteReference w:id="{ids[label]}"/></w:r>'
    printed = f"<w:r>{raised}<w:t>{label}</w:t></w:r>"
    if repeats == "superscript":
        return printed
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = '<w:r><w:instrText xml:space="preserve"> NOTEREF _Ref1 \\f \\h </w:instrText></w:r>'
    return turn.format("begin") + instruction + turn.format("separate") + printed + turn.format("end")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _note(number: int, text: str) -> str:
    paragraph = f"<w:p><w:r><w:footnoteRef/></w:r>{_run(' ' + text)}</w:p>"
    return f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(zip(_FORMS, _PATTERNS, strict=True))
    )
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{lists}'
