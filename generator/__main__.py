"""The command line: run what was asked for, and set the exit code."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence

from generator.commands import HOMES, MISUSED
from generator.corpus import ConfigurationError
from generator.usage import usage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = usage().parse_args(arguments)
    home = importlib.import_module(f"generator.commands.{HOMES[asked.command]}")
    try:
        return int(getattr(home, asked.command)(asked))
    except (ConfigurationError, OSError) as error:
        print(f"operative: {error}", file=sys.stderr)
        return MISUSED


if __name__ == "__main__":
    # What is read stays to the end, and next to nothing is left in circles: the collector would only go through all
    # texts again and again, and taking a large corpus down piece by piece takes seconds.
    gc.disable()
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
