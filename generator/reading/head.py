"""The lines above the enacting line become masthead fields, and the fields become what the twin says of the document.

What the text says is read from the text. What an editor supplied fills the gaps; where both speak and differ, both are
named in a problem and the text's own word stands.
"""

import re
from typing import NamedTuple

import msgspec

from generator.model import MastheadField, Supplied
from generator.reading import closing
from generator.reading.decisions import names_meeting
from generator.reading.masthead import DATE, ORGANS, iso_date, phrases, session_number
from generator.reading.sheet import Line, Ranks, Remark, error, spans, without_fences
from generator.symbols import from_number, is_draft, normalise, of_decision, organ_of

_ORGAN = "|".join(sorted(ORGANS, key=len, reverse=True))
_SPECIAL = r"(?:ES|S)-\d+/\d+"
_COUNCIL = r"\d{1,4} ?\((?:19|20)\d{2}\)"
_TO_1975 = r"\d{1,4}(?: [A-Z])? ?\((?:ES-|S-)?[IVXL]+\)"
_BY_YEAR = r"(?:19|20)\d{2}/\d{1,3}"
_BY_SESSION = r"\d{1,3}/\d{1,3}"
_NUMBER = rf"(?:{_SPECIAL}|{_COUNCIL}|{_TO_1975}|{_BY_YEAR}|{_BY_SESSION})"
_PART = r"(?P<part> ?[A-Z](?:[–-][A-Z]| (?:and|to) [A-Z])?(?=[. ]|$))"
# Resolutions as they are headed: 59/166. Title; 1040 (XI). Title; 68/247 B. Title; RESOLUTION 865 (1993);
# 101 (1953). Resolution of 24 November 1953; Commission on Human Rights Resolution: 2004/45
_NUMBERED = re.compile(
    rf"(?:(?P<organ>{_ORGAN})['’]?s? +)?(?:(?:[Rr]esolution|RESOLUTION|[Dd]ecision)s?:? +)?"
    rf"(?P<number>{_NUMBER}){_PART}?(?P<stop>[.:])?(?: *(?P<rest>\S.*))?$"
)
_ADOPTED_LINE = re.compile(
    rf"(?i:(?:draft )?(?:resolution|decision)s? adopted by the)\b|Adopted by the (?:{_ORGAN})|Adopted at the "
    rf"|(?:Resolution )?of {DATE}(?: ?\d{{1,3}})?$|on {DATE}\.?$|(?:Adopted )?(?:at its|on) .{{0,60}}{DATE}"
)
_DATED = re.compile(rf"Resolution (?:of|adopted)|of {DATE}$")
_ON_REPORT = r"\[?\(?(?:on the (?:report|recommendation|proposal)|without reference)"
_REPORT_LINE = re.compile(_ON_REPORT + r"|\[(?=[a-z])(?!image)")
# Old Security Council texts name the draft they were adopted from: "[S/1501]".
_DRAFT_SYMBOL = re.compile(r"[\[(][AES]/[\d/A-Za-z.]+[\])]$")
_SYMBOL_INSIDE = re.compile(r"\b[AES]/[A-Z\d][\w./-]*\d(?:/(?:Rev|Add|Corr)\.\d+)*")
# In a report: "12. The Third Committee recommends to the General Assembly the adoption of the following draft …".
_RECOMMENDS = re.compile(
    r"(?:\d{1,3}\. )?The (?:[\w-]+ ){0,9}(?:Committee|Commission|Council|Sub-Commission|Forum)\b.{0,40} recommends\b"
)
# Where such a sentence, or that of a decision, leads to the text: "… decided to adopt the following text: “".
_LED = re.compile(r": ?[“\"'‘]?$")
_SPONSORS = re.compile(r".*: *(?:(?:revised )?(?:amendments to )?draft (?:resolution|decision))\b.*$", re.IGNORECASE)
_DRAFT = re.compile(
    r"(?:draft resolution\b.*|Draft resolution (?:submitted|proposed).*|revised draft resolution)$", re.IGNORECASE
)
# "Albania, Andorra, Bosnia and", "Herzegovina, Brazil,": names alone; not "Social questions, including those of ports".
_NAME = r"(?:and )?[A-ZÀ-Þ][\w'’.()-]*(?: (?:\(?[A-ZÀ-Þ][\w'’.()-]*|of\)?|the|and|d[’'][A-ZÀ-Þ]\w*))*"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})+,?$")

