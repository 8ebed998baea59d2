"""What is drawn of a view: filter, layers, selection, groups, the rim."""

import json
from dataclasses import replace
from typing import Any

import pytest

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.relations import highlighted_by
from geo.draw.chart import Chart
from geo.draw.legend import ENTRIES, entry_of, legend
from geo.draw.palette import LIGHT
from geo.draw.payload import features_payload, scene_payload
from geo.draw.scene import DrawnItem, Scene, make_scene
from geo.draw.styles import style_of
from geo.view import View
from tests import shipped
from tests.unit.draw.conftest import HOSTILE

Charts = dict[str, Chart]


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
        charts[view.frame],
        visible=frozenset(small.features) if visible is None else visible,
        named=named,
        request=3,
    )


def drawn(scene: Scene) -> set[str]:
    """Return the ids that a scene draws."""
    return {item.feature.id for item in scene.items}


def items_of(scene: Scene, feature: str) -> dict[str, DrawnItem]:
    """Return what a scene draws of a feature, by variant."""
    return {item.variant: item for item in scene.items if item.feature.id == feature}


def payload_of(scene: Scene) -> dict[str, Any]:
    """Return what the browser is sent of a scene, by day."""
    return scene_payload(scene)


def test_only_what_the_filter_leaves_is_drawn(small: Catalogue, charts: Charts) -> None:
    scene = scene_of(small, charts, View(), visible=frozenset({"long-way", "RU", "plan"}))
    assert drawn(scene) == {"long-way", "RU", "plan"}
    labelled = {label.feature_id for label in scene.labels if not label.is_quiet}
    assert labelled <= {"long-way", "RU", "plan"}


def test_lands_and_seas_keep_quiet_names_under_any_filter(small: Catalogue, charts: Charts) -> None:
    def quiet(*hidden: str, feature: str = "") -> set[str]:
        view = View(hidden=hidden, feature=feature)
        labels = scene_of(small, charts, view, visible=frozenset({"long-way", "RU"})).labels
        return {label.feature_id for label in labels if label.is_quiet}

    assert quiet() == {"NO", "calm-sea"}
    assert quiet("seas") == {"NO"}, "a layer that is off keeps no names"
    assert quiet(feature="NO") == {"calm-sea"}, "what is selected is drawn, and not quiet"
    assert not any(label.is_quiet for label in scene_of(small, charts, View()).labels)


def test_a_layer_that_is_off_is_not_drawn_and_one_switched_on_is(
    small: Catalogue, charts: Charts
) -> None:
    assert "line-agreed" not in drawn(scene_of(small, charts, View()))
    assert "line-agreed" in drawn(scene_of(small, charts, View(shown=("boundaries",))))
    without = scene_of(small, charts, View(hidden=("routes", "zones")))
    assert not drawn(without) & {"long-way", "rich-waters"}
    assert "plan" in drawn(without)


def test_what_an_article_names_is_drawn_though_its_layer_is_off_by_default(
    small: Catalogue, charts: Charts
) -> None:
    named = frozenset({"line-agreed"})
    assert "line-agreed" in drawn(scene_of(small, charts, View(), named=named))
    hidden = View(hidden=("boundaries",))
    assert "line-agreed" not in drawn(scene_of(small, charts, hidden, named=named))
    gone = scene_of(small, charts, View(), named=named, visible=frozenset({"RU"}))
    assert drawn(gone) == {"RU"}


def test_the_selection_is_highlighted_whatever_the_filter_and_layers_say(
    small: Catalogue, charts: Charts
) -> None:
    scene = scene_of(small, charts, View(feature="pole", hidden=("ports",)), visible=frozenset())
    assert drawn(scene) == {"pole"}
    assert scene.highlighted == ("pole",)
    assert scene.items[0].emphasis == "highlighted"
    assert scene.request == 3


def test_a_scene_without_a_selection_still_has_the_last_camera_request(
    small: Catalogue, charts: Charts
) -> None:
    assert scene_of(small, charts, View()).request == 3


def test_the_selected_mark_on_the_rim_comes_before_the_others(
    small: Catalogue, charts: Charts
) -> None:
    named = frozenset({"far-port", "IN"})
    labels = scene_of(small, charts, View(feature="IN"), named=named).labels
    marks = [label for label in labels if label.category == "rim"]
    assert labels[0] == marks[0]
    assert [(mark.feature_id, mark.is_required) for mark in marks] == [
        ("IN", True),
        ("far-port", False),
    ]


