"""Each layer holds something or is a field, each feature has a layer, documents name each layer."""

import pytest

from geo import messages
from geo.draw.layers import LAYER_BY_ID, LAYERS, Layer, layer_of, layers_on
from geo.view import View
from tests import shipped
from tests.contract.documents import documents

FEATURES = list(shipped.catalogue().features.values())


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_every_layer_draws_at_least_one_feature_unless_it_is_a_field(layer: Layer) -> None:
    assert any(layer_of(feature) is layer for feature in FEATURES) != layer.is_field


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.id)
def test_every_layer_says_what_it_shows(layer: Layer) -> None:
    assert layer.title
    assert layer.about.endswith(".")
    assert layer.id == layer.id.lower()
    assert "_" not in layer.id


def test_every_layer_is_in_the_documents_by_title_and_id() -> None:
    text = documents()
    missing = [one.id for one in LAYERS if one.title not in text or f"`{one.id}`" not in text]
    assert missing == []


def test_every_feature_is_drawn_by_one_layer() -> None:
    without = [f.id for f in FEATURES if not any(layer.holds(f) for layer in LAYERS)]
    assert without == []


def test_layers_have_ids_of_their_own() -> None:
    assert len(LAYER_BY_ID) == len(LAYERS)


def test_layers_are_on_by_default_or_by_the_address() -> None:
    view = View()
    first = layers_on(view.shown, view.hidden)
    assert first == tuple(layer.id for layer in LAYERS if layer.on)
    assert "ports" in layers_on(("ports",), ())
    assert "routes" not in layers_on((), ("routes",))


def test_every_kind_has_words_for_the_legend_and_the_card() -> None:
    for feature in FEATURES:
        assert messages.KINDS[feature.kind]
        assert messages.STATUSES[feature.status]
        assert messages.PRECISIONS[feature.precision]
