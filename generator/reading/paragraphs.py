"""The rules that open paragraphs: numbered, items, preambular, operative without number, tails.

Each takes the progress and says whether the line begins what it looks for; if so, it has opened the block. A line that
no rule wants goes on with the paragraph before it.
"""

import re

from generator.reading import labels
from generator.reading.blocks import HEADINGS, Kind, Progress, Zone
from generator.reading.labels import Label
from generator.reading.openings import opens_operative, operative_opening, preambular_opening
from generator.reading.sheet import by_rule

_CAPITAL = re.compile(r"[\"“‘'(\[\ue000]?[A-ZÀ-Þ]|\ue000")
_SENTENCE = re.compile(r"[“\"‘A-ZÀ-Þ]")
_PREAMBLE_PAUSE = re.compile(r"(?:[,;.:]|[,;] and)\s*[\"”’')\]|]*$")
_THAT = re.compile(r"(?:That|To|By) ")
_NOW_THEREFORE = re.compile(r"Now,? therefore,? ")
_MISREAD_LETTERS = {"5": "b", "6": "b", "8": "b", "h": "b", "e": "c", "o": "c", "1": "il", "0": "o", "9": "g"}
"""What a scanner writes for a letter, and the letters it may stand for."""
_MID_SENTENCE = re.compile(r"[^,;] (?:and|or)$")
_QUOTE = re.compile(r"[“\"]")
_QUOTE_ENDS = re.compile(r".[”\"][.,;]?$")
_BIS = re.compile(r"bis|ter|quater")
_FURTHEST = 60
"""How many numbers may be missing between two operative paragraphs before the number is taken for something else."""


# ---- numbered


def start_number(so_far: Progress) -> bool:
    """Open "18. Also invites …": the number that must come, or another where the words say that a paragraph begins."""
    label = labels.numbered(so_far.text) or _misread(so_far)
    if label is None or not _number_fits(so_far, label):
        return False
    printed = so_far.text.split(" ")[0]
    if label.printed != f"{label.bare}." and so_far.entry.label is None and not label.printed.endswith(")"):
        so_far.corrections.append(by_rule(so_far.line.number, printed, f"{label.bare}.", "misread number"))
        label = label._replace(printed=f"{label.bare}.")
    number, in_annex = labels.leading_number(label.bare), so_far.zone == Zone.ANNEX or so_far.in_article
    so_far.open(Kind.PARAGRAPH if in_annex else Kind.OPERATIVE, label.rest, label)
    if not in_annex and so_far.last_number and number > so_far.last_number + 1:
        so_far.remark("number-skipped", f"paragraph {number} follows {so_far.last_number}; look whether one is missing")
    so_far.last_number, so_far.items = number, []
    so_far.zone = so_far.zone if in_annex else Zone.OPERATIVE
    return True


def _misread(so_far: Progress) -> Label | None:
    """The number that must come, as a scanner misread it: "ll." for 11."""
    expected = so_far.last_number + 1
    label = labels.misread_number(so_far.text, expected)
    if label is None or not so_far.closed or (expected == 1 and not so_far.fresh):
        return None
    if expected == 1 and any((seen := labels.numbered(text)) and seen.bare == "1" for text in _texts_below(so_far)[:4]):
        return None
    if so_far.zone == Zone.PREAMBLE and not operative_opening(label.rest):
        return None
    return label._replace(printed=so_far.text.split(" ")[0])


def _number_fits(so_far: Progress, label: Label) -> bool:
    number, expected = labels.leading_number(label.bare), so_far.last_number + 1
    rest = label.rest or (so_far.below.text if so_far.below else "")
    if not _CAPITAL.match(rest):
        return so_far.entry.label is not None and so_far.closed
    opening = operative_opening(rest)
    known = opening is not None and opening.known
    if so_far.entry.label is not None and so_far.closed:
        return True
    if so_far.before_numbers and number != 1:
        return False
    if number == expected and (known or so_far.fresh):
        return True
    if not so_far.closed:
        return False
    if number == expected:
        return True
    if number == 1 and (so_far.last_number == 0 or so_far.stands_in(*HEADINGS)):
        return True
    if so_far.zone == Zone.ANNEX or so_far.in_article:
        return so_far.stands_in(*HEADINGS) or number == 1 or expected < number <= expected + 3
    return _another_number_fits(so_far, label, known=known)


