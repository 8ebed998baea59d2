"""What is drawn of a view: filter, layers, selection, groups, the rim."""

import json
from dataclasses import replace

import pytest

from geo.catalogue.features import Catalogue
from geo.draw.assets import Chart
from geo.draw.legend import dash_css, legend
from geo.draw.palette import DASHES, PALETTES
from geo.draw.scene import Scene, lit_by, make_scene
from geo.view import View
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, tuple[Chart, str]]


def scene_of(
    small: Catalogue,
    charts: Charts,
    view: View,
    *,
    visible: frozenset[str] | None = None,
    named: frozenset[str] = frozenset(),
) -> Scene:
    """Return the scene of a view of the small catalogue."""
    return make_scene(
        small,
        view,
        charts[view.frame][0],
        palette=PALETTES["light"],
        visible=frozenset(small.features) if visible is None else visible,
        named=named,
        look_number=3,
    )


def drawn(scene: Scene) -> set[str]:
    """Return the ids that a scene draws."""
    return {identity for identity, _, _ in scene.items}


def test_only_what_the_filter_leaves_is_drawn(small: Catalogue, charts: Charts) -> None:
    scene = scene_of(small, charts, View(), visible=frozenset({"long-way", "RU", "plan"}))
    assert drawn(scene) == {"long-way", "RU", "plan"}
    assert {label["id"] for label in scene.labels} <= {"long-way", "RU", "plan"}


def test_a_layer_that_is_off_is_not_drawn_and_one_switched_on_is(
    small: Catalogue, charts: Charts
) -> None:
    assert "pole" not in drawn(scene_of(small, charts, View()))
    assert "pole" in drawn(scene_of(small, charts, View(shown=("ports",))))
    without = scene_of(small, charts, View(hidden=("routes", "zones")))
    assert not drawn(without) & {"long-way", "rich-waters"}
    assert "plan" in drawn(without)


def test_what_an_article_names_is_drawn_though_its_layer_is_off_by_default(
    small: Catalogue, charts: Charts
) -> None:
    named = frozenset({"pole"})
    assert "pole" in drawn(scene_of(small, charts, View(), named=named))
    assert "pole" not in drawn(scene_of(small, charts, View(hidden=("ports",)), named=named))
    gone = scene_of(small, charts, View(), named=named, visible=frozenset({"RU"}))
    assert drawn(gone) == {"RU"}


def test_the_selection_is_drawn_lit_whatever_the_filter_and_layers_say(
    small: Catalogue, charts: Charts
) -> None:
    scene = scene_of(small, charts, View(feature="pole", hidden=("ports",)), visible=frozenset())
    assert drawn(scene) == {"pole"}
    assert scene.lit == ("pole",)
    assert scene.items[0][2].endswith("-lit")
    assert scene.look["ids"] == ["pole"]
    assert scene.look["n"] == 3


def test_a_scene_without_a_selection_still_says_which_wish_is_the_last(
    small: Catalogue, charts: Charts
) -> None:
    look = scene_of(small, charts, View()).payload()["look"]
    assert (look["ids"], look["n"], look["box"]) == ([], 3, None)


def test_the_selected_mark_on_the_rim_comes_before_the_others(
    small: Catalogue, charts: Charts
) -> None:
    named = frozenset({"far-port", "IN"})
    labels = scene_of(small, charts, View(feature="IN"), named=named).labels
    assert [(one["id"], one["always"]) for one in labels[:2]] == [("IN", True), ("far-port", False)]


def test_a_group_lights_its_members_and_the_members_of_those(
    small: Catalogue, charts: Charts
) -> None:
    assert lit_by(small, "all-of-them") == ("all-of-them", "pair", "NO", "far-port", "RU")
    assert lit_by(small, "nowhere") == ()
    scene = scene_of(small, charts, View(feature="all-of-them"))
    lit = {identity for identity, _, style in scene.items if style.endswith("-lit")}
    assert lit == {"NO", "RU"}
    assert [label["id"] for label in scene.labels if label["look"] == "rim lit"] == ["far-port"]


def test_a_far_feature_is_marked_on_the_rim_when_named_or_lit_only(
    small: Catalogue, charts: Charts
) -> None:
    def rim(view: View, named: frozenset[str] = frozenset()) -> dict[str, str]:
        labels = scene_of(small, charts, view, named=named).labels
        return {one["id"]: one["look"] for one in labels if one["look"].startswith("rim")}

    assert rim(View()) == {}
    assert rim(View(), frozenset({"far-port"})) == {"far-port": "rim"}
    assert rim(View(feature="IN")) == {"IN": "rim lit"}
    assert rim(View(feature="IN", frame="mercator")) == {}


