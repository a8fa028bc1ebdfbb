"""Why a paragraph stands where it does, in words: a line a ground."""

from generator.model import Ground, Paragraph


def explained(paragraph: Paragraph) -> tuple[str, ...]:
    """Give a line for each theme and addressee of a paragraph and each rule that put it there, the primary first."""
    return tuple(map(_line, paragraph.grounds)) or (f"{paragraph.anchor} has no theme and no addressee",)


def _line(ground: Ground) -> str:
    if ground.text is None or ground.at is None:
        return f"{ground.index} {ground.id}: said by the {ground.rule}, of {ground.anchor}"
    place = f"{ground.anchor}, character {ground.at + 1}"
    return f"{ground.index} {ground.id}: “{ground.text}” ({place}) by the rule: {ground.rule}"
