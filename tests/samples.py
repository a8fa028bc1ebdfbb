"""Resolutions built by hand for the tests of what is written from them."""

from typing import Any

from generator import addresses
from generator.model import (
    Annex,
    Citation,
    Closing,
    Correction,
    Footnote,
    Furniture,
    Heading,
    Mark,
    MastheadField,
    Origin,
    Paragraph,
    Problem,
    Resolution,
    Severity,
    Status,
    Table,
    Tail,
    Witness,
)
from generator.promise.lock import Fate, Locked, Said

LINE = ((1, 1),)
HOSTILE = (
    'a *b* _c_ [d](e) {: #f onclick="g" } <script>alert(1)</script> &amp; | `h` [^1] // ~~i~~ ==j== $k$ \\l ![m](n)'
)

UNRULY = """Two "parts" & <b>50 %</b> of children's {shares}, #1_2 \\x ~^$</script><script>alert(1)</script>"""
"""A title with everything that HTML, JSON, LaTeX and Jinja read as their own."""


def paragraph(anchor: str, text: str, printed: str | None = None, **fields: Any) -> Paragraph:
    """Build a paragraph; `printed` gives its label too."""
    label = printed.strip("().") if printed else None
    defaults = {
        "opening": None, "marks": (), "children": (), "lines": LINE, "themes": (), "addressees": (), "citations": (),
    }  # fmt: skip
    return Paragraph(anchor=anchor, text=text, label=label, printed=printed, **{**defaults, **fields})


def note(label: str, text: str, *cited_at: str, anchor: str | None = None) -> Footnote:
    """Build a footnote."""
    return Footnote(
        anchor=anchor or f"fn:{label}", label=label, text=text, resolved=None, rule=None, antecedent=None,
        cited_at=cited_at, lines=LINE, citations=(),
    )  # fmt: skip


def heading(before: str | None, anchor: str, label: str | None, text: str, *marks: Mark) -> Heading:
    """Build the heading of a section."""
    return Heading(before=before, anchor=anchor, label=label, text=text, marks=marks, lines=LINE)


def resolution(**fields: Any) -> Resolution:
    """Build a resolution with next to nothing in it, and whatever `fields` say."""
    defaults: dict[str, Any] = {
        "schema_version": 1, "symbol": "A/RES/99/1", "organ": "General Assembly", "status": Status.ADOPTED,
        "language": "en", "title": "Trade in sample texts", "title_marks": (), "session": None, "agenda_item": None,
        "committee_report": None, "adopted": None, "meeting": None, "distributed": None, "vote": None,
        "url": "A/RES/99/1/", "official_url": addresses.document(fields.get("symbol", "A/RES/99/1")), "enacting": None,
        "masthead": (),
        "preamble": (), "operative": (), "headings": (), "annexes": (), "footnotes": (), "closing": None,
        "source": Origin("corpus/texts/A-RES-99-1.txt", "0" * 64, 1234), "furniture": (), "corrections": (),
        "problems": (),
    }  # fmt: skip
    return Resolution(**{**defaults, **fields})


def _citation(text: str, at: int, symbol: str | None = None, pinpoint: str | None = None) -> Citation:
    return Citation(text, at, symbol, pinpoint, instrument=None, url=symbol and addresses.document(symbol))


RICH = resolution(
    replaces=("A/C.3/99/L.6",),
    title_marks=(Mark("*", 21),),
    session="99",
    agenda_item="12",
    committee_report="A/99/1",
    adopted="2044-12-20",
    meeting="74th plenary meeting",
    vote="Adopted without a vote",
    enacting="The General Assembly,",
    preamble=(
        paragraph(
            "pp1", "Recalling its resolution 1/1,", opening="Recalling", marks=(Mark("1", 29),), lines=((3, 3), (5, 6))
        ),
        paragraph(
            "pp2",
            "Bearing in mind:",
            opening="Bearing in mind",
            children=(paragraph("pp2-a", "One thing;", "(a)"), paragraph("pp2-b", "Another,", "(b)")),
        ),
        paragraph("pp3", HOSTILE, opening="a *b*"),
    ),
    operative=(
        paragraph("op1", "Takes note of the report;", "1.", opening="Takes note", marks=(Mark("1", 24), Mark("3", 25))),
        paragraph(
            "op2",
            "Also invites States, in particular:",
            "2.",
            opening="Also invites",
            children=(
                paragraph("op2-a", "To act;", "(a)", marks=(Mark("1", 6),)),
                paragraph(
                    "op2-b",
                    "To report on:",
                    "(b)",
                    children=(
                        paragraph("op2-b-i", "Trade;", "(i)"),
                        paragraph("op2-b-ii", "Samples;", "(ii)", tail=Tail("as the case may be;", (), LINE)),
                    ),
                ),
                paragraph("op2-n3", "1986. An item without a label;"),
            ),
            tail=Tail("and to do so soon;", (Mark("9", 17),), LINE),
        ),
        paragraph(
            "op3",
            "Adopts the scale: and no other;",
            "3.",
            opening="Adopts",
            tables=(Table(17, (("State", "Per cent | rate"), ("A*B", "0.1"), ("C",))),),
            marks=(Mark("3", 31),),
        ),
        paragraph("opu1", "Decides to remain seized of the matter.", opening="Decides"),
    ),
    headings=(
        heading("op1", "s1", "I", "Trade", Mark("3", 5)),
        heading("op3", "s2", "II", "# *Scale* {: #x }"),
    ),
    annexes=(
        Annex(
            "annex",
            "Annex",
            "Plan of <action>",
            (Mark("3", 16),),
            LINE,
            (heading("annex-p1", "annex-s1", None, "General"),),
            (paragraph("annex-p1", "We, the drafters of samples, agree.", "1."),),
        ),
    ),
    footnotes=(
        note("1", "Resolution 1/1, annex.", "pp1", "op1", "op2-a"),
        note("3", HOSTILE, "op1", "op3"),
        note("7", "1986. No mark calls for this one."),
        note("*", "Reissued for technical reasons.", "title", anchor="fn:star"),
    ),
    closing=Closing("74th plenary meeting\n20 December 2044", lines=LINE, marks=(Mark("3", 37),)),
    furniture=(Furniture(((2, 2), (4, 4)), "A/RES/99/1 <page>", "page head"),),
    corrections=(Correction(line=9, found="p rotect", shown="protect", why="split word", by=Witness.RULE),),
    problems=(Problem("corpus/texts/A-RES-99-1.txt", 9, "note-without-mark", Severity.WARNING, "note 7 has no mark"),),
)

