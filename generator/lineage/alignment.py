"""What a later text continues of an earlier one: links between their paragraphs, and what is new and was dropped.

`align` takes any two texts and asks nothing but these two, so that a text that is added to a corpus changes no link
among the others. First it asks whether the two are akin at all: whether enough of their paragraphs share words that
not every resolution holds. Of texts that are not, only strong links stay, and only if there are several, or if the
titles share a word of their subject: a single one is chance. In texts that are akin three more kinds of link are
sought: short paragraphs with the same words, duties that go on ("Requests the Secretary-General to report …"), and
clauses that moved.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from msgspec import UNSET
from rapidfuzz.distance import Indel

from generator.lineage.clauses import moved_clauses
from generator.lineage.judging import affirmed, left_by
from generator.lineage.matching import Pair, Shared, Sides, crosses, may_share, sharing, sides, whole_matches
from generator.lineage.model import Alignment, Link
from generator.lineage.profiles import UNIT, Content, Profile, profile
from generator.model import Judgement, LinkKind, Resolution, Witness

# A link tells of kinship by what not every resolution holds; texts are akin where one paragraph in five of the shorter
# one has such a link. Of 690 pairs of real texts on different subjects no two were.
_TELLING = 5 * UNIT
_AKIN = 0.2
_SHORT_TEXT = 3
_STILL_ITSELF = 0.75


def align(earlier: Resolution, later: Resolution, judgements: Iterable[Judgement] = ()) -> Alignment:
    """Give the links from the paragraphs of one text to those of another that continue them."""
    return align_profiles(profile(earlier), profile(later), judgements)


def align_profiles(earlier: Profile, later: Profile, judgements: Iterable[Judgement] = ()) -> Alignment:
    """Do the same for two texts that are made ready for comparison; an editor's judgements win over what is found."""
    given, said = sides(earlier, later), tuple(judgements)
    found = left_by(given, said, _scores(given))
    verdicts = affirmed(given, said)
    scores = {pair: _likeness(given, pair) for pair in verdicts} | found
    return Alignment(
        earlier=earlier.symbol,
        later=later.symbol,
        links=_links(given, scores, verdicts),
        new=_unlinked(later.contents, (at for _, at in scores)),
        dropped=_unlinked(earlier.contents, (at for at, _ in scores)),
    )


def may_continue(earlier: Profile, later: Profile, gone: Sequence[int], new: Sequence[int]) -> bool:
    """Whether `align_profiles` can link any of some paragraphs of one text with any of some of the other.

    It is asked first where few paragraphs are left to explain, and costs little then.
    """
    olds, news = [earlier.contents[at] for at in gone], [later.contents[at] for at in new]
    return not _same(olds).isdisjoint(_same(news)) or may_share(earlier, later, gone, new)


def _same(contents: Iterable[Content]) -> set[Hashable]:
    """By what paragraphs are the same, whatever they share otherwise."""
    return {sameness(content) for content in contents for sameness in (_wording, _duty)} - {None}


def _scores(given: Sides) -> dict[Pair, float]:
    """The pairs that are linked, and how similar they are."""
    found = sharing(given)
    matches = whole_matches(found)
    strong = [pair for pair in matches if found[pair].telling >= _TELLING]
    shorter = min(len(given.earlier.contents), len(given.later.contents))
    if strong and (shorter <= _SHORT_TEXT or len(strong) >= max(2, _AKIN * shorter)):
        return _scores_of_kin(given, found, matches)
    chance = 0 if given.earlier.subject & given.later.subject else 1
    return {pair: found[pair].similarity for pair in strong} if len(strong) > chance else {}


def _scores_of_kin(given: Sides, found: Mapping[Pair, Shared], matches: Iterable[Pair]) -> dict[Pair, float]:
    scores = {pair: found[pair].similarity for pair in matches}
    for sameness in (_wording, _duty):
        scores |= {pair: _likeness(given, pair) for pair in _in_order(given, scores, sameness)}
    moved = moved_clauses(given, found, tuple(scores))
    return scores | {pair: clause.part for pair, clause in moved.items()}


def _wording(content: Content) -> tuple[str, ...]:
    return content.words.lower


def _duty(content: Content) -> Hashable:
    return content.duty and (content.part, content.duty)


def _in_order(given: Sides, linked: Iterable[Pair], sameness: Callable[[Content], Hashable]) -> list[Pair]:
    """Pair what is not linked yet and is the same by some measure: first with first, second with second."""
    origins, continued = {at for at, _ in linked}, {at for _, at in linked}
    waiting: dict[Hashable, list[int]] = {}
    for at, content in enumerate(given.earlier.contents):
        if at not in origins:
            waiting.setdefault(sameness(content), []).append(at)
    waiting.pop(None, None)
    pairs = []
    for at, content in enumerate(given.later.contents):
        if at not in continued and (same := waiting.get(sameness(content))):
            pairs.append((same.pop(0), at))
    return [pair for pair in pairs if not crosses(given, pair)]


def _likeness(given: Sides, pair: Pair) -> float:
    """How much of two paragraphs is the same words in the same order, 0 to 1."""
    before, after = given.earlier.contents[pair[0]].words.lower, given.later.contents[pair[1]].words.lower
    return Indel.normalized_similarity(before, after)


def _links(given: Sides, scores: Mapping[Pair, float], verdicts: Mapping[Pair, Judgement]) -> tuple[Link, ...]:
    continuations = Counter(at for at, _ in scores)
    ancestors = Counter(at for _, at in scores)
    links = []
    for pair, score in sorted(scores.items()):
        verdict = verdicts.get(pair)
        alone = continuations[pair[0]] == ancestors[pair[1]] == 1
        said = verdict.kind if verdict else None
        links.append(
            Link(
                origin=given.earlier.contents[pair[0]].place,
                to=given.later.contents[pair[1]].place,
                kind=LinkKind(said) if said else _kind(_likeness(given, pair), alone=alone),
                score=round(min(score, 1.0), 2),
                by=Witness.EDITOR if verdict else UNSET,
            )
        )
    return tuple(links)


def _kind(likeness: float, *, alone: bool) -> LinkKind:
    """A paragraph that took in or gave away a clause, but is otherwise its old self, is still amended."""
    if likeness == 1.0:
        return LinkKind.VERBATIM
    return LinkKind.AMENDED if alone or likeness >= _STILL_ITSELF else LinkKind.MERGED


def _unlinked(side: Iterable[Content], linked: Iterable[int]) -> tuple[str, ...]:
    known = set(linked)
    return tuple(content.place for at, content in enumerate(side) if at not in known)
