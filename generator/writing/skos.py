"""The themes as data: a SKOS concept scheme in JSON-LD, with the close concepts of other vocabularies.

Identifiers are the addresses of the themes' pages, relative to the site's root, where this file stands.
"""

import json
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from generator.indexing.themes import Theme

PATH = "themes.json"

_SCHEME = "themes/"
_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "id": "@id",
    "type": "@type",
    "prefLabel": {"@id": "skos:prefLabel", "@language": "en"},
    "scopeNote": {"@id": "skos:scopeNote", "@language": "en"},
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "hasTopConcept": {"@id": "skos:hasTopConcept", "@type": "@id"},
    "relatedMatch": {"@id": "skos:relatedMatch", "@type": "@id"},
    "member": {"@id": "skos:member", "@type": "@id"},
}


def skos(themes: Iterable[Theme]) -> str:
    """Take the themes, give the concept scheme as JSON-LD; each pillar is a collection."""
    known = tuple(themes)
    scheme = {
        "id": _SCHEME,
        "type": "skos:ConceptScheme",
        "prefLabel": "Themes of United Nations resolutions",
        "hasTopConcept": [_address(theme) for theme in known],
    }
    by_pillar = groupby(sorted(known, key=attrgetter("pillar")), key=attrgetter("pillar"))
    collections = [
        {
            "id": f"{_SCHEME}#{pillar}",
            "type": "skos:Collection",
            "prefLabel": str(pillar).capitalize(),
            "member": [_address(theme) for theme in members],
        }
        for pillar, members in by_pillar
    ]
    graph = [scheme, *map(_concept, known), *collections]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, indent=2, ensure_ascii=False) + "\n"


def _address(theme: Theme) -> str:
    return f"{_SCHEME}{theme.id}/"


def _concept(theme: Theme) -> dict[str, Any]:
    return {
        "id": _address(theme),
        "type": "skos:Concept",
        "notation": theme.id,
        "prefLabel": theme.label,
        "scopeNote": theme.scope,
        "inScheme": _SCHEME,
        "topConceptOf": _SCHEME,
        "relatedMatch": [concept.uri for concept in theme.concepts],
    }
