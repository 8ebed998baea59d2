"""Where names stand on a chart as one first sees it: along a line, or at a good place in an area.

Names claim their room in order of weight on a raster of the drawn chart, which knows coasts,
tracks, signs and the names placed before. A line gets several stretches and an area several places,
best first: the renderers take the first that is free on their own scale.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.draw.frames import POLAR_FRAME, RIM_RADIUS, Frame, mercator_heights
from geo.draw.type_lines import STEP_PX, Points, along, moved, resample, smoothed, turns
from geo.geodesy import extract_lines

Steps = tuple[int, int]
HOME_PX = 720.0
"""Width of the polar disc that names are placed for, and of what the Mercator chart first shows."""
SMALLER_PX = {560.0: 1.0, 350.0: 0.88, 250.0: 0.78}
"""The same on a small laptop and on two telephones, with the size of type over the usual one."""
CLOSER = 1.5
"""So many levels of zoom closer than `HOME_PX`, an area's name stands in its middle."""
_CELL_PX = 3.0
_REACH_PX = {"coast": 3.0, "track": 7.0, "sign": 9.0}
_COST = {"coast": 0.35, "track": 3.0, "sign": 4.0, "name": 40.0, "outside": 40.0}
_TAKEN = 20.0
"""What it costs a name to touch another, or a sign, with any part of it."""
_FAR = 2.0
"""What it costs the name of an area to stand as far from its middle as the area is wide."""
_ON_LAND = 2.0
"""What it costs the name of a water to lie on land with all of its box."""
_SHARED = {"hero": 6.0}
_SHARED_ALIKE, _SHARED_OTHERWISE = 2.0, 0.5
"""What a name pays for each other track along its stretch: the hero's, one of its own family, and
another. So a name stands where its line runs by itself."""
_SIGN_PX = 5.0
_BESIDE_PX = 8.0
_MAX_SPOTS = 7
_MAX_PLACES = 6
_CORE, _SPARE = 1.06, 1.9
"""Length of a stretch over that of its name, at least and at most: scales and types differ."""
_MORE_COST = 4.0
"""How much more than the best place another one may cost: less than one that crosses two tracks."""


@dataclass(frozen=True)
class LineName:
    """A name that runs along a line: its size, how far off that it is, and the line's family."""

    size_px: tuple[float, float]
    off_px: float
    family: str = ""


@dataclass(frozen=True)
class AreaName:
    """A name in an area: its size, whether it keeps off land, and whether it is shown at first."""

    size_px: tuple[float, float]
    is_water: bool = False
    is_shown: bool = True


@dataclass(frozen=True)
class Spot:
    """A stretch of a line for its name: positions in reading direction, in steps, and the side.

    `side` is 1 where the name stands above the line as one reads, -1 below.
    """

    line: tuple[Steps, ...]
    side: int


