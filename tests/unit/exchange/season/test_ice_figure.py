"""The figure of the ice along the routes to print."""

import io
from datetime import date
from functools import cache, partial

import pytest
from pypdf import PdfReader

from geo.catalogue.features import load_catalogue
from geo.draw.figure import FORMS, SIZES
from geo.draw.ready_ground import load_ground
from geo.draw.ready_ice import load_ice_months
from geo.draw.season_land import with_seen_edges
from geo.draw.season_map import DrawnRoute
from geo.exchange.season.ice_figure import make_ice_figure
from geo.exchange.season.ice_map import IceMap
from geo.markup.season.ice_strip import LEAST_GAP, Shown
from geo.measure.season.along import places_along
from geo.measure.season.ice import strip_of
from geo.measure.transits import load_transits

ADDRESS, DAY, OF_DAY = "https://example.org/season", date(2026, 11, 30), date(2025, 2, 26)
BEGIN = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}
FEATURES = load_catalogue().features


def name_of(identity: str) -> str:
    feature = FEATURES.get(identity)
    return feature.name if feature else identity


@cache
def ice_map() -> IceMap:
    """Return the map of September's ice with February's edge."""
    catalogue = load_catalogue()
    ground = load_ground(catalogue)
    tracks = (("nwp", "route-4"), ("nsr", "kara-gate-sannikov"))
    routes = [
        DrawnRoute(one, FEATURES[one].name, catalogue.shapes(one)[way], is_lit=one == "nsr")
        for one, way in tracks
    ]
    months = with_seen_edges(load_ice_months(), ground)
    return IceMap(months, ground, routes, 9, 2, "the article’s month")


def ice(shown_map: IceMap | None = None) -> partial[bytes]:
    """Return what makes the figure of the map and the strips."""
    shown = []
    for route, slug in (("nsr", "kara-gate-sannikov"), ("nwp", "route-4")):
        strip = strip_of(route, slug)
        assert strip is not None
        variant = next(one for one in FEATURES[route].variants if one.slug == slug)
        places = places_along(
            load_transits(),
            route,
            variant,
            name_of,
            length_nm=strip.length_nm,
            least_gap=LEAST_GAP,
        )
        shown.append(Shown(strip, FEATURES[route].name, variant.name, places, route == "nsr"))
    return partial(make_ice_figure, shown, OF_DAY, shown_map)


WORDS = (
    *("September, mean concentration", "15 % edge,", "edge in February,", "Greenland"),
    *("open, under 15 %", "Kara Gate", "Bering Strait 2,633", "Northwest Passage", "jcm 3.0.0"),
    "22 %",
)


@pytest.mark.parametrize("size", SIZES)
def test_the_figure_says_what_the_block_says(size: str) -> None:
    pdf = ice(ice_map())(form="pdf", size=size, address=ADDRESS, day=DAY)
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(sheet.extract_text().split())
    for words in (*WORDS, ADDRESS, "Not for navigation"):
        assert words in text, words


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_made_and_the_same_again(form: str) -> None:
    make = ice(ice_map())
    first = make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)
    assert first.startswith(BEGIN[form])
    assert first == make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)


def test_without_the_map_the_strips_stand_alone() -> None:
    pdf = ice()(form="pdf", size="a4", address=ADDRESS, day=DAY)
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    text = sheet.extract_text()
    assert "Kara Gate" in text
    assert "Greenland" not in text
