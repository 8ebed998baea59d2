"""Controls that the browser creates late show the current view.

The browser makes a control when it first has to show it and begins with the default that it was
sent last. So each control's default is the view's value in every run.
"""

from collections.abc import Callable
from typing import Any

import pytest

from geo import messages
from geo.draw.frames import FRAMES
from geo.draw.layers import LAYERS, layers_on
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
Step = Callable[[Any], object]


def choose(app: Any, key: str, value: object) -> None:
    next(one for one in app.get("button_group") if one.key == key).set_value(value).run()


def pick(app: Any, key: str, value: str) -> None:
    next(one for one in app.selectbox if one.key == key).select(value).run()


def find(app: Any) -> None:
    box = next(one for one in app.selectbox if one.key == "search")
    box.select(next(one for one in box.options if one.startswith("NSR"))).run()


def tick(app: Any, title: str) -> None:
    box = next(one for one in app.checkbox if one.label == title)
    box.set_value(not box.value).run()


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
    "the other frame": lambda app: choose(app, "frame", "mercator"),
    "a layer": lambda app: tick(app, "Ports"),
    "a layer off": lambda app: tick(app, "Seas"),
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
@pytest.mark.parametrize("second", ["another run", "a nation", "an address", "a layer off"])
def test_controls_opened_late_show_the_view(open_page: OpenPage, first: str, second: str) -> None:
    app = open_page().app
    STEPS[first](app)
    STEPS[second](app)
    query = app.query_params
    many = {key: [value] if isinstance(value, str) else list(value) for key, value in query.items()}
    on = layers_on(tuple(many.get("show", ())), tuple(many.get("hide", ())))
    seen = shown(app)
    assert {layer.title: seen[layer.title] for layer in LAYERS} == {
        layer.title: layer.id in on for layer in LAYERS
    }
    assert seen["frame"] == [FRAMES[many.get("frame", ["polar"])[0]].title]
    nations, others = seen["nations"], seen["more-nations"]
    assert isinstance(nations, list)
    assert isinstance(others, list)
    assert len(nations) + len(others) == len(many.get("nation", ()))
    assert seen["role"] == messages.ROLE_WORDS[many.get("role", [""])[0]]


def test_opening_the_layers_changes_nothing_and_a_tick_changes_one(open_page: OpenPage) -> None:
    """The first message of a control that was made late holds what it showed."""
    page = open_page(nation="RU")
    choose(page.app, "frame", "mercator")
    before = page.shapes
    for box in page.app.checkbox:
        box.set_value(box.proto.default)
    page.app.run()
    assert page.shapes == before
    assert "hide" not in page.app.query_params
    tick(page.app, "Ports")
    assert page.app.query_params["show"] in ("ports", ["ports"])
    assert "hide" not in page.app.query_params
    assert before < page.shapes
