"""What "Ibid." stands for: each such note gets its full form, the rule and the note that it comes from, or a Problem.

"Ibid." stands for the note before it by number, wherever that is printed, and through any chain of such notes. It keeps
the leading elements of that note up to the first one that is given anew, its "See" included. The rules:

- `ibid-whole`: a bare "Ibid." is the whole note.
- `ibid-locator`: a chapter, an annex, a section, a paragraph or a page is given anew ("Ibid., annex II"), or added.
- `ibid-series`: an element of a series is given anew: a volume or number of the Treaty Series; a session or year, a
  supplement, a meeting or a document of Official Records.
- `ibid-unresolved`: nothing certain can be said. The note before is missing, is there twice, names several sources or
  none; "Ibid." opens the notes; what is given anew has no counterpart; "Ibid." stands inside a note; "op. cit." and
  "loc. cit." point to a work named further back, which a number cannot tell; so do "Idem" and "supra note 3".

A source that nobody knows is an antecedent like any other; a source in brackets never is.
Source of the rule: United Nations Editorial Manual, on footnotes; what the notes of resolutions themselves do.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from generator.linking.sources import (
    Element,
    Kind,
    elements,
    names_another_in_brackets,
    names_several,
    runs_on,
    tells,
    without_brackets,
)
from generator.model import Footnote, Problem, Resolution, Severity

WHOLE, LOCATOR, SERIES, UNRESOLVED = "ibid-whole", "ibid-locator", "ibid-series", "ibid-unresolved"

_SIGNAL = re.compile(r"(?:(See(?: also| further| generally)?(?:,? (?:for example|e\.g\.),?)?|Cf\.)\s+)?(.*)", re.DOTALL)
_WORD = r"(?:[Iil1|]b[il1]d(?:em)?\b|bid(?=\.))"
_IBID = re.compile(rf"{_WORD}[.,]*\s*(.*)", re.DOTALL)
_INSIDE = re.compile(r"\bibid(?:em)?\b|\b(?:op|loc)\. ?cit\b", re.IGNORECASE)
_FURTHER_BACK = re.compile(r"\b(?:op|loc)\. ?cit\b", re.IGNORECASE)
# Idem. · Id., p. 3 · Supra note 3
_ELSEWHERE = re.compile(r"(?:Id(?=[.,])|Idem\b|[Ss]upra,? n(?:ote|\.))")
_COMMON_NOUN = re.compile(r"(?:Resolution|Decision|Document)s?\b")


class Source(msgspec.Struct, frozen=True):
    """What a note stands for: its signal ("See"), its words, the note they come from, and the rule, if one was needed.

    A printed source has no rule; the words of an "Ibid." come from the first note of its chain.
    """

    signal: str
    words: str
    label: str
    rule: str | None = None


class Unresolved(msgspec.Struct, frozen=True):
    """Why nothing certain can be said of a note."""

    why: str


Outcome = Source | Unresolved
Place = tuple[str, int]
"""The part of a composite text ("" in others), and the number of a note in it; letters are counted apart."""

_TWICE = Unresolved("two notes have its number, or the number before it; check their numbers in the original")


def resolve(resolution: Resolution) -> Resolution:
    """Give the resolution with every "Ibid." resolved, or said to be unresolved in a warning at the note's line."""
    outcomes = _outcomes(resolution.footnotes)
    found = [
        _problem(resolution.source.path, note, outcome.why)
        for note in resolution.footnotes
        if isinstance(outcome := outcomes[note.anchor], Unresolved)
    ]
    return msgspec.structs.replace(
        resolution,
        footnotes=tuple(_with_outcome(note, outcomes[note.anchor]) for note in resolution.footnotes),
        problems=tuple(sorted({*resolution.problems, *found})),
    )


def stands_first(text: str) -> bool:
    """Whether a note begins with "Ibid.", after a "See" or without one."""
    return _IBID.fullmatch(_parted(text)[1]) is not None


def _outcomes(notes: Sequence[Footnote]) -> Mapping[str, Outcome]:
    """What each note stands for, by anchor. A note's antecedent has a lower number, so it is always there already."""
    outcomes: dict[str, Outcome] = {}
    places = {note.anchor: _place(note) for note in notes}
    times = Counter(places.values())
    by_place: dict[Place, Outcome] = {}
    for note in sorted(notes, key=lambda note: places[note.anchor] or ("", -1)):
        place = places[note.anchor]
        if place is None:
            outcomes[note.anchor] = _outcome(note, None)
            continue
        before = (place[0], place[1] - 1)
        again = times[place] > 1 or times[before] > 1
        outcomes[note.anchor] = _outcome(note, _TWICE if again else by_place.get(before))
        by_place[place] = outcomes[note.anchor]
    return outcomes


