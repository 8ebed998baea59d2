"""A frame with the catalogue on it: what each feature looks like there, and where it is marked.

Shapes are whole steps of the frame's unit, the same for all three renderers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiLineString, MultiPolygon
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.catalogue.features import Catalogue
from geo.catalogue.records import DATA, Details, Feature, read_collection
from geo.catalogue.relations import highlighted_by
from geo.draw.camera import Box, fit_bounds, main_box
from geo.draw.frames import (
    POLAR_FRAME,
    RIM_LAT_DEG,
    Frame,
    edge_of,
    is_beyond_rim,
    out_to_rim,
    to_rim,
)
from geo.draw.graticule import arctic_circle, graticule, meridian_labels
from geo.draw.naming import place_names
from geo.draw.packed import Shapes
from geo.draw.placement import Spot, Steps
from geo.errors import DAMAGE, CatalogueError
from geo.geodesy import (
    Position,
    densify,
    densify_edges,
    extract_lines,
    gather,
    join_track,
    midpoint,
    to_polar,
)

LAND = DATA / "base" / "land.geojson"
_GEODESIC_KINDS = ("route", "corridor", "boundary")
_FINE = 0.25
_DECIMALS = 2
"""Share of the frame's tolerance that small shapes (straits) are simplified by."""


@dataclass(frozen=True)
class Exit:
    """Where a track leaves the chart, and the name of the place it continues to."""

    at: Steps
    to: str


@dataclass(frozen=True)
class Tick:
    """A meridian's label at the rim: its direction from the pole, a unit vector, and its text."""

    at: tuple[float, float]
    text: str


@dataclass(frozen=True)
class Chart:
    """A frame with the catalogue on it.

    Attributes
    ----------
    frame
        The frame.
    shapes
        What is drawn of each feature, by variant's slug, in steps; what the frame cuts away wholly
        is not there.
    ground
        What lies under the features, in steps: `land`, `graticule`, `circle` (the Arctic Circle)
        and `disc`, the whole chart up to its edge.
    names, label_lines
        Name by feature, and that on the map, line by line.
    label_zooms
        Leaflet's zoom level from which its name shows, by feature.
    anchors
        Position of a feature, in steps: its middle, or its mark on the rim.
    places, spots
        Where its name may stand, best first: positions in steps, and stretches of a line.
    starts
        At which indices of these the ones for smaller screens begin (see `naming`).
    ranks
        In which order names claim their room, lowest first.
    extents
        Square root of a feature's drawn area, in frame units (0 for points and lines): how much
        room its label has.
    rim
        Where on the rim a feature is marked that lies beyond it, wholly or except for a sliver, in
        steps, by feature.
    boxes
        West, south, east and north of what is drawn of a feature, in frame units, by feature.
    views
        The box that shows a feature, or the members of a group, in frame units; none of what lies
        beyond the rim: the map stays where its marks are.
    lines
        The routes and corridors that are drawn.
    exits
        By feature and variant: where a track leaves the frame, and the place it continues to.
    ticks
        The meridians' labels around the rim.
    problems
        What could not be drawn, a sentence each.
    """

    frame: Frame
    shapes: Mapping[str, Shapes] = field(repr=False)
    ground: Shapes = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    label_lines: Mapping[str, tuple[str, ...]] = field(repr=False)
    label_zooms: Mapping[str, float] = field(repr=False)
    anchors: Mapping[str, Steps] = field(repr=False)
    places: Mapping[str, tuple[Steps, ...]] = field(repr=False)
    spots: Mapping[str, tuple[Spot, ...]] = field(repr=False)
    starts: Mapping[str, tuple[int, ...]] = field(repr=False)
    ranks: Mapping[str, float] = field(repr=False)
    extents: Mapping[str, float] = field(repr=False)
    rim: Mapping[str, Steps] = field(repr=False)
    boxes: Mapping[str, Box] = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    exits: Mapping[str, Mapping[str, tuple[Exit, ...]]] = field(repr=False)
    ticks: tuple[Tick, ...]
    views: Mapping[str, Box] = field(default_factory=dict, repr=False)
    problems: tuple[str, ...] = ()

    @property
    def land(self) -> BaseGeometry:
        """All land, in steps."""
        return self.ground["land"]

    @cached_property
    def tracks(self) -> Mapping[str, BaseGeometry]:
        """What is drawn of the first variant of each route and corridor, in frame units."""
        first = {identity: next(iter(self.shapes[identity].values())) for identity in self.lines}
        return {identity: _in_units(track, self.frame) for identity, track in first.items()}


