"""A hook of MkDocs: after each build, `mkdocs serve` included, the site is indexed, so that its search works."""

from pathlib import Path
from typing import Any

from generator.searching.engine import index


def on_post_build(config: Any) -> None:
    """Index the site that was built."""
    index(Path(config["site_dir"]))
