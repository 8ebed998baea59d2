"""How deep a ship may lie: the least depth of a strait, and limits that hold for a whole variant.

A strait's least depth is a detail of the catalogue, written by the recipe of the straits: of two
figures the lower one, of two passages the shallower one. It is a published figure, not a chart, and
says nothing about the water that a ship needs under its keel. A strait without a figure has none
here: no depth on file is not deep.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.measure.voyages.records import GREAT_BELT, KIEL_CANAL, ORESUND, StraitPassed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.catalogue.features import Catalogue
    from geo.catalogue.records import Feature

LEAST_DEPTH, LEAST_DEPTH_SOURCE = "least_depth_m", "least_depth_source"
"""The details of a strait that hold its least depth in metres, and whose it is."""


@dataclass(frozen=True)
class VariantLimit:
    """What is said of the draught on a whole variant.

    Attributes
    ----------
    draught_m
        Ships with less than this use it; None where no figure is stated.
    is_at_most
        Whether ships with just this use it too.
    is_deep
        Whether the source calls it fit for a deep draught.
    source
        Who says so.
    """

    draught_m: float | None
    is_deep: bool
    source: str
    is_at_most: bool = False


_HEADLAND = "R. K. Headland’s list of routes, thenorthwestpassage.info"
_LIMITS: Mapping[tuple[str, str], VariantLimit] = MappingProxyType(
    {
        ("nwp", "route-1"): VariantLimit(None, is_deep=True, source=f"{_HEADLAND}, route 1"),
        ("nwp", "route-2"): VariantLimit(None, is_deep=True, source=f"{_HEADLAND}, route 2"),
        ("nwp", "route-3"): VariantLimit(14.0, is_deep=False, source=f"{_HEADLAND}, route 3"),
    }
)
"""Route 1 is called the deepest, route 2 one for deep draughts; larger vessels with a draught of
less than 14 m use route 3."""
_GATES: Mapping[str, VariantLimit] = MappingProxyType(
    {
        KIEL_CANAL: VariantLimit(
            9.5,
            is_deep=False,
            source="rules of the Kiel Canal, from memory: 9.5 m at most, less for long ships",
            is_at_most=True,
        ),
        ORESUND: VariantLimit(
            7.7,
            is_deep=False,
            source="from memory: Drogden (Øresund) has 8.0 m, advised against above 7.7 m",
            is_at_most=True,
        ),
        GREAT_BELT: VariantLimit(
            15.4,
            is_deep=False,
            source="from memory: Route T (Great Belt) has 17 m and takes 15.4 m at most",
            is_at_most=True,
        ),
    }
)
"""What holds for every track through one of the ways into the Baltic."""


def least_depth(strait: Feature) -> tuple[float, str] | None:
    """Return the least depth of a strait in metres and its source, or None without a figure."""
    depth = strait.details.get(LEAST_DEPTH)
    if isinstance(depth, bool) or not isinstance(depth, int | float):
        return None
    if not (math.isfinite(depth) and depth > 0):
        return None
    return float(depth), str(strait.details.get(LEAST_DEPTH_SOURCE, ""))


def straits_passed(
    crossed: Iterable[tuple[str, float]], catalogue: Catalogue
) -> tuple[StraitPassed, ...]:
    """Return the straits of a track with their least depths, each where it is met first.

    Parameters
    ----------
    crossed
        Id of a strait and nautical miles from the track's beginning, in any order; what the
        catalogue does not know is left out.
    """
    first: dict[str, float] = {}
    for strait, at_nm in sorted(crossed, key=lambda each: each[1]):
        if strait in catalogue.features:
            first.setdefault(strait, at_nm)
    features = ((catalogue.features[strait], at_nm) for strait, at_nm in first.items())
    return tuple(
        StraitPassed(feature.id, feature.name, at_nm, *(least_depth(feature) or (None, "")))
        for feature, at_nm in features
    )


def variant_limit(feature_id: str, variant: str, gates: Iterable[str] = ()) -> VariantLimit | None:
    """Return what is said of the draught on a variant, or None where nothing is.

    Parameters
    ----------
    gates
        The ways into the Baltic that its track takes: of several limits the lowest holds.
    """
    said = [_LIMITS.get((feature_id, variant)), *map(_GATES.get, gates)]
    return min(filter(None, said), key=lambda limit: limit.draught_m or math.inf, default=None)
