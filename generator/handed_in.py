"""Read one text, of a corpus or as it was handed in: a PDF, a Word file, a web page or plain text."""

import re
from pathlib import Path

from generator.corpus import HOME, read_corpus_file, sha256_of
from generator.intake import Refusal, take_in
from generator.model import Problem, RawText, Severity

_SYMBOL_LINE = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.*\n)*?symbol[ \t]*:")


def read_any_file(file: Path) -> tuple[RawText | None, tuple[Problem, ...]]:
    """Read one text, of a corpus or in any form the intake knows; without a front matter it speaks for itself."""
    data = file.read_bytes()
    if _SYMBOL_LINE.search(data):
        return read_corpus_file(f"{HOME}/texts/{file.name}", data)
    taken = take_in(file.name, data)
    if isinstance(taken, Refusal):
        return None, (Problem(file.name, 1, "refused", Severity.ERROR, taken.reason),)
    said = tuple(
        Problem(path=file.name, line=1, code="taken-in", severity=Severity.WARNING, message=remark)
        for remark in taken.remarks
    )
    text = RawText(path=file.name, body=taken.text, sha256=sha256_of(taken.text), left_out=taken.furniture)
    return text, said
