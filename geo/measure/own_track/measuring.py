"""Measure a reader's track: miles, waters, rules and straits along it, and the nearest route."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo import messages
from geo.geodesy import to_polar
from geo.measure.overlay import STEP_NM, find_segments
from geo.measure.own_track.line import Steps, cut
from geo.measure.own_track.nearest import Nearest, find_nearest
from geo.measure.tables import join_states
from geo.measure.transits import Transit, transits_along, waters_of
from geo.measure.voyages.records import RuleStretch, Stretch
from geo.measure.waters import sum_by_nation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from geo.catalogue.features import Catalogue
    from geo.measure.own_track.track import OwnTrack
    from geo.measure.zones import ZoneMap

_LETTERS = 26
_DENSE_NM, _LEAST_SHARE = 2.0, 0.005
"""Points closer than this on average cut no corners; a smaller share is said to be under 1 %."""
_HALF = 0.5
_MIN_NM = 0.5  # no sentence on less


@dataclass(frozen=True)
class TrackReport:
    """What was measured along a track.

    Attributes
    ----------
    name, n_points, nm
        Of the track: its file, its points, its geodesic length over all of them.
    stretches
        Zone by zone in order; the miles are those along the whole track.
    letters
        A letter (A, B, C ...) for each stretch of high seas, '' for the others.
    rules
        Where the rules of each regime apply, in order of entry; they overlap.
    straits, seas
        In order, with what `geo.measure.transits` knows of each.
    nm_by_state
        Nautical miles in each nation's waters, counted as in `Waters.nation_nm`.
    nm_by_regime
        Nautical miles under each regime, in order of first entry.
    high_seas_nm, not_assessed_nm, land_nm
        Nautical miles on the high seas, south of 50 N, and over land (stretches of over 3 nm).
    nearest
        The nearest named route, None where none is near.
    notes
        Sentences on what the figures cannot say.
    """

    name: str
    n_points: int
    nm: float
    stretches: tuple[Stretch, ...]
    letters: tuple[str, ...]
    rules: tuple[RuleStretch, ...]
    straits: tuple[Transit, ...]
    seas: tuple[Transit, ...]
    nm_by_state: Mapping[str, float] = field(default_factory=dict)
    nm_by_regime: Mapping[str, float] = field(default_factory=dict)
    high_seas_nm: float = 0.0
    not_assessed_nm: float = 0.0
    land_nm: float = 0.0
    nearest: Nearest | None = None
    notes: tuple[str, ...] = ()


def measure_track(
    track: OwnTrack,
    *,
    catalogue: Catalogue,
    zones: ZoneMap,
    progress: Callable[[float], None] | None = None,
) -> TrackReport:
    """Measure a track.

    Parameters
    ----------
    progress
        Called with the share that is done, 0 to 1.

    Raises
    ------
    TrackError
        When it is too long to be one ship's.
    """
    tell = progress or (lambda _share: None)
    tell(0.0)
    steps = cut(track)
    tell(0.3)
    stretches = tuple(_stretches(steps, zones))
    tell(0.6)
    transits = _transits(steps, catalogue)
    tell(0.9)
    nearest = find_nearest(steps, catalogue)
    rules = tuple(
        RuleStretch(item.water, item.from_nm, item.to_nm)
        for item in transits
        if item.kind == "regime"
    )
    report = TrackReport(
        track.name, track.n_points, steps.nm, stretches, tuple(_letters(stretches)), rules,
        straits=tuple(item for item in transits if item.kind == "strait"),
        seas=tuple(item for item in transits if item.kind == "sea"),
        nm_by_state=sum_by_nation((one.state, one.zone, one.nm) for one in stretches),
        nm_by_regime=_by_regime(rules),
        high_seas_nm=_sum(stretches, "high_seas"),
        not_assessed_nm=_sum(stretches, "not_assessed"),
        land_nm=_sum(stretches, "land"),
        nearest=nearest,
        notes=tuple(_notes(stretches, steps, track.n_points)),
    )  # fmt: skip
    tell(1.0)
    return report


def _stretches(steps: Steps, zones: ZoneMap) -> Iterator[Stretch]:
    for start, end, index in find_segments(steps.lon, steps.lat, steps.along, zones):
        zone_id = zones.ids[index] if index >= 0 else ""
        yield Stretch(start, end, join_states(zones.codes(index)), zones.word(index), zone_id)


def _transits(steps: Steps, catalogue: Catalogue) -> list[Transit]:
    line = shapely.LineString(np.column_stack([steps.lon, steps.lat]))
    plane = shapely.get_coordinates(to_polar(line))
    return transits_along(plane, steps.along, waters_of(catalogue))


def _letters(stretches: Iterable[Stretch]) -> Iterator[str]:
    """Yield A to Z for stretches of high seas, then AA, AB ..."""
    count = 0
    for stretch in stretches:
        if stretch.zone != "high_seas":
            yield ""
            continue
        first, last = divmod(count, _LETTERS)
        yield (chr(ord("A") + (first - 1) % _LETTERS) if first else "") + chr(ord("A") + last)
        count += 1


def _by_regime(rules: Iterable[RuleStretch]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for rule in rules:
        sums[rule.regime] = sums.get(rule.regime, 0.0) + rule.to_nm - rule.from_nm
    return sums


def _sum(stretches: Iterable[Stretch], zone: str) -> float:
    return sum((stretch.nm for stretch in stretches if stretch.zone == zone), 0.0)


def _notes(stretches: tuple[Stretch, ...], steps: Steps, n_points: int) -> Iterator[str]:
    land, south = _sum(stretches, "land"), _sum(stretches, "not_assessed")
    if land >= _MIN_NM:
        share = land / steps.nm
        is_dense = steps.nm < _DENSE_NM * n_points
        hint = "most" if share > _HALF else "dense" if is_dense else "few"
        percent = f"{100 * share:.0f}" if share >= _LEAST_SHARE else messages.UNDER_ONE
        yield messages.TRACK_ON_LAND.format(
            nm=land, percent=percent, hint=messages.TRACK_LAND_HINTS[hint]
        )
    if south >= _MIN_NM:
        yield messages.TRACK_NOT_ASSESSED.format(nm=south)
    if steps.step_nm > STEP_NM:
        yield messages.TRACK_COARSE.format(step=steps.step_nm)
