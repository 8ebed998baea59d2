"""The map of the ice as inline SVG: twelve months one upon the other, of which a sheet shows one.

What is of one month has its class: `<g class="m9">` is seen where the page's part stands under
`data-month="9"`, and `not-m2` is hidden under `data-month="2"`. So another month needs no drawing.
Ice and edges lie under the land, as the field goes on there without meaning anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo import messages
from geo.draw.season_names import map_names
from geo.draw.voyage_ground import disc_box
from geo.draw.voyage_lines import DISC_RADIUS, in_disc, on_disc, path_of, thinned
from geo.escape import Markup, svg_element
from geo.geodesy import Position, extract_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.draw.season_ice import IceMonth
    from geo.draw.type_lines import Points
    from geo.draw.voyage_ground import Ground


@dataclass(frozen=True)
class DrawnRoute:
    """A route on the map of the ice: its id, what it is called, its track in lon and lat.

    Attributes
    ----------
    is_lit
        Whether it is the chosen one, which has the accent.
    """

    id: str
    name: str
    track: BaseGeometry
    is_lit: bool = False

    def runs(self) -> list[Points]:
        """Return its parts on the disc, in units of the disc."""
        lines: list[list[Position]] = [
            [(float(lon), float(lat)) for lon, lat, *_ in line.coords]
            for line in extract_lines(self.track)
        ]
        return [run for line in lines for run in in_disc(on_disc(line))]


def season_map(
    months: Sequence[IceMonth],
    ground: Ground,
    routes: Sequence[DrawnRoute],
    *,
    marked: int,
    whose: str,
    day: Markup | None = None,
) -> Markup:
    """Return the disc with the ice of all months.

    Parameters
    ----------
    routes
        Drawn in this order; the lit one belongs at the end.
    marked
        The month, 1 to 12, whose edge stays beside that of the chosen month.
    whose
        What that month is: 'the article’s month'.
    day
        The tiles of a day's picture; they lie between the ice, which goes where they are there, and
        its edges, which stay.
    """
    runs = {route.id: route.runs() for route in routes}
    land = ground.disc["land"]
    return svg_element(
        "div",
        svg_element(
            "svg",
            svg_element("circle", class_="disc", cx=0, cy=0, r=DISC_RADIUS),
            svg_element("g", *_fields(months), class_="ice-field"),
            day,
            svg_element("path", d=months[marked - 1].edge, class_=f"edge-marked not-m{marked}"),
            *_edges(months),
            svg_element("path", d=land, class_="land arctic"),
            svg_element("path", d=ground.disc["south"], class_="land"),
            svg_element("path", d=ground.disc["borders"], class_="borders"),
            svg_element("path", d=land, class_="coast"),
            svg_element("circle", class_="rim", cx=0, cy=0, r=DISC_RADIUS),
            *(_route(route, runs[route.id]) for route in routes),
            map_names(months, ground, routes, marked=marked, whose=whose),
            viewBox=disc_box(),
            role="img",
            aria_label=messages.ICE_MAP.format(names=_said(routes)),
        ),
        class_="season-map",
    )


def _said(routes: Sequence[DrawnRoute]) -> str:
    return f" {messages.ICE_MAP_AND} ".join(route.name for route in routes)


def _fields(months: Sequence[IceMonth]) -> Iterator[Markup]:
    for number, month in enumerate(months, 1):
        areas = (
            svg_element("path", d=d, class_=f"i{rank}") for rank, d in enumerate(month.areas, 2)
        )
        yield svg_element("g", *areas, class_=f"m{number}")


def _edges(months: Sequence[IceMonth]) -> Iterator[Markup]:
    for number, month in enumerate(months, 1):
        lines = (svg_element("path", d=month.edge, class_=name) for name in ("edge-halo", "edge"))
        yield svg_element("g", *lines, class_=f"m{number}")


def _route(route: DrawnRoute, runs: Sequence[Points]) -> Markup:
    d = path_of(thinned(run) for run in runs)
    lines = (svg_element("path", d=d, class_=name) for name in ("casing", "line"))
    return svg_element("g", *lines, class_="track lit" if route.is_lit else "track")
