"""The law under the line: whose waters each way of a route or corridor crosses.

The overlay is computed once (`python -m geo.measure build`) and shipped as `waters.csv`; a page
only reads it. Each row is a stretch of one variant, in order along the track, and carries a hash of
what it was computed from: a row that no longer fits its track or zones is known to be stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from geo.catalogue.records import DATA
from geo.errors import UnknownFeatureError, ZoneError
from geo.measure.overlay import tracks, variant_hash
from geo.measure.roles import WHOLES
from geo.measure.shipped import read_stretches

if TYPE_CHECKING:
    from collections.abc import Mapping
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
        alpha-2 code, two joined by `+` where waters are disputed or joint, empty where nobody's;
        `zone` one of internal_waters, territorial_sea, eez, high_seas, disputed, joint, land,
        not_assessed (south of 50 N).
    missing
        Why there are no figures, in a sentence; empty when all is well.
    """

    frame: pd.DataFrame
    missing: str = ""

    def features(self) -> list[str]:
        """Return the ids of the features that have figures."""
        return list(dict.fromkeys(self.frame["feature"]))

    def variants(self, feature_id: str) -> list[str]:
        """Return the variant slugs of a feature, in the order of the table."""
        rows = self.frame[self.frame["feature"] == feature_id]
        return list(dict.fromkeys(rows["variant"]))

    def stretches(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return the stretches of one variant in order along the track.

        Columns: from_nm, to_nm, nm, state, zone, zone_id. Empty when there are no figures.
        """
        rows = self.frame[
            (self.frame["feature"] == feature_id) & (self.frame["variant"] == variant)
        ]
        made: pd.DataFrame = rows[["from_nm", "to_nm", "state", "zone", "zone_id"]].reset_index(
            drop=True
        )
        made.insert(2, "nm", made["to_nm"] - made["from_nm"])
        return made

    def length_nm(self, feature_id: str, variant: str = "") -> float:
        """Return the geodesic length of one variant; 0 when there are no figures."""
        return float(self.stretches(feature_id, variant)["nm"].sum())

    def totals(self, feature_id: str, variant: str = "") -> pd.DataFrame:
        """Return nautical miles and share by area of a zone, in the order of first entry.

        What decides: a sum is of one area, the one that `zone_id` names, so that its name fits the
        whole of it; two areas of one state and zone are two rows.

        Columns: state, zone, zone_id, nm, share (of the whole length, 0 to 1).
        """
        rows = self.stretches(feature_id, variant)
        sums = rows.groupby(["state", "zone", "zone_id"], sort=False, as_index=False)["nm"].sum()
        return pd.DataFrame(sums).assign(share=sums["nm"] / sums["nm"].sum())

    def nation_nm(self, feature_id: str, variant: str = "") -> Mapping[str, float]:
        """Return nautical miles of one variant in each nation's waters.

        Internal waters, territorial sea, economic zone and joint areas count; disputed waters do
        not (they make a claimant). What lies in the waters of Greenland and the Faroes counts for
        Denmark too, of Svalbard and Jan Mayen for Norway. Nations come in the order of the track,
        which is that of pages and files.
        """
        sums: dict[str, float] = {}
        rows = self.totals(feature_id, variant)
        for state, zone, nm in zip(rows["state"], rows["zone"], rows["nm"], strict=True):
            if zone not in _COASTAL:
                continue
            codes = [code for code in state.split("+") if code]
            wholes = [WHOLES[code] for code in codes if code in WHOLES]
            for nation in dict.fromkeys([*codes, *wholes]):
                sums[nation] = sums.get(nation, 0.0) + float(nm)
        return sums

    def coastal_nm(self, feature_id: str) -> Mapping[str, float]:
        """Return nautical miles in each nation's waters: the most over the variants."""
        most: dict[str, float] = {}
        for variant in self.variants(feature_id):
            for nation, nm in self.nation_nm(feature_id, variant).items():
                most[nation] = max(most.get(nation, 0.0), nm)
        return most

    def is_stale(self, catalogue: Catalogue, folder: Path = DATA) -> list[str]:
        """Return the features whose track or zones have changed since the overlay, or have none."""
        stale = []
        for track in tracks(catalogue):
            rows = self.frame[
                (self.frame["feature"] == track.feature) & (self.frame["variant"] == track.variant)
            ]
            if set(rows["inputs"]) != {variant_hash(track, folder)}:
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
                f"There are no waters for `{feature_id}`: only routes and corridors have them "
                f"({known})."
            )


def load_waters(folder: Path = DATA) -> Waters:
    """Return the shipped overlay; read once for each folder.

    A missing or broken table gives empty figures with the reason in `missing`, never an error.
    """
    return _load(folder)


@cache
def _load(folder: Path) -> Waters:
    frame, reason = read_stretches(
        folder / TABLE,
        COLUMNS,
        what="Whose waters a route crosses cannot be given",
        build="python -m geo.measure build",
    )
    return Waters(frame, reason)
