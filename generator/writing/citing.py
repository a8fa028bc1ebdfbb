"""Write how a text is cited: a fold-out for a reader, data for the page's script, files for reference managers.

Without script the fold-out gives every form of the whole text, with the official address. With it, each paragraph can
be cited: the script fills the templates of the data with the words for a place and the address of the page.
"""

from collections.abc import Iterator, Sequence

import msgspec

from generator import addresses
from generator.citing.forms import Form, cited, forms
from generator.citing.wording import counted
from generator.citing.works import work
from generator.library import Library
from generator.model import Resolution
from generator.writing.escape import escape
from generator.writing.links import link

_FILES = {"bibtex": ".bib", "ris": ".ris", "csl-json": ".csl.json"}
_FOR_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "//": "/\\/"}


def every_form(text: Resolution, library: Library) -> tuple[Form, ...]:
    """Give the forms of citing a text and each place in it."""
    return forms(work(text, library.adoptions), text, library.places[text.symbol])


def fold_out(text: Resolution, every: Sequence[Form]) -> Iterator[str]:
    """Give the Markdown blocks of "Cite this text"."""
    files = " · ".join(f"[{form.name}](<{_file(text, form)}>)" for form in every if not form.running)
    yield '<details class="about cite" data-search-exclude markdown>\n<summary>Cite this text</summary>'
    yield "\n".join(
        [
            *(f"- **{form.name}** {escape(cited(form, text.official_url))}" for form in every if form.running),
            f"- **For reference managers** {files}",
        ]
    )
    how = link(f"{text.symbol}.md", "cite.md")
    yield f"A paragraph is named after that; its number is its link. [How to cite](<{how}>)"
    yield "</details>"


def data_block(text: Resolution, every: Sequence[Form]) -> str:
    """Give the forms as data for the script: templates, and the words for each place by anchor.

    The words of a form are listed where they differ from those of the United Nations.
    """
    usual = every[0].places
    data = {
        "forms": [
            {
                "id": form.id,
                "name": form.name,
                "running": form.running,
                "whole": form.whole,
                "part": form.part,
                "places": {anchor: words for anchor, words in form.places.items() if words != usual[anchor]},
            }
            for form in every
        ],
        "places": usual,
        "counted": counted(text),
    }
    return f'<script type="application/json" id="citing">{_inert(data)}</script>'


def downloads(text: Resolution, library: Library) -> dict[str, str]:
    """Give the files for reference managers: path under the site's root, and content."""
    of_the_whole = forms(work(text, library.adoptions), text, places={})
    records = (form for form in of_the_whole if not form.running)
    return {f"{text.symbol}{_FILES[form.id]}": f"{cited(form, text.official_url)}\n" for form in records}


def related(text: Resolution, library: Library) -> Iterator[tuple[str, str]]:
    """Give what a draft was adopted as, and the drafts of an adopted text, as Markdown for the head of the page."""
    known = library.adoptions
    for title, symbols in (("Adopted as", known.adopted_as), ("Draft", known.drafts)):
        for symbol in symbols.get(text.symbol, ()):
            yield title, _way(text, symbol, library)


def _file(text: Resolution, form: Form) -> str:
    """The name of a file that stands beside the page."""
    return text.symbol.rpartition("/")[2] + _FILES[form.id]


def _way(text: Resolution, symbol: str, library: Library) -> str:
    """A link to our own page of a document, or to the official one."""
    held = symbol in library.texts
    to = link(f"{text.symbol}.md", f"{symbol}.md") if held else addresses.document(symbol)
    return f"[{escape(symbol)}](<{to}>)"


def _inert(data: object) -> str:
    """JSON that can stand in a script element and in Markdown: nothing in it ends the one or is known to the other."""
    written = msgspec.json.encode(data).decode("utf-8")
    for sign, inert in _FOR_HTML.items():
        written = written.replace(sign, inert)
    return written
