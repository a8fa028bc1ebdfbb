"""The rules that open the parts of a resolution: enacting line, part, closing, annex, article.

Each takes the progress and says whether the line begins what it looks for; if so, it has opened the block.
"""

from generator.reading import closing, labels
from generator.reading.blocks import Block, Kind, Zone
from generator.reading.enacting import is_enacting
from generator.reading.head import is_head_line
from generator.reading.line_edges import NO_HEADING
from generator.reading.masthead import phrases
from generator.reading.openings import operative_opening
from generator.reading.progress import Progress


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
    so_far.announced = False
    return True


def start_annex(so_far: Progress) -> bool:
    """Open "Annex II", after the text or after its closing."""
    label = labels.annex(so_far.text)
    if label is None or so_far.zone == Zone.PREAMBLE or not (so_far.ended or so_far.zone != Zone.OPERATIVE):
        return False
    so_far.open(Kind.ANNEX, label.rest, label)
    so_far.zone, so_far.last_number, so_far.sections, so_far.items = Zone.ANNEX, 0, [], []
    so_far.in_article = so_far.announced = False
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
    return all(is_head_line(text) or (len(text) < 110 and not NO_HEADING.search(text)) for text in between)


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


def read_part_head(so_far: Progress) -> bool:
    """Between the letter of a part and its enacting line: the adoption, the report."""
    if so_far.zone == Zone.ANNEX or not so_far.stands_in(Kind.SECTION, Kind.MASTHEAD) or not is_head_line(so_far.text):
        return False
    so_far.open(Kind.MASTHEAD, so_far.text)
    return True
