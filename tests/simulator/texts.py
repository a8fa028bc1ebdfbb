"""Strategies that draw a resolution's tree: any organ's, with items three deep, sections, annexes and notes."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from tests.simulator import phrases
from tests.simulator.tree import Annex, Head, Node, Note, Section, Text

_SLOT = "°"
_LETTERS = "abcdefghijklmnop"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi")
_CAPITAL_ROMANS = ("I", "II", "III", "IV")


@st.composite
def texts(draw: st.DrawFn, organ: str = "General Assembly") -> Text:
    """A resolution of `organ`: "General Assembly", "Security Council" or "Commission on Human Rights"."""
    preamble = tuple(draw(_preambular()) for _ in range(draw(st.integers(1, 8))))
    shape = draw(st.sampled_from(("plain", "plain", "plain", "restart", "run on", "single")))
    operative: tuple[Node, ...] = ()
    sections: tuple[Section, ...] = ()
    if shape in {"restart", "run on"}:
        sections = draw(_sections(restart=shape == "restart"))
    elif shape == "single":
        operative = (draw(_plain_operative(None, ".")),)
    else:
        operative = draw(_operative(count(1), draw(st.integers(2, 12)), last=True))
    annexes = draw(_annexes()) if draw(st.integers(0, 3)) == 3 else ()
    text = Text(draw(_heads(organ)), preamble, operative, sections, annexes, ())
    return draw(_noted(text))


@st.composite
def _preambular(draw: st.DrawFn) -> Node:
    opening, joint = draw(st.sampled_from(phrases.PREAMBULAR_OPENINGS))
    return Node(None, f"{opening}{joint}{draw(_clause())},", opening)


@st.composite
def _clause(draw: st.DrawFn) -> str:
    thing = draw(st.sampled_from(phrases.THINGS))
    more = draw(st.lists(st.sampled_from(phrases.EXTENSIONS), max_size=3, unique=True))
    return ", ".join([thing, *more])


@st.composite
def _operative(draw: st.DrawFn, numbers: "count[int]", length: int, *, last: bool) -> tuple[Node, ...]:
    found = []
    for place in range(length):
        label = str(next(numbers))
        if last and place == length - 1:
            opening, rest = draw(st.sampled_from(phrases.LAST))
            found.append(Node(label, opening + rest, opening))
        elif draw(st.integers(0, 3)) == 3:
            found.append(draw(_listing(label)))
        else:
            found.append(draw(_plain_operative(label, ";")))
    return tuple(found)


@st.composite
def _plain_operative(draw: st.DrawFn, label: str | None, stop: str) -> Node:
    opening, joint = draw(st.sampled_from(phrases.OPERATIVE_OPENINGS))
    return Node(label, f"{opening}{joint}{draw(_clause())}{stop}", opening)


@st.composite
def _listing(draw: st.DrawFn, label: str) -> Node:
    opening, rest = draw(st.sampled_from(phrases.CHAPEAUX))
    items = draw(_items(1))
    tail = ""
    if not items[-1].items and draw(st.integers(0, 2)) == 2:
        tail = draw(st.sampled_from(phrases.TAILS)) + ";"
    return Node(label, opening + rest, opening, items, tail)


@st.composite
def _items(draw: st.DrawFn, level: int) -> tuple[Node, ...]:
    labels: Sequence[str] = _ROMANS if level == 2 else _LETTERS
    length = draw(st.integers(2, 11 if level == 1 and draw(st.integers(0, 7)) == 7 else 4))
    found = []
    for label in labels[:length]:
        if level < 3 and draw(st.integers(0, 5)) == 5:
            found.append(Node(label, draw(st.sampled_from(phrases.ITEM_CHAPEAUX)), items=draw(_items(level + 1))))
        else:
            opening = draw(st.sampled_from(phrases.ITEM_OPENINGS))
            found.append(Node(label, f"{opening}{draw(_clause())};"))
    return tuple(found)


@st.composite
def _sections(draw: st.DrawFn, *, restart: bool) -> tuple[Section, ...]:
    titles = draw(st.sampled_from((phrases.SECTION_TITLES, ("",) * 4)))
    labels = draw(st.sampled_from((_CAPITAL_ROMANS, ("A", "B", "C", "D"))))
    length = draw(st.integers(2, 3))
    numbers = count(1)
    found = []
    for place in range(length):
        if restart:
            numbers = count(1)
        paragraphs = draw(_operative(numbers, draw(st.integers(2, 4)), last=place == length - 1))
        found.append(Section(labels[place], titles[place], paragraphs))
    return tuple(found)


@st.composite
def _annexes(draw: st.DrawFn) -> tuple[Annex, ...]:
    length = draw(st.integers(1, 2))
    labels = ["Annex"] if length == 1 else ["Annex I", "Annex II"]
    return tuple(
        Annex(label, phrases.ANNEX_TITLES[place], draw(_annex_paragraphs())) for place, label in enumerate(labels)
    )


@st.composite
def _annex_paragraphs(draw: st.DrawFn) -> tuple[Node, ...]:
    found = []
    for label in range(1, draw(st.integers(2, 5)) + 1):
        opening = draw(st.sampled_from(phrases.ANNEX_OPENINGS))
        if draw(st.integers(0, 4)) == 4:
            found.append(Node(str(label), f"{opening.strip()}:", items=_ended(draw(_items(2)))))
        else:
            found.append(Node(str(label), f"{opening}{draw(_clause())}."))
    return tuple(Node(node.label, node.words, items=_relabelled(node.items) if node.items else ()) for node in found)


def _relabelled(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """Items of an annex: (a), (b) … without items of their own."""
    return tuple(
        Node(letter, node.words.replace(":", stop)) for letter, node, stop in zip(
            _LETTERS, items, (";",) * (len(items) - 1) + (".",), strict=False
        )
    )  # fmt: skip


def _ended(items: tuple[Node, ...]) -> tuple[Node, ...]:
    last = items[-1]
    return (*items[:-1], Node(last.label, re.sub(r"[;:]$", ".", last.words)))


@st.composite
def _heads(draw: st.DrawFn, organ: str) -> Head:
    adopted = date(1993, 1, 4) + timedelta(days=draw(st.integers(0, 9000)))
    session, number = draw(st.integers(49, 78)), draw(st.integers(1, 299))
    symbol, printed = {
        "General Assembly": (f"A/RES/{session}/{number}", f"{session}/{number}"),
        "Security Council": (f"S/RES/{number + 800}({adopted.year})", f"{number + 800} ({adopted.year})"),
        "Commission on Human Rights": (f"E/CN.4/RES/{adopted.year}/{number}", f"{adopted.year}/{number}"),
    }[organ]
    title = draw(st.sampled_from(phrases.SUBJECTS)).split(",")[0]
    return Head(
        organ=organ,
        symbol=symbol,
        number=printed,
        title=title[0].upper() + title[1:],
        session=draw(st.sampled_from(phrases.SESSIONS)),
        agenda_item=draw(st.sampled_from(("98", "108", "28 (a)", "64 (b) and (c)"))),
        report=f"A/{session}/{draw(st.integers(400, 999))}",
        adopted=adopted,
        distributed=adopted + timedelta(days=draw(st.integers(5, 70))),
        meeting=draw(st.integers(3000, 8999) if organ == "Security Council" else st.integers(40, 99)),
    )


@st.composite
def _noted(draw: st.DrawFn, text: Text) -> Text:
    """The text with a mark in some of its slots, and the notes for them."""
    start = draw(st.sampled_from((1, 1, 1, 8, 22, 57, 101)))
    notes: list[Note] = []

    def mark(slot: re.Match[str]) -> str:
        """A new note, now and then an earlier one again, else nothing."""
        drawn = draw(st.integers(0, 9))
        # An earlier mark is never printed beside a digit: "77/2281" could as well be a resolution.
        if drawn == 9 and notes and not slot.string[slot.start() - 1].isdigit():
            return f"[^{draw(st.sampled_from(notes)).label}]"
        if drawn < 5:
            return ""
        notes.append(Note(str(start + len(notes)), draw(_note_words(notes))))
        return f"[^{notes[-1].label}]"

    def words(printed: str) -> str:
        return re.sub(_SLOT, mark, re.sub(rf"{_SLOT}([,;.:])", rf"\1{_SLOT}", printed))

    def node(given: Node) -> Node:
        own = words(given.words)
        items = tuple(node(item) for item in given.items)
        return Node(given.label, own, given.opening, items, words(given.tail))

    def nodes(given: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(node(each) for each in given)

    return Text(
        text.head,
        nodes(text.preamble),
        nodes(text.operative),
        tuple(Section(section.label, section.title, nodes(section.paragraphs)) for section in text.sections),
        tuple(Annex(annex.label, annex.title, nodes(annex.paragraphs)) for annex in text.annexes),
        tuple(notes),
    )


@st.composite
def _note_words(draw: st.DrawFn, notes: list[Note]) -> str:
    """A source, or an "Ibid." that carries on the chain above it."""
    source, following = draw(st.sampled_from(phrases.SOURCES))
    before = {words for pair in phrases.SOURCES[:2] for words in pair}
    if notes and notes[-1].words in before and draw(st.booleans()):
        return next(pair[1] for pair in phrases.SOURCES if notes[-1].words in pair)
    return source if draw(st.integers(0, 9)) else following