DRAFT = resolution(
    symbol="A/C.3/99/L.7", url="A/C.3/99/L.7/", status=Status.DRAFT, title="A proposal",
    operative=(paragraph("op1", "Decides.", "1.", opening="Decides"),), adopted_as="A/RES/99/1",
)  # fmt: skip

UNTITLED = resolution(
    symbol="S/RES/9999(2044)", url="S/RES/9999(2044)/", organ="Security Council", title=None,
    enacting="The Security Council,", adopted="2044-01-02",
    preamble=(paragraph("pp1", "Recalling its resolution 1 (1946),", opening="Recalling"),),
    operative=(paragraph("op1", "Decides to meet.", opening="Decides"),),
)  # fmt: skip

COMPOSITE = resolution(
    symbol="A/RES/99/2A-B", url="A/RES/99/2A-B/", title=UNRULY, enacting="The General Assembly,",
    preamble=(
        paragraph("a-pp1", "Recalling one thing,", lines=((2, 2),)),
        paragraph(
            "b-pp1",
            "Recalling resolution 9999 (2044), paragraph 2 (b) (ii) of resolution 99/1 and resolution 11/3,",
            lines=((6, 6),),
            citations=(
                _citation("resolution 9999 (2044)", 10, "S/RES/9999(2044)"),
                _citation("paragraph 2 (b) (ii) of resolution 99/1", 34, "A/RES/99/1", "paragraph 2 (b) (ii)"),
                _citation("resolution 11/3", 78),
            ),
        ),
    ),
    operative=(
        paragraph("a-op1", "Decides.", "1.", lines=((3, 3),), marks=(Mark("1", 8),)),
        paragraph("b-op1", "Requests.", "1.", lines=((7, 7),), marks=(Mark("1", 9),)),
    ),
    masthead=(
        MastheadField("enacting", ((1, 1),), "The General Assembly,"),
        MastheadField("enacting", ((5, 5),), "The General Assembly,"),
    ),
    headings=(heading("a-pp1", "a", "A", ""), heading("b-pp1", "b", "B", "Second part")),
    footnotes=(note("1", "Of part A.", "a-op1", anchor="fn:a-1"), note("1", "Of part B.", "b-op1", anchor="fn:b-1")),
)  # fmt: skip

_SAID = Said("2026-11-25", "the reader took an item for a paragraph")
OLD_LINKS = (
    Locked("A/RES/99/1", "op9", Fate.MOVED, to="A/RES/99/1#op2-b", said=_SAID),
    Locked("A/RES/99/1", "fn:8", Fate.MOVED, to="A/RES/99/1#fn:7", said=_SAID),
    Locked("A/RES/99/1", "s9", Fate.MOVED, to="A/RES/99/1#s1", said=_SAID),
    Locked("A/RES/99/1", "annex9", Fate.MOVED, to="A/RES/99/1#annex", said=_SAID),
    Locked("A/RES/99/1", "op3", Fate.MOVED, to="A/RES/99/1#op1", said=_SAID),
    Locked("A/RES/99/1", "op3", Fate.PUBLISHED, "0" * 12),
    Locked("A/RES/99/7", "op1", Fate.PUBLISHED, "0" * 12),
    Locked("A/RES/99/7", "", Fate.WITHDRAWN, said=Said("2026-11-25", "it was brought in <twice>")),
    Locked("A/RES/99/8", "op4", Fate.PUBLISHED, "0" * 12),
    Locked("A/RES/99/8", "", Fate.MOVED, to="A/RES/99/1#", said=_SAID),
)

SAMPLES = (RICH, DRAFT, UNTITLED, COMPOSITE)
