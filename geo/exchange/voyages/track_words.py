"""What every export of a reader's own track says: the sentence, and how it was measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from geo import messages
from geo.characters import one_line
from geo.markup.voyages.numbers import metres
from geo.markup.voyages.track import method_line, sentence_pieces
from geo.markup.voyages.track_words import called
from geo.measure.own_track.measuring import TrackReport
from geo.measure.own_track.straits import PassedStraits
from geo.measure.voyages.records import Ship

_NAME_CHARS = 40


@dataclass(frozen=True)
class TrackTaken:
    """A reader's own track as it is taken away.

    Attributes
    ----------
    report, passed
        What was measured along it, and the straits that it crosses.
    ship
        Whose draught the straits are compared with.
    name_of
        Names of the catalogue's features.
    address, day
        Of the page, and when; the track itself has no address.
    """

    report: TrackReport
    passed: PassedStraits
    ship: Ship
    name_of: Callable[[str], str]
    address: str
    day: date


def cited_pieces(taken: TrackTaken) -> list[tuple[str, bool]]:
    """Return the sentence in pieces, the file named in place of "your"; whether each is accent."""
    name = one_line(called(taken.report.name), max_chars=_NAME_CHARS)
    first = messages.OWN_TRACK_CITED.format(name=name)
    return list(sentence_pieces(taken.report, taken.name_of, first=first))


def cited_sentence(taken: TrackTaken) -> str:
    """Return the sentence, the file named in place of "your"."""
    return "".join(text for text, _ in cited_pieces(taken))


def method_words(taken: TrackTaken) -> str:
    """Return how it was measured, and which named route lies nearest."""
    return method_line(taken.report, taken.name_of)


def depth_words(taken: TrackTaken) -> Iterator[str]:
    """Yield the least depth of each strait against the draught, last those without one on file."""
    passed, draught = taken.passed, taken.ship.draught_m
    if not passed.straits:
        return
    yield messages.OWN_TRACK_DRAUGHT.format(draught=metres(draught))
    for strait in passed.straits:
        if strait.least_depth_m is not None:
            margin = strait.least_depth_m - draught
            pattern = messages.VOYAGE_TO_SPARE if margin > 0 else messages.VOYAGE_TOO_LITTLE
            least = f"{strait.name} {metres(strait.least_depth_m)} m"
            yield f"{least} ({pattern.format(depth=metres(abs(margin)))})"
    unknown = [strait.name for strait in passed.straits if strait.least_depth_m is None]
    if unknown:
        yield messages.VOYAGE_NONE_ON_FILE.format(names=", ".join(unknown))
