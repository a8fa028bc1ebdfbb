"""Files of a zip that are packed already, added to another zip as they are: `zipfile` packs whatever it is given."""

import struct
import zipfile

_HEAD = struct.Struct("<26x2H")
"""What a packed file begins with (APPNOTE.TXT 4.3.7): its last two numbers are the lengths of what follows it."""


def add_packed(into: zipfile.ZipFile, source: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Add a file of `source` at the end of `into`, byte by byte as it stands there."""
    assert into.fp is not None  # noqa: S101 (both are open)
    assert source.fp is not None  # noqa: S101
    source.fp.seek(entry.header_offset)
    head = source.fp.read(_HEAD.size)
    rest = source.fp.read(sum(_HEAD.unpack(head)) + entry.compress_size)
    into.fp.seek(into.start_dir)
    entry.header_offset = into.start_dir
    into.fp.write(head + rest)
    into.start_dir = into.fp.tell()
    into.filelist.append(entry)
    into.NameToInfo[entry.filename] = entry
