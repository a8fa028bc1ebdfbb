"""What belongs to the page and not to the text: each function takes one kind of it out of the sheet.

Nothing is thrown away: what is set aside is listed in the twin with its lines. A line that could be words of the
resolution stays.
"""

import itertools
import re
from collections import Counter

import msgspec

from generator.reading.enacting import is_enacting
from generator.reading.labels import numbered
from generator.reading.line_edges import leads_over
from generator.reading.note_forms import is_note_like, note_label
from generator.reading.page_breaks import above_enacting
from generator.reading.sheet import TURNS_A_PAGE, Line, Sheet

_RULE = re.compile(r"[_\-—–=•*.·~ ]*[_\-—–=]{3,}[_\-—–=•*.·~ ]*$|_+$|\*(?: ?\*){2,}$")
_ADDRESS_LINE = re.compile(r"(?:<?https?://\S+>?|(?:www|undocs|docs)\.\S+\.\S+)$", re.IGNORECASE)
_OF_DOCUMENTS = re.compile(r"<?(?:https?://)?(?:undocs\.org|docs\.un\.org)/", re.IGNORECASE)
# "available at", "see", "(": an address follows, even below a blank line.
_ASKS_FOR_ADDRESS = re.compile(
    r"(?:\b(?:at|from|on|see|via|under|available|accessible|website|address)|[:(<])$", re.IGNORECASE
)
_ODS = re.compile(r"(?:\[DU\d+\])?<<ODS|^\[DU\d+\]$")
_IMAGE = re.compile(r"\[image: ?[^\]]*\]$|!\[[^\]]*\]\([^)]*\)$")
_RECYCLE = re.compile(r"(?:please recycle\b.*|\*\d{7}\*)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z0-9À-ɏ\ue000]")
_AFTER_NUMBER = re.compile(r"(?:[A-Z]+-)?\d+/\d+\.? +|\d+ \([IVXL\d-]+\)\.? +")
_CUT = re.compile(r"(?:[,;]|\b(?:a|and|as|at|by|for|from|in|its|of|on|or|that|the|their|to|which|with))$")
_PAUSED = re.compile(r"[.,;:!?…—–][)\]”\"’\ue001\d/*]*$")
_BARE_NUMBER = re.compile(r"\d{1,3}$")


def set_aside_rules(sheet: Sheet) -> Sheet:
    """Rows of underscores, hyphens or stars."""
    return sheet.set_aside(lambda line: "rule" if _RULE.match(line.text) else None)


def set_aside_system_marks(sheet: Sheet) -> Sheet:
    """What the documents system wrote into the file: job-number tags, bar codes, the plea to recycle."""
    return sheet.set_aside(_system_mark)


def _system_mark(line: Line) -> str | None:
    if _ODS.match(line.text):
        return "documents system's mark"
    if _IMAGE.match(line.text):
        return "image"
    return "printer's mark" if _RECYCLE.match(line.text) else None


def set_aside_addresses(sheet: Sheet) -> Sheet:
    """Bare web addresses, which extraction lists at the foot of a page; one inside a sentence or a note stays."""
    listed = set(above_enacting(sheet.lines))
    runs = [list(run) for _, run in itertools.groupby(sheet.lines, key=_is_address)]
    for above, run, below in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        for before, line in zip((above[-1] if above else None, *run), run, strict=False):
            goes_on = before is not None and _is_address(before) and before.number in listed
            if _is_address(line) and (goes_on or _is_listed(before, line, below[0] if below else None)):
                listed.add(line.number)
    return sheet.set_aside(lambda line: "list of links" if line.number in listed and _is_address(line) else None)


def _is_address(line: Line) -> bool:
    return _ADDRESS_LINE.match(line.text) is not None


def _is_listed(above: Line | None, line: Line, below: Line | None) -> bool:
    """Whether an address begins a list of links: it stands apart, or leads to a document that no sentence asks for."""
    if above is None:
        return True
    if _ASKS_FOR_ADDRESS.search(above.text):
        return False
    if line.gap > 0 or line.turned:
        return True
    goes_on = above.text.endswith(",") or leads_over(above.text) or (below is not None and below.text[:1].islower())
    return _OF_DOCUMENTS.match(line.text) is not None and (above.text.endswith((".", ";")) or not goes_on)


def set_aside_dirt(sheet: Sheet) -> Sheet:
    """Lines that hold no word: a lone stop, "т......п.", a bar."""
    return sheet.set_aside(_dirt)


def _dirt(line: Line) -> str | None:
    if _LATIN.search(line.text) or len(line.text) > 20:
        return None
    letters = len(_LETTER.findall(line.text))
    return "scanner's dirt" if letters * 2 < len(line.text) else None


def set_aside_bare_page_numbers(sheet: Sheet) -> Sheet:
    """A bare number where a page turns: first or last on its page.

    A bare number elsewhere may be a footnote mark that floated, or the number of a note, and stays for later readers.
    """
    rules = {item.lines[0][0] for item in sheet.furniture if item.why == "rule"}
    noted = _labels_of_notes(sheet)
    numbers = {line.number for place, line in enumerate(sheet.lines) if _is_page_number(sheet, place, rules, noted)}
    rest = sheet.set_aside(lambda line: "page number" if line.number in numbers else None)
    return set_aside_bare_page_numbers(rest) if numbers else rest


