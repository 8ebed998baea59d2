"""The folium map: one base for all, no foreign address, no characters of a template or script."""

import json
from pathlib import Path

import pytest
from folium.template import Template

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart
from geo.draw.frames import FRAMES
from geo.draw.leaflet import base_map, require_safe, scene_group
from geo.draw.scene import make_scene
from geo.errors import ExportError
from geo.view import View

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile.json").read_text("utf-8"))
NAME = "A polar map."
Charts = dict[str, Chart]
SIGNS = set("{}<>`$\\'\"&!|*=?")


def base_script(chart: Chart) -> str:
    """Return the script of the base map, the map's random name taken out."""
    made = base_map(
        chart, NAME, leaflet="../leaflet", script="../chart.js", ice="../../media/ice.js"
    )
    root = made.get_root()
    root.render()
    return root.script.render().replace(made.get_name(), "THE_MAP")


@pytest.mark.parametrize("text", [t for t in HOSTILE if set(t) & SIGNS])
def test_texts_with_a_sign_of_a_template_or_script_are_refused(text: str) -> None:
    for value in (text, [text], {"a": text}, {text: 1}, {"a": [{"b": (1, text)}]}):
        with pytest.raises(ExportError, match="may not contain"):
            require_safe(value)


@pytest.mark.parametrize("sign", ["\n", "\r", "\u2028", "\u2029", "\x00", "\u202e"])
def test_line_ends_and_controls_are_refused(sign: str) -> None:
    with pytest.raises(ExportError):
        require_safe(f"a{sign}b")
    with pytest.raises(ExportError):
        require_safe(f"ab{sign}")


def test_ids_colours_dashes_and_our_own_phrases_pass() -> None:
    value = {
        "id": "kara-sea",
        "color": "#0A4C86",
        "dashArray": "9 4 2 4",
        "n": [1, -2.5, None, True],
    }
    assert require_safe(value) is value
    assert require_safe("Polar map; lengths are true at 70° N (EPSG:3413).")


@pytest.mark.parametrize("frame", FRAMES)
def test_the_base_is_the_same_for_every_selection_and_filter(
    frame: str, small: Catalogue, charts: Charts
) -> None:
    chart = charts[frame]
    first = base_script(chart)
    views = [View(frame=frame), View(feature="RU", frame=frame), View(nations=("NO",), frame=frame)]
    for view in views:
        visible = frozenset(small.features)
        scene = make_scene(small, view, chart, visible=visible, named=visible)
        group = scene_group(scene)
        made = base_map(chart, NAME, leaflet="../leaflet", script="../chart.js")
        group.add_to(made)
        assert base_script(chart) == first
    for identity in ("long-way", "calm-sea", "RU"):
        assert identity not in first


@pytest.mark.parametrize("frame", FRAMES)
def test_the_map_names_no_other_host(frame: str, charts: Charts) -> None:
    chart = charts[frame]
    made = base_map(chart, NAME, leaflet="../leaflet", script="../chart.js")
    links = [url for _, url in (*made.default_js, *made.default_css)]
    assert links == ["../leaflet/leaflet.js", "../chart.js", "../leaflet/leaflet.css"]
    made.get_root().render()
    figure = made.get_root()
    assert "//" not in base_script(chart).replace("http://www.w3.org", "")
    children = [*figure.header._children.values(), *figure.script._children.values()]
    for child in children:
        assert "http" not in getattr(child, "url", "")


def test_a_map_leaves_nothing_behind_for_the_next(charts: Charts) -> None:
    polar, mercator = charts["polar"], charts["mercator"]
    scripts = [base_script(chart) for chart in (polar, mercator, polar, mercator)]
    assert scripts[0] == scripts[2] != scripts[1] == scripts[3]


def test_what_is_sent_is_not_a_template(small: Catalogue, charts: Charts) -> None:
    chart = charts["polar"]
    named = frozenset(small.features)
    scene = make_scene(small, View(feature="pole"), chart, visible=named, named=named)
    made = base_map(chart, NAME, leaflet="../leaflet", script="../chart.js")
    group = scene_group(scene)
    group.add_to(made)
    made.get_root().render()
    sent = made.get_root().script.render()
    assert Template(sent).render() == sent
    assert "atlas.draw(" in sent
    assert "atlas.chart(" in sent


def test_the_scripts_set_names_as_text_and_never_as_markup() -> None:
    folder = Path(__file__).parents[3] / "geo/draw/web"
    script = "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http"):
        assert sink not in script
