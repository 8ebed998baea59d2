"""Names, ids and texts of the shipped zones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.catalogue.recipes.zones.labels import DERIVED
from geo.catalogue.records import SOVEREIGN

if TYPE_CHECKING:
    from geo.catalogue.recipes.zones.export import Zone
    from geo.catalogue.recipes.zones.labels import ZoneLabel

LAST_CHECKED = "2026-11-30"
"""When the texts below, and what they say of laws and agreements, were last checked."""
POCKETS = {
    "central-arctic-ocean-high-seas": (180.0, 88.0),
    "loophole": (36.5, 74.6),
    "banana-hole": (1.0, 68.5),
    "donut-hole": (-179.0, 57.6),
    "peanut-hole": (150.0, 52.5),
}
"""High-seas areas with a name of their own, and a point inside each."""

_POCKET_NAMES: dict[str, tuple[str, list[Any], str]] = {
    "central-arctic-ocean-high-seas": (
        "Central Arctic Ocean (high seas)",
        ["high seas of the Central Arctic Ocean"],
        ("The one large area of high seas in the Arctic Ocean, beyond every 200-nautical-mile "
        "zone. Fishing there is bound by the agreement of 3 October 2018."),
    ),
    "loophole": (
        "Loophole (Barents Sea)",
        [{"text": "Smutthullet", "lang": "no"}, "Barents Sea Loophole"],
        "High seas in the Barents Sea between the Norwegian, Russian and Svalbard zones.",
    ),
    "banana-hole": (
        "Banana Hole (Norwegian Sea)",
        [{"text": "Smutthavet", "lang": "no"}, "Banana Hole"],
        ("High seas in the Norwegian Sea between the zones of Norway, Iceland, the Faroes, "
        "Greenland, Jan Mayen and Svalbard."),
    ),
    "donut-hole": (
        "Donut Hole (Bering Sea)",
        ["Donut Hole", "Doughnut Hole", "Bering Sea Donut Hole"],
        "High seas in the middle of the Bering Sea between the Russian and US zones.",
    ),
    "peanut-hole": (
        "Peanut Hole (Sea of Okhotsk)",
        ["Peanut Hole"],
        ("High seas in the middle of the Sea of Okhotsk, with the Russian zone all around. The "
        "seabed below has been treated as Russian continental shelf since 2014; the water is not."),
    ),
    "north-atlantic-high-seas": (
        "North Atlantic (high seas north of 50° N)", [],
        "High seas of the North Atlantic, shown from 50° N.",
    ),
    "north-pacific-high-seas": (
        "North Pacific (high seas north of 50° N)", [],
        "High seas of the North Pacific, shown from 50° N.",
    ),
}  # fmt: skip

_UNITS = {
    "RU": "Russia", "US-alaska": "United States (Alaska)", "CA": "Canada", "GL": "Greenland",
    "FO": "Faroe Islands", "IS": "Iceland", "NO": "Norway", "SJ-svalbard": "Svalbard",
    "SJ-jan-mayen": "Jan Mayen", "FI": "Finland", "SE": "Sweden", "DK": "Denmark",
    "EE": "Estonia", "LV": "Latvia", "LT": "Lithuania", "PL": "Poland", "DE": "Germany",
    "NL": "Netherlands", "BE": "Belgium", "GB": "United Kingdom", "IE": "Ireland", "FR": "France",
    "JP": "Japan", "US": "United States", "CN": "China", "KR": "South Korea", "KP": "North Korea",
}  # fmt: skip
_SLUGS = {"US-alaska": "us"}
_KINDS = {
    "territorial_sea": ("territorial-sea", "territorial sea"),
    "eez": ("eez", "exclusive economic zone"),
    "internal_waters": ("internal-waters", "internal waters"),
}
_SPECIAL_NAMES = {
    ("eez", "SJ-svalbard"): "Fisheries protection zone around Svalbard",
    ("eez", "SJ-jan-mayen"): "Fishery zone around Jan Mayen",
    ("eez", "FO"): "Faroe Islands: fishing zone",
}
_SPECIAL_NOTES = {
    ("eez", "SJ-svalbard"): (
        "Norway’s fisheries protection zone of 1977, out to 200 nautical miles, beginning where "
        "the zone of mainland Norway ends. Other parties to the 1920 treaty disagree "
        "about its reach."
    ),
    ("eez", "SJ-jan-mayen"): (
        "Norway’s fishery zone out to 200 nautical miles, less Iceland’s full 200 nautical miles "
        "and the line with Greenland. A joint area of the shelf with Iceland lies across the line."
    ),
    ("internal_waters", "CA"): (
        "Waters that Canada encloses by the straight baselines of its orders for the Arctic "
        "(1985) and Labrador, with Hudson Bay and Hudson Strait. The United States does not "
        "accept the enclosure of the passages of the Arctic archipelago."
    ),
    ("internal_waters", "RU"): "The White Sea, south of the line from Svyatoy Nos to Kanin Nos.",
    ("internal_waters", "IS"): "Waters inside the straight baselines of Iceland’s Act 41/1979.",
}
_NOTES = {
    "territorial_sea": (
        "Within 12 nautical miles of the coast or of a straight baseline, calculated "
        "from the 1:10m coast; not an official limit."
    ),
    "eez": (
        "Between 12 and 200 nautical miles, cut at agreed lines, elsewhere at equal distance; "
        "calculated from the 1:10m coast, not an official limit."
    ),
    "internal_waters": "Waters inside the straight baselines of the official list.",
}
_DERIVED_NOTE = (
    "Claimed; the line in front of these waters is derived from the limit of the territorial sea "
    "in OpenStreetMap, not the official list, which could not be read. Where the two can be "
    "compared they lie at most 0.4 nautical miles apart in the median."
)


def zone_id_of(label: ZoneLabel) -> str:
    """Return the id of a zone's feature; the high seas have one for each pocket."""
    if label.kind == "disputed":
        return _DISPUTES[label.treaty][0]
    if label.kind == "joint":
        return "us-ru-special-areas"
    (unit,) = label.units
    ending = f"-{label.treaty}" if label.treaty else ""
    return f"{_SLUGS.get(unit, unit.lower())}-{_KINDS[label.kind][0]}{ending}"


