"""A reader's own track: the straits that it crosses, as deep as they are, against the draught."""

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages.numbers import metres
from geo.markup.voyages.straits import straits_of, to_spare
from geo.measure.own_track.straits import PassedStraits
from geo.measure.voyages.records import Ship
from geo.sentences import join_words


def depths(passed: PassedStraits, ship: Ship) -> Markup | None:
    """Return the straits with a depth on file as boxes, and the others by name; None without any.

    Parameters
    ----------
    ship
        Whose draught is drawn across the boxes.
    """
    if not passed.straits:
        return None
    draught = messages.OWN_TRACK_DRAUGHT.format(draught=metres(ship.draught_m))
    small = element("small", draught)
    name = element("span", messages.OWN_TRACK_DEPTH, small, class_="lane-name")
    lane = element("div", name, _rows(passed, ship), class_="lane depth")
    return element("div", lane, class_="voyages track-lanes track-depths")


def _rows(passed: PassedStraits, ship: Ship) -> Markup:
    said = to_spare(passed, ship)
    if said is None:
        names = join_words(strait.name for strait in passed.straits)
        return element("p", messages.OWN_TRACK_NO_DEPTHS.format(names=names), class_="lane-rows")
    spare = element("p", said, class_="track-spare")
    return element("div", join(straits_of(passed, ship), spare), class_="lane-rows")
