from dataclasses import replace
from typing import Any

import pytest

from geo.errors import GeoError, ShipError
from geo.measure.voyages.records import Ship
from geo.measure.voyages.ships import FUELS, ICE_CLASSES, PRESETS, check_ship


def test_presets_are_ships_that_pass_with_a_basis() -> None:
    assert next(iter(PRESETS)) == Ship().preset
    assert len(PRESETS) == len({preset.name for preset in PRESETS.values()}) == 6
    for key, preset in PRESETS.items():
        assert preset.ship.preset == key
        assert preset.basis.endswith(".")
        check_ship(preset.ship)
    assert PRESETS["bulk-carrier"].ship == Ship()


def test_fuels_have_the_factors_of_the_imo() -> None:
    assert {key: fuel.co2_t for key, fuel in FUELS.items()} == {
        "hfo": 3.114,
        "lfo": 3.151,
        "mgo": 3.206,
        "lng": 2.750,
        "lpg-propane": 3.000,
        "lpg-butane": 3.030,
        "methanol": 1.375,
        "ethanol": 1.913,
    }
    assert all("MEPC.364(79)" in fuel.source for fuel in FUELS.values())
    assert all(fuel.confidence.startswith("not checked") for fuel in FUELS.values())
    assert "Methane slip is not counted" in FUELS["lng"].note


def test_ice_classes_are_each_there_once_with_none_first() -> None:
    assert ICE_CLASSES[0] == ""
    assert len(set(ICE_CLASSES)) == len(ICE_CLASSES)


@pytest.mark.parametrize(("change", "sentence"), [
    ({"speed_kn": 200.0}, "Speed 200 kn: give 1 to 40 kn."),
    ({"speed_kn": 0.5, "ice_speed_kn": 9.0}, "Speed 0.5 kn: give 1 to 40 kn."),
    ({"speed_kn": float("nan")}, "Speed nan kn: give 1 to 40 kn."),
    ({"ice_speed_kn": 14.5}, "Speed in ice 14.5 kn: give 1 to 14 kn, the speed in open water."),
    ({"ice_speed_kn": 0.0}, "Speed in ice 0 kn: give 1 to 14 kn, the speed in open water."),
    ({"draught_m": 0.4}, "Draught 0.4 m: give 0.5 to 30 m."),
    ({"draught_m": float("inf")}, "Draught inf m: give 0.5 to 30 m."),
    ({"fuel_t_day": -1.0}, "Fuel -1 t a day: give 0 to 500 t a day."),
    ({"fuel_t_day": "30"}, "Fuel 30 t a day: give 0 to 500 t a day."),
    ({"fuel": "coal"}, f"Fuel “coal” is unknown: choose one of {', '.join(FUELS)}."),
    ({"ice_class": "Arc99"},
     f"Ice class “Arc99” is unknown: choose none or one of {', '.join(ICE_CLASSES[1:])}."),
])  # fmt: skip
def test_a_figure_outside_its_range_is_named_with_the_range(
    change: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ShipError) as raised:
        check_ship(replace(Ship(), **change))
    assert str(raised.value) == sentence
    assert isinstance(raised.value, GeoError)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ShipError) as raised:
        check_ship(Ship("own", 200.0, 100.0, 99.0, "x" * 10_000, 1e300, "\u202ecoal"))
    said = str(raised.value)
    assert said.count("give") == 4
    assert said.count("is unknown") == 2
    assert len(said) < 600


@pytest.mark.parametrize(("change"), [
    {"speed_kn": 1.0, "ice_speed_kn": 1.0},
    {"speed_kn": 40.0, "ice_speed_kn": 40.0},
    {"draught_m": 0.5},
    {"draught_m": 30},
    {"fuel_t_day": 0},
    {"fuel_t_day": 500.0},
])  # fmt: skip
def test_the_ends_of_the_ranges_are_allowed(change: dict[str, Any]) -> None:
    check_ship(replace(Ship(), **change))
