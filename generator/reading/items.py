"""The rules that open the items of a paragraph, with a label or without, and what it still says after them."""

import re

from generator.reading import labels
from generator.reading.blocks import Kind, Zone
from generator.reading.labels import Label
from generator.reading.line_edges import CAPITAL, PREAMBLE_PAUSE, QUOTE, QUOTE_ENDS, SENTENCE, had_room, leads_over
from generator.reading.openings import opens_operative
from generator.reading.progress import Progress
from generator.reading.sheet import Line, by_rule

# "and requests the Secretary-General …", "and also decides …"; not "and requests for assistance".
_SECOND_VERB = re.compile(r"and ([a-z])(?!\w+ (?:for|from|of|by|made|received)\b)(.+)$")
_THAT = re.compile(r"(?:That|To|By) ")
_FIRST = frozenset({"a", "i", "1", "A"})
# "to prevent the supply of arms; and": one more item comes, as it may after "in writing, and"; not "arms and".
_AND_ANOTHER = re.compile(r"; (?:and|or|and/or)$")
_PERHAPS_ANOTHER = re.compile(r", (?:and|or|and/or)$")
_MISREAD_LETTERS = {"5": "b", "6": "b", "8": "b", "h": "b", "e": "c", "o": "c", "1": "il", "0": "o", "9": "g"}
"""What a scanner writes for a letter, and the letters it may stand for."""


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
    if so_far.stands_in(Kind.SECTION) and label.bare not in _FIRST:
        so_far.remark(
            "item-below-heading",
            f"{label.printed} goes on with a list above its heading, and stands under no paragraph here; its anchor "
            "comes from its order: compare the original before you cite it",
        )
    open_with_items(so_far, Kind.ITEM, label)
    return True


def first_item(label: Label) -> Label | None:
    """The first item of a paragraph or item on the line of its own label: "3. (a) The members …", "(a) (i) To …"."""
    inner = labels.item(label.rest)
    if inner is None or not inner.in_brackets or inner.bare not in {"a", "i"} or not CAPITAL.match(inner.rest):
        return None
    return inner if not label.in_brackets or (inner.bare == "i" and label.bare not in {"h", "i"}) else None


def open_with_items(so_far: Progress, kind: Kind, label: Label) -> None:
    """Open a paragraph or item with the words behind its label, or with its first item where that stands there."""
    inner = first_item(label)
    so_far.open(kind, label.rest if inner is None else "", label)
    if kind == Kind.ITEM:
        if label.bare in so_far.items:  # each stands there once: a list of thousands of items has some dozens of labels
            so_far.items.remove(label.bare)
        so_far.items.append(label.bare)
    if inner is not None:
        open_with_items(so_far, Kind.ITEM, inner)


def _as_printed(so_far: Progress, label: Label) -> Label:
    """The label that must have been printed where a scanner misread it: "(5)" between "(a)" and "(c)"."""
    if label.bare not in _MISREAD_LETTERS:
        return label
    letters = [place for seen in so_far.items if (place := labels.letter(seen))]
    if not letters:
        return label
    expected = chr(ord("a") + letters[-1])
    after = next((seen.bare for text in so_far.texts_below(39) if (seen := labels.item(text))), None)
    if expected not in _MISREAD_LETTERS[label.bare] or (after and labels.letter(after) != letters[-1] + 2):
        return label
    return Label(expected, f"({expected})", label.rest)


def _item_fits(so_far: Progress, label: Label) -> bool:
    rest = label.rest or (so_far.below.text if so_far.below else "")
    capital, follows = CAPITAL.match(rest) is not None, _item_follows(so_far.items, label.bare)
    introduced = so_far.end.endswith((":", ";", ":”", ";”")) or _before_another(so_far, label)
    if not follows and not (so_far.closed and capital):
        return False
    listed = so_far.items or so_far.end.endswith(":") or _under_entry(so_far, label)
    if not label.in_brackets and not (follows and listed):
        return False
    paused = PREAMBLE_PAUSE.search(so_far.end) is not None
    if not capital and not (introduced or (paused and so_far.fresh)):
        return False
    return so_far.closed or (follows and (so_far.fresh or len(so_far.end) < 60 or so_far.broken_off))


