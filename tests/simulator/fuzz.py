"""Texts that no reader was made for: corpus texts cut, spliced and shuffled, by line and by byte.

`python -m tests.simulator.fuzz 20000` reads that many and prints each that raises, or whose twin does not account for
every word. A text is told by its number: `python -m tests.simulator.fuzz 1 4711` reads number 4711 alone.
"""

import random
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.audit import audit
from generator.authorities import Authorities
from generator.corpus import read_corpus
from generator.library import library
from generator.model import RawText
from generator.reading import read
from generator.writing.markdown import page
from generator.writing.twin import encode

_CORPUS = Path(__file__).parents[2] / "corpus"
# Bytes that mean something to a reader of texts, and some that mean nothing to anybody.
_BYTES = "\n \t\f\r.()[]^*_#<>/0123456789aiI-–—¹²,;:\u00a0\u2028\ufeff".encode() + b"\x00\x1b\x80\xc3\xff"


def damaged(number: int, texts: Sequence[str]) -> str:
    """The text of this number: one of `texts`, or a piece of it, after a few accidents."""
    dice = random.Random(number)  # not for secrets: the same number has to give the same text
    text = _piece(dice, dice.choice(texts))
    for _ in range(dice.randint(1, 4)):
        text = dice.choice((_by_line, _by_byte, _spliced))(dice, text, texts)
    return text


def faults(number: int, texts: Sequence[str]) -> Iterator[str]:
    """What goes wrong with the text of this number, if anything."""
    body = damaged(number, texts)
    try:
        resolution = read(RawText(path=f"{number}.txt", body=body, sha256=""))
        encode(resolution)
        page(resolution, library((resolution,), Authorities()))
        for problem in audit(resolution, body):
            yield f"{number}: {problem.line}: {problem.code}: {problem.message}"
    except Exception:  # noqa: BLE001 - whatever is raised is what we look for
        yield f"{number}: {traceback.format_exc()}"


def corpus_bodies() -> tuple[str, ...]:
    """The raw texts of the corpus."""
    return tuple(raw.body for raw in read_corpus(_CORPUS).texts)


def _piece(dice: random.Random, text: str) -> str:
    """A stretch of some 10 to 150 lines: accidents show in small texts, and those are quick to read."""
    lines = text.split("\n")
    start = dice.randrange(len(lines)) if dice.random() < 0.7 else 0
    return "\n".join(lines[start : start + dice.randint(10, 150)])


def _by_line(dice: random.Random, text: str, texts: Sequence[str]) -> str:
    """Lines shuffled, reversed, doubled, left out, joined, or cut short."""
    del texts
    lines = text.split("\n")
    start = dice.randrange(len(lines))
    end = min(len(lines), start + dice.randint(1, 12))
    some = lines[start:end]
    accident = dice.randrange(6)
    if accident == 0:
        dice.shuffle(some)
    elif accident == 1:
        some = some[::-1]
    elif accident == 2:
        some = some * dice.randint(2, 4)
    elif accident == 3:
        some = []
    elif accident == 4:
        some = ["".join(some)]
    else:
        some = [line[: dice.randint(0, len(line))] for line in some]
    return "\n".join([*lines[:start], *some, *lines[end:]])


def _by_byte(dice: random.Random, text: str, texts: Sequence[str]) -> str:
    """Bytes replaced, put in or taken out; what is no UTF-8 any more is read as the replacement character."""
    del texts
    data = bytearray(text.encode())
    for _ in range(dice.randint(1, 30)):
        at = dice.randint(0, len(data))
        data[at : at + dice.choice((0, 0, 1, 1, 3))] = bytes(dice.choices(_BYTES, k=dice.choice((0, 1, 1, 2))))
    return data.decode(errors="replace")


def _spliced(dice: random.Random, text: str, texts: Sequence[str]) -> str:
    """A stretch of another text in the midst of this one."""
    other = dice.choice(texts)
    start = dice.randrange(len(other))
    at = dice.randint(0, len(text))
    return text[:at] + other[start : start + dice.randint(1, 1500)] + text[at:]


def main(arguments: Sequence[str]) -> int:
    """Read as many texts as the first argument says, from the number that the second says; 1 if any is at fault."""
    count, first = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 0
    texts = corpus_bodies()
    found = [fault for number in range(first, first + count) for fault in faults(number, texts)]
    print("\n".join([*found, f"{count} texts, {len(found)} faults"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
