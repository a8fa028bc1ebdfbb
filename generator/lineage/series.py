"""Find the texts that continue one another: those of one title, in order of time, and those an editor places there.

The organ that has most of the texts is the main line, drafts with it; texts of other organs are siblings, and a text of
another title is related. Membership orders pages and says what is aligned with what; it decides no link.
"""

import re
from collections import Counter
from collections.abc import Iterable

from generator.lineage.model import Branch, Member, Series
from generator.model import Resolution

_FIRST_YEAR = 1945  # the first regular session of the General Assembly was that of the year after
_LONGEST_ID = 60
_LOOKED_BACK = 3  # texts: so that time grows with the length of a series, not with its square


def series_of(resolutions: Iterable[Resolution]) -> tuple[Series, ...]:
    """Take texts in any order, give their series of two texts and more, by id."""
    groups: dict[str, list[Resolution]] = {}
    for text in resolutions:
        name = text.series or (identity(text.title) if text.title else "")
        if name:
            groups.setdefault(name, []).append(text)
    return tuple(_series(name, texts) for name, texts in sorted(groups.items()) if len(texts) > 1)


def identity(title: str) -> str:
    """Give the id of the series that a title belongs to: "trafficking-in-women-and-girls"."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return slug[:_LONGEST_ID].rstrip("-")


def in_time(text: Resolution) -> tuple[str, str]:
    """Give the key that puts texts in order of time; one without a date stands at the end of its session's year."""
    date = text.adopted or text.distributed
    if date is None and text.session and text.session.isdigit():
        date = f"{_FIRST_YEAR + int(text.session)}-12-31"
    return date or "9999", text.symbol


def _series(name: str, texts: list[Resolution]) -> Series:
    in_order = sorted(texts, key=in_time)
    own = [text for text in in_order if text.title and identity(text.title) == name] or in_order
    organs = Counter(text.organ for text in own)
    main = max(organs, key=lambda organ: (organs[organ], str(organ)))
    return Series(name, own[-1].title or name, tuple(_member(text, name, main) for text in in_order))


def _member(text: Resolution, name: str, main: str | None) -> Member:
    branch = Branch.MAIN if text.organ == main else Branch.SIBLING
    if not text.title or identity(text.title) != name:
        branch = Branch.RELATED
    return Member(text.symbol, branch, text.status, text.session, text.adopted)


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