def make_chart(frame: Frame, catalogue: Catalogue, *, land: Path = LAND) -> Chart:
    """Return a frame's chart; where the land file is missing or broken, its problems say so."""
    coast, problems = _land_in_steps(frame, land)
    drawn, broken = _drawn_shapes(frame, catalogue)
    is_polar = frame is POLAR_FRAME
    rim = _rim_marks(frame, catalogue, drawn)
    middles = {
        identity: midpoint(next(iter(shapes.values()))) for identity, shapes in drawn.items()
    }
    lines = [feature.id for feature in catalogue.of_kind("route", "corridor")]
    names_placed = place_names(frame, catalogue, drawn, _in_units(coast, frame))
    chart = Chart(
        frame=frame,
        shapes={
            identity: Shapes.of({slug: quantise(shape, frame) for slug, shape in shapes.items()})
            for identity, shapes in drawn.items()
        },
        ground=Shapes.of(_ground(frame) | {"land": coast}),
        names=names_on(catalogue),
        label_lines=names_placed.lines,
        label_zooms=names_placed.zooms,
        anchors={i: _quantise_position(at, frame) for i, at in middles.items()} | rim,
        places=names_placed.places,
        spots=names_placed.spots,
        starts=names_placed.starts,
        ranks=names_placed.ranks,
        extents={
            identity: sum(shape.area for shape in shapes.values()) ** 0.5
            for identity, shapes in drawn.items()
        },
        rim=rim,
        boxes={
            identity: main_box(list(shapes.values()), frame) for identity, shapes in drawn.items()
        },
        lines=tuple(identity for identity in lines if identity in drawn),
        exits=_all_exits(frame, catalogue) if is_polar else {},
        ticks=_ticks() if is_polar else (),
        problems=(*problems, *broken),
    )
    return replace(chart, views=_views(chart, catalogue))


def _views(chart: Chart, catalogue: Catalogue) -> dict[str, Box]:
    """Return the box that shows each feature; marks of what lies beyond the rim count too."""
    tracks, steps = tuple(chart.tracks.values()), chart.frame.steps_per_unit
    found: dict[str, Box] = {}
    for identity in catalogue.features:
        ids = highlighted_by(catalogue.features, identity)
        inside = [chart.boxes[i] for i in ids if i in chart.boxes and i not in chart.rim]
        rim = [chart.rim[i] for i in ids if i in chart.rim]
        marks = [(x / steps, y / steps, x / steps, y / steps) for x, y in rim]
        if inside:
            west, south, east, north = fit_bounds(chart.frame, [*inside, *marks], tracks)
            found[identity] = (
                round(west, _DECIMALS),
                round(south, _DECIMALS),
                round(east, _DECIMALS),
                round(north, _DECIMALS),
            )
    return found


def names_on(catalogue: Catalogue) -> dict[str, str]:
    """Return the name of each feature, drawn or not."""
    return {feature.id: feature.name for feature in catalogue.features.values()}


def _ground(frame: Frame) -> dict[str, BaseGeometry]:
    """Return what lies under the features beside the land, in steps."""
    lines = {"graticule": graticule(), "circle": arctic_circle()}
    ground = {part: drawn_shape(line, "", frame) for part, line in lines.items()}
    ground["disc"] = edge_of(frame)
    return {part: quantise(shape, frame) for part, shape in ground.items()}


def _in_units(geometry: BaseGeometry, frame: Frame) -> BaseGeometry:
    return shapely.transform(geometry, lambda at: at / frame.steps_per_unit)


def _drawn_shapes(
    frame: Frame, catalogue: Catalogue
) -> tuple[dict[str, dict[str, BaseGeometry]], list[str]]:
    """Return the shapes by feature and variant, and a message for each that cannot be drawn."""
    drawn: dict[str, dict[str, BaseGeometry]] = {}
    broken: list[str] = []
    for feature, variant, geometry in catalogue.each_shape():
        try:
            projected = drawn_shape(geometry, feature.kind, frame)
        except (ShapelyError, ValueError) as error:
            broken.append(f"The shape of `{feature.id}` cannot be drawn ({error}); it is left out.")
            continue
        if not projected.is_empty:
            drawn.setdefault(feature.id, {})[variant] = projected
    return drawn, broken