# What a document of another kind is headed: it corrects a resolution, or quotes a statement, and enacts nothing.
_OTHER_KIND = re.compile(
    r"(?:Corrigendum|CORRIGENDUM|(?:Presidential statement|Statement by the President of the [A-Z][\w ]+)\*?)$"
)


class Head(msgspec.Struct, frozen=True):
    """What the head of a text says, and where."""

    fields: tuple[MastheadField, ...]
    title_lines: tuple[Line, ...]


def is_title_number(text: str) -> bool:
    """Whether a line carries the number of a resolution, as the head of one does: "1041 (XI). Interim measures"."""
    found = _NUMBERED.match(text)
    if not found:
        return False
    return bool(found["stop"] or not found["rest"] or _DATED.match(found["rest"] or ""))


def number_of(text: str) -> str | None:
    """The number in such a line: "1041 (XI)"."""
    found = _NUMBERED.match(text)
    return (found["number"] + (found["part"] or "")) if found and is_title_number(text) else None


class _Gathering:
    """One pass over the head: each line fills a field or goes on with the one before."""

    def __init__(self) -> None:
        self.fields: list[tuple[str, list[Line]]] = []

    def add(self, field: str, line: Line, text: str) -> None:
        self.fields.append((field, [msgspec.structs.replace(line, text=text)]))

    def extend(self, line: Line) -> None:
        self.fields[-1][1].append(line)

    def take_names_above(self) -> None:
        """Put the lines above that hold names and nothing else before the last line of the sponsors."""
        while len(self.fields) > 1 and self.fields[-2][0] == "other":
            above, sponsors = self.fields[-2][1], self.fields[-1][1]
            if sponsors[0].gap or not all(_NAMES.match(line.text) for line in above):
                return
            self.fields[-2:] = [("sponsors", [*above, *sponsors])]

    @property
    def last(self) -> str:
        return self.fields[-1][0] if self.fields else ""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.fields[-1][1]) if self.fields else ""

    def goes_on(self, line: Line) -> bool:
        """Whether the field before needs more: an open bracket, a date that slipped to the next line, a colon."""
        if self.last in {"adoption", "recommendation"} and _is_sentence(self.text):
            return not line.gap and not _LED.search(self.text)
        if self.last == "adoption":
            return iso_date(self.text) is None and iso_date(line.text) is not None
        open_brackets = self.text.count("[") > self.text.count("]") + self.text.count(")") - self.text.count("(")
        return self.last == "committee_report" and open_brackets


def read_head(lines: tuple[Line, ...], rank: Ranks) -> Head:
    """The masthead fields and the lines of the title, from the lines above the enacting line."""
    gathering = _Gathering()
    for line in lines:
        _place(gathering, line)
    fields = _with_title(gathering.fields)
    title = tuple(line for field, listed in fields if field == "title" for line in listed)
    return Head(
        tuple(
            MastheadField(
                field=field,
                lines=spans((line.number for line in listed), rank),
                text=without_fences(" ".join(line.text for line in listed)),
            )
            for field, listed in fields
            if field != "title"
        ),
        title,
    )


def read_slipped(lines: tuple[Line, ...], rank: Ranks) -> tuple[MastheadField, ...]:
    """The fields of masthead lines that slipped below the text; no title is among them."""
    head = read_head(lines, rank)
    return (
        *head.fields,
        *(MastheadField("other", spans((line.number,), rank), line.text) for line in head.title_lines),
    )


def _place(gathering: _Gathering, line: Line) -> None:
    text = line.text
    if gathering.goes_on(line):
        gathering.extend(line)
    elif known := phrases(text):
        for phrase in known:
            gathering.add(phrase.field, line, phrase.text)
    elif field := _field_of(text):
        gathering.add(field, line, text)
        if field == "sponsors":
            gathering.take_names_above()
    elif _is_sentence(text):
        gathering.add("adoption" if names_meeting(text) else "recommendation", line, text)
    elif is_title_number(text):
        _place_number(gathering, line)
    elif gathering.last == "title" and _OTHER_KIND.match(text):
        gathering.add("other", line, text)
    elif gathering.last == "title":
        gathering.extend(line)
    else:
        awaited = gathering.last == "number" and "(19" not in gathering.fields[-1][1][0].text
        gathering.add("title" if awaited else "other", line, text)