def _place(note: Footnote) -> Place | None:
    """The part of a composite text that a note belongs to, and its number or letter; None for a sign."""
    part = re.match(r"fn:(?:([a-z]+)-(?!\d+(?:st|nd|rd|th)$))?", note.anchor)
    name = part[1] or "" if part else ""
    if re.fullmatch(r"[a-z]", note.label):
        return f"{name} letters", ord(note.label)
    return (name, int(note.label)) if re.fullmatch(r"[0-9]{1,6}", note.label) else None


def _outcome(note: Footnote, before: Outcome | None) -> Outcome:
    """What a note stands for, given what the note before it by number does."""
    signal, words = _parted(note.text)
    ibid = _IBID.fullmatch(words)
    if not ibid:
        if elsewhere := _ELSEWHERE.match(words):
            return Unresolved(f"“{elsewhere[0]}” points to another note, and no rule says to how much of it")
        if inside := _INSIDE.search(words):
            return Unresolved(_why_not(inside[0]))
        return Source(signal, words, note.label)
    given = ibid[1].strip()
    if _INSIDE.search(given) or runs_on(given) or re.match(r"[^\w]", given):
        return Unresolved("more follows “Ibid.” than can be put in the place of something")
    if before is None:
        return Unresolved("the note before it by number is not here; look for it in the original")
    return before if before is _TWICE else _applied(before, signal, given)


def _applied(antecedent: Outcome, signal: str, given: str) -> Outcome:
    """What "Ibid." followed by `given` stands for after `antecedent`."""
    if isinstance(antecedent, Unresolved):
        return Unresolved("the note before it is unresolved itself")
    if tells(antecedent.words):
        return Unresolved("the note before it names no source of its own")
    if names_several(antecedent.words):
        return Unresolved("the note before it names several sources")
    signal = signal or antecedent.signal
    if not given:
        return Source(signal, antecedent.words, antecedent.label, WHOLE)
    first = elements(given.rstrip(" .,"))[0].kind
    kept = _kept(antecedent.words.rstrip(" .,"), first) if first else None
    if not first or not kept:
        return Unresolved(f"nothing in the note before it is certain to be what “{given}” takes the place of")
    return Source(signal, f"{kept}, {given}", antecedent.label, SERIES if first.of_series else LOCATOR)


def _kept(source: str, kind: Kind) -> str | None:
    """The leading elements of `source` up to the one that an element of `kind` takes the place of; None if unsure.

    The first of them is always kept: it is the title, even where it looks like another element ("resolution 55/2").
    """
    parts = elements(source)[1:]
    same = [part for part in parts if part.kind == kind]
    cut = same[0].start if same else _room_for(kind, parts, source)
    if cut is None or len(same) > 1:
        return None
    kept = source[:cut].rstrip(" ,")
    return None if re.search(kind.word, without_brackets(kept)) else kept


def _room_for(kind: Kind, parts: tuple[Element, ...], source: str) -> int | None:
    """Where an element of a kind that `source` does not have is to stand in it; None if that is not certain."""
    first_known = next((at for at, part in enumerate(parts) if part.kind), len(parts))
    after_title = parts[first_known:]
    kinds = [part.kind for part in after_title if part.kind]
    if len(kinds) < len(after_title) or any(one.level == kind.level for one in kinds):
        return None
    if names_another_in_brackets(source) or not re.search(kind.needs, without_brackets(source)):
        return None
    return next((part.start for part in after_title if part.kind and part.kind.level > kind.level), len(source))


def _parted(text: str) -> tuple[str, str]:
    found = _SIGNAL.fullmatch(text.strip())
    return (found[1] or "", found[2]) if found else ("", text)


def _why_not(word: str) -> str:
    if _FURTHER_BACK.match(word):
        return f"“{word.lower()}.” points to a work named further back, which no rule can tell"
    return "“Ibid.” stands inside the note; only at its beginning is it certain what it stands for"


def _with_outcome(note: Footnote, outcome: Outcome) -> Footnote:
    if isinstance(outcome, Unresolved):
        return msgspec.structs.replace(note, resolved=None, rule=UNRESOLVED, antecedent=None)
    if outcome.rule is None:
        return note
    return msgspec.structs.replace(note, resolved=_spelled(outcome), rule=outcome.rule, antecedent=outcome.label)


def _spelled(source: Source) -> str:
    """The signal and the words; "Resolution" is a small word after "See"."""
    words = source.words
    if not source.signal:
        return words
    return f"{source.signal} {words[0].lower() + words[1:] if _COMMON_NOUN.match(words) else words}"


def _problem(path: str, note: Footnote, why: str) -> Problem:
    line = note.lines[0][0] if note.lines else 1
    return Problem(path, line, UNRESOLVED, Severity.WARNING, f"note {note.label}: {why}")
