"""The month of the ice on the map: in the address, what the map is sent, the way to the season."""

from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.season_view import SeasonView
from geo.view import View
from pages import _components, _state
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
MOVE = """
import streamlit as st
from pages import _components, _state
_state.change(shown=("ice",), month=3)
_state.note_drawn()
st.session_state["position"] = st.session_state["moved"]
_components._moved(2)
st.session_state["found"] = (_state.current(), _state.is_drawn())
"""


@pytest.mark.parametrize(("query", "month"), [({}, 2), ({"month": "9"}, 9), ({"month": "13"}, 2)])
def test_the_map_shows_the_month_of_the_address_else_that_of_the_article(
    open_page: OpenPage, query: dict[str, str], month: int
) -> None:
    ice = open_page(show="ice", **query).scene["ice"]
    assert ice == {"month": month, "marked": 2, "whose": "article"}


def test_a_month_that_does_not_exist_is_named_and_the_map_stands(open_page: OpenPage) -> None:
    page = open_page(show="ice", month="13")
    assert "month “13”" in page.plain_text
    assert "ice" in page.scene["layers"]


@pytest.mark.parametrize(
    ("press", "month"),
    [
        *[({"month": 9}, 9), ({"month": 2}, 0)],  # the article's own month is not written
        *[({"month": 13}, 3), ({"month": "x"}, 3), ({"month": [9]}, 3), (None, 3)],
    ],
)
def test_a_month_that_the_slider_comes_to_is_noted_and_nothing_is_drawn_for_it(
    press: object, month: int
) -> None:
    app = AppTest.from_string(MOVE)
    app.session_state["moved"] = type("Value", (), {"press": press})()
    app.run()
    assert not app.exception
    assert app.session_state["found"] == (View(shown=("ice",), month=month), True)


def test_the_layer_leads_to_the_season_at_its_month_and_of_the_selected_route(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    _components.handle_press({"season": "nwp|route-4|9", "n": 1})
    assert state["kept_goes_elsewhere"] == "pages/season.py"
    assert _state.current_season() == SeasonView(route="nwp", way="route-4", month=9)
    _components.handle_press({"season": "||10", "n": 2})
    assert _state.current_season() == SeasonView(route="nwp", way="route-4", month=10)
    _components.handle_press({"season": "suez||11", "n": 3})
    assert _state.current_season() == SeasonView(route="nwp", way="route-4", month=11)
    assert _state.last_press() == 3


@pytest.mark.parametrize("asked", ["||13", "||x", "suez||", 9])
def test_a_month_that_does_not_exist_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch, asked: object
) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    _components.handle_press({"season": asked, "n": 1})
    assert "kept_goes_elsewhere" not in state
