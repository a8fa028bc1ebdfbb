"""The commands: each takes what was asked and gives the exit code. Only here is anything printed.

0: done. 1: a text was left out (`build`, `parse`), or something is wrong with one (`check`, `build --strict`).
2: wrong usage or configuration. A module is loaded only when one of its commands is asked for.
"""

DONE, FAULTY, MISUSED = 0, 1, 2

HOMES = {
    "build": "editions",
    "check": "editions",
    "report": "editions",
    "lock": "editions",
    "align": "editions",
    "explain": "editions",
    "parse": "files",
    "add": "files",
    "site": "sites",
    "search": "sites",
    "seal": "sites",
    "links": "sites",
}
"""The module of each command; its function there has the command's name."""