@dataclass(eq=False)
class Placement:
    """The chart's raster, in pixels of the first view with y downward; names stamp themselves."""

    frame: Frame
    width_px: float = HOME_PX
    cost: Points = field(init=False, repr=False)
    tracks: dict[str, Points] = field(init=False, repr=False)
    land: Points = field(init=False, repr=False)
    taken: Points = field(init=False, repr=False)
    _sums: Points = field(init=False, repr=False)
    _taken_sums: Points = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Start with an empty raster; what lies beyond the chart's edge is as good as taken."""
        west, south, east, north = self._bounds()
        shape = (int((north - south) * self.scale), int((east - west) * self.scale))
        self.cost = np.zeros([int(side / _CELL_PX) + 2 for side in shape])
        if self.frame is POLAR_FRAME:
            rows, columns = np.indices(self.cost.shape) * _CELL_PX - self.width_px / 2
            self.cost[np.hypot(rows, columns) > self.width_px / 2 - 6] = _COST["outside"]
        else:
            self.cost[:2], self.cost[-2:] = _COST["outside"], _COST["outside"]
            self.cost[:, :2], self.cost[:, -2:] = _COST["outside"], _COST["outside"]
        self.tracks = {}
        self.land = np.zeros_like(self.cost)
        self.taken = np.zeros_like(self.cost)
        self._sum_up()

    def _bounds(self) -> tuple[float, float, float, float]:
        west, south, east, north = self.frame.home
        if self.frame is POLAR_FRAME:
            x, y = (west + east) / 2, (south + north) / 2
            return x - RIM_RADIUS, y - RIM_RADIUS, x + RIM_RADIUS, y + RIM_RADIUS
        low, high = mercator_heights(np.array([south, north]))
        return west, float(low), east, float(high)

    @property
    def scale(self) -> float:
        """Pixels of the first view in a frame unit."""
        west, _, east, _ = self._bounds()
        return self.width_px / (east - west)

    @property
    def zoom(self) -> float:
        """Leaflet's zoom level at which the chart is as large as this raster."""
        return float(np.log2(self.scale / self.frame.pixels_per_unit))

    def to_px(self, positions: Points) -> Points:
        """Convert positions in frame units to pixels."""
        west, _, _, north = self._bounds()
        heights = positions[:, 1]
        if self.frame is not POLAR_FRAME:
            heights = mercator_heights(heights)
        return np.column_stack([positions[:, 0] - west, north - heights]) * self.scale

    def to_steps(self, pixels: Points) -> tuple[Steps, ...]:
        """Convert pixels to the chart's steps."""
        west, _, _, north = self._bounds()
        heights = north - pixels[:, 1] / self.scale
        if self.frame is not POLAR_FRAME:
            heights = np.degrees(np.arctan(np.sinh(np.radians(heights))))
        units = np.column_stack([pixels[:, 0] / self.scale + west, heights])
        return tuple((int(x), int(y)) for x, y in np.rint(units * self.frame.steps_per_unit))

    def add_land(self, land: BaseGeometry) -> None:
        """Note where land is, in frame units, and make its coast costly for names."""
        self.add_lines(shapely.boundary(land), "coast")
        pieces = shapely.get_parts(shapely.transform(land, self.to_px))
        rows, columns = (np.arange(side) * _CELL_PX for side in self.cost.shape)
        x, y = np.meshgrid(columns, rows)
        cells = shapely.points(x.ravel(), y.ravel())
        inside, _ = shapely.STRtree(cells).query(pieces, predicate="contains")[::-1]
        self.land.flat[inside] = 1.0

    def add_lines(self, geometry: BaseGeometry, kind: str, family: str = "") -> None:
        """Make the neighbourhood of lines costly for names: `coast` or `track` of a family."""
        lines = [self.to_px(shapely.get_coordinates(line)) for line in extract_lines(geometry)]
        if lines:
            pixels = np.vstack([resample(line, _CELL_PX) for line in lines])
            reach = _REACH_PX[kind]
            self._raise(pixels, reach, reach, _COST[kind])
            if kind == "track":
                near = self._near(pixels, reach, reach)
                self.tracks[family] = self.tracks.get(family, np.zeros_like(self.cost)) + near
            self._sum_up()

    def add_signs(self, positions: Points) -> None:
        """Make the neighbourhood of signs, in frame units, costly for names."""
        self._raise(self.to_px(positions), _REACH_PX["sign"], _REACH_PX["sign"], _COST["sign"])
        self.taken = np.maximum(self.taken, self._near(self.to_px(positions), _SIGN_PX, _SIGN_PX))
        self._sum_up()

    def claim_beside(self, at: tuple[float, float], size_px: tuple[float, float]) -> None:
        """Keep other names off one that stands beside its position: where a renderer sets it."""
        width, height = size_px
        across, along = (width / 2 + _BESIDE_PX, 0.0), (0.0, height / 2 + _BESIDE_PX)
        west, south = np.array([across, along]) * ((-1,), (1,))
        boxes = self.to_px(np.array([at])) + np.array([west, -west, -south, south])
        cost = self._cost_of(boxes, width / 2, height / 2)
        free = np.flatnonzero(cost < _COST["track"] / 2)
        side = free[0] if len(free) else int(cost.argmin())
        self._claim(boxes[side : side + 1], width / 2 + 3, height / 2 + 3)

    def place_in_area(
        self, shape: BaseGeometry, name: AreaName, middle: tuple[float, float]
    ) -> tuple[Steps, ...]:
        """Return places for a name in an area, best first, and take the best if it is shown.

        Parameters
        ----------
        shape, middle
            The area and its middle, in frame units; the middle is the place where it has no other.
        """
        size_px, is_water = name.size_px, name.is_water
        centre = self.to_px(np.array([middle]))
        grid = self._inside(shape, size_px, is_water=is_water)
        pixels = np.vstack([centre, grid]) if len(grid) else centre
        width, height = size_px
        cost = self._cost_of(pixels, width / 2 + 2, height / 2 + 1)
        if is_water:
            on_land = _summed(_ON_LAND * self.land)
            cost = cost + self._mean(pixels, width / 2, height / 2, on_land)
        reach = max(30.0, float(np.sqrt(len(grid))) * _CELL_PX)
        cost = cost + _FAR * np.hypot(*(pixels - centre).T) / reach
        order = np.argsort(cost, kind="stable")
        order = order[cost[order] <= cost[order[0]] + _MORE_COST]
        best = _apart(pixels[order], max(width, 3 * height) * 0.4)
        if name.is_shown:
            self._claim(best[:1], width / 2 + 3, height / 2 + 3)
        return self.to_steps(best)

    def place_along(
        self, geometry: BaseGeometry, name: LineName, *, most: int = _MAX_SPOTS
    ) -> tuple[Spot, ...]:
        """Return stretches of a line for its name, best first, and take the best."""
        found: list[tuple[float, Points, int]] = []
        for line in extract_lines(geometry):
            pixels = resample(self.to_px(shapely.get_coordinates(line)), STEP_PX)
            found += self._stretches(smoothed(pixels), name)
        found.sort(key=lambda entry: entry[0])
        chosen: list[tuple[Points, int]] = []
        for _, stretch, side in found:
            middle = stretch[len(stretch) // 2]
            if all(
                np.hypot(*(middle - other[len(other) // 2])) > name.size_px[0] * 0.8
                for other, _ in chosen
            ):
                chosen.append((stretch, side))
            if len(chosen) == most:
                break
        if chosen:
            half = name.size_px[1] / 2 + 3
            self._claim(moved(*chosen[0], name.off_px), half, half)
        return tuple(Spot(self.to_steps(stretch[::2]), side) for stretch, side in chosen)

    def _stretches(self, line: Points, name: LineName) -> Iterator[tuple[float, Points, int]]:
        """Yield each stretch that is long enough, with its cost, in reading direction.

        It is longer than the name by as much on both sides, where the line goes on.
        """
        count = round(name.size_px[0] * _CORE / STEP_PX)
        most = round(name.size_px[0] * (_SPARE - _CORE) / 2 / STEP_PX)
        half = name.size_px[1] / 2
        for start in range(0, len(line) - count + 1, 2):
            spare = min(most, start, len(line) - count - start)
            stretch = line[start - spare : start + count + spare]
            if stretch[-1][0] < stretch[0][0]:
                stretch = stretch[::-1]
            core = slice(spare, spare + count)
            angles = turns(stretch[core])
            shared = self._shared(stretch[core], name.family)
            bend = float(np.abs(angles).sum() + 6 * np.abs(angles).max(initial=0.0))
            for side in (1, -1):
                under = moved(stretch, side, name.off_px)[core]
                shrinks = along(under)[-1] / (along(stretch[core])[-1] or 1)
                cost = self._cost_on(under, half) + 0.45 * bend + shared
                yield cost + 2.5 * abs(shrinks - 1) + (0.0 if side > 0 else 0.1), stretch, side

    def _cost_on(self, line: Points, half: float) -> float:
        """Return what a name on a line costs."""
        is_taken = bool(self._mean(line, half, half, self._taken_sums).max(initial=0.0) > 0)
        return float(self._mean(line, half, half).mean()) + _TAKEN * is_taken

    def _cost_of(self, pixels: Points, half_w: float, half_h: float) -> Points:
        """Return what a box around each pixel costs."""
        taken = self._mean(pixels, half_w, half_h, self._taken_sums) > 0
        found: Points = self._mean(pixels, half_w, half_h) + _TAKEN * taken
        return found

    def _shared(self, stretch: Points, family: str) -> float:
        """Return what it costs that other tracks run along a stretch."""
        cost = 0.0
        for other, raster in self.tracks.items():
            is_alike = other == family
            each = _SHARED_ALIKE if is_alike else _SHARED.get(other, _SHARED_OTHERWISE)
            cost += each * float((self._at(raster, stretch) - is_alike).clip(0).mean())
        return cost

    def _inside(
        self, shape: BaseGeometry, size_px: tuple[float, float], *, is_water: bool
    ) -> Points:
        """Return a grid of pixels inside an area; around a land that is smaller than its name."""
        pieces = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
        if not pieces:
            return np.empty((0, 2))
        largest = max(pieces, key=lambda part: float(part.area))
        ring = self.to_px(shapely.get_coordinates(largest.exterior))
        drawn = shapely.Polygon(ring)
        west, north, east, south = drawn.bounds
        if east - west < size_px[0] and not is_water:
            drawn = shapely.buffer(drawn, 1.6 * size_px[1])
            west, north, east, south = drawn.bounds
        step = max(2 * _CELL_PX, (east - west) / 40, (south - north) / 40)
        xs, ys = np.meshgrid(np.arange(west, east, step), np.arange(north, south, step))
        points = np.column_stack([xs.ravel(), ys.ravel()])
        shapely.prepare(drawn)
        return points[shapely.contains_xy(drawn, points[:, 0], points[:, 1])]

    def _claim(self, pixels: Points, half_w: float, half_h: float) -> None:
        """Take the boxes around pixels for a name."""
        self._raise(pixels, half_w, half_h, _COST["name"])
        self.taken = np.maximum(self.taken, self._near(pixels, half_w, half_h))
        self._sum_up()

    def _raise(self, pixels: Points, half_w: float, half_h: float, cost: float) -> None:
        """Give boxes around pixels at least this cost."""
        near = self._near(pixels, half_w, half_h)
        self.cost = np.where(near, np.maximum(self.cost, cost), self.cost)

    def _near(self, pixels: Points, half_w: float, half_h: float) -> NDArray[np.bool_]:
        """Return which cells lie in a box around one of the pixels."""
        rows, columns = self.cost.shape
        cells = np.floor(pixels / _CELL_PX).astype(int)
        cells = cells[((cells >= 0) & (cells < (columns, rows))).all(axis=1)]
        marked = np.zeros(self.cost.shape)
        marked[cells[:, 1], cells[:, 0]] = 1
        reach_x, reach_y = (max(1, round(half / _CELL_PX)) for half in (half_w, half_h))
        sums = np.pad(marked.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        west, east = (np.clip(np.arange(columns) + d, 0, columns) for d in (-reach_x, reach_x + 1))
        north, south = (np.clip(np.arange(rows) + d, 0, rows) for d in (-reach_y, reach_y + 1))
        around = sums[south] - sums[north]
        near: NDArray[np.bool_] = around[:, east] - around[:, west] > 0
        return near

    def _at(self, raster: Points, pixels: Points) -> Points:
        rows, columns = raster.shape
        x, y = np.floor(pixels / _CELL_PX).astype(int).T
        found: Points = raster[np.clip(y, 0, rows - 1), np.clip(x, 0, columns - 1)]
        return found

    def _sum_up(self) -> None:
        self._sums = _summed(self.cost)
        self._taken_sums = _summed(self.taken)

    def _mean(
        self, pixels: Points, half_w: float, half_h: float, sums: Points | None = None
    ) -> Points:
        """Return the mean cost of a box around each pixel; what is off the raster is taken."""
        rows, columns = self.cost.shape
        cells = np.floor(pixels / _CELL_PX).astype(int)
        reach_x, reach_y = (max(1, round(half / _CELL_PX)) for half in (half_w, half_h))
        west, east = cells[:, 0] - reach_x, cells[:, 0] + reach_x + 1
        north, south = cells[:, 1] - reach_y, cells[:, 1] + reach_y + 1
        is_off = (west < 0) | (north < 0) | (east > columns) | (south > rows)
        west, east = np.clip(west, 0, columns), np.clip(east, 0, columns)
        north, south = np.clip(north, 0, rows), np.clip(south, 0, rows)
        sums = self._sums if sums is None else sums
        total = sums[south, east] - sums[north, east] - sums[south, west] + sums[north, west]
        mean = total / np.maximum((east - west) * (south - north), 1)
        return np.where(is_off, _COST["outside"], mean)


def _summed(raster: Points) -> Points:
    """Return the sums of all that lies above and left of each corner of a raster's cells."""
    return np.pad(raster.cumsum(0).cumsum(1), ((1, 0), (1, 0)))


def _apart(pixels: Points, least_px: float) -> Points:
    """Return the first points that keep a distance from those before."""
    chosen: list[Points] = []
    for pixel in pixels:
        if all(np.hypot(*(pixel - other)) >= least_px for other in chosen):
            chosen.append(pixel)
        if len(chosen) == _MAX_PLACES:
            break
    return np.array(chosen)
