"""The straits that a reader's track crosses, with their least depths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.measure.voyages.depths import least_depth
from geo.measure.voyages.records import StraitPassed

if TYPE_CHECKING:
    from geo.catalogue.features import Catalogue
    from geo.measure.own_track.measuring import TrackReport


@dataclass(frozen=True)
class PassedStraits:
    """The straits of a track in order, each once."""

    straits: tuple[StraitPassed, ...] = ()

    @property
    def least_depth(self) -> StraitPassed | None:
        """The one with the least depth on file."""
        known = [strait for strait in self.straits if strait.least_depth_m is not None]
        return min(known, key=lambda strait: strait.least_depth_m or 0.0, default=None)


def passed_straits(report: TrackReport, catalogue: Catalogue) -> PassedStraits:
    """Return the straits of a track, each where it is crossed first."""
    passed: dict[str, StraitPassed] = {}
    for transit in report.straits:
        feature = catalogue.features.get(transit.water)
        if feature is None or feature.id in passed:
            continue
        depth, source = least_depth(feature) or (None, "")
        passed[feature.id] = StraitPassed(feature.id, feature.name, transit.from_nm, depth, source)
    return PassedStraits(tuple(passed.values()))
