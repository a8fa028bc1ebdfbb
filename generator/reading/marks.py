"""Which digits in the text are footnote marks, and which are numbers.

A fenced mark is one without question. Of the others only a number that labels a note can be one, and the first marks
of the notes stand in the order of the notes: the best-supported rising run of candidates through the whole text is
taken. After its first mark a note may be marked again, where a mark is plain to see.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

import msgspec

from generator.model import Mark
from generator.reading.counted import counts_a_day, is_counted, is_dated, lists_in
from generator.reading.sheet import MARK_CLOSE, MARK_OPEN, SIGNS

_FENCED = re.compile(rf"[ ]*{MARK_OPEN}([\w{SIGNS}]+)(?:@(\d+))?{MARK_CLOSE}")
_BOUNDARY = r"(?=[\s,;:.)\]”\"’—–\ue000]|$)(?![.,]\d)"
# A quotation mark that ends a quotation stands behind its words: 'the "target"1 of', not 'the "1 per cent target"'.
_BEHIND_A_QUOTATION = r"(?<=[^\s([{“‘\"—–-][\"”’].)"
# "Crime7 and", "Power,1", "Members),25", "thereto;19"; not "Rev.1", "8.7", "L.7", "No.5", "E.96".
# It begins with what is rare, a digit, and only there looks at what stands before: that is much faster.
_GLUED = re.compile(
    rf"\d(?:(?<=[a-zà-ÿ’'][a-zà-ÿ].)|(?<=[A-Z]{{3}}.)|(?<=[)\]].)|{_BEHIND_A_QUOTATION}|(?<=[\w)\]”\"’][,;:].)"
    rf"|(?<=[a-z]{{3}}[.].)|(?<=[)\]”\"’][.].)|(?<=\b(?:19|20)\d\d[.].))\d{{0,2}}{_BOUNDARY}"
)
_CODED = re.compile(
    r"(?:\b(?:Rev|Add|Corr|No|Nos|vol|vols|art|arts|para|paras|p|pp|chap|sect|Sales|fig|cap)[.,:;]|\d[.,:])$"
)
# "on 1 July 2002,1", "resolution 64/293,1"
_AFTER_NUMBER = re.compile(r"(?:\b(?:19|20)\d\d|\d/\d+)[,;:.]$")
# "Crime 1  and", "Power, 1"; decided by the run, not by the look.
_SPACED = re.compile(rf"[ ](?<=[\w,;:.)\]”\"’].)(\d{{1,3}}){_BOUNDARY}")
_STROKE = re.compile(r"[ ]?(?<![\d/\w])(\d{1,3})/(?=[\s,;:.)\]”\"’]|$)|(?<=[A-Za-z,;)”\"])(\d{1,3})/(?=[\s,;:.)]|$)")
_STAR = re.compile(r"[ ]?(?<=[\w,;:.)\]”\"’ ])(\*{1,3})(?=[\s,;:.)]|$)")
# "resolution 77/2285" is 77/228 and mark 5: no session adopts a thousand resolutions. "(2016)5", "19923".
_ON_NUMBER = re.compile(
    r"(?<=\d/)(?P<number>\d{4,6})(?=[\s,;:.)]|$)|(?<=\(\d{4}\))(\d{1,3})(?=[\s,;:.]|$)"
    r"|(?<=\b(?:19|20)\d\d)(\d{1,3})(?=[\s,;:.)]|$)"
)
_LONG_NUMBER = re.compile(r"[/(\d]\d{3}")
_DIGIT_OR_STAR = re.compile(r"[\d*]")
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d$")
_NUMBER_BEFORE = re.compile(r"\d[,.]?$")
_BARE_NUMBER_BEFORE = re.compile(r"(?<![\w/.,–-])\d{1,3}[,.]?$")
_MEASURE = re.compile(r"\b[kcdm]?m$")
# "Convention No. 182,3 and", "article 5,3"; not "182,300", "paragraphs 2,3 and 5", "1,2".
_GLUED_TO_BARE = re.compile(rf"(?<=\d,)\d{{1,2}}{_BOUNDARY}")
# "Right to Peace 1. Everyone has": the label of a paragraph.
_LABELS_A_PARAGRAPH = re.compile(r"\.\s+[A-Z“\"‘]")

_HARDLY = 1
"""The weight of a candidate that is a mark only where the order of the notes asks for it."""
_FENCED_OR_STAR = 9
_PLAIN_TO_SEE = 5
"""The weight from which a candidate is a mark wherever it stands."""

Called = tuple[int, str]
"""A stretch of the text whose notes are numbered together, and the label of one of them."""


class Candidate(msgspec.Struct, frozen=True):
    """A place where a mark may stand: which text, from where to where, whose label, and how plain it is (1 to 9).

    `line` is the line it stood on, where that was one of its own. `stretch` is the stretch of the text that it stands
    in, `note` the anchor of the note that answers it there: None where none does.
    """

    text: int
    start: int
    end: int
    label: str
    weight: int
    line: int | None = None
    word: str = ""
    stretch: int = 0
    note: str | msgspec.UnsetType | None = msgspec.UNSET

    @property
    def called(self) -> Called:
        """What tells the note that it calls from all others."""
        return self.stretch, self.label


Placing = Callable[[Candidate], Candidate]


class Marked(msgspec.Struct, frozen=True):
    """A text without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]