def zone_properties(zone: Zone) -> dict[str, Any]:
    """Return the properties of a zone's feature."""
    kind = zone.label.kind
    if kind == "high_seas":
        name, names, note = _POCKET_NAMES[zone.zone_id]
        return _properties(zone, name, note, names, [])
    if kind == "disputed":
        return _disputed(zone)
    if kind == "joint":
        return _special_areas(zone)
    (unit,) = zone.label.units
    if zone.label.treaty == DERIVED:
        name, note = f"{_UNITS[unit]}: internal waters (claimed)", _DERIVED_NOTE
    else:
        name = _SPECIAL_NAMES.get((kind, unit), f"{_UNITS[unit]}: {_KINDS[kind][1]}")
        note = _SPECIAL_NOTES.get((kind, unit)) or _NOTES[kind]
    states = zone.label.states
    nations = [
        {"nation": state, "role": "coastal", "source": "calculated zone"} for state in states
    ]
    nations += [
        {"nation": SOVEREIGN[state], "role": "coastal", "source": f"{state} belongs to this state"}
        for state in states
        if state in SOVEREIGN
    ]
    return _properties(zone, name, note, [], nations)


_DISPUTES: dict[str, tuple[str, str, list[Any], str, str]] = {
    "beaufort": (
        "beaufort-wedge", "Beaufort Sea wedge", ["Beaufort wedge"],
        ("Waters between Canada’s claim along 141° W and the equidistance line that the United "
        "States uses; the latter is calculated from the 1:10m coast. Both claim the wedge."),
        "141° W: Fishing Zones of Canada (Zone 6) Order",
    ),
    "dixon-entrance": (
        "dixon-entrance-disputed-waters", "Dixon Entrance (disputed waters)", [],
        ("Waters between the line of the award of 1903, which Canada takes as the boundary at sea, "
        "and the equidistance line that the United States uses; the latter is calculated from the "
        "1:10m coast."),
        "line of the Alaska Boundary Tribunal’s award of 20 October 1903",
    ),
    "kurils": ("southern-kurils", "", [], "", ""),
}  # fmt: skip


def _disputed(zone: Zone) -> dict[str, Any]:
    _, name, names, note, canadian = _DISPUTES[zone.label.treaty]
    nations = [
        {"nation": "CA", "role": "claimant", "source": canadian},
        {
            "nation": "US",
            "role": "claimant",
            "source": "equidistance (calculated line)",
        },
    ]
    made = _properties(zone, name, note, names, nations)
    return {**made, "status": "disputed"}


def _special_areas(zone: Zone) -> dict[str, Any]:
    nations = [{"nation": code, "role": "coastal", "source": "Agreement of 1 June 1990, article 3"}
               for code in ("RU", "US")]  # fmt: skip
    note = (
        "Special areas of the 1990 agreement: within 200 nautical miles of one coast and beyond "
        "those of the other, but on the other’s side of the line. The agreement is applied "
        "provisionally; Russia has not ratified it."
    )
    return _properties(zone, "Special areas of the US-Soviet line", note, [], nations)


def _properties(
    zone: Zone, name: str, note: str, names: list[Any], nations: list[dict[str, str]]
) -> dict[str, Any]:
    details: dict[str, Any] = {"zone": zone.label.kind, "states": list(zone.label.states)}
    if zone.area_km2 is not None:
        details["area_km2"] = zone.area_km2
    made: dict[str, Any] = {"id": zone.zone_id, "name": name}
    if names:
        made["names"] = names
    return {**made, "nations": nations, "note": note, "details": details}
