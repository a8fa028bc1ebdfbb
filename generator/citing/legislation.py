"""A text as schema.org knows legislation: the data that search engines read in the head of its page.

Nothing is said of legal force. A draft has not been passed by anybody and has no date of adoption.
"""

from typing import Any

from generator.citing.works import Work, name


def legislation(work: Work) -> dict[str, Any]:
    """Give the JSON-LD of a text, without the address of its page, which the builder knows."""
    maker = {"@type": "Organization", "name": work.author}
    adopted = {"legislationPassedBy": maker, "legislationDate": work.date}
    proposed = {"creator": maker, "datePublished": work.date}
    said = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": work.heading,
        "alternateName": None if work.is_draft else name(work.symbol),
        "legislationIdentifier": work.symbol,
        "legislationType": work.genre,
        **(proposed if work.is_draft else adopted),
        "inLanguage": work.language,
        "sameAs": work.official_address,
    }
    return {key: value for key, value in said.items() if value}
