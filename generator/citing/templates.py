"""A citation with slots: its words, and between them where the place and the address stand.

A template is data, so that the page's script fills the very templates that the generator fills.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum


class Slot(IntEnum):
    """What is filled in later: the words of a place, and the address."""

    PLACE = 0
    ADDRESS = 1


Template = tuple[str | Slot, ...]


def listed(parts: Iterable[Template], between: str = ", ") -> Template:
    """Put templates in a row, with `between` between those that say something."""
    row: list[str | Slot] = []
    for part in filter(None, parts):
        row += [between, *part] if row else part
    return joined(row)


def joined(pieces: Iterable[str | Slot]) -> Template:
    """Give the pieces with neighbouring words made one."""
    whole: list[str | Slot] = []
    for piece in pieces:
        if isinstance(piece, str) and whole and isinstance(whole[-1], str):
            whole[-1] += piece
        else:
            whole.append(piece)
    return tuple(whole)


def escaped(template: Template, escape: Callable[[str], str]) -> Template:
    """Give a template with its words escaped; the slots are filled with words that are escaped already."""
    return tuple(piece if isinstance(piece, Slot) else escape(piece) for piece in template)


def filled(template: Template, place: str, address: str) -> str:
    """Give the citation."""
    words = (place, address)
    return "".join(words[piece] if isinstance(piece, Slot) else piece for piece in template)