def _field_of(text: str) -> str | None:
    """The field of a line that says by its words what it is."""
    if _DRAFT_SYMBOL.match(text):
        return "document"
    if _REPORT_LINE.match(text):
        return "committee_report"
    if _ADOPTED_LINE.match(text) or closing.opens(text):
        return "adoption"
    return "sponsors" if _SPONSORS.match(text) or _DRAFT.match(text) else None


def _is_sentence(text: str) -> bool:
    """Whether a sentence of the head leads to the text: that of a decision, or what a committee recommends."""
    return names_meeting(text) or recommends(text)


def recommends(text: str) -> bool:
    """Whether a committee recommends here what follows: "The Third Committee recommends … the following draft …"."""
    return _RECOMMENDS.match(text) is not None


def _place_number(gathering: _Gathering, line: Line) -> None:
    """The number of a resolution, with its title or the date of its adoption beside it."""
    numbered = _NUMBERED.match(line.text)
    rest = (numbered["rest"] if numbered else None) or ""
    gathering.add("number", line, line.text[: len(line.text) - len(rest)].strip())
    if rest:
        gathering.add("adoption" if _ADOPTED_LINE.match(rest) else "title", line, rest)


def _with_title(fields: list[tuple[str, list[Line]]]) -> list[tuple[str, list[Line]]]:
    """Where no title follows the number, the last words that no field claimed are the title."""
    if any(field == "title" for field, _ in fields):
        return [
            ("agenda_title" if _is_agenda_title(fields, place) else field, lines)
            for place, (field, lines) in enumerate(fields)
        ]
    if any(_OTHER_KIND.match(lines[0].text) for _, lines in fields):
        return fields
    others = [place for place, (field, lines) in enumerate(fields) if field == "other" and not lines[0].text.isupper()]
    if not others:
        others = [place for place, (field, _) in enumerate(fields) if field == "other"]
    if not others:
        return fields
    last = others[-1]
    run = [last]
    while run[0] - 1 in others and fields[run[0]][1][0].gap == 0:
        run.insert(0, run[0] - 1)
    title = [line for place in run for line in fields[place][1]]
    kept = [entry if place not in run else None for place, entry in enumerate(fields)]
    kept[run[0]] = ("title", title)
    return [entry for entry in kept if entry is not None]


def _is_agenda_title(fields: list[tuple[str, list[Line]]], place: int) -> bool:
    before = {field for field, _ in fields[:place]}
    return fields[place][0] == "other" and "agenda_item" in before and "title" not in before


class Said(msgspec.Struct, frozen=True):
    """What is known of a document: from its head, its closing, its page heads and its editor."""

    symbol: str | None
    organ: str | None
    session: str | None
    agenda_item: str | None
    committee_report: str | None
    adopted: str | None
    meeting: str | None
    distributed: str | None
    vote: str | None
    remarks: tuple[Remark, ...]


class Opened(NamedTuple):
    """How a text opens: its organ, and of a decision the words that name the meeting and the day."""

    organ: str | None
    decided: str = ""


def say(head: Head, opened: Opened, *, closing_text: str, page_heads: tuple[str, ...], symbol: str | None) -> Said:
    """Put together what the text says of itself."""
    organ = opened.organ
    by_field: dict[str, list[MastheadField]] = {}
    for field in head.fields:
        by_field.setdefault(field.field, []).append(field)

    def words(field: str) -> str | None:
        return by_field[field][0].text if field in by_field else None

    printed = _symbol_said(by_field, opened, page_heads)
    adoption = " ".join([*(field.text for field in by_field.get("adoption", [])), opened.decided])
    adopted = iso_date(adoption) or iso_date(closing_text.replace("\n", " "))
    remarks: list[Remark] = []
    first = head.fields[0].lines[0][0] if head.fields else 1
    known = normalise(symbol) or symbol if symbol else None
    if known and printed and known != printed and not _same_document(known, printed):
        remarks.append(
            error(
                first,
                "symbol-differs",
                f"the text calls itself {printed}, its front matter {known}; correct the one that is wrong",
            )
        )
    remarks += _other_kind(head, opened)
    session = session_number(words("session") or "") if words("session") else None
    draft = is_draft(known or printed or "")
    return Said(
        symbol=known or printed,
        organ=organ or organ_of(known or printed or ""),
        session=session,
        agenda_item=_after_item(words("agenda_item")),
        committee_report=_report_symbol(by_field, known or printed),
        adopted=None if draft else adopted,
        meeting=closing.meeting(closing_text) or closing.meeting(adoption),
        distributed=iso_date(words("distributed") or ""),
        vote=closing.vote(closing_text),
        remarks=tuple(remarks),
    )


