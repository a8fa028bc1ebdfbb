"""Say of the paragraphs of a text whom they ask, and what they do."""

from collections.abc import Mapping, Sequence

import msgspec

from generator import walk
from generator.indexing.addressees import PATH, Addressees
from generator.indexing.asked import asked
from generator.indexing.kinds import kind_of
from generator.indexing.noun_phrases import BODIES
from generator.indexing.overriding import overridden
from generator.model import Kind, Override, Paragraph, Part, Problem, Resolution, Severity

_THINGS = ("ment", "ments", "ion", "ions", "ance", "ence", "ity", "ness", "ship", "ing", "use", "access")


def with_addressees(resolution: Resolution, said: Mapping[str, Override], addressees: Addressees) -> Resolution:
    """Take a text, an editor's words by anchor, and the authority file; give it with the addressees and the kinds.

    Whom an item asks, its paragraph asks; the item's ground names the item. Where a paragraph asks somebody whom no
    entry of the file names, and nobody else, a warning says so.
    """
    problems: list[Problem] = []

    def addressed(paragraph: Paragraph, part: Part) -> Paragraph:
        found, kind = asked(paragraph, addressees), kind_of(paragraph, part)
        grounds = overridden(found.grounds, said.get(paragraph.anchor), addressees.by_id)
        unknown = tuple(filter(_may_be_somebody, found.unknown))
        if kind is Kind.DIRECTIVE and unknown and not grounds and addressees.by_id:
            problems.append(_unknown(resolution.source.path, paragraph, unknown))
        return msgspec.structs.replace(
            paragraph,
            kind=kind,
            addressees=tuple(dict.fromkeys(ground.id for ground in grounds)),
            grounds=(*paragraph.grounds, *grounds),
        )

    changed = walk.changed(resolution, addressed)
    return msgspec.structs.replace(changed, problems=tuple(sorted({*changed.problems, *problems})))


def _may_be_somebody(phrase: str) -> bool:
    """Whether a phrase that no entry names may be somebody: "airlines", "the Commission", not "the development"."""
    noun = phrase.rsplit(maxsplit=1)[-1]
    return noun[0].isupper() or noun.lower() in BODIES or not noun.endswith(_THINGS)


def _unknown(path: str, paragraph: Paragraph, phrases: Sequence[str]) -> Problem:
    quoted = " and ".join(f"“{phrase}”" for phrase in phrases)
    message = (
        f"{paragraph.anchor} asks {quoted}, whom no entry of {PATH} names: add the name there, or say in the text's "
        "front matter whom it asks"
    )
    return Problem(path, paragraph.lines[0][0], "addressee-unknown", Severity.WARNING, message)
