"""Whose a resolution is that is cited by the chapter of a report in which it stands.

"Supplement No. 53 (A/64/53), chap. III, sect. A, resolution 11/3" is the Human Rights Council's, whatever organ's
Official Records the report is printed in: a body reports what it has itself adopted.
"""

import re
from collections.abc import Iterator

from generator.linking.organs import OTHER

# (E/2004/23), *chap. II, sect. A,* resolution 2004/45 · A/61/49, *vol. I, chap. III,*
_IN_A_CHAPTER = re.compile(r"\b(?:[Cc]hap(?:\.|ter)|[Ss]ect(?:\.|ion)|[Pp]art) [\w.]{1,8},? $")
_NEAR = 160  # characters between the symbol of a report and a resolution in it
# The reports that carry a number of their own each year, and who adopts what stands in them.
_REPORTS = (
    (re.compile(r"A/(\d{2,3})/53"), "Human Rights Council", range(61, 1000)),
    (re.compile(r"E/((?:19|20)\d\d)/23"), "Commission on Human Rights", range(1946, 2007)),
    (re.compile(r"A/(\d{2,3})/49"), "General Assembly", range(31, 1000)),
    (re.compile(r"E/((?:19|20)\d\d)/99"), "Economic and Social Council", range(1978, 3000)),
)
_SYMBOL = re.compile(r"\b[AES]/(?:[\w.-]+/)*[\w.-]+")


def owner(text: str, at: int) -> str | None:
    """Give the organ whose report names what is cited at an offset as standing in a chapter; None where no report does.

    It is `OTHER` where the report is of a body that is not known here.
    """
    start = max(at - _NEAR, 0)
    if not _IN_A_CHAPTER.search(text, start, at):
        return None
    symbols = [found[0] for found in _SYMBOL.finditer(text, start, at)]
    return next((organ for symbol in symbols[-1:] for organ in _reporting(symbol)), OTHER)


def _reporting(symbol: str) -> Iterator[str]:
    for series, organ, years in _REPORTS:
        if (found := series.fullmatch(symbol)) and int(found[1]) in years:
            yield organ
