"""What is wrong with an editor's judgements of the lineage: places that are not there, words that change nothing."""

from collections.abc import Iterator, Mapping

from generator import walk
from generator.lineage.alignment import align
from generator.lineage.judging import affirms, denies
from generator.lineage.lookup import parted
from generator.lineage.model import Link, Series
from generator.lineage.series import compared, near, rank_of, series_of
from generator.model import Judgement, Problem, Resolution, Severity
from generator.shelf import Shelf

_HAS_NOT = "has no such paragraph; an item has no link of its own"

Fault = tuple[Severity, str, str]
"""A severity, a code and a message."""


def judgement_faults(texts: Shelf) -> tuple[Problem, ...]:
    """Take all texts, give what is wrong with what editors say of their lineage, at its lines of the files."""
    judged = [texts[symbol] for symbol, head in texts.heads.items() if head.lineage]
    series = {member.symbol: one for one in series_of(texts.values()) for member in one.members} if judged else {}
    return tuple(
        Problem(text.source.path, one.line, code, severity, message)
        for text in judged
        for one in text.lineage
        for severity, code, message in _faults(one, text, texts, series.get(text.symbol))
    )


def _faults(
    one: Judgement, text: Resolution, texts: Mapping[str, Resolution], series: Series | None
) -> Iterator[Fault]:
    wrong = tuple(_errors(one, text, texts, series))
    yield from wrong
    if not wrong and series:
        yield from _idle(one, text, texts, series)


def _errors(
    one: Judgement, text: Resolution, texts: Mapping[str, Resolution], series: Series | None
) -> Iterator[Fault]:
    if one.to and one.to not in _anchors(text):
        yield _error("unknown-place", f"`{one.to}`: {text.symbol} {_HAS_NOT}")
    if one.origin:
        symbol, anchor = parted(one.origin)
        members = [member.symbol for member in series.members] if series else []
        if symbol not in texts:
            yield _error("unknown-place", f"`{one.origin}`: the corpus has no text {symbol}")
        elif anchor not in _anchors(texts[symbol]):
            yield _error("unknown-place", f"`{one.origin}`: {symbol} {_HAS_NOT}")
        elif symbol not in members:
            yield _error("another-series", f"{symbol} is of another series; place it or this text with `series`")
        elif members.index(symbol) >= members.index(text.symbol):
            yield _error("not-earlier", f"{symbol} is not earlier than {text.symbol}")
    others = [other for other in text.lineage if other is not one]
    if affirms(one) and any(
        denies(other, one.origin or "", f"#{one.to}") or (other.origin, other.to) == (one.origin, one.to)
        for other in others
    ):
        yield _error("contradiction", f"another entry says something else of `{one.origin}` and `{one.to}`")


def _idle(one: Judgement, text: Resolution, texts: Mapping[str, Resolution], series: Series) -> Iterator[Fault]:
    """Whether a judgement says only what is found without it."""
    rank = rank_of(series, text.symbol)
    origin = one.origin and parted(one.origin)[0]
    asked = (origin,) if origin else compared(series, rank)
    links = [link for symbol in asked for link in align(texts[symbol], text).links]
    if affirms(one):
        if origin in near(series, rank) and any(_says(one, link) for link in links):
            message = f"the link from `{one.origin}` to `{one.to}` is found without it"
            yield Severity.WARNING, "link-there-already", message
    elif not any(denies(one, link.origin, link.to) for link in links):
        yield Severity.WARNING, "no-such-link", "there is no link that this takes away"


def _says(one: Judgement, link: Link) -> bool:
    same = (link.origin, parted(link.to)[1]) == (one.origin, one.to)
    return same and one.kind in {None, link.kind}


def _anchors(text: Resolution) -> frozenset[str]:
    return frozenset(paragraph.anchor for paragraph in walk.paragraphs(text))


def _error(code: str, message: str) -> Fault:
    return Severity.ERROR, code, message
