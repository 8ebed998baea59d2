import gzip
import json
from itertools import combinations

import pytest
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, Feature, read_collection
from geo.geodesy import densify_edges, length_nm, to_polar, unwrap
from geo.measure.transits import Transits, load_transits
from tests import shipped
from tests.repository import ROOT

STRAITS = [
    "bering-strait", "kara-gate", "yugorsky-shar", "matochkin-shar", "vilkitsky-strait",
    "shokalsky-strait", "sannikov-strait", "dmitry-laptev-strait", "long-strait",
    "red-army-strait", "fram-strait", "denmark-strait", "davis-strait", "hudson-strait",
    "nares-strait", "smith-sound", "lancaster-sound", "barrow-strait", "mclure-strait",
    "prince-of-wales-strait", "peel-sound", "bellot-strait", "franklin-strait",
    "victoria-strait", "simpson-strait", "rae-strait", "dease-strait",
    "dolphin-and-union-strait", "fury-and-hecla-strait", "kennedy-channel",
    "robeson-channel", "la-perouse-strait", "tsugaru-strait", "tatar-strait",
    "korea-strait", "malacca-strait", "gibraltar-strait", "bosporus", "dover-strait",
    "english-channel", "skagerrak", "kattegat", "oresund", "suez-canal", "panama-canal",
    "kiel-canal",
]  # fmt: skip
LANES = {"suez-canal", "panama-canal", "kiel-canal", "bosporus", "dardanelles"}
ALIASES = {
    "Kara Strait": "kara-gate",
    "Kara Gates": "kara-gate",
    "Karskiye Vorota": "kara-gate",
    "Карские Ворота": "kara-gate",
    "Proliv Vilkitskogo": "vilkitsky-strait",
    "De Long Strait": "long-strait",
    "Laptev Strait": "dmitry-laptev-strait",
    "McClure Strait": "mclure-strait",
    "Tsushima Strait": "korea-strait",
}
# The order of the sources for each track; seas that are drawn as areas are in `seas`.
PASSED = {
    ("nsr", "kara-gate-sannikov"): "kara-gate vilkitsky-strait sannikov-strait long-strait "
    "bering-strait",
    ("nsr", "kara-gate-dmitry-laptev"): "kara-gate vilkitsky-strait dmitry-laptev-strait "
    "long-strait bering-strait",
    ("nsr", "shokalsky"): "shokalsky-strait sannikov-strait long-strait bering-strait",
    ("nsr", "yugorsky-shar"): "yugorsky-shar vilkitsky-strait sannikov-strait long-strait "
    "bering-strait",
    ("nsr", "zhelaniya-north-of-new-siberian"): "vilkitsky-strait bering-strait",
    ("nsr", "north-of-severnaya-zemlya"): "bering-strait",
    ("tsr", "via-north-pole"): "fram-strait bering-strait",
    ("nwp", "route-1"): "davis-strait lancaster-sound barrow-strait mclure-strait bering-strait",
    ("nwp", "route-2"): "davis-strait lancaster-sound barrow-strait prince-of-wales-strait "
    "bering-strait",
    ("nwp", "route-3"): "davis-strait lancaster-sound barrow-strait peel-sound franklin-strait "
    "victoria-strait dease-strait dolphin-and-union-strait bering-strait",
    ("nwp", "route-4"): "davis-strait lancaster-sound barrow-strait peel-sound franklin-strait "
    "james-ross-strait rae-strait simpson-strait dease-strait dolphin-and-union-strait "
    "bering-strait",
    ("nwp", "route-5"): "davis-strait lancaster-sound bellot-strait franklin-strait "
    "victoria-strait dease-strait dolphin-and-union-strait bering-strait",
    ("nwp", "route-6"): "davis-strait lancaster-sound bellot-strait franklin-strait "
    "james-ross-strait rae-strait simpson-strait dease-strait dolphin-and-union-strait "
    "bering-strait",
    ("nwp", "route-7"): "hudson-strait fury-and-hecla-strait bellot-strait franklin-strait "
    "victoria-strait dease-strait dolphin-and-union-strait bering-strait",
    ("suez", "rotterdam-shanghai"): "dover-strait english-channel gibraltar-strait suez-canal "
    "bab-el-mandeb malacca-strait singapore-strait taiwan-strait",
}
CROSSED = {
    ("nsr", "kara-gate-sannikov"): "kara-sea laptev-sea east-siberian-sea chukchi-sea",
    ("nwp", "route-3"): "baffin-bay larsen-sound queen-maud-gulf coronation-gulf amundsen-gulf "
    "beaufort-sea arctic-ocean chukchi-sea",
    ("tsr", "via-north-pole"): "norwegian-sea greenland-sea arctic-ocean chukchi-sea",
    ("arctic-bridge", "main"): "barents-sea norwegian-sea north-atlantic labrador-sea hudson-bay",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


@pytest.fixture(scope="module")
def transits() -> Transits:
    return load_transits()


@pytest.fixture(scope="module")
def land() -> BaseGeometry:
    """Return the land of the map, and along the routes that of the 1:10m coast."""
    items = read_collection(DATA / "base" / "land.geojson")
    drawn = [to_polar(densify_edges(shapely.geometry.shape(item["geometry"]))) for item in items]
    near = ROOT / "tests" / "data" / "land-10m-routes.geojson.gz"
    fine = json.loads(gzip.decompress(near.read_bytes()))["features"]
    exact = [to_polar(shapely.geometry.shape(item["geometry"])) for item in fine]
    return shapely.union_all([shapely.make_valid(shape) for shape in (*drawn, *exact)])


def gated(catalogue: Catalogue) -> list[Feature]:
    return [strait for strait in catalogue.of_kind("strait") if "gate" in strait.details]


def gate_of(catalogue: Catalogue, identity: str) -> LineString:
    return LineString(unwrap(catalogue.feature(identity).details["gate"]))


@pytest.mark.parametrize("identity", STRAITS)
def test_a_strait_is_an_area_with_a_gate_between_named_shores(
    catalogue: Catalogue, identity: str
) -> None:
    feature = catalogue.feature(identity)
    assert feature.kind == "strait"
    assert shapely.get_dimensions(catalogue.shapes(identity)[""]) == 2
    assert len(feature.details["gate"]) == 2
    assert feature.details["lies_between"]


def test_only_straits_side_by_side_have_no_gate(catalogue: Catalogue) -> None:
    without = {strait.id for strait in catalogue.of_kind("strait")}
    assert without - {strait.id for strait in gated(catalogue)} == {"danish-straits"}


_BY_SMALL_ISLANDS = {
    *("singapore-strait", "sunda-strait", "korea-strait", "strait-of-hormuz", "malacca-strait")
}


def test_every_gate_ends_on_two_shores(catalogue: Catalogue, land: BaseGeometry) -> None:
    for feature in gated(catalogue):
        gate = to_polar(gate_of(catalogue, feature.id))
        ends = shapely.get_coordinates(gate)[[0, -1]]
        far = [land.distance(Point(end)) / 1000 for end in ends]
        # The land of the map is simplified by 2.3 km and leaves small islands out; far from the
        # Arctic routes there is no finer land here, and some gates end on such an island.
        allowed_km = 16 if feature.id in _BY_SMALL_ISLANDS else 7
        assert max(far) < allowed_km, feature.id


def test_every_gate_lies_in_its_strait(catalogue: Catalogue) -> None:
    for feature in gated(catalogue):
        if feature.id in LANES:
            continue
        gate = gate_of(catalogue, feature.id)
        inside = gate.intersection(catalogue.shapes(feature.id)[""])
        assert inside.length > gate.length * 0.5, feature.id


@pytest.mark.parametrize(("identity", "narrowest_nm"), [
    # Measured apart from the build, between the shores of the 1:10m coast.
    ("kara-gate", 26.6),
    ("yugorsky-shar", 1.4),
    ("rae-strait", 13.3),
    ("prince-of-wales-strait", 6.5),
    ("peel-sound", 15.8),
    # As handbooks give them; the 1:10m coast leaves out small islands and rocks.
    ("bering-strait", 44.0),
    ("dover-strait", 17.9),
    ("gibraltar-strait", 7.7),
    ("tsugaru-strait", 10.5),
    ("oresund", 2.2),
])  # fmt: skip
def test_a_gate_is_as_wide_as_the_narrowest_water(
    catalogue: Catalogue, identity: str, narrowest_nm: float
) -> None:
    gate = gate_of(catalogue, identity)
    assert length_nm(gate) == pytest.approx(narrowest_nm, rel=0.05)
    assert catalogue.feature(identity).details["gate_nm"] == pytest.approx(
        length_nm(gate), abs=0.06
    )


@pytest.mark.parametrize(("alias", "identity"), ALIASES.items())
def test_writers_other_names_lead_to_the_strait(
    catalogue: Catalogue, alias: str, identity: str
) -> None:
    assert alias in {name.text for name in catalogue.feature(identity).all_names()}


def test_no_name_belongs_to_two_waters(catalogue: Catalogue) -> None:
    names: dict[str, str] = {}
    for feature in catalogue.of_kind("sea", "strait"):
        for name in feature.all_names():
            assert names.setdefault(name.text, feature.id) == feature.id, name.text


def test_a_figure_names_its_source(catalogue: Catalogue) -> None:
    for feature in catalogue.of_kind("strait"):
        figures = {"depth", "least depth", "length", "width", "narrowest"} & set(feature.details)
        if figures:
            assert feature.details["source"] == feature.sources[0].title
            assert feature.sources[0].confidence == "checked"


@pytest.mark.parametrize(("track", "straits"), PASSED.items(), ids=str)
def test_a_track_passes_the_straits_of_its_sources_in_order(
    transits: Transits, track: tuple[str, str], straits: str
) -> None:
    assert transits.straits(*track) == straits.split()


@pytest.mark.parametrize(("track", "seas"), CROSSED.items(), ids=str)
def test_a_track_crosses_its_seas_in_order(
    transits: Transits, track: tuple[str, str], seas: str
) -> None:
    rows = transits.waters(*track)
    crossed = dict.fromkeys(rows[rows["kind"] == "sea"]["water"])
    assert list(crossed) == seas.split()


def test_the_shipped_table_is_of_these_tracks_and_waters(
    catalogue: Catalogue, transits: Transits
) -> None:
    assert transits.missing == ""
    assert transits.is_stale(catalogue) == []


def test_segments_of_different_straits_follow_each_other(transits: Transits) -> None:
    for track in PASSED:
        rows = transits.waters(*track)
        for (_, one), (_, other) in combinations(rows.iterrows(), 2):
            assert one["to_nm"] <= other["from_nm"] + 1.5
