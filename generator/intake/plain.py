"""Text and Markdown: bytes to characters, and nothing else. The reader deals with what is in them."""

import codecs

import ftfy
from ftfy.badness import is_bad

from generator.intake.kinds import looks_like_utf_16
from generator.intake.taken import Taken

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def plain_text(content: bytes) -> Taken:
    """The characters of `content`, with a remark where they were not simply UTF-8."""
    text, remarks = decode(content)
    mended, faults = _without_mojibake(text)
    return Taken(text=mended, remarks=(*remarks, *faults))


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of `content` and what there is to say about their encoding."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            said = () if encoding == "utf-8-sig" else ("decoded from UTF-16",)
            return content.decode(encoding, errors="replace"), said
    if looks_like_utf_16(content):
        encoding = "utf-16-le" if content[1::2].count(0) >= content[0::2].count(0) else "utf-16-be"
        return content.decode(encoding, errors="replace"), ("decoded from UTF-16 without a byte order mark",)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return _windows(content), (f"line {line}: not UTF-8: the file was decoded as Windows-1252",)


def _windows(content: bytes) -> str:
    """Windows-1252 with its five holes filled as web browsers do: by the control character of the same number."""
    return (
        "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in content)
        if _has_hole(content)
        else content.decode("cp1252")
    )


def _has_hole(content: bytes) -> bool:
    return any(byte in content for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _without_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """Text that was once decoded wrongly ("â€™" for "’") set right, line by line, each line said."""
    if not is_bad(text):
        return text, ()
    lines = text.split("\n")
    mended = [ftfy.fix_encoding(line) if is_bad(line) else line for line in lines]
    said = tuple(
        f"line {number}: wrongly encoded characters were set right"
        for number, (old, new) in enumerate(zip(lines, mended, strict=True), start=1)
        if old != new
    )
    return "\n".join(mended), said
