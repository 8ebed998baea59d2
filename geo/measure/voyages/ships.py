"""Ships to begin with, fuels, ice classes, and the limits of what a reader may enter.

The figures of the presets are round ones for a ship of the kind, from memory; none is that of one
ship. What was read somewhere is in the basis: for the container ship the Istanbul Bridge of 2025
(gCaptain; vsico.com.vn), for the bulk carrier the Yong Sheng of 2013, a general cargo ship with a
mean speed of 12.7 kn (Arctic Portal). The factors of CO2 are those of the IMO as remembered
(MEPC.364(79) and earlier): the resolutions were found, but not their table.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo import messages
from geo.characters import one_line
from geo.errors import ShipError
from geo.measure.voyages.records import Ship

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.measure.voyages.records import Variant

SPEED_KN = (1.0, 40.0)
DRAUGHT_M = (0.5, 30.0)
FUEL_T_DAY = (0.0, 500.0)
"""Lowest and highest that may be entered."""
ICE_CLASSES = (
    *("", "1C", "1B", "1A", "1A Super"),
    *("Ice1", "Ice2", "Ice3", "Arc4", "Arc5", "Arc6", "Arc7", "Arc8", "Arc9"),
    *("PC7", "PC6", "PC5", "PC4", "PC3", "PC2", "PC1"),
)
"""None, then the Finnish-Swedish, the Russian and the Polar Code's, each from weak to strong."""
_SHOWN_CHARS = 30
_UNCHECKED = "Not checked against a source."


@dataclass(frozen=True)
class Preset:
    """A ship to begin with, its name, and what its figures rest on."""

    name: str
    ship: Ship
    basis: str


@dataclass(frozen=True)
class Fuel:
    """A fuel, the tonnes of CO2 that burning one tonne of it gives, and who says so."""

    name: str
    co2_t: float
    source: str
    confidence: str
    note: str = ""


def _presets() -> Iterator[Preset]:
    yield Preset(
        "Bulk carrier, Arc4",
        Ship(),
        f"Round figures for a bulk carrier of about 50,000 to 75,000 dwt. {_UNCHECKED}",
    )
    yield Preset(
        "Container ship, 1A",
        Ship("container-ship", 17.0, 11.0, 11.5, "1A", 60.0, "lfo"),
        "Speed as the Istanbul Bridge kept on the Northern Sea Route in 2025 (17 kn, gCaptain); "
        f"the others are round figures for a container ship of that size. {_UNCHECKED}",
    )
    yield Preset(
        "Arctic LNG carrier, Arc7",
        Ship("lng-carrier", 19.0, 10.0, 11.8, "Arc7", 100.0, "lng"),
        f"Round figures for the LNG carriers built for Yamal LNG. {_UNCHECKED}",
    )
    yield Preset(
        "Oil tanker, 1A",
        Ship("oil-tanker", 14.0, 8.0, 14.5, "1A", 45.0, "lfo"),
        f"Round figures for a laden tanker of about 100,000 dwt. {_UNCHECKED}",
    )
    yield Preset(
        "General cargo ship, no ice class",
        Ship("general-cargo", 13.0, 6.0, 8.0, "", 18.0, "mgo"),
        f"Round figures for a general cargo ship of about 12,000 dwt. {_UNCHECKED}",
    )
    yield Preset(
        "Polar cruise ship, PC6",
        Ship("polar-cruise", 15.0, 8.0, 5.5, "PC6", 25.0, "mgo"),
        f"Round figures for an expedition cruise ship. {_UNCHECKED}",
    )


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {preset.ship.preset: preset for preset in _presets()}
)
"""The ships to begin with, by id; the first is the one that a new voyage has."""

