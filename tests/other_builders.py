"""Build the site with other builders than MkDocs, and compare the ids of every page: `python -m tests.other_builders`.

Addresses and anchors must not hang on one builder. Each of the others is installed into an environment that is
thrown away; so this needs a package registry. Names that begin with `__` are
the theme's own and do not count. Exit code 1 if any page or id differs.

    python -m tests.other_builders                       the two that are known to work
    python -m tests.other_builders zensical              the newest of one
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import pipeline
from generator.built_site import read_pages

ROOT = Path(__file__).parents[1]
KNOWN_TO_WORK = ("properdocs==1.6.7", "zensical==0.0.73")
SHARED = {"properdocs": ("markdown", "mkdocs-material"), "zensical": ("markdown",)}  # Zensical brings its own theme

_SOURCES = ("docs", "generator", "mkdocs.yml", "overrides")
_OF_THE_THEME = "__"

Ids = Mapping[str, frozenset[str]]


def main() -> int:
    """Build with MkDocs and with each of the others, and print what differs."""
    usage = argparse.ArgumentParser(prog="python -m tests.other_builders", description=__doc__.partition("\n")[0])
    usage.add_argument("builders", nargs="*", default=KNOWN_TO_WORK, metavar="BUILDER", help="such as zensical==0.0.73")
    asked = usage.parse_args()
    names = {builder: re.split(r"[=<>~!]", builder)[0] for builder in asked.builders}
    if unknown := set(names.values()) - set(SHARED):
        usage.error(f"{', '.join(unknown)}: no builder that is known here; those are {', '.join(SHARED)}")
    with TemporaryDirectory() as place:
        ours = ids(_built(Path(place) / "ours", [sys.executable, "-m", "mkdocs"]))
        print(f"MkDocs: {len(ours)} pages, {sum(map(len, ours.values()))} ids")
        faulty = False
        for builder, name in names.items():
            home = Path(place) / name
            command = installed(home / "venv", builder, name)
            found = tuple(differences(ours, ids(_built(home / "work", [command]))))
            print("\n".join([f"{builder}: {len(found)} differences", *found]))
            faulty = faulty or bool(found)
    return int(faulty)


def ids(site: Path) -> Ids:
    """Give the ids of every page of a built site that are not the theme's own."""
    return {
        page.address: frozenset(name for name in page.ids if not name.startswith(_OF_THE_THEME))
        for page in read_pages(site)
    }


def differences(ours: Ids, others: Ids) -> Iterator[str]:
    """Say which pages and ids one site has and the other has not."""
    for address in sorted(ours.keys() | others.keys()):
        if address not in others:
            yield f"/{address}: no such page"
        elif address not in ours:
            yield f"/{address}: a page that MkDocs does not write"
        else:
            yield from (f"/{address}: no id “{name}”" for name in sorted(ours[address] - others[address]))
            yield from (f"/{address}: an id of its own, “{name}”" for name in sorted(others[address] - ours[address]))


def without_hooks(configuration: str) -> str:
    """Take out what runs after the pages are there, and would need our whole program beside the builder."""
    return re.sub(r"^hooks:\n(?:  .*\n)+", "", configuration, flags=re.MULTILINE)


def _built(work: Path, builder: list[str | Path]) -> Path:
    """Build the project's site in a folder of its own: not every builder can be told where to write."""
    work.mkdir(parents=True)
    for name in _SOURCES:
        part = ROOT / name
        (shutil.copytree if part.is_dir() else shutil.copy2)(part, work / name)
    configuration = work / "mkdocs.yml"
    configuration.write_text(without_hooks(configuration.read_text(encoding="utf-8")), encoding="utf-8")
    pipeline.build(ROOT / "corpus", work / "docs")
    environment = {**os.environ, "PYTHONPATH": str(work), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*builder, "build", "-f", "mkdocs.yml"], cwd=work, env=environment, check=True, stdout=sys.stderr)
    return work / "site"


def installed(folder: Path, builder: str, name: str) -> Path:
    """Install a builder, and what it shares with MkDocs at the versions of the lock; give its command."""
    venv.create(folder, with_pip=True)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    shared = [line for line in re.findall(r"^\S+==\S+", lock, re.MULTILINE) if line.split("==")[0] in SHARED[name]]
    pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, builder, *shared], check=True, stdout=sys.stderr)
    return folder / "bin" / name


if __name__ == "__main__":
    sys.exit(main())
