"""The month of the ice on the map: in the address, what the map is sent, no run for the slider."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.view import View
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
MOVE = """
import streamlit as st
from pages import _components, _state
_state.change(shown=("ice",), month=2)
_state.note_drawn()
st.session_state["position"] = st.session_state["moved"]
_components._moved()
st.session_state["found"] = (_state.current(), _state.is_drawn())
"""


@pytest.mark.parametrize(("query", "month"), [({}, 2), ({"month": "9"}, 9), ({"month": "13"}, 2)])
def test_the_map_shows_the_month_of_the_address_else_that_of_the_article(
    open_page: OpenPage, query: dict[str, str], month: int
) -> None:
    assert open_page(show="ice", **query).scene["month"] == month


def test_a_month_that_does_not_exist_is_named_and_the_map_stands(open_page: OpenPage) -> None:
    page = open_page(show="ice", month="13")
    assert "month “13”" in page.plain_text
    assert "ice" in page.scene["layers"]


@pytest.mark.parametrize(
    ("press", "month"),
    [({"month": 9}, 9), ({"month": 13}, 2), ({"month": "x"}, 2), ({"month": [9]}, 2), (None, 2)],
)
def test_a_month_that_the_slider_comes_to_is_noted_and_nothing_is_drawn_for_it(
    press: object, month: int
) -> None:
    app = AppTest.from_string(MOVE)
    app.session_state["moved"] = type("Value", (), {"press": press})()
    app.run()
    assert not app.exception
    assert app.session_state["found"] == (View(shown=("ice",), month=month), True)