_IMO = "IMO, MEPC.364(79) and earlier resolutions on the EEDI"
_FROM_MEMORY = "not checked: the resolutions were found, their table was not seen"
_HFO_BAN = "Banned in Arctic waters since 1 July 2024, with waivers to 1 July 2029 (not checked)."
_VLSFO = (
    "Very low sulphur fuel oil has no factor of its own: it counts as light or heavy fuel oil by "
    "its grade."
)
FUELS: Mapping[str, Fuel] = MappingProxyType(
    {
        key: Fuel(name, factor, _IMO, _FROM_MEMORY, note)
        for key, name, factor, note in (
            ("hfo", "Heavy fuel oil (HFO)", 3.114, _HFO_BAN),
            ("lfo", "Light fuel oil (LFO)", 3.151, _VLSFO),
            ("mgo", "Marine diesel or gas oil (MDO, MGO)", 3.206, ""),
            ("lng", "Liquefied natural gas (LNG)", 2.750, "Methane slip is not counted."),
            ("lpg-propane", "Liquefied petroleum gas, propane", 3.000, ""),
            ("lpg-butane", "Liquefied petroleum gas, butane", 3.030, ""),
            ("methanol", "Methanol", 1.375, ""),
            ("ethanol", "Ethanol", 1.913, ""),
        )
    }
)
"""Tonnes of CO2 per tonne of fuel burnt on board; what making the fuel gives off is not counted."""


def ice_speed_for(speed_kn: float, ice_speed_kn: float) -> float:
    """Return the speed in ice of a ship of which only the speed in open water was stated.

    It is the usual one, or less for a slower ship. A speed that no ship has changes nothing, so
    that it is named alone.

    Parameters
    ----------
    ice_speed_kn
        The usual speed in ice.
    """
    return min(ice_speed_kn, speed_kn) if _is_within(speed_kn, SPEED_KN) else ice_speed_kn


def ship_figures(ship: Ship) -> dict[str, float | str]:
    """Return what days, fuel, CO2 and depth were worked out with, as the exports name it."""
    fuel = FUELS[ship.fuel]
    return {
        "speed_kn": ship.speed_kn,
        "ice_speed_kn": ship.ice_speed_kn,
        "draught_m": ship.draught_m,
        "ice_class": ship.ice_class or "none",
        "fuel_t_day": ship.fuel_t_day,
        "fuel": ship.fuel,
        "co2_t_per_t_fuel": fuel.co2_t,
        "co2_source": f"{fuel.source} ({fuel.confidence})",
    }


def shut_because(variant: Variant, ship: Ship) -> str:
    """Return what makes a variant too shallow for the ship, or '' where nothing does."""
    if variant.shut != "draught":
        return ""
    draught, strait = f"{ship.draught_m:g}", variant.least_depth
    if strait and strait.least_depth_m and strait.least_depth_m <= ship.draught_m:
        return messages.SHUT_BY_STRAIT.format(
            strait=strait.name, depth=f"{strait.least_depth_m:g}", draught=draught
        )
    return messages.SHUT_BY_LIMIT[variant.limit_is_most].format(
        limit=f"{variant.limit_m:g}" if variant.limit_m else "",
        source=variant.limit_source,
        draught=draught,
    )


def check_ship(ship: Ship) -> None:
    """Raise if the ship's figures are not what a voyage can be worked out for.

    The speed in ice may be as high as the speed in open water.

    Raises
    ------
    ShipError
        One sentence for each such figure: what was given, and what may be.
    """
    if problems := [*_outside(ship), *_unknown(ship)]:
        raise ShipError(" ".join(problems))


def _outside(ship: Ship) -> Iterator[str]:
    low, high = SPEED_KN
    has_speed = _is_within(ship.speed_kn, SPEED_KN)
    in_ice = (low, ship.speed_kn if has_speed else high)
    for sentence, value, limits in (
        (messages.SHIP_SPEED, ship.speed_kn, SPEED_KN),
        (messages.SHIP_ICE_SPEED, ship.ice_speed_kn, in_ice),
        (messages.SHIP_DRAUGHT, ship.draught_m, DRAUGHT_M),
        (messages.SHIP_FUEL_A_DAY, ship.fuel_t_day, FUEL_T_DAY),
    ):
        if not _is_within(value, limits):
            least, most = (f"{limit:g}" for limit in limits)
            yield sentence.format(value=_shown(value), low=least, high=most)


def _unknown(ship: Ship) -> Iterator[str]:
    if ship.fuel not in FUELS:
        yield messages.SHIP_FUEL.format(value=_shown(ship.fuel), names=", ".join(FUELS))
    if ship.ice_class not in ICE_CLASSES:
        names = ", ".join(filter(None, ICE_CLASSES))
        yield messages.SHIP_ICE_CLASS.format(value=_shown(ship.ice_class), names=names)


def _is_within(value: object, limits: tuple[float, float]) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and limits[0] <= value <= limits[1]


def _shown(value: object) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return one_line(f"{value:.6g}" if is_number else str(value), max_chars=_SHOWN_CHARS)
