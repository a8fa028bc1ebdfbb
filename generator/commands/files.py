"""Commands on single files: read one, or bring some into a corpus."""

import argparse
import sys

import msgspec

from generator import add as adding
from generator import problems
from generator.authorities import read_authorities
from generator.commands import DONE, FAULTY
from generator.commands.printing import print_problems
from generator.gathering import read_and_audit
from generator.handed_in import read_any_file
from generator.indexing.overriding import override_faults
from generator.writing import twin


def parse(asked: argparse.Namespace) -> int:
    """Print the JSON twin of one text; 1 if it cannot be read."""
    text, found = read_any_file(asked.file)
    authorities, faults = read_authorities(asked.corpus)
    print_problems(faults, asked.corpus, sys.stderr)
    resolution = None if text is None else read_and_audit(text, authorities)
    if text is not None and resolution is not None:
        found += override_faults(resolution, text.overrides, authorities.known)
    for line in problems.listed(msgspec.structs.replace(problem, path=str(asked.file)) for problem in found):
        print(line, file=sys.stderr)
    if resolution is None:
        return FAULTY
    sys.stdout.buffer.write(twin.encode(resolution).encode("utf-8"))
    return DONE


def add(asked: argparse.Namespace) -> int:
    """Bring texts into a corpus; 1 if something of them is wrong or was not taken."""
    added = adding.add(asked.files, asked.corpus)
    print_problems(added.problems, asked.corpus)
    for outcome, lines in (("left out", added.left_out), ("already there", added.present), ("written", added.written)):
        for line in lines:
            print(f"{outcome}: {line}")
    return FAULTY if problems.errors(added.problems) else DONE