def _another_number_fits(so_far: Progress, label: Label, *, known: bool) -> bool:
    """A number that is not the next: "5 bis", one after a gap, or one printed twice."""
    number, expected = labels.leading_number(label.bare), so_far.last_number + 1
    if number == so_far.last_number and _BIS.search(label.bare):
        return True
    return number < expected + _FURTHEST if known else so_far.fresh and 0 < number - expected < 4


# ---- items


def start_item(so_far: Progress) -> bool:
    """Open "(a) To provide …": a label that opens a list or goes on with one, where the words before it pause."""
    found = labels.item(so_far.text)
    if found is None or so_far.current is None or so_far.stands_in(Kind.ENACTING, Kind.CLOSING):
        return False
    label = _as_printed(so_far, found)
    if not _item_fits(so_far, label):
        return False
    if label is not found:
        so_far.corrections.append(by_rule(so_far.line.number, found.printed, label.printed, "misread label"))
    so_far.open(Kind.ITEM, label.rest, label)
    if label.bare in so_far.items:  # each stands there once: a list of thousands of items has some dozens of labels
        so_far.items.remove(label.bare)
    so_far.items.append(label.bare)
    return True


def _as_printed(so_far: Progress, label: Label) -> Label:
    """The label that must have been printed where a scanner misread it: "(5)" between "(a)" and "(c)"."""
    if label.bare not in _MISREAD_LETTERS:
        return label
    letters = [place for seen in so_far.items if (place := labels.letter(seen))]
    if not letters:
        return label
    expected = chr(ord("a") + letters[-1])
    after = next((seen.bare for text in _texts_below(so_far) if (seen := labels.item(text))), None)
    if expected not in _MISREAD_LETTERS[label.bare] or (after and labels.letter(after) != letters[-1] + 2):
        return label
    return Label(expected, f"({expected})", label.rest)


def _texts_below(so_far: Progress) -> list[str]:
    return [entry.line.text for entry in so_far.entries[so_far.place + 1 : so_far.place + 40]]


def _item_fits(so_far: Progress, label: Label) -> bool:
    rest = label.rest or (so_far.below.text if so_far.below else "")
    capital, follows = _CAPITAL.match(rest) is not None, _item_follows(so_far.items, label.bare)
    introduced = so_far.end.endswith((":", ";", ":”", ";”"))
    if not follows and not (so_far.closed and capital):
        return False
    if not label.printed.startswith("(") and not (follows and (so_far.items or so_far.end.endswith(":"))):
        return False
    paused = _PREAMBLE_PAUSE.search(so_far.end) is not None
    if not capital and not (introduced or (paused and so_far.fresh)):
        return False
    return so_far.closed or (follows and (so_far.fresh or len(so_far.end) < 60))


def _item_follows(seen: list[str], bare: str) -> bool:
    """Whether a label opens a list or stands one to three places after a label of the list."""
    if bare in {"a", "i", "1", "A"} or (bare.isdigit() and seen):
        return True
    value, place = labels.roman(bare), labels.letter(bare)
    if value and any(labels.roman(label) == value - 1 for label in seen):
        return True
    places = [before for label in seen if (before := labels.letter(label))]
    return place is not None and any(before < place <= before + 3 for before in places)


# ---- quotations


