"""The rules that open the parts of a resolution: enacting line, annex, closing, article, section.

Each takes the progress and says whether the line begins what it looks for; if so, it has opened the block.
"""

import re

from generator.reading import closing, labels
from generator.reading.blocks import Block, Kind, Progress, Zone, without_marks_at_end
from generator.reading.enacting import is_enacting
from generator.reading.head import is_head_line
from generator.reading.joining import ends_abbreviated
from generator.reading.masthead import phrases
from generator.reading.numbers import comes_after_gap
from generator.reading.openings import opens_operative, opens_preambular, operative_opening

_NO_TITLE = frozenset({"Therefore", "Now therefore", "Accordingly", "Hereby"})
# Ends a paragraph beyond doubt: "in the Sudan;", "of the mission.", "1970 (2011)."; not "Mr.", "Ltd.".
_FINISHED = re.compile(r"(?:;|(?<![\w-])[a-z]{4,}\.|\)\.)$")
_NO_HEADING = re.compile(r"[.,;:]$")


def start_enacting(so_far: Progress) -> bool:
    """Open "The General Assembly," at the beginning of a text or of a part of a composite one."""
    if is_enacting(so_far.text) is None or not so_far.closed:
        return False
    plain = not so_far.text.endswith(",")
    amid_preamble = so_far.zone == Zone.PREAMBLE and so_far.current and not so_far.stands_in(Kind.SECTION)
    if amid_preamble and plain and not (so_far.below and operative_opening(so_far.below.text)):
        return False
    if so_far.zone == Zone.ANNEX:
        so_far.open(Kind.PARAGRAPH, so_far.text)
        return True
    so_far.open(Kind.ENACTING, so_far.text)
    so_far.zone, so_far.last_number, so_far.items, so_far.in_article = Zone.PREAMBLE, 0, [], False
    return True


def start_annex(so_far: Progress) -> bool:
    """Open "Annex II", after the text or after its closing."""
    label = labels.annex(so_far.text)
    if label is None or so_far.zone == Zone.PREAMBLE or not (so_far.ended or so_far.zone != Zone.OPERATIVE):
        return False
    so_far.open(Kind.ANNEX, label.rest, label)
    so_far.zone, so_far.last_number, so_far.sections, so_far.items = Zone.ANNEX, 0, [], []
    so_far.in_article = False
    return True


def start_part(so_far: Progress) -> bool:
    """Open part "B" of a composite text, whose annexes or articles its letter ends."""
    if len(so_far.text) > 1 or so_far.zone == Zone.PREAMBLE or not so_far.ended or not _is_part_letter(so_far):
        return False
    so_far.open(Kind.SECTION, "", labels.section(so_far.text))
    so_far.zone, so_far.in_article, so_far.sections, so_far.items = Zone.OPERATIVE, False, [], []
    return True


def start_closing(so_far: Progress) -> bool:
    """Open "74th plenary meeting", "Adopted unanimously at …", under the last paragraph."""
    if so_far.zone == Zone.CLOSED or so_far.current is None or not closing.opens(so_far.text):
        return False
    if so_far.zone == Zone.ANNEX and (so_far.is_closed or closing.meeting(so_far.text) is None):
        return False
    if not (so_far.ended or so_far.fresh):
        return False
    so_far.open(Kind.CLOSING, so_far.text)
    so_far.zone = Zone.CLOSED
    return True


def read_after_closing(so_far: Progress) -> bool:
    """Under the closing stand more of it, a masthead that slipped down, the next part, or what belongs nowhere."""
    if so_far.zone != Zone.CLOSED or so_far.stands_in(Kind.SECTION):
        return False
    block = so_far.current
    if block and block.kind == Kind.CLOSING and _closing_goes_on(so_far, block):
        so_far.extend()
    elif phrases(so_far.text):
        so_far.open(Kind.MASTHEAD, so_far.text)
    elif _is_part_letter(so_far):
        so_far.open(Kind.SECTION, "", labels.section(so_far.text))
    elif block and block.kind == Kind.STRAY:
        so_far.extend()
    else:
        so_far.open(Kind.STRAY, so_far.text)
    return True


