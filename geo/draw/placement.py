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
from geo.geodesy import extract_lines

Points = NDArray[np.float64]
Steps = tuple[int, int]
HOME_PX = 720.0
"""Width of the polar disc that names are placed for, and of what the Mercator chart first shows."""
SMALLER_PX = {560.0: 1.0, 350.0: 0.88}
"""The same on a small laptop and on a telephone, with the size of type there over the usual one."""
_CELL_PX = 3.0
_REACH_PX = {"coast": 3.0, "track": 7.0, "sign": 9.0}
_COST = {"coast": 0.35, "track": 3.0, "sign": 4.0, "name": 40.0, "outside": 40.0}
_STEP_PX = 4.0
_SMOOTH_PX = 16.0
"""Bends of a track narrower than this are evened out under its name."""
_MAX_SPOTS = 7
_MAX_PLACES = 6
_CORE, _SPARE = 1.06, 1.9
"""Length of a stretch over that of its name, at least and at most: scales and types differ."""
_MORE_COST = 2.0
"""How much more than the best place another one may cost."""


@dataclass(frozen=True)
class LineName:
    """A name that runs along a line: its size, and how far its middle is off the line."""

    size_px: tuple[float, float]
    off_px: float


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
    tracks: Points = field(init=False, repr=False)
    _sums: Points = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Start with an empty raster, or with what lies beyond the rim as taken."""
        west, south, east, north = self._bounds()
        shape = (int((north - south) * self.scale), int((east - west) * self.scale))
        self.cost = np.zeros([int(side / _CELL_PX) + 2 for side in shape])
        if self.frame is POLAR_FRAME:
            rows, columns = np.indices(self.cost.shape) * _CELL_PX - self.width_px / 2
            self.cost[np.hypot(rows, columns) > self.width_px / 2 - 6] = _COST["outside"]
        self.tracks = np.zeros_like(self.cost)
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

    def add_lines(self, geometry: BaseGeometry, kind: str) -> None:
        """Make the neighbourhood of lines costly for names: `coast` or `track`."""
        lines = [self.to_px(shapely.get_coordinates(line)) for line in extract_lines(geometry)]
        if lines:
            pixels = np.vstack([_resample(line, _CELL_PX) for line in lines])
            reach = _REACH_PX[kind]
            self._raise(pixels, reach, reach, _COST[kind])
            if kind == "track":
                self.tracks += self._near(pixels, reach, reach)
            self._sum_up()

    def add_signs(self, positions: Points) -> None:
        """Make the neighbourhood of signs, in frame units, costly for names."""
        self._raise(self.to_px(positions), _REACH_PX["sign"], _REACH_PX["sign"], _COST["sign"])
        self._sum_up()

    def place_in_area(
        self, shape: BaseGeometry, size_px: tuple[float, float], middle: tuple[float, float]
    ) -> tuple[Steps, ...]:
        """Return places for a name in an area, best first, and take the best.

        Parameters
        ----------
        shape, middle
            The area and its middle, in frame units; the middle is the place where it has no other.
        size_px
            Width and height of the name.
        """
        centre = self.to_px(np.array([middle]))
        grid = self._inside(shape, size_px)
        pixels = np.vstack([centre, grid]) if len(grid) else centre
        width, height = size_px
        cost = self._mean(pixels, width / 2 + 2, height / 2 + 1)
        reach = max(30.0, float(np.sqrt(len(grid))) * _CELL_PX)
        cost = cost + 0.5 * np.hypot(*(pixels - centre).T) / reach
        order = np.argsort(cost, kind="stable")
        order = order[cost[order] <= cost[order[0]] + _MORE_COST]
        best = _apart(pixels[order], max(width, 3 * height) * 0.4)
        self._raise(best[:1], width / 2 + 3, height / 2 + 3, _COST["name"])
        self._sum_up()
        return self.to_steps(best)

    def place_along(
        self, geometry: BaseGeometry, name: LineName, *, most: int = _MAX_SPOTS
    ) -> tuple[Spot, ...]:
        """Return stretches of a line for its name, best first, and take the best."""
        found: list[tuple[float, Points, int]] = []
        for line in extract_lines(geometry):
            pixels = _resample(self.to_px(shapely.get_coordinates(line)), _STEP_PX)
            found += self._stretches(_smoothed(pixels), name)
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
            self._raise(moved(*chosen[0], name.off_px), half, half, _COST["name"])
            self._sum_up()
        return tuple(Spot(self.to_steps(stretch[::2]), side) for stretch, side in chosen)

    def _stretches(self, line: Points, name: LineName) -> Iterator[tuple[float, Points, int]]:
        """Yield each stretch that is long enough, with its cost, in reading direction.

        It is longer than the name by as much on both sides, where the line goes on.
        """
        count = round(name.size_px[0] * _CORE / _STEP_PX)
        most = round(name.size_px[0] * (_SPARE - _CORE) / 2 / _STEP_PX)
        half = name.size_px[1] / 2
        for start in range(0, len(line) - count + 1, 3):
            spare = min(most, start, len(line) - count - start)
            stretch = line[start - spare : start + count + spare]
            if stretch[-1][0] < stretch[0][0]:
                stretch = stretch[::-1]
            core = slice(spare, spare + count)
            turns = _turns(stretch[core])
            shared = float((self._at(self.tracks, stretch[core]) - 1).clip(0).mean())
            bend = float(np.abs(turns).sum() + 6 * np.abs(turns).max(initial=0.0))
            for side in (1, -1):
                under = moved(stretch, side, name.off_px)[core]
                shrinks = _along(under)[-1] / (_along(stretch[core])[-1] or 1)
                cost = float(self._mean(under, half, half).mean()) + 0.45 * bend + 1.5 * shared
                yield cost + 2.5 * abs(shrinks - 1) + (0.0 if side > 0 else 0.1), stretch, side

    def _inside(self, shape: BaseGeometry, size_px: tuple[float, float]) -> Points:
        """Return a grid of pixels inside an area; around one that is smaller than its name."""
        pieces = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
        if not pieces:
            return np.empty((0, 2))
        largest = max(pieces, key=lambda part: float(part.area))
        ring = self.to_px(shapely.get_coordinates(largest.exterior))
        drawn = shapely.Polygon(ring)
        west, north, east, south = drawn.bounds
        if east - west < size_px[0]:
            drawn = shapely.buffer(drawn, 1.6 * size_px[1])
            west, north, east, south = drawn.bounds
        step = max(2 * _CELL_PX, (east - west) / 40, (south - north) / 40)
        xs, ys = np.meshgrid(np.arange(west, east, step), np.arange(north, south, step))
        points = np.column_stack([xs.ravel(), ys.ravel()])
        shapely.prepare(drawn)
        return points[shapely.contains_xy(drawn, points[:, 0], points[:, 1])]

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
        self._sums = np.pad(self.cost.cumsum(0).cumsum(1), ((1, 0), (1, 0)))

    def _mean(self, pixels: Points, half_w: float, half_h: float) -> Points:
        """Return the mean cost of a box around each pixel; what is off the raster is taken."""
        rows, columns = self.cost.shape
        cells = np.floor(pixels / _CELL_PX).astype(int)
        reach_x, reach_y = (max(1, round(half / _CELL_PX)) for half in (half_w, half_h))
        west, east = cells[:, 0] - reach_x, cells[:, 0] + reach_x + 1
        north, south = cells[:, 1] - reach_y, cells[:, 1] + reach_y + 1
        is_off = (west < 0) | (north < 0) | (east > columns) | (south > rows)
        west, east = np.clip(west, 0, columns), np.clip(east, 0, columns)
        north, south = np.clip(north, 0, rows), np.clip(south, 0, rows)
        sums = self._sums
        total = sums[south, east] - sums[north, east] - sums[south, west] + sums[north, west]
        mean = total / np.maximum((east - west) * (south - north), 1)
        return np.where(is_off, _COST["outside"], mean)


def baseline(stretch: Points, side: int, *, length: float, off: float) -> Points | None:
    """Return the line that a name is set on: off the middle of a stretch, as long as the name.

    None where the stretch is too short. All in one unit, with y downward.
    """
    line = evened(moved(stretch, side, off))
    lengths = _along(line)
    if lengths[-1] < length:
        return None
    at = (lengths[-1] - length) / 2 + np.linspace(0, length, 24)
    return np.column_stack([np.interp(at, lengths, line[:, i]) for i in (0, 1)])


def _resample(pixels: Points, step_px: float) -> Points:
    """Return a line's points at even distances."""
    lengths = _along(pixels)
    count = max(2, int(lengths[-1] / step_px) + 1)
    at = np.linspace(0, lengths[-1], count)
    return np.column_stack([np.interp(at, lengths, pixels[:, i]) for i in (0, 1)])