def _before_another(so_far: Progress, label: Label) -> bool:
    """Whether the item above says that one more comes: "to prevent …; and", or "in writing, and" on a short line."""
    if not so_far.items or not so_far.stands_in(Kind.ITEM):
        return False
    if _AND_ANOTHER.search(so_far.end):
        return True
    above = so_far.entries[so_far.place - 1].line
    apart = so_far.fresh or had_room(above, so_far.line, so_far.width)
    is_next = comes_next(so_far.items[-1], label.bare)
    return apart and is_next and not so_far.line.turned and _PERHAPS_ANOTHER.search(so_far.end) is not None


def _under_entry(so_far: Progress, label: Label) -> bool:
    """Whether "a. Location: …" stands first under an entry of a list in an annex, which no colon introduces."""
    entry = so_far.current
    numbered = so_far.stands_in(Kind.PARAGRAPH) and entry is not None and entry.label is not None
    return so_far.zone == Zone.ANNEX and numbered and label.bare == "a" and so_far.parted


def _item_follows(seen: list[str], bare: str) -> bool:
    """Whether a label opens a list or stands one to three places after a label of the list."""
    if bare in _FIRST or (bare.isdigit() and seen):
        return True
    if (before := labels.followed(bare)) != bare:
        return before in seen
    seen = [labels.followed(label) for label in seen]
    value, place = labels.roman(bare), labels.letter(bare)
    if value and any(labels.roman(label) == value - 1 for label in seen):
        return True
    places = [earlier for label in seen if (earlier := labels.letter(label))]
    return place is not None and any(earlier < place <= earlier + 3 for earlier in places)


def start_unlabelled_item(so_far: Progress) -> bool:
    """An item without label: "– …", "That …" after a comma, or any sentence, quotation or name after a colon."""
    if _is_next_name(so_far):
        so_far.open(Kind.ITEM, so_far.text)
        return True
    if not so_far.fresh or not so_far.stands_in(Kind.OPERATIVE, Kind.PREAMBULAR, Kind.ITEM, Kind.PARAGRAPH):
        return False
    if dashed := labels.dash_item(so_far.text):
        so_far.open(Kind.ITEM, dashed.rest, dashed)
        return True
    if so_far.stands_in(Kind.PARAGRAPH):
        return False
    end = so_far.end
    that = so_far.zone == Zone.OPERATIVE and _THAT.match(so_far.text) and end.endswith((":", ";", ","))
    introduced = end.endswith(":") and not so_far.line.turned and SENTENCE.match(so_far.text)
    unlabelled = so_far.stands_in(Kind.ITEM) and so_far.current is not None and so_far.current.label is None
    goes_on = unlabelled and so_far.after_pause and SENTENCE.match(so_far.text) and not opens_operative(so_far.text)
    if not (that or introduced or goes_on):
        return False
    so_far.quoting = bool(introduced and QUOTE.match(so_far.text) and not QUOTE_ENDS.search(so_far.text))
    so_far.open(Kind.ITEM, so_far.text)
    return True


def _is_next_name(so_far: Progress) -> bool:
    """Whether a line is an entry of a list of names, one to a line without a stop, that a colon introduces."""
    if so_far.place < so_far.names_until:
        return True
    if so_far.end.endswith(":") and so_far.stands_in(Kind.OPERATIVE, Kind.PREAMBULAR) and not so_far.line.turned:
        so_far.names_until = _end_of_names(so_far)
    return so_far.place < so_far.names_until


