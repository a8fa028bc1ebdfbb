"""An editor's word on the lineage: it wins over what is found.

A judgement says that a paragraph continues a place, or that it does not; `affirmed` and `left_by` say so of pairs of
paragraphs of two texts. What an editor names must exist: see `faults`.
"""

from collections.abc import Iterable, Mapping

from generator.lineage.matching import Pair, Sides
from generator.model import Judgement

NO_KIND = "none"


def affirms(one: Judgement) -> bool:
    """Whether a judgement says that there is a link."""
    return bool(one.origin and one.to) and one.kind != NO_KIND


def denies(one: Judgement, origin: str, to: str) -> bool:
    """Whether a judgement says that there is no link from a place to another."""
    if affirms(one):
        return False
    return one.origin in {None, origin} and (one.to is None or to.endswith(f"#{one.to}"))


def affirmed(given: Sides, judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """Give the pairs of paragraphs of two texts that the editor of the later one says are linked."""
    earlier, later = ({content.place: at for at, content in enumerate(side.contents)} for side in given[:2])
    return {
        (earlier[one.origin], later[to]): one
        for one in judgements
        if affirms(one) and one.origin in earlier and (to := f"{given.later.symbol}#{one.to}") in later
    }


def left_by(given: Sides, judgements: Iterable[Judgement], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """Give the pairs that the editor of the later text leaves as they were found."""
    denying = tuple(one for one in judgements if not affirms(one))
    return {
        pair: score
        for pair, score in scores.items()
        if not any(
            denies(one, *(side.contents[at].place for side, at in zip(given[:2], pair, strict=True))) for one in denying
        )
    }
