"""The printed calendar: what it says, its sizes and forms, and what stands unfolded in it."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from geo.catalogue.features import load_catalogue
from geo.errors import ExportError
from geo.exchange.season.sheet import FORMS, SIZES
from geo.exchange.season.when_figure import make_when_figure
from geo.markup.season.calendar import Calendar, folds
from geo.markup.season.lanes import Marked
from geo.measure.season.law import Law, load_law
from geo.measure.season.law_tables import (
    DATES,
    read_law_sources,
    read_notations,
    read_published_windows,
)
from geo.measure.season.published import newest_season
from geo.measure.transits import load_transits

ADDRESS, DAY = "https://example.org/season?zones=type-a", date(2026, 11, 30)
BEGIN = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}


def shown(*opened: str, law: Law | None = None) -> Calendar:
    features = load_catalogue().features
    return Calendar(
        law or load_law(),
        read_published_windows()[0],
        read_notations(),
        load_transits(),
        lambda feature: features[feature].name,
        marked=Marked(date(2025, 2, 26)),
        opened=opened,
        source=read_law_sources().get(DATES),
    )


def made(calendar: Calendar, form: str = "pdf", size: str = "a4") -> bytes:
    file = {"form": form, "size": size, "address": ADDRESS, "day": DAY}
    return make_when_figure(calendar, newest_season(), **file)  # type: ignore[arg-type]


def words(file: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(file)).pages
    return page.extract_text()


@pytest.mark.parametrize("size", SIZES)
def test_the_calendar_says_windows_day_sources_and_address(size: str) -> None:
    text = words(made(shown(), size=size))
    wanted = (
        "When can it be sailed?", "26 Feb 2025, the article", "15 Aug", "15 Oct", "62",
        "on no day by date: only by POLARIS or AIRSS", "First entry to last exit, 2025",
        "Department of Justice Canada (checked)", "Not for navigation", ADDRESS,
    )  # fmt: skip
    assert [one for one in wanted if one not in text] == []
    assert "zone 6 decides" not in text


def test_what_is_unfolded_is_printed_too() -> None:
    text = words(made(shown(*folds(load_law()))))
    assert "zone 6 decides" in text
    assert "zone 2: no entry" in text
    assert "Arctic Class 10, CAC 1" in text


@pytest.mark.parametrize("form", FORMS)
def test_it_is_the_same_each_time_in_each_form(form: str) -> None:
    file = made(shown(), form)
    assert file.startswith(BEGIN[form])
    assert file == made(shown(), form)


def test_without_dates_one_sentence_stands_in_their_place() -> None:
    text = words(made(shown(law=Law((), "The dates cannot be shown."))))
    assert "The dates cannot be shown." in text
    assert "First entry to last exit, 2025" in text


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ExportError, match="gif"):
        made(shown(), "gif")
