"""A new site takes the place of the old one in one step, so that whoever looks finds the one or the other, whole."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def aside(site: Path) -> Path:
    """Give the path beside the site at which the next one is made.

    What is there is the site before, or what a build that failed has left: most of it is needed again, and folders that
    are there need not be made. If a build was killed while it put the next site in the place of the last, the last one
    comes back first.
    """
    last = _beside(site, "last")
    if last.is_dir() and not site.exists():
        last.rename(site)
    shutil.rmtree(last, ignore_errors=True)
    return _beside(site, "next")


def publish(made: Path, site: Path) -> None:
    """Put the site that was made in the place of the last one, which takes its place."""
    if not site.exists():
        made.rename(site)
    elif not _exchanged(made, site):
        last = _beside(site, "last")
        site.rename(last)
        made.rename(site)
        last.rename(made)


def _beside(site: Path, name: str) -> Path:
    return site.with_name(f"{site.name}.{name}")


def _exchanged(made: Path, site: Path) -> bool:
    """Whether the two folders changed their names in one step; only Linux can, and not on every disk."""
    if sys.platform != "linux":
        return False
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    done: int = exchange(_AT_HERE, os.fsencode(made), _AT_HERE, os.fsencode(site), _EXCHANGE)
    return done == 0
