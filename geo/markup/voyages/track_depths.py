"""A reader's own track: the straits that it crosses, as deep as they are, against the draught."""

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages.numbers import metres
from geo.markup.voyages.straits import straits_of, to_spare
from geo.measure.own_track.straits import PassedStraits
from geo.measure.voyages.records import Ship


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
    name = element("span", messages.OWN_TRACK_DEPTH, element("small", draught), class_="lane-name")
    said = to_spare(passed, ship)
    rows = join(straits_of(passed, ship), element("p", said, class_="track-spare") if said else "")
    lane = element("div", name, element("div", rows, class_="lane-rows"), class_="lane depth")
    return element("div", lane, class_="voyages track-lanes track-depths")
