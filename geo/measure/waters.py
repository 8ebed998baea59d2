"""Whose waters each variant of a route or corridor crosses.

The overlay is computed once (`python -m geo.measure build`) and shipped as `waters.csv`; a page
only reads it. Each row is a segment of one variant, in order along the track, with a hash of its
inputs: a row that no longer fits its track or zones is detected as stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from geo.catalogue.records import DATA, SOVEREIGN
from geo.errors import UnknownFeatureError, ZoneError
from geo.measure.overlay import tracks, variant_hash
from geo.measure.tables import read_segments, split_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from geo.catalogue.features import Catalogue

TABLE = "waters.csv"
COLUMNS = ["feature", "variant", "from_nm", "to_nm", "state", "zone", "zone_id", "inputs"]
_COASTAL = ("internal_waters", "territorial_sea", "eez", "joint")


@dataclass(frozen=True)
class Waters:
    """The overlay of every track with the zones.

    Attributes
    ----------
    frame
        Columns feature, variant, from_nm, to_nm, state, zone, zone_id, inputs. `state` is an ISO
        alpha-2 code, two (see `split_states`) where waters are disputed or joint, empty where
        no state's; `zone` one of internal_waters, territorial_sea, eez, high_seas, disputed, joint,
        land, not_assessed (south of 50 N).
    missing
        Why there are no figures, as a message; empty if there are.
    """

    frame: pd.DataFrame
    missing: str = ""

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], pd.DataFrame]:
        """The rows of each feature and variant."""
        groups = self.frame.groupby(["feature", "variant"], sort=False)
        return {(str(feature), str(variant)): rows for (feature, variant), rows in groups}

    @cached_property
    def _nation_nm(self) -> Mapping[tuple[str, str], Mapping[str, float]]:
        """What `nation_nm` returns of each feature and variant: pages ask for it many times."""
        return {key: MappingProxyType(self._sum_by_nation(*key)) for key in self._rows}

    def features(self) -> list[str]:
        """Return the ids of the features that have figures."""
        return list(dict.fromkeys(feature for feature, _ in self._rows))

    def variants(self, feature_id: str) -> list[str]:
        """Return the variant slugs of a feature, in the order of the table."""
        return [variant for feature, variant in self._rows if feature == feature_id]

    def segments(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return the segments of one variant in order along the track.

        Columns: from_nm, to_nm, nm, state, zone, zone_id. Empty when there are no figures.
        """
        rows = self._rows.get((feature_id, variant), self.frame.iloc[:0])
        made: pd.DataFrame = rows[["from_nm", "to_nm", "state", "zone", "zone_id"]].reset_index(
            drop=True
        )
        made.insert(2, "nm", made["to_nm"] - made["from_nm"])
        return made

    def length_nm(self, feature_id: str, variant: str = "") -> float:
        """Return the geodesic length of one variant in nautical miles; 0 without figures."""
        return float(self.segments(feature_id, variant)["nm"].sum())

    def totals(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return nautical miles and share by area of a zone, in the order of first entry.

        A sum is of one area, the one that `zone_id` names, so that its name fits all of it; two
        areas of one state and zone are two rows.

        Columns: state, zone, zone_id, nm, share (of the whole length, 0 to 1).
        """
        rows = self.segments(feature_id, variant)
        sums = rows.groupby(["state", "zone", "zone_id"], sort=False, as_index=False)["nm"].sum()
        return pd.DataFrame(sums).assign(share=sums["nm"] / sums["nm"].sum())

    def nation_nm(self, feature_id: str, variant: str = "") -> Mapping[str, float]:
        """Return nautical miles of one variant in each nation's waters.

        Internal waters, territorial sea, economic zone and joint areas count; disputed waters do
        not (they make a claimant). What lies in the waters of Greenland and the Faroes counts for
        Denmark too, of Svalbard and Jan Mayen for Norway. Nations come in the order of the track,
        which is that of pages and files.
        """
        return self._nation_nm.get((feature_id, variant), {})

    def _sum_by_nation(self, feature_id: str, variant: str) -> dict[str, float]:
        rows = self.totals(feature_id, variant)
        return sum_by_nation(zip(rows["state"], rows["zone"], rows["nm"], strict=True))

    def coastal_nm(self, feature_id: str) -> Mapping[str, float]:
        """Return nautical miles in each nation's waters: the most over the variants."""
        most: dict[str, float] = {}
        for variant in self.variants(feature_id):
            for nation, nm in self.nation_nm(feature_id, variant).items():
                most[nation] = max(most.get(nation, 0.0), nm)
        return most

    def is_stale(self, catalogue: Catalogue) -> list[str]:
        """Return the features whose track or zones have changed since the overlay, or have none."""
        stale = []
        for track in tracks(catalogue):
            rows = self.frame[
                (self.frame["feature"] == track.feature) & (self.frame["variant"] == track.variant)
            ]
            if set(rows["inputs"]) != {variant_hash(track, DATA)}:
                stale.append(track.feature)
        return list(dict.fromkeys(stale))

    def require(self, feature_id: str) -> None:
        """Raise when a feature has no figures.

        Raises
        ------
        ZoneError
            When the whole table is missing.
        UnknownFeatureError
            When the feature has no track in it.
        """
        if self.missing:
            raise ZoneError(self.missing)
        if feature_id not in set(self.frame["feature"]):
            known = ", ".join(self.features())
            raise UnknownFeatureError(
                f"`{feature_id}` has no list of waters: only routes and corridors do ({known})."
            )


def sum_by_nation(stretches: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    """Return nautical miles in each nation's waters, as `Waters.nation_nm` says.

    Parameters
    ----------
    stretches
        State, zone and nautical miles of each, as in the columns of the table.
    """
    sums: dict[str, float] = {}
    for state, zone, nm in stretches:
        if zone not in _COASTAL:
            continue
        codes = split_states(state)
        wholes = [SOVEREIGN[code] for code in codes if code in SOVEREIGN]
        for nation in dict.fromkeys([*codes, *wholes]):
            sums[nation] = sums.get(nation, 0.0) + float(nm)
    return sums


def load_waters(folder: Path = DATA) -> Waters:
    """Return the shipped overlay (cached by folder).

    A missing or broken table gives empty figures with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Waters:
    frame, reason = read_segments(
        folder / TABLE,
        COLUMNS,
        what="The waters along a route cannot be shown",
        build="python -m geo.measure build",
    )
    return Waters(frame, reason)
