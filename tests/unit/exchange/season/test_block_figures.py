"""The figures of the calendar, the ice and POLARIS to print."""

import io
from datetime import date
from functools import partial

import pytest
from pypdf import PdfReader

from geo.catalogue.features import load_catalogue
from geo.draw.figure import FORMS, SIZES
from geo.exchange.season.ice_figure import make_ice_figure
from geo.exchange.season.polaris_figure import make_polaris_figure
from geo.exchange.season.when_figure import make_when_figure
from geo.markup.season.calendar import Calendar
from geo.markup.season.ice_strip import LEAST_GAP, Shown
from geo.markup.season.lanes import Marked
from geo.measure.season.along import places_along
from geo.measure.season.ice import strip_of
from geo.measure.season.law import load_law
from geo.measure.season.law_tables import (
    DATES,
    read_law_sources,
    read_notations,
    read_published_windows,
)
from geo.measure.season.polaris import assess, read_polaris
from geo.measure.season.published import newest_season
from geo.measure.transits import load_transits

ADDRESS, DAY, OF_DAY = "https://example.org/season", date(2026, 11, 30), date(2025, 2, 26)
BEGIN = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}
FEATURES = load_catalogue().features


def name_of(identity: str) -> str:
    feature = FEATURES.get(identity)
    return feature.name if feature else identity


def when(opened: tuple[str, ...] = ()) -> partial[bytes]:
    """Return what makes the figure of the calendar."""
    published, _ = read_published_windows()
    shown = Calendar(
        load_law(),
        published,
        read_notations(),
        load_transits(),
        name_of,
        marked=Marked(OF_DAY),
        opened=opened,
        source=read_law_sources().get(DATES),
    )
    return partial(make_when_figure, shown, newest_season())


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


def polaris() -> partial[bytes]:
    """Return what makes the figure of a sum."""
    tables, wrong = read_polaris()
    assert tables is not None, wrong
    found = assess(tables, "PC7", {"ice_free": 2, "thick_fy": 5, "second_year": 3})
    return partial(make_polaris_figure, tables, found)


MAKERS = {"when": when, "ice": ice, "polaris": polaris}
WORDS = {
    "when": ("Type A", "15 Aug", "15 Oct", "62", "26 Feb 2025", "SOR/2017-286", "30 Jun"),
    "ice": ("Kara Gate", "Bering Strait 2,633", "Northwest Passage", "jcm 3.0.0", "22 %"),
    "polaris": ("PC7", "sum −13", "−13 alone", "−3 escorted", "A sum, not a permission"),
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("size", SIZES)
def test_the_figure_says_what_the_block_says(name: str, size: str) -> None:
    pdf = MAKERS[name]()(form="pdf", size=size, address=ADDRESS, day=DAY)
    (sheet,) = PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(sheet.extract_text().split())
    for words in (*WORDS[name], ADDRESS, "Not for navigation"):
        assert words in text, words


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_made_and_the_same_again(name: str, form: str) -> None:
    make = MAKERS[name]()
    first = make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)
    assert first.startswith(BEGIN[form])
    assert first == make(form=form, size=next(iter(SIZES)), address=ADDRESS, day=DAY)


def test_the_calendar_is_drawn_as_it_is_unfolded() -> None:
    pdf = when(("type-a",))(form="pdf", size="a4", address=ADDRESS, day=DAY)
    text = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "zone 6 decides" in text
