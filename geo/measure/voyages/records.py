"""What a voyage is made of: ports, a ship, ways and their variants."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from geo.measure.voyages.shares import nm_by_waters, nm_of_rest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.geodesy import Position

VIAS = ("nsr", "nwp", "tsr", "suez", "cape", "panama")
"""The passages that a way can lead through, in the order of the docs."""
FEATURE_OF_VIA = {
    "nsr": "nsr",
    "nwp": "nwp",
    "tsr": "tsr",
    "suez": "suez",
    "cape": "cape-of-good-hope",
    "panama": "panama",
}
"""The feature of the catalogue that draws and explains each of them."""
ARCTIC_VIAS = ("nsr", "nwp", "tsr")
USUAL_VARIANTS = {"nsr": "kara-gate-sannikov", "nwp": "route-3"}
"""The variant that stands for an Arctic way: the coastal track, and the one that R. K. Headland's
list calls the principal route."""
DIRECT = "direct"
"""The way between two ports that no such passage lies between."""
KIEL_CANAL, ORESUND, GREAT_BELT = GATES = ("kiel-canal", "oresund", "great-belt")
"""The ways into the Baltic and out of it, which are variants; the deepest comes last."""
SKAGEN = "skagen"
"""The variant round Denmark where the others cross the Baltic between two ports outside."""
CANAL_AND_BELT = {belt: f"{KIEL_CANAL}-and-{belt}" for belt in (ORESUND, GREAT_BELT)}
"""Those others, by the belt that they take beside the Kiel Canal."""
BALTIC_VARIANTS = (*GATES, *CANAL_AND_BELT.values(), SKAGEN)
"""The slugs of all of these."""


@dataclass(frozen=True)
class Ship:
    """A ship, as far as distance, time, fuel and depth depend on it.

    Attributes
    ----------
    preset
        Id of the preset that it began as, see `geo.measure.voyages.ships`.
    speed_kn, ice_speed_kn
        Speed in open water, and over the whole of the ice leg as the slow end of the range.
    draught_m
        A variant whose least depth on file is not greater is too shallow.
    ice_class
        As named by the register or the Polar Code, '' for none.
    fuel_t_day
        Consumption at sea, tonnes a day.
    fuel
        Key of `geo.measure.voyages.ships.FUELS`.
    """

    preset: str = "bulk-carrier"
    speed_kn: float = 14.0
    ice_speed_kn: float = 9.0
    draught_m: float = 11.0
    ice_class: str = "Arc4"
    fuel_t_day: float = 30.0
    fuel: str = "hfo"


@dataclass(frozen=True)
class Port:
    """A port of the catalogue; lon, lat in degrees."""

    id: str
    name: str
    lon: float
    lat: float
    nation: str = ""


@dataclass(frozen=True)
class StraitPassed:
    """A strait that the track crosses, in nautical miles from its beginning.

    `least_depth_m` is None where no least depth is on file; `depth_source` says whose it is.
    """

    id: str
    name: str
    at_nm: float
    least_depth_m: float | None = None
    depth_source: str = ""


@dataclass(frozen=True)
class Stretch:
    """A part of a track in one zone, as in `geo.measure.waters`; `zone` "not_assessed" is south."""

    from_nm: float
    to_nm: float
    state: str
    zone: str
    zone_id: str

    @property
    def nm(self) -> float:
        """Length in nautical miles."""
        return self.to_nm - self.from_nm


@dataclass(frozen=True)
class RuleStretch:
    """A part of a track to which the rules of one regime apply; such parts overlap."""

    regime: str
    from_nm: float
    to_nm: float


@dataclass(frozen=True)
class Variant:
    """One track by one way.

    Attributes
    ----------
    slug, name
        Of the catalogue's variant, '' where the way has one track only.
    positions
        lon, lat along the whole track from origin to destination, unwrapped.
    nm
        Geodesic length.
    named
        From and to in nautical miles of the parts on the named route itself (the waters that law
        defines as Northern Sea Route, say); empty for southern ways.
    north_of_circle
        From and to of the parts north of the Arctic Circle.
    ice_nm
        Nautical miles that the slow end of the days counts at the speed in ice.
    days, fuel_t, co2_t
        Lowest and highest.
    stretches, rules, straits
        In order along the track.
    shut
        Why the ship cannot take it ('draught'), or ''.
    is_deep
        Whether a source calls the variant one for deep draughts.
    limit_m, limit_is_most, limit_source
        The draught that is stated for all of this variant, if one is; whether a ship of just that
        draught may pass, or must stay under it; and who says so.
    season, season_source
        When this variant may be sailed, in words, and who says so.
    nm_by_state, nm_by_regime, not_assessed_nm
        Nautical miles in the waters of each state (counted as in `Waters.nation_nm`), under each
        area of rules (they overlap), and where no zone is on file.
    """

    slug: str
    name: str
    positions: tuple[Position, ...]
    nm: float
    days: tuple[float, float]
    fuel_t: tuple[float, float]
    co2_t: tuple[float, float]
    named: tuple[tuple[float, float], ...] = ()
    north_of_circle: tuple[tuple[float, float], ...] = ()
    ice_nm: float = 0.0
    stretches: tuple[Stretch, ...] = ()
    rules: tuple[RuleStretch, ...] = ()
    straits: tuple[StraitPassed, ...] = ()
    shut: str = ""
    limit_m: float | None = None
    limit_is_most: bool = False
    limit_source: str = ""
    is_deep: bool = False
    season: str = ""
    season_source: str = ""
    nm_by_state: Mapping[str, float] = field(default_factory=dict)
    nm_by_regime: Mapping[str, float] = field(default_factory=dict)
    not_assessed_nm: float = 0.0

    @property
    def nm_by_waters(self) -> dict[str, float]:
        """Nautical miles by whose waters they are, each once: Greenland's are not Denmark's too."""
        return nm_by_waters(self.stretches)

    @property
    def nm_of_rest(self) -> dict[str, float]:
        """Nautical miles of no single state, by zone; with `nm_by_waters` they make up `nm`."""
        return nm_of_rest(self.stretches)

    @property
    def least_depth(self) -> StraitPassed | None:
        """The strait with the least depth on file."""
        return min(self.depth_checked, key=lambda strait: strait.least_depth_m or 0.0, default=None)

    @property
    def depth_checked(self) -> tuple[StraitPassed, ...]:
        """The straits whose least depth is on file, in order along the track."""
        return tuple(one for one in self.straits if one.least_depth_m is not None)

    @property
    def depth_unknown(self) -> tuple[StraitPassed, ...]:
        """The straits without one: nobody checked whether the ship can pass."""
        return tuple(one for one in self.straits if one.least_depth_m is None)


@dataclass(frozen=True)
class Published:
    """A published distance of this pair by this way."""

    nm: float
    source: str
    note: str = ""


@dataclass(frozen=True)
class Way:
    """All tracks through one passage, shortest first.

    Attributes
    ----------
    via
        One of `VIAS`, or `DIRECT`.
    name
        "Northern Sea Route", "Suez Canal", ...
    variants
        Empty where there is no such way.
    published
        Distances that others print.
    season
        When it may be sailed, in words: "all year", or the catalogue's season with its source.
    shut
        '' or why the way is left out: 'reader' (shut by the reader), 'draught' (every variant
        is too shallow), 'none' (the passage does not lie between the ports).
    season_source
        Who says when.
    """

    via: str
    name: str
    variants: tuple[Variant, ...]
    published: tuple[Published, ...] = ()
    season: str = ""
    shut: str = ""
    season_source: str = ""

    @property
    def open_variants(self) -> tuple[Variant, ...]:
        """The variants that the ship can take."""
        return tuple(variant for variant in self.variants if not variant.shut)

    def standing(self, slug: str = "") -> Variant:
        """Return the variant that stands for the way, which must have one.

        That is the one asked for, else the usual one if the ship can take it, else the shortest
        that it can, else the shortest.
        """
        asked = [each for each in self.variants if slug and each.slug == slug]
        usual = [each for each in self.open_variants if each.slug == USUAL_VARIANTS.get(self.via)]
        return (asked or usual or self.open_variants or self.variants)[0]

    @property
    def is_open(self) -> bool:
        """Whether the way counts: not shut by the reader, and some variant deep enough."""
        return not self.shut and bool(self.open_variants)

    @property
    def nm(self) -> tuple[float, float]:
        """Shortest and longest of the open variants, or of all where none is open."""
        return _range([variant.nm for variant in self.open_variants or self.variants])

    @property
    def days(self) -> tuple[float, float]:
        """Lowest and highest over the same variants."""
        each = [variant.days for variant in self.open_variants or self.variants]
        return _range([day for pair in each for day in pair])

    @property
    def fuel_t(self) -> tuple[float, float]:
        """Lowest and highest over the same variants."""
        each = [variant.fuel_t for variant in self.open_variants or self.variants]
        return _range([tonnes for pair in each for tonnes in pair])

    @property
    def co2_t(self) -> tuple[float, float]:
        """Lowest and highest over the same variants."""
        each = [variant.co2_t for variant in self.open_variants or self.variants]
        return _range([tonnes for pair in each for tonnes in pair])


def _range(values: list[float]) -> tuple[float, float]:
    return (min(values), max(values)) if values else (0.0, 0.0)


class Longer(NamedTuple):
    """By how much a variant is longer than a way; negative is shorter."""

    nm: float
    percent: float


def longer_than(variant: Variant, way: Way | None) -> Longer | None:
    """Return by how much a variant is longer than the shortest of a way; None without a way."""
    least = way.nm[0] if way else 0.0
    return Longer(variant.nm - least, 100 * (variant.nm / least - 1)) if least else None


@dataclass(frozen=True)
class Voyage:
    """Every way between two ports.

    Attributes
    ----------
    ways
        Those with variants shortest first, then those that do not exist, in the order of `VIAS`.
    usual
        The `via` that the others are compared with: the shortest open southern way; '' where
        there is none (a pair inside the Arctic or in one ocean).
    """

    origin: Port
    destination: Port
    ship: Ship
    ways: tuple[Way, ...]
    usual: str = ""

    def way(self, via: str) -> Way | None:
        """Return the way by one passage."""
        return next((way for way in self.ways if way.via == via), None)

    @property
    def shortest(self) -> str:
        """The `via` of the shortest open way, a hypothetical one too; '' where none is open."""
        open_ways = [way for way in self.ways if way.is_open]
        shortest = min(open_ways, key=lambda way: way.nm, default=None)
        return shortest.via if shortest else ""