def _smoothed(line: Points) -> Points:
    half = round(_SMOOTH_PX / _STEP_PX)
    if len(line) <= 2 * half:
        return line
    weights = np.hanning(2 * half + 3)[1:-1]
    padded = np.vstack([[line[0]] * half, line, [line[-1]] * half])
    return np.column_stack(
        [np.convolve(padded[:, i], weights / weights.sum(), mode="valid") for i in (0, 1)]
    )


def evened(line: Points) -> Points:
    """Even a line out, so that letters do not fall into its bends; its ends stay."""
    for _ in range(8):
        middle = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        line = np.vstack([line[:1], middle, line[-1:]])
    return line


def _turns(line: Points) -> Points:
    angles = np.unwrap(np.arctan2(*np.diff(line, axis=0).T[::-1]))
    return np.diff(angles)


def _along(line: Points) -> Points:
    """Return how far along a line each of its points is."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def moved(line: Points, side: int, off_px: float) -> Points:
    """Return a line moved sideways: 1 is above it as one reads along it, -1 below."""
    tangents = np.gradient(line, axis=0)
    lengths = np.maximum(np.hypot(*tangents.T), 1e-9)
    normals = np.column_stack([tangents[:, 1], -tangents[:, 0]]) / lengths[:, None]
    found: Points = line + side * off_px * normals
    return found


def _apart(pixels: Points, least_px: float) -> Points:
    """Return the first points that keep a distance from those before."""
    chosen: list[Points] = []
    for pixel in pixels:
        if all(np.hypot(*(pixel - other)) >= least_px for other in chosen):
            chosen.append(pixel)
        if len(chosen) == _MAX_PLACES:
            break
    return np.array(chosen)
