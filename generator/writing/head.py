"""Write what stands above a text: front matter, title, the note that it is a draft, and a compact masthead."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator import addresses
from generator.citing.legislation import legislation
from generator.citing.works import Work
from generator.model import Paragraph, Resolution, Status
from generator.writing.dates import in_words
from generator.writing.escape import clean, escape, front_matter_value
from generator.writing.inline import Notes, with_marks

_LANGUAGES = (
    ("ar", "العربية"), ("zh", "中文"), ("en", "English"), ("fr", "Français"), ("ru", "Русский"), ("es", "Español"),
)  # fmt: skip

_FIRST_WORDS = 4  # of a paragraph that opens with no verb

_DRAFT = """!!! warning "A draft"
    This text was proposed. It is not, as it stands here, a resolution of the United Nations."""


def front_matter(resolution: Resolution, work: Work) -> str:
    """Give the YAML block that opens the page, from which the template tells machines of the text (decision 0005).

    What is not known is left out.

    The symbol stands in the title: many texts share one, and search results and browser tabs show nothing else.
    """
    fields = {
        "title": f"{resolution.symbol}: {resolution.title}" if resolution.title else resolution.symbol,
        "symbol": resolution.symbol,
        "status": resolution.status.value,
        "date": resolution.adopted,
        "organ": resolution.organ,
        "description": _description(resolution),
        "heading": work.heading,
        "author": work.author,
        "genre": work.genre,
        "issued": work.date,
        "language": work.language,
    }
    lines = [f"{name}: {front_matter_value(value)}" for name, value in fields.items() if value]
    lines.append(f"source: {front_matter_value(resolution.source.path)}")
    lines.append(f"contents: {_json([[one.anchor, _in_contents(one)] for one in resolution.operative])}")
    return "\n".join(["---", *lines, f"legislation: {_json(legislation(work))}", "---"])


def _in_contents(paragraph: Paragraph) -> str:
    """How a paragraph is named in the table of contents: "18 Also invites"."""
    words = clean(paragraph.opening or " ".join(paragraph.text.split()[:_FIRST_WORDS]))
    return f"{paragraph.label} {words}" if paragraph.label else words


def head_blocks(resolution: Resolution, notes: Notes, related: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """Give the Markdown blocks from the title down to the links to the official text.

    `related` are rows for the masthead that lead to other documents, in Markdown.
    """
    title = with_marks(resolution.title, resolution.title_marks, "title", notes) if resolution.title else ""
    yield f"# {title.strip() or escape(resolution.symbol)} {{: #title }}"
    if resolution.status is Status.DRAFT:
        yield _DRAFT
    yield '<div class="masthead" markdown>'
    rows = (*((name, escape(value)) for name, value in _masthead(resolution) if value), *related)
    yield "\n".join(f"- **{name}** {value}" for name, value in rows)
    yield "</div>"
    links = " ".join(
        f"[{name}]({addresses.document(resolution.symbol, code)}){{ lang={code} hreflang={code} }}"
        for code, name in _LANGUAGES
    )
    yield f"Unofficial edition; the official text prevails: {links}\n{{: .official }}"


def _json(values: dict[str, Any] | list[list[str]]) -> str:
    """JSON on one line, which is YAML. It is not escaped: the template prints it as JSON again."""
    return json.dumps(values, ensure_ascii=False)


def _masthead(resolution: Resolution) -> tuple[tuple[str, str | None], ...]:
    return (
        ("Symbol", resolution.symbol),
        ("Organ", resolution.organ),
        ("Session", resolution.session),
        ("Agenda item", resolution.agenda_item),
        ("Adopted on", resolution.adopted and in_words(resolution.adopted)),
        ("Meeting", resolution.meeting),
        ("Vote", resolution.vote),
        ("Report", resolution.committee_report),
        ("Distributed", resolution.distributed and in_words(resolution.distributed)),
    )


def _description(resolution: Resolution) -> str:
    """One sentence for search engines and previews."""
    kind = "draft resolution" if resolution.status is Status.DRAFT else "resolution"
    date = f" of {in_words(resolution.adopted)}" if resolution.adopted else ""
    organ = f"{resolution.organ} " if resolution.organ else ""
    return f"{organ}{kind} {resolution.symbol}{date}, with a link to every paragraph and note."
