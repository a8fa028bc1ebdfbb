"""Trace every paragraph of a corpus through its series: links, what is new, what was dropped, and the ladders.

Each text is aligned with the one before it on the main line, and with those beside the line that came since. What is
then still new is looked for in the last few texts, where it may have been dropped and come back.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import UNSET

from generator.lineage.alignment import align_profiles, may_continue
from generator.lineage.judging import affirms
from generator.lineage.ladders import ladders
from generator.lineage.lookup import parted
from generator.lineage.model import Alignment, Branch, Drop, Lineage, Series
from generator.lineage.profiles import Profile, profile
from generator.lineage.series import compared, near, series_of
from generator.lineage.strength import Verbs, weighed
from generator.model import Judgement, Resolution

_NO_SCALE = Verbs()

Tracer = Callable[[Sequence[Series], Mapping[str, Resolution]], Iterable[Sequence[Alignment]]]
"""Takes series and the texts by symbol; gives the alignments of each series."""


def trace(series: Sequence[Series], texts: Mapping[str, Resolution]) -> Iterator[Sequence[Alignment]]:
    """Give the alignments of each series, in its order."""
    return (tuple(_steps(one, texts)) for one in series)


def lineage(
    resolutions: Iterable[Resolution] | Mapping[str, Resolution], verbs: Verbs = _NO_SCALE, tracer: Tracer = trace
) -> Lineage:
    """Take texts in any order, or by symbol, and how strongly verbs ask; give their lineage.

    A text more changes no link among the others.
    """
    texts = resolutions if isinstance(resolutions, Mapping) else {text.symbol: text for text in resolutions}
    series = series_of(texts.values())
    traced = tuple(chain.from_iterable(tracer(series, texts)))
    found = sorted(chain.from_iterable(step.links for step in traced), key=lambda one: (one.origin, one.to))
    links = tuple(weighed(found, texts, verbs))
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
    profiles: dict[str, Profile] = {}
    continued: set[str] = set()
    for rank, member in enumerate(series.members):
        text = texts[member.symbol]
        close, every = near(series, rank), compared(series, rank)
        named = _named_by_the_editor(text, series, rank)
        profiles = {one: profiles.get(one) or profile(texts[one]) for one in (*every, *named)}
        own = profile(text)
        aligned = [align_profiles(profiles[one], own, text.lineage) for one in close]
        yield from aligned
        found = {link.to for one in aligned for link in one.links}
        continued.update(link.origin for one in aligned for link in one.links)
        for one in every[len(close) :]:
            again = _come_back(profiles[one], own, text.lineage, continued, found)
            found.update(link.to for link in again.links)
            continued.update(link.origin for link in again.links)
            yield again
        for one in named:
            yield _judged_alone(align_profiles(profiles[one], own, text.lineage))
        profiles[text.symbol] = own


def _named_by_the_editor(text: Resolution, series: Series, rank: int) -> tuple[str, ...]:
    """The texts of a series that a judgement of a text names and that it is not compared with anyway."""
    named = {parted(one.origin)[0] for one in text.lineage if one.origin and affirms(one)}
    others = named.difference(compared(series, rank))
    return tuple(member.symbol for member in series.members[:rank] if member.symbol in others) if others else ()


def _judged_alone(found: Alignment) -> Alignment:
    return Alignment(found.earlier, found.later, tuple(link for link in found.links if link.by is not UNSET), (), ())


def _come_back(
    earlier: Profile,
    later: Profile,
    judgements: tuple[Judgement, ...],
    continued: Container[str],
    found: Container[str],
) -> Alignment:
    """What an earlier text explains of a later one that the texts between them do not."""
    gone = [at for at, content in enumerate(earlier.contents) if content.place not in continued]
    new = [at for at, content in enumerate(later.contents) if content.place not in found]
    asked = judgements or may_continue(earlier, later, gone, new)
    links = align_profiles(earlier, later, judgements).links if asked else ()
    left = (link for link in links if link.by is not UNSET or (link.to not in found and link.origin not in continued))
    return Alignment(earlier.symbol, later.symbol, tuple(left), (), ())
