"""Season, when it can be sailed: the calendar, its folds in the address, and a missing table."""

import re

import pytest

from geo.measure.season.law import Law
from pages import _season_when
from tests.app import season
from tests.app.voyages import Voyages, started

BLOCK = "season-when-calendar"


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


def go(page: Voyages, **query: str) -> str:
    return seen(season.go(page, **query))


def seen(page: Voyages) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.panel(BLOCK)))


def test_the_calendar_answers_and_marks_the_day_of_the_article(page: Voyages) -> None:
    words = go(page)
    assert "Types A to C have 32 to 62 days on the Northwest Passage, D and E none." in words
    assert "26 Feb 2025, the article" in words
    assert "15 Aug 15 Oct 62 days" in words
    assert "Admission table of 2013, lapsed" in words


def test_a_press_unfolds_the_zones_and_the_address_gives_them_again(page: Voyages) -> None:
    assert "zone 6 decides" not in go(page)
    page.press(BLOCK, {"set": "zones", "value": "type-b", "n": 1})
    assert page.address == {"zones": "type-b"}
    assert "zone 6 decides" in seen(page)
    assert "zone 6 decides" in go(page, zones="type-b")
    page.press(BLOCK, {"set": "zones", "value": "type-b", "n": 2})
    assert page.address == {}
    assert "zone 6 decides" not in go(page, zones="type-x")


def test_a_day_that_the_reader_chose_is_called_so_and_a_way_is_named_first(page: Voyages) -> None:
    words = go(page, route="nwp", way="route-6", on="2024-09-03")
    assert "3 Sep 2024, your day" in words
    assert "Ways 6 and 4" in words


def test_without_the_dates_one_sentence_stands_in_their_place(
    page: Voyages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_season_when, "load_law", lambda: Law((), "The dates cannot be shown."))
    words = go(page)
    assert "The dates cannot be shown." in words
    assert "season of 2025 lasted 141 days" in words
    assert "First entry to last exit, 2025" in words


def test_rows_of_other_ways_and_of_arctic_classes_unfold_too(page: Voyages) -> None:
    assert "zone 2: no entry" not in go(page, zones="arctic")
    page.press(BLOCK, {"set": "zones", "value": "type-a-way-1", "n": 1})
    assert "zone 2: no entry 23 to 342 nm" in seen(page)
    page.press(BLOCK, {"set": "zones", "value": "arctic-class-7-way-2", "n": 2})
    assert page.address == {"zones": ["arctic", "type-a-way-1", "arctic-class-7-way-2"]}
    assert "zone 2 decides" in seen(page)
