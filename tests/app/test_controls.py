"""Controls that the browser creates late show the current view.

The browser makes a control when it first has to show it and begins with the default that it was
sent last. So each control's default is the view's value in every run; the tools on the map are told
theirs with each scene.
"""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
from geo.draw.layers import LAYER_BY_ID, layers_on
from geo.view import View
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
Step = Callable[[Any], object]


def choose(app: Any, key: str, value: object) -> None:
    next(one for one in app.get("button_group") if one.key == key).set_value(value).run()


def pick(app: Any, key: str, value: str) -> None:
    next(one for one in app.selectbox if one.key == key).select(value).run()


def find(app: Any) -> None:
    box = next(one for one in app.selectbox if one.key == "search")
    box.select(next(one for one in box.options if "NSR" in one)).run()


def address(app: Any, **query: str) -> None:
    for key, value in query.items():
        app.query_params[key] = value
    app.run()


STEPS: dict[str, Step] = {
    "nothing": lambda _: None,
    "another run": lambda app: app.run(),
    "a search": find,
    "a nation": lambda app: choose(app, "nations", ["RU"]),
    "two nations": lambda app: choose(app, "nations", ["RU", "NO"]),
    "a further nation": lambda app: choose(app, "more-nations", ["JP"]),
    "a role": lambda app: pick(app, "role", "coastal"),
    "an address": lambda app: address(app, hide="states", show="ports", feature="nsr"),
}


def shown(app: Any) -> dict[str, object]:
    """Return what the browser would show in each control that it makes now, by its key."""
    found: dict[str, object] = {one.label: one.proto.default for one in app.checkbox}
    for one in app.get("button_group"):
        found[one.key] = [one.proto.options[index].content for index in one.proto.default]
    for one in app.selectbox:
        found[one.key] = one.options[one.proto.default]
    return found


@pytest.mark.parametrize("first", STEPS)
@pytest.mark.parametrize("second", ["another run", "a nation", "an address"])
def test_controls_opened_late_show_the_view(open_page: OpenPage, first: str, second: str) -> None:
    page = open_page()
    STEPS[first](page.app)
    STEPS[second](page.app)
    query = page.app.query_params
    many = {key: [value] if isinstance(value, str) else list(value) for key, value in query.items()}
    on = layers_on(tuple(many.get("show", ())), tuple(many.get("hide", ())))
    assert page.scene["layers"] == list(on)
    seen = shown(page.app)
    nations, others = seen["nations"], seen["more-nations"]
    assert isinstance(nations, list)
    assert isinstance(others, list)
    assert len(nations) + len(others) == len(many.get("nation", ()))
    assert seen["role"] == messages.ROLE_WORDS[many.get("role", [""])[0]]


PRESS_A_TOOL = """
import streamlit as st
from pages import _components, _state
_components.handle_press(st.session_state["press"])
st.session_state["pressed"] = _state.current()
"""


def pressed(press: object) -> Any:
    """Return the view after a press on a tool, as the browser reports it."""
    app = AppTest.from_string(PRESS_A_TOOL)
    app.session_state["press"] = press
    app.run()
    assert not app.exception
    return app.session_state["pressed"]


def test_a_press_on_the_map_switches_exactly_the_layers_that_it_names() -> None:
    wanted = {"routes", "cities", "seas"}
    view = pressed({"layers": sorted(wanted), "n": 1})
    assert set(layers_on(view.shown, view.hidden)) == wanted
    assert view.shown == ("cities",)
    everything = pressed({"layers": list(LAYER_BY_ID), "n": 1})
    assert everything.hidden == ()
    default = pressed({"layers": [one.id for one in LAYER_BY_ID.values() if one.on], "n": 1})
    assert (default.shown, default.hidden) == ((), ())


def test_a_press_on_the_map_switches_the_frame() -> None:
    assert pressed({"frame": "mercator", "n": 1}).frame == "mercator"


@pytest.mark.parametrize(
    "press",
    [
        *(None, 7, "mercator", [], {"feature": "nsr"}, {"frame": "mercator", "n": "2"}),
        *({"n": 1}, {"n": 1, "frame": "globe"}, {"n": 1, "frame": ["mercator"]}),
        *({"n": 1, "layers": "ports"}, {"n": 1, "feature": "atlantis"}),
        *({"n": 1, "feature": ["nsr"]}, {"n": 1, "feature": {}}, {"n": 1, "feature": 7}),
    ],
)
def test_what_is_no_press_changes_nothing(press: object) -> None:
    assert pressed(press) == View()


def test_a_press_selects_a_feature_and_one_on_nothing_selects_none() -> None:
    assert pressed({"feature": "nsr", "n": 1}) == View(feature="nsr")
    assert pressed({"feature": "", "n": 1}) == View()


def test_layers_that_do_not_exist_are_ignored() -> None:
    view = pressed({"layers": ["ports", "atlantis", 3, None, ["routes"]], "n": 1})
    assert layers_on(view.shown, view.hidden) == ("ports",)
