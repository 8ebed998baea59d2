"""What the page of voyages shows, and its address.

Only what differs from the default stands in the address, ids and plain figures. Parsing is as
tolerant as that of `geo.view`: what is unknown is dropped, with a notice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields

from geo.characters import one_line, replace_surrogates

MEASURES = ("miles", "days", "co2")
"""What the lines of the chart measure."""
YARDS = ("usual", "shortest")
"""What the rows of the chart are compared with."""
MAX_BESIDE = 3
OWN_TRACK = "own-track"
"""The reader's own track: in `show` the page shows it, in `beside` it has a column."""
_LONGEST = 60
_TRACK = re.compile(r"([a-z]+)\.([a-z0-9]+(?:-[a-z0-9]+)*)\Z")
_FIGURES = ("speed", "ice", "draught", "fuel_a_day")


@dataclass(frozen=True)
class VoyageView:
    """One state of the page of voyages.

    Attributes
    ----------
    origin, destination
        Ids of ports, or ''.
    preset
        Id of a ship, or '' for the first.
    speed, ice, draught, fuel_a_day
        Figures of the ship where they differ from the preset's: knots in open water and in ice,
        metres, tonnes a day.
    ice_class, fuel
        Where they differ from the preset's; `none` is no ice class.
    shut
        The ways that the reader has shut.
    way
        The way that is opened, or '' for the one that the sentence is about by itself.
    tracks
        The variant chosen of a way, by way.
    beside
        What stands side by side: ways, variants of named routes (see `route_id`), the own track.
    measure
        What the lines of the chart measure.
    yard
        What its rows are compared with.
    show
        `OWN_TRACK` where the page shows the reader's own track in place of two ports, or ''.
    """

    origin: str = ""
    destination: str = ""
    preset: str = ""
    speed: float | None = None
    ice: float | None = None
    draught: float | None = None
    fuel_a_day: float | None = None
    ice_class: str = ""
    fuel: str = ""
    shut: tuple[str, ...] = ()
    way: str = ""
    tracks: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    measure: str = "miles"
    yard: str = "usual"
    show: str = ""


VOYAGE_KEYS = {
    "origin": "from",
    "destination": "to",
    "preset": "ship",
    "speed": "speed",
    "ice": "ice",
    "draught": "draught",
    "fuel_a_day": "fuel-a-day",
    "ice_class": "class",
    "fuel": "fuel",
    "shut": "shut",
    "way": "way",
    "tracks": "track",
    "beside": "beside",
    "measure": "measure",
    "yard": "yard",
    "show": "show",
}
"""The view's fields and their keys in the address; the one list that docs and tests go through."""


@dataclass(frozen=True)
class KnownVoyages:
    """The valid ids of an address.

    `passages` are the ways that may be shut, `tracks` is by way, `routes` are variants of named
    routes as `route_id` writes them.
    """

    ports: Collection[str] = ()
    port_named: Callable[[str], str] = lambda _name: ""
    presets: Collection[str] = ()
    ice_classes: Collection[str] = ()
    fuels: Collection[str] = ()
    ways: Collection[str] = ()
    passages: Collection[str] = ()
    tracks: Mapping[str, Collection[str]] = field(default_factory=dict)
    routes: Collection[str] = ()


def route_id(feature: str, variant: str) -> str:
    """Return how `beside` names a variant of a named route: `route.nsr.kara-gate-sannikov`."""
    return f"route.{feature}.{variant}"


def to_voyage_query(view: VoyageView) -> list[tuple[str, str]]:
    """Return the view as keys and values in a fixed order, defaults left out."""
    pairs: list[tuple[str, str]] = []
    for spec in fields(VoyageView):
        value = getattr(view, spec.name)
        if isinstance(value, Mapping):
            written = [f"{way}.{track}" for way, track in value.items()]
        elif isinstance(value, tuple):
            written = list(value)
        elif value is None or value == spec.default:
            continue
        else:
            written = [f"{value:.10g}" if isinstance(value, float) else str(value)]
        pairs += [(VOYAGE_KEYS[spec.name], entry) for entry in written]
    return pairs


def from_voyage_query(
    query: Mapping[str, Sequence[str]], known: KnownVoyages
) -> tuple[VoyageView, list[str]]:
    """Parse an address into a view, with a notice for each part that is invalid.

    Whether a figure is one that a ship may have is not decided here: see
    `geo.measure.voyages.ships`.
    """
    notices: list[str] = []

    def many(
        key: str, allowed: Collection[str], what: str, given: Sequence[str] | None = None
    ) -> tuple[str, ...]:
        values = query.get(key, ()) if given is None else given
        asked = list(dict.fromkeys(map(replace_surrogates, values)))[:_LONGEST]
        notices.extend(_notice(what, value) for value in asked if value not in allowed)
        return tuple(value for value in asked if value in allowed)

    def one(
        key: str,
        allowed: Collection[str],
        what: str,
        default: str = "",
        given: Sequence[str] | None = None,
    ) -> str:
        values = many(key, allowed, what, given)
        return values[-1] if values else default

    def port(key: str) -> str:
        named = [
            value if value in known.ports else known.port_named(value) or value
            for value in query.get(key, ())
        ]
        return one(key, known.ports, "port", given=named)

    def figure(name: str) -> float | None:
        values = query.get(VOYAGE_KEYS[name], ())
        number = _number(values[-1]) if values else None
        if values and number is None:
            notices.append(_notice(VOYAGE_KEYS[name].replace("-", " "), values[-1]))
        return number

    view = VoyageView(
        origin=port("from"),
        destination=port("to"),
        preset=one("ship", known.presets, "ship"),
        ice_class=one("class", {*known.ice_classes, "none"}, "ice class"),
        fuel=one("fuel", known.fuels, "fuel"),
        shut=many("shut", known.passages, "way"),
        way=one("way", known.ways, "way"),
        tracks=_tracks(query.get("track", ()), known, notices),
        beside=many("beside", {*known.ways, *known.routes, OWN_TRACK}, "way or route")[:MAX_BESIDE],
        measure=one("measure", MEASURES, "measure", "miles"),
        yard=one("yard", YARDS, "yardstick", "usual"),
        show=one("show", (OWN_TRACK,), "page"),
        **{name: figure(name) for name in _FIGURES},
    )
    return view, notices


def _tracks(values: Sequence[str], known: KnownVoyages, notices: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in list(values)[:_LONGEST]:
        parts = _TRACK.match(value)
        if parts and parts[2] in known.tracks.get(parts[1], ()):
            found[parts[1]] = parts[2]
        else:
            notices.append(_notice("variant", replace_surrogates(value)))
    return found


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _notice(what: str, value: str) -> str:
    shown = one_line(value, max_chars=_LONGEST)
    return f"The link asks for the {what} “{shown}”, which does not exist; the rest is shown."
