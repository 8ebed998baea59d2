"""How to cite a voyage: in plain text and in BibTeX."""

import re
from datetime import date

from geo import messages
from geo.exchange.cite import VERSION, bibtex_entry
from geo.exchange.voyages.words import method_words
from geo.markup.voyages.sentence import headline_text
from geo.measure.voyages.records import Voyage
from geo.sentences import long_day


def cite_voyage_plain(voyage: Voyage, address: str, day: date, *, lit: str = "") -> str:
    """Return a citation of a voyage in plain text.

    Parameters
    ----------
    address
        Of the page that shows it.
    day
        The date of the visit.
    lit
        The `via` that the sentence speaks of; '' for the shortest Arctic way.
    """
    parts = [
        f"{messages.APP}, version {VERSION}: {headline_text(voyage, lit).rstrip('.')}",
        method_words(voyage, lit).rstrip("."),
        messages.NOT_FOR_NAVIGATION,
        long_day(day),
        address,
    ]
    return ". ".join(part for part in parts if part)


def cite_voyage_bibtex(voyage: Voyage, address: str, day: date, *, lit: str = "") -> str:
    """Return a citation of a voyage as one BibTeX entry of type misc; parameters as above."""
    ends = f"{voyage.origin.id}{voyage.destination.id}".lower()
    title = f"{messages.APP}: {headline_text(voyage, lit).rstrip('.')}"
    note = f"Version {VERSION}. {method_words(voyage, lit)} {messages.NOT_FOR_NAVIGATION}."
    key = re.sub(r"[^a-z0-9]+", "", ends) or "voyage"
    return bibtex_entry(key, title, note, address, day)
