"""Ask other sites whether the pages that ours leads to are still there: `python -m tests.ask_addresses SITE`.

Prints a report as Markdown. Exit code 0 whatever the answers are: they are for an editor to look at, and other sites
have their bad days. A host is asked one question at a time, with a pause, and left alone when it does not answer; of a
long list it is asked other addresses each week.
"""

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException
from itertools import groupby
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import msgspec

from generator.built_site import addresses_elsewhere, read_pages
from generator.writing.escape import escape

AT_MOST = 300  # addresses of one host in one run
PAUSE = 1.0  # seconds between two questions to one host
PATIENCE = 30  # seconds for one answer
LEFT_ALONE_AFTER = 5  # questions in a row that had no answer at all
SITES_AT_ONCE = 8

_PUNCTUATION = "%/:?#[]@!$&'()*+,;=~"  # what an address is made of, besides letters, digits and -._


class Verdict(StrEnum):
    """What an answer means for a reader who follows the link."""

    THERE = "there"
    GONE = "not there"
    UNSURE = "without an answer to rely on"


class Answer(msgspec.Struct, frozen=True):
    """What a site said of one address; `code` is none where it said nothing."""

    address: str
    code: int | None
    said: str

    @property
    def verdict(self) -> Verdict:
        """Sites that turn programs away, or are out of order, may still show the page to a reader."""
        if self.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            return Verdict.GONE
        return Verdict.THERE if self.code in range(200, 300) else Verdict.UNSURE


def ask(address: str) -> Answer:
    """Ask for one page, and stop reading as soon as it is known to be there."""
    try:
        with urlopen(Request(address, headers={"User-Agent": "operative-links/1"}), timeout=PATIENCE) as answer:
            return Answer(address, answer.status, "")
    except HTTPError as refusal:
        return Answer(address, refusal.code, f"{refusal.code} {refusal.reason}")
    except (OSError, HTTPException, ValueError) as error:
        return Answer(address, None, str(error) or type(error).__name__)


def ask_one_host(
    addresses: Iterable[str], pause: float = PAUSE, ask: Callable[[str], Answer] = ask
) -> Iterator[Answer]:
    """Ask one address after another, until the host has not answered a few times in a row."""
    silent = 0
    for address in addresses:
        if silent == LEFT_ALONE_AFTER:
            return
        answer = ask(address)
        silent = silent + 1 if answer.code is None else 0
        yield answer
        time.sleep(pause)


def chosen(addresses: Iterable[str], at_most: int, week: str) -> tuple[tuple[str, ...], ...]:
    """Give the addresses to ask this week, host by host: all of them, or as many as are allowed, others each week."""
    by_host = groupby(sorted(addresses, key=_host), key=_host)
    return tuple(tuple(sorted(group, key=lambda one: _draw(week, one))[:at_most]) for _, group in by_host)


def report(answers: Iterable[Answer], pages: Mapping[str, str]) -> str:
    """Say as Markdown how many were asked, and which are not there; `pages` has the page each address stands on."""
    answers = sorted(answers, key=lambda answer: answer.address)
    counted = Counter(answer.verdict for answer in answers)
    sums = ", ".join(f"{counted[verdict]} {verdict}" for verdict in Verdict)
    blocks = ["# Links to other sites", f"{len(answers)} of {len(pages)} addresses were asked for: {sums}."]
    for verdict in (Verdict.GONE, Verdict.UNSURE):
        lines = [
            f"- {_shown(one.address)} ({escape(one.said)}), from /{escape(pages[one.address])}"
            for one in answers
            if one.verdict is verdict
        ]
        if lines:
            blocks += [f"## {verdict.capitalize()}", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def main() -> None:
    """Ask and print."""
    usage = argparse.ArgumentParser(prog="python -m tests.ask_addresses", description=__doc__)
    usage.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")
    usage.add_argument("--at-most", type=int, default=AT_MOST, metavar="N", help=f"of one host (default: {AT_MOST})")
    asked = usage.parse_args()
    pages = addresses_elsewhere(read_pages(asked.site))
    hosts = chosen(pages, asked.at_most, f"{datetime.now(UTC):%G-%V}")
    with ThreadPoolExecutor(SITES_AT_ONCE) as pool:
        answers = [answer for some in pool.map(lambda one: tuple(ask_one_host(one)), hosts) for answer in some]
    sys.stdout.write(report(answers, pages))


def _shown(address: str) -> str:
    return f"<{quote(address, safe=_PUNCTUATION)}>"


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _draw(week: str, address: str) -> bytes:
    return hashlib.sha256(f"{week} {address}".encode()).digest()


if __name__ == "__main__":
    main()
