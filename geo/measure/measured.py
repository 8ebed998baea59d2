"""What was measured along the tracks, as the cards take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.measure.transits import Transits
    from geo.measure.waters import Waters


@dataclass(frozen=True)
class Measured:
    """Waters and straits along the tracks; `stale` has the ids whose figures are out of date."""

    waters: Waters
    transits: Transits
    stale: Collection[str] = ()

    def chosen(self, feature_id: str, variant: str) -> str:
        """Return the slug of the variant that figures are of: the one asked for, or the first."""
        known = self.waters.variants(feature_id)
        return variant if variant in known else next(iter(known), "")

    def crossing(self, water_id: str) -> dict[str, float]:
        """Return the routes and corridors through a sea, strait or zone, and their longest stretch.

        In nautical miles by id, over all variants, the longest first.
        """
        passes = self.transits.frame
        rows = passes[passes["water"] == water_id]
        if rows.empty:
            areas = self.waters.frame
            rows = areas[areas["zone_id"] == water_id]
        sums: dict[tuple[str, str], float] = {}
        columns = (rows[name] for name in ("feature", "variant", "from_nm", "to_nm"))
        for feature, variant, start, end in zip(*columns, strict=True):
            sums[feature, variant] = sums.get((feature, variant), 0.0) + end - start
        most: dict[str, float] = {}
        for (feature, _), nm in sums.items():
            most[feature] = max(most.get(feature, 0.0), nm)
        return dict(sorted(most.items(), key=lambda entry: -entry[1]))
