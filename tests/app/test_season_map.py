"""Season, the map of the ice: the month in the address, the routes, and a missing table."""

import json
from dataclasses import replace

import pytest

from geo import messages
from geo.catalogue.sea_ice import load_ice_grid
from pages import _season_map
from tests.app.season import go
from tests.app.voyages import Voyages, started

MAP = "season-map"


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


def told(page: Voyages) -> dict[str, object]:
    """Return what the script is told of the month."""
    sent = [json.loads(one.proto.json) for one in page.app.get("bidi_component")]
    (found,) = [one for one in sent if one["kind"] == "month"]
    return {name: found[name] for name in ("month", "press")}


def test_at_first_the_month_is_the_articles_and_the_address_is_bare(page: Voyages) -> None:
    go(page)
    assert told(page) == {"month": 2, "press": 0}
    assert page.address == {}
    figure = page.panel(MAP)
    assert 'class="month-tick l2 marked"' in figure
    assert "edge in February," in figure
    assert "the article’s month" in figure


def test_a_move_changes_the_address_and_nothing_that_is_drawn(page: Voyages) -> None:
    before = go(page).panel(MAP)
    page.press("month", {"month": 9, "n": 17})
    assert page.address == {"month": "9"}
    assert told(page) == {"month": 9, "press": 17}
    assert page.panel(MAP) == before
    page.press("month", {"month": 2, "n": 18})
    assert page.address == {}, "the article's month is not written"


@pytest.mark.parametrize("press", [{"month": 13, "n": 1}, {"month": "9"}, "9", {"n": "x"}, None])
def test_what_is_no_month_changes_nothing(page: Voyages, press: object) -> None:
    go(page).press("month", press)
    assert page.address == {}
    assert told(page)["month"] == 2


def test_a_link_restores_the_month_also_after_another_was_set(page: Voyages) -> None:
    go(page, month="9")
    assert told(page)["month"] == 9
    page.press("month", {"month": 11, "n": 5})
    go(page, month="4")
    assert told(page)["month"] == 4
    assert page.address == {"month": "4"}


def test_a_month_out_of_range_is_said_and_the_page_stands(page: Voyages) -> None:
    go(page, month="13")
    assert messages.NO_MONTH.format(month=13) in page.plain_text
    assert told(page)["month"] == 2
    assert "ice-field" in page.panel(MAP)


def test_the_chosen_route_has_the_accent_and_its_way_is_drawn(page: Voyages) -> None:
    first = go(page, route="nwp").panel(MAP)
    assert "Northwest" in first.split('class="route lit"')[1][:120]
    other = go(page, route="nwp", way="route-1").panel(MAP)
    assert other != first


def test_on_a_day_of_the_readers_own_the_mark_is_that_days_month(page: Voyages) -> None:
    figure = go(page, on="2024-09-03").panel(MAP)
    assert 'class="month-tick l9 marked"' in figure
    assert messages.ICE_WHOSE_MONTH["chosen"] in figure
    assert told(page)["month"] == 9


def test_the_days_picture_lies_in_the_map_only_where_it_is_asked_for(page: Voyages) -> None:
    assert "gibs.earthdata" not in go(page).panel(MAP)
    page.press(MAP, {"set": "picture", "value": "day", "n": 1})
    assert page.address == {"picture": "day"}
    figure = page.panel(MAP)
    assert "/2025-02-26/" in figure
    assert figure.index("ice-field") < figure.index("day-tiles") < figure.index("edge-marked")
    page.press(MAP, {"set": "picture", "value": "", "n": 2})
    assert "gibs.earthdata" not in page.panel(MAP)


def test_without_the_table_a_sentence_stands_in_place_of_the_map(
    page: Voyages, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = messages.ICE_GRID_MISSING.format(reason="sea_ice_normal.csv.gz is missing.")
    gone = replace(load_ice_grid(), missing=said)
    monkeypatch.setattr(_season_map, "load_ice_grid", lambda: gone)
    go(page)
    assert "sea_ice_normal.csv.gz is missing" in page.panel(MAP)
    assert "ice-field" not in page.panel(MAP)
    sent = [one.proto.json for one in page.app.get("bidi_component")]
    assert any(messages.SEASON_QUESTIONS["less"] in one for one in sent), "other blocks stand"