def test_a_group_highlights_its_members_and_the_members_of_those(
    small: Catalogue, charts: Charts
) -> None:
    assert highlighted_by(small.features, "all-of-them") == (
        "all-of-them",
        "pair",
        "NO",
        "far-port",
        "RU",
    )
    assert highlighted_by(small.features, "nowhere") == ()
    scene = scene_of(small, charts, View(feature="all-of-them"))
    emphasised = {one.feature.id for one in scene.items if one.emphasis == "highlighted"}
    assert emphasised == {"NO", "RU"}
    marks = [label for label in scene.labels if label.category == "rim"]
    assert [(mark.feature_id, mark.is_highlighted) for mark in marks] == [("far-port", True)]


def test_a_far_feature_is_marked_on_the_rim_when_named_or_highlighted_only(
    small: Catalogue, charts: Charts
) -> None:
    def rim(view: View, named: frozenset[str] = frozenset()) -> dict[str, bool]:
        labels = scene_of(small, charts, view, named=named).labels
        return {one.feature_id: one.is_highlighted for one in labels if one.category == "rim"}

    assert rim(View()) == {}
    assert rim(View(), frozenset({"far-port"})) == {"far-port": False}
    assert rim(View(feature="IN")) == {"IN": True}
    assert rim(View(feature="IN", frame="mercator")) == {}


def test_a_highlighted_route_says_where_it_continues_beyond_the_rim(
    small: Catalogue, charts: Charts
) -> None:
    def exits(view: View) -> list[tuple[str, bool]]:
        labels = scene_of(small, charts, view).labels
        return [(one.text, one.is_highlighted) for one in labels if one.category == "exit"]

    assert exits(View()) == [(f"to Yokohama {HOSTILE}", False)]
    assert exits(View(feature="long-way")) == [(f"to Yokohama {HOSTILE}", True)]
    assert exits(View(feature="long-way", variant="polar")) == []


def test_the_chosen_variant_is_highlighted_and_the_others_are_thin(
    small: Catalogue, charts: Charts
) -> None:
    def variants(view: View) -> dict[str, str]:
        found = items_of(scene_of(small, charts, view), "long-way")
        return {slug: item.emphasis for slug, item in found.items()}

    chosen = View(feature="long-way", variant="polar")
    assert variants(chosen) == {"polar": "highlighted", "main": "variant"}
    assert variants(View(feature="long-way")) == {"main": "highlighted", "polar": "variant"}
    assert variants(View()) == {"main": "plain"}


def test_beside_a_selection_the_rest_is_dimmed_but_for_what_belongs_to_it(
    small: Catalogue, charts: Charts
) -> None:
    scene = make_scene(
        small,
        View(feature="long-way"),
        charts["polar"],
        visible=frozenset(small.features),
        named=frozenset(),
        kept={"RU"},
    )
    stands = {item.feature.id: item.emphasis for item in scene.items}
    assert stands["RU"] == "kept"
    assert stands["NO"] == stands["plan"] == "dimmed"


def test_areas_are_below_lines(small: Catalogue, charts: Charts) -> None:
    scene = scene_of(small, charts, View())
    order = [item.feature.id for item in scene.items]
    assert order.index("rich-waters") < order.index("RU") < order.index("long-way")


def test_the_selected_label_comes_first_and_always_shows(small: Catalogue, charts: Charts) -> None:
    scene = scene_of(small, charts, View(feature="calm-sea"))
    first, *others = scene.labels
    assert (first.feature_id, first.is_required) == ("calm-sea", True)
    assert not any(label.is_required for label in others)


def test_lands_claim_their_room_before_routes_and_those_before_waters(
    small: Catalogue, charts: Charts
) -> None:
    order = [label.feature_id for label in scene_of(small, charts, View()).labels]
    assert order.index("RU") < order.index("long-way") < order.index("calm-sea")
    assert order.index("calm-sea") < order.index("gate")


