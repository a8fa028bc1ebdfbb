"""A Word file's parts as XML trees, and the names WordprocessingML gives things (ECMA-376, part 1)."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from generator.intake.taken import Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LARGEST = 64 * 1024 * 1024
"""No text is as large: a part beyond this is a zip bomb."""

Parts = Mapping[str, etree._Element]  # noqa: SLF001 -- lxml names its element type so


def parts_of(content: bytes) -> Parts | Refusal:
    """The XML parts under word/, by name, or why the file cannot be read."""
    broken = Refusal("this Word file is broken: open it in Word or LibreOffice and save it again")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [
                info
                for info in archive.infolist()
                if info.filename.startswith("word/") and info.filename.endswith(".xml")
            ]
            if any(info.flag_bits & 1 for info in infos):
                return Refusal("this Word file is encrypted: save it without a password first")
            if sum(info.file_size for info in infos) > _LARGEST:
                return Refusal("this Word file is larger than any text: it was not opened")
            parts = {info.filename.removeprefix("word/"): _tree(archive.read(info)) for info in infos}
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return broken
    return parts if "document.xml" in parts else broken


def _tree(xml: bytes) -> etree._Element:
    """One part. Entities are not resolved: a text has no business reading other files."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml.replace(_STRICT, _TRANSITIONAL), parser)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute in Word's own namespace."""
    return None if element is None else element.get(W + name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element at the end of a path of names."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def is_on(element: etree._Element | None) -> bool:
    """A switch such as <w:vanish/>: on when it is there and does not say otherwise."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
