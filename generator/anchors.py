"""The one place that spells an anchor.

The scheme is a promise to everybody who ever linked to a paragraph (docs/decisions/0001): `pp3`, `op18`, `op5bis`,
`op5-b-ii`, `opu1`, `s2-op1`, `a-op3`, `annex2-p7-a`, `annex-art3-p1`, `fn:5`. An anchor comes from what is printed and,
where nothing is printed, from the order; never from the words.
"""

import re

SIGNS = {"*": "star", "†": "dagger", "‡": "ddagger"}
"""The signs that label notes, and what they are called in an address."""

_ORDINALS = {2: "2nd", 3: "3rd"}


def preambular(place: int, prefix: str = "") -> str:
    """The preambular paragraph at `place`, counted from 1."""
    return f"{prefix}pp{place}"


def operative(label: str, prefix: str = "") -> str:
    """The operative paragraph printed as `label`: "18" or "5 bis"."""
    return f"{prefix}op{plain(label)}"


def unnumbered(place: int, prefix: str = "", *, among_numbered: bool) -> str:
    """An operative paragraph without number: by its order, apart from the numbered ones where there are any."""
    return f"{prefix}opu{place}" if among_numbered else f"{prefix}op{place}"


def item(parent: str, label: str | None, place: int) -> str:
    """An item of `parent`: by its printed label, or by its order where it has none."""
    return f"{parent}-{plain(label)}" if label and plain(label) else f"{parent}-n{place}"


def section(place: int, prefix: str = "") -> str:
    """The heading of the section at `place`."""
    return f"{prefix}s{place}"


def part(letter: str) -> str:
    """The heading of a part of a composite text."""
    return letter.lower()


def annex(place: int, among: int) -> str:
    """The annex at `place` of `among` annexes: a single one carries no number."""
    return "annex" if among == 1 else f"annex{place}"


def article(parent: str, label: str) -> str:
    """An article of an annex, or of the text itself where `parent` is empty, by its printed number."""
    return f"{parent}-art{plain(label)}" if parent else f"art{plain(label)}"


def annex_paragraph(parent: str, label: str | None, place: int) -> str:
    """A paragraph of an annex, a section or an article of one: by its number, or by its order."""
    return f"{parent}-p{plain(label)}" if label and plain(label) else f"{parent}-pu{place}"


def footnote(label: str, prefix: str = "") -> str:
    """A note, by its printed label: `fn:5`; signs are spelled out."""
    return f"fn:{prefix}{footnote_name(label)}"


def footnote_name(label: str) -> str:
    """A note's label as it stands in an address: "5", "star", "star2", "dagger"."""
    name = next((name for sign, name in SIGNS.items() if sign in label), None)
    if name is None:
        return plain(label)
    return name if len(label) == 1 else f"{name}{len(label)}"


def again(anchor: str, times: int) -> str:
    """The anchor of something printed a second or third time under the same label."""
    return f"{anchor}-{_ORDINALS.get(times, f'{times}th')}"


def plain(label: str) -> str:
    """A label as anchors spell it: lower case letters and digits."""
    return re.sub(r"[^a-z0-9]", "", label.lower())


class Register:
    """The anchors given so far in one document, so that none is given twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def unique(self, anchor: str) -> str:
        """`anchor`, or the same with "-2nd" and so on where it is taken already."""
        times = self._given.get(anchor, 0) + 1
        self._given[anchor] = times
        if times == 1:
            return anchor
        return self.unique(again(anchor, times))