def read_quotation(so_far: Progress) -> bool:
    """A text quoted in a paragraph, line by line: its numbers and labels are not the resolution's own."""
    if not so_far.quoting:
        return False
    number = labels.numbered(so_far.text)
    opening = operative_opening(number.rest) if number else None
    if number and opening and opening.known and labels.leading_number(number.bare) == so_far.last_number + 1:
        so_far.quoting = False
        return False
    if _QUOTE.match(so_far.text):
        so_far.open(Kind.ITEM, so_far.text)
    else:
        so_far.extend()
    so_far.quoting = not _QUOTE_ENDS.search(so_far.text)
    return True


# ---- preambular


def start_preambular(so_far: Progress) -> bool:
    """Open "Recalling …": opening words we know, or by their form where the line stands apart."""
    opening = preambular_opening(so_far.text)
    if opening is None or not so_far.closed or not _preamble_here(so_far):
        return False
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING, Kind.ANNEX)
    if not (opening.known or headed or (so_far.fresh and not so_far.line.turned)):
        return False
    if so_far.zone == Zone.ANNEX:
        so_far.open(Kind.PARAGRAPH, so_far.text)
        return True
    if not opening.known:
        so_far.remark(
            "opening-unknown",
            f"“{opening.words}” is no opening we know; by its form a preambular paragraph begins here: check",
        )
    so_far.open(Kind.PREAMBULAR, so_far.text)
    so_far.items = []
    return True


def _preamble_here(so_far: Progress) -> bool:
    if so_far.zone == Zone.OPERATIVE:
        return so_far.stands_in(Kind.SECTION, Kind.ENACTING, Kind.PREAMBULAR)
    if so_far.zone == Zone.ANNEX:
        return so_far.stands_in(Kind.SECTION, Kind.ANNEX) or (
            so_far.stands_in(Kind.PARAGRAPH) and so_far.end.endswith((",", ";"))
        )
    return True


# ---- without number


def start_unnumbered(so_far: Progress) -> bool:
    """Open "Decides …" in a text that numbers nothing, or beside numbered paragraphs where it stands apart."""
    if so_far.zone == Zone.ANNEX or so_far.in_article or not so_far.closed:
        return False
    opening = operative_opening(so_far.text)
    known = _NOW_THEREFORE.match(so_far.text) is not None or (opening is not None and opening.known)
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING)
    if not known or not (headed or so_far.fresh or not so_far.has_numbers or so_far.end.endswith((";", ":"))):
        return False
    if so_far.zone == Zone.OPERATIVE and not (so_far.ended or headed):
        return False
    if so_far.before_numbers and not headed:
        return False
    so_far.open(Kind.OPERATIVE, so_far.text)
    so_far.zone, so_far.items = Zone.OPERATIVE, []
    return True


def start_unlabelled_item(so_far: Progress) -> bool:
    """An item without label: "– …", "That …" after a comma, or any sentence or quotation after a colon."""
    if not so_far.fresh or not so_far.stands_in(Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ITEM, Kind.PARAGRAPH):
        return False
    if dashed := labels.dash_item(so_far.text):
        so_far.open(Kind.ITEM, dashed.rest, dashed)
        return True
    if so_far.stands_in(Kind.PARAGRAPH):
        return False
    end = so_far.end
    that = so_far.zone == Zone.OPERATIVE and _THAT.match(so_far.text) and end.endswith((":", ";", ","))
    introduced = end.endswith(":") and not so_far.line.turned and _SENTENCE.match(so_far.text)
    unlabelled = so_far.stands_in(Kind.ITEM) and so_far.current is not None and so_far.current.label is None
    goes_on = (
        unlabelled and _apart_after_pause(so_far) and _SENTENCE.match(so_far.text) and not opens_operative(so_far.text)
    )
    if not (that or introduced or goes_on):
        return False
    so_far.quoting = bool(introduced and _QUOTE.match(so_far.text) and not _QUOTE_ENDS.search(so_far.text))
    so_far.open(Kind.ITEM, so_far.text)
    return True


