"""Find the texts that continue one another: by their titles, by their agenda items and by whom they cite.

Texts of one title are a series, drafts with them, and so are those whose titles differ by a word if one cites the other
or both are of one session and agenda item; an editor places a text wherever he will. The organ that has most of the
texts is the main line; texts of other organs are siblings, and a text of another title is related. Membership orders
pages and says what is aligned with what; it decides no link.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.lineage.model import Branch, Member, Series
from generator.lineage.titles import identity, plain, united
from generator.linking.graph import edges
from generator.model import Resolution
from generator.shelf import head

_FIRST_YEAR = 1945  # the first regular session of the General Assembly was that of the year after
_LOOKED_BACK = 3  # texts: so that time grows with the length of a series, not with its square


def series_of(resolutions: Iterable[Resolution]) -> tuple[Series, ...]:
    """Take texts in any order, give their series of two texts and more, by id."""
    heads, cited = [], {}
    for text in resolutions:
        heads.append(head(text))
        cited[text.symbol] = _cited(text)
    in_order = sorted(heads, key=in_time)
    titled: dict[str, list[Resolution]] = {}
    for text in in_order:
        if text.title and not text.series:
            titled.setdefault(identity(text.title), []).append(text)
    titles_by_id = {one: texts[0].title or "" for one, texts in titled.items()}
    joined = united(titles_by_id, lambda one, other, longer: _akin(titled[one], titled[other], cited, longer=longer))
    ids = {one: (group[0], group) for group in joined for one in group}
    groups: dict[str, list[Resolution]] = {}
    titles: dict[str, tuple[str, ...]] = {}
    for text in in_order:
        own = text.series or (identity(text.title) if text.title else "")
        if own:
            name, titles_of = ids.get(own, (own, (own,)))
            groups.setdefault(name, []).append(text)
            titles[name] = titles_of
    return tuple(_series(name, texts, titles[name]) for name, texts in sorted(groups.items()) if len(texts) > 1)


def _akin(
    some: Sequence[Resolution], others: Sequence[Resolution], cited: Mapping[str, frozenset[str]], *, longer: bool
) -> bool:
    """Whether texts of two titles that differ by a word are of one series.

    One of them cites the other; or one title is only `longer` than the other, and two texts are of one agenda item.
    """
    return any(
        one.symbol in cited[other.symbol] or other.symbol in cited[one.symbol] or (longer and _of_one_item(one, other))
        for one in some
        for other in others
    )


def _of_one_item(one: Resolution, other: Resolution) -> bool:
    items = {(text.organ, text.session, text.agenda_item) for text in (one, other)}
    return len(items) == 1 and bool(one.session and one.agenda_item)


def _cited(text: Resolution) -> frozenset[str]:
    return frozenset(edge.to for edge in edges((text,)) if edge.to)


def in_time(text: Resolution) -> tuple[str, str]:
    """Give the key that puts texts in order of time; one without a date stands at the end of its session's year."""
    date = text.adopted or text.distributed
    if date is None and text.session and text.session.isdigit():
        date = f"{_FIRST_YEAR + int(text.session)}-12-31"
    return date or "9999", text.symbol


def _series(name: str, texts: Sequence[Resolution], titles: Collection[str]) -> Series:
    """A series of texts in order of time; its title is that of the latest text that has one of its titles."""
    own = [text for text in texts if _has_one_of(titles, text)] or texts
    organs = Counter(text.organ for text in own)
    main = max(organs, key=lambda organ: (organs[organ], str(organ)))
    title = own[-1].title
    return Series(name, plain(title) if title else name, tuple(_member(text, titles, main) for text in texts))


def _member(text: Resolution, titles: Collection[str], main: str | None) -> Member:
    branch = Branch.MAIN if text.organ == main else Branch.SIBLING
    if not _has_one_of(titles, text):
        branch = Branch.RELATED
    return Member(text.symbol, branch, text.status, text.session, text.adopted)


def _has_one_of(titles: Collection[str], text: Resolution) -> bool:
    return bool(text.title) and identity(text.title or "") in titles


def near(series: Series, rank: int) -> tuple[str, ...]:
    """Give the texts that a member continues directly: the last of the main line, and what came since beside it."""
    members, found = series.members, []
    for one in range(rank - 1, -1, -1):
        found.append(members[one].symbol)
        if members[one].branch is Branch.MAIN or members[rank].branch is not Branch.MAIN:
            break
    return tuple(found)


def compared(series: Series, rank: int) -> tuple[str, ...]:
    """Give the texts that a member is aligned with: those near, then those further back, the later first."""
    close = near(series, rank)
    back = (member.symbol for member in reversed(series.members[max(0, rank - _LOOKED_BACK) : rank]))
    return (*close, *(symbol for symbol in back if symbol not in close))


def rank_of(series: Series, symbol: str) -> int:
    """Give the place of a text in its series."""
    return next(rank for rank, member in enumerate(series.members) if member.symbol == symbol)
