"""The normal of sea ice along each route: the shipped table, read, and shares of a way's miles.

`season/sea_ice_along_routes.csv.gz` is made by `python -m geo.measure.season.ice` from the tracks
and the grid that `geo.catalogue.sea_ice` reads. Every track is cut into equal pieces of about 25
nautical miles; a piece has the mean of the concentration along it, by month. Pieces without ice in
any month are joined. Each row carries a hash of the track and of the grid, so that stale rows are
detected.

Nothing here is the ice of a day: it is the normal of 1981 to 2010, on cells wider than straits.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from geo.catalogue import sea_ice
from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from geo.catalogue.sea_ice import EDGE_PERCENT, MONTHS, load_ice_grid
from geo.measure.overlay import Track, cut_into_steps, tracks
from geo.measure.tables import read_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from geo.catalogue.features import Catalogue
    from geo.catalogue.sea_ice import IceGrid
    from geo.geodesy import Floats

TABLE = "season/sea_ice_along_routes.csv.gz"
COLUMNS = ("feature", "variant", "from_nm", "to_nm", *MONTHS, "inputs")
PIECE_NM = 25.0
"""About how long the pieces are into which a track is cut."""
CLASS_STARTS = (15.0, 40.0, 70.0, 90.0)
"""Per cent at which the second to the fifth class of ice begin; the first is open water."""
_FULL = 100.0


@dataclass(frozen=True)
class Strip:
    """The normal of ice along one way.

    Attributes
    ----------
    feature, variant
        Whose way it is.
    ends_nm
        Where the pieces begin and end, in nautical miles from the way's beginning; one more than
        pieces.
    ice_percent
        Mean concentration: months by pieces.
    """

    feature: str
    variant: str
    ends_nm: Floats
    ice_percent: Floats

    @property
    def length_nm(self) -> float:
        """The length of the way in nautical miles."""
        return float(self.ends_nm[-1])

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """The class of ice, 0 to 4: months by pieces."""
        return classes_of(self.ice_percent)

    def share(self, month: int, percent: float = EDGE_PERCENT) -> float:
        """Return the share of the miles (0 to 1) with so much ice or more in a month (1 to 12)."""
        covered = self.ice_percent[month - 1] >= percent
        return float((covered * np.diff(self.ends_nm)).sum() / self.length_nm)

    def means(self, ends_nm: Iterable[float]) -> Floats:
        """Return the mean concentration on stretches between miles: months by stretches."""
        found = []
        for start, end in pairwise(ends_nm):
            inside = np.minimum(self.ends_nm[1:], end) - np.maximum(self.ends_nm[:-1], start)
            weight = np.maximum(inside, 0.0)
            found.append(self.ice_percent @ weight / weight.sum())
        return np.array(found).T

    def runs(self, month: int) -> list[tuple[float, float, int]]:
        """Return from and to in nautical miles and the class of each run of one class."""
        row = self.classes[month - 1]
        turns = [0, *(np.flatnonzero(np.diff(row)) + 1).tolist(), len(row)]
        return [
            (float(self.ends_nm[a]), float(self.ends_nm[b]), int(row[a]))
            for a, b in pairwise(turns)
        ]


def classes_of(ice_percent: Floats) -> NDArray[np.int64]:
    """Return the class of ice of each concentration in per cent: 0 for open water, to 4."""
    return np.searchsorted(np.array(CLASS_STARTS), ice_percent, side="right").astype(np.int64)


@dataclass(frozen=True)
class IceAlong:
    """The normal of ice along every route and corridor that meets ice.

    Attributes
    ----------
    frame
        Columns feature, variant, from_nm, to_nm, jan to dec (mean concentration in per cent),
        inputs; in order along each track.
    missing
        Why there is no table, as a message; empty if there is one.
    """

    frame: pd.DataFrame
    missing: str = ""

    @cached_property
    def _strips(self) -> Mapping[tuple[str, str], Strip]:
        found = {}
        for (feature, variant), rows in self.frame.groupby(["feature", "variant"], sort=False):
            ends = np.array([0.0, *rows["to_nm"]])
            ice = rows[list(MONTHS)].to_numpy(dtype=np.float64).T
            found[str(feature), str(variant)] = Strip(str(feature), str(variant), ends, ice)
        return found

    def strips(self) -> tuple[Strip, ...]:
        """Return the ice along every way, in the order of the table."""
        return tuple(self._strips.values())

    def variants(self, feature_id: str) -> list[str]:
        """Return the slugs of a feature's variants in the table, in its order."""
        return [variant for feature, variant in self._strips if feature == feature_id]

    def strip(self, feature_id: str, variant: str = "") -> Strip | None:
        """Return the ice along a variant, of the first one where it has none; None without any."""
        slugs = self.variants(feature_id)
        slug = variant if variant in slugs else next(iter(slugs), "")
        return self._strips.get((feature_id, slug))

    def least(self, feature_id: str) -> str:
        """Return the variant with the least ice in its barest month, by share; '' for none."""

        def barest(slug: str) -> float:
            strip = self._strips[feature_id, slug]
            return min(round(strip.share(month), 3) for month in range(1, len(MONTHS) + 1))

        return min(self.variants(feature_id), key=barest, default="")

    def is_stale(self, catalogue: Catalogue, folder: Path = DATA) -> list[str]:
        """Return the features whose track or whose grid changed since the table was made."""
        grid_hash = _grid_hash(folder)
        known = {(track.feature, track.variant): track for track in tracks(catalogue)}
        stale = []
        for (feature, variant), rows in self.frame.groupby(["feature", "variant"], sort=False):
            track = known.get((str(feature), str(variant)))
            if track is None or set(rows["inputs"]) != {_fingerprint(track, grid_hash)}:
                stale.append(str(feature))
        return list(dict.fromkeys(stale))


