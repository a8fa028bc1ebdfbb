"""Why a paragraph stands where it does, in words: a line a ground."""

from collections.abc import Iterable

from generator.model import Ground, Override, Paragraph


def explained(paragraph: Paragraph, overrides: Iterable[Override]) -> tuple[str, ...]:
    """Give a line for each theme and addressee of a paragraph and each rule that put it there, the primary first.

    What an editor took away comes last.
    """
    removed = (
        f"{override.index} {identity}: taken away by the editor"
        for override in overrides
        if override.anchor == paragraph.anchor
        for identity in override.remove
    )
    lines = (*map(_line, paragraph.grounds), *removed)
    return lines or (f"{paragraph.anchor} has no theme and no addressee",)


def _line(ground: Ground) -> str:
    if ground.text is None or ground.at is None:
        return f"{ground.index} {ground.id}: added by the {ground.rule} ({ground.anchor})"
    place = f"{ground.anchor}, character {ground.at + 1}"
    return f"{ground.index} {ground.id}: “{ground.text}” ({place}) by the rule: {ground.rule}"
