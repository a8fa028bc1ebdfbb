"""A new site takes the place of the old one in one step, so that whoever looks finds the one or the other, whole."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def aside(site: Path) -> Path:
    """Give the path beside the site at which the new one can be made; what was left there is taken away.

    If a build was killed while it put the new site in the place of the old, the old one comes back first.
    """
    old, new = _beside(site, "old"), _beside(site, "new")
    if old.is_dir() and not site.exists():
        old.rename(site)
    for left in (old, new):
        shutil.rmtree(left, ignore_errors=True)
    return new


def publish(new: Path, site: Path) -> None:
    """Put the new site in the place of the old."""
    old = _beside(site, "old")
    if not site.exists():
        new.rename(site)
        return
    if _exchanged(new, site):
        new.rename(old)
    else:
        site.rename(old)
        new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _beside(site: Path, name: str) -> Path:
    return site.with_name(f"{site.name}.{name}")


def _exchanged(new: Path, site: Path) -> bool:
    """Whether the two folders changed their names in one step; only Linux can, and not on every disk."""
    if sys.platform != "linux":
        return False
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    done: int = exchange(_AT_HERE, os.fsencode(new), _AT_HERE, os.fsencode(site), _EXCHANGE)
    return done == 0
