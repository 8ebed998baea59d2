"""The charts of the season: the answer, the years compared, and what a missing table leaves."""

import html
import re
from typing import TYPE_CHECKING

import pytest

from geo import messages
from pages import _cache
from tests.app.season import go
from tests.app.voyages import Voyages, started

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = "2025-02-26"


class Season(Voyages):
    """The page of the season."""

    def go(self, **query: object) -> "Season":
        """Open the page under an address."""
        go(self, **query)
        return self

    @property
    def said(self) -> str:
        """What all panels say."""
        return "\n".join(
            html.unescape(re.sub(r"<[^>]*>", " ", one)) for one in self.panels().values()
        )

    @property
    def charts(self) -> list[str]:
        """What each chart says of itself, in words."""
        return [one.proto.alt for one in self.app.get("vega_lite_chart")]


@pytest.fixture
def season() -> Season:
    """Return the app, at no address yet."""
    return Season(started().app)


def test_the_page_says_whether_ice_gets_less_and_who_sails_with_five_charts(
    season: Season,
) -> None:
    season.go(on=DAY)
    assert "Yes. September loses about 0.76 million km² each ten years" in season.said
    assert "37.0 million tonnes went by the Northern Sea Route in 2025" in season.said
    assert len(season.charts) == 5
    assert "2022 43 (CHNL) or 47 (Rosatom" in "".join(season.charts)


def test_two_years_are_compared_by_choice_and_stand_in_the_address(season: Season) -> None:
    season.go(on=DAY)
    assert "2024 and 2012" in season.charts[0]
    season.app.selectbox(key="season-year-1").set_value(2007).run()
    season.whole()
    assert "2024 and 2007" in season.charts[0]
    assert season.app.query_params["year"] == ["2024", "2007"]
    season.go(year=["1990", "2020"])
    assert "1990 and 2020" in season.charts[0]


def test_a_year_out_of_range_gets_a_sentence_and_the_charts_stand(season: Season) -> None:
    season.go(year="1850")
    said = [one.value for one in season.app.text]
    assert "The year to compare, 1850, is before the table of extents: 1978 to 2025." in said
    assert len(season.charts) == 5


def test_the_table_opens_with_every_year(season: Season) -> None:
    season.go(on=DAY)
    assert messages.SEASON_EXTENT_TABLE not in season.said
    season.app.button(key="season-less-to-table").click().run()
    season.whole()
    assert messages.SEASON_EXTENT_TABLE in season.said
    assert "N_09_extent_v4.0.csv" in season.said


@pytest.mark.parametrize(("reader", "reason", "left"), [
    ("extents", "The table of extents cannot be shown: it is gone.", 3),
    ("traffic", "The table of traffic cannot be shown: it is gone.", 2),
])  # fmt: skip
def test_without_a_table_one_sentence_stands_in_place_of_its_charts(
    monkeypatch: pytest.MonkeyPatch, season: Season, reader: str, reason: str, left: int
) -> None:
    gone: Callable[[], tuple[None, str]] = lambda: (None, reason)  # noqa: E731
    monkeypatch.setattr(_cache, reader, gone)
    season.go(on=DAY)
    assert reason in season.said
    assert len(season.charts) == left
