"""An editor's word on the index: it wins over the rules, and what it says must exist."""

from collections.abc import Container, Iterable, Iterator, Mapping

from generator import walk
from generator.indexing.assigning import EDITOR
from generator.model import Ground, Index, Override, Problem, Resolution, Severity

_FILES = {Index.THEME: "corpus/themes.yml", Index.ADDRESSEE: "corpus/addressees.yml"}

Known = Mapping[Index, Container[str]]
"""The ids that the authority files hold."""


def overridden(grounds: Iterable[Ground], override: Override | None, known: Container[str]) -> tuple[Ground, ...]:
    """Take the grounds of a paragraph; give those of the ids that an editor left there, and his own."""
    if override is None:
        return tuple(grounds)
    added = (Ground(override.index, one, EDITOR, override.anchor) for one in override.add if one in known)
    return (*(ground for ground in grounds if ground.id not in override.remove), *added)


def override_faults(resolution: Resolution, overrides: Iterable[Override], known: Known) -> tuple[Problem, ...]:
    """Give what is wrong with an editor's overrides of a text, at their lines of the file."""
    anchors = {paragraph.anchor for paragraph in walk.with_items(walk.paragraphs(resolution))}
    return tuple(
        Problem(resolution.source.path, override.line, code, Severity.ERROR, message)
        for override in overrides
        for code, message in _faults(override, anchors, known[override.index])
    )


def _faults(override: Override, anchors: set[str], known: Container[str]) -> Iterator[tuple[str, str]]:
    if override.anchor not in anchors:
        yield (
            "unknown-anchor",
            f"`{override.anchor}`: no paragraph has that anchor; 5 (b) is op5-b, the third recital pp3",
        )
    for one in (*override.add, *override.remove):
        if one not in known:
            yield f"unknown-{override.index}", f"“{one}” is no id that {_FILES[override.index]} holds"
    for one in sorted({*override.add} & {*override.remove}):
        yield "contradiction", f"`{override.anchor}`: {one} is added and removed"
