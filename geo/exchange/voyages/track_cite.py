"""How to cite what was measured along a reader's own track: in plain text and in BibTeX."""

from geo import messages
from geo.exchange.cite import VERSION, bibtex_entry
from geo.exchange.voyages.track_words import TrackTaken, cited_sentence, method_words
from geo.sentences import long_day


def cite_track_plain(taken: TrackTaken) -> str:
    """Return a citation in plain text, which says that the track is the reader's own."""
    parts = [
        f"{messages.APP}, version {VERSION}: {cited_sentence(taken).rstrip('.')}",
        method_words(taken).rstrip("."),
        messages.OWN_TRACK_CITE_NOTE.rstrip("."),
        messages.NOT_FOR_NAVIGATION,
        long_day(taken.day),
        taken.address,
    ]
    return ". ".join(parts)


def cite_track_bibtex(taken: TrackTaken) -> str:
    """Return a citation as one BibTeX entry of type misc."""
    title = f"{messages.APP}: {cited_sentence(taken).rstrip('.')}"
    note = (
        f"Version {VERSION}. {method_words(taken)} {messages.OWN_TRACK_CITE_NOTE} "
        f"{messages.NOT_FOR_NAVIGATION}."
    )
    return bibtex_entry("owntrack", title, note, taken.address, taken.day)