def test_a_lit_route_says_where_it_goes_on_beyond_the_rim(small: Catalogue, charts: Charts) -> None:
    exits = [
        label
        for label in scene_of(small, charts, View(feature="long-way")).labels
        if "exit" in label
    ]
    assert [label["exit"] for label in exits] == [["main", 0]]
    other = scene_of(small, charts, View(feature="long-way", variant="polar"))
    assert not [label for label in other.labels if "exit" in label]


def test_a_selected_variant_is_lit_alone(small: Catalogue, charts: Charts) -> None:
    view = View(feature="long-way", variant="polar")
    looks = {
        slug: style
        for identity, slug, style in scene_of(small, charts, view).items
        if identity == "long-way"
    }
    assert looks["polar"].endswith("-lit")
    assert not looks["main"].endswith("-lit")
    both = scene_of(small, charts, View(feature="long-way")).items
    assert all(style.endswith("-lit") for identity, _, style in both if identity == "long-way")


def test_lesser_variants_are_quiet_and_areas_lie_under_lines(
    small: Catalogue, charts: Charts
) -> None:
    items = scene_of(small, charts, View()).items
    looks = {(identity, slug): style for identity, slug, style in items}
    assert looks["long-way", "main"].endswith("-plain")
    assert looks["long-way", "polar"].endswith("-quiet")
    order = [identity for identity, _, _ in items]
    assert order.index("rich-waters") < order.index("RU") < order.index("long-way")


def test_the_selected_label_comes_first_and_always_shows(small: Catalogue, charts: Charts) -> None:
    scene = scene_of(small, charts, View(feature="calm-sea"), named=frozenset({"gate"}))
    first, second = scene.labels[:2]
    assert (first["id"], first["always"]) == ("calm-sea", True)
    assert second["id"] == "gate"


def test_the_stamp_changes_with_the_scene_and_only_then(small: Catalogue, charts: Charts) -> None:
    one = scene_of(small, charts, View())
    assert one.payload()["stamp"] == scene_of(small, charts, View()).payload()["stamp"]
    views = [View(feature="RU"), View(hidden=("routes",)), View(feature="long-way", variant="main")]
    stamps = {scene_of(small, charts, view).payload()["stamp"] for view in views}
    assert len({one.payload()["stamp"], *stamps}) == 4


def test_a_scene_holds_no_name_and_no_note(small: Catalogue, charts: Charts) -> None:
    named = frozenset(small.features)
    sent = json.dumps(scene_of(small, charts, View(feature="pole"), named=named).payload())
    assert HOSTILE not in sent
    assert "{{" not in sent
    assert "A note" not in sent


def test_the_legend_names_what_is_drawn_and_nothing_else(small: Catalogue, charts: Charts) -> None:
    keys = legend(scene_of(small, charts, View(), visible=frozenset({"long-way", "plan", "RU"})))
    assert {(key.kind, key.pattern) for key in keys} == {
        ("route", "observed"),
        ("corridor", "proposed"),
        ("state", "observed"),
    }
    assert keys[0].kind == "route"
    assert legend(scene_of(small, charts, View(), visible=frozenset())) == []


def test_the_legend_tells_boundaries_by_how_they_came_about(
    small: Catalogue, charts: Charts
) -> None:
    keys = legend(scene_of(small, charts, View()))
    words = {key.pattern: key.text for key in keys if key.kind == "boundary"}
    assert set(words) == {"agreed", "claimed"}
    assert len(set(words.values())) == 2


def test_each_pattern_of_the_map_has_one_in_the_legend() -> None:
    sheet = dash_css()
    for pattern in DASHES:
        assert f".key.{pattern} " in sheet


@pytest.mark.parametrize("kind", ["place", "zone", "group", "dispute"])
def test_a_free_detail_named_line_does_not_reach_the_style(
    kind: str, small: Catalogue, charts: Charts
) -> None:
    hostile = {"line": "a-b {{7*7}}"}
    odd = replace(small.features["pole"], kind=kind, id="pole", details=hostile)
    catalogue = replace(small, features={**small.features, "pole": odd})
    scene = scene_of(catalogue, charts, View(feature="pole"))
    assert "{{" not in json.dumps(scene.payload())
    assert legend(scene)
