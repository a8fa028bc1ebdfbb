"""The corpus of an earlier commit, unpacked beside the one of today."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.corpus import ConfigurationError


@contextmanager
def corpus_at(commit: str, corpus_folder: Path) -> Iterator[Path]:
    """Give a folder that holds the corpus as it was in a commit of its repository; it is gone afterwards.

    ConfigurationError if the corpus is in no repository, or the commit is not there.
    """
    folder = corpus_folder.resolve()
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    name = folder.relative_to(top).as_posix()
    _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    packed = _git(top, "archive", "--format=tar", f"{commit}:{name}" if name != "." else commit)
    with TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(place, filter="data")
        yield Path(place)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise ConfigurationError("git is not installed; the report reads the earlier corpus with it") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip() or "no such commit here"
        way_out = "name a commit that this clone has (a shallow one needs: git fetch origin main)"
        raise ConfigurationError(f"git {arguments[0]}: {said}; {way_out}") from error
    return done.stdout
