"""The straits that a reader's track crosses, with their least depths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.measure.voyages.depths import straits_passed

if TYPE_CHECKING:
    from geo.catalogue.features import Catalogue
    from geo.measure.own_track.measuring import TrackReport
    from geo.measure.voyages.records import StraitPassed


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
    crossed = ((transit.water, transit.from_nm) for transit in report.straits)
    return PassedStraits(straits_passed(crossed, catalogue))
