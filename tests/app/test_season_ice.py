"""Season, the ice along the routes: the answer, the month in the address, and a missing table."""

import re

import pandas as pd
import pytest

from geo.measure.season.ice import COLUMNS, IceAlong
from pages import _cache
from tests.app.season import go
from tests.app.voyages import Voyages, started

HEAD, STRIPS = "season-ice-head", "season-ice-strips"


@pytest.fixture
def page() -> Voyages:
    """Return the app, at no address yet."""
    return started()


def words(page: Voyages, panel: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.panel(panel)))


def months(page: Voyages) -> list[str]:
    return re.findall(r'ice-strips" data-month="(\d+)"', page.panel(STRIPS))


def test_the_answer_and_both_strips_are_there_and_the_chosen_route_comes_first(
    page: Voyages,
) -> None:
    go(page)
    said = words(page, HEAD)
    assert "in February all of the Northern Sea Route and 97 &#37; of the Northwest Passage" in said
    assert months(page) == ["2"]
    shown = words(page, STRIPS)
    assert shown.index("Northern Sea Route") < shown.index("Northwest Passage")
    go(page, route="nwp", way="route-4")
    shown = words(page, STRIPS)
    assert shown.index("Peel Sound, Rae and Simpson Straits") < shown.index("Northern Sea Route")


def test_the_month_of_the_address_is_chosen_and_one_out_of_range_is_not(page: Voyages) -> None:
    assert months(go(page, month="9")) == ["9"]
    assert months(go(page, month="13")) == ["2"]


def test_without_the_table_one_sentence_says_so_and_the_map_stands(
    page: Voyages, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = IceAlong(pd.DataFrame(columns=list(COLUMNS)), "The table is missing. Build it.")
    monkeypatch.setattr(_cache, "ice_along", lambda: none)
    go(page)
    assert "The table is missing. Build it." in words(page, HEAD)
    assert page.panel("season-map")
    assert page.panel(STRIPS) == ""
