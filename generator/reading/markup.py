"""Repairs of what tools write around the words: Markdown emphasis and headings, `<sup>` tags, injected links,
superscript digits, note syntax.

Emphasis is taken away only from a sheet that shows by its openings that it is Markdown: in any other text an asterisk
is what the printer printed. Every mark that extraction left without ambiguity is fenced with `MARK_OPEN` and
`MARK_CLOSE`, so that later stages need not know how it was written.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

import msgspec

from generator.reading.counted import counts, names_a_number
from generator.reading.note_forms import DATED_NAME
from generator.reading.sheet import MARK_CLOSE, MARK_OPEN, SIGNS, Line, Sheet, by_rule

_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=[^\s*])\1(?![\w*])")
# Takes away the signs of "_Requests_", "__3.__"; not of "snake_case", "____".
_UNDERSCORED = re.compile(r"(?<![\w])(_{1,2})(?=[^\s_])([^_\n]+?)(?<=[^\s_])\1(?!\w)")
_DEEPEST = 3
"""How many kinds of emphasis may stand one inside another."""
_LISTED = r"(?:- )?(?:\d+\. )?"
# Begin so: "# 59/166", "**Recalling**", "- 1. *Takes note*", "1. _Requests_", "**The General Assembly,**".
_EMPHASIZED_START = re.compile(
    rf"(?:#{{1,6}} )?{_LISTED}\*{{1,2}}[A-Z][^*]{{3,}}\*{{1,2}}|#{{1,6}} [A-Z*\d]"
    rf"|{_LISTED}_{{1,2}}[A-Z][^_]{{3,}}_{{1,2}}(?!\w)|(?:- )?\*{{1,2}}The [A-Z][^*]+,\*{{1,2}}$"
)
_UNCLOSED = re.compile(r"^\*{1,3}(?=[A-Z\d])|(?<=[\w.])\*{1,3}$")
_HEADING = re.compile(r"^#{1,6} +(?=\S)")
_BULLETS = ("- ", "* ", "+ ")
_BULLET_BEFORE_LABEL = re.compile(r"- (?=\d{1,3}\. )|[-*+] (?=\([a-z]{1,4}\) \S)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|])")
_SUP = re.compile(rf"<sup>\s*\[?(\d{{1,3}}|[{SIGNS}]{{1,3}}|[a-z])\]?\s*</sup>", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"(?<![\dkcm]m)[⁰¹²³⁴-⁹]+")
_NOTE_SYNTAX = re.compile(rf"\[\^([\w{SIGNS}]{{1,6}})\](:?)")
_NOTE_REFERENCE = re.compile(r" ?\[footnoteRef:(\d{1,3})\]")
_INLINE_NOTE = re.compile(r" ?\[(\d{1,3}): +([^\[\]]+)\]")
_BRACKETED_NOTE = re.compile(rf"^\[(\d{{1,3}})\] +((?:[A-Z“\"‘]|{DATED_NAME}).*)$")
_BRACKETED_MARK = re.compile(r"(?<=[\w,;.:)”\"])\[(\d{1,3})\](?!\()")
# "the Child [1] and", "Protocol, [2]", at the start of a line "[1] and"; not "[1] The" there, "options [1] and [2]".
_APART_MARK = re.compile(
    r"(?:(?<=[\w,;.:)”\"] )|^(?!\[\d+\] [^a-z]))\[(\d{1,3})\](?=[\s,;:.)”\"]|$)(?! (?:and|or|to) \[)"
)
_SUP_TAG = "<sup>"
_IN_LINK = "]("
_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,300})\]\(((?:https?|mailto|ftp):[^\s()]+)\)")
_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def fence(label: str, line: int | None = None) -> str:
    """A mark without ambiguity; `line` says where it stood if not beside its word."""
    return f"{MARK_OPEN}{label}{MARK_CLOSE}" if line is None else f"{MARK_OPEN}{label}@{line}{MARK_CLOSE}"


def unwrap_links(sheet: Sheet) -> Sheet:
    """Link markup that a tool injected goes; its printed words stay: `[www.un.org](http://www.un.org)`."""
    corrections = [
        by_rule(line.number, found.group(), found[1], "link markup injected")
        for line in sheet.lines
        if _IN_LINK in line.text
        for found in _LINK.finditer(line.text)
    ]
    return _rewritten(sheet, lambda text: _LINK.sub(r"\1", text) if _IN_LINK in text else text).corrected(corrections)


def fence_brackets(sheet: Sheet) -> Sheet:
    """Where notes open as `[8] See …`, a number in square brackets behind a word is a mark.

    One that stands apart from its word, or begins a line, is a mark where none of its label is glued to a word.
    """
    noted = {note[1] for line in sheet.lines if (note := _BRACKETED_NOTE.match(line.text))}
    if not noted:
        return sheet
    glued = {mark[1] for line in sheet.lines for mark in _BRACKETED_MARK.finditer(line.text)}
    return sheet.with_lines(_with_text(line, _bracketed(line, noted - glued)) for line in sheet.lines)


def _bracketed(line: Line, apart: AbstractSet[str]) -> str:
    """The text of a line with its label, its glued marks and, of the labels `apart`, the other marks fenced."""
    text = _BRACKETED_NOTE.sub(lambda found: f"{fence(found[1])}: {found[2]}", line.text)
    text = _BRACKETED_MARK.sub(lambda found: fence(found[1]), text)
    goes_on = line.gap == 0 and not line.turned

    def fenced(found: re.Match[str]) -> str:
        words, at = found.string, found.start()
        counted = counts(words, found.end()) or names_a_number(words[max(0, at - 40) : at])
        return fence(found[1]) if found[1] in apart and (at or goes_on) and not counted else found[0]

    return _APART_MARK.sub(fenced, text) if "[" in text else text


def fence_marks(sheet: Sheet) -> Sheet:
    """`<sup>7</sup>`, `¹⁰` and `[^5]` become fenced marks."""
    return _rewritten(sheet, _fenced)


def _fenced(text: str) -> str:
    if "<" in text:
        text = _SUP.sub(lambda found: fence(found[1]), text)
    if "[^" in text:
        text = _NOTE_SYNTAX.sub(lambda found: fence(found[1]) + found[2], text)
    if text.isascii():  # no digit of ASCII is superscript
        return text
    return _SUPERSCRIPT.sub(lambda found: fence(found.group().translate(_SUPERSCRIPT_DIGITS)), text)


def take_out_inline_notes(sheet: Sheet) -> Sheet:
    """Notes that a converter wrote into the sentence, "[footnoteRef:1] [1: See …]", get lines of their own."""
    if not any("[footnoteRef:" in line.text for line in sheet.lines):
        return sheet
    lines: list[Line] = []
    after_note = False
    for line in sheet.lines:
        text = _NOTE_REFERENCE.sub(lambda found: fence(found[1]), line.text)
        notes = [f"{fence(found[1])}: {found[2].strip()}" for found in _INLINE_NOTE.finditer(text)]
        bare = _INLINE_NOTE.sub("", text).strip()
        lines.append(msgspec.structs.replace(line, text=bare, turned=line.turned or after_note))
        lines += [msgspec.structs.replace(line, text=note, gap=1, turned=False) for note in notes]
        after_note = bool(notes)
    mended = [
        by_rule(line.number, found.group().strip(), f"[^{found[1]}]", "note written into the sentence")
        for line in sheet.lines
        for found in _NOTE_REFERENCE.finditer(line.text)
    ]
    return sheet.with_lines(line for line in lines if line.text).corrected(mended)


def unwrap_bullets(sheet: Sheet) -> Sheet:
    """The bullets that a tool put before printed numbers and labels go: "- 1. Takes note", "* (a) To act"."""
    return _rewritten(sheet, _without_bullet)


def _without_bullet(text: str) -> str:
    found = _BULLET_BEFORE_LABEL.match(text) if text.startswith(_BULLETS) else None
    return text[found.end() :] if found else text


def unwrap_markdown(sheet: Sheet) -> Sheet:
    """In Markdown, headings, emphasis and escapes go: they are not words of the text."""
    if not is_markdown(sheet):
        return sheet
    return _rewritten(sheet, _without_markdown)


def is_markdown(sheet: Sheet) -> bool:
    """Whether two lines or more open with emphasized words or as headings, as a Markdown export's do."""
    signed = [line.text for line in sheet.lines if any(sign in line.text for sign in "*#_")]
    shown = sum(1 for text in signed if _EMPHASIZED_START.match(text))
    tagged = any(_SUP_TAG in line.text for line in sheet.lines) or any(MARK_OPEN in line.text for line in sheet.lines)
    return shown >= 2 or (tagged and any(map(_EMPHASIS.search, signed)))


def _without_markdown(text: str) -> str:
    text = _HEADING.sub("", text)
    if "*" in text or "_" in text:
        text = _UNCLOSED.sub("", _without_emphasis(text))
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _without_emphasis(text: str) -> str:
    """The words without the signs around them, a few inside others: "__*Requests*__"."""
    for _ in range(_DEEPEST):
        text = _UNDERSCORED.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return text


def _rewritten(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    lines: list[Line] = []
    for line in sheet.lines:
        text = change(line.text)
        if text is line.text or text == line.text:
            lines.append(line)
        elif text.strip():
            lines.append(_with_text(line, text.strip()))
    return sheet.with_lines(lines)


def _with_text(line: Line, text: str) -> Line:
    return line if text == line.text else msgspec.structs.replace(line, text=text)