def _rim_marks(
    frame: Frame, catalogue: Catalogue, drawn: Mapping[str, Mapping[str, BaseGeometry]]
) -> dict[str, Steps]:
    """Return the mark of each feature that lies beyond the polar chart's rim.

    One that shows a sliver has its mark beside that; of one not drawn at all the bearing decides.
    """
    if frame is not POLAR_FRAME:
        return {}
    whole: dict[str, list[BaseGeometry]] = {}
    for feature, _, geometry in catalogue.each_shape():
        whole.setdefault(feature.id, []).append(geometry)
    marks: dict[str, Steps] = {}
    for identity, geometries in whole.items():
        shapes = list(drawn.get(identity, {}).values())
        if not shapes:
            anchor = to_rim(*midpoint(geometries[0]))
        else:
            beyond = is_beyond_rim(geometries, shapes)
            anchor = out_to_rim(*midpoint(shapes[0])) if beyond else None
        if anchor:
            marks[identity] = _quantise_position(anchor, frame)
    return marks


def _quantise_position(position: Position, frame: Frame) -> Steps:
    x, y = position
    return round(x * frame.steps_per_unit), round(y * frame.steps_per_unit)


def drawn_shape(geometry: BaseGeometry, kind: str, frame: Frame) -> BaseGeometry:
    """Return a catalogue shape as the frame draws it: densified, projected, clipped, simplified.

    Tracks and boundaries follow geodesics; other outlines are straight in lon/lat.
    """
    geodesic = kind in _GEODESIC_KINDS and extract_lines(geometry)
    bent = _densify_lines(geometry) if geodesic else densify_edges(geometry)
    share = _FINE if kind == "strait" else 1.0
    return shapely.simplify(frame.project(bent), frame.tolerance * share)


def quantise(geometry: BaseGeometry, frame: Frame) -> BaseGeometry:
    """Return a geometry in frame units quantised to whole steps.

    Repeated positions and collapsed rings are dropped.
    """
    snapped = shapely.set_precision(geometry, 1 / frame.steps_per_unit)
    whole = gather([geometry if snapped.is_empty else snapped])
    return shapely.transform(whole, lambda at: np.rint(at * frame.steps_per_unit))


def _land_in_steps(frame: Frame, path: Path) -> tuple[BaseGeometry, tuple[str, ...]]:
    """Return the land in steps, or None and a message if its file cannot be read."""
    try:
        return quantise(_land(frame, path), frame), ()
    except (*DAMAGE, ShapelyError) as error:
        reason = error if isinstance(error, CatalogueError) else f"{path.name}: {error}."
        sentence = f"{reason} The map is drawn without land; restore the file."
        return MultiPolygon(), (sentence,)


def _land(frame: Frame, path: Path) -> BaseGeometry:
    """Return all land as one shape in frame units, so that no borders are drawn."""
    lands = [shape(item["geometry"]) for item in read_collection(path)]
    projected = [frame.project(densify_edges(land)) for land in lands]
    whole = shapely.union_all([land for land in projected if not land.is_empty])
    return shapely.simplify(whole, frame.tolerance)


def _all_exits(frame: Frame, catalogue: Catalogue) -> dict[str, dict[str, tuple[Exit, ...]]]:
    exits: dict[str, dict[str, tuple[Exit, ...]]] = {}
    for feature in catalogue.of_kind("route", "corridor"):
        for slug, geometry in catalogue.shapes(feature.id).items():
            if found := tuple(_exits(feature, slug, geometry, frame)):
                exits.setdefault(feature.id, {})[slug] = found
    return exits


def _exits(feature: Feature, slug: str, geometry: BaseGeometry, frame: Frame) -> Iterator[Exit]:
    """Yield where a variant's track leaves the chart, and the name of its end beyond the rim."""
    track = join_track(geometry)
    variant = next((v for v in feature.variants if v.slug == slug), None)
    inside = extract_lines(frame.project(_densify_lines(LineString(track))))
    if variant is None or not variant.waypoints or not inside:
        return
    for end in (0, -1):
        if track[end][1] < RIM_LAT_DEG:
            x, y = inside[end].coords[end]
            to = feature.towards or place_of(variant.waypoints[end])
            yield Exit(_quantise_position((x, y), frame), to)


def place_of(waypoint: Details) -> str:
    """Return the plain name of the place that a waypoint stands for: 'Shanghai'."""
    return str(waypoint.get("place") or waypoint["name"])


def _densify_lines(geometry: BaseGeometry) -> BaseGeometry:
    """Densify lines along their geodesics."""
    lines = [LineString(densify(list(line.coords))) for line in extract_lines(geometry)]
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


def _ticks() -> tuple[Tick, ...]:
    return tuple(Tick(_direction(lon), text) for lon, text in meridian_labels())


def _direction(lon: float) -> tuple[float, float]:
    """Return the unit vector of a meridian on the polar chart, from the pole outward."""
    x, y = to_polar(shapely.Point(lon, RIM_LAT_DEG)).coords[0]
    length = (x * x + y * y) ** 0.5
    return round(x / length, 5), round(y / length, 5)