def _labels_of_notes(sheet: Sheet) -> frozenset[str]:
    """What any line is labelled with as a note is: "5 Resolution …", "5/ Ibid."."""
    labels = (note_label(line.text, strokes=True, plain=True) for line in sheet.lines)
    return frozenset(label.bare for label in labels if label and label.rest)


def _is_page_number(sheet: Sheet, place: int, rules: set[int], noted: frozenset[str]) -> bool:
    lines = sheet.lines
    line = lines[place]
    if not _BARE_NUMBER.match(line.text) or _under_rule(lines, place, rules):
        return False
    if place and not line.gap and not line.turned and _BARE_NUMBER.match(lines[place - 1].text):
        return False
    at_turn = line.turned or (place + 1 < len(lines) and lines[place + 1].turned) or _between_furniture(sheet, line)
    return at_turn and (_cuts_a_sentence(lines, place, noted) or not _is_followed_by_note(lines, place))


def _cuts_a_sentence(lines: tuple[Line, ...], place: int, noted: frozenset[str]) -> bool:
    """Whether a number that labels no note stands in mid-sentence: "bodies of the" / "5" / "Commission, the Office"."""
    if not place or place + 1 >= len(lines) or lines[place].text in noted:
        return False
    return not _PAUSED.search(lines[place - 1].text) and not is_note_like(lines[place + 1].text)


def _under_rule(lines: tuple[Line, ...], place: int, rules: set[int]) -> bool:
    """Whether a rule or another bare number stands above on the same page: what follows may be notes and theirs."""
    for above in range(place, -1, -1):
        before = lines[above - 1].number if above else 0
        if above < place and _BARE_NUMBER.match(lines[above].text):
            return True
        if any(number in rules for number in range(before + 1, lines[above].number)):
            return True
        if lines[above].turned or place - above > 60:
            return False
    return False


def _between_furniture(sheet: Sheet, line: Line) -> bool:
    near = {item.lines[0][0] for item in sheet.furniture if item.why in TURNS_A_PAGE}
    return line.number - line.gap - 1 in near and line.number > 12


def _is_followed_by_note(lines: tuple[Line, ...], index: int) -> bool:
    if index + 1 >= len(lines):
        return False
    after = lines[index + 1]
    if after.turned:
        return False
    return bool(after.text[:1].isupper()) and not numbered(after.text) and after.gap <= 1


def set_aside_running_titles(sheet: Sheet) -> Sheet:
    """The title of the document where later pages repeat it at their heads."""
    seen = Counter(line.text for line in sheet.lines if len(line.text) > 8)
    head = {line.text for line in itertools.takewhile(lambda line: is_enacting(line.text) is None, sheet.lines[:40])}
    turned = Counter(line.text for line in sheet.lines if line.turned)
    often = max(2, turned.total() * 2 // 5)  # on left-hand or right-hand pages, one or two missed
    repeated = {
        text
        for text, count in seen.items()
        if (turned[text] >= often and _could_be_title(text)) or (count > 1 and text in head)
    }
    first: dict[str, int] = {}
    for line in sheet.lines:
        first.setdefault(line.text, line.number)
    begin, title = _title_in(sheet)
    at: set[int] = set()
    for line in sheet.lines:
        again = line.text in repeated and line.number != first[line.text]
        titled = line.turned and len(line.text) > 20 and line.number > begin and title.startswith(line.text)
        if (again or titled) and (line.turned or line.number - line.gap - 1 in at):
            at.add(line.number)
    return sheet.set_aside(lambda line: "running title" if line.number in at else None)


def _could_be_title(text: str) -> bool:
    """Whether words could be a running title: a sentence that a page's end cuts begins or ends in its middle."""
    return text[:1].isupper() and not _CUT.search(text)


def _title_in(sheet: Sheet) -> tuple[int, str]:
    """The last line of the head, and the title that stands beside the number there."""
    head = list(itertools.takewhile(lambda line: is_enacting(line.text) is None, sheet.lines[:40]))
    titles = [_AFTER_NUMBER.sub("", line.text) for line in head if _AFTER_NUMBER.match(line.text)]
    return (head[-1].number if head else 0), (titles[0] if titles else "")


def set_aside_logo(sheet: Sheet) -> Sheet:
    """The lone letter of the organ's series at the head of old documents: "A", "S"."""
    logo = {
        line.number
        for line, below in zip(sheet.lines[:3], sheet.lines[1:4], strict=False)
        if line.text in {"A", "E", "S", "T"}
        and re.match("united|general|economic|security|nations", below.text, re.IGNORECASE)
    }
    return sheet.set_aside(lambda line: "logo letter" if line.number in logo else None)


def close_double_spacing(sheet: Sheet) -> Sheet:
    """Where every line is followed by a blank one, one blank says nothing; a line without one begins a page.

    Such a text is wrapped: many of its lines begin in mid-sentence.
    """
    lines = sheet.lines
    spaced = sum(1 for line in lines[1:] if line.gap >= 1)
    running = sum(1 for line in lines if line.text[:1].islower())
    if len(lines) < 8 or spaced < 0.8 * (len(lines) - 1) or running < 0.15 * len(lines):
        return sheet
    return sheet.with_lines(
        msgspec.structs.replace(
            line, gap=max(line.gap - 1, 0), turned=line.turned or (line.gap == 0 and line is not lines[0])
        )
        for line in lines
    )