def load_ice_along(folder: Path = DATA) -> IceAlong:
    """Return the shipped table (cached by folder).

    A missing or broken table gives an empty one with the reason in `missing`, never an error.
    """
    return _load(folder)


def strip_of(feature_id: str, variant: str = "", *, folder: Path = DATA) -> Strip | None:
    """Return the normal of ice along a variant of a route or corridor; see `IceAlong.strip`."""
    return load_ice_along(folder).strip(feature_id, variant)


@cache
def _load(folder: Path) -> IceAlong:
    what = "The normal of ice along the routes cannot be shown"
    build = "python -m geo.measure.season.ice"
    frame, reason = read_segments(folder / TABLE, COLUMNS, what=what, build=build)
    months = frame[list(MONTHS)].apply(pd.to_numeric, errors="coerce")
    ends = pd.to_numeric(frame["to_nm"]).groupby([frame["feature"], frame["variant"]]).shift()
    joined = (pd.to_numeric(frame["from_nm"]) - ends.fillna(0.0)).abs() < 0.01  # noqa: PLR2004
    if not reason and not (months.ge(0) & months.le(_FULL)).to_numpy().all():
        reason = "a concentration is outside 0 to 100."
    elif not reason and not joined.all():
        reason = "a piece does not begin where the one before ends."
    else:
        return IceAlong(frame.assign(**{name: months[name] for name in MONTHS}), reason)
    name = TABLE.rpartition("/")[2]
    said = f"{what}: {name}: {reason} Restore it from the repository, or build it with `{build}`."
    return IceAlong(frame.iloc[:0], said)


def build_ice_along(catalogue: Catalogue, grid: IceGrid, grid_hash: str) -> pd.DataFrame:
    """Return the table of all routes and corridors that meet ice: the columns of `COLUMNS`."""
    rows: list[dict[str, Any]] = []
    for track in tracks(catalogue):
        ends, ice = measure_track(track, grid)
        if (ice < EDGE_PERCENT).all():
            continue
        inputs = _fingerprint(track, grid_hash)
        rows += [
            {"feature": track.feature, "variant": track.variant, "from_nm": start, "to_nm": end}
            | dict(zip(MONTHS, values, strict=True))
            | {"inputs": inputs}
            for start, end, values in _joined(ends, ice)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def measure_track(track: Track, grid: IceGrid) -> tuple[Floats, Floats]:
    """Return where the pieces of a track end (nm, with 0), and their ice: months by pieces.

    A piece has the mean of the places half a mile apart in it; a place whose four cells have no sea
    takes the ice of the nearest one along the track.
    """
    lon, lat, along = cut_into_steps(*np.array(track.positions, np.float64).T)
    ice = _without_gaps(grid.at(lon, lat))
    count = max(round(float(along[-1]) / PIECE_NM), 1)
    ends = np.round(np.linspace(0.0, float(along[-1]), count + 1), 2)
    middles, steps = (along[1:] + along[:-1]) / 2, np.diff(along)
    piece = np.clip(np.searchsorted(ends, middles, side="right") - 1, 0, count - 1)
    between = (ice[:, 1:] + ice[:, :-1]) / 2
    means = [np.bincount(piece, row * steps) / np.bincount(piece, steps) for row in between]
    percent: Floats = np.asarray(np.round(np.array(means), 1), np.float64)
    return ends, percent


def _without_gaps(ice: Floats) -> Floats:
    known = np.flatnonzero(~np.isnan(ice[0]))
    places = np.arange(ice.shape[1])
    after = np.clip(np.searchsorted(known, places), 0, len(known) - 1)
    before = np.maximum(after - 1, 0)
    is_before = places - known[before] < known[after] - places
    filled: Floats = ice[:, np.where(is_before, known[before], known[after])]
    return filled


def _joined(ends: Floats, ice: Floats) -> Iterable[tuple[float, float, list[float]]]:
    """Yield from, to and ice by month of each piece; pieces without any ice are one."""
    start = 0.0
    for at, end in enumerate(ends[1:]):
        is_open = not ice[:, at].any()
        if is_open and at + 1 < ice.shape[1] and not ice[:, at + 1].any():
            continue
        yield start, float(end), ice[:, at].tolist()
        start = float(end)


def _grid_hash(folder: Path) -> str:
    try:
        return hashlib.sha256((folder / sea_ice.TABLE).read_bytes()).hexdigest()
    except OSError:
        return "none"


def _fingerprint(track: Track, grid_hash: str) -> str:
    return hashlib.sha256(f"{grid_hash} {track.positions}".encode()).hexdigest()[:12]


def main() -> None:
    """Recompute the table, write it, and print its length."""
    grid = load_ice_grid()
    if grid.missing:
        sys.exit(grid.missing)
    frame = build_ice_along(load_catalogue(), grid, _grid_hash(DATA))
    text = frame.to_csv(index=False, lineterminator="\n")
    (DATA / TABLE).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{TABLE}: {len(frame)} rows\n")


if __name__ == "__main__":
    main()
