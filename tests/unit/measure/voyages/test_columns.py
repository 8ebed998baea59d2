"""Columns of the table: named routes and own tracks are measured as the project measures them."""

import pytest

from geo.measure.own_track.measuring import TrackReport
from geo.measure.transits import Transit, load_transits
from geo.measure.voyages.columns import RouteMeasures, track_column
from geo.measure.voyages.records import RuleStretch, Ship, Stretch
from geo.measure.waters import load_waters
from tests.shipped import catalogue

NSR = ("nsr", "kara-gate-sannikov")


@pytest.fixture
def routes() -> RouteMeasures:
    return RouteMeasures(catalogue(), load_waters(), load_transits())


def test_every_measured_variant_has_a_column_with_the_figures_of_its_card(
    routes: RouteMeasures,
) -> None:
    for feature in routes.waters.features():
        for slug in routes.waters.variants(feature):
            one = routes.column(feature, slug, Ship())
            assert one
            assert one.id == f"route.{feature}.{slug}"
            assert one.variant.nm == pytest.approx(routes.waters.length_nm(feature, slug))
            assert one.variant.nm_by_state == pytest.approx(
                dict(routes.waters.nation_nm(feature, slug))
            )
            parts = [*one.variant.nm_by_waters.values(), *one.variant.nm_of_rest.values()]
            assert sum(parts) == pytest.approx(one.variant.nm)
            assert one.variant.nm_by_regime == pytest.approx(
                routes.transits.regime_nm(feature, slug)
            )
            passed = [strait.id for strait in one.variant.straits]
            assert passed == routes.transits.straits(feature, slug)


def test_an_arctic_route_is_slow_throughout_and_others_in_polar_waters(
    routes: RouteMeasures,
) -> None:
    nsr = routes.column(*NSR, Ship(speed_kn=14, ice_speed_kn=7, fuel_t_day=24))
    assert nsr
    assert nsr.variant.days[1] == pytest.approx(2 * nsr.variant.days[0])
    assert nsr.variant.fuel_t[0] == pytest.approx(nsr.variant.nm / 14)
    bridge = routes.column("arctic-bridge", "main", Ship())
    assert bridge
    assert bridge.variant.ice_nm == bridge.variant.nm_by_regime["polar-code-waters"]
    suez = routes.column("suez", "rotterdam-yokohama", Ship())
    assert suez
    assert suez.variant.days[0] == suez.variant.days[1]


def test_a_route_is_too_shallow_for_a_deep_ship(routes: RouteMeasures) -> None:
    fits, deep = (routes.column(*NSR, Ship(draught_m=draught)) for draught in (9.0, 20.0))
    assert fits
    assert deep
    assert (fits.variant.shut, deep.variant.shut) == ("", "draught")
    assert fits.way.season
    assert [each.nm for each in fits.way.variants] == sorted(each.nm for each in fits.way.variants)


def test_a_routes_season_is_that_of_its_variant(routes: RouteMeasures) -> None:
    seasons = {}
    for slug in ("route-3", "route-4"):
        column = routes.column("nwp", slug, Ship())
        assert column
        seasons[slug] = column.variant.season
    assert "15 Aug–15 Oct" in seasons["route-4"]
    assert "15 Aug" not in seasons["route-3"]
    assert "zone 2" in seasons["route-3"]


def test_what_is_not_measured_has_no_column(routes: RouteMeasures) -> None:
    assert routes.column("nsr", "sideways", Ship()) is None


def test_a_track_has_the_miles_rules_and_straits_of_its_report() -> None:
    report = TrackReport(
        "mine.gpx",
        9,
        300.0,
        (Stretch(0, 100, "NO", "eez", "no-eez"), Stretch(100, 300, "", "high_seas", "")),
        ("", "A"),
        (
            RuleStretch("polar-code-waters", 0, 50),
            RuleStretch("polar-code-waters", 90, 140),
        ),
        (
            Transit("kara-gate", "strait", "gate", 10, 20),
            Transit("sannikov-strait", "strait", "gate", 60, 70),
            Transit("kara-gate", "strait", "gate", 200, 210),
        ),
        (),
    )
    one = track_column(report, catalogue(), Ship(speed_kn=10, ice_speed_kn=5))
    assert (one.id, one.variant.name, one.variant.nm) == ("own-track", "mine.gpx", 300.0)
    assert one.variant.nm_by_state == {"NO": 100.0}
    assert one.variant.nm_by_regime == {"polar-code-waters": 100.0}
    assert one.variant.days == pytest.approx((300 / 240, (200 + 2 * 100) / 240))
    assert [(each.id, each.at_nm) for each in one.variant.straits] == [
        ("kara-gate", 10),
        ("sannikov-strait", 60),
    ]
    assert one.variant.least_depth
    assert one.variant.least_depth.id == "sannikov-strait"
