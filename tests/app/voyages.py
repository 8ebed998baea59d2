"""The page of voyages in Streamlit's own test harness: what it shows, and presses in its panels."""

import html
import json
import re

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

from tests.app.conftest import ROOT, Page

PAIR = {"from": "rotterdam", "to": "yokohama"}
VOYAGES = "pages/voyages.py"
TAG = re.compile(r"<[^>]*>")


class Voyages(Page):
    """The page of voyages."""

    def go(self, **query: object) -> "Voyages":
        """Open the page under an address, as a link does."""
        self.app.query_params.clear()
        for key, value in query.items():
            self.app.query_params[key.replace("_", "-")] = value  # type: ignore[assignment]
        self.app.switch_page(VOYAGES).run()
        return self.whole()

    def whole(self) -> "Voyages":
        """Return the page, which has no traceback and no box that speaks of an error."""
        assert not self.app.exception
        assert not self.app.error
        return self

    def press(self, panel: str, press: object) -> "Voyages":
        """Press something in a panel, as the browser reports it."""
        (part,) = [
            one.proto.id
            for one in self.app.get("bidi_component")
            if json.loads(one.proto.json)["kind"] == panel
        ]
        states = self.app._tree.get_widget_states()
        state = states.widgets.add(id=_make_trigger_id(part, "events"))
        state.json_trigger_value = json.dumps([{"event": "press", "value": press}])
        self.app._run(states)
        return self.whole()

    def choose(self, key: str, value: object) -> "Voyages":
        """Set one of the inputs."""
        kinds = ("selectbox", "number_input", "checkbox")
        (widget,) = [one for kind in kinds for one in self.app.get(kind) if one.key == key]
        widget.set_value(value).run()
        return self.whole()

    def type_in(self, key: str, text: str) -> "Voyages":
        """Type what a list does not offer, which the harness's own widget cannot do."""
        widget = self.app.selectbox(key=key)
        states = self.app._tree.get_widget_states()
        (state,) = [one for one in states.widgets if one.id == widget.id] or [
            states.widgets.add(id=widget.id)
        ]
        state.string_value = text
        self.app._run(states)
        return self.whole()

    @property
    def address(self) -> dict[str, object]:
        """What the address holds: a word, or a list where a key stands there more than once."""
        held = {key: self.app.query_params[key] for key in self.app.query_params}
        return {
            key: each if isinstance(each, str) or len(each) > 1 else each[0]
            for key, each in held.items()
        }

    @property
    def said(self) -> str:
        """The sentence."""
        return self.words("voyage-sentence")

    def words(self, panel: str) -> str:
        """Return the words of a panel without markup."""
        return html.unescape(TAG.sub("", self.panel(panel)))

    @property
    def rows(self) -> dict[str, str]:
        """The rows of the chart by way, or by way and variant."""
        found = re.findall(r'<div role="row" tabindex="0".*?(?=<div )', self.panel("voyage-chart"))
        rows = {}
        for row in found:
            way, variant = (
                re.search(rf'data-{name}="([^"]*)"', row) for name in ("way", "variant")
            )
            assert way
            rows[f"{way[1]}.{variant[1]}" if variant else way[1]] = row
        return rows

    def row(self, way: str) -> str:
        """Return the words of a way's row."""
        return html.unescape(TAG.sub("", self.rows[way]))

    @property
    def ticked(self) -> list[str]:
        """The ways that are ticked in the chart."""
        return [way for way, row in self.rows.items() if 'aria-checked="true"' in row]

    @property
    def lit(self) -> list[str]:
        """The rows in the accent."""
        return [way for way, row in self.rows.items() if 'aria-current="true"' in row]

    def figures(self, way: str) -> dict[str, str]:
        """Return miles, days and CO2 as a row's columns have them."""
        cells = re.findall(r'class="number (\w+)[^"]*">(.*?)</span>', self.rows[way])
        return {name: TAG.sub("", cell) for name, cell in cells}

    def days(self, way: str) -> int:
        """Return the fewest days by a way."""
        return int(re.split("[– ]", self.figures(way)["days"])[0])

    @property
    def ringed(self) -> list[str]:
        """The figures of the ship whose fields are ringed."""
        blocks, found = [self.app.main], []
        while blocks:
            block = blocks.pop()
            named = getattr(block.proto, "id", "")
            found += re.findall(r"voyage-figure-(\w+)-wrong", named)
            blocks += [each for each in block.children.values() if hasattr(each, "children")]
        return found

    def beside(self, row: str) -> str:
        """Return the words of a row of the table."""
        found = re.search(rf'<tr class="row-{row}"[^>]*>(.*?)</tr>', self.panel("voyage-beside"))
        return html.unescape(TAG.sub(" ", found[1])) if found else ""


def started() -> Voyages:
    """Return the app, at no address yet."""
    return Voyages(AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240))