class Found(msgspec.Struct, frozen=True):
    """The texts without their marks, and the marks that were found out of the order of the notes: those are guesses."""

    texts: tuple[Marked, ...]
    guesses: tuple[Candidate, ...]


def read_marks(texts: Sequence[str], notes: Sequence[str], place: Placing | None = None) -> Found:
    """Take the marks out of `texts`, given in the order of the document; `notes` are the labels of its notes.

    `place` finds the note of a mark where the notes are numbered anew and a label alone does not name one.
    """
    known = frozenset(notes)
    found = [candidate for index, text in enumerate(texts) for candidate in _candidates(index, text, known)]
    if _are_fenced(found, known):
        found = [one for one in found if one.weight >= _PLAIN_TO_SEE]
    if place:
        found = [one for one in map(place, found) if one.note is not None or one.weight >= _PLAIN_TO_SEE]
    chosen, guessed = _chosen(found, known)
    by_text: dict[int, list[Candidate]] = {}
    for candidate in chosen:
        by_text.setdefault(candidate.text, []).append(candidate)
    marked = tuple(_without(text, by_text.get(index, [])) for index, text in enumerate(texts))
    return Found(marked, tuple(guessed))


def _are_fenced(found: Sequence[Candidate], known: frozenset[str]) -> bool:
    """Whether a text fences the marks of most notes where they stand, so that its other numbers are none."""
    fenced = {one.label for one in found if one.weight == _FENCED_OR_STAR and one.line is None}
    return 2 * len(fenced & known) > len(known)


def labels_in(text: str, *, plain: bool) -> frozenset[str]:
    """The labels of all that may be marks in a text, whatever its notes; where `plain`, of what is plainly one."""
    least = _PLAIN_TO_SEE if plain else 0
    return frozenset(candidate.label for candidate in _any(0, text) if candidate.weight >= least)


def left_in(text: str) -> Iterator[str]:
    """The numbers that still look like marks when those are taken out: "Covenant,1" where there is no note 1."""
    for candidate in (*_stroked(0, text), *_glued(0, text)):
        before = text[max(0, candidate.start - 3) : candidate.start]
        if candidate.label.isdigit() and not before[-1:].isupper() and not _MEASURE.search(before):
            yield candidate.label


def _candidates(index: int, text: str, known: frozenset[str]) -> list[Candidate]:
    found: list[Candidate] = [
        Candidate(index, match.start(), match.end(), match[1], _FENCED_OR_STAR, int(match[2]) if match[2] else None)
        for match in (_FENCED.finditer(text) if MARK_OPEN in text else ())
    ]
    if known and _DIGIT_OR_STAR.search(text):
        found += _ambiguous(index, text, known)
    found.sort(key=lambda candidate: (candidate.start, -candidate.weight))
    kept: list[Candidate] = []
    for candidate in found:
        if kept and candidate.start < kept[-1].end and candidate.text == kept[-1].text:
            continue
        kept.append(candidate)
    return kept


def _ambiguous(index: int, text: str, known: frozenset[str]) -> list[Candidate]:
    """The numbers and stars of a text that may be marks, by how plain they look."""
    return [candidate for candidate in _any(index, text) if candidate.label in known]


def _any(index: int, text: str) -> list[Candidate]:
    plain = [*_stroked(index, text), *_glued(index, text)]
    guessed = [*_spaced(index, text), *_on_numbers(index, text)]
    return plain + _outside(tuple(lists_in(text)), guessed) if guessed else plain


