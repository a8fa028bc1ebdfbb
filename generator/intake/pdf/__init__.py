"""A PDF with a text layer becomes marked text: pages → lines → without furniture → text and notes → paragraphs."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.intake.marked import MARK, marked_text, table_rows, unpaired
from generator.intake.pdf.columns import in_reading_order
from generator.intake.pdf.furniture import PageLines, part_furniture
from generator.intake.pdf.glued import with_glued_marks
from generator.intake.pdf.joining import words_of
from generator.intake.pdf.lines import Line, lines_of
from generator.intake.pdf.notes import notes_of, part_notes
from generator.intake.pdf.pages import PdfPage, pages_of
from generator.intake.pdf.paragraphs import paragraphs_of
from generator.intake.taken import Refusal, Taken

_FEW = 20
"""A page with an image and fewer characters than this is a scan."""
_UNREADABLE = 0.2


def pdf_text(content: bytes) -> Taken | Refusal:
    """The text of a PDF in the sixth flavour, or a refusal: a scan, encrypted, broken."""
    pages = pages_of(content)
    if isinstance(pages, Refusal):
        return pages
    scans = [page.number for page in pages if _is_scan(page)]
    if not any(page.chars for page in pages) or len(scans) == len(pages):
        return Refusal("this PDF is a scan: run OCR first")
    if _unreadable(pages) > _UNREADABLE:
        return Refusal("this PDF's fonts do not say which letters they draw: run OCR first")
    return _taken(pages, tuple(f"page {number} has no text layer: run OCR on it" for number in scans))


def _is_scan(page: PdfPage) -> bool:
    return page.has_image and len(page.chars) < _FEW and not page.tables


def _unreadable(pages: Iterable[PdfPage]) -> float:
    """The share of characters that have no letter."""
    chars = [char.text for page in pages for char in page.chars if char.text.strip()]
    return sum(text.startswith("(cid:") or text == "\ufffd" for text in chars) / max(len(chars), 1)


def _taken(pages: Sequence[PdfPage], remarks: tuple[str, ...]) -> Taken:
    printed = tuple(_page_lines(page) for page in pages)
    body_size = _body_size(printed)
    clear, furniture = part_furniture(printed, body_size)
    marks = frozenset(label for page in clear for line in page.lines for label in MARK.findall(line.text))
    text_lines, note_lines = part_notes(clear, body_size, marks)
    words = words_of(line.text for line in (*text_lines, *note_lines))
    notes, astray = notes_of(note_lines, words, marks)
    paragraphs = (*_with_tables(text_lines, pages, body_size, words), *astray)
    blocks, guesses = with_glued_marks(paragraphs, frozenset(note.label for note in notes))
    said = tuple(f"small print without a number: {line}" for line in astray)
    return Taken(
        text=marked_text(blocks, notes),
        remarks=(*remarks, *said, *guesses, *unpaired(blocks, notes)),
        furniture=(*furniture, *(piece for page in pages for piece in _not_text(page))),
    )


def _page_lines(page: PdfPage) -> PageLines:
    return PageLines(page.number, page.height, page.head_rule, in_reading_order(lines_of(page.chars, page.number)))


def _body_size(pages: Iterable[PageLines]) -> float:
    """The size in which most of the document is printed."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 1.0


def _with_tables(
    lines: Sequence[Line], pages: Iterable[PdfPage], body_size: float, words: frozenset[str]
) -> tuple[str, ...]:
    """The paragraphs, each table after the paragraph it stands under."""
    blocks: list[str] = []
    waiting = list(lines)
    for page in pages:
        for table in page.tables:
            above = [line for line in waiting if (line.page, line.bottom) < (page.number, table.top)]
            blocks += [*paragraphs_of(above, body_size, words), table_rows(table.rows)]
            waiting = waiting[len(above) :]
    return (*blocks, *paragraphs_of(waiting, body_size, words))


def _not_text(page: PdfPage) -> Iterable[str]:
    if page.bar_codes:
        yield f"page {page.number}: {page.bar_codes} (bar code)"
    if page.turned:
        yield f"page {page.number}: {page.turned} (turned text)"
