"""Find what continues what: the links of a paragraph, the ladder it stands on, the series of a text."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache, partial

from generator import walk
from generator.lineage.model import Ladder, Lineage, Link, Member, Series
from generator.model import Paragraph, Resolution

_AT_HAND = 200  # texts whose paragraphs were asked for last


class Lookup:
    """The lineage of an edition, found by place ("A/RES/59/166#op18") and by symbol."""

    def __init__(self, lineage: Lineage, texts: Mapping[str, Resolution]) -> None:
        self.lineage = lineage
        self._paragraphs = lru_cache(_AT_HAND)(partial(_paragraphs, texts))

    @cached_property
    def before(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that lead to each place."""
        return _grouped((link.to, link) for link in self.lineage.links)

    @cached_property
    def after(self) -> Mapping[str, tuple[Link, ...]]:
        """The links that lead on from each place."""
        return _grouped((link.origin, link) for link in self.lineage.links)

    @cached_property
    def new(self) -> frozenset[str]:
        """The places that continue nothing."""
        return frozenset(self.lineage.new)

    @cached_property
    def dropped_in(self) -> Mapping[str, tuple[str, ...]]:
        """The places that each text no longer has."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.lineage.dropped:
            found[one.where] = (*found.get(one.where, ()), one.anchor)
        return found

    @cached_property
    def ladder_of(self) -> Mapping[str, Ladder]:
        """The ladder of each place that has more than one step."""
        return {place: one for one in self.lineage.ladders if len(one.places) > 1 for place in one.places}

    @cached_property
    def series_of(self) -> Mapping[str, Series]:
        """The series of each text that has one."""
        return {member.symbol: one for one in self.lineage.series for member in one.members}

    def paragraph(self, place: str) -> Paragraph:
        """Give the paragraph at a place."""
        symbol, anchor = parted(place)
        return self._paragraphs(symbol)[anchor]

    def words(self, place: str) -> str:
        """The words of a paragraph with those of its items."""
        return walk.all_words(self.paragraph(place))


def _paragraphs(texts: Mapping[str, Resolution], symbol: str) -> Mapping[str, Paragraph]:
    return {paragraph.anchor: paragraph for paragraph in walk.paragraphs(texts[symbol])}


def parted(place: str) -> tuple[str, str]:
    """Give the symbol and the anchor of a place."""
    symbol, _, anchor = place.partition("#")
    return symbol, anchor


def neighbours(lineage: Lineage) -> tuple[tuple[str, str], ...]:
    """Give the pairs of texts that have links between them, in order."""
    pairs = ((parted(link.origin)[0], parted(link.to)[0]) for link in lineage.links)
    return tuple(dict.fromkeys(pairs))


def before_and_after(series: Series, symbol: str) -> tuple[Member | None, Member | None]:
    """Give the members of a series that stand before and after one of them."""
    symbols = [member.symbol for member in series.members]
    at = symbols.index(symbol)
    before = series.members[at - 1] if at else None
    return before, series.members[at + 1] if at + 1 < len(symbols) else None


def _grouped(links: Iterable[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    found: dict[str, tuple[Link, ...]] = {}
    for place, link in links:
        found[place] = (*found.get(place, ()), link)
    return found
