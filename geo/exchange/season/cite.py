"""How to cite the page of the season: in plain text and in BibTeX."""

from datetime import date

from geo import messages
from geo.exchange.cite import VERSION, bibtex_entry
from geo.sentences import long_day


def cite_season_plain(lead: str, address: str, day: date) -> str:
    """Return a citation of the page in plain text.

    Parameters
    ----------
    lead
        The sentence that begins the page, without markup.
    address
        Of the page.
    day
        The date of the visit.
    """
    parts = (
        f"{messages.APP}, version {VERSION}: {messages.SEASON}",
        lead.rstrip("."),
        messages.NOT_FOR_NAVIGATION,
        long_day(day),
        address,
    )
    return ". ".join(part for part in parts if part)


def cite_season_bibtex(lead: str, address: str, day: date) -> str:
    """Return a citation of the page as one BibTeX entry of type misc; parameters as above."""
    note = f"Version {VERSION}. {lead} {messages.NOT_FOR_NAVIGATION}."
    return bibtex_entry("season", f"{messages.APP}: {messages.SEASON}", note, address, day)