def _is_part_letter(so_far: Progress) -> bool:
    if labels.section(so_far.text) is None:
        return False
    below = [entry.line.text for entry in so_far.entries[so_far.place + 1 : so_far.place + 5]]
    enacting = next((place for place, text in enumerate(below) if is_enacting(text) is not None), None)
    if enacting is None:
        return False
    between = below[:enacting]
    return all(is_head_line(text) or (len(text) < 110 and not _NO_HEADING.search(text)) for text in between)


def _closing_goes_on(so_far: Progress, block: Block) -> bool:
    if closing.continues(so_far.text):
        return True
    text = " ".join(part.text for part in block.lines)
    if text.count("(") > text.count(")") or text.count("[") > text.count("]"):
        return True
    if closing.NAMES_VOTES.search(text) and not so_far.line.gap:
        return True
    whole = text.endswith((".", ".)", "]")) or closing.STARTS_WITH_DATE.search(text) is not None
    return not (so_far.line.gap or whole or phrases(so_far.text) or len(so_far.text) > 90)


def read_slipped_masthead(so_far: Progress) -> bool:
    """Below an annex as well a masthead may have slipped: a run of its phrases, more than a date or an organ."""
    if so_far.zone != Zone.ANNEX or not (so_far.ended or so_far.stands_in(Kind.MASTHEAD)):
        return False
    fields = {phrase.field for phrase in phrases(so_far.text)}
    if not fields & {"publisher", "distribution", "session", "agenda_item", "symbol"}:
        return False
    so_far.open(Kind.MASTHEAD, so_far.text)
    return True


def start_article(so_far: Progress) -> bool:
    """Open "Article 3", with its title on the line or below it."""
    label = labels.article(so_far.text)
    if label is None or not so_far.ended:
        return False
    if label.rest and (len(label.rest) > 90 or label.rest.endswith((",", ";"))):
        return False
    so_far.open(Kind.ARTICLE, label.rest, label)
    so_far.last_number, so_far.items, so_far.in_article = 0, [], True
    return True


def start_section(so_far: Progress) -> bool:
    """Open "II", "B. Prevention": a number or letter that follows the one before it."""
    label = labels.section(so_far.text)
    if label is None or so_far.below is None or not _section_follows(so_far, label.bare):
        return False
    if not (so_far.closed or (label.rest and so_far.zone == Zone.ANNEX and so_far.parted)):
        return False
    if label.rest and (_NO_HEADING.search(label.rest) or not (so_far.fresh or _heads_a_number(so_far))):
        return False
    so_far.open(Kind.SECTION, label.rest, label)
    so_far.items = []
    so_far.sections.append(label.bare)
    return True


def _heads_a_number(so_far: Progress) -> bool:
    """Whether a labelled heading in the run of lines stands right above a number, and is no option under "A. …"."""
    above = so_far.entries[so_far.place - 1].line.text if so_far.place else ""
    apart = (so_far.ended or so_far.parted) and not so_far.end.endswith(":")
    below = so_far.below
    return apart and below is not None and _is_next(so_far, below.text) and labels.section(above) is None


def _section_follows(so_far: Progress, bare: str) -> bool:
    """Whether a number or letter is the first, or the next after one seen: "III" may stand after "II" and its "B"."""
    if bare in {"I", "A"}:
        return True
    value = labels.roman(bare)
    if value and any(labels.roman(seen) == value - 1 for seen in so_far.sections):
        return True
    return len(bare) == 1 and any(len(seen) == 1 and ord(bare) == ord(seen) + 1 for seen in so_far.sections)


