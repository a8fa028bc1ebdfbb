"""Where a citation leads within the edition: to the text that is held, and to the anchor of the place that is named.

A text of several parts ("68/247 A–B") is held under each of their symbols. An instrument that a held text contains is
held there too. What is not held leads nowhere here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator import anchors, walk
from generator.linking.instruments import Instruments, Place
from generator.model import Resolution


class Home(msgspec.Struct, frozen=True):
    """The page that holds a document: the symbol it stands under, its anchors, and the part of it that is meant."""

    symbol: str
    anchors: frozenset[str]
    part: str | None = None


class Landing(msgspec.Struct, frozen=True):
    """A text of the edition, and the anchor there; None for the text as a whole."""

    symbol: str
    anchor: str | None


Held = Mapping[str, Home]
"""What an edition holds, by symbol."""

# annex II · paragraph 18 (b) (ii) · paras. 3 and 4 · preambular para. 3 · article 6 · section II
_STEP = re.compile(
    r"\b(?P<preambular>preambular )?(?:operative )?(?P<kind>annex|para|art|sect)[a-z]*\.?"
    r"(?: (?P<label>\d+|[IVXLC]+)(?P<items>(?: ?\([a-z0-9]+\))*))?",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# A/RES/68/247A-B · A/RES/2200A-C(XXI)
_COMPOSITE = re.compile(r"(?P<before>.*\d)(?P<first>[A-Z])-(?P<last>[A-Z])(?P<after>\(.*\))?")


def held_texts(resolutions: Iterable[Resolution]) -> Held:
    """Give what an edition holds; a text's own symbol goes before a part's of the same name."""
    homes = {text.symbol: Home(text.symbol, frozenset(walk.anchors(text))) for text in resolutions}
    parts = {
        symbol: Home(home.symbol, home.anchors, anchors.part(letter))
        for home in homes.values()
        for symbol, letter in _parts(home.symbol)
    }
    return parts | homes


def landing(
    symbol: str | None, pinpoint: str | None, instrument: str | None, held: Held, instruments: Instruments
) -> Landing | None:
    """Take what a citation names; give where it leads within the edition, None if nowhere."""
    entry = instruments.by_id.get(instrument or "")
    if not symbol and entry and entry.symbol:
        place = Place.of(entry.symbol)
        symbol, pinpoint = place.document, ", ".join(filter(None, (place.within, pinpoint)))
    home = held.get(symbol or "")
    return Landing(home.symbol, _anchor(pinpoint, home)) if home else None


def _parts(symbol: str) -> Iterator[tuple[str, str]]:
    """The symbols of the parts of a text of several, with their letters."""
    if found := _COMPOSITE.fullmatch(symbol):
        for code in range(ord(found["first"]), ord(found["last"]) + 1):
            yield f"{found['before']}{chr(code)}{found['after'] or ''}", chr(code)


def _anchor(pinpoint: str | None, home: Home) -> str | None:
    """The anchor that a place has on a page, or the nearest around it; None where the page has neither."""
    found = home.part if home.part in home.anchors else None
    for step in _STEP.finditer(pinpoint or ""):
        for anchor in _spelled(step, found):
            if anchor in home.anchors:
                found = anchor
    return found


def _spelled(step: re.Match[str], around: str | None) -> Iterator[str]:
    """The anchors that one step of a place may have, from the wide to the narrow."""
    label = step["label"]
    match step["kind"].lower():
        case "annex":
            place = _ROMAN.index(label) + 1 if label in _ROMAN else 1
            yield anchors.annex(place, among=place)
            yield anchors.annex(place, among=place + 1)
        case "sect" if label in _ROMAN:
            yield anchors.section(_ROMAN.index(label) + 1, f"{around}-" if around else "")
        case "art" if label:
            yield anchors.article(around or "", label)
        case "para" if label:
            yield from _paragraph(step, label, around)


def _paragraph(step: re.Match[str], label: str, around: str | None) -> Iterator[str]:
    """A paragraph, then its items; within a part or an annex by the numbering there."""
    prefix = f"{around}-" if around else ""
    if step["preambular"]:
        spellings = [anchors.preambular(int(label), prefix)] if label.isdigit() else []
    else:
        spellings = [anchors.operative(label, prefix)]
        spellings += [anchors.annex_paragraph(around, label, 0)] if around else []
    for anchor in spellings:
        yield anchor
        for item in re.findall(r"\((\w+)\)", step["items"]):
            anchor = anchors.item(anchor, item, 0)  # noqa: PLW2901 (an item of an item)
            yield anchor
