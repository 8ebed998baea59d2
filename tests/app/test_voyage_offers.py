"""Voyages offered on the Atlas: under passages, on cards and in the tour, and where they lead."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.markup.tour import STEPS
from geo.season_view import SeasonView
from geo.view import View
from geo.voyage_view import VoyageView
from pages import _cache, _elsewhere, _state
from tests.app.conftest import ROOT, Page

OpenPage = Callable[..., Page]
VOYAGE = "From Rotterdam to Yokohama by the Northern Sea Route, a ship took 19 days in autumn."
HREF = "./voyages?from=rotterdam&to=yokohama&way=nsr"


@pytest.fixture
def with_voyage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Have one article that names a route and two ports."""
    st.cache_resource.clear()
    (tmp_path / "001_ship.txt").write_text(f"A ship\n\n{VOYAGE}\n", encoding="utf-8")
    monkeypatch.setattr(_cache, "SEEDS", tmp_path)
    yield
    st.cache_resource.clear()


@pytest.mark.usefixtures("with_voyage")
def test_the_column_offers_the_voyage_of_a_passage(open_page: OpenPage) -> None:
    column = html.unescape(open_page().panel("articles"))
    assert "Measure this voyage: Rotterdam to Yokohama" in column
    assert f'href="{HREF}"' in column


@pytest.mark.usefixtures("with_voyage")
def test_a_frame_on_another_site_offers_none(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_state, "is_embedded", lambda: True)
    page = open_page(**{"with": "articles", "feature": "nsr"})
    assert VOYAGE.split(",", maxsplit=1)[0][-10:] in re.sub("<[^>]+>", "", page.panel("articles"))
    assert "Northern Sea Route" in page.panel("card-panel")
    assert not any("data-voyage" in made for made in page.panels().values())


def test_an_article_that_a_reader_adds_offers_its_voyage(open_page: OpenPage) -> None:
    app = open_page().app.switch_page("pages/articles.py").run()
    app.file_uploader[0].set_value(
        [("own.txt", f"A ship\n\n{VOYAGE}".encode(), "text/plain")]
    ).run()
    page = Page(app.switch_page("pages/atlas.py").run())
    assert not page.app.exception
    assert f'href="{HREF}"' in html.unescape(page.panel("articles"))


@pytest.mark.parametrize("feature", ["nsr", "nep", "nwp", "tsr", "suez", "panama", "arctic-bridge"])
def test_the_card_of_a_route_offers_its_pairs(open_page: OpenPage, feature: str) -> None:
    card = html.unescape(open_page(feature=feature).panel("card-panel"))
    assert f"{messages.OFFERS}: <a" in card
    assert 1 <= card.count('href="./voyages?') <= 3


def test_other_cards_offer_none(open_page: OpenPage) -> None:
    assert "data-voyage" not in open_page(feature="kara-sea").panel("card-panel")


def test_the_tour_leads_to_a_voyage(open_page: OpenPage) -> None:
    number = next(n for n, step in enumerate(STEPS, start=1) if step.offer)
    tour = html.unescape(open_page(tour=str(number)).panel("tour"))
    assert f'href="{HREF}"' in tour
    assert re.search(r"[\d,]+ nautical miles by this route", tour)


def press(monkeypatch: pytest.MonkeyPatch, asked: dict[str, object]) -> dict[str, object]:
    """Return what is stored after a press, and whether it was left to the panel."""
    state: dict[str, object] = {}
    monkeypatch.setattr(_state.st, "session_state", SimpleState(state))
    left: list[object] = []
    _elsewhere.or_else(left.append)(asked)
    page, voyage, season = (
        state.get("kept_goes_elsewhere"),
        _state.current_voyage(),
        _state.current_season(),
    )
    return {"page": page, "left": left, "voyage": voyage, "season": season, "state": state}


class SimpleState(dict[str, object]):
    """A session's state for a function that runs outside a session."""

    def __init__(self, held: dict[str, object]) -> None:
        super().__init__()
        self._held = held

    def get(self, key: str, default: object = None) -> object:
        return self._held.get(key, default)

    def __setitem__(self, key: str, value: object) -> None:
        self._held[key] = value


