"""What a viewpoint changes in a scene, and that the default changes nothing."""

import pytest

from geo.catalogue.viewpoints import load_viewpoints, seen_by
from geo.draw.legend import legend
from geo.draw.payload import scene_payload
from geo.draw.scene import Scene, make_scene
from geo.view import View
from tests import shipped

LINES = View(shown=("boundaries",))
WEDGE, CANADA, STATES = "beaufort-wedge", "beaufort-canadian-claim", "beaufort-us-equidistance"


def scene_of(viewpoint: str, view: View = LINES) -> Scene:
    catalogue = seen_by(shipped.catalogue(), viewpoint, load_viewpoints())
    return make_scene(
        catalogue,
        view,
        shipped.chart("polar"),
        visible=frozenset(catalogue.features),
        named=frozenset(),
    )


def drawn(scene: Scene) -> set[str]:
    return {item.feature.id for item in scene.items}


def test_by_default_nothing_is_laid_over_the_chart() -> None:
    scene = scene_of("")
    assert scene.overlay is None
    assert scene.chart is shipped.chart("polar")
    assert "overlay" not in scene_payload(scene)
    assert {WEDGE, CANADA, STATES} <= drawn(scene)


@pytest.mark.parametrize(
    ("viewpoint", "there", "gone"), [("CA", CANADA, STATES), ("US", STATES, CANADA)]
)
def test_one_line_is_drawn_and_the_other_is_not(viewpoint: str, there: str, gone: str) -> None:
    scene = scene_of(viewpoint)
    assert there in drawn(scene)
    assert gone not in drawn(scene)
    assert gone not in scene.shown
    assert drawn(scene_of("")) - drawn(scene) == set(scene.overlay.undrawn if scene.overlay else ())


def test_a_line_that_is_not_drawn_is_drawn_while_it_is_selected() -> None:
    assert STATES in drawn(scene_of("CA", View(feature=STATES)))


def test_the_wedge_is_drawn_as_an_economic_zone_and_the_legend_follows() -> None:
    (item,) = (one for one in scene_of("CA").items if one.feature.id == WEDGE)
    assert item.style.subtype == "eez"
    (usual,) = (one for one in scene_of("").items if one.feature.id == WEDGE)
    assert usual.style.subtype == "disputed"
    assert "claimed" in {key.id for key in legend(scene_of(""))}
    assert "claimed" not in {key.id for key in legend(scene_of("CA"))}


def test_names_and_labels_are_those_of_the_view_and_places_are_the_same() -> None:
    usual = {label.feature_id: label for label in scene_of("").labels}
    labels = {label.feature_id: label for label in scene_of("CA").labels}
    dispute = "beaufort-wedge-dispute"
    assert usual[dispute].text == "Beaufort Sea: Canada, US"
    assert labels[dispute].text == "Beaufort Sea: Canada"
    assert labels[dispute].places == usual[dispute].places
    changed = {i for i in labels if i in usual and labels[i] != usual[i]}
    assert changed <= set(load_viewpoints()["CA"])


def test_what_is_sent_names_whose_view_it_is_and_has_ids_of_the_chart() -> None:
    sent = scene_payload(scene_of("CA"))
    assert sent["overlay"]["sentence"] == "Borders as seen by Canada"
    assert sent["overlay"]["alike"][WEDGE] in shipped.chart("polar").shapes
    assert sent["stamp"] != scene_payload(scene_of("US"))["stamp"]
