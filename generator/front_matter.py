"""What an editor wrote above a text: YAML between two lines of `---`, checked key by key.

Every fault is found at once, each with its line. A value at fault is left out and the rest is used; without a
readable `symbol` nothing is. Values are taken as they are written: `session: 60` is the words "60", a date is
`2004-12-20`, and `no` is not false.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args, get_origin

import msgspec
import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.model import ProposedCorrection, Supplied

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DATES = frozenset({"adopted", "distributed", "date"})
_DEEPEST = 40

Place = tuple[str | int, ...]
"""Where a value stands: ("corrections", 2, "line")."""


class _OnlyYamlError(Exception):
    """Something that YAML allows and a front matter does not, on a line of the file."""

    def __init__(self, line: int) -> None:
        self.line = line


class Original(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file that a text was taken from: its name and SHA-256, where it was got, when, and with which tool."""

    name: str
    sha256: str | None = None
    address: str | None = None
    date: str | None = None
    tool: str | None = None


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys that a corpus file may have."""

    symbol: str
    supplied: Supplied = Supplied()
    corrections: tuple[ProposedCorrection, ...] = ()
    original: Original | None = None


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong with a front matter, and the line of the file it stands on."""

    line: int
    code: str
    message: str


def split(text: str) -> tuple[str, str] | None:
    """Part a corpus file into its front matter and its body, the latter untouched; None where there is no block."""
    block = _BLOCK.match(text)
    return None if block is None else (block.group(1), text[block.end() :])


def opens(text: str) -> bool:
    """Whether a text begins as one with a front matter does."""
    return re.match(r"\ufeff?---[ \t]*\r?(?:\n|\Z)", text) is not None


def load(block: str) -> tuple[FrontMatter | None, tuple[Fault, ...]]:
    """Read a block of front matter: what can be used of it (None without a symbol), and every fault."""
    try:
        _refuse_what_only_yaml_can_say(block)
        tree = yaml.compose(block, Loader=yaml.BaseLoader)
        values = YAMLHandler().load(block, Loader=yaml.BaseLoader)
    except _OnlyYamlError as error:
        return None, (Fault(error.line, "front-matter-not-yaml", "aliases and deep nesting have no use here"),)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        return None, (Fault(line + 2, "front-matter-not-yaml", f"{error.problem or error}"),)
    except yaml.YAMLError as error:
        return None, (Fault(2, "front-matter-not-yaml", str(error)),)
    if not isinstance(values, dict):
        return None, (Fault(2, "front-matter-not-a-mapping", "a list of keys and values is expected here"),)
    lines = dict(_lines(tree, ()))
    repeated = tuple(_repeated_keys(tree, ()))
    for place, _ in repeated:
        _remove(values, place)
    usable, wrong = _checked(values, FrontMatter, ())
    faults = tuple(fault for _, fault in repeated) + tuple(
        Fault(_line(lines, place), code, message) for place, code, message in wrong
    )
    return msgspec.convert(usable, FrontMatter, strict=False) if "symbol" in usable else None, faults


def line_of(block: str, key: str) -> int:
    """The line of the file on which a key of a well-formed front matter stands."""
    return dict(_lines(yaml.compose(block, Loader=yaml.BaseLoader), ())).get((key,), 1)


def _refuse_what_only_yaml_can_say(block: str) -> None:
    """Raise at an alias (it can repeat itself without end) and where brackets are nested too deep."""
    depth = 0
    for event in yaml.parse(block, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            where = event.start_mark.line + 2 if event.start_mark else 2
            raise _OnlyYamlError(where)


def _lines(node: yaml.Node | None, place: Place) -> Iterator[tuple[Place, int]]:
    """Give the line in the file of every value below a node: the block begins on line 2."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*place, str(key.value)), key.start_mark.line + 2
            yield from _lines(value, (*place, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*place, index), value.start_mark.line + 2
            yield from _lines(value, (*place, index))


def _line(lines: Mapping[Place, int], place: Place) -> int:
    """The line of a value, or of the nearest thing around it that is there."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _repeated_keys(node: yaml.Node | None, place: Place) -> Iterator[tuple[Place, Fault]]:
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _repeated_keys(value, (*place, index))
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 2
            if name in first:
                message = f"`{name}` stands on line {first[name]} already; neither is used"
                yield (*place, name), Fault(line, "repeated-key", message)
            first.setdefault(name, line)
            yield from _repeated_keys(value, (*place, name))


def _remove(values: Any, place: Place) -> None:
    *steps, key = place
    for step in steps:
        values = values.get(step, {}) if isinstance(values, dict) else values[step]
    values.pop(key, None)


Wrong = tuple[Place, str, str]


def _checked(value: Any, kind: Any, place: Place) -> tuple[Any, list[Wrong]]:
    """Hold a value against its type: what of it can be used, and what cannot."""
    kinds = [part for part in get_args(kind) if part is not type(None)] or [kind]
    struct = next((part for part in kinds if isinstance(part, type) and issubclass(part, msgspec.Struct)), None)
    if struct is not None and get_origin(kind) is tuple:
        return _checked_list(value, struct, place)
    if struct is not None:
        return _checked_mapping(value, struct, place)
    if value == "":
        return None, [(place, "empty-value", f"`{place[-1]}` says nothing: fill it in or leave it out")]
    try:
        msgspec.convert(value, kind, strict=False)
        if place[-1] in _DATES:
            _check_date(value)
    except (msgspec.ValidationError, ValueError) as error:
        return None, [(place, "bad-date" if place[-1] in _DATES else "bad-value", f"`{place[-1]}`: {error}")]
    return value, []


def _check_date(value: str) -> None:
    try:
        written = date.fromisoformat(value).isoformat()
    except ValueError:
        written = ""
    if written != value:
        raise ValueError(f"“{value}” is not a date like 2004-12-20")


def _checked_list(value: Any, struct: type[msgspec.Struct], place: Place) -> tuple[Any, list[Wrong]]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return (), [(place, "bad-value", f"`{place[-1]}` is a list: begin each entry with a hyphen")]
    results = [_checked(entry, struct, (*place, index)) for index, entry in enumerate(value)]
    whole = [entry for entry, wrong in results if not wrong]
    return whole, [one for _, wrong in results for one in wrong]


def _named(place: Place) -> str:
    return f"entry {place[-1] + 1}" if isinstance(place[-1], int) else f"`{place[-1]}`"


def _checked_mapping(value: Any, struct: type[msgspec.Struct], place: Place) -> tuple[Any, list[Wrong]]:
    if not isinstance(value, Mapping):
        return {}, [(place, "bad-value", f"{_named(place)} holds keys and values")]
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    usable: dict[str, Any] = {}
    wrong: list[Wrong] = [
        ((*place, key), "unknown-key", f"`{key}` is none of {', '.join(fields)}") for key in value if key not in fields
    ]
    for name, field in fields.items():
        if name in value:
            usable[name], found = _checked(value[name], field.type, (*place, name))
            wrong += found
            if found and not usable[name]:
                del usable[name]
        elif field.required:
            wrong.append((place, f"missing-{name}", f"`{name}` is missing"))
    whole = all(name in usable for name, field in fields.items() if field.required)
    return usable if whole else {}, wrong
