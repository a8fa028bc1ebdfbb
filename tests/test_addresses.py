"""Addresses on other sites are spelled in one place, and are well formed wherever they stand."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from generator import addresses
from generator.authorities import Authorities
from tests.reading_html import parse

ROOT = Path(__file__).parent.parent
URI_HOSTS = {"metadata.un.org", "eurovoc.europa.eu"}  # what they publish as identifiers begins with http
KNOWN_HOSTS = {
    "docs.un.org", "treaties.un.org", "www.ilo.org", "squidfunk.github.io", "docs.oasis-open.org", "www.w3.org",
    "www.rfc-editor.org", *URI_HOSTS,
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "address"),
    [
        (addresses.document("A/RES/59/166"), "https://docs.un.org/en/A/RES/59/166"),
        (addresses.document("S/RES/2331(2016)", "fr"), "https://docs.un.org/fr/S/RES/2331(2016)"),
        (
            addresses.treaty_status("XVIII-12-a"),
            "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18&clang=_en",
        ),
        (
            addresses.treaty_series("vol. 2237, No. 39574"),
            "https://treaties.un.org/doc/Publication/UNTS/Volume%202237/v2237.pdf",
        ),
        (addresses.treaty_series("vols. 2171 and 2173, No. 27531"), None),
        (
            addresses.treaty_series("vol. LX, No. 1414"),
            "https://treaties.un.org/doc/Publication/UNTS/LON/Volume%2060/v60.pdf",
        ),
        (
            addresses.ilo_instrument("C182"),
            "https://www.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C182",
        ),
    ],
)
def test_an_address_is_spelled(given: str | None, address: str | None) -> None:
    assert given == address


def test_no_other_module_spells_an_address_of_those_sites() -> None:
    for file in (ROOT / "generator").rglob("*.py"):
        if file.name != "addresses.py":
            spelled = re.findall(r"(?:docs|treaties|metadata)\.un\.org|ilo\.org|europa\.eu", file.read_text("utf-8"))
            assert spelled == [], file


def test_every_external_address_on_the_site_is_well_formed_and_of_a_host_that_we_mean(
    site: Path, authorities: Authorities
) -> None:
    meant = KNOWN_HOSTS | {
        urlsplit(one.address).hostname for one in authorities.instruments.by_id.values() if one.address
    }
    found = {address for file in site.rglob("*.html") for address in _external(parse(file.read_text("utf-8")))}
    assert len(found) > 100
    for address in found:
        parts = urlsplit(address)
        assert parts.scheme == ("http" if parts.hostname in URI_HOSTS else "https"), address
        assert parts.hostname in meant, address
        assert re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", address), address
        assert not re.search(r"%(?![0-9A-Fa-f]{2})", address), address


def _external(root: Element) -> list[str]:
    links = (link.get("href", "") for link in root.iter("a"))
    return [link for link in links if re.match(r"[a-z]+:|//", link)]
