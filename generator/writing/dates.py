"""Dates as a reader writes them."""

from datetime import date

from generator.model import Resolution


def in_words(iso: str) -> str:
    """Give "2004-12-20" as "20 December 2004"; what is no ISO date comes back unchanged."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def year(text: Resolution) -> str:
    """Give the year a text is listed under: that of its adoption, else of its distribution, else "Undated"."""
    return (text.adopted or text.distributed or "")[:4] or "Undated"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
