"""Write the notes of a text: what is printed first, then, set apart by class `resolved`, what an "Ibid." stands for.

The full form is followed by the note that its words come from, as a link, and by what the rule did with them; where
nothing certain can be said, that is said.
"""

from generator.linking import ibid
from generator.model import Footnote
from generator.writing.inline import Notes, with_marks, within

_BY_RULE = {
    ibid.WHOLE: "the whole of it",
    ibid.LOCATOR: "another place in it",
    ibid.SERIES: "another of its series",
}


def note_definition(note: Footnote, notes: Notes, old_ids: str = "") -> str:
    """Give the Markdown that defines a note, on one line. `notes` are all of the text, by label.

    `old_ids` are elements with the ids under which the note was published before.
    """
    citations = note.citations if note.resolved is None else ()
    printed = with_marks(note.text, (), note.anchor, notes, citations=citations) or "&#160;"
    return " ".join(filter(None, (f"[^{note.anchor.removeprefix('fn:')}]: {old_ids}{printed}", _resolved(note, notes))))


def antecedent(note: Footnote, notes: Notes) -> Footnote:
    """Give the note that the words of a resolved one come from: of its label, in the same part of a composite text."""
    candidates = notes[note.antecedent or ""]
    part = note.anchor.removesuffix(note.label)
    return next((one for one in candidates if one.anchor.removesuffix(one.label) == part), candidates[0])


def _resolved(note: Footnote, notes: Notes) -> str:
    if note.rule is None:
        return ""
    if note.resolved is None:
        return f'<span class="resolved" data-rule="{note.rule}">→ not resolved</span>'
    link = f"[from note {note.antecedent}](#{antecedent(note, notes).anchor})"
    resolved = with_marks(f"→ {note.resolved}", (), note.anchor, notes, citations=within(note.citations, -2))
    source = f'<span class="by">{link}: {_BY_RULE[note.rule]}</span>'
    return f'<span class="resolved" data-rule="{note.rule}">{resolved} {source}</span>'