def start_annex_paragraph(so_far: Progress) -> bool:
    """A sentence that stands apart in an annex or under an article."""
    if so_far.zone != Zone.ANNEX and not so_far.in_article:
        return False
    if not _SENTENCE.match(so_far.text) and not so_far.text.startswith("("):
        return False
    if not (so_far.stands_in(*HEADINGS) or (so_far.fresh and (so_far.ended or _apart_after_pause(so_far)))):
        return False
    so_far.open(Kind.PARAGRAPH, so_far.text)
    so_far.items = []
    return True


def _apart_after_pause(so_far: Progress) -> bool:
    """Whether a blank line and a pause part the line from the one above, on one page."""
    unfinished = _MID_SENTENCE.search(so_far.end) is not None
    return so_far.closed and not unfinished and so_far.line.gap > 0 and not so_far.line.turned


def start_unknown(so_far: Progress) -> bool:
    """A paragraph whose opening words say nothing: it is kept as one, and said."""
    headed = so_far.current is None or so_far.stands_in(Kind.SECTION, Kind.ENACTING)
    if not so_far.closed or not _SENTENCE.match(so_far.text) or (so_far.stands_in(Kind.ITEM) and not so_far.ended):
        return False
    if not headed and (not so_far.fresh or so_far.line.turned):
        return False
    in_preamble = so_far.zone == Zone.PREAMBLE
    if not headed and not (_PREAMBLE_PAUSE.search(so_far.end) if in_preamble else so_far.ended):
        return False
    by_form = operative_opening(so_far.text) is not None
    if not so_far.stands_in(Kind.ENACTING) or not by_form:
        so_far.remark(
            "opening-unknown",
            f"the paragraph “{so_far.text[:40]}…” opens with no verb we know; check that a paragraph begins here",
        )
    so_far.open(Kind.PREAMBULAR if in_preamble and not by_form else Kind.OPERATIVE, so_far.text)
    if by_form:
        so_far.zone, so_far.items = Zone.OPERATIVE, []
    return True


# ---- after the items


def start_tail(so_far: Progress) -> bool:
    """What a paragraph still says after its last item: "provided that …"."""
    if not so_far.stands_in(Kind.ITEM) or not so_far.text[:1].islower():
        return False
    ended = re.search(r"(?:[;.]|; (?:and|or))$", so_far.end) is not None
    paused = so_far.end.endswith((",", ";", ":", ".")) and so_far.fresh and not so_far.line.turned
    if not (ended or (paused and not _more_follows(so_far))):
        return False
    if not ended and _items_end_otherwise(so_far):
        so_far.remark(
            "tail-unsure",
            f"“{so_far.text[:40]}…” was read as the rest of the item above, which ends with a comma where the others "
            "do not; compare the original: it may end the whole paragraph",
        )
        return False
    so_far.open(Kind.TAIL, so_far.text)
    return True


def _items_end_otherwise(so_far: Progress) -> bool:
    """Whether the item above pauses with a comma where the one before it ended with a semicolon."""
    if len(so_far.blocks) < 2 or not so_far.end.endswith(","):
        return False
    before, last = so_far.blocks[-2:]
    if before.kind != Kind.ITEM or before.label is None or last.label is None:
        return False
    return before.end.endswith(";") and _comes_next(before.label.bare, last.label.bare)


def _more_follows(so_far: Progress) -> bool:
    """Whether the list goes on below, or a tail does: then the line is the rest of its item, cut by a page's end."""
    below = so_far.next_fresh
    following, last = labels.item(below), so_far.items[-1] if so_far.items else ""
    return below[:1].islower() or (following is not None and _comes_next(last, following.bare))


def _comes_next(before: str, bare: str) -> bool:
    """Whether a label is the one after another: "b" after "a", "ii" after "i"."""
    ways = (labels.letter, labels.roman)
    return any((first := place(before)) and place(bare) == first + 1 for place in ways)
