"""The commands and their arguments, as argparse reads them; `__main__` runs what was asked for."""

import argparse
from pathlib import Path
from typing import TypeAlias

from generator.building.shards import Shard

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)


def usage() -> argparse.ArgumentParser:
    """Give the parser of the command line; `command` is the name of the command that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m generator", description="United Nations resolutions as pages.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")
    _of_building(commands)
    _of_checking(commands)
    _of_editing(commands)
    _of_asking(commands)
    return parser


def _of_building(commands: _Commands) -> None:
    build = commands.add_parser("build", help="generate docs/ from a corpus")
    _add_corpus(build)
    _add_docs(build, "where to")
    build.add_argument("--strict", action="store_true", help="exit 1 on any error")
    _add_cache(build)
    site = commands.add_parser("site", help="build the site from docs/: only what changed is rendered anew")
    _add_docs(site, "where from")
    site.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="where to (default: site)")
    site.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="default: mkdocs.yml")
    _add_cache(site)
    parts = site.add_mutually_exclusive_group()
    parts.add_argument("--shard", type=_shard, metavar="K/N", help="render only one part of the pages, for --shards")
    parts.add_argument("--shards", type=Path, nargs="+", default=(), metavar="DIR", help="parts rendered before")
    search = commands.add_parser("search", help="index a built site, so that its search finds every paragraph")
    search.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")
    seal = commands.add_parser("seal", help="list in a built site what is read without a network")
    seal.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")


def _of_checking(commands: _Commands) -> None:
    check = commands.add_parser("check", help="hold a corpus against the laws; exit 1 on any error")
    _add_corpus(check)
    check.add_argument("--site", type=Path, metavar="DIR", help="a built site whose ids and links to check as well")
    _add_cache(check)
    links = commands.add_parser("links", help="print the addresses on other sites that a built site leads to")
    links.add_argument("site", type=Path, metavar="SITE", help="the folder that the builder wrote")
    report = commands.add_parser("report", help="print what the corpus changes since a commit, as Markdown")
    report.add_argument("base", metavar="BASE", help="a commit, such as origin/main")
    report.add_argument("--whole", type=Path, metavar="FILE", help="write it there; print what a comment has room for")
    _add_corpus(report)
    lock = commands.add_parser("lock", help="record published anchors, or what became of one")
    _add_corpus(lock)
    told = lock.add_mutually_exclusive_group()
    told.add_argument("--accept", nargs="+", metavar="PLACE", help="the words there are others now; or a whole text")
    told.add_argument("--move", nargs=2, metavar=("PLACE", "TO"), help="the words stand elsewhere now")
    told.add_argument("--withdraw", nargs="+", metavar="PLACE", help="they are there no longer; or a whole text")
    lock.add_argument("--why", metavar="WHY", help="the reason, for those who read the lock")


def _of_editing(commands: _Commands) -> None:
    parse = commands.add_parser("parse", help="print the JSON twin of one text")
    parse.add_argument("file", type=Path, metavar="FILE", help="a text, with a front matter or without")
    _add_corpus(parse)
    add = commands.add_parser("add", help="bring PDF, Word, HTML, Markdown or text files into a corpus")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a .pdf, .docx, .html, .md or .txt")
    _add_corpus(add)


def _of_asking(commands: _Commands) -> None:
    explain = commands.add_parser("explain", help="print why a paragraph has its themes and addressees")
    explain.add_argument("paragraph", metavar="SYMBOL#ANCHOR", help="such as A/RES/59/166#op18")
    _add_corpus(explain)
    align = commands.add_parser("align", help="print the pairs of paragraphs of two texts")
    align.add_argument("earlier", metavar="A", help="a symbol, such as A/RES/59/166")
    align.add_argument("later", metavar="B", help="the symbol of the later text")
    _add_corpus(align)


def _add_corpus(command: argparse.ArgumentParser) -> None:
    command.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR", help="default: corpus")


def _add_docs(command: argparse.ArgumentParser, use: str) -> None:
    command.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help=f"{use} (default: docs)")


def _add_cache(command: argparse.ArgumentParser) -> None:
    said = "what earlier work left, to be deleted at any time (default: .cache)"
    command.add_argument("--cache", type=Path, default=Path(".cache"), metavar="DIR", help=said)


def _shard(said: str) -> Shard:
    """Read "2/8"."""
    number, _, of = said.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{said}: say which part of how many, as in 2/8")
    return Shard(int(number), int(of))
