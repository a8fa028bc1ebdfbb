"""The metadata of a text or of an annex: who, when, which language and format, where it was published, its themes."""

from collections.abc import Iterator, Sequence

from generator.authorities import Authorities
from generator.exports import iris
from generator.exports.elements import Element, element
from generator.exports.references import PUBLISHER, label_of, references, theme, themes
from generator.model import Annex, Resolution, Status

_OURS = {"source": f"#{PUBLISHER}"}
_SUFFIX = ".xml"


def metadata(text: Resolution, authorities: Authorities, unplaced: Sequence[Element]) -> Element:
    """Give the metadata of a text; `unplaced` are the notes that have no place in it."""
    return element(
        "meta",
        {},
        _identification(text, "main", symbol=text.symbol, title=text.title, official=text.official_url),
        *_publication(text),
        *_classification(text, authorities),
        references(text, authorities),
        *([element("notes", _OURS, *unplaced)] if unplaced else ()),
    )


def metadata_of_annex(text: Resolution, annex: Annex, place: int) -> Element:
    """Give the metadata of the annex at `place`, counted from 1: it is a component of its text."""
    return element("meta", {}, _identification(text, f"annex_{place}", title=annex.title))


def _identification(text: Resolution, component: str, **others: str | None) -> Element:
    """The names, dates and authors at the three levels; `others` are more names of the work, each by its kind."""
    aliases = (element("FRBRalias", {"name": kind, "value": name}) for kind, name in others.items() if name)
    return element(
        "identification",
        _OURS,
        element("FRBRWork", {}, *_names(iris.work(text), component), *aliases, *_made(text), *_work(text)),
        element("FRBRExpression", {}, *_names(iris.expression(text), component), *_made(text), *_expression(text)),
        element(
            "FRBRManifestation",
            {},
            *_names(iris.expression(text), component, _SUFFIX),
            _date(text),
            element("FRBRauthor", {"href": f"#{PUBLISHER}"}),
            _value("FRBRformat", "application/akn+xml"),
        ),
    )


def _names(whole: str, component: str, suffix: str = "") -> Iterator[Element]:
    yield _value("FRBRthis", iris.component(whole, component, suffix))
    yield _value("FRBRuri", f"{whole}{suffix}")


def _made(text: Resolution) -> Iterator[Element]:
    yield _date(text)
    yield element("FRBRauthor", {"href": f"#{iris.actor(text)}"})


def _date(text: Resolution) -> Element:
    dated = iris.dated(text)
    return element("FRBRdate", {"date": dated.day, "name": dated.name})


def _work(text: Resolution) -> Iterator[Element]:
    yield _value("FRBRcountry", "un")
    yield _value("FRBRsubtype", "deliberation")
    yield _value("FRBRnumber", iris.number(text))


def _expression(text: Resolution) -> Iterator[Element]:
    """What is true of the words: whether they are a draft, that the official ones are not ours, their language."""
    if text.status is Status.DRAFT:
        yield element("FRBRversionNumber", {"value": iris.DRAFT, "showAs": "Draft resolution: proposed, not adopted"})
    yield _value("FRBRauthoritative", "false")
    yield element("FRBRlanguage", {"language": iris.language(text)})


def _publication(text: Resolution) -> Iterator[Element]:
    """The document in which the United Nations gave out the text, where the text says when it did."""
    if day := iris.day(text.distributed):
        shown = {"date": day, "name": "document", "number": text.symbol, "showAs": text.symbol}
        yield element("publication", shown)


def _classification(text: Resolution, authorities: Authorities) -> Iterator[Element]:
    keywords = [_keyword(identity, authorities) for identity in themes(text)]
    if keywords:
        yield element("classification", _OURS, *keywords)


def _keyword(identity: str, authorities: Authorities) -> Element:
    named = {
        "value": identity, "showAs": label_of(identity, authorities), "dictionary": f"#{PUBLISHER}",
        "refersTo": f"#{theme(identity)}",
    }  # fmt: skip
    return element("keyword", named)


def _value(name: str, value: str) -> Element:
    return element(name, {"value": value})
