"""The tables of treaty lines, claims, precedence and straight baselines, read and made into lines.

Tables (CSV, in this folder): `treaty_points.csv` (turning points with the path to the next one,
source and confidence), `treaties.csv` (which units a line separates, and what applies beyond its
ends), `precedence.csv` (where one coast keeps its full 200 nm), `baselines.csv` (published straight
baselines), `baselines_derived.csv` (those that follow from a limit, see `derived`). Longitude and
latitude in degrees, WGS84.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from geo.catalogue.recipes.boundaries.rows import read_rows
from geo.catalogue.recipes.coast import to_centre, to_plane
from geo.errors import ZoneError
from geo.geodesy import GEOD, METRES_PER_NM, Floats, wrap_degrees

if TYPE_CHECKING:
    from numpy.typing import NDArray


_HERE = Path(__file__).parent
_STEP_M = 5_000.0
_FAR_M = 9_000_000.0
_ARC_M = 200 * METRES_PER_NM
_LEG_NM, _BASELINE_NM = 600.0, 150.0
_POINT_COLUMNS = ("line", "seq", "lon", "lat", "path", "centre_lon", "centre_lat", "from_lat")
_PATHS = ("geodesic", "rhumb", "meridian", "parallel", "arc", "")
_ENDINGS = ("straight", "coast", "islet", "cut", "end")
# Nearer to the end of a line than this, the end itself is the nearest.
_END_M = 1.0


@dataclass(frozen=True)
class Treaty:
    """A line that separates the zones of two sides.

    Attributes
    ----------
    name
        Id of the row in `treaties.csv`.
    left, right
        Units on either side, as one goes along the line.
    ends
        For the start and the end of the line: `extend` (straight on) or `equidistance` (the line
        does not apply beyond; the nearest coast decides).
    beyond
        What applies on a side beyond its own 200 nm but within the other's: `stop` (neither has a
        zone), `transfer-right` (the right side has it), `joint` (special area), `claim` (the line
        is one side's claim; where the nearest coast says otherwise the waters are disputed).
    transferred
        The left units to whose 200 nm a transfer applies; what only others reach is high seas.
    south_deg, north_deg
        The line applies only between these parallels.
    line
        The line in the plane, extended at both ends.
    middle
        The line in the plane as far as its own points go.
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    ends: tuple[str, str]
    beyond: str
    transferred: tuple[str, ...]
    south_deg: float
    north_deg: float
    line: shapely.LineString
    middle: shapely.LineString

    def separates(self, one: str, two: str) -> bool:
        """Return whether the line separates these two units."""
        sides = (self.left, self.right)
        return any(one in a and two in b for a, b in (sides, sides[::-1]))

    def on_left(self, xy: Floats) -> NDArray[np.bool_]:
        """Return which plane points lie on the left of the line.

        A line that goes on beyond an end parts the whole plane; one that does not is asked where it
        governs alone, so what counts is its nearest stretch.

        Raises
        ------
        ZoneError
            The line, extended, does not divide the plane in two.
        """
        if self.ends == ("equidistance", "equidistance"):
            return self._beside(xy)
        box = shapely.box(-_FAR_M, -_FAR_M, _FAR_M, _FAR_M)
        parts = shapely.get_parts(
            shapely.polygonize([shapely.union_all([box.boundary, self.line])])
        )
        ahead = self.line.interpolate(self.line.length / 2)
        after = self.line.interpolate(self.line.length / 2 + 1.0)
        probe = shapely.Point(ahead.x - (after.y - ahead.y), ahead.y + (after.x - ahead.x))
        left = [part for part in parts if part.contains(probe)]
        if len(left) != 1:
            raise ZoneError(f"{self.name}: the line does not part the plane; look for a crossing.")
        return np.asarray(shapely.contains_xy(left[0], xy[:, 0], xy[:, 1]))

    def _beside(self, xy: Floats) -> NDArray[np.bool_]:
        """Return which points lie on the left of the nearest stretch of the line."""
        along = shapely.line_locate_point(self.middle, shapely.points(xy))
        before, after = (
            shapely.get_coordinates(shapely.line_interpolate_point(self.middle, metres))
            for metres in (np.maximum(along - 1.0, 0.0), along + 1.0)
        )
        ahead, aside = after - before, xy - (before + after) / 2
        return np.asarray(ahead[:, 0] * aside[:, 1] > ahead[:, 1] * aside[:, 0])

    def is_near(self, xy: Floats) -> NDArray[np.bool_]:
        """Return which plane points are so near to the line that one side's 200 nm can cross it."""
        return np.asarray(shapely.distance(self.middle, shapely.points(xy)) <= _ARC_M)

    def governs(self, xy: Floats, lat: Floats) -> NDArray[np.bool_]:
        """Return for which plane points the line decides."""
        along = shapely.line_locate_point(self.middle, shapely.points(xy))
        inside = (lat >= self.south_deg) & (lat <= self.north_deg)
        if self.ends[0] == "equidistance":
            inside &= along > _END_M
        if self.ends[1] == "equidistance":
            inside &= along < self.middle.length - _END_M
        return inside


@dataclass(frozen=True)
class Baseline:
    """One straight baseline.

    Attributes
    ----------
    unit
        The coast that it belongs to.
    line
        The line in the plane, a point every kilometre.
    is_derived
        Whether it follows from a limit of the territorial sea, not from a published list.
    measures
        Whether zones are measured from it; else it only cuts waters off.
    """

    unit: str
    line: shapely.LineString
    is_derived: bool
    measures: bool = True


def read_points() -> pd.DataFrame:
    """Return `treaty_points.csv`: the turning points with the path to the next one.

    `centre_lon` and `centre_lat` belong to an arc of 200 nautical miles; a line with a `from_lat`
    comes down its first point's meridian from there.

    Raises
    ------
    ZoneError
        A row breaks a rule, or its line is in no other table.
    """
    table = read_rows(
        _HERE / "treaty_points.csv", _POINT_COLUMNS, words={"path": _PATHS}, longest_nm=_LEG_NM
    )
    used = {
        line
        for name in ("treaties.csv", "boundary_features.csv")
        for cell in _read(name)["lines"]
        for line in str(cell).split("|")
    }
    for row, line in enumerate(table["line"], start=2):
        if line not in used:
            raise ZoneError(
                f"treaty_points.csv: row {row} is of the line `{line}`, which neither treaties.csv "
                "nor boundary_features.csv names."
            )
    return table


def _read(name: str) -> pd.DataFrame:
    """Return a table of this folder as text."""
    try:
        return pd.read_csv(_HERE / name, keep_default_na=False, dtype=str, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ZoneError(f"{name} cannot be read ({error}).") from error


def read_precedence() -> list[tuple[str, str]]:
    """Return the pairs of units of which the first keeps its full 200 nm."""
    table = pd.read_csv(_HERE / "precedence.csv")
    return list(zip(table["first"], table["second"], strict=True))


def read_treaties() -> list[Treaty]:
    """Return the lines that separate zones, extended, in the plane."""
    points = read_points()
    table = pd.read_csv(_HERE / "treaties.csv")
    table = table.fillna({"transferred": "", "south_deg": -90.0, "north_deg": 90.0})
    treaties = []
    for record in table.to_dict("records"):
        row = SimpleNamespace(**{str(key): value for key, value in record.items()})
        lonlat = np.vstack([treaty_path(points, line) for line in str(row.lines).split("|")])
        lonlat = lonlat[np.r_[True, np.any(np.diff(lonlat, axis=0) != 0, axis=1)]]
        xy = to_plane(lonlat[:, 0], lonlat[:, 1])
        treaties.append(
            Treaty(
                name=str(row.id),
                left=tuple(str(row.left).split("|")),
                right=tuple(str(row.right).split("|")),
                ends=(str(row.start), str(row.end)),
                beyond=str(row.beyond),
                transferred=tuple(str(row.transferred).split("|")),
                south_deg=float(row.south_deg),
                north_deg=float(row.north_deg),
                line=shapely.LineString(_extended(xy)),
                middle=shapely.LineString(xy),
            )
        )
    return treaties


def treaty_path(points: pd.DataFrame, line: str) -> Floats:
    """Return longitudes and latitudes along a treaty line, each leg as the treaty draws it.

    Legs are geodesics unless the table says `rhumb`, `meridian` or `arc`; points are at most 5 km
    apart.

    Raises
    ------
    ZoneError
        The table has fewer than two points of the line.
    """
    rows = points[points["line"] == line]
    if len(rows) < 2:  # noqa: PLR2004
        raise ZoneError(f"{line}: a line needs two points or more in treaty_points.csv.")
    lonlat = rows[["lon", "lat"]].to_numpy(float)
    legs = []
    centres = rows[["centre_lon", "centre_lat"]].to_numpy(float)
    if is_open_northward(points, line):
        legs.append(np.array([[lonlat[0, 0], rows["from_lat"].iloc[0]]]))
    for (start, end), path, centre in zip(
        itertools.pairwise(lonlat), rows["path"], centres, strict=False
    ):
        legs.append(_leg(start, end, str(path), centre))
    return np.vstack([*legs, lonlat[-1:]])


def is_open_northward(points: pd.DataFrame, line: str) -> bool:
    """Return whether a line continues north from its first point to the edge of the zones."""
    return bool(points.loc[points["line"] == line, "from_lat"].notna().any())


def _leg(start: Floats, end: Floats, path: str, centre: Floats) -> Floats:
    azimuth, _, length = GEOD.inv(*start, *end)
    count = max(int(length // _STEP_M), 1)
    share = np.arange(count) / count
    if path == "arc":
        first, last = (GEOD.inv(*centre, *point)[0] for point in (start, end))
        turn = wrap_degrees(last - first)
        lon, lat, _ = GEOD.fwd(
            np.full(count, centre[0]), np.full(count, centre[1]), first + share * turn,
            np.full(count, _ARC_M),
        )  # fmt: skip
        return np.column_stack([lon, lat])
    if path in {"rhumb", "meridian", "parallel"}:
        return _rhumb(start, end, share)
    lon, lat, _ = GEOD.fwd(
        np.full(count, start[0]), np.full(count, start[1]), np.full(count, azimuth), share * length
    )
    return np.column_stack([lon, lat])


def _rhumb(start: Floats, end: Floats, share: Floats) -> Floats:
    turn = wrap_degrees(end[0] - start[0])
    low, high = _isometric(np.array([start[1], end[1]]))
    lat = start[1] + share * (end[1] - start[1])
    # Along a parallel the isometric latitude is constant, and longitude varies linearly.
    along = share if high == low else (_isometric(lat) - low) / (high - low)
    lon = start[0] + along * turn
    return np.column_stack([wrap_degrees(lon), lat])


def _isometric(lat: Floats) -> Floats:
    eccentricity = float(np.sqrt(GEOD.es))
    sine = np.sin(np.radians(lat))
    return np.arctanh(sine) - eccentricity * np.arctanh(eccentricity * sine)


def _extended(xy: Floats) -> Floats:
    def away(inner: Floats, outer: Floats) -> Floats:
        heading = outer - inner
        return outer + heading / np.linalg.norm(heading) * 3 * _FAR_M

    # The last kilometres, not the last step, give the heading.
    return np.vstack(
        [away(xy[min(3, len(xy) - 1)], xy[0]), xy, away(xy[max(-4, -len(xy))], xy[-1])]
    )


def read_baselines(*, with_derived: bool = True) -> tuple[dict[str, Floats], list[Baseline]]:
    """Return what straight baselines add to the coast.

    Parameters
    ----------
    with_derived
        Whether those of `baselines_derived.csv` are among them.

    Returns
    -------
    points
        Unit to the geocentric points along its straight baselines and islets.
    baselines
        The straight baselines in the plane.
    """
    points: dict[str, list[Floats]] = {}
    baselines: list[Baseline] = []
    tables = {"baselines.csv": False, "baselines_derived.csv": True}
    for name, is_derived in tables.items():
        if is_derived and not with_derived:
            continue
        table = read_rows(
            _HERE / name, ("line", "unit", "seq", "lon", "lat"),
            words={"to_next": _ENDINGS}, longest_nm=_BASELINE_NM,
        )  # fmt: skip
        for (_, owner), rows in table.groupby(["line", "unit"], sort=False):
            unit = str(owner)
            lonlat = rows[["lon", "lat"]].to_numpy(float)
            for index, to_next in enumerate(rows["to_next"]):
                path = lonlat[index : index + 1]
                if to_next in {"straight", "cut"}:
                    path = _straight(lonlat[index], lonlat[(index + 1) % len(lonlat)])
                    line = shapely.LineString(to_plane(path[:, 0], path[:, 1]))
                    baselines.append(Baseline(unit, line, is_derived, to_next == "straight"))
                if to_next not in {"cut", "end"}:
                    points.setdefault(unit, []).append(to_centre(path[:, 0], path[:, 1]))
    return {unit: np.vstack(parts) for unit, parts in points.items()}, baselines


def _straight(start: Floats, end: Floats) -> Floats:
    """Return the geodesic between two points of a baseline, a point every kilometre."""
    (lon0, lat0), (lon1, lat1) = start.tolist(), end.tolist()
    _, _, length = GEOD.inv(lon0, lat0, lon1, lat1)
    between = GEOD.npts(lon0, lat0, lon1, lat1, int(length // 1_000) + 1)
    return np.array([(lon0, lat0), *between, (lon1, lat1)])
