"""What a text says of itself: "paragraph 3 above", "the present resolution"."""

import re
from collections.abc import Iterator

from generator.linking.context import Context, Found
from generator.linking.pinpoints import NEARBY

_THIS = re.compile(r"\bthe present (?:draft )?resolution\b")


def find(text: str, context: Context) -> Iterator[Found]:
    """Give every place where a text names itself, or a paragraph of itself."""
    for place in NEARBY.finditer(text):
        yield Found(place.start(), place.end(), (context.symbol,), pinpoint=place["pin"])
    for itself in _THIS.finditer(text):
        yield Found(itself.start() + len("the "), itself.end(), (context.symbol,))
