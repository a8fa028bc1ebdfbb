"""The flavours of extraction: each prints a simulated text as one kind of source leaves it.

A flavour is a function from a text and a setting (how long its lines and pages are) to raw text. What it does to the
text was seen in real extractions: page heads in mid-sentence, notes before the words that go on, glued, spaced and
superscript marks, numbers on lines of their own, a masthead at the end.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.simulator.pages import MARK, Block, Breaks, Fragment, Kind, Page, Setting, blocks, lay_out
from tests.simulator.tree import Head, Note, Text, closing, printed_date

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERED = (Kind.OPERATIVE, Kind.ANNEX_PARAGRAPH)
_LISTED = (*_NUMBERED, Kind.ITEM)
_CENTRED = (Kind.HEADING, Kind.ANNEX, Kind.ANNEX_TITLE)


@dataclass(frozen=True)
class Flavour:
    """A way to print a text; what it does not print (the symbol, the title) an editor has to supply."""

    name: str
    printed: Callable[[Text, Setting], str]
    organ: str = "General Assembly"
    widths: tuple[int, int] = (70, 95)
    lengths: tuple[int, int] = (14, 45)
    breaks: Breaks = Breaks.HYPHENS
    says_symbol: bool = True
    says_title: bool = True


def markdown(text: Text, setting: Setting) -> str:
    """Markdown from a PDF: italics, `<sup>`, and each page's notes wherever the page ended."""
    head = text.head
    sheets = [
        f"# {head.organ}", f"Distr.: General  \n{printed_date(head.distributed)}",
        f"**{head.session}**  \nAgenda item {head.agenda_item}",
        f"## Resolution adopted by the {head.organ} on {printed_date(head.adopted)}",
        f"[on the report of the Third Committee ({head.report})]", f"### **{head.number}. {head.title}**",
    ]  # fmt: skip
    for number, page in enumerate(lay_out(text, setting)):
        body = _joined(page, lambda fragment: _marked(_italic(fragment), r"<sup>\1</sup>"))
        notes = "\n\n".join(f"<sup>{note.label}</sup> {_italic_source(note.words)}" for note in page.notes)
        rule = "---\n\n" if number % 2 else ""
        sheets.append(f"{body}\n\n{rule}{notes}" if notes else body)
    return "\n\n".join(["\n\n\n", *sheets]) + "\n"


def hard_wrapped(text: Text, setting: Setting) -> str:
    """Text of a web site, hard-wrapped, with "page 3" wherever a page ended and its notes at the end."""
    head = text.head
    top = f"OFFICE OF THE HIGH COMMISSIONER FOR\nHUMAN RIGHTS\n\n{head.title}\n{head.organ} Resolution: {head.number}\n"
    sheets = []
    for page in lay_out(text, setting):
        paragraphs: list[str] = []
        for fragment in page.fragments:
            lines = "\n".join(_wide_label(fragment))
            blank = "\n" if paragraphs and fragment.block.kind != Kind.CLOSING else ""
            paragraphs.append(blank + _marked(lines, r"\1"))
        sheets.append("\n".join(paragraphs))
    body = sheets[0] + "".join(f"\n\npage {number}\n\n\n\n{sheet}" for number, sheet in enumerate(sheets[1:], 2))
    notes = "".join(f"\n{note.label} {note.words}\n" for note in text.notes)
    return f"{top}\n{body}\n{notes}"


def ocr(text: Text, setting: Setting) -> str:
    """OCR: superscript digits, bullets before numbers, the last note of a page before its first, dirt."""
    head = text.head
    sheets = [
        f"United Nations {head.symbol}\n\n", f"Distr.: General {printed_date(head.distributed)}",
        f"{head.session} Agenda item {head.agenda_item}", *_adoption(head), f"{head.number}. {head.title}",
    ]  # fmt: skip
    for number, page in enumerate(lay_out(text, setting)):
        body = _joined(page, lambda fragment: _superscript(_bulleted(fragment)))
        notes = [f"{note.label.translate(_SUPERSCRIPT)} {note.words}" for note in page.notes]
        if len(notes) > 2 and number % 2 == 0:
            notes = [notes[-1], "\n\nт......п.", *notes[:-1]]
        sheets.append("\n\n".join([body, *notes]))
    return "\n\n".join(sheets) + "\n"


