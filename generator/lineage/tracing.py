"""Trace every paragraph of a corpus through its series: links, what is new, what was dropped, and the ladders.

Each text is aligned with the one before it on the main line, and with those beside the line that came since. What is
then still new is looked for in the last few texts, where it may have been dropped and come back.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from generator.lineage.alignment import align_profiles, may_continue
from generator.lineage.ladders import ladders
from generator.lineage.model import Alignment, Branch, Drop, Lineage, Member, Series
from generator.lineage.profiles import Profile, profile
from generator.lineage.series import series_of
from generator.model import Resolution

_LOOKED_BACK = 3  # texts: so that time grows with the length of a series, not with its square


def lineage(resolutions: Iterable[Resolution]) -> Lineage:
    """Take texts in any order, give their lineage. A text more changes no link among the others."""
    texts = {text.symbol: text for text in resolutions}
    series = series_of(texts.values())
    traced = [step for one in series for step in _steps(one, texts)]
    links = tuple(sorted(chain.from_iterable(step.links for step in traced), key=lambda one: (one.origin, one.to)))
    continued = {link.to for link in links}
    beside = {member.symbol: member.branch for one in series for member in one.members}
    on_line = [step for step in traced if beside[step.later] is Branch.MAIN]
    new = dict.fromkeys(place for step in on_line for place in step.new if place not in continued)
    dropped = tuple(
        Drop(place, step.later)
        for step in on_line
        if beside[step.earlier] is not Branch.RELATED
        for place in step.dropped
    )
    order = {member.symbol: rank for one in series for rank, member in enumerate(one.members)}
    return Lineage(series, links, tuple(new), dropped, ladders(links, order))


def _steps(series: Series, texts: Mapping[str, Resolution]) -> Iterator[Alignment]:
    """The alignments of a series; of those with texts further back only what the nearer ones do not explain."""
    members = series.members
    profiles: dict[str, Profile] = {}
    continued: set[str] = set()
    for place, member in enumerate(members):
        before = members[:place]
        near = tuple(_near(before, member))
        further = tuple(one for one in before[-_LOOKED_BACK:] if one not in near)
        needed = {one.symbol for one in (*near, *further)}
        profiles = {symbol: one for symbol, one in profiles.items() if symbol in needed}
        own = profiles[member.symbol] = profile(texts[member.symbol])
        aligned = [align_profiles(profiles[one.symbol], own) for one in near]
        found = {link.to for one in aligned for link in one.links}
        for one in aligned:
            continued.update(link.origin for link in one.links)
            yield one
        for far in reversed(further):
            again = _come_back(profiles[far.symbol], own, continued, found)
            found.update(link.to for link in again.links)
            continued.update(link.origin for link in again.links)
            yield again


def _come_back(earlier: Profile, later: Profile, continued: Container[str], found: Container[str]) -> Alignment:
    """What an earlier text explains of a later one that the texts between them do not."""
    gone = [at for at, content in enumerate(earlier.contents) if content.place not in continued]
    new = [at for at, content in enumerate(later.contents) if content.place not in found]
    links = align_profiles(earlier, later).links if may_continue(earlier, later, gone, new) else ()
    left = tuple(link for link in links if link.to not in found and link.origin not in continued)
    return Alignment(earlier.symbol, later.symbol, left, (), ())


def _near(before: tuple[Member, ...], member: Member) -> Iterator[Member]:
    """The texts that one continues directly: the last of the main line, and those beside it that came since."""
    for one in reversed(before):
        yield one
        if one.branch is Branch.MAIN or member.branch is not Branch.MAIN:
            return