def _outside(lists: Sequence[tuple[int, int]], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that are no numbers of a list: "paragraphs 2, 3 and 5"."""

    def is_listed(one: Candidate) -> bool:
        above = bisect_right(lists, one.start, key=itemgetter(0)) - 1
        return above >= 0 and one.end <= lists[above][1]

    return [one for one in candidates if not is_listed(one)]


def _stroked(index: int, text: str) -> Iterator[Candidate]:
    for match in _STROKE.finditer(text) if "/" in text else ():
        yield Candidate(index, match.start(), match.end(), match[1] or match[2], 8)
    for match in _STAR.finditer(text) if "*" in text else ():
        yield Candidate(index, match.start(), match.end(), match[1], _FENCED_OR_STAR)


def _glued(index: int, text: str) -> Iterator[Candidate]:
    for match in _GLUED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if _AFTER_NUMBER.search(before):
            yield Candidate(index, match.start(), match.end(), match.group(), 5)
        elif not _CODED.search(before):
            yield Candidate(index, match.start(), match.end(), match.group(), 6)


def _spaced(index: int, text: str) -> Iterator[Candidate]:
    for match in _SPACED.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 6) : start]
        after_year = _YEAR_BEFORE.search(before) is not None
        if counts_a_day(text, end) or _LABELS_A_PARAGRAPH.match(text, end):
            continue
        if not after_year and is_counted(text, start, end):
            continue
        paused = text[start - 1] in ',;:)”"' or end == len(text)
        weight = _weight_after_number(before) or (4 if paused else 2)
        yield Candidate(index, start, end, match[1], weight, word=_last_word(text, start))


def _weight_after_number(before: str) -> int:
    """How plain a mark is that stands behind a number: "60/1, 3" and "2004, 3" may be one, "article 5, 3" hardly."""
    if not _NUMBER_BEFORE.search(before):
        return 0
    return _HARDLY if _BARE_NUMBER_BEFORE.search(before) else 3


def _last_word(text: str, end: int) -> str:
    found = re.search(r"\w+$", text[max(0, end - 30) : end])
    return found.group() if found else ""


def _on_numbers(index: int, text: str) -> Iterator[Candidate]:
    for match in _ON_NUMBER.finditer(text) if _LONG_NUMBER.search(text) else ():
        digits = match.group()
        dated = is_dated(text[max(0, match.start() - 20) : match.start()])
        for length in (len(digits) - 3, len(digits) - 2) if match["number"] else (len(digits),):
            weight = 3 if match["number"] else 6 if dated else _HARDLY
            yield Candidate(index, match.end() - length, match.end(), digits[-length:], weight)
    for match in _GLUED_TO_BARE.finditer(text):
        if _BARE_NUMBER_BEFORE.search(text[max(0, match.start() - 5) : match.start()]):
            yield Candidate(index, match.start(), match.end(), match.group(), _HARDLY)


def _chosen(found: list[Candidate], known: frozenset[str]) -> tuple[list[Candidate], list[Candidate]]:
    """The marks among the candidates, and which of them are guesses: the likeliest place of a note marked nowhere."""
    run = set(_rising_run(found, known))
    first: dict[Called, int] = {}
    for place, candidate in enumerate(found):
        if place in run or candidate.weight >= _PLAIN_TO_SEE:
            first.setdefault(candidate.called, place)
    words = {
        (candidate.called, candidate.word) for place, candidate in enumerate(found) if place in run and candidate.word
    }
    guesses: dict[Called, int] = {}
    for place, candidate in enumerate(found):
        if candidate.called not in first and candidate.weight > found[guesses.get(candidate.called, place)].weight - 1:
            guesses.setdefault(candidate.called, place)
    chosen = [
        candidate
        for place, candidate in enumerate(found)
        if place in run
        or candidate.weight >= _PLAIN_TO_SEE
        or guesses.get(candidate.called) == place
        or (candidate.called, candidate.word) in words
        or (candidate.weight == 2 and candidate.called in first and candidate.word[:1].isupper())
        or (candidate.weight >= 3 and candidate.called in first)
    ]
    return chosen, [found[place] for place in guesses.values()]


def _rising_run(found: list[Candidate], known: frozenset[str]) -> list[int]:
    """The places of the candidates in the heaviest run whose labels rise strictly, stretch by stretch."""
    numbers = {one.called for one in found if one.label.isdigit() and one.label in known and one.note is not None}
    in_order = sorted(numbers, key=lambda called: (called[0], int(called[1])))
    ranks = {called: rank for rank, called in enumerate(in_order, start=1)}
    size = len(ranks)
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    previous: dict[int, int] = {}

    def heaviest_below(rank: int) -> tuple[int, int]:
        top = (0, -1)
        while rank > 0:
            if best[rank][0] > top[0]:
                top = best[rank]
            rank -= rank & -rank
        return top

    top = (0, -1)
    for place, candidate in enumerate(found):
        rank = ranks.get(candidate.called)
        if rank is None:
            continue
        weight, before = heaviest_below(rank - 1)
        total = weight + candidate.weight + 10
        previous[place] = before
        if total > top[0]:
            top = (total, place)
        while rank <= size:
            if total > best[rank][0]:
                best[rank] = (total, place)
            rank += rank & -rank
    run: list[int] = []
    place = top[1]
    while place != -1:
        run.append(place)
        place = previous[place]
    return run[::-1]


def _without(text: str, chosen: list[Candidate]) -> Marked:
    """Take the chosen marks out; the space before a mark goes with it, the one after stays."""
    if not chosen:
        return Marked(text, ())
    pieces: list[str] = []
    marks: list[Mark] = []
    length = at = 0
    for candidate in chosen:
        piece = text[at : candidate.start].rstrip(" ") if candidate.weight in {9, 8} else text[at : candidate.start]
        dropped = text[candidate.start] == " " or len(piece) < candidate.start - at
        pieces.append(piece)
        length += len(piece)
        line = msgspec.UNSET if candidate.line is None else candidate.line
        marks.append(Mark(candidate.label, length, line, candidate.note))
        at = candidate.end
        if dropped and at < len(text) and text[at].isalnum():
            pieces.append(" ")
            length += 1
    pieces.append(text[at:])
    whole = "".join(pieces)
    trimmed = whole.rstrip()
    return Marked(trimmed, tuple(msgspec.structs.replace(mark, at=min(mark.at, len(trimmed))) for mark in marks))
