"""The figure of the ice along the routes to print."""

import io
from datetime import date
from functools import partial

import pytest
from pypdf import PdfReader

from geo.catalogue.features import load_catalogue
from geo.draw.figure import FORMS, SIZES
from geo.exchange.season.ice_figure import make_ice_figure
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


def ice() -> partial[bytes]:
    """Return what makes the figure of the strips."""
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
    return partial(make_ice_figure, shown, OF_DAY)


WORDS = ("Kara Gate", "Bering Strait 2,633", "Northwest Passage", "jcm 3.0.0", "22 %")


@pytest.mark.parametrize("size", SIZES)
def test_the_figure_says_what_the_block_says(size: str) -> None:
    pdf = ice()(form="pdf", size=size, address=ADDRESS, day=DAY)
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(sheet.extract_text().split())
    for words in (*WORDS, ADDRESS, "Not for navigation"):
        assert words in text, words


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_made_and_the_same_again(form: str) -> None:
    make = ice()
    first = make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)
    assert first.startswith(BEGIN[form])
    assert first == make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)
