"""Kill builds at random moments and look at what is left: `python -m tests.kills [50]`.

Between two kills a word of the corpus changes, so that each build has something to do. After each kill the site has to
be whole: the one that stood there before, or the new one. The last build, which nobody kills, has to give the bytes of
a clean one.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.folders import content

ROOT = Path(__file__).parents[1]
_PARTS = ("corpus", "docs", "generator", "mkdocs.yml", "overrides")
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
_COMMANDS = " && ".join(f"{sys.executable} -m generator {command}" for command in ("build", "site"))


def checkout(folder: Path) -> None:
    """Copy what a build needs."""
    for name in _PARTS:
        part = ROOT / name
        (shutil.copytree if part.is_dir() else shutil.copy2)(part, folder / name)


def build(folder: Path) -> subprocess.Popen[bytes]:
    """Begin a build, in a group of processes of its own."""
    return subprocess.Popen(
        ["/bin/sh", "-c", _COMMANDS], cwd=folder, env=_ENVIRONMENT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def change_a_word(folder: Path, dice: random.Random) -> None:
    """Change a word of one text."""
    file = dice.choice(sorted((folder / "corpus/texts").glob("*.txt")))
    old, new = dice.choice((("women", "persons"), ("persons", "women"), ("measures", "steps"), ("steps", "measures")))
    head, mark, body = file.read_text(encoding="utf-8").partition("\n---\n")
    file.write_text(head + mark + body.replace(old, new, 1), encoding="utf-8")


def kill_builds(folder: Path, times: int, dice: random.Random) -> tuple[int, bool]:
    """Kill so many builds; give how many sites were not whole afterwards, and whether the next build was right."""
    checkout(folder)
    began = time.monotonic()
    assert build(folder).wait() == 0
    usual = time.monotonic() - began
    broken = 0
    for _ in range(times):
        change_a_word(folder, dice)
        before = content(folder / "site")
        process = build(folder)
        time.sleep(dice.random() * usual)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        after = content(folder / "site")
        broken += after != before and after != _clean(folder)
    assert build(folder).wait() == 0
    return broken, content(folder / "site") == _clean(folder)


def _clean(folder: Path) -> dict[str, bytes]:
    """The site that the corpus gives, built from nothing."""
    with tempfile.TemporaryDirectory() as other:
        checkout(Path(other))
        shutil.rmtree(Path(other, "corpus"))
        shutil.copytree(folder / "corpus", Path(other, "corpus"))
        assert build(Path(other)).wait() == 0
        return content(Path(other, "site"))


def main() -> int:
    """Print what came of it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        broken, right = kill_builds(Path(folder), times, random.Random(times))
    print(f"{times} builds killed: {broken} broken sites; the next build was {'right' if right else 'wrong'}")
    return int(broken > 0 or not right)


if __name__ == "__main__":
    sys.exit(main())
