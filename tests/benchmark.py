"""How long reading takes, and how much memory: `python -m tests.benchmark` prints it for 1, 2, 5 and 10 MB.

The texts are a resolution of the corpus whose operative paragraphs follow each other again and again, numbered on.
A ratio near that of the sizes says that the time is linear; seconds depend on the machine.
"""

import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from generator.corpus import read_corpus
from generator.model import RawText
from generator.reading import read

CORPUS = Path(__file__).parent.parent / "corpus"
NUMBERED = re.compile(r"^ ?(\d+)\.( +)", re.MULTILINE)


def repeated(body: str, megabytes: float) -> str:
    """A text of about so many megabytes: the preamble once, the operative part as often as it takes."""
    first = NUMBERED.search(body)
    start = first.start() if first else 0
    part = body[start : body.rindex("\n25.")] + "\n"
    times = int(megabytes * 1_000_000 / len(part)) + 1
    return body[:start] + "".join(_numbered_on(part, 24 * turn) for turn in range(times))


def _numbered_on(part: str, past: int) -> str:
    return NUMBERED.sub(lambda found: f"{int(found[1]) + past}.{found[2]}", part)


def measure(megabytes: float) -> None:
    """Read one text in this process, which has read nothing big before, and print its line."""
    body = next(text.body for text in read_corpus(CORPUS).texts if text.symbol == "E/CN.4/RES/2004/45")
    read(RawText(path="warm.txt", body=body, sha256=""))
    text = repeated(body, megabytes)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    read(RawText(path="big.txt", body=text, sha256=""))
    seconds, size = time.process_time() - began, len(text) / 1_000_000
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{size:6.2f} {seconds:7.2f} {seconds / size:6.2f} {grown / size:12.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(float(sys.argv[1]))
    else:
        print(f"{'MB':>6} {'s':>7} {'s/MB':>6} {'memory/size':>12}", flush=True)
        for size in ("1", "2", "5", "10"):
            subprocess.run([sys.executable, "-m", "tests.benchmark", size], check=True)