def double_spaced(text: Text, setting: Setting) -> str:
    """PDF text with a blank line after each line: one leading space begins a paragraph, heads and feet in between."""
    symbol, job = text.head.symbol, "44-16831"
    pages = lay_out(text, setting)
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        for place, fragment in enumerate(page.fragments):
            after_turn = place == 0 and number > 1 and number % 2 == 0
            first = (" " if fragment.begins else "") + (" " if after_turn else "")
            lines += [first + fragment.lines[0], *fragment.lines[1:]]
        lines = [_marked(line, r" \1 ") if len(line) % 2 else _marked(line, r"\1") for line in lines]
        if page.notes:
            lines.append("__________________")
            for note in page.notes:
                lines += [f" {note.label}  {note.words}"] if len(note.words) < 90 else _folded(note, setting)
        if number % 2 == 0 and number < len(pages):
            lines += [symbol, " ", " ", f"{job} {number}/{len(pages)}", " "]
    return "".join(f"{line} \n\n" for line in lines)


def word(text: Text, setting: Setting) -> str:
    """Text of a Word file: one paragraph a line, tabs, notes below, the masthead run together after them."""
    del setting  # Word breaks no lines
    head = text.head
    lines = [
        "[DU1]", *_adoption(head), f"{head.number}.\t{head.title}", "", "",
    ]  # fmt: skip
    for block in blocks(text):
        if block.kind == Kind.CLOSING and block.words == closing(head)[0]:
            lines.append("")
        if block.kind == Kind.ANNEX:
            lines.append("")
        tab = "" if block.kind in {Kind.CLOSING, *_CENTRED} or block.level > 1 else "\t"
        label = f"{block.label}\t" if block.label else ""
        lines.append(tab + label + _marked(block.words, r"\1"))
    lines += [f"{note.label} {note.words}" for note in text.notes]
    lines += [
        "[DU1]<<ODS JOB NO>>N4450280E<<ODS JOB NO>>", f"<<ODS DOC SYMBOL1>>{head.symbol}<<ODS DOC SYMBOL1>>",
        "<<ODS DOC SYMBOL2>><<ODS DOC SYMBOL2>>", "_______________", "", "-" * 60, "", "-" * 15, "", "-" * 60, "", "1",
        "    ", "", "1", "",
        f"United Nations{head.symbol}{head.organ}Distr.: General",
        f"{printed_date(head.distributed)}{head.session}", f"Agenda item {head.agenda_item}", "", "44 50280", "",
        head.symbol, "", head.symbol, "", "4", "", "5", "",
    ]  # fmt: skip
    return "\n".join(lines)


def pdftotext(text: Text, setting: Setting) -> str:
    """Text by pdftotext: no blank lines, numbers before or after the first line, bare note numbers, form feeds."""
    head = text.head
    pages = lay_out(text, setting)
    top = (
        f"United Nations\n\n{head.symbol}\n\n{head.organ}\n\n"
        f"Distr.: General\n{printed_date(head.distributed)}\n\n"
        f"{head.session}\nAgenda item {head.agenda_item}\n\n" + "\n".join(_adoption(head)) + "\n\n"
        f"{head.number}. {head.title}\n"
    )
    sheets = []
    for number, page in enumerate(pages, 1):
        lines = [line for fragment in page.fragments for line in _floated(fragment)]
        body = "\n".join(_marked(line, r" \1" if len(line) % 3 else r"\1") for line in lines)
        notes = "".join(f"{note.label}\n\n{note.words}\n" for note in page.notes)
        rule = "\n_______________\n" if notes else "\n"
        foot = "\n44 50280\n\n" if number == 1 else f"\n{number}\n\n"
        sheets.append(f"{body}{rule}{notes}{foot}")
    return top + f"\f{head.symbol}\n\n".join(sheets) + "\f"


def pdftotext_1996(text: Text, setting: Setting) -> str:
    """The same of the 1990s: numbers and labels on lines of their own, notes after blank lines, `/...` and "Page 2"."""
    return _of_the_nineties(text, setting, r"\1", "{}")


def pdftotext_1994(text: Text, setting: Setting) -> str:
    """The same with marks printed as 1/."""
    return _of_the_nineties(text, setting, r" \1/", "{}/")


