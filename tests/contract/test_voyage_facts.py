"""What voyages rest on refers to what exists, and is the same in data and recipe."""

from geo.catalogue.recipes.seas.cover import read_rows
from geo.catalogue.recipes.seas.straits import read_details
from geo.escape import Markup
from geo.markup.details import detail_rows
from geo.measure.voyages.depths import LEAST_DEPTH, LEAST_DEPTH_SOURCE
from geo.measure.voyages.ports import ports
from geo.measure.voyages.published import read_published
from geo.measure.voyages.records import DIRECT, FEATURE_OF_VIA, VIAS
from tests import shipped

CATALOGUE = shipped.catalogue()


def test_every_port_of_the_published_distances_exists() -> None:
    rows, missing = read_published()
    assert missing == ""
    assert len(rows) == 21
    known = {port.id for port in ports(CATALOGUE)}
    for row in rows:
        assert {row.origin, row.destination} <= known
        assert row.origin != row.destination
        assert row.via in {*VIAS, DIRECT}
        assert row.published.source


def test_every_way_is_drawn_by_a_feature() -> None:
    assert set(FEATURE_OF_VIA) == set(VIAS)
    assert set(FEATURE_OF_VIA.values()) <= set(CATALOGUE.features)


def test_a_least_depth_has_a_source_and_stands_in_words_beside_it() -> None:
    for strait in CATALOGUE.of_kind("strait"):
        assert (LEAST_DEPTH in strait.details) == (LEAST_DEPTH_SOURCE in strait.details)
        if LEAST_DEPTH in strait.details:
            metres = f"{strait.details[LEAST_DEPTH]:g}"
            said = [
                str(text)
                for key, text in strait.details.items()
                if key in {"depth", "least depth", "southern passage"}
            ]
            assert any(metres in text for text in said), strait.id


def test_a_card_says_a_least_depth_once_and_in_words() -> None:
    rows = "".join(detail_rows(CATALOGUE.feature("kara-gate"), Markup))
    assert rows.count("21 m<") == 1
    assert rows.count("depth") == 1


def test_the_figures_of_the_straits_are_those_of_their_recipe() -> None:
    for row in read_rows("straits.csv"):
        details = CATALOGUE.feature(row["id"]).details
        for key, value in read_details(row["details"]).items():
            assert details[key] == value, (row["id"], key)
