"""POLARIS: whether a ship of an ice class may work in a mix of ice, as a sum.

The Polar Operational Limit Assessment Risk Indexing System of the International Maritime
Organization gives each type of ice a value for each of twelve ice classes. The risk index outcome
is the sum, over the types that are there, of their tenths times their value; ice-free water counts
with its tenths. The sum says what the guidance allows; it is no permission.

Three tables, each with the columns `source` and `confidence`:

- `polaris_values.csv`: `ice_class`, then the value for each type of ice that is not decayed;
- `polaris_rules.csv`: `ice_class`, `normal_from` and `elevated_from` (the least sums for normal
  operation and for elevated risk, empty where the class knows no elevated risk),
  `elevated_speed_kn` (knots at most at elevated risk), `escort_adds` (what may be added in planning
  behind an icebreaker);
- `polaris_ice.csv`: `ice_type`, `from_m` and `to_m` (its thickness in metres, empty where open).

Copies with other numbers are about: a module of the Finnish Meteorological Institute of August 2016
and a web app of 2025. The tests hold the 144 values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo import messages
from geo.errors import PolarisError
from geo.measure.season.tables import FOLDER, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VALUES, RULES, ICE = "polaris_values.csv", "polaris_rules.csv", "polaris_ice.csv"
ICE_TYPES = (
    *("ice_free", "new", "grey", "grey_white", "thin_fy_1", "thin_fy_2"),
    *("medium_fy_lt_1m", "medium_fy", "thick_fy", "second_year", "light_my", "heavy_my"),
)
"""The types of ice, thinnest first."""
WHOLE = 10
"""How many tenths make up the whole."""
DEFAULT_CLASS = "PC7"
EXAMPLES: Mapping[str, Mapping[str, int]] = {
    "old-ice": {"ice_free": 2, "thick_fy": 5, "second_year": 3},
    "october": {"ice_free": 6, "new": 2, "grey": 2},
    "february": {"grey_white": 1, "medium_fy": 4, "thick_fy": 5},
    "loose": {"ice_free": 6, "thick_fy": 3, "second_year": 1},
    "pack": {"thick_fy": 2, "second_year": 3, "heavy_my": 5},
}
"""Mixes of ice made up to try the sum with, in tenths; none was observed."""
Level = Literal["normal", "elevated", "special"]
_VALUE_COLUMNS = ("ice_class", *ICE_TYPES, "source", "confidence")
_RULE_COLUMNS = (
    *("ice_class", "normal_from", "elevated_from", "elevated_speed_kn", "escort_adds"),
    *("source", "confidence"),
)
_ICE_COLUMNS = ("ice_type", "from_m", "to_m", "source", "confidence")


class IceClass(NamedTuple):
    """What the guidance says of one ice class; `values` by type of ice."""

    id: str
    values: Mapping[str, int]
    normal_from: int
    elevated_from: int | None
    elevated_speed_kn: float | None
    escort_adds: int


class Thickness(NamedTuple):
    """Bounds in metres; None where open."""

    from_m: float | None
    to_m: float | None


@dataclass(frozen=True)
class Polaris:
    """The tables: ice classes strongest first, types of ice thinnest first.

    `sources` has how sure each source is.
    """

    classes: Mapping[str, IceClass]
    ice: Mapping[str, Thickness]
    sources: Mapping[str, str]


class Outcome(NamedTuple):
    """A sum and what it allows; `speed_kn` is the speed at most where one is set."""

    total: int
    level: Level
    speed_kn: float | None


class Share(NamedTuple):
    """A type of ice, its tenths and its value for the class."""

    ice_type: str
    tenths: int
    value: int


@dataclass(frozen=True)
class Assessment:
    """The sum for one ice class and one mix of ice, alone and behind an icebreaker."""

    ice_class: IceClass
    shares: tuple[Share, ...]
    alone: Outcome
    escorted: Outcome


def assess(polaris: Polaris, ice_class: str, tenths: Mapping[str, int]) -> Assessment:
    """Return the risk index outcome of a mix of ice for an ice class.

    Parameters
    ----------
    tenths
        Whole tenths by type of ice, ten in all; types with none are left out.

    Raises
    ------
    PolarisError
        The class or a type of ice is not in the tables, a share is not 0 to 10 tenths, or the
        shares are not ten tenths in all.
    """
    if ice_class not in polaris.classes:
        known = ", ".join(polaris.classes)
        raise PolarisError(messages.NO_ICE_CLASS.format(name=ice_class, known=known))
    check_tenths(tenths)
    found = polaris.classes[ice_class]
    shares = tuple(
        Share(ice_type, tenths[ice_type], found.values[ice_type])
        for ice_type in ICE_TYPES
        if tenths.get(ice_type)
    )
    total = sum(share.tenths * share.value for share in shares)
    escorted = outcome(found, total + found.escort_adds)
    return Assessment(found, shares, outcome(found, total), escorted)


def outcome(ice_class: IceClass, total: int) -> Outcome:
    """Return what a sum allows a ship of an ice class: a sum on a threshold is above it."""
    if total >= ice_class.normal_from:
        return Outcome(total, "normal", None)
    if ice_class.elevated_from is not None and total >= ice_class.elevated_from:
        return Outcome(total, "elevated", ice_class.elevated_speed_kn)
    return Outcome(total, "special", None)


def check_tenths(tenths: Mapping[str, int]) -> None:
    """Raise `PolarisError` with the first thing that is wrong with a mix of ice."""
    for ice_type, share in tenths.items():
        if ice_type not in ICE_TYPES:
            known = ", ".join(ICE_TYPES)
            raise PolarisError(messages.NO_ICE_TYPE.format(name=ice_type, known=known))
        if not 0 <= share <= WHOLE:
            name = messages.POLARIS_ICE[ice_type]
            shown = str(share).replace("-", "−")
            raise PolarisError(messages.TENTHS_OF_ONE.format(ice=name, tenths=shown))
    if (total := sum(tenths.values())) != WHOLE:
        said = messages.TENTHS_ONE if total == 1 else messages.TENTHS_WRONG
        raise PolarisError(said.format(tenths=total))


def example_of(tenths: Mapping[str, int]) -> str:
    """Return the example that a mix of ice is, or ''; types with no tenths do not count."""
    there = {ice_type: share for ice_type, share in tenths.items() if share}
    return next((name for name, mix in EXAMPLES.items() if mix == there), "")


def read_polaris(folder: Path = FOLDER) -> tuple[Polaris | None, str]:
    """Return the tables and '', or None and why there are none."""
    ice, no_ice = read_rows(folder / ICE, _ICE_COLUMNS, _thickness)
    rules, no_rules = read_rows(folder / RULES, _RULE_COLUMNS, _rules)
    values, no_values = read_rows(folder / VALUES, _VALUE_COLUMNS, _values)
    by_type, of_class = dict(ice), {name: found for name, found, _ in values}
    rules_of = {one.id: one for one, _ in rules}
    reason = no_ice or no_rules or no_values
    if not reason and (tuple(by_type) != ICE_TYPES or tuple(rules_of) != tuple(of_class)):
        reason = messages.POLARIS_APART
    if reason:
        return None, messages.POLARIS_MISSING.format(reason=reason)
    classes = {name: rules_of[name]._replace(values=of_class[name]) for name in of_class}
    sources = dict([*(source for _, _, source in values), *(source for _, source in rules)])
    return Polaris(classes, by_type, sources), ""


def _thickness(row: Mapping[str, str]) -> tuple[str, Thickness]:
    return row["ice_type"], Thickness(_number(row["from_m"]), _number(row["to_m"]))


def _values(row: Mapping[str, str]) -> tuple[str, Mapping[str, int], tuple[str, str]]:
    found = {ice_type: int(row[ice_type]) for ice_type in ICE_TYPES}
    return row["ice_class"], found, (row["source"], row["confidence"])


def _rules(row: Mapping[str, str]) -> tuple[IceClass, tuple[str, str]]:
    """Return an ice class, its values still to come, and the source with how sure it is."""
    found = IceClass(
        row["ice_class"],
        {},
        int(row["normal_from"]),
        int(row["elevated_from"]) if row["elevated_from"] else None,
        _number(row["elevated_speed_kn"]),
        int(row["escort_adds"]),
    )
    return found, (row["source"], row["confidence"])


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