def scan(text: Text, setting: Setting) -> str:
    """A scan: narrow lines, words parted at line ends, spaced marks, page heads, notes after the closing."""
    head = text.head
    year = f"{head.adopted:%Y}"
    sheets = []
    for page in lay_out(text, setting):
        paragraphs = ["\n".join(fragment.lines) for fragment in page.fragments]
        sheets.append(_marked("\n\n".join(paragraphs), r" \1"))
    body = sheets[0]
    for page_number, sheet in enumerate(sheets[1:], 2):
        body += f"\n\n{head.symbol.replace('(', ' (')}\nPage {page_number}\n\n{sheet}"
    notes = "\n".join(_wrapped_note(note, setting) for note in text.notes)
    number = head.number.removesuffix(f" ({year})")
    return f"Resolution {number} ({year})\nof {printed_date(head.adopted)}\n\n{body}\n\n\n\n\n{notes}\n"


def web_page_of_the_nineties(text: Text, setting: Setting) -> str:
    """A web page of the 1990s saved as text: indented, marks as 1/, the notes under a heading of their own."""
    head = text.head
    top = (
        f"United Nations\n\n{head.symbol}\n\n{head.organ}\n\nDistr. GENERAL  \n\n"
        f"{printed_date(head.distributed)}\n\n"
        f"ORIGINAL:\nENGLISH\n\n\n{'':48}{head.symbol}\n{'':48}{closing(head)[0]}\n"
        f"{'':48}{printed_date(head.adopted)}\n \n"
        f"{'':14}{head.number}.   {head.title}\n \n"
    )
    paragraphs = []
    for page in lay_out(text, Setting(setting.width, 10_000)):
        for fragment in page.fragments:
            first, *others = _wide_label(fragment)
            margin = " " * (30 if fragment.block.kind in _CENTRED else 5)
            paragraphs.append(_marked("\n".join([margin + first, *others]), r" \1/"))
    body = "\n \n".join(paragraphs)
    notes = "\n\n".join(f"     {note.label}/   {note.words}" for note in text.notes)
    return f"{top}{body}\n \n" + (f"{'':32}Notes\n\n{notes}\n" if notes else "")


def marked(text: Text, setting: Setting) -> str:
    """The sixth flavour, which the intake writes: one paragraph a line, marks as `[^5]`, notes as `[^5]: …`."""
    del setting
    head = text.head
    top = [
        f"United Nations {head.symbol}", head.organ, f"Distr.: General {printed_date(head.distributed)}", head.session,
        f"Agenda item {head.agenda_item}", *_adoption(head), f"{head.number}. {head.title}",
    ]  # fmt: skip
    body = [f"{block.label} {block.words}".lstrip() for block in blocks(text)]
    notes = [f"[^{note.label}]: {note.words}" for note in text.notes]
    return "\n\n".join([*top, *body, *notes]) + "\n"


FLAVOURS = (
    Flavour("Markdown from a PDF", markdown, breaks=Breaks.SPACES, says_symbol=False),
    Flavour("hard-wrapped", hard_wrapped, organ="Commission on Human Rights", says_symbol=False),
    Flavour("OCR", ocr, widths=(85, 100), breaks=Breaks.SPACES),
    Flavour("double-spaced PDF text", double_spaced, widths=(80, 95), says_symbol=False, says_title=False),
    Flavour("text of a Word file", word),
    Flavour("pdftotext", pdftotext, widths=(75, 95), lengths=(20, 50)),
    Flavour("pdftotext of 1996", pdftotext_1996, widths=(70, 80), lengths=(20, 50)),
    Flavour("pdftotext of 1994, marks as 1/", pdftotext_1994, widths=(70, 80), lengths=(20, 50)),
    Flavour(
        "scan", scan, organ="Security Council", widths=(50, 64), lengths=(30, 60), breaks=Breaks.WORDS,
        says_symbol=False, says_title=False,
    ),
    Flavour("web page of the 1990s, marks as 1/", web_page_of_the_nineties, widths=(72, 80)),
    Flavour("marked text", marked),
)  # fmt: skip


