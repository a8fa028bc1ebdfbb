"""Edits that an editor may make to a corpus, at random: of texts, front matters, themes, instruments and the lock."""

import random
import re
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, random.Random], str]
"""Changes a corpus and says what was done."""


def _a_text(corpus: Path, dice: random.Random) -> Path:
    return dice.choice(sorted((corpus / "texts").glob("*.txt")))


def _change(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def change_a_word(corpus: Path, dice: random.Random) -> str:
    """Change one word of a text."""
    file = _a_text(corpus, dice)
    body = file.read_text(encoding="utf-8").partition("\n---\n")[2]
    word = dice.choice(re.findall(r"\b[a-z]{6,}\b", body))
    _change(file, f" {word}", f" {word[::-1]}")
    return f"{file.name}: {word} reversed"


def drop_a_line(corpus: Path, dice: random.Random) -> str:
    """Take one line out of a text."""
    file = _a_text(corpus, dice)
    head, mark, body = file.read_text(encoding="utf-8").partition("\n---\n")
    lines = body.split("\n")
    gone = lines.pop(dice.randrange(len(lines)))
    file.write_text(head + mark + "\n".join(lines), encoding="utf-8")
    return f"{file.name}: without the line {gone[:40]!r}"


def set_a_theme(corpus: Path, dice: random.Random) -> str:
    """Put a paragraph under a theme, by its front matter."""
    file = _a_text(corpus, dice)
    place = dice.choice(("op1", "op2", "op3", "pp2"))
    content = file.read_text(encoding="utf-8")
    if "\nthemes:" in content.partition("\n---\n")[0]:
        return change_a_word(corpus, dice)
    file.write_text(content.replace("---\nsymbol", f"---\nthemes:\n  {place}: {{add: [demand]}}\nsymbol", 1), "utf-8")
    return f"{file.name}: {place} under demand"


def rename_a_theme(corpus: Path, dice: random.Random) -> str:
    """Give a theme another label."""
    file = corpus / "themes.yml"
    label = dice.choice(re.findall(r"label: (.+)", file.read_text(encoding="utf-8")))
    _change(file, f"label: {label}", f"label: {label} renamed")
    return f"the theme {label} renamed"


def rename_an_instrument(corpus: Path, dice: random.Random) -> str:
    """Give an instrument another title."""
    file = corpus / "instruments.yml"
    title = dice.choice(re.findall(r"\n  title: (.+)", file.read_text(encoding="utf-8")))
    _change(file, f"\n  title: {title}", f"\n  title: Renamed {title}")
    return f"the instrument {title} renamed"


def take_a_text_away(corpus: Path, dice: random.Random) -> str:
    """Delete a text, if enough are left."""
    if len(list((corpus / "texts").glob("*.txt"))) < 4:
        return change_a_word(corpus, dice)
    file = _a_text(corpus, dice)
    file.unlink()
    return f"{file.name} taken away"


def add_a_text(corpus: Path, dice: random.Random) -> str:
    """Add a copy of a text under another symbol."""
    file = _a_text(corpus, dice)
    content = file.read_text(encoding="utf-8")
    symbol = f"A/RES/{dice.randint(60, 75)}/{dice.randint(1, 400)}"
    renamed = re.sub(r"symbol: \S+", f"symbol: {symbol}", content, count=1)
    (corpus / "texts" / f"{symbol.replace('/', '-')}.txt").write_text(renamed, encoding="utf-8")
    return f"{symbol} added, like {file.name}"


def move_an_anchor(corpus: Path, dice: random.Random) -> str:
    """Say in the lock that a published place moved."""
    place = dice.choice(("A/RES/58/137#op1", "A/RES/59/166#op3", "A/RES/65/190#op2"))
    with (corpus / "anchors.lock").open("a", encoding="utf-8") as lock:
        lock.write(f"{place} moved {place[:-1]}4 2026-11-26 it stands elsewhere\n")
    return f"{place} moved"


def withdraw_a_text(corpus: Path, dice: random.Random) -> str:
    """Delete a text that was published, and say so in the lock."""
    file = _a_text(corpus, dice)
    symbol = re.findall(r"symbol: (\S+)", file.read_text(encoding="utf-8"))[0]
    if len(list((corpus / "texts").glob("*.txt"))) < 4:
        return change_a_word(corpus, dice)
    file.unlink()
    with (corpus / "anchors.lock").open("a", encoding="utf-8") as lock:
        lock.write(f"{symbol}# withdrawn 2026-11-26 brought in twice\n")
    return f"{symbol} withdrawn"


EDITS: tuple[Edit, ...] = (
    change_a_word, drop_a_line, set_a_theme, rename_a_theme, rename_an_instrument, take_a_text_away, add_a_text,
    move_an_anchor, withdraw_a_text,
)  # fmt: skip
