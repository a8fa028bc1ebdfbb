"""Print the path of a Chromium that runs, fetching one where that is possible; say what to install where it is not.

`make test` asks for it, so that the browser tests are never skipped in silence.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def main() -> int:
    """Look in every place in turn; 1 if there is no Chromium to be had."""
    for prepare in (_as_it_is, _with_playwright, _with_apt):
        prepare()
        for path in _places():
            if _runs(path):
                print(path)
                return 0
    print(
        "No Chromium that runs was found and none could be fetched: install Chromium or Google Chrome "
        "(Debian: apt-get install chromium), or name one in OPERATIVE_CHROMIUM.",
        file=sys.stderr,
    )
    return 1


def _places() -> Iterator[str]:
    if named := os.environ.get("OPERATIVE_CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from MAC_APPLICATIONS
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _runs(path: str) -> bool:
    """Whether it starts: a name on the PATH may be a stub that asks for something else to be installed."""
    if not Path(path).is_file():
        return False
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _as_it_is() -> None:
    """Take what is installed."""


def _with_playwright() -> None:
    _try(sys.executable, "-m", "playwright", "install", "chromium")


def _with_apt() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        _try("apt-get", "update")
        _try("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def _try(*command: str) -> None:
    print("No Chromium yet; trying:", *command, file=sys.stderr)
    subprocess.run(command, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    sys.exit(main())