def _of_the_nineties(text: Text, setting: Setting, mark: str, note_label: str) -> str:
    head = text.head
    sheets = []
    pages = lay_out(text, setting)
    for number, page in enumerate(pages, 1):
        lines = [line for fragment in page.fragments for line in _label_above(fragment)]
        notes = "".join(f"\n{note_label.format(note.label)}\n\n{note.words}\n" for note in page.notes)
        job = "\n44-76381\n" if number == 1 else ""
        turn = "\n/...\n\n" if number < len(pages) else "\n"
        sheets.append(_marked("\n".join(lines), mark) + f"\n{notes}{job}{turn}")
    top = (
        f"A\n\nUNITED\nNATIONS\n\n{head.organ}\nDistr.\nGENERAL\n{head.symbol}\n{printed_date(head.distributed)}\n\n"
        f"{head.session}\nAgenda item {head.agenda_item}\nRESOLUTION ADOPTED BY THE {head.organ.upper()}\n"
        f"[on the report of the Third Committee ({head.report})]\n{head.number}.\n\n{head.title}\n\n"
    )
    turned = (f"\f{head.symbol}\nPage {number}\n\n{sheet}" for number, sheet in enumerate(sheets[1:], 2))
    return f"{top}{sheets[0]}{''.join(turned)}\f"


def _adoption(head: Head) -> tuple[str, str]:
    return (
        f"Resolution adopted by the {head.organ} on {printed_date(head.adopted)}",
        f"[on the report of the Third Committee ({head.report})]",
    )


def _marked(words: str, mark: str) -> str:
    return MARK.sub(mark, words)


def _superscript(words: str) -> str:
    """Marks as superscript digits, now and then with a space before them."""
    return MARK.sub(lambda found: " " * (int(found[1]) % 3 == 1) + found[1].translate(_SUPERSCRIPT), words)


def _joined(page: Page, printed: Callable[[Fragment], str]) -> str:
    """The fragments of a page with a blank line between them; numbered ones may follow each other without."""
    found = ""
    before: Block | None = None
    for fragment in page.fragments:
        block = fragment.block
        together = (
            before is not None
            and {before.kind, block.kind} <= {Kind.OPERATIVE, Kind.CLOSING}
            and (block.kind == before.kind)
        )
        gap = "" if before is None else "\n" if together else "\n\n"
        found += gap + printed(fragment)
        before = block
    return found


def _italic(fragment: Fragment) -> str:
    block = fragment.block
    if block.kind == Kind.ENACTING:
        return f"*{fragment.words}*"
    if fragment.begins and block.opening and block.opening in fragment.words:
        return fragment.words.replace(block.opening, f"*{block.opening}*", 1)
    return fragment.words


def _italic_source(words: str) -> str:
    return re.sub(r"\bIbid\.|\bTreaty Series\b|^Report of [^(]+\d(?= \()", r"*\g<0>*", words)


def _bulleted(fragment: Fragment) -> str:
    bullet = "- " if fragment.begins and fragment.block.kind in _NUMBERED and fragment.block.label else ""
    return bullet + fragment.words


def _wide_label(fragment: Fragment) -> tuple[str, ...]:
    """The lines of a fragment with two spaces after a number."""
    block = fragment.block
    if not (fragment.begins and block.label):
        return fragment.lines
    return (fragment.lines[0].replace(f"{block.label} ", f"{block.label}  ", 1), *fragment.lines[1:])


def _folded(note: Note, setting: Setting) -> list[str]:
    cut = note.words.rindex(" ", 0, setting.width)
    return [f" {note.label}  {note.words[:cut]}", note.words[cut + 1 :]]


def _wrapped_note(note: Note, setting: Setting) -> str:
    words = f"{note.label} {note.words}"
    lines = []
    while len(words) > setting.width:
        cut = words.rindex(" ", 0, setting.width)
        lines.append(words[:cut])
        words = words[cut + 1 :]
    return "\n".join([*lines, words])


def _floated(fragment: Fragment) -> Iterator[str]:
    """A number below ten on its own line, before or after the first line; labels of items beside their words."""
    block, lines = fragment.block, fragment.lines
    if not fragment.begins or block.kind not in _NUMBERED or len(block.label) != 2 or len(lines) < 2:
        yield from lines
        return
    first = lines[0].removeprefix(f"{block.label} ")
    yield from (block.label, first) if int(block.label[0]) % 3 else (first, block.label)
    yield from lines[1:]


def _label_above(fragment: Fragment) -> Iterator[str]:
    """Every number and label on its own line, above its words."""
    block, lines = fragment.block, fragment.lines
    if fragment.begins and block.label and block.kind in _LISTED:
        yield block.label
        yield lines[0].removeprefix(f"{block.label} ")
        yield from lines[1:]
    else:
        yield from lines
