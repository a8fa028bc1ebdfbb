"""The vocabularies that themes are linked to: what they are called, and what their codes look like."""

import re
from enum import StrEnum

_NUMBER = re.compile(r"[1-9]\d*")
_TARGET = re.compile(r"(\d{1,2})\.(?:([1-9]\d?)|([a-d]))")
# The last numbered and the last lettered target of each Sustainable Development Goal.
_LAST_TARGETS = {
    1: (5, "b"), 2: (5, "c"), 3: (9, "d"), 4: (7, "c"), 5: (6, "c"), 6: (6, "b"), 7: (3, "b"), 8: (10, "b"),
    9: (5, "c"), 10: (7, "c"), 11: (7, "c"), 12: (8, "c"), 13: (3, "b"), 14: (7, "c"), 15: (9, "c"), 16: (10, "b"),
    17: (19, ""),
}  # fmt: skip


class Vocabulary(StrEnum):
    """A vocabulary whose concepts have addresses."""

    SDG = "sdg"
    UNBIS = "unbis"
    EUROVOC = "eurovoc"

    @property
    def full_name(self) -> str:
        """What readers know it as."""
        return {"sdg": "Sustainable Development Goals", "unbis": "UNBIS Thesaurus", "eurovoc": "EuroVoc"}[self]


def exists(vocabulary: Vocabulary, code: str) -> bool:
    """Whether a code can be one of the vocabulary's. The targets of the Goals are known, the thesauri are not."""
    return _is_target(code) if vocabulary is Vocabulary.SDG else _NUMBER.fullmatch(code) is not None


def _is_target(code: str) -> bool:
    found = _TARGET.fullmatch(code)
    number, letter = _LAST_TARGETS.get(int(found[1]), (0, "")) if found else (0, "")
    return found is not None and (int(found[2]) <= number if found[2] else found[3] <= letter)
