"""Linking: what a note stands for, and which documents a text names."""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET

from generator import symbols
from generator.linking import ibid
from generator.linking.citations import cite, cite_and_name
from generator.linking.context import Context
from generator.linking.instruments import Instruments
from generator.model import Annex, Footnote, Paragraph, Resolution


def link(resolution: Resolution, instruments: Instruments) -> Resolution:
    """Take a text whose notes are resolved, and the authority file; give it with the documents that it names.

    A note that is an "Ibid." is read in its resolved form, and its offsets count there. A paragraph's tail is read
    with its words: its offsets go on after them, as if a space stood between. Nothing else is needed: no other text.
    """
    context = Context(symbol=resolution.symbol or None, organ=_organ(resolution), instruments=instruments)
    preamble, context = _paragraphs(resolution.preamble, context)
    operative, context = _paragraphs(resolution.operative, context)
    annexes = []
    for annex in resolution.annexes:
        linked, context = _annex(annex, context)
        annexes.append(linked)
    return msgspec.structs.replace(
        resolution,
        preamble=preamble,
        operative=operative,
        annexes=tuple(annexes),
        footnotes=tuple(_note(note, context) for note in resolution.footnotes),
    )


def read_words(paragraph: Paragraph) -> str:
    """Give the words of a paragraph in which its citations are counted: its own, then its tail's."""
    return paragraph.text if paragraph.tail is UNSET else f"{paragraph.text} {paragraph.tail.text}"


def _organ(resolution: Resolution) -> str | None:
    """The organ whose resolutions are meant where none is named: a draft's is the organ that is to adopt it."""
    return resolution.organ or symbols.organ_of(resolution.symbol)


def _paragraphs(paragraphs: Iterable[Paragraph], context: Context) -> tuple[tuple[Paragraph, ...], Context]:
    """Link paragraphs in the order they are read: each adds to what the later ones may refer to."""
    linked = []
    for paragraph in paragraphs:
        words = read_words(paragraph)
        citations, named = cite_and_name(words, context)
        context = msgspec.structs.replace(context, named=tuple(dict.fromkeys((*context.named, *named))))
        children, context = _paragraphs(paragraph.children, context)
        linked.append(msgspec.structs.replace(paragraph, children=children, citations=citations))
    return tuple(linked), context


def _annex(annex: Annex, context: Context) -> tuple[Annex, Context]:
    paragraphs, context = _paragraphs(annex.paragraphs, context)
    return msgspec.structs.replace(annex, paragraphs=paragraphs), context


def _note(note: Footnote, context: Context) -> Footnote:
    """Link a note; after an "Ibid." that nobody can resolve no organ goes without saying."""
    words = note.text if note.resolved is None else note.resolved
    organ = None if note.rule == ibid.UNRESOLVED and ibid.stands_first(note.text) else context.organ
    return msgspec.structs.replace(note, citations=cite(words, msgspec.structs.replace(context, organ=organ, named=())))