def _end_of_names(so_far: Progress) -> int:
    """The place below the names that begin here; 0 where there is but one, or where not every line is one."""
    place = so_far.place
    while place < len(so_far.entries) and _is_name(so_far.entries[place].line, so_far.width):
        place += 1
        if place < len(so_far.entries) and so_far.entries[place].line.gap:
            break
    below = so_far.entries[place].line if place < len(so_far.entries) else None
    whole = below is None or below.gap or labels.numbered(below.text)
    return place if whole and place > so_far.place + 1 else 0


def follows_name(so_far: Progress) -> bool:
    """Whether a line that could be a name stands below another that an item without label holds."""
    above, width = so_far.current, so_far.width
    if not so_far.stands_in(Kind.ITEM) or above is None or above.label is not None:
        return False
    return _is_name(so_far.line, width) and _is_name(above.lines[-1], width) and so_far.broken_off


def _is_name(line: Line, width: int) -> bool:
    """Whether a line is a few words with a capital and no stop: "Czech Republic"; not "Democratic Republic of the"."""
    text = line.text
    if len(text) * 2 > width or not SENTENCE.match(text) or text.count("(") > text.count(")"):
        return False
    return not (text.endswith((".", ",", ";", ":")) or leads_over(text))


def start_tail(so_far: Progress) -> bool:
    """What a paragraph still says after its last item: "provided that …", "and requests …"."""
    if not so_far.stands_in(Kind.ITEM) or not so_far.text[:1].islower():
        return False
    ended = re.search(r"(?:[;.]|; (?:and|or))$", so_far.end) is not None
    paused = so_far.end.endswith((",", ";", ":", "."))
    apart = so_far.fresh and not so_far.line.turned
    if apart and so_far.line.gap and so_far.place == so_far.names_until:
        so_far.open(Kind.TAIL, so_far.text)
        return True
    resumed = paused and not ended and (apart or so_far.broken_off) and _resumes_paragraph(so_far)
    if not (ended or resumed or (paused and apart and not _more_follows(so_far))):
        return False
    if not ended and not resumed and _items_end_otherwise(so_far):
        so_far.remark(
            "tail-unsure",
            f"“{so_far.text[:40]}…” was read as the rest of the item above, which ends with a comma where the others "
            "do not; compare the original: it may end the whole paragraph",
        )
        return False
    if not ended and not resumed and _introduces_items(so_far):
        return False
    so_far.open(Kind.TAIL, so_far.text)
    return True


def _introduces_items(so_far: Progress) -> bool:
    """Whether the line ends in a colon and a list begins below: it is the last line of the item that has the list."""
    below = labels.item(so_far.below.text) if so_far.below else None
    return so_far.text.endswith(":") and below is not None and below.bare in _FIRST


def _resumes_paragraph(so_far: Progress) -> bool:
    """Whether the line gives the paragraph a second verb, "and requests …", below an item that has none itself."""
    found, item = _SECOND_VERB.match(so_far.text), so_far.current
    if found is None or item is None or so_far.zone != Zone.OPERATIVE or opens_operative(item.lines[0].text):
        return False
    return opens_operative(found[1].upper() + found[2])


def _items_end_otherwise(so_far: Progress) -> bool:
    """Whether the item above pauses with a comma where the one before it ended with a semicolon."""
    if len(so_far.blocks) < 2 or not so_far.end.endswith(","):
        return False
    before, last = so_far.blocks[-2:]
    if before.kind != Kind.ITEM or before.label is None or last.label is None:
        return False
    return before.end.endswith(";") and comes_next(before.label.bare, last.label.bare)


def _more_follows(so_far: Progress) -> bool:
    """Whether the list goes on below, or a tail does: then the line is the rest of its item, cut by a page's end."""
    below = so_far.next_fresh
    following, last = labels.item(below), so_far.items[-1] if so_far.items else ""
    return below[:1].islower() or (following is not None and comes_next(last, following.bare))


def comes_next(before: str, bare: str) -> bool:
    """Whether a label is the one after another: "b" after "a", "ii" after "i"."""
    before, ways = labels.followed(before), (labels.letter, labels.roman)
    return any((first := place(before)) and place(bare) == first + 1 for place in ways)