def start_heading(so_far: Progress) -> bool:
    """A heading without label: a few words that stand apart and end in nothing, above the next numbered paragraph."""
    apart = (so_far.fresh and so_far.closed) or _heads_in_run(so_far)
    if not apart or so_far.zone == Zone.CLOSED or not so_far.text[:1].isupper():
        return False
    below = [entry.line.text for entry in so_far.entries[so_far.place + 1 : so_far.place + 4]]
    first = next((place for place, text in enumerate(below) if _is_numbered_on(so_far, text, place)), None)
    if so_far.zone == Zone.ANNEX and so_far.ended and so_far.below and so_far.below.gap and not so_far.line.turned:
        first = 0
    heading = (so_far.text, *below[:first])
    if first is None or any(_NO_HEADING.search(without_marks_at_end(text)) or len(text) > 110 for text in heading):
        return False
    if _begins_paragraph(so_far.text) or opens_operative(so_far.text) or so_far.stands_in(Kind.ENACTING):
        return False
    if so_far.text in _NO_TITLE or _is_introduced(so_far):
        return False
    so_far.open(Kind.SECTION, so_far.text)
    return True


def _is_introduced(so_far: Progress) -> bool:
    """Whether a colon above announces the line as part of its paragraph, and not a text with a number 1 of its own."""
    label = next((label for text in so_far.texts_below(3) if (label := labels.numbered(text))), None)
    starts_text = label is not None and labels.leading_number(label.bare) == 1
    return so_far.zone != Zone.ANNEX and so_far.end.endswith(":") and not starts_text


def _heads_in_run(so_far: Progress) -> bool:
    """Whether a line amid others, none of them blank, is the heading between a finished paragraph and the next."""
    if so_far.zone != Zone.OPERATIVE or not so_far.stands_in(Kind.OPERATIVE, Kind.ITEM, Kind.TAIL):
        return False
    if so_far.below is None or not _FINISHED.search(so_far.end) or ends_abbreviated(so_far.end):
        return False
    below = next((text for text in so_far.texts_below(2) if labels.numbered(text)), "")
    label = labels.numbered(below)
    return label is not None and _is_next(so_far, below) and opens_operative(label.rest)


def _is_next(so_far: Progress, text: str) -> bool:
    label = labels.numbered(text)
    return label is not None and labels.leading_number(label.bare) in {1, so_far.last_number + 1}


def _is_numbered_on(so_far: Progress, text: str, below: int) -> bool:
    """Whether the text so many lines below begins the next paragraph, or outside an annex one after a gap."""
    label = labels.numbered(text)
    if label is None or _is_next(so_far, text) or so_far.zone == Zone.ANNEX:
        return label is not None and _is_next(so_far, text)
    return comes_after_gap(so_far, label, so_far.place + 1 + below)


def read_part_head(so_far: Progress) -> bool:
    """Between the letter of a part and its enacting line: the adoption, the report."""
    if so_far.zone == Zone.ANNEX or not so_far.stands_in(Kind.SECTION, Kind.MASTHEAD) or not is_head_line(so_far.text):
        return False
    so_far.open(Kind.MASTHEAD, so_far.text)
    return True


def continue_heading(so_far: Progress) -> bool:
    """The second and third line of a heading: no sentence, and what follows begins afresh."""
    block = so_far.current
    if block is None or block.kind not in {Kind.ANNEX, Kind.SECTION, Kind.ARTICLE} or so_far.below is None:
        return False
    text = so_far.text
    longest = 220 if so_far.below.gap and not block.end else 110
    if _NO_HEADING.search(text) or len(text) > longest or len(block.lines) > 3 or _begins_paragraph(text):
        return False
    if so_far.zone != Zone.ANNEX and block.kind == Kind.SECTION and opens_operative(text):
        return False
    if block.end and so_far.line.gap:
        return False
    untitled = block.kind == Kind.ANNEX and not block.end and _is_titled(text)
    if not (untitled or text.isupper() or so_far.below.gap > 0 or _begins_paragraph(so_far.below.text)):
        return False
    so_far.extend()
    return True


def _is_titled(text: str) -> bool:
    """Whether most words of a line have capitals, as those of a title do."""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 3]
    return bool(words) and sum(1 for word in words if word[0].isupper()) * 2 >= len(words)


def _begins_paragraph(text: str) -> bool:
    if labels.numbered(text) or labels.item(text) or labels.article(text):
        return True
    return opens_preambular(text)
