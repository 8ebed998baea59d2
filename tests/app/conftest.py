"""The app in Streamlit's own test harness: what was sent to the map and shown on the page."""

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import decompress

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from geo.catalogue.relations import highlighted_by
from geo.draw.chart import Chart
from geo.draw.layers import layer_of
from geo.messages import MAP_NAME
from pages import _season_context
from tests import shipped

ROOT = Path(__file__).parents[2]


@dataclass
class Page:
    """A run of the first page."""

    app: AppTest

    @property
    def sentence(self) -> str:
        """The sentence that says what is shown."""
        return next(one.value for one in reversed(self.app.text) if " in " in one.value)

    @property
    def counted(self) -> tuple[int, int]:
        """How many routes and corridors the sentence counts; a kind that it leaves out has none."""
        found = (re.search(rf"(\d+) {kind}s?\b", self.sentence) for kind in ("route", "corridor"))
        routes, corridors = (int(one[1]) if one else 0 for one in found)
        return routes, corridors

    @property
    def plain_text(self) -> str:
        """All plain text of the page."""
        return "\n".join(one.value for one in self.app.text)

    @property
    def map_args(self) -> dict[str, Any]:
        """What the map component was given."""
        found = [
            json.loads(element.proto.json_args)
            for element in self.app.get("component_instance")
            if "script" in element.proto.json_args
        ]
        (args,) = found
        made: dict[str, Any] = args
        return made

    @property
    def scene(self) -> dict[str, Any]:
        """The scene that the map was asked to draw."""
        text = self.map_args["feature_group"]
        start = text.index("atlas.draw(")
        body = text[text.index("{", start) :]
        scene, _ = json.JSONDecoder().raw_decode(body)
        made: dict[str, Any] = scene
        return made

    @property
    def shapes(self) -> set[str]:
        """Ids whose shapes the map draws: those that are shown, and the selection's."""
        scene, known = self.scene, shipped.catalogue().features
        layers = {identity: layer_of(feature).id for identity, feature in known.items()}
        shown = {
            identity
            for identity in (known if scene["passing"] is None else scene["passing"])
            if layers[identity] in scene["layers"]
            or (identity in scene["named"] and layers[identity] not in scene["hidden"])
        }
        return {*shown, *self._lit} & set(self._chart.shapes)

    @property
    def drawn(self) -> set[str]:
        """Ids that the map draws, labels or marks on its rim."""
        asked = {*self.scene["named"], *self._lit}
        return self.shapes | (asked & set(self._chart.rim))

    @property
    def highlighted(self) -> set[str]:
        """Ids that the map draws, or marks on its rim, in the colour of the selection."""
        return self.drawn & self._lit

    @property
    def _lit(self) -> set[str]:
        return set(highlighted_by(shipped.catalogue().features, self.scene["selected"]))

    @property
    def _chart(self) -> Chart:
        is_mercator = MAP_NAME["mercator"] in self.map_args["script"]
        return shipped.chart("mercator" if is_mercator else "polar")

    def panel(self, key: str) -> str:
        """Return the markup of a panel."""
        return self.panels().get(key, "")

    @property
    def links(self) -> list[tuple[str, str]]:
        """Feature and passage of each link in the table of Evidence."""
        pattern = r'<a href="[^"]*" data-feature="([^"]*)" data-passage="([^"]*)"'
        return re.findall(pattern, self.panel("links"))

    def panels(self) -> dict[str, str]:
        """Return the markup of every panel by its kind."""
        return {
            kind: decompress(b64decode(data["packed"])).decode()
            if "packed" in data
            else data["html"]
            for kind, data in self.sent().items()
            if {"packed", "html"} & data.keys()
        }

    def sent(self) -> dict[str, dict[str, Any]]:
        """Return all that each part of the page is sent, by its kind."""
        every = [json.loads(element.proto.json) for element in self.app.get("bidi_component")]
        return {data["kind"]: data for data in every}


@pytest.fixture(autouse=True)
def through_the_dashboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every page through `dashboard.py`, as a server does after its first visitor.

    The harness forgets at each run that the app has its own navigation, opens the page's file
    first, and the run that follows through `dashboard.py` has lost the press on a button.
    """
    begin = PagesManager.__init__

    def begun(self: PagesManager, *args: Any, **options: Any) -> None:
        begin(self, *args, **options)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", begun)


@pytest.fixture(autouse=True)
def without_head_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page of the season not wait for a browser, as there is none."""
    monkeypatch.setattr(_season_context, "HEAD_START_S", 0.0)


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    """Empty Streamlit's caches before and after a test that changes what they hold."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def open_page() -> Callable[..., Page]:
    """Return a function that opens the first page under an address."""

    def opened(**query: object) -> Page:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240)
        for key, value in query.items():
            app.query_params[key] = value  # type: ignore[assignment]
        app.run()
        return Page(app)

    return opened
