"""The rules that open and continue headings: a section's number or letter with its title, or a title alone."""

import re

from generator.reading import labels
from generator.reading.blocks import Kind, Zone
from generator.reading.joining import ends_abbreviated
from generator.reading.line_edges import NO_HEADING, leads_over, without_marks_at_end
from generator.reading.numbers import begins_decimal, begins_first_decimal, comes_after_gap
from generator.reading.openings import opens_operative, opens_preambular
from generator.reading.progress import Progress
from generator.reading.tables import is_row

_NO_TITLE = frozenset({"Therefore", "Now therefore", "Accordingly", "Hereby"})
# Ends a paragraph beyond doubt: "in the Sudan;", "of the mission.", "1970 (2011)."; not "Mr.", "Ltd.".
_FINISHED = re.compile(r"(?:;|(?<![\w-])[a-z]{4,}\.|\)\.)$")

_NAMES_PREAMBLE = re.compile(r"PREAMBLE|Preamble")
"""What stands alone above the preamble of a declaration or a convention, which no number follows."""


def start_section(so_far: Progress) -> bool:
    """Open "II", "B. Prevention": a number or letter that follows the one before it."""
    label = labels.section(so_far.text)
    if label is None or so_far.below is None or not _section_follows(so_far, label.bare):
        return False
    if not (so_far.closed or (label.rest and so_far.zone == Zone.ANNEX and so_far.parted)):
        return False
    if so_far.end.endswith(":") and so_far.stands_in(Kind.OPERATIVE) and is_row(so_far.below.text):
        return False  # "Part I. Political affairs" above the rows of a table that the paragraph announces
    if label.rest and (NO_HEADING.search(label.rest) or not (so_far.fresh or _heads_a_number(so_far))):
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
    if _NAMES_PREAMBLE.fullmatch(so_far.text) and so_far.stands_in(Kind.SECTION, Kind.ANNEX) and so_far.fresh:
        so_far.open(Kind.SECTION, so_far.text)
        return True
    apart = (so_far.fresh and so_far.closed) or _heads_in_run(so_far) or _heads_new_list(so_far)
    if not apart or so_far.zone == Zone.CLOSED or not so_far.text[:1].isupper():
        return False
    below = [entry.line.text for entry in so_far.entries[so_far.place + 1 : so_far.place + 4]]
    first = next((place for place, text in enumerate(below) if _is_numbered_on(so_far, text, place)), None)
    if _is_inside_text(so_far) and so_far.ended and so_far.below and so_far.below.gap and not so_far.line.turned:
        first = 0
    heading = (so_far.text, *below[:first])
    if first is None or any(NO_HEADING.search(without_marks_at_end(text)) or len(text) > 110 for text in heading):
        return False
    if _begins_paragraph(so_far.text) or opens_operative(so_far.text) or so_far.stands_in(Kind.ENACTING):
        return False
    if so_far.text in _NO_TITLE or _is_introduced(so_far):
        return False
    so_far.open(Kind.SECTION, so_far.text)
    return True


def _is_inside_text(so_far: Progress) -> bool:
    """Whether the line stands in a text of its own, where headings stand above sentences without number as well."""
    return so_far.zone == Zone.ANNEX or (so_far.announced and so_far.zone == Zone.OPERATIVE)


def _is_introduced(so_far: Progress) -> bool:
    """Whether a colon above announces the line as part of its paragraph, and not a text with a number 1 of its own."""
    label = next((label for text in so_far.texts_below(3) if (label := labels.numbered(text))), None)
    starts_text = label is not None and labels.leading_number(label.bare) == 1
    return so_far.zone != Zone.ANNEX and so_far.end.endswith(":") and not starts_text


def _heads_in_run(so_far: Progress) -> bool:
    """Whether a line amid others, none of them blank, is the heading between a finished paragraph and the next."""
    if so_far.below is None or not (_ends_operative(so_far) or _ends_preamble(so_far)):
        return False
    below = next((text for text in so_far.texts_below(2) if labels.numbered(text)), "")
    label = labels.numbered(below)
    return label is not None and _is_next(so_far, below) and opens_operative(label.rest)


def _ends_operative(so_far: Progress) -> bool:
    if so_far.zone != Zone.OPERATIVE or not so_far.stands_in(Kind.OPERATIVE, Kind.ITEM, Kind.TAIL):
        return False
    return _FINISHED.search(so_far.end) is not None and not ends_abbreviated(so_far.end)


def _ends_preamble(so_far: Progress) -> bool:
    """Whether the line above ends a preambular paragraph: with a comma, and room for the next word."""
    in_preamble = so_far.zone == Zone.PREAMBLE and so_far.stands_in(Kind.PREAMBULAR)
    return in_preamble and so_far.end.endswith(",") and so_far.broken_off


def _heads_new_list(so_far: Progress) -> bool:
    """Whether a line is the heading between lists of an annex without stops: below it the numbers begin again.

    Below "1.1" and "1.2", too, which often end in no stop: "2.1" begins again, and so does a number without point.
    """
    above = so_far.current
    if not _is_inside_text(so_far) or above is None or so_far.line.turned or not so_far.line.gap:
        return False
    first = next(
        (entry.line.text for entry in so_far.entries[so_far.place + 1 : so_far.place + 4] if entry.line.gap), ""
    )
    if leads_over(so_far.end) or not so_far.stands_in(Kind.PARAGRAPH, Kind.ITEM, Kind.OPERATIVE):
        return False
    if begins_decimal(above.lines[0].text) or begins_decimal(first):
        return begins_first_decimal(first) or _is_next(so_far, first)
    label = labels.numbered(first)
    return so_far.zone == Zone.ANNEX and so_far.last_number > 0 and label is not None and label.bare == "1"


def _is_next(so_far: Progress, text: str) -> bool:
    label = labels.numbered(text)
    return label is not None and labels.leading_number(label.bare) in {1, so_far.last_number + 1}


def _is_numbered_on(so_far: Progress, text: str, below: int) -> bool:
    """Whether the text so many lines below begins the next paragraph, or one after a gap.

    In an annex, where entries may be numbered anyhow, a blank line parts a heading from the number after a gap.
    """
    label = labels.numbered(text)
    if label is None:
        return _is_inside_text(so_far) and begins_first_decimal(text)
    place = so_far.place + 1 + below
    in_annex = so_far.zone == Zone.ANNEX
    may_skip = not in_annex or (so_far.ended and so_far.entries[place].line.gap > 0 and not so_far.line.turned)
    return _is_next(so_far, text) or (may_skip and comes_after_gap(so_far, label, place))


def continue_heading(so_far: Progress) -> bool:
    """The second and third line of a heading: no sentence, and what follows begins afresh."""
    block = so_far.current
    if block is None or block.kind not in {Kind.ANNEX, Kind.SECTION, Kind.ARTICLE} or so_far.below is None:
        return False
    text = so_far.text
    longest = 220 if so_far.below.gap and not block.end else 110
    if NO_HEADING.search(text) or len(text) > longest or len(block.lines) > 3 or _begins_paragraph(text):
        return False
    if is_row(text):
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
    if labels.numbered(text) or labels.item(text) or labels.article(text) or begins_decimal(text):
        return True
    return opens_preambular(text)