def _other_kind(head: Head, opened: Opened) -> list[Remark]:
    """Say where a document is no resolution: it has no enacting line, and its head says what it is instead."""
    kinds = [field for field in head.fields if field.field == "other" and _OTHER_KIND.match(field.text)]
    if not kinds or opened.organ is not None:
        return []
    message = (
        f"by its head (“{kinds[0].text}”) this is no resolution, and a document of this kind is not read: its words "
        "stand in the masthead; take the file out; what it corrects belongs into the text that it is about"
    )
    return [error(kinds[0].lines[0][0], "document-of-other-kind", message)]


def _same_document(one: str, other: str) -> bool:
    """A symbol is also printed without its composite letter or with a revision."""
    return one.startswith(other) or other.startswith(one)


def _symbol_said(by_field: dict[str, list[MastheadField]], opened: Opened, page_heads: tuple[str, ...]) -> str | None:
    """The symbol in the head, else the one that the number makes, else that of the pages' heads.

    Decisions are printed in reports, whose symbol stands in the head: the number of one goes before it.
    """
    printed = [found for field in by_field.get("symbol", []) if (found := normalise(field.text.rstrip("*")))]
    made = [found for field in by_field.get("number", []) if (found := _by_number(field, opened))]
    if known := [*made, *printed] if opened.decided else [*printed, *made]:
        return known[0]
    heads = [found for text in page_heads if (found := normalise(text.rstrip("*")))]
    return max(set(heads), key=heads.count) if heads else None


def _by_number(field: MastheadField, opened: Opened) -> str | None:
    """The symbol of the resolution, or decision, that the organ numbers so."""
    numbered = _NUMBERED.match(field.text)
    whose = (numbered["organ"] if numbered else None) or opened.organ
    number = numbered["number"] + (numbered["part"] or "") if numbered else ""
    if whose is None and re.search(r"\((?:19|20)\d\d\)", number):
        whose = "Security Council"
    if whose is None:
        return None
    return of_decision(whose, number) if opened.decided else from_number(whose, number)


def is_head_line(text: str) -> bool:
    """Whether a line belongs to a head by its words: an adoption, a report."""
    return _field_of(text) in {"adoption", "committee_report"}


def _after_item(text: str | None) -> str | None:
    found = re.search(r"items? (.+)$", text or "")
    return found[1].rstrip("*").strip() if found else None


def _report_symbol(by_field: dict[str, list[MastheadField]], own: str | None) -> str | None:
    """The report a text was adopted on; never the text itself."""
    for field in by_field.get("committee_report", []):
        found = _SYMBOL_INSIDE.search(field.text)
        if found and found.group() != own:
            return found.group()
    return None


def merge_supplied(
    said: Said, title: str | None, supplied: Supplied
) -> tuple[dict[str, str | None], tuple[Remark, ...]]:
    """The fields of the twin: the text's own word, else the editor's; a problem where they differ."""
    fields: dict[str, str | None] = {}
    remarks: list[Remark] = []
    read = {
        "organ": said.organ, "title": title, "session": said.session, "agenda_item": said.agenda_item,
        "committee_report": said.committee_report, "adopted": said.adopted, "meeting": said.meeting,
        "distributed": said.distributed, "vote": said.vote,
    }  # fmt: skip
    for name, own in read.items():
        given = getattr(supplied, name)
        fields[name] = own if own is not None else given
        if own is not None and given is not None and own != given:
            remarks.append(
                error(
                    1,
                    "supplied-differs",
                    f"{name}: the text says “{own}”, the front matter “{given}”; correct one of them",
                )
            )
    return fields, tuple(remarks)
