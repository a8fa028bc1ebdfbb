"""Compare two editions: what each text gained and lost, and which words of it became others.

Takes two editions, earlier and later; gives a report in which only what changed is named. Problems and corrections are
compared by what they say, not by their lines: a line that is put in above moves all others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from generator import problems, walk
from generator.lineage.lookup import parted
from generator.lineage.model import Lineage
from generator.linking.graph import Edge, edges
from generator.model import Problem, Resolution
from generator.promise.fingerprints import words_by_anchor

AT_RISK = frozenset({"anchor-lost", "anchor-changed", "text-lost"})
"""The codes of problems by which a published address breaks."""


class Fate(StrEnum):
    """What a change does to a text."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Stand(msgspec.Struct, frozen=True):
    """An edition as far as a report looks at it: texts, how they continue one another, and what is wrong."""

    texts: tuple[Resolution, ...]
    lineage: Lineage
    problems: tuple[Problem, ...]


class Difference(msgspec.Struct, frozen=True):
    """What was gained and lost of one kind of thing, each as words for a reviewer."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.gained or self.lost)


class Reworded(msgspec.Struct, frozen=True):
    """The words of one anchor before and after."""

    anchor: str
    old: str
    new: str


class TextChange(msgspec.Struct, frozen=True):
    """One text: what became of it, its differences by kind (those that there are), and its changed words."""

    symbol: str
    fate: Fate
    differences: Mapping[str, Difference]
    reworded: tuple[Reworded, ...]


class Report(msgspec.Struct, frozen=True):
    """The texts that changed, the other problems that are new and gone, and the promises that are broken now."""

    texts: tuple[TextChange, ...]
    problems: Difference
    at_risk: tuple[str, ...]


def compare(before: Stand, after: Stand) -> Report:
    """Say what leads from one edition to another."""
    texts = tuple(_texts(before, after))
    at_risk = (problem for problem in after.problems if problem.code in AT_RISK)
    return Report(texts, _of_problems(before.problems, after.problems), problems.listed(at_risk))


def _texts(before: Stand, after: Stand) -> Iterator[TextChange]:
    old, new = ({text.symbol: text for text in stand.texts} for stand in (before, after))
    was, now = (_links_by_text(stand.lineage) for stand in (before, after))
    for symbol in sorted(old.keys() | new.keys()):
        fate = Fate.ADDED if symbol not in old else Fate.REMOVED if symbol not in new else Fate.CHANGED
        differences = {
            kind: _difference(_said(lines_of, old.get(symbol)), _said(lines_of, new.get(symbol)))
            for kind, lines_of in _KINDS.items()
        }
        differences["lineage"] = _difference(was.get(symbol, ()), now.get(symbol, ()))
        found = {kind: difference for kind, difference in differences.items() if difference}
        reworded = tuple(_reworded(old[symbol], new[symbol])) if fate is Fate.CHANGED else ()
        if found or reworded:
            yield TextChange(symbol, fate, found, reworded)


def _reworded(old: Resolution, new: Resolution) -> Iterator[Reworded]:
    was, now = words_by_anchor(old), words_by_anchor(new)
    for anchor, words in now.items():
        if anchor in was and was[anchor].text != words.text:
            yield Reworded(anchor, was[anchor].text.strip(), words.text.strip())


# ---- the kinds of things that are counted, each as the words a reviewer reads


def _metadata(text: Resolution) -> Iterator[str]:
    for name in ("title", "status", "session", "agenda_item", "committee_report", "adopted", "meeting", "vote"):
        value = getattr(text, name)
        if value is not None:
            yield f"{name}: {value}"


def _paragraphs(text: Resolution) -> Iterator[str]:
    return (paragraph.anchor for paragraph in walk.with_items(walk.paragraphs(text)))


def _notes(text: Resolution) -> Iterator[str]:
    for note in text.footnotes:
        yield f"{note.anchor}: {note.resolved or note.text}"


def _citations(text: Resolution) -> Iterator[str]:
    for edge in edges([text]):
        yield f"{parted(edge.origin)[1]} → {_named(edge)}"


def _named(edge: Edge) -> str:
    named = edge.to or edge.instrument or edge.text
    return f"{named}, {edge.pinpoint}" if edge.pinpoint else named


def _themes(text: Resolution) -> Iterator[str]:
    return (f"{one.anchor}: {theme}" for one in walk.with_items(walk.paragraphs(text)) for theme in one.themes)


def _addressees(text: Resolution) -> Iterator[str]:
    return (f"{one.anchor}: {who}" for one in walk.with_items(walk.paragraphs(text)) for who in one.addressees)


def _corrections(text: Resolution) -> Iterator[str]:
    return (f"“{one.found}” → “{one.shown}” ({one.why})" for one in text.corrections)


_KINDS: Mapping[str, Callable[[Resolution], Iterable[str]]] = {
    "data": _metadata,
    "paragraphs": _paragraphs,
    "notes": _notes,
    "citations": _citations,
    "themes": _themes,
    "addressees": _addressees,
    "corrections": _corrections,
}
KINDS = (*_KINDS, "lineage")
"""The kinds of differences, in the order in which they are told."""


def _links_by_text(lineage: Lineage) -> Mapping[str, list[str]]:
    """The links of a lineage as words, under the later text of each."""
    found: dict[str, list[str]] = {}
    for link in lineage.links:
        symbol, anchor = parted(link.to)
        found.setdefault(symbol, []).append(f"{anchor} ← {link.origin} ({link.kind})")
    return found


# ---- gained and lost


def _said(lines_of: Callable[[Resolution], Iterable[str]], text: Resolution | None) -> Iterable[str]:
    return () if text is None else lines_of(text)


def _difference(before: Iterable[str], after: Iterable[str]) -> Difference:
    was, now = Counter(before), Counter(after)
    return Difference(tuple((now - was).elements()), tuple((was - now).elements()))


def _of_problems(before: Iterable[Problem], after: Iterable[Problem]) -> Difference:
    """The problems that are new and gone; each is shown with its line, and known again without it."""
    was, now = ({_what(one): one for one in sorted(found, reverse=True)} for found in (before, after))
    gained = problems.listed(one for what, one in now.items() if what not in was and one.code not in AT_RISK)
    lost = problems.listed(one for what, one in was.items() if what not in now)
    return Difference(gained, lost)


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message
