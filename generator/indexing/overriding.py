"""An editor's word on the index: it wins over the rules, and what it says must exist."""

from collections.abc import Iterable, Iterator

from generator import walk
from generator.indexing.assigning import EDITOR
from generator.indexing.themes import PATH, Themes
from generator.model import Ground, Index, Override, Problem, Resolution, Severity


def overridden(grounds: tuple[Ground, ...], override: Override | None, themes: Themes) -> tuple[Ground, ...]:
    """Take the grounds of a paragraph; give those of the themes that an editor left there, and his own."""
    if override is None:
        return grounds
    added = (Ground(Index.THEME, theme, EDITOR, override.anchor) for theme in override.add if theme in themes.by_id)
    return (*(ground for ground in grounds if ground.id not in override.remove), *added)


def override_faults(resolution: Resolution, overrides: Iterable[Override], themes: Themes) -> tuple[Problem, ...]:
    """Give what is wrong with an editor's overrides of a text, at their lines of the file."""
    anchors = {paragraph.anchor for paragraph in walk.with_items(walk.paragraphs(resolution))}
    return tuple(
        Problem(resolution.source.path, override.line, code, Severity.ERROR, message)
        for override in overrides
        for code, message in _faults(override, anchors, themes)
    )


def _faults(override: Override, anchors: set[str], themes: Themes) -> Iterator[tuple[str, str]]:
    if override.anchor not in anchors:
        yield (
            "unknown-anchor",
            f"`{override.anchor}`: no paragraph has that anchor; 5 (b) is op5-b, the third recital pp3",
        )
    if override.index is not Index.THEME:
        return
    for theme in (*override.add, *override.remove):
        if theme not in themes.by_id:
            yield "unknown-theme", f"“{theme}” is the id of no theme that {PATH} holds"
    for theme in sorted({*override.add} & {*override.remove}):
        yield "contradiction", f"`{override.anchor}`: {theme} is added and removed"