def test_the_stamp_changes_only_with_the_scene(small: Catalogue, charts: Charts) -> None:
    one = scene_of(small, charts, View())
    assert payload_of(one)["stamp"] == payload_of(scene_of(small, charts, View()))["stamp"]
    views = [View(feature="RU"), View(hidden=("routes",)), View(feature="long-way", variant="main")]
    stamps = {payload_of(scene_of(small, charts, view))["stamp"] for view in views}
    assert len({payload_of(one)["stamp"], *stamps}) == 4


def test_a_scene_holds_no_name_and_no_note(small: Catalogue, charts: Charts) -> None:
    named = frozenset(small.features)
    sent = json.dumps(payload_of(scene_of(small, charts, View(feature="pole"), named=named)))
    assert HOSTILE not in sent
    assert "{{" not in sent
    assert "A note" not in sent


def test_the_legend_names_what_is_drawn_and_nothing_else(small: Catalogue, charts: Charts) -> None:
    keys = legend(scene_of(small, charts, View(), visible=frozenset({"long-way", "plan", "RU"})))
    assert [key.id for key in keys] == ["route-observed", "corridor"]
    assert legend(scene_of(small, charts, View(), visible=frozenset())) == []


def test_the_legend_distinguishes_boundaries_by_how_they_came_about(
    small: Catalogue, charts: Charts
) -> None:
    keys = legend(scene_of(small, charts, View(shown=("boundaries",))))
    words = {key.id: key.text for key in keys if key.group == "lines"}
    assert set(words) == {"boundary-agreed", "boundary-claimed"}
    assert len(set(words.values())) == 2


def test_a_state_is_lit_with_its_territories_and_a_group_without_those_outside_it() -> None:
    features = shipped.catalogue().features
    assert highlighted_by(features, "US") == ("US", "alaska")
    assert set(highlighted_by(features, "DK")) == {"DK", "GL", "FO"}
    assert {"alaska", "GL", "FO", "svalbard", "NO"} <= set(highlighted_by(features, "nato"))
    union = set(highlighted_by(features, "eu"))
    assert {"DK", "FI"} <= union
    assert not {"GL", "FO", "svalbard", "alaska"} & union
    assert highlighted_by(features, "GL") == ("GL",)
    disputes = {one.id for one in features.values() if one.kind == "dispute"}
    assert set(highlighted_by(features, "disputes")) == {"disputes", *disputes}


def test_beside_a_selection_the_accent_of_the_legend_is_the_selections() -> None:
    catalogue, chart = shipped.catalogue(), shipped.chart("polar")

    def keys_of(feature: str) -> dict[str, tuple[str, str]]:
        seen = {"nsr", "nwp", "tsr"}
        scene = make_scene(catalogue, View(feature=feature), chart, visible=seen, named=())
        return {key.id: (key.text, style_of(key.drawn_as, LIGHT).stroke) for key in legend(scene)}

    accent, navy = LIGHT.highlight, LIGHT.kinds["route"]
    assert keys_of("")["hero"] == ("Northern Sea Route", accent)
    other = keys_of("nwp")
    assert list(other) == ["selected", "hero", "route-hypothetical"]
    assert other["selected"] == ("Northwest Passage", accent)
    assert other["hero"] == ("Northern Sea Route", navy)
    own = keys_of("nsr")
    assert own.pop("selected") == ("Northern Sea Route", accent)
    assert "hero" not in own
    assert {tone for _, tone in own.values()} == {navy}


def test_every_line_water_and_sign_of_the_map_has_its_entry_and_every_entry_its_text() -> None:
    features = shipped.catalogue().features.values()
    explained = {"route", "corridor", "zone", "boundary", "place", "dispute"}
    assert all(entry_of(feature) for feature in features if feature.kind in explained)
    assert set(messages.KEYS) == set(ENTRIES)
    assert set(messages.LEGEND_GROUPS) == set(ENTRIES.values())


@pytest.mark.parametrize("kind", ["place", "zone", "group", "dispute"])
def test_a_free_detail_named_line_does_not_reach_the_style(
    kind: str, small: Catalogue, charts: Charts
) -> None:
    hostile = {"line": "a-b {{7*7}}"}
    odd = replace(small.features["pole"], kind=kind, id="pole", details=hostile)
    catalogue = replace(small, features={**small.features, "pole": odd})
    scene = scene_of(catalogue, charts, View(feature="pole"))
    assert "{{" not in json.dumps(features_payload(charts["polar"], catalogue, {})["styles"])
    assert legend(scene) is not None