def test_a_press_on_an_offer_goes_to_its_voyage(monkeypatch: pytest.MonkeyPatch) -> None:
    done = press(monkeypatch, {"voyage": "rotterdam|yokohama|nsr", "n": 1})
    assert done["page"] == "pages/voyages.py"
    assert done["left"] == []
    voyage = done["voyage"]
    assert isinstance(voyage, VoyageView)
    assert (voyage.origin, voyage.destination, voyage.way) == ("rotterdam", "yokohama", "nsr")


@pytest.mark.parametrize(
    ("asked", "route", "way"),
    [("nwp|route-4", "nwp", "route-4"), ("nsr|", "nsr", ""), ("nwp|nowhere", "nwp", "")],
)
def test_a_press_on_the_season_of_a_route_goes_there(
    monkeypatch: pytest.MonkeyPatch, asked: str, route: str, way: str
) -> None:
    done = press(monkeypatch, {"season": asked, "n": 1})
    assert done["page"] == "pages/season.py"
    season = done["season"]
    assert isinstance(season, SeasonView)
    assert (season.route, season.way) == (route, way)


@pytest.mark.parametrize("asked", ["suez|", "", 7, None])
def test_a_season_that_does_not_exist_is_not_gone_to(
    monkeypatch: pytest.MonkeyPatch, asked: object
) -> None:
    assert press(monkeypatch, {"season": asked, "n": 1})["page"] is None


def test_a_press_on_the_passages_of_a_way_goes_to_the_atlas(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = press(monkeypatch, {"atlas": "suez", "n": 1})
    assert done["page"] == "pages/atlas.py"
    state = done["state"]
    assert isinstance(state, dict)
    assert state["view"].feature == "suez"


def test_a_press_on_the_ice_of_a_month_switches_its_layer_on_in_the_atlas(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = press(monkeypatch, {"atlas": "nwp||route-4|9", "n": 1})["state"]
    assert isinstance(state, dict)
    assert state["view"] == View(feature="nwp", variant="route-4", shown=("ice",), month=9)


@pytest.mark.parametrize(
    "asked",
    [
        {"voyage": "rotterdam|yokohama"},
        {"voyage": "rotterdam|nowhere|nsr"},
        {"voyage": "rotterdam|yokohama|moon"},
        {"voyage": ["rotterdam", "yokohama", "nsr"]},
        {"voyage": None},
        {"atlas": "nowhere"},
        {"atlas": {"a": 1}},
    ],
)
def test_a_press_that_asks_for_what_does_not_exist_goes_nowhere(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, object]
) -> None:
    assert not press(monkeypatch, asked)["page"]


def test_other_presses_are_left_to_the_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    done = press(monkeypatch, {"feature": "nsr"})
    assert done["left"] == [{"feature": "nsr"}]
    assert done["page"] is None


def test_ways_side_by_side_lead_to_the_passages_that_name_them(open_page: OpenPage) -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240).run()
    app.query_params["from"], app.query_params["to"] = "rotterdam", "yokohama"
    table = html.unescape(Page(app.switch_page("pages/voyages.py").run()).panel("voyage-beside"))
    row = table.partition('class="row-passages"')[2].partition("</tr>")[0]
    assert 'href="./?feature=nsr" data-atlas="nsr"' in row
    shown = open_page(feature="nsr").sentence
    said = re.search(r">(\d+ passages?)<", row)
    assert said
    assert said[1] in shown


def test_the_atlas_does_not_load_what_measures_voyages() -> None:
    code = (
        "import json\n"
        "from streamlit.testing.v1 import AppTest\n"
        f"app = AppTest.from_file({str(ROOT / 'dashboard.py')!r}, default_timeout=240)\n"
        "app.query_params['feature'] = 'nsr'\n"
        "app.run()\n"
        "from geo.measure.voyages.network import _load\n"
        "print(json.dumps([_load.cache_info().currsize, len(app.exception)]))\n"
    )
    ran = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert json.loads(ran.stdout.splitlines()[-1]) == [0, 0]
