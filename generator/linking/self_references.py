"""What a text says of itself: "paragraph 3 above", "the present resolution"."""

import re
from collections.abc import Iterator

from generator.linking import pinpoints
from generator.linking.context import Context, Found, says

_THIS = re.compile(r"(?<=\b[Tt]he )present (?:draft )?resolution\b|\b[Tt]his resolution\b")
_ANOTHER = re.compile(r"\b[Rr]esolutions? (?:Nos?\. )?(?:\d|S-|ES-)")


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every place where a text names itself, or a paragraph of itself.

    "This resolution" is the text's own unless another was cited before it in the paragraph.
    """
    if says(text, (" above", " below")):
        for start, end, place in pinpoints.nearby(text):
            yield Found(start, end, (context.symbol,), pinpoint=place)
    if not says(text, ("present resolution", "present draft resolution", "his resolution")):
        return
    another = _ANOTHER.search(text)
    for itself in _THIS.finditer(text):
        if itself[0].startswith("present") or another is None or itself.start() < another.start():
            yield Found(itself.start(), itself.end(), (context.symbol,))
