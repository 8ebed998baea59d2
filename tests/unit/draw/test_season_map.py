"""The map of the ice: what is in it by month, under the land or above it, and where names stand."""

import html
import re
from functools import cache

import numpy as np
import pytest
import shapely

from geo import messages
from geo.draw.ready_ground import load_ground
from geo.draw.ready_ice import load_ice_months
from geo.draw.season_ice import IceMonth
from geo.draw.season_land import ice_of, land_of, lines_of, with_seen_edges
from geo.draw.season_map import DrawnRoute, season_map
from geo.draw.voyage_ground import Ground
from geo.escape import Markup, svg_element
from tests import shipped

FEBRUARY, SEPTEMBER = 2, 9
WHOSE = messages.ICE_WHOSE_MONTH["article"]
PX = 1000 / 166
"""Units in a pixel of the smallest disc."""


@cache
def ground() -> Ground:
    """Return the shipped ground."""
    return load_ground(shipped.catalogue())


@cache
def months() -> tuple[IceMonth, ...]:
    """Return the shipped ice as the map draws it."""
    return with_seen_edges(load_ice_months(), ground())


def routes(lit: str = "nsr") -> list[DrawnRoute]:
    """Return both routes by their first variant, the lit one last."""
    catalogue = shipped.catalogue()
    made = [
        DrawnRoute(
            one,
            messages.SEASON_ROUTES[one],
            next(iter(catalogue.shapes(one).values())),
            is_lit=one == lit,
        )
        for one in ("nsr", "nwp")
    ]
    return sorted(made, key=lambda one: one.is_lit)


@cache
def drawing(lit: str = "nsr", marked: int = FEBRUARY) -> Markup:
    """Return the map."""
    return season_map(months(), ground(), routes(lit), marked=marked, whose=WHOSE)


def texts(look: str, svg: str) -> list[str]:
    """Return what is written under a class."""
    found = re.findall(rf'<text[^>]*class="{look}"[^>]*>(.*?)</text>', svg)
    return [html.unescape(" ".join(re.findall(r">([^<]+)<", one))) for one in found]


def test_every_month_has_its_four_areas_and_its_edge() -> None:
    for month in range(1, 13):
        groups = re.findall(rf'<g class="m{month}">(.*?)</g>', drawing())
        areas, edge = groups
        assert re.findall(r'class="(i\d)"', areas) == ["i2", "i3", "i4", "i5"]
        assert re.findall(r'class="([\w-]+)"', edge) == ["edge-halo", "edge"]


def test_ice_and_edges_lie_under_the_land_and_routes_above_it() -> None:
    svg = drawing()
    order = ('class="ice-field"', "edge-marked", 'class="edge"', "land arctic", 'class="track"',
             'class="track lit"', 'class="names"')  # fmt: skip
    places = [svg.index(part) for part in order]
    assert places == sorted(places)


def test_the_edge_of_the_articles_month_is_hidden_in_that_month() -> None:
    (path,) = re.findall(r'<path d="([^"]*)" class="edge-marked not-m2">', drawing())
    assert path == months()[FEBRUARY - 1].edge


def test_the_picture_of_a_day_lies_between_the_ice_and_its_edges() -> None:
    day = svg_element("g", class_="day-tiles")
    svg = season_map(months(), ground(), routes(), marked=2, whose=WHOSE, day=day)
    places = [svg.index(part) for part in ("ice-field", "day-tiles", "edge-marked", "land arctic")]
    assert places == sorted(places)


@pytest.mark.parametrize("lit", ["nsr", "nwp"])
def test_routes_and_edges_are_named_and_the_chosen_route_is_lit(lit: str) -> None:
    svg = drawing(lit)
    other = {"nsr": "nwp", "nwp": "nsr"}[lit]
    assert texts("route lit", svg) == [messages.SEASON_ROUTES[lit]]
    assert texts("route other", svg) == [messages.SEASON_ROUTES[other]]
    assert texts("edge-name m9", svg) == ["15 % edge, September"]
    assert texts("edge-name marked m9", svg) == ["edge in February, the article’s month"]
    assert texts("edge-name m2", svg) == ["15 % edge, February, the article’s month"]
    assert texts("edge-name marked m2", svg) == []
    lands = {"Russia", "Greenland", "Canada", "U.S."}
    assert set(texts("land-name", svg)) == lands


@pytest.mark.parametrize("marked", range(1, 13))
def test_no_name_meets_another_or_a_line_of_its_month(marked: int) -> None:
    """Names are taken as narrower than they are by little: 0.9 of their letters."""
    svg = drawing("nsr", marked)
    placed = boxes_of(svg)
    tracks = [shapely.LineString(run / PX) for one in routes() for run in one.runs()]
    for month in range(1, 13):
        here = {name: box for (name, look), box in placed.items() if of_month(look, month)}
        shapes = list(here.values())
        for i, one in enumerate(shapes):
            assert not any(one.intersects(other) for other in shapes[:i]), (month, here.keys())
        edges = [months()[one - 1].edge for one in {month, marked}]
        lines = [shapely.LineString(line / PX) for d in edges for line in lines_of(d)]
        for (name, look), box in placed.items():
            if not of_month(look, month):
                continue
            met = tracks if "land" in look or "route" in look else [*tracks, *lines]
            assert not any(box.intersects(line) for line in met), (month, name)


@pytest.mark.parametrize("marked", range(1, 13))
@pytest.mark.parametrize("lit", ["nsr", "nwp"])
def test_the_name_of_an_edge_stands_on_open_water_in_every_month(lit: str, marked: int) -> None:
    placed = boxes_of(drawing(lit, marked))
    for month, ice in enumerate(map(ice_of, months()), 1):
        covered = shapely.transform(ice, lambda at: at / PX)
        named = [look for (_, look) in placed if f"m{month}" in look.split()]
        assert named, month
        for (name, look), box in placed.items():
            if look in named:
                assert not box.intersects(covered), (month, name)


def of_month(look: str, month: int) -> bool:
    """Return whether a name is seen in a month."""
    return f"m{month}" in look.split() or not re.search(r"\bm\d", look)


def boxes_of(svg: str) -> dict[tuple[str, str], shapely.Geometry]:
    """Return a box for each text, by what it says and its class, in pixels of the smallest disc."""
    sizes = {"route lit": 13, "route other": 12, "land-name": 9.5}
    found = {}
    for x, y, look, rows in re.findall(
        r'<text x="(-?\d+)" y="(-?\d+)" class="([^"]*)">(.*?)</text>', svg
    ):
        words = re.findall(r">([^<]+)</tspan>", html.unescape(rows))
        size = sizes.get(look, 11)
        wide = max(map(len, words)) * size * 0.45
        left, base = int(x) / PX - wide / 2, int(y) / PX
        below = base + (len(words) - 1) * 1.15 * size
        found[" ".join(words), look] = shapely.box(left, base - 0.7 * size, left + wide, below)
    return found


def test_an_edge_is_seen_on_the_sea_only() -> None:
    land = land_of(ground())
    inland = shapely.buffer(land, -6)
    assert np.hypot(*np.array(land.bounds[:2])) > 1000
    for month in months():
        for line in lines_of(month.edge):
            assert not shapely.LineString(line).intersects(inland)


def test_the_year_of_the_map_is_no_heavier_than_a_picture() -> None:
    assert len(drawing()) < 150_000
