"""Pages for a browser to print as PDF: one that flows over its pages, and one whose pages are set by hand."""

import re
from collections.abc import Sequence
from html import escape

from playwright.sync_api import Browser

from tests.intake.known import Known

_STYLE = """
  body { font: 10pt/12pt 'Liberation Serif', 'DejaVu Serif', serif; margin: 0; text-align: justify }
  p { margin: 0 0 6pt; text-indent: 24pt }
  sup { font-size: 6.5pt; line-height: 0 }
  .head { text-indent: 0; text-align: left } .title { text-indent: 0; font-weight: bold; font-size: 12pt }
  .note { font-size: 8.5pt; line-height: 10pt; margin: 0 } .note sup { font-size: 5.5pt }
  .closing { text-align: right; text-indent: 0 }
"""
_RUNNING = """
  @page { size: letter; margin: 1in 1.5in;
    @top-right { content: "A/RES/59/166"; font-size: 8.5pt }
    @bottom-left { content: "05-12345"; font-size: 7pt }
    @bottom-right { content: counter(page) "/" counter(pages); font-size: 8pt } }
  @page :first { @top-right { content: none } }
"""
_BY_HAND = """
  @page { size: letter; margin: 0 }
  .page { position: relative; height: 10.9in; padding: 0 1.5in; overflow: hidden; break-after: page }
  .page > * { position: relative; top: 72pt }
  .running { position: absolute; top: 40pt; right: 1.5in; font-size: 8.5pt }
  .number { position: absolute; top: 748pt; left: 1in; font-size: 8.5pt }
  .foot { position: absolute; bottom: 60pt; top: auto; left: 1.5in; right: 1.5in }
  .cut { margin: 0; text-align-last: justify } .goes-on { text-indent: 0 }
  .left, .right { position: absolute; width: 180pt; top: 110pt } .left { left: 1in } .right { left: 330pt }
"""


def flowing(known: Known) -> str:
    """The whole resolution in one flow, its notes at the end in smaller type."""
    paragraphs = "".join(f'<p class="{_kind(text, known)}">{marked(text)}</p>' for text in known.blocks)
    return _document(_RUNNING, paragraphs + "<hr style='width:72pt;margin:6pt 0'>" + notes(known.notes))


def by_hand(pages: Sequence[str]) -> str:
    """Pages with their own heads and feet; each is HTML."""
    head = '<div class="running">A/RES/59/166</div>'
    foot = '<div class="number">{}/{}</div>'
    set_pages = (
        f'<div class="page">{head if at > 1 else ""}{foot.format(at, len(pages))}{page}</div>'
        for at, page in enumerate(pages, start=1)
    )
    return _document(_BY_HAND, "".join(set_pages))


def notes(texts: Sequence[tuple[str, str]]) -> str:
    """Notes with their raised numbers."""
    return "".join(f'<p class="note"><sup>{label}</sup> {escape(text)}</p>' for label, text in texts)


def printed(browser: Browser, html: str) -> bytes:
    """What the browser prints."""
    page = browser.new_page()
    page.set_content(html)
    content = page.pdf(prefer_css_page_size=True)
    page.close()
    return content


def marked(text: str) -> str:
    """A text with `[^5]` as HTML with raised figures, its opening words in italics."""
    raised = re.sub(r"\[\^([^\]]+)\]", r"<sup>\1</sup>", escape(text))
    return re.sub(r"^(\d+\. )?((?:Also |Further )?[A-Z][a-z]+)", r"\1<i>\2</i>", raised)


def _kind(text: str, known: Known) -> str:
    if text in known.closing:
        return "closing"
    if text.startswith("59/166"):
        return "title"
    return "head" if text in known.head[:-1] else "text"


def _document(page_style: str, body: str) -> str:
    return f"<!doctype html><meta charset='utf-8'><style>{_STYLE}{page_style}</style>{body}"
