"""What stands in the place of the chart before two ports are chosen."""

from collections.abc import Sequence

from geo import messages
from geo.escape import Markup, element
from geo.measure.voyages.records import Port


def empty_state(pairs: Sequence[tuple[Port, Port]]) -> Markup:
    """Return what to do first, with pairs of ports to begin with.

    Parameters
    ----------
    pairs
        Origin and destination of each.
    """
    buttons = (
        element(
            "li",
            element(
                "button",
                messages.VOYAGE_PAIR.format(origin=origin.name, destination=destination.name),
                type="button",
                data_pair=f"{origin.id}|{destination.id}",
            ),
        )
        for origin, destination in pairs
    )
    listed = (
        element("p", messages.VOYAGE_EMPTY_PAIRS, class_="small"),
        element("ul", *buttons, class_="pairs"),
    )
    return element(
        "section",
        element("h2", messages.VOYAGE_EMPTY, class_="voyage-sentence"),
        *(listed if pairs else ()),
        element("p", messages.VOYAGE_EMPTY_MAP, class_="small"),
        class_="voyages voyage-empty",
    )
