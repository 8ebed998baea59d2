"""The charts of the season: the answer, the years compared, and what a missing table leaves."""

import html
import json
import re
from base64 import b64decode
from typing import TYPE_CHECKING
from zlib import decompress

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from pages import _cache
from tests.app.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

SEASON = "pages/season.py"
DAY = "2025-02-26"


class Season:
    """The page of the season."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()

    def go(self, **query: object) -> "Season":
        """Open the page under an address, as a link does."""
        self.app.query_params.clear()
        for key, value in query.items():
            self.app.query_params[key] = value  # type: ignore[assignment]
        self.app.switch_page(SEASON).run()
        return self.whole()

    def whole(self) -> "Season":
        """Return the page, which has no traceback and no box that speaks of an error."""
        assert not self.app.exception
        assert not self.app.error
        return self

    @property
    def words(self) -> str:
        """What the panels say."""
        said = []
        for one in self.app.get("bidi_component"):
            data = json.loads(one.proto.json)
            packed = data.get("packed", "")
            markup = decompress(b64decode(packed)).decode() if packed else data.get("html", "")
            said.append(html.unescape(re.sub(r"<[^>]*>", " ", markup)))
        return "\n".join(said)

    @property
    def charts(self) -> list[str]:
        """What each chart says of itself, in words."""
        return [one.proto.alt for one in self.app.get("vega_lite_chart")]


@pytest.fixture
def season() -> Season:
    """Return the app, at no address yet."""
    return Season()


def test_the_page_says_whether_ice_gets_less_and_who_sails_with_five_charts(
    season: Season,
) -> None:
    season.go(on=DAY)
    assert "Yes. September loses about 0.76 million km² each ten years" in season.words
    assert "37.0 million tonnes went by the Northern Sea Route in 2025" in season.words
    assert len(season.charts) == 5
    assert "2022 43 (CHNL) or 47 (Rosatom)" in "".join(season.charts)


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
    assert "1850 is before the table: 1978 to 2025." in said
    assert len(season.charts) == 5


def test_the_table_opens_with_every_year(season: Season) -> None:
    season.go(on=DAY)
    assert messages.SEASON_EXTENT_TABLE not in season.words
    season.app.button(key="season-less-to-table").click().run()
    season.whole()
    assert messages.SEASON_EXTENT_TABLE in season.words
    assert "N_09_extent_v4.0.csv" in season.words


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
    assert reason in season.words
    assert len(season.charts) == left
