"""What was measured along the tracks, as the cards take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.measure.roles import COASTAL_MIN_NM
from geo.measure.season.ice import load_ice_along

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.measure.season.ice import Strip
    from geo.measure.transits import Transits
    from geo.measure.waters import Waters


@dataclass(frozen=True)
class Measured:
    """Waters and straits along the tracks; `stale` has the ids whose figures are out of date.

    `has_season` says whether the season is shown too; what it rests on is read when it is.
    """

    waters: Waters
    transits: Transits
    stale: Collection[str] = ()
    has_season: bool = False

    def ice_along(self, feature_id: str, variant: str) -> Strip | None:
        """Return the normal of ice along a variant; None where the season is not shown."""
        return load_ice_along().strip(feature_id, variant) if self.has_season else None

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

    def longest_in(
        self, state: str, tracks: Collection[str]
    ) -> tuple[tuple[str, str], float, bool]:
        """Return the longest track in a state's waters, and whether it is a first variant.

        First variants count alone where any of them is there: that is what the card of a route
        opens on, and a figure in two places is one figure.

        Returns
        -------
        tuple
            Feature and variant, nautical miles, and whether it is its feature's first variant.
        """
        there = {
            (one, slug): self.waters.nation_nm(one, slug).get(state, 0.0)
            for one in tracks
            for slug in self.waters.variants(one)
        }
        firsts = {(one, self.chosen(one, "")) for one in tracks}
        main = {track: there[track] for track in firsts if there[track] >= COASTAL_MIN_NM}
        track = max(main or there, key=lambda one: there[one])
        return track, there[track], track in main
