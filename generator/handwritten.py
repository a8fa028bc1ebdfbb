"""YAML that an editor wrote, held against a type: every fault at once, each with its line and what to do.

Values are taken as they are written: `session: 60` is the words "60", a date is `2004-12-20`, and `no` is not false.
A value at fault is left out and the rest is used. Front matters and authority files are read here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args, get_origin

import msgspec
import yaml
from frontmatter.default_handlers import YAMLHandler

_DATES = frozenset({"adopted", "distributed", "date"})
_DEEPEST = 40
_HALF = re.compile("[\ud800-\udfff]")  # no file in UTF-8 can hold it
_COMPILED = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes a tenth of the time, where there is one

Place = tuple[str | int, ...]
"""Where a value stands: ("corrections", 2, "line")."""

Wrong = tuple[Place, str, str]
"""A place, a code and a message."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong with what an editor wrote, and the line of the file it stands on."""

    line: int
    code: str
    message: str


class _OnlyYamlError(Exception):
    """Something that YAML allows and an editor has no use for, on a line counted from 0."""

    def __init__(self, line: int) -> None:
        self.line = line


class Sheet(msgspec.Struct, frozen=True):
    """What was written: its values, where each stands, and the keys that were written twice."""

    values: Any
    lines: Mapping[Place, int]
    repeated: tuple[Fault, ...]

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(text: str, first_line: int = 1) -> Sheet | Fault:
    """Take YAML whose first line is line `first_line` of its file; give what it says, or why it is not YAML."""
    sheet = _read(text, first_line, _COMPILED)
    if isinstance(sheet, Fault):  # the loader that is not compiled knows better what is wrong, and where
        return _read(text, first_line, yaml.BaseLoader)
    return sheet


def _read(text: str, first_line: int, loader: Any) -> Sheet | Fault:
    try:
        _refuse_what_only_yaml_can_say(text, loader)
        tree = yaml.compose(text, Loader=loader)
        values = YAMLHandler().load(text, Loader=loader)
    except _OnlyYamlError as error:
        return Fault(
            error.line + first_line, "not-yaml", "aliases, deep nesting and halves of characters have no use here"
        )
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        return Fault(line + first_line, "not-yaml", f"{error.problem or error}")
    except yaml.YAMLError as error:
        return Fault(first_line, "not-yaml", str(error))
    lines = {place: line + first_line for place, line in _lines(tree, ())}
    repeated = tuple(_repeated_keys(tree, (), first_line))
    for place, _ in repeated:
        _remove(values, place)
    return Sheet(values, lines, tuple(fault for _, fault in repeated))


def checked(value: Any, kind: Any, place: Place) -> tuple[Any, list[Wrong]]:
    """Hold a value against its type: what of it can be used, and what cannot."""
    kinds = [part for part in get_args(kind) if part is not type(None)] or [kind]
    struct = next((part for part in kinds if isinstance(part, type) and issubclass(part, msgspec.Struct)), None)
    if struct is not None and get_origin(kind) is tuple:
        return _checked_list(value, struct, place)
    if struct is not None and get_origin(kind) is dict:
        return _checked_table(value, struct, place)
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
    results = [checked(entry, struct, (*place, index)) for index, entry in enumerate(value)]
    whole = [entry for entry, wrong in results if not wrong]
    return whole, [one for _, wrong in results for one in wrong]


def _checked_table(value: Any, struct: type[msgspec.Struct], place: Place) -> tuple[Any, list[Wrong]]:
    """Entries under names of the editor's choice: those without a fault are used."""
    if not isinstance(value, Mapping):
        return {}, [(place, "bad-value", f"{_named(place)} holds names, each with an entry of its own")]
    results = {name: checked(entry, struct, (*place, name)) for name, entry in value.items()}
    whole = {name: entry for name, (entry, wrong) in results.items() if not wrong}
    return whole, [one for _, wrong in results.values() for one in wrong]


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
            usable[name], found = checked(value[name], field.type, (*place, name))
            wrong += found
            if found and not usable[name]:
                del usable[name]
        elif field.required:
            wrong.append((place, f"missing-{name}", f"`{name}` is missing"))
    whole = all(name in usable for name, field in fields.items() if field.required)
    return usable if whole else {}, wrong


def _refuse_what_only_yaml_can_say(block: str, loader: Any) -> None:
    """Raise at an alias (it can repeat itself without end), at nesting too deep, and at half of a character."""
    depth = 0
    for event in yaml.parse(block, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        half = isinstance(event, yaml.ScalarEvent) and _HALF.search(event.value)
        if half or isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            raise _OnlyYamlError(event.start_mark.line if event.start_mark else 0)


def _lines(node: yaml.Node | None, place: Place) -> Iterator[tuple[Place, int]]:
    """Give the line of every value below a node, counted from 0."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*place, str(key.value)), key.start_mark.line
            yield from _lines(value, (*place, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*place, index), value.start_mark.line
            yield from _lines(value, (*place, index))


def _repeated_keys(node: yaml.Node | None, place: Place, first_line: int) -> Iterator[tuple[Place, Fault]]:
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _repeated_keys(value, (*place, index), first_line)
    elif isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + first_line
            if name in first:
                message = f"`{name}` stands on line {first[name]} already; neither is used"
                yield (*place, name), Fault(line, "repeated-key", message)
            first.setdefault(name, line)
            yield from _repeated_keys(value, (*place, name), first_line)


def _remove(values: Any, place: Place) -> None:
    *steps, key = place
    for step in steps:
        values = values.get(step, {}) if isinstance(values, dict) else values[step]
    values.pop(key, None)
