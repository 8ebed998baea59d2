"""Any one data file missing: the rest is still shown, listed and exported."""

from functools import cache
from types import MappingProxyType

import pytest

from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, group_by_id, read_collection
from geo.draw.scene import make_scene
from geo.exchange.annotations import make_annotations
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv, links_csv
from geo.linker.api import default_lexicon
from geo.linker.links import Link, link_article
from geo.markup.about import sources
from geo.markup.cards import card
from geo.markup.passages import ReadingPane, column
from geo.measure.measured import Measured
from geo.measure.roles import reasons_by_feature
from geo.measure.transits import load_transits
from geo.measure.waters import load_waters
from geo.view import View
from tests.unit.exchange.views import BASE, DAY, charted, seeds, shipped

FILES = sorted(path.name for path in DATA.glob("*.geojson"))


@cache
def links() -> tuple[Link, ...]:
    return tuple(link for one in seeds() for link in link_article(one, default_lexicon()))


def without(name: str) -> Catalogue:
    """Return the catalogue as it is when one of its files is missing."""
    whole, gone = shipped(), set(group_by_id(read_collection(DATA / name)))
    left = {key: feature for key, feature in whole.features.items() if key not in gone}
    return Catalogue(MappingProxyType(left), whole.frame[~whole.frame["id"].isin(gone)])


@pytest.mark.parametrize("name", FILES)
def test_the_rest_is_shown_listed_and_exported(name: str) -> None:
    catalogue, view = without(name), View()
    waters, transits = load_waters(), load_transits()
    reasons = reasons_by_feature(catalogue, waters.coastal_nm)
    everything = frozenset(catalogue.features)

    def name_of(identity: str) -> str:
        found = catalogue.features.get(identity)
        return found.name if found else identity

    pane = ReadingPane(seeds(), links(), view, everything, (), name_of)
    chart = charted(shipped(), "polar")
    named = {link.feature for link in links()}
    scene = make_scene(catalogue, view, chart, visible=everything, named=named)
    snapshot = ViewSnapshot(
        catalogue, chart, scene, pane, reasons, waters, transits, "One.", BASE, DAY
    )
    assert column(pane)
    assert sources(catalogue, seeds())
    for feature in catalogue.of_kind("route", "dispute", "group"):
        shown = card(
            catalogue,
            feature,
            pane,
            reasons=reasons[feature.id],
            measured=Measured(waters, transits),
        )
        assert feature.kind in shown
    for make in (features_csv, links_csv, make_annotations):
        assert make(snapshot)
