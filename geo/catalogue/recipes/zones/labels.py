"""The label of a point or a face: land, high seas, or a zone of one or two states."""

from dataclasses import dataclass

from geo.catalogue.recipes.coast import state_of


@dataclass(frozen=True, order=True)
class ZoneLabel:
    """What a point of the plane lies in.

    Attributes
    ----------
    kind
        `territorial_sea`, `eez`, `internal_waters`, `high_seas`, `disputed`, `joint` or `land`.
    treaty
        The line that makes waters disputed or joint, a row of `treaties.csv`; `DERIVED` for waters
        behind derived baselines; '' for others.
    units
        Whose it is (`US-alaska`): one, two in order where disputed or joint, none of the high seas.
    """

    kind: str
    treaty: str = ""
    units: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """ISO alpha-2 codes, sorted (GL, FO and SJ for the parts)."""
        return tuple(sorted({state_of(unit) for unit in self.units}))

    @property
    def key(self) -> str:
        """The key in the tables of areas: `kind|unit`, or `kind|treaty|unit+unit`."""
        return "|".join(part for part in (self.kind, self.treaty, "+".join(self.units)) if part)


DERIVED = "derived"
"""Stands for the treaty in the label of waters behind baselines that no list gives."""
HIGH_SEAS = ZoneLabel("high_seas")
LAND = ZoneLabel("land")


def of_one(kind: str, unit: str) -> ZoneLabel:
    """Return the label of one unit's zone."""
    return ZoneLabel(kind, units=(unit,))


def internal(unit: str, *, is_derived: bool) -> ZoneLabel:
    """Return the label of a unit's internal waters, behind published or derived baselines."""
    return ZoneLabel("internal_waters", DERIVED if is_derived else "", (unit,))


def of_two(kind: str, treaty: str, one: str, two: str) -> ZoneLabel:
    """Return the label of waters that are disputed between two units, or joint."""
    return ZoneLabel(kind, treaty, (min(one, two), max(one, two)))
