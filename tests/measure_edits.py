"""Edit a corpus at random and hold each incremental build to a clean one: `python -m tests.measure_edits [30]`.

After each edit the whole site is built twice, once over what is there and once from nothing, and every byte compared.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

from tests.edits import EDITS
from tests.folders import differing
from tests.kills import build, checkout


def edits_that_differ(folder: Path, times: int, dice: random.Random) -> list[str]:
    """Edit and build so many times; say of which edits the site is not what a clean build gives."""
    checkout(folder)
    build(folder).wait()
    wrong = []
    for _ in range(times):
        said = dice.choice(EDITS)(folder / "corpus", dice)
        build(folder).wait()
        with tempfile.TemporaryDirectory() as clean:
            checkout(Path(clean))
            shutil.rmtree(Path(clean, "corpus"))
            shutil.copytree(folder / "corpus", Path(clean, "corpus"))
            build(Path(clean)).wait()
            if differing(folder / "site", Path(clean, "site")):
                wrong.append(said)
    return wrong


def main() -> int:
    """Print what came of it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as folder:
        wrong = edits_that_differ(Path(folder), times, random.Random(times))
    print(f"{times} edits: {len(wrong)} sites differ from a clean build", *wrong, sep="\n  ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
